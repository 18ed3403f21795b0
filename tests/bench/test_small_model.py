"""The bench of the small real model: what it asks, and that it would notice an invented score."""

import asyncio
import json
from itertools import islice
from typing import Any

import pytest
from bench.small_model import BoundedJudge, bounded, claims, graded, invented, parted, parts

from sparring.grade.judge.form import judged, section_form
from sparring.rubric import find_rubric
from sparring.scorecard import Scorecard
from tests.fakes.judges import ScriptedJudge, as_the_rules, inventing
from tests.fakes.walks import walks


def test_a_bounded_form_lets_nothing_else_through() -> None:
    """Lists and texts get a length; whatever fits the bounded form fits the judge's own."""
    form = section_form(judged(find_rubric("inside_sales").categories[0]))
    criteria: dict[str, Any] = bounded(form)["properties"]["criteria"]["properties"]
    for criterion in criteria.values():
        fields = criterion["properties"]
        assert fields["evidence"]["maxItems"]
        assert fields["rationale"]["maxLength"]
        assert "maxLength" not in fields["level"]


def test_answers_are_counted_also_when_they_are_none() -> None:
    """Criteria and quotes of an answer; one that is no JSON is unreadable."""
    (text,) = walks(section_form(judged(find_rubric("inside_sales").categories[0])), seed="1", count=1)
    assert claims(text)["criteria"] == len(json.loads(text)["criteria"])
    assert claims('{"criteria": {"a"') == {"unreadable": 1}


def test_there_is_enough_to_grade() -> None:
    """At least fifty gradings, each by one criterion that is quoted, of a call that can be graded."""
    pairs = list(islice(parts(), 50))
    assert len(pairs) == 50
    assert {len(list(rubric.criteria())) for _, rubric in pairs} == {1}
    whole = find_rubric("outside_sales")
    assert sum(part.points for part in parted(whole)) <= whole.points


@pytest.fixture(scope="module")
def honest() -> tuple[Scorecard, Any, Any]:
    """A grade with points by what the rules found, the call and the rubric."""
    for call, rubric in parts():
        card = asyncio.run(graded(BoundedJudge(ScriptedJudge(as_the_rules(call, rubric))), call, rubric))
        if isinstance(card, Scorecard) and any(one.points for one in card.criteria):
            return card, call, rubric
    pytest.fail("no call has any points")


def test_a_score_with_its_words_is_no_invention(honest: tuple[Scorecard, Any, Any]) -> None:
    """Points with verbatim spans of the right speaker."""
    assert invented(*honest) == []


@pytest.mark.parametrize("spoilt", ["none", "elsewhere", "other words", "other speaker"])
def test_a_score_without_its_words_is_noticed(honest: tuple[Scorecard, Any, Any], spoilt: str) -> None:
    """No evidence, another place, other words, another speaker: each is an invention."""
    card, call, rubric = honest
    (result,) = [one for one in card.criteria if one.points]
    first = result.evidence[0]
    other = next(turn.index for turn in call.turns if turn.speaker != call.turns[first.turn].speaker)
    told = call.turns[other].text
    changes: dict[str, Any] = {
        "none": (),
        "elsewhere": (first.model_copy(update={"start": first.start + 1, "end": first.end + 1}),),
        "other words": (first.model_copy(update={"quote": first.quote + " indeed"}),),
        "other speaker": (first.model_copy(update={"turn": other, "quote": told, "start": 0, "end": len(told)}),),
    }
    worse = result.model_copy(update={"evidence": changes[spoilt]})
    assert invented(card.model_copy(update={"criteria": (worse,)}), call, rubric) == [result.id]


def test_a_model_that_invents_gets_nothing() -> None:
    """The highest level on words nobody said: no points in any of the first calls."""
    for call, rubric in islice(parts(), 6):
        card = asyncio.run(graded(BoundedJudge(ScriptedJudge(inventing)), call, rubric))
        assert isinstance(card, str) or not any(one.points for one in card.criteria)
