"""Two questions in one sentence are two questions."""

import pytest

from sparring.call.mind.heard.joined_questions import apart
from sparring.call.mind.heard.questions import Question
from sparring.speech_acts import Topic


def halves(text: str, *cues: str) -> list[str]:
    """What a question is made of."""
    return [one.text for one in apart(Question(None, False, text, frozenset(cues)), frozenset(cues))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "how many residents do you have and do many of them need more help",
            ["how many residents do you have", "do many of them need more help"],
        ),
        ("where does she live and is she by herself there", ["where does she live", "is she by herself there"]),
        ("what does he need and how old is he", ["what does he need", "how old is he"]),
    ],
)
def test_a_question_after_and_is_one_of_its_own(text: str, expected: list[str]) -> None:
    """Each half is asked for by itself."""
    assert halves(text) == expected


@pytest.mark.parametrize(
    "text",
    ["does he need help with the bath and with meals", "and is she by herself", "tell me about her and what happened"],
)
def test_what_belongs_together_is_one_question(text: str) -> None:
    """Two things to be helped with, a question that only begins with "and", an invitation."""
    assert halves(text) == [text]


def test_each_half_has_the_cues_that_occur_in_it() -> None:
    """The second one is about what its own words name."""
    first, second = apart(
        Question(None, False, "who pays for it and where does she live", frozenset({"pays", "live"})),
        frozenset({"pays", "live"}),
    )
    assert (first.found, second.found) == (frozenset({"pays"}), frozenset({"live"}))


def test_a_name_may_begin_the_second_question() -> None:
    """As in "what's the address, and will Linda be there"."""
    asked = Question(Topic.LOCATION, is_open=False, text="what's the address and will linda be there")
    assert [one.text for one in apart(asked, frozenset())] == ["what's the address", "will linda be there"]
