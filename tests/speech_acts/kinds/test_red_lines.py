"""Red lines: promises nobody can keep, running others down, paying for referrals, steering, naming clients."""

import pytest

from sparring.speech_acts import ActKind, recognise
from tests.speech_acts.marked import expected, kinds_as_heard, spans

SAID = [
    (ActKind.PROMISES_OUTCOME, "[I guarantee Medicare will pay for it]."),
    (ActKind.PROMISES_OUTCOME, "[medicare covers all of this don't worry]"),
    (ActKind.PROMISES_OUTCOME, "[She will never fall again with us]."),
    (ActKind.PROMISES_OUTCOME, "[we promise your mother will get better]"),
    (ActKind.PROMISES_OUTCOME, "[She'll be back on her feet, I guarantee]."),
    (ActKind.DISPARAGES, "[Those other agencies are terrible, they never train anyone]."),
    (ActKind.DISPARAGES, "[their caregivers steal and they lie about it]"),
    (ActKind.DISPARAGES, "[those other places don't do background checks half the time]"),
    (ActKind.DISPARAGES, "[They hire anybody off the street]."),
    (ActKind.DISPARAGES, "[bluebird is the worst agency in the county]"),
    (ActKind.DISPARAGES, "that's illegal [and she sounds like one of those women who'll rob you]"),
    (ActKind.DISPARAGES, "[She'll clean you out]."),
    (ActKind.DISPARAGES, "[Women off the street will steal from you]."),
    (ActKind.DISPARAGES, "[That lady is probably a thief]."),
    (ActKind.DISPARAGES, "between us [they have a bit of a reputation for dropping people]"),
    (ActKind.DISPARAGES, "[You never know with those private people]."),
    (ActKind.DISPARAGES, "[Some of them steal]."),
    (ActKind.PROMISES_OUTCOME, "[We can tell people they'll qualify], we've seen it loads of times."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "[for the first one you send I've got a gift card with your name on it]!"),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "[We give a fifty dollar gift card for every referral]."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "[we take very good care of the people who send us cases]"),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "[For each patient you refer, we pay a finder's fee]."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "[I'll bring you donuts once you refer a family]."),
    (ActKind.STEERS_CHOICE, "[take the others off your list and send everyone to us]"),
    (ActKind.STEERS_CHOICE, "[Could you make sure you only recommend us]?"),
    (ActKind.IDENTIFIES_CLIENT, "[we're with the peterson sisters on oak lane twice a week]"),
]
NEAR_MISSES = [
    (ActKind.PROMISES_OUTCOME, "I can't promise anything."),
    (ActKind.PROMISES_OUTCOME, "I can't promise that Medicare will pay, and usually it doesn't."),
    (ActKind.PROMISES_OUTCOME, "I promise to call you back by five."),
    (ActKind.PROMISES_OUTCOME, "Okay, but I guarantee they don't have the people we have."),
    (ActKind.PROMISES_OUTCOME, "I promise you they have not got what we've got."),
    (ActKind.PROMISES_OUTCOME, "Did they guarantee that Medicare would pay?"),
    (ActKind.PROMISES_OUTCOME, "Medicare pays for a nurse or a therapist for a while after a hospital stay."),
    (ActKind.PROMISES_OUTCOME, "Medicare covers skilled nursing, not the help with bathing."),
    (ActKind.PROMISES_OUTCOME, "It's thirty-three an hour and that covers everything, taxes and all."),
    (ActKind.PROMISES_OUTCOME, "Okay, so Denise will be there Monday at eleven."),
    (ActKind.IDENTIFIES_CLIENT, "I was at the health fair at the library last month."),
    (ActKind.DISPARAGES, "I won't say anything bad about another agency."),
    (ActKind.DISPARAGES, "They're a good company as far as I know."),
    (ActKind.DISPARAGES, "You said they never showed up, I'm sorry that happened."),
    (ActKind.DISPARAGES, "He said the last agency was terrible."),
    (ActKind.DISPARAGES, "You're useless."),
    (ActKind.DISPARAGES, "They have a great reputation for showing up."),
    (ActKind.DISPARAGES, "Some of them lie awake all night."),
    (ActKind.DISPARAGES, "You never know with these discharges."),
    (ActKind.DISPARAGES, "We don't hire anybody off the street."),
    (ActKind.DISPARAGES, "She'll rob you of your sleep if she walks about at night."),
    (ActKind.DISPARAGES, "You're afraid she'd steal from you."),
    (ActKind.DISPARAGES, "Paying cash can be illegal, an accountant could tell you."),
    (ActKind.DISPARAGES, "What happens when she's out sick?"),
    (ActKind.DISPARAGES, "He'll be one of those men who love to talk."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "I can't pay for referrals, nobody should."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "For the next patient you send us I'd come myself."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "We don't give gifts for referrals."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "That's a good price you got on the house."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "I can get you started tonight if you give me a card number."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "I'll send you the forms as soon as you give me your email."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "One call from me, by Friday, about every family you send our way."),
    (ActKind.STEERS_CHOICE, "Families choose, we'd just be one name on the list."),
    (ActKind.STEERS_CHOICE, "Who gives the families the list?"),
    (ActKind.IDENTIFIES_CLIENT, "I can't share names, but we have clients in your neighborhood."),
    (ActKind.IDENTIFIES_CLIENT, "Does your mother live on Oak Street?"),
]


@pytest.mark.parametrize(("kind", "marked"), SAID)
def test_the_act_spans_the_words_that_do_it(kind: ActKind, marked: str) -> None:
    """The clauses that do the act are its span, and nothing else of the utterance is."""
    assert spans(kind, marked) == expected(marked)


@pytest.mark.parametrize(("kind", "marked"), SAID)
def test_it_is_found_in_what_a_recogniser_gives(kind: ActKind, marked: str) -> None:
    """Without marks and capitals and with fillers put in, the act is still there."""
    assert kind in kinds_as_heard(marked)


@pytest.mark.parametrize(("kind", "text"), NEAR_MISSES)
def test_what_only_looks_like_it_is_none(kind: ActKind, text: str) -> None:
    """The same words denied, asked about, or meant otherwise do nothing."""
    assert spans(kind, text) == []


def test_asking_who_makes_sure_of_somebody_runs_nobody_down() -> None:
    """Those people may be the families."""
    assert "disparages" not in {act.kind.value for act in recognise("Who makes sure those people are safe?")}
    assert "disparages" in {act.kind.value for act in recognise("Honestly, those people are lazy.")}


def test_who_checks_back_offers_no_check() -> None:
    """A case is asked for and a day named, and no money."""
    said = "Would you ring me with the next one, and I'll check back next Thursday?"
    assert ActKind.OFFERS_VALUE_FOR_REFERRALS not in {act.kind for act in recognise(said)}


def test_sending_people_to_us_is_referring() -> None:
    """The gift beside it is for that."""
    said = "If you send people to us I could drop off some gift cards for your front desk."
    assert ActKind.OFFERS_VALUE_FOR_REFERRALS in {act.kind for act in recognise(said)}


def test_what_a_rate_covers_is_no_promise_of_cover() -> None:
    """Only a payer's is."""
    rate = "Our rate is thirty-five an hour and that covers everything, the caregiver's insurance and the taxes."
    assert ActKind.PROMISES_OUTCOME not in {act.kind for act in recognise(rate)}
    payer = "Medicare covers everything, and our rate is thirty-five an hour."
    assert ActKind.PROMISES_OUTCOME in {act.kind for act in recognise(payer)}
