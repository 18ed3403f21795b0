"""From a scorecard and its call to the report."""

import json
from typing import Any

import pytest

from sparring.documents import VersionRef
from sparring.grade.coaching.takeaways import NO_COACHING
from sparring.grade.human.override import with_overrides
from sparring.grade.rules.grader import GRADER
from sparring.persona import load_personas
from sparring.report.branches import Beside
from sparring.report.build import build_report
from sparring.report.document import CriterionShown, Report
from sparring.report.overrides import CoachView
from sparring.scorecard import Advice, Coaching, GraderRef, MissedMoment
from sparring.transcript import Turn, TurnLatency
from tests.fakes.documents import (
    CALL_ID,
    a_persona,
    a_rubric,
    a_scorecard,
    a_transcript,
    an_answer,
    an_appeal,
    an_override,
)

OTHER_RUBRIC = VersionRef(id="inside_sales", version=9, digest="0" * 64)


def a_report(**scorecard: Any) -> Report:
    return build_report(a_scorecard(**scorecard), a_transcript(), a_persona(), a_rubric())


def an_advice(criterion: str, *, turn: int) -> Advice:
    return Advice(criterion=criterion, what="Ask.", instead_of=None, better="Who else decides?", turn=turn)


def criteria(report: Report) -> dict[str, CriterionShown]:
    return {criterion.id: criterion for category in report.categories for criterion in category.criteria}


def test_it_has_exactly_the_agreed_shape() -> None:
    """The page reads these names, in this form."""
    shown = json.loads(a_report().model_dump_json())
    assert list(shown) == [
        *("call_id", "status", "reason", "persona", "rubric", "started_at", "duration_ms", "attempt", "difficulty"),
        *("score", "passed", "pass_score", "totals", "error_bar", "coach_score", "categories", "red_lines"),
        *("flags", "actor", "strengths"),
        *("fix_first", "next_up", "try_persona", "delivery", "facts", "fork_of", "fork_turn", "branch", "retakes"),
        *("upload", "progress", "practice"),
        *("turns", "latency", "grader", "judged", "worded", "ending", "engines"),
    ]
    assert shown["call_id"] == CALL_ID
    assert shown["persona"] == {"id": "maria", "name": "Maria Lopez", "role": "daughter"}
    assert shown["rubric"] == {"id": "inside_sales", "version": a_rubric().version, "title": a_rubric().title}
    assert (shown["score"], shown["passed"], shown["pass_score"]) == (71.3, True, a_rubric().pass_score)
    assert list(shown["categories"][0]) == ["id", "title", "points", "max_points", "criteria"]
    assert set(shown["categories"][0]["criteria"][0]) >= {"level_title", "next_level_check", "evidence", "rationale"}
    assert list(shown["facts"][0]) == [
        "id",
        "text",
        "hidden",
        "earned",
        "turn",
        "earned_by",
        "told",
        "dodged",
        "question",
    ]
    assert shown["latency"] == {"glass_to_glass_ms": None, "stages": {}, "link": None}
    assert shown["turns"][0]["latency"] is None


def test_categories_come_in_the_rubrics_order_with_their_titles() -> None:
    """The report reads as the criteria did before the call."""
    assert [(one.id, one.title) for one in a_report().categories] == [
        (category.id, category.title) for category in a_rubric().categories
    ]


def test_a_category_counts_what_could_be_observed() -> None:
    """Points and their maximum add up to what the score is made of."""
    for category in a_report().categories:
        counted = [criterion for criterion in category.criteria if criterion.points is not None]
        assert category.points == sum(criterion.points or 0 for criterion in counted)
        assert category.max_points == sum(criterion.max_points for criterion in counted)


@pytest.mark.parametrize("reached", [0, 1, 2])
def test_a_level_says_what_all_points_take(reached: int) -> None:
    """Not what the next level takes: "but only after price" is nothing to aim at. At the top there is nothing more."""
    criterion = next(k for _, k in a_rubric().criteria() if k.id == "callback_number")
    level = criterion.levels[reached]
    results = tuple(
        result.model_copy(
            update={
                "id": criterion.id,
                "status": "scored",
                "level": level.id,
                "points": level.points,
                "max_points": criterion.points,
            }
        )
        for result in a_scorecard().criteria[:1]
    )
    shown = criteria(a_report(criteria=results))[criterion.id]
    assert shown.level_title == level.title
    assert shown.next_level_check == (criterion.levels[-1].check if reached < 2 else None)


