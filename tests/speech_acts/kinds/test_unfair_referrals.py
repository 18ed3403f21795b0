"""Something of value for referrals."""

from sparring.speech_acts import ActKind, recognise
from tests.speech_acts.kinds.conftest import ActsInSentences

SAID = [
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "[There's pizza in it for the floor, each admit you get me]."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "[I'll bring donuts for your whole staff every Friday]."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "[I'll drop off donuts Friday, you drop me a name, deal]?"),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "[You help me out, I take care of your Christmas party]."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "[I'll bring lunch for you and your team whenever you send us someone]."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "[for the first one you send I've got a gift card with your name on it]!"),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "[We give a fifty dollar gift card for every referral]."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "[we take very good care of the people who send us cases]"),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "[For each patient you refer, we pay a finder's fee]."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "[I'll bring you donuts once you refer a family]."),
    (
        ActKind.OFFERS_VALUE_FOR_REFERRALS,
        "[Every family that comes out of your unit, I'll put twenty bucks toward your coffee machine].",
    ),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "[If your cousin signs up I'll take two hours off your bill]."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "[There's two hundred in it for you]."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "[Anybody who sends me two goes in the drawing for the tablet]."),
    (
        ActKind.OFFERS_VALUE_FOR_REFERRALS,
        "[I'd be happy to cover the sandwiches as long as we're getting our share of the discharges].",
    ),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "[Any chance a massage certificate would help you remember my card]?"),
]
NEAR_MISSES = [
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "Thank you for the families you've sent us, it means a lot."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "When you send us a family, I'll send you a note on how they're doing."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "For each person who starts with us there's a free visit from our nurse."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "Could I come by with some lunch for the team and do a quick talk on falls?"),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "Put our card on every door."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "I can't bring dinner for referrals."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "I can't pay for referrals, nobody should."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "For the next patient you send us I'd come myself."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "We don't give gifts for referrals."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "That's a good price you got on the house."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "I can get you started tonight if you give me a card number."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "I'll send you the forms as soon as you give me your email."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "One call from me, by Friday, about every family you send our way."),
    (ActKind.OFFERS_VALUE_FOR_REFERRALS, "We don't pay anybody for sending families to us."),
]


class TestUnfairReferrals(ActsInSentences):
    """By the sentences above."""

    said, near_misses = SAID, NEAR_MISSES


def test_who_checks_back_offers_no_check() -> None:
    """A case is asked for and a day named, and no money."""
    said = "Would you ring me with the next one, and I'll check back next Thursday?"
    assert ActKind.OFFERS_VALUE_FOR_REFERRALS not in {act.kind for act in recognise(said)}


def test_sending_people_to_us_is_referring() -> None:
    """The gift beside it is for that."""
    said = "If you send people to us I could drop off some gift cards for your front desk."
    assert ActKind.OFFERS_VALUE_FOR_REFERRALS in {act.kind for act in recognise(said)}
