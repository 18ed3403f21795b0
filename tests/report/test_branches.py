"""A moment taken again, beside the first time."""

from typing import Any

from sparring.report.branches import Beside, GradedCall, compared, retakes, touched
from sparring.report.build import build_report
from sparring.scorecard import CriterionResult, Scorecard
from sparring.transcript import Attempt
from tests.fakes.documents import CALL_ID, OTHER_CALL_ID, a_persona, a_rubric, a_scorecard, a_transcript, call_id

FORKED_AT = 4
FORK = Attempt(fork_of=CALL_ID, fork_turn=FORKED_AT)


def a_fork(**changes: Any) -> GradedCall:
    """The call again from its last turn of the rep on, with another ending."""
    turns = list(a_transcript().turns)
    turns[4] = turns[4].model_copy(update={"text": "What would help you most?"})
    transcript = a_transcript(call_id=OTHER_CALL_ID, attempt=FORK, turns=tuple(turns))
    return GradedCall(a_scorecard(transcript, attempt=FORK, **changes), transcript)


def parent() -> GradedCall:
    return GradedCall(a_scorecard(), a_transcript())


def bettered(results: tuple[CriterionResult, ...]) -> tuple[CriterionResult, ...]:
    """The same results, but the first one that was left out has all its points."""
    at = next(place for place, one in enumerate(results) if one.status == "excluded")
    better = results[at].model_copy(update={"status": "scored", "points": results[at].max_points, "level": "full"})
    return (*results[:at], better, *results[at + 1 :])


def test_what_was_said_then_stands_beside_what_was_said_now() -> None:
    """Both moments, from the turn that was taken again."""
    shown = compared(a_fork(), parent())
    assert (shown.call_id, shown.turn, shown.at_ms) == (CALL_ID, FORKED_AT, 40_000)
    assert shown.before_turns[0].text.startswith("Could our nurse")
    assert shown.after_turns[0].text == "What would help you most?"
    assert (shown.before_score, shown.after_score) == (71.3, 71.3)


def test_only_the_criteria_that_the_retake_touched_are_compared() -> None:
    """One came out better; the evidence of the rest lies before the moment."""
    results = bettered(a_scorecard().criteria)
    shown = compared(a_fork(criteria=results), parent())
    assert len(shown.criteria) == 1
    only = shown.criteria[0]
    assert (only.before.points, only.after.points) == (None, only.max_points)


def test_other_words_after_the_moment_count_as_touched() -> None:
    """The points are the same, but they rest on other words now; the same words again are no difference."""
    scored = next(one for one in a_scorecard().criteria if one.status == "scored")
    at = scored.evidence[0].turn
    other = scored.model_copy(update={"evidence": (scored.evidence[0].model_copy(update={"quote": "I see."}),)})
    assert not touched(scored, scored, at)
    assert not touched(scored, other, at + 1)
    assert touched(scored, other, at)


def test_what_came_out_otherwise_is_compared_first() -> None:
    """What the retake changed is what the rep looks for."""
    results = a_scorecard().criteria
    at = next(place for place, one in enumerate(results) if one.status == "scored")
    said = results[at].evidence[0].model_copy(update={"quote": "Thursday", "turn": FORKED_AT})
    changed = (results[at].model_copy(update={"evidence": (said,)}), *results[at + 1 :])
    shown = compared(a_fork(criteria=(*results[:at], *bettered(changed))), parent())
    assert [one.before.points == one.after.points for one in shown.criteria] == [False, True]


def test_a_call_lists_its_graded_retakes_by_turn() -> None:
    """Other calls, and forks of other calls, are none of them."""
    forks = [
        a_scorecard(a_transcript(call_id=call_id(number)), attempt=Attempt(fork_of=of, fork_turn=turn))
        for number, (of, turn) in enumerate(((CALL_ID, 4), (CALL_ID, 2), (OTHER_CALL_ID, 1)))
    ]
    others: list[Scorecard] = [*forks, a_scorecard(), a_scorecard(attempt=Attempt())]
    assert [(one.call_id, one.turn) for one in retakes(a_scorecard(), others)] == [(call_id(1), 2), (call_id(0), 4)]


def test_a_retake_in_the_list_tells_what_it_changed() -> None:
    """The same criteria as its own report compares: two totals would not, for a retake may end early."""
    fork = a_fork(criteria=bettered(a_scorecard().criteria))
    (listed,) = retakes(a_scorecard(), [fork.scorecard])
    assert listed.criteria == compared(fork, parent()).criteria
    assert len(listed.criteria) == 1


def test_the_report_holds_both() -> None:
    """A fork shows where it came from, its parent what became of it."""
    fork = a_fork()
    of_fork = build_report(fork.scorecard, fork.transcript, a_persona(), a_rubric(), beside=Beside(parent()))
    assert of_fork.branch is not None
    assert (of_fork.fork_of, of_fork.fork_turn, of_fork.branch.turn) == (CALL_ID, FORKED_AT, FORKED_AT)
    beside = Beside(others=(fork.scorecard,))
    of_parent = build_report(a_scorecard(), a_transcript(), a_persona(), a_rubric(), beside=beside)
    assert [one.call_id for one in of_parent.retakes] == [OTHER_CALL_ID]
    assert of_parent.branch is None


def test_a_fork_whose_parent_is_gone_still_says_that_it_is_one() -> None:
    """There is nothing to compare with, and no link into nowhere."""
    fork = a_fork()
    report = build_report(fork.scorecard, fork.transcript, a_persona(), a_rubric())
    assert (report.fork_of, report.branch) == (CALL_ID, None)


def test_a_moment_past_the_end_of_the_first_call_is_timed_by_what_went_before() -> None:
    """The first call ended there; the retake went on."""
    short = a_transcript(turns=a_transcript().turns[:FORKED_AT], events=())
    shown = compared(a_fork(), GradedCall(a_scorecard(short), short))
    assert (shown.at_ms, shown.before_turns) == (38_000, ())
