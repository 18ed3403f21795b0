"""What callers say about their own lives when a question reaches no fact."""

import pytest

from sparring.call.mind.heard.questions import Question
from sparring.call.mind.not_known.by_callers import asks_opinion, asks_them_to_come, of_a_caller, tells_who_comes
from sparring.call.mind.phrases import PHRASES
from sparring.persona import find_persona


def asked(text: str) -> Question:
    """A question about nothing in particular."""
    return Question(None, is_open=False, text=text)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("what would you do if the helper got the flu", "life.would"),
        ("who'll be there on thursday", "life.who_comes"),
        ("can kevin come too", "life.come"),
        ("which one works better for you", "which"),
        ("what time does she get up", ""),
        ("is she more of a morning person or a night owl", ""),
        ("are you patient with her", ""),
        ("does she get along with people", ""),
        ("when did you last have a day off", ""),
        ("he plays golf", ""),
    ],
)
def test_a_caller_leaves_open_only_what_is_open(text: str, group: str) -> None:
    """How a life is has an answer: who does not know it says so, and not "it depends on the day"."""
    assert of_a_caller(asked(text)) == group
    assert not group or f"unknown.{group}" in PHRASES


@pytest.mark.parametrize(
    ("text", "proposes"),
    [
        ("how do you feel about a nurse coming by", True),
        ("would you be open to a short visit", True),
        ("how do you feel about it", False),
        ("how do you feel", False),
    ],
)
def test_an_opinion_is_asked_on_something(text: str, *, proposes: bool) -> None:
    """To be asked what one thinks of an idea is not to be asked how one is."""
    assert asks_opinion(asked(text)) is proposes


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("would he come to a meeting", True),
        ("could your boss sit in", True),
        ("will they come along", True),
        ("would they come home on friday", False),
        ("would you come to a meeting", False),
        ("would he come up with a plan", False),
    ],
)
def test_whether_somebody_would_come_is_asked_of_another(text: str, *, asks: bool) -> None:
    """And not whether anybody comes home."""
    assert asks_them_to_come(asked(text)) is asks


def test_when_there_is_a_meeting_says_nothing_of_who_would_come() -> None:
    """Only what is asked for by who will be there does."""
    assert tells_who_comes(find_persona("elder_law_attorney").facts_by_id["there_js"])
    assert not tells_who_comes(find_persona("home_health_nurse").facts_by_id["office_meets"])
