"""The report in words: what a rep reads in the mail."""

from typing import Any

import pytest

from sparring.calibration import ErrorBar
from sparring.grade.human.override import with_overrides
from sparring.report.branches import Beside
from sparring.report.build import build_report
from sparring.report.document import LatencyShown, LinkShown, Report, Spread
from sparring.report.overrides import CoachView
from sparring.report.render import Rendered, context_measures, duration, number, one_line, render
from sparring.scorecard import ActorFinding, Evidence, RedLine
from tests.fakes.documents import a_persona, a_rubric, a_scorecard, a_transcript, an_override
from tests.fakes.page import read_page

LINK = "http://localhost:8000/report/?id=call_0123456789abcdefghij"
QUOTE = "That sounds like a lot to carry."
SPOKEN = tuple(turn.model_copy(update={"channel": "voice"}) for turn in a_transcript().turns)


def a_report(**changes: Any) -> Report:
    report = build_report(a_scorecard(), a_transcript(), a_persona(), a_rubric())
    return report.model_copy(update=changes)


def rendered(**changes: Any) -> Rendered:
    return render(a_report(**changes), rep_name="Dana", link=LINK)


def words(html: str) -> str:
    return " ".join(read_page(html).text.split())


@pytest.fixture(params=["text", "html"])
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def read(form: str, **changes: Any) -> str:
    page = rendered(**changes)
    return words(page.html) if form == "html" else " ".join(page.text.split())


def test_both_forms_say_the_same(form: str) -> None:
    """Outcome, first fix, strengths, criteria with their evidence, facts and totals are in either form."""
    said = read(form)
    for part in (
        "Hello Dana",
        "Maria Lopez",
        "71.3 of 100",
        "70 needed",
        "Who else in the family would want to be there when our nurse visits?",
        "You named what the caller was going through before anything else.",
        "Names the feeling before pitching",
        QUOTE,
        "0:20",
        "Her brother holds the money.",
        "Who else in the family decides with you?",
        "Points that could be earned",
        f"version {a_rubric().version}",
    ):
        assert part in said, part


def test_the_fix_comes_before_everything_but_the_score(form: str) -> None:
    """The one thing to fix first is read first."""
    said = read(form).lower()
    order = [said.index(part) for part in ("71.3 of 100", "one thing to fix first", "went well", "first impression")]
    assert order == sorted(order)


def test_measures_of_delivery_are_called_context(form: str) -> None:
    """Talk share and pace are for the rep to think about, and the report says that they are no points."""
    said = read(form, turns=SPOKEN)
    assert "context for you, never points" in said
    assert "141 words a minute" in said
    assert "how you sounded" in said.lower()


def test_a_call_above_the_mark_says_why_it_did_not_pass(form: str) -> None:
    """The red line stands beside the verdict, or a rep takes it for a mistake."""
    said = Evidence(turn=4, quote="on Thursday", start=27, end=38, at_ms=40_000)
    line = RedLine(id="promised_outcome", title="Promises coverage", evidence=said)
    verdict = "not passed: a red line was crossed"
    assert verdict in read(form, passed=False, red_lines=(line,)).lower()
    assert verdict not in read(form, passed=False, score=68.0, red_lines=(line,)).lower()


def test_what_comes_after_the_first_thing_stands_before_the_criteria(form: str) -> None:
    """Nobody has to read twenty criteria to find the rest of the advice."""
    advice = a_report().fix_first
    assert advice
    after = advice.model_copy(update={"what": "Sum up at the end."})
    said = read(form, next_up=(after,)).lower()
    assert said.index("went well") < said.index("sum up at the end.") < said.index("first impression")


def test_a_call_in_writing_did_not_sound(form: str) -> None:
    """Nobody listened to it, and it has neither a pace nor a silence."""
    said = read(form)
    assert "your coach has read your call" in said
    assert "your coach has listened to your call" in read(form, turns=SPOKEN)
    assert "how you talked" in said.lower()
    assert [name for name, _ in context_measures(a_report())] == ["Your share of the talking", "Questions"]


def test_how_the_number_came_about_adds_up(form: str) -> None:
    """The sum that is printed is the score that is shown."""
    said = read(form).replace("×", "x").replace("÷", "/")  # noqa: RUF001 - the page's own signs
    assert "100 x 62 / 87 = 71.3" in said


