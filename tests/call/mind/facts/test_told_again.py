"""What was told a moment ago is not told once more."""

from dataclasses import replace

import pytest

from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.facts.disclosure import AskedBuyer
from sparring.call.mind.facts.told_again import not_told_again
from sparring.call.mind.heard.questions import Question
from tests.fakes.personas import a_fact, small_persona
from tests.fakes.reps import opened

_LINES = [
    "A man lay there till the mail came.",
    "His daughter found him.",
    "One of ours, a Sunday.",
    "He lay there.",
]
_FALL = a_fact("fall", "what_happened", lines=_LINES, question="What happened on Sunday?")
_RECALL = Part(PartKind.RECALL, "fall")


def _answer(text: str, *, said: tuple[str, ...] = (_LINES[0],), **changes: object) -> Part:
    practice = opened(small_persona(facts=[_FALL]))
    told = replace(practice.state.rapport, told=("fall",))
    state = replace(practice.state, last=(Part(PartKind.TELL, "fall"),), said=said, rapport=told)
    asked = replace(Question(None, is_open=True, text=text), **changes)  # type: ignore[arg-type]
    return not_told_again(AskedBuyer(practice.persona, state, told), asked, _RECALL)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("how long was he lying there", "after.how_long"),
        ("why did nobody look for him", "after.why"),
        ("how did he lie there", "after.how"),
        ("what keeps you from calling him", "after.why"),
    ],
)
def test_what_a_story_does_not_say_is_not_known(text: str, group: str) -> None:
    """In words of the form that was asked in, and not the same story again."""
    assert _answer(text) == Part(PartKind.UNKNOWN, group)


def test_what_was_told_long_ago_may_be_told_again() -> None:
    """Who asks anew has forgotten it."""
    assert _answer("why did nobody look for him", said=(_LINES[0], "Yes.", "No.")) == _RECALL


def test_a_question_in_its_author_s_own_words_is_answered() -> None:
    """However short a time ago it was told; so is one that checks it."""
    assert _answer("how long was he lying there", written=frozenset({0})) == _RECALL
    assert _answer("he lay there till monday") == _RECALL


def test_what_the_story_has_is_told() -> None:
    """Who found him is in a line that was not said."""
    assert _answer("who found him") == _RECALL