def test_a_lost_point_knows_its_moment() -> None:
    """Where it was said; else where the grade says it was due, or its advice does. What was whole has none."""
    whole = next(one for one in a_scorecard().criteria if one.evidence)
    quote = whole.evidence[0]
    lost = whole.model_copy(update={"points": 0})
    unsaid = lost.model_copy(update={"id": "unsaid", "evidence": ()})
    told = Coaching(
        strengths=(), fix_first=None, next_up=(), try_persona=None, moments=(MissedMoment(criterion="unsaid", turn=2),)
    )
    advised = told.model_copy(update={"moments": (), "fix_first": an_advice("unsaid", turn=4)})
    for coaching, due in ((told, 2), (advised, 4), (NO_COACHING, None)):
        shown = criteria(a_report(criteria=(lost, unsaid), coaching=coaching))
        assert [shown[one].turn for one in (lost.id, "unsaid")] == [quote.turn, due]
    excluded = unsaid.model_copy(update={"status": "excluded", "points": None})
    assert [one.turn for one in criteria(a_report(criteria=(whole, excluded), coaching=told)).values()] == [None, None]


def test_what_waits_for_a_listener_is_not_told_what_it_lacks() -> None:
    """Perhaps it lacks nothing."""
    unsure = a_scorecard().criteria[0].model_copy(update={"status": "listen", "level": "partial", "points": None})
    assert [one.next_level_check for one in criteria(a_report(criteria=(unsure,))).values()] == [None]


def test_a_criterion_without_a_level_has_no_title() -> None:
    """What was not observed reached nothing and lacks nothing."""
    excluded = next(one for one in criteria(a_report()).values() if one.status == "excluded")
    assert (excluded.level_title, excluded.next_level_check) == (None, None)


def test_levels_of_another_version_are_not_explained() -> None:
    """An old grade keeps its own rubric's meaning: today's titles are not put on it."""
    report = a_report(rubric=OTHER_RUBRIC)
    assert report.rubric.version == 9
    assert {one.level_title for one in criteria(report).values()} == {None}
    assert [one.title for one in report.categories] == [category.title for category in a_rubric().categories]


def test_a_category_the_rubric_does_not_know_keeps_its_id() -> None:
    """Nothing of a grade is left out because its rubric changed."""
    strange = a_scorecard().criteria[0].model_copy(update={"category": "long_gone"})
    assert [(one.id, one.title) for one in a_report(criteria=(strange,)).categories] == [("long_gone", "long_gone")]


def test_facts_are_earned_by_events() -> None:
    """Each fact says whether it came out, at which turn, and what would have opened it."""
    facts = {fact.id: fact for fact in a_report().facts}
    assert (facts["lives_alone"].earned, facts["lives_alone"].turn, facts["lives_alone"].hidden) == (True, 3, True)
    assert (facts["brother"].earned, facts["brother"].turn) == (False, None)
    assert facts["brother"].question == "Who else in the family decides with you?"
    assert not facts["discharge"].hidden


def test_facts_of_another_version_are_not_held_against_the_call() -> None:
    """A persona that was reworded since has facts that this buyer may not have had."""
    report = build_report(a_scorecard(), a_transcript(), a_persona(version=2), a_rubric())
    assert report.facts == ()


def test_the_next_buyer_is_named_when_known() -> None:
    """The advice to practise with somebody carries a name, or is left out."""
    coaching = a_scorecard().coaching.model_copy(update={"try_persona": "maria"})
    card = a_scorecard(coaching=coaching)
    named = build_report(card, a_transcript(), a_persona(), a_rubric(), personas=[a_persona()])
    assert named.try_persona is not None
    assert named.try_persona.name == "Maria Lopez"
    assert build_report(card, a_transcript(), a_persona(), a_rubric()).try_persona is None


