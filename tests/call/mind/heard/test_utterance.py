"""What can be asked of an utterance once it is read."""

import pytest

from sparring.call.mind.heard.understanding import understood
from sparring.call.mind.heard.utterance import Reading
from sparring.persona import find_persona
from sparring.speech_acts import ActKind
from tests.fakes.reps import saying

DAUGHTER = find_persona("daughter_discharge")


def reading(text: str, *kinds: ActKind) -> Reading:
    return understood(DAUGHTER, saying(text, *kinds))


@pytest.mark.parametrize(
    ("kinds", "only"),
    [
        ((ActKind.THANKS,), True),
        ((ActKind.THANKS, ActKind.USES_NAME, ActKind.BACKCHANNEL), True),
        ((ActKind.BACKCHANNEL,), False),
        ((ActKind.THANKS, ActKind.PRICE), False),
    ],
)
def test_thanks_alone_are_told_from_thanks_with_something_to_say(kinds: tuple[ActKind, ...], *, only: bool) -> None:
    """A name and a nod add nothing to them; without thanks there are none."""
    assert reading("Okay, thank you, Laura.", *kinds).only_thanks is only


def test_asking_for_a_name_is_a_question_without_a_topic() -> None:
    """So are a number and a moment of the buyer's time; a statement is none."""
    for kind in (ActKind.ASKS_NAME, ActKind.ASKS_CONTACT, ActKind.ASKS_FOR_TIME):
        assert reading("And you are", kind).is_question
    assert not reading("We are here for you.", ActKind.BACKCHANNEL).is_question


def test_a_next_step_is_proposed_with_a_time_or_without() -> None:
    """By the recogniser's word for it, by a day, or by a wish to meet."""
    assert reading("Then let us do this.", ActKind.PROPOSES_NEXT_STEP).proposes
    assert reading("Could I come by tomorrow at two?").proposes
    assert reading("How about a visit?").proposes
    assert not reading("We have cared for people since 2009.").proposes


def test_what_is_asked_about_is_not_stated() -> None:
    """Asking about a shower says that one was named, not that there is one."""
    asked, stated = (
        reading("Who helps him with the shower?", ActKind.OPEN_QUESTION),
        reading("We help with the shower."),
    )
    assert (asked.says(["shower"]), stated.says(["shower"])) == (True, True)
    assert (asked.states(["shower"]), stated.states(["shower"])) == (False, True)
    assert not asked.says(["garden"])
