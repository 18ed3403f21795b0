"""A model's answer, read strictly."""

import json
from typing import Any

import pytest

from sparring.errors import AnswerRejected
from sparring.grade.judge.answer import MAX_ANSWER_BYTES, Quoted, read_coaching, read_section
from sparring.grade.judge.form import judged
from sparring.rubric import find_rubric
from tests.fakes.judges import claim

CRITERIA = judged(find_rubric("inside_sales").categories[1])  # names_the_feeling, reflects_facts


def answer(**changes: Any) -> str:
    criteria = {"names_the_feeling": claim("clear", (2, "That sounds like a lot")), "reflects_facts": claim("absent")}
    return json.dumps({"criteria": criteria | changes})


def test_claims_come_in_the_order_that_was_asked_for() -> None:
    """Each with the place of its level in the criterion's own list."""
    first, second = read_section(answer(), CRITERIA)
    assert (first.criterion, first.level, second.level) == ("names_the_feeling", 2, 0)
    assert first.quotes == (Quoted(turn=2, quote="That sounds like a lot"),)


def test_a_level_is_known_whatever_its_case() -> None:
    """Some services do not promise the case of enumerated values."""
    assert read_section(answer(reflects_facts=claim(" CLEAR")), CRITERIA)[1].level == 2


@pytest.mark.parametrize(
    "changes",
    [
        {"invented_criterion": claim("clear")},
        {"reflects_facts": claim("excellent")},
        {"reflects_facts": claim("3")},
        {"reflects_facts": {"evidence": [], "level": "clear"}},
        {"reflects_facts": {**claim("clear"), "score": 99}},
        {"reflects_facts": {**claim("clear"), "evidence": [{"turn": "2", "quote": "x"}]}},
        {"reflects_facts": {**claim("clear"), "evidence": [{"turn": True, "quote": "x"}]}},
        {"reflects_facts": {**claim("clear"), "rationale": "bad\u202edirection"}},
        {"reflects_facts": {**claim("clear"), "rationale": "nul\x00"}},
        {"reflects_facts": None},
        {"reflects_facts": {**claim("clear"), "level": None}},
    ],
)
def test_what_is_not_the_form_is_refused_whole(changes: dict[str, Any]) -> None:
    """An invented criterion, a level of another scale, a number, a missing or an extra key: no part of it is used."""
    with pytest.raises(AnswerRejected):
        read_section(answer(**changes), CRITERIA)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "I think the rep did well.",
        "```json\n" + answer() + "\n```",
        answer() + answer(),
        answer()[:-2],
        '{"criteria": {}}',
        '{"criteria": {"names_the_feeling": 1, "names_the_feeling": 2}}',
        '{"score": NaN}',
        '{"a": "\ud800"}',
        "[" * 100_000,
        " " * (MAX_ANSWER_BYTES + 1),
    ],
)
def test_text_that_is_no_answer_is_refused(text: str) -> None:
    """Prose, fences, two answers, a cut-off one, doubled keys, half a character: never mended."""
    with pytest.raises(AnswerRejected):
        read_section(text, CRITERIA)
    with pytest.raises(AnswerRejected):
        read_coaching(text)


def test_a_missing_criterion_is_refused() -> None:
    """An answer about half a section would leave the other half to guesswork."""
    with pytest.raises(AnswerRejected):
        read_section(json.dumps({"criteria": {"reflects_facts": claim("clear")}}), CRITERIA)
