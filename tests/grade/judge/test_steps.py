"""What the model judge does between its questions."""

import json
from collections.abc import Sequence
from itertools import chain
from typing import Any

import pytest

from sparring.errors import GradeFailed
from sparring.grade.judge.answer import CoachWords, Praise, read_section
from sparring.grade.judge.form import judged
from sparring.grade.judge.prompt import MAX_MATERIAL_CHARS
from sparring.grade.judge.steps import (
    UNVERIFIED,
    Check,
    Opinion,
    Section,
    coached,
    coaching_question,
    prepare,
    settle,
    stand_in,
    too_many_lost,
    verify,
)
from sparring.grade.rules.grader import grade
from sparring.rubric import Rubric, find_rubric
from sparring.scorecard import CriterionResult, Scorecard
from sparring.transcript import Transcript, Word
from tests.fakes.clock import START, FakeClock
from tests.fakes.golden_calls import golden_call
from tests.fakes.judges import Fill, as_the_rules, claim, fill_in, inventing, nothing, record_in
from tests.fakes.structured_outputs import lint

KINDS = ["excellent", "fair", "poor", "noisy", "charming", "red_line", "right_words_by_the_buyer"]
NONCE = "0123456789abcdef"


def base_of(call: Transcript) -> Scorecard:
    return grade(call, rubric_of(call), transcript_digest="0" * 64, graded_at=START)


def rubric_of(call: Transcript) -> Rubric:
    return find_rubric(f"{call.call_type}_sales")


def sections_of(call: Transcript, *, samples: int = 1) -> tuple[Section, ...]:
    return prepare(call, rubric_of(call), base_of(call), samples=samples, nonce=NONCE)


def opinions_of(call: Transcript, *fills: Fill) -> list[Opinion]:
    """One of each section by each of `fills`."""
    sections = sections_of(call, samples=len(fills))
    return [
        read_section(fill_in(section.question.schema, fills[place % len(fills)]), section.criteria)
        for place, section in enumerate(sections)
    ]


def checks_of(call: Transcript, opinions: Sequence[Opinion], *, rubric: Rubric | None = None) -> tuple[Check, ...]:
    return tuple(chain.from_iterable(verify(call, rubric or rubric_of(call), opinions, clock=FakeClock())))


def settled(call: Transcript, *fills: Fill) -> Scorecard:
    checks = checks_of(call, opinions_of(call, *fills))
    return settle(call, rubric_of(call), base=base_of(call), checks=checks, model="m")


def by_id(card: Scorecard) -> dict[str, CriterionResult]:
    return {result.id: result for result in card.criteria}


def test_each_section_is_asked_as_often_as_there_are_samples() -> None:
    """Six sections inside, each with a form in the subset, in an order of its own each time."""
    call = golden_call("inside", "excellent")
    sections = sections_of(call, samples=3)
    assert len(sections) == 3 * 6
    assert all(lint(section.question.schema) == () for section in sections)
    assert len({section.question.schema_name for section in sections}) == len(sections)
    assert len({section.question.material for section in sections}) == 1


def test_a_form_never_depends_on_the_call() -> None:
    """Services compile it once for a rubric version; turn numbers and names are checked in code."""
    first, second = sections_of(golden_call("inside", "excellent")), sections_of(golden_call("inside", "fair"))
    assert [json.dumps(one.question.schema) for one in first] == [json.dumps(one.question.schema) for one in second]


def test_a_section_that_does_not_apply_is_not_asked_about() -> None:
    """No objection was raised: nobody is asked how it was handled, and it leaves the sum."""
    call = golden_call("outside", "excellent")
    quiet = call.model_copy(
        update={
            "events": (),
            "turns": tuple(
                turn.model_copy(update={"text": "I see, go on please."}) if turn.speaker == "buyer" else turn
                for turn in call.turns
            ),
        }
    )
    names = [section.question.schema_name for section in sections_of(quiet)]
    assert len(names) == 4
    assert not any("objections" in name for name in names)
    assert {by_id(settled(quiet, nothing))[one].status for one in ("acknowledges", "checks_settled")} == {
        "not_applicable"
    }


