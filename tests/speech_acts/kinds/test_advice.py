"""Telling the other side what to do: advice, and pressure to decide."""

from sparring.speech_acts import ActKind
from tests.speech_acts.kinds.conftest import ActsInSentences

SAID = [
    (ActKind.ADVICE, "[You should really talk to her doctor about that]."),
    (ActKind.ADVICE, "[i would recommend starting with four hours three mornings a week]"),
    (ActKind.ADVICE, "[You should get grab bars in that bathroom]."),
    (ActKind.ADVICE, "[My advice would be to start small]."),
    (ActKind.ADVICE, "[you might want to consider an overnight caregiver]"),
    (ActKind.PRESSURE, "[I need an answer today]."),
    (ActKind.PRESSURE, "[we only have one slot left this week so you should sign up now]"),
    (ActKind.PRESSURE, "[the rate goes up tomorrow], [so let's lock this in today]"),
    (ActKind.PRESSURE, "[How would you feel if something happened to her tonight]?"),
    (ActKind.PRESSURE, "[You can't afford to wait on this]."),
    (ActKind.PRESSURE, "[What are you waiting for]?"),
    (ActKind.PRESSURE, "[you have to make up your mind now]"),
    (ActKind.PRESSURE, "[You'd have to sign up today]."),
    (ActKind.PRESSURE, "[Your brother needs to sign up today]."),
    (ActKind.PRESSURE, "[What sort of family does that]?"),
    (ActKind.PRESSURE, "[What kind of a son would leave her alone]?"),
]
NEAR_MISSES = [
    (ActKind.ADVICE, "You don't have to decide today."),
    (ActKind.ADVICE, "What do you need to see?"),
    (ActKind.ADVICE, "You should get a call from our office."),
    (ActKind.ADVICE, "Do you think you need nights?"),
    (ActKind.ADVICE, "You said you need help in the mornings."),
    (ActKind.PRESSURE, "What kind of person would she get along with?"),
    (ActKind.PRESSURE, "What sort of person does he like to have around?"),
    (ActKind.PRESSURE, "There's no pressure and nothing to sign today."),
    (ActKind.PRESSURE, "You don't need to decide today."),
    (ActKind.PRESSURE, "We never ask anyone to sign on the spot."),
    (ActKind.PRESSURE, "Take your time and talk it over with your brother."),
    (ActKind.PRESSURE, "Who'd need to say yes before we got started?"),
    (ActKind.PRESSURE, "When could we start care?"),
    (ActKind.PRESSURE, "Is your brother going to sign up today?"),
    (ActKind.PRESSURE, "Your brother can sign up today if he wants."),
    (ActKind.PRESSURE, "Did he sign up for it today?"),
    (ActKind.PRESSURE, "What made you decide to call us today?"),
    (ActKind.PRESSURE, "When do you need to make up your mind?"),
    (ActKind.PRESSURE, "Tell me how fast you must make up your mind."),
]


class TestAdvice(ActsInSentences):
    """By the sentences above."""

    said, near_misses = SAID, NEAR_MISSES