@pytest.mark.parametrize(
    ("status", "headline"),
    [
        ("not_gradable", "This call could not be graded"),
        ("unscored", "There is no score for this call"),
        ("void", "This attempt does not count"),
    ],
)
def test_a_call_without_a_score_says_why(form: str, status: str, headline: str) -> None:
    """No number is shown where there is none: neither a score nor measures of a call that was not measured."""
    nothing: dict[str, Any] = {"score": None, "passed": None, "totals": None, "categories": (), "fix_first": None}
    said = read(form, status=status, reason="You spoke once.", **nothing)
    assert headline in said
    assert "You spoke once." in said
    assert "of 100" not in said
    assert "never points" not in said


def test_a_red_line_stands_apart_from_the_points(form: str) -> None:
    """It comes before the advice, with the rep's own words, and is said not to be a matter of points."""
    spoken = Evidence(turn=0, quote="We pay you for cases.", start=0, end=21, at_ms=5_000)
    line = RedLine(id="kickback", title="Offered something of value for referrals", evidence=spoken)
    said = read(form, red_lines=(line,), passed=False)
    assert "Offered something of value for referrals" in said
    assert "We pay you for cases." in said
    assert said.lower().index("red line") < said.lower().index("one thing to fix first")


def test_a_red_line_is_in_the_words_of_whoever_said_them(form: str) -> None:
    """An emergency that was let pass is the buyer's: nobody reads that they said it."""
    heard = a_transcript().turns[1].text
    spoken = Evidence(turn=1, quote=heard, start=0, end=len(heard), at_ms=5_000)
    line = RedLine(id="emergency_ignored", title="Let an emergency pass", evidence=spoken)
    said = read(form, red_lines=(line,), passed=False, fix_first=None)
    about = said[said.index("Let an emergency pass") :][:60]
    assert "They said" in about
    assert "You said" not in about


def test_who_asked_too_early_is_told_to_earn_trust_first(form: str) -> None:
    """Their own question would not have opened it, so the report does not say so of one that is nearly the same."""
    early = Evidence(turn=2, quote="Who decides?", start=0, end=12, at_ms=5_000)
    brother = next(fact for fact in a_report().facts if fact.id == "brother")
    said = read(form, facts=(brother.model_copy(update={"dodged": early}),))
    assert "before they trusted you with it" in said
    assert "Once they trust you, this opens it" in said
    assert "would have opened it" not in said


def test_what_was_withheld_is_shown(form: str) -> None:
    """A claim whose evidence was not found is told, not hidden."""
    category = a_report().categories[0]
    withheld = category.criteria[0].model_copy(update={"withheld": "The quoted words are in no turn of yours."})
    said = read(form, categories=(category.model_copy(update={"criteria": (withheld,)}),))
    assert "Withheld: The quoted words are in no turn of yours." in said


def test_latency_is_shown_where_it_was_measured() -> None:
    """A spoken call shows how long the buyer let the rep wait; a typed one has no such card."""
    link = LinkShown(jitter_buffer_ms=None, round_trip_ms=Spread(p50=23, p95=57, n=9), lost_percent=1.5)
    measured = LatencyShown(glass_to_glass_ms=Spread(p50=430, p95=612, n=9), stages={}, link=link)
    shown = words(rendered(latency=measured).html)
    assert "430" in shown
    assert "The line, there and back2357" in shown
    assert "lost on the way1.5%" in shown
    assert "Held back" not in shown
    assert "How fast they answered" not in words(rendered().html)


def test_notes_on_the_record_are_passed_on(form: str) -> None:
    """Speech aimed at the grader, or a record that broke off, is told to the reader."""
    assert "Turn 3 speaks to whoever scores the call." in read(
        form, flags=("Turn 3 speaks to whoever scores the call.",)
    )


def test_a_rep_without_a_name_is_greeted_without_one() -> None:
    """No empty place is left in the greeting."""
    assert render(a_report(), rep_name="", link=LINK).text.startswith("Hello,\n")


def test_the_subject_is_one_short_line() -> None:
    """However long a persona's name is."""
    persona = a_report().persona.model_copy(update={"name": "Maria " * 100})
    subject = rendered(persona=persona).subject
    assert len(subject) <= 200
    assert "\n" not in subject