def test_a_call_longer_than_a_model_takes_in_is_not_sent() -> None:
    """It fails before anything is asked."""
    call = golden_call("inside", "excellent")
    long = call.turns[1].model_copy(update={"text": "and then she said " * 440})
    turns = tuple(long.model_copy(update={"index": index}) for index in range(MAX_MATERIAL_CHARS // 7_000))
    with pytest.raises(GradeFailed, match="too long"):
        prepare(call.model_copy(update={"turns": turns}), rubric_of(call), base_of(call), samples=1, nonce=NONCE)


@pytest.mark.parametrize("call_type", ["inside", "outside"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_model_that_finds_what_the_rules_find_gives_the_same_score(call_type: str, kind: str) -> None:
    """Points, totals and red lines are code's: the same levels make the same card, whoever named them."""
    call = golden_call(call_type, kind)
    base, card = base_of(call), settled(call, as_the_rules(call, rubric_of(call)))
    levels = {name: (one.level, one.points) for name, one in by_id(base).items() if one.status != "listen"}
    assert {name: (one.level, one.points) for name, one in by_id(card).items() if name in levels} == levels
    assert card.red_lines == base.red_lines
    assert card.flags == base.flags


def test_measured_and_inapplicable_criteria_stay_the_rules() -> None:
    """No model is asked about rings, and none can say that a competitor came up."""
    call = golden_call("inside", "excellent")
    base, card = by_id(base_of(call)), by_id(settled(call, nothing))
    measured = [one.id for _, one in rubric_of(call).criteria() if one.kind == "measured"]
    assert all(card[name] == base[name] for name in measured)
    assert all(card[name].points == 0 for name in card if name not in measured and base[name].status == "scored")


def test_nobody_loses_by_words_that_were_heard_badly() -> None:
    """What the rules heard unsurely and a model did not credit is up for listening, not lost."""
    call = golden_call("inside", "excellent")
    place = by_id(base_of(call))["agency_and_name"].evidence[0].turn
    turn = call.turns[place]
    words = tuple(Word(text=word, start_ms=turn.start_ms, probability=0.2) for word in turn.text.split())
    unsure = turn.model_copy(update={"channel": "voice", "confidence": 0.2, "words": words, "corrected_from": None})
    heard = call.model_copy(update={"turns": (*call.turns[:place], unsure, *call.turns[place + 1 :])})
    stands = by_id(base_of(heard))["agency_and_name"]
    assert stands.status == "listen"
    assert by_id(settled(heard, nothing))["agency_and_name"] == stands
    assert by_id(settled(call, nothing))["agency_and_name"].points == 0


def test_inventing_gets_no_grade() -> None:
    """A model that makes quotes up has graded another call."""
    with pytest.raises(GradeFailed, match="quoted too much"):
        settled(golden_call("inside", "excellent"), inventing)


def test_a_few_inventions_cost_their_own_criteria_alone() -> None:
    """Those are unscored and leave the sum; the others stand."""
    call = golden_call("inside", "excellent")
    honest = as_the_rules(call, rubric_of(call))

    def fill(criterion: str, levels: list[str]) -> dict[str, Any]:
        return (inventing if criterion in ("location", "sums_up") else honest)(criterion, levels)

    card, base = settled(call, fill), base_of(call)
    changed = {name for name, one in by_id(card).items() if one.level != by_id(base)[name].level}
    assert changed == {"location", "sums_up"}
    assert {by_id(card)[name].status for name in changed} == {"unscored"}
    assert card.totals is not None
    assert card.totals.unscored_points == sum(by_id(card)[name].max_points for name in changed)
    assert card.judging is not None
    assert card.judging.unverified_quotes == 2


def test_three_opinions_have_a_median_and_an_agreement() -> None:
    """Two honest ones outvote one that gives nothing; the split is shown, far ones are disputed."""
    call = golden_call("inside", "excellent")
    honest = as_the_rules(call, rubric_of(call))
    card = settled(call, honest, nothing, honest)
    assert card.totals == base_of(call).totals
    assert card.judging is not None
    assert card.judging.samples == 3
    assert card.judging.agreement is not None
    assert 0.6 < card.judging.agreement < 1
    full = [name for name, one in by_id(card).items() if one.agreement is not None and one.agreement < 1]
    assert set(card.judging.disputed) <= set(full)
    assert card.judging.disputed


def test_sections_full_of_inventions_are_named_with_them() -> None:
    """So that they can be asked once more, with what was not found."""
    call = golden_call("inside", "excellent")
    rubric, clock = rubric_of(call), FakeClock()
    lost = [too_many_lost(one) for one in verify(call, rubric, opinions_of(call, inventing), clock=clock)]
    assert all(lost)
    assert len(lost[0]) == len(judged(rubric.categories[0]))
    honest = verify(call, rubric, opinions_of(call, as_the_rules(call, rubric)), clock=clock)
    assert not any(too_many_lost(one) for one in honest)


def test_the_rules_that_stand_in_say_so() -> None:
    """The same numbers, with the reason among the flags."""
    base = base_of(golden_call("inside", "fair"))
    card = stand_in(base, model="m", reason=UNVERIFIED)
    assert card.totals == base.totals
    assert card.judging is not None
    assert (card.judging.stand_in, card.judging.samples, card.judging.coached_by) == (UNVERIFIED, 0, "rules")
    assert card.flags == (*base.flags, f"The rules graded this call in the model's place. {UNVERIFIED}")


def test_the_coach_is_told_the_results_and_no_points() -> None:
    """What each criterion asks for, what was said, and which of them to word."""
    call = golden_call("inside", "fair")
    card = settled(call, as_the_rules(call, rubric_of(call)))
    question = coaching_question(call, rubric_of(call), card, nonce=NONCE)
    results = record_in(question.material)["results"]
    assert card.coaching.fix_first is not None
    assert results["advice"][0]["criterion"] == card.coaching.fix_first.criterion
    assert results["strengths"]
    assert '"points"' not in json.dumps(results)
    assert "to gain" not in json.dumps(results)
    assert lint(question.schema) == ()


def test_borne_out_coaching_is_marked_as_the_models() -> None:
    """And what is not leaves the card as it was."""
    call = golden_call("inside", "fair")
    card = settled(call, as_the_rules(call, rubric_of(call)))
    strengths = record_in(coaching_question(call, rubric_of(call), card, nonce=NONCE).material)["results"]["strengths"]
    praise = tuple(Praise(criterion=one["criterion"], sentence="You gave them room to talk.") for one in strengths)
    worded = coached(call, rubric_of(call), card, CoachWords(strengths=praise, advice=()))
    assert worded.judging is not None
    assert worded.judging.coached_by == "model"
    assert worded.coaching.strengths[0].startswith("You gave them room to talk.")
    assert worded.totals == card.totals
    assert coached(call, rubric_of(call), card, CoachWords(strengths=(), advice=())) == card


def test_levels_without_any_words_are_no_grade() -> None:
    """When nothing that was claimed can be scored there is no number."""
    call = golden_call("inside", "poor")
    rubric = rubric_of(call)
    only = rubric.model_copy(update={"categories": rubric.categories[2:3], "points": rubric.categories[2].points})

    def empty(criterion: str, levels: list[str]) -> dict[str, Any]:
        return claim(levels[-1])

    base = grade(call, only, transcript_digest="0" * 64, graded_at=START)
    sections = prepare(call, only, base, samples=1, nonce=NONCE)
    opinions = [read_section(fill_in(one.question.schema, empty), one.criteria) for one in sections]
    with pytest.raises(GradeFailed, match="could be verified"):
        settle(call, only, base=base, checks=checks_of(call, opinions, rubric=only), model="m")
