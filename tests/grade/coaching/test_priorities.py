"""Which gap comes first."""

from sparring.grade.coaching.priorities import by_priority, mostly_missing, points_lost
from sparring.rubric import Criterion, find_rubric
from sparring.scorecard import CriterionResult
from tests.fakes.scripted import Call

INSIDE = {criterion.id: (category.id, criterion) for category, criterion in find_rubric("inside_sales").criteria()}
SILENT = Call("R: Hello.\nB: Hi.").hearing()


def result(criterion: str, points: int | None) -> CriterionResult:
    """A criterion of the inside rubric with so many points; None: it could not be observed."""
    category, known = INSIDE[criterion]
    level = next((level.id for level in known.levels if level.points == points), None)
    return CriterionResult(
        id=criterion,
        category=category,
        title=known.title,
        status="excluded" if points is None else "scored",
        level=level,
        points=points,
        max_points=known.points,
        evidence=(),
        rationale="",
    )


def order(*results: CriterionResult, of: Call | None = None) -> list[str]:
    """Ids in the order of priority; each was due in the turn of its place."""
    criteria: dict[str, Criterion] = {name: criterion for name, (_, criterion) in INSIDE.items()}
    hearing = of.hearing() if of else SILENT
    moments = {one.id: 2 * place for place, one in enumerate(results)}
    return [one.id for one in by_priority(hearing, results, criteria, moments)]


def test_a_part_of_the_call_that_is_mostly_missing_comes_before_a_bigger_gap_elsewhere() -> None:
    """Who asks nothing learns to ask, before anything about a visit that five points hang on."""
    asked_nothing = [result(name, 0) for name in ("what_happened", "safety", "who_decides")]
    found = order(*asked_nothing, result("location", 2), result("proposes_two_times", 0), result("sums_up", 2))
    assert found[0] == "what_happened"
    assert found[1] == "proposes_two_times"


def test_without_such_a_part_the_biggest_gap_comes_first() -> None:
    """A few small gaps do not hide the visit that was never offered."""
    discovery = [result("what_happened", 2), result("safety", 4), result("who_needs_care", 2), result("care_areas", 5)]
    assert order(*discovery, result("proposes_two_times", 0), result("confirms_details", 3), result("sums_up", 2)) == [
        "proposes_two_times",
        "what_happened",
        "who_needs_care",
    ]


def test_what_comes_after_it_is_of_other_parts_of_the_call_first() -> None:
    """Three questions in a row would be one piece of advice."""
    gaps = [result(name, 0) for name in ("what_happened", "safety", "names_the_feeling", "proposes_two_times")]
    found = order(*gaps, result("sums_up", 2), result("reflects_facts", 4))
    assert found == ["what_happened", "proposes_two_times", "names_the_feeling", "safety"]


def test_a_question_whose_answer_was_told_unasked_is_worth_half() -> None:
    """Who was told where the mother lives did not have to ask."""
    told = Call("R: Hello.\nB: My mother lives in Fairview and needs help.\nR: I see.\nB: Yes.")
    gaps = (result("location", 0), result("honest_limits", 0))
    assert order(*gaps) == ["location", "honest_limits"]
    assert order(*gaps, of=told) == ["honest_limits", "location"]


def test_of_parts_that_weigh_the_same_the_earliest_is_the_one_to_learn() -> None:
    """A call rests on its beginning."""
    outside = find_rubric("outside_sales")
    nothing = [
        result("safety", 0).model_copy(update={"id": criterion.id, "category": category.id, "max_points": 5})
        for category, criterion in outside.criteria()
    ]
    assert mostly_missing(nothing) == "preparation"
    assert mostly_missing(nothing[4:]) == "discovery"


def test_one_gap_alone_is_no_part_of_a_call() -> None:
    """Price was all that could be observed of the concerns, and it was not told."""
    assert mostly_missing([result("honest_price", 0), result("compares_fairly", None)]) is None


def test_half_is_not_most() -> None:
    """More than half has to be missing."""
    half = [result("what_happened", 2), result("who_needs_care", 2)]
    assert mostly_missing(half) is None
    assert mostly_missing([*half, result("safety", 0)]) == "discovery"


def test_nothing_was_lost_where_nothing_was_scored() -> None:
    """A criterion that was left open has no points to gain."""
    assert points_lost(result("location", None)) == 0
    assert points_lost(result("location", 0)) == 2
    assert order(result("location", None), result("safety", 4)) == []