def test_somebody_the_rep_has_not_met_is_named_first() -> None:
    """The rep's other grades say whom they know."""
    others = tuple(
        a_scorecard(persona=a_scorecard().persona.model_copy(update={"id": one.id})) for one in load_personas()[:-1]
    )
    known = [one for one in load_personas() if one.call_type == "inside"]

    def named(beside: Beside) -> str:
        report = build_report(a_scorecard(), a_transcript(), a_persona(), a_rubric(), personas=known, beside=beside)
        assert report.try_persona
        return report.try_persona.id

    first = named(Beside())
    met = tuple(one for one in others if one.persona.id == first)
    assert met
    assert named(Beside(others=met)) != first


def test_a_call_without_a_score_has_its_reason_and_its_turns() -> None:
    """Not gradable is shown as such, beside what was said."""
    report = a_report(status="not_gradable", reason="Too short.", totals=None, passed=None, criteria=())
    assert (report.score, report.passed, report.totals, report.categories) == (None, None, None, ())
    assert report.reason == "Too short."
    assert len(report.turns) == 6


@pytest.mark.parametrize("status", ["not_gradable", "void"])
def test_a_call_that_has_to_be_taken_again_gives_no_secret_away(status: str) -> None:
    """Hanging up at once does not print what there was to find out; what was earned stays."""
    outcome = {"totals": None, "passed": None, "criteria": ()}
    kept = a_report(status=status, reason="Again.", **outcome).facts
    assert all(fact.earned for fact in kept)
    assert {fact.id for fact in kept} < {fact.id for fact in a_report().facts}


def test_latency_is_summed_up_over_the_turns() -> None:
    """Per turn it stands in the turns, over the call in medians and 95th percentiles."""
    turns = tuple(
        Turn(**dict(turn) | {"latency": TurnLatency(hearing_ms=100 + turn.index, glass_to_glass_ms=400)})
        for turn in a_transcript().turns
    )
    report = build_report(a_scorecard(), a_transcript(turns=turns), a_persona(), a_rubric())
    assert report.latency.glass_to_glass_ms is not None
    assert report.latency.glass_to_glass_ms.n == 6
    assert list(report.latency.stages) == ["hearing_ms"]


def test_what_a_coach_said_stands_beside_the_grade() -> None:
    """The level with its title and points, and the score it would make; the grade stays."""
    said = an_override(level="partial", points=2, reason="Only after the price.")
    card = a_scorecard()
    coach = CoachView({said.criterion: said}, with_overrides(card, a_rubric(), [said]))
    report = build_report(card, a_transcript(), a_persona(), a_rubric(), beside=Beside(coach=coach))
    shown = next(one for category in report.categories for one in category.criteria if one.id == said.criterion)
    assert shown.override
    assert (shown.level, shown.points) == ("clear", 4)
    assert (shown.override.level, shown.override.points, shown.override.by) == ("partial", 2, "Coach Ann")
    assert card.totals
    assert report.score == card.totals.score != report.coach_score


def test_what_the_rep_said_stands_beside_the_grade() -> None:
    """With its answer; neither level nor score moves, and no second score appears."""
    said, card = an_appeal(answer=an_answer()), a_scorecard()
    coach = CoachView(appeals={said.criterion: said})
    report = build_report(card, a_transcript(), a_persona(), a_rubric(), beside=Beside(coach=coach))
    shown = {one.id: one for category in report.categories for one in category.criteria}
    appeal = shown[said.criterion].appeal
    assert appeal
    assert (appeal.why, appeal.answer) == (said.why, an_answer())
    assert [one.id for one in shown.values() if one.appeal] == [said.criterion]
    assert card.totals
    assert (report.score, report.coach_score) == (card.totals.score, None)


def test_a_score_has_its_grader_s_error_bar_or_none() -> None:
    """A grader that was never compared with people has no error bar, and its report says so."""
    known = build_report(
        a_scorecard(grader=GRADER, rubric=a_rubric().ref), a_transcript(), a_persona(), a_rubric()
    ).error_bar
    assert known
    assert known.low <= 71.3 <= known.high
    unknown = a_scorecard(grader=GraderRef(name="judge", version="0"))
    assert build_report(unknown, a_transcript(), a_persona(), a_rubric()).error_bar is None
