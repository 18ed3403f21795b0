"""Promises that nobody can keep."""

from sparring.speech_acts import ActKind, recognise
from tests.speech_acts.kinds.conftest import ActsInSentences

SAID = [
    (ActKind.PROMISES_OUTCOME, "[Rosa starts Monday, you have my word]."),
    (ActKind.PROMISES_OUTCOME, "[The VA's gonna say yes]."),
    (ActKind.PROMISES_OUTCOME, "[I guarantee Rosa will be there Monday at eight]."),
    (ActKind.PROMISES_OUTCOME, "[The VA's gonna cover this, hundred percent]."),
    (ActKind.PROMISES_OUTCOME, "With us [he's never going back to the hospital]."),
    (ActKind.PROMISES_OUTCOME, "[I guarantee Medicare will pay for it]."),
    (ActKind.PROMISES_OUTCOME, "[medicare covers all of this don't worry]"),
    (ActKind.PROMISES_OUTCOME, "[She will never fall again with us]."),
    (ActKind.PROMISES_OUTCOME, "[we promise your mother will get better]"),
    (ActKind.PROMISES_OUTCOME, "[She'll be back on her feet, I guarantee]."),
    (ActKind.PROMISES_OUTCOME, "[We can tell people they'll qualify], we've seen it loads of times."),
    (ActKind.PROMISES_OUTCOME, "[The VA will approve him], it's a formality."),
    (ActKind.PROMISES_OUTCOME, "[Those bedsores are going to clear right up]."),
    (ActKind.PROMISES_OUTCOME, "[She will not end up in a home]."),
    (ActKind.PROMISES_OUTCOME, "[Give us six weeks and he's off that walker]."),
    (ActKind.PROMISES_OUTCOME, "[There's not a thing that can go wrong]."),
]
NEAR_MISSES = [
    (ActKind.PROMISES_OUTCOME, "You will never get a machine when you call us at night."),
    (ActKind.PROMISES_OUTCOME, "If the VA approves him it can pay for some of the hours."),
    (ActKind.PROMISES_OUTCOME, "Her policy may cover part of it."),
    (ActKind.PROMISES_OUTCOME, "Four hours a week is four hours, and I'd put it in writing."),
    (ActKind.PROMISES_OUTCOME, "Our rate will not change before January."),
    (ActKind.PROMISES_OUTCOME, "He'd be walking with somebody beside him."),
    (ActKind.PROMISES_OUTCOME, "If the VA says yes we start."),
    (ActKind.PROMISES_OUTCOME, "I guarantee you'll talk to me, not a machine."),
    (ActKind.PROMISES_OUTCOME, "I'll guarantee you a call back within the hour."),
    (ActKind.PROMISES_OUTCOME, "I guarantee somebody will be there."),
    (ActKind.PROMISES_OUTCOME, "It's thirty-five an hour, and that covers everything, taxes, insurance, and a backup."),
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
    (ActKind.PROMISES_OUTCOME, "Nobody can swear she won't fall, but it might help to have an arm there."),
    (ActKind.PROMISES_OUTCOME, "Nobody gets left without care, that's my promise."),
]


class TestPromises(ActsInSentences):
    """By the sentences above."""

    said, near_misses = SAID, NEAR_MISSES


def test_what_a_rate_covers_is_no_promise_of_cover() -> None:
    """Only a payer's is."""
    rate = "Our rate is thirty-five an hour and that covers everything, the caregiver's insurance and the taxes."
    assert ActKind.PROMISES_OUTCOME not in {act.kind for act in recognise(rate)}
    payer = "Medicare covers everything, and our rate is thirty-five an hour."
    assert ActKind.PROMISES_OUTCOME in {act.kind for act in recognise(payer)}