@pytest.mark.parametrize(("value", "shown"), [(83.25, "83.2"), (83.0, "83"), (100.0, "100"), (0.0, "0"), (9.96, "10")])
def test_a_number_has_at_most_one_decimal(value: float, shown: str) -> None:
    """Scores read as people write them."""
    assert number(value) == shown


@pytest.mark.parametrize(
    ("ms", "shown"), [(0, "0 s"), (59_400, "59 s"), (59_600, "1 min 0 s"), (145_000, "2 min 25 s")]
)
def test_a_length_is_minutes_and_seconds(ms: int, shown: str) -> None:
    """The call's length reads as people say it."""
    assert duration(ms) == shown


def test_what_was_not_measured_is_not_called_zero() -> None:
    """A spoken call that was not timed has no pace, and the report says so."""
    silent = a_report().delivery.model_copy(update={"pace_wpm": None, "talk_share": None, "patience_ms": None})
    figures = dict(context_measures(a_report(delivery=silent, turns=SPOKEN)))
    assert figures["Pace"] == figures["Your share of the talking"] == "not measured"


@pytest.mark.parametrize("text", ["a\r\nb", "a\x00b", "a\u2028b", "a\u202eb", "a\x1b[31mb", "a\x85b"])
def test_one_line_is_one_line(text: str) -> None:
    """Line breaks, escapes and controls become a space."""
    assert one_line(text)[:2] == "a "
    assert one_line(text).isprintable()


def test_what_earned_a_fact_is_quoted(form: str) -> None:
    """The rep's own question stands under the fact that it opened."""
    assert "What happened to your father?" in read(form)


def test_a_buyer_who_slipped_is_a_notice_without_effect(form: str) -> None:
    """In practice the rep reads what was wrong, and that it cost nothing."""
    quote = Evidence(turn=3, quote="As an AI, I have no father.", start=0, end=27, at_ms=30_000)
    finding = ActorFinding(
        fault="assistant_talk", evidence=quote, sentence="The buyer spoke like a computer assistant."
    )
    said = read(form, actor=(finding,))
    for part in ("spoke like a computer assistant", "As an AI, I have no father.", "no effect on your points"):
        assert part in said
    assert "costs you nothing" in read(form, actor=(finding,), status="void", score=None, totals=None, reason="So.")


def test_a_retake_says_that_it_is_one(form: str) -> None:
    """And where both sides can be compared."""
    assert "side by side" in read(form, fork_of="call_zzzzzzzzzzzzzzzzzzzz", fork_turn=2)
    assert "side by side" not in read(form)


@pytest.mark.parametrize("form", ["text", "html"])
def test_the_error_of_a_score_is_told_or_said_to_be_unknown(form: str) -> None:
    """Nobody reads a number without knowing how far it may be off."""
    bar = ErrorBar(plus_minus=9.5, low=61.8, high=80.8, calls=12, raters=2, scored_by="two coaches")
    report = build_report(a_scorecard(), a_transcript(), a_persona(), a_rubric())
    known, unknown = report.model_copy(update={"error_bar": bar}), report.model_copy(update={"error_bar": None})
    told = " ".join(shown_of(known, form).split())
    assert "A person would most likely give this call between 61.8 and 80.8." in told
    assert "\u00b19.5 points for 19 calls of 20, measured on 12 calls that were also scored by two coaches." in told
    assert "its error is not known" in shown_of(unknown, form)


@pytest.mark.parametrize("form", ["text", "html"])
def test_a_coach_s_level_is_shown_beside_the_grade(form: str) -> None:
    """Who, how many points, and why, escaped as everything else."""
    said = an_override(level="partial", points=2, reason="Only after <the> price.")
    card = a_scorecard()
    coach = CoachView({said.criterion: said}, with_overrides(card, a_rubric(), [said]))
    told = shown_of(build_report(card, a_transcript(), a_persona(), a_rubric(), beside=Beside(coach=coach)), form)
    assert "Coach Ann would give 2" in told
    assert ("Only after <the> price." if form == "text" else "Only after &lt;the&gt; price.") in told


def shown_of(report: Report, form: str) -> str:
    rendered = render(report, rep_name="Dana", link="https://x.example/report")
    return rendered.text if form == "text" else rendered.html
