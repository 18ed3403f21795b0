"""A report in the terminal."""

import io

from rich.console import Console

from sparring.cli.report import print_report
from sparring.persona import find_persona
from sparring.report.build import build_report
from sparring.rubric import find_rubric
from sparring.scorecard import RedLine
from sparring.transcript import clock_time
from tests.fakes.documents import a_persona, a_rubric, a_scorecard, a_transcript


def printed(**changes: object) -> str:
    transcript = a_transcript()
    scorecard = a_scorecard(transcript, **changes)
    console = Console(file=io.StringIO(), width=100)
    print_report(build_report(scorecard, transcript, a_persona(), a_rubric()), console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_graded_call_shows_score_totals_and_the_reps_own_words() -> None:
    """And the one thing to fix first."""
    transcript = a_transcript()
    scorecard = a_scorecard(transcript)
    text = printed()
    assert scorecard.totals is not None
    assert f"{scorecard.totals.score:.1f} of 100" in text
    quote = next(one for criterion in scorecard.criteria for one in criterion.evidence).quote
    assert quote.split()[0] in text


def test_a_call_without_a_score_says_why() -> None:
    """No number stands in for a grade that was not made."""
    text = printed(status="not_gradable", reason="Too short to grade.", totals=None, passed=None, criteria=())
    assert "No score" in text
    assert "Too short to grade." in text


def test_advice_is_printed_with_what_was_said_and_what_comes_after() -> None:
    """The terminal leaves out nothing of the advice that the page shows."""
    coaching = a_scorecard().coaching
    assert coaching.fix_first
    said = a_scorecard().criteria[1].evidence[0]
    after = coaching.fix_first.model_copy(update={"what": "Sum up at the end.", "better": "So we start on Monday?"})
    first = coaching.fix_first.model_copy(update={"instead_of": said})
    text = " ".join(printed(coaching=coaching.model_copy(update={"fix_first": first, "next_up": (after,)})).split())
    assert f"You said at {clock_time(said.at_ms)}: “{said.quote}”" in text
    assert "After that: Sum up at the end. Say: “So we start on Monday?”" in text


def test_points_that_were_not_given_say_what_they_take() -> None:
    """A quote alone does not tell a rep why it earned only half."""
    criterion = next(one for _, one in a_rubric().criteria() if one.id == "callback_number")
    half = (
        a_scorecard()
        .criteria[1]
        .model_copy(
            update={
                "id": criterion.id,
                "category": "first_impression",
                "status": "scored",
                "level": criterion.levels[1].id,
                "points": criterion.levels[1].points,
                "max_points": criterion.points,
                "rationale": criterion.levels[1].check,
            }
        )
    )
    console = Console(file=io.StringIO(), width=400)
    transcript = a_transcript()
    print_report(build_report(a_scorecard(criteria=(half,)), transcript, a_persona(), a_rubric()), console)
    assert isinstance(console.file, io.StringIO)
    text = console.file.getvalue()
    assert criterion.levels[1].check in text
    assert f"What earns all {criterion.points}: {criterion.check}" in text


def test_a_red_line_is_the_reason_only_where_the_points_were_enough() -> None:
    """At 68 of 100 nobody would have passed without it either."""
    said = a_scorecard().criteria[1].evidence[0]
    line = RedLine(id="promised_outcome", title="Promises coverage", evidence=said)
    totals = a_scorecard().totals
    assert totals
    short = totals.model_copy(update={"score": 68.0})
    assert "not passed, a red line was crossed" in printed(passed=False, red_lines=(line,))
    assert "not passed, 70 needed" in printed(passed=False, red_lines=(line,), totals=short)


def test_the_shipped_documents_fit_the_report() -> None:
    """Every persona names a rubric that exists."""
    assert find_rubric(find_persona("daughter_discharge").rubric_id)
