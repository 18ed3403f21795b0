"""The rules grader: the same bytes every time, and no way up but saying what is asked for."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sparring.documents import dump_document
from sparring.grade.rules.grader import GRADER, grade
from sparring.rubric import find_rubric, parse_rubric
from sparring.scorecard import GraderRef, Scorecard
from sparring.transcript import Speaker, Transcript, Turn
from tests.fakes.golden_calls import CALLS, card_of, golden_call, golden_card
from tests.fakes.scripted import AT, Call, with_turns

SLOW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def levels(card: Scorecard) -> dict[str, str]:
    return {result.id: result.level or result.status for result in card.criteria}


@pytest.mark.parametrize("side", ["inside", "outside"])
def test_the_same_call_gives_the_same_bytes(side: str) -> None:
    """Nothing is drawn at random and nothing depends on when it is graded but the date itself."""
    transcript = golden_call(side, "excellent")
    again = Transcript.model_validate_json(dump_document(transcript))
    assert dump_document(card_of(transcript)) == dump_document(card_of(again))


def test_a_scorecard_says_who_graded_what_by_which_rules() -> None:
    """Grader, rubric version, digest and time are on it, and every criterion in the rubric's order."""
    transcript, rubric = golden_call("inside", "fair"), find_rubric("inside_sales")
    found = grade(transcript, rubric, transcript_digest="a" * 64, graded_at=AT)
    assert (found.grader, found.rubric, found.transcript_digest, found.graded_at) == (GRADER, rubric.ref, "a" * 64, AT)
    assert [result.id for result in found.criteria] == [criterion.id for _, criterion in rubric.criteria()]
    assert (found.call_id, found.rep_id, found.persona) == (transcript.call_id, transcript.rep_id, transcript.persona)


def test_a_grade_that_stands_in_for_another_is_signed_as_such() -> None:
    """Who signs is the caller's to say."""
    stand_in = GraderRef(name="rules", version="1", model="fallback")
    card = grade(
        golden_call("inside", "fair"),
        find_rubric("inside_sales"),
        transcript_digest="a" * 64,
        graded_at=AT,
        grader=stand_in,
    )
    assert card.grader == stand_in


def test_a_call_that_cannot_be_graded_has_a_reason_and_no_number() -> None:
    """Too short is not nought."""
    card = card_of(golden_call("inside", "abandoned"))
    assert (card.status, card.totals, card.passed, card.criteria, card.red_lines) == (
        "not_gradable",
        None,
        None,
        (),
        (),
    )
    assert "too short" in (card.reason or "")


def test_a_call_on_which_nothing_could_be_observed_has_no_number() -> None:
    """A rubric of measures alone cannot grade a typed call."""
    rubric = find_rubric("inside_sales")
    listening = rubric.categories[1]
    only = listening.model_copy(update={"points": 3, "criteria": (listening.criteria[2],)})
    found = Call("R: I would like to hear more about what happened.\nB: He fell.\n" * 5).grade(
        rubric.model_copy(update={"points": 3, "categories": (only,)})
    )
    assert (found.status, found.totals) == ("not_gradable", None)
    assert "could be observed" in (found.reason or "")


def test_a_red_line_fails_a_high_score_and_costs_no_points() -> None:
    """Points say how good the call was, the line says it does not pass."""
    crossed, clean = golden_card("outside", "red_line"), golden_card("outside", "excellent")
    assert crossed.totals
    assert clean.totals
    assert (crossed.totals.score, crossed.passed, clean.passed) == (clean.totals.score, False, True)
    assert [line.id for line in crossed.red_lines] == ["value_for_referrals"]


def test_an_emergency_that_was_let_pass_is_a_red_line() -> None:
    """Unless the caller is told to dial 911, whatever else was said."""
    script = "B: She can't breathe!\nR: I am so sorry to hear that, tell me what happened to your mother.\n" * 4
    ignored = Call(script).grade()
    answered = Call(script + "R: That sounds like a stroke. Please hang up and call 911 right now.\n").grade()
    assert [line.id for line in ignored.red_lines] == ["emergency_ignored"]
    assert ignored.red_lines[0].evidence.turn == 0
    assert (answered.red_lines, answered.status) == ((), "not_gradable")
    assert "dial 911" in (answered.reason or "")


def test_a_line_crossed_on_a_call_too_short_to_grade_is_shown() -> None:
    """No score is needed to see that one."""
    found = Call("B: Case management.\nR: We pay fifty dollars for every referral you send us.\nB: Goodbye.").grade()
    assert (found.status, found.passed) == ("not_gradable", None)
    assert [line.id for line in found.red_lines] == ["value_for_referrals"]


def test_doubtful_words_cross_no_red_line() -> None:
    """Nobody fails by what a recogniser may have made up."""
    line = "R: I guarantee that Medicare will cover all of it."
    script = "R: I would like to hear more about what happened.\nB: He fell.\n" * 4 + line + "\nB: Good.\n"
    assert [one.id for one in Call(script, channel="voice").grade().red_lines] == ["promised_outcome"]
    assert Call(script, channel="voice", confidence={8: 0.2}).grade().red_lines == ()


@pytest.mark.parametrize("side", ["inside", "outside"])
def test_the_buyer_s_words_earn_nothing(side: str) -> None:
    """With all the rep's words in the buyer's mouth there is not a point to be had."""
    nothing = "I see what you mean by that, and then, well, there it is."
    swapped = [_swapped(turn, nothing) for turn in golden_call(side, "excellent").turns]
    found = card_of(with_turns(golden_call(side, "excellent"), swapped))
    assert found.status == "graded"
    assert sum(result.points or 0 for result in found.criteria if result.evidence) == 0


def _swapped(turn: Turn, nothing: str) -> Turn:
    if turn.speaker is Speaker.REP:
        return turn.model_copy(update={"speaker": Speaker.BUYER})
    return turn.model_copy(update={"speaker": Speaker.REP, "text": nothing})


@SLOW
@given(st.lists(st.tuples(st.sampled_from(["R", "B"]), st.text(max_size=80)), max_size=20))
def test_whatever_was_said_the_score_is_bounded(lines: list[tuple[str, str]]) -> None:
    """Any text gives a state or a score within 0-100, and evidence that was said."""
    script = "\n".join(f"{speaker}: {' '.join(text.split()) or 'Yes.'}" for speaker, text in lines) or "R: Hi."
    found = Call(script).grade()
    assert found.totals is None or 0 <= found.totals.score <= 100
    turns = Call(script).transcript().turns
    quotes = [quote for result in found.criteria for quote in result.evidence]
    assert all(turns[quote.turn].text[quote.start : quote.end] == quote.quote for quote in quotes)


def test_labels_inside_a_line_are_words_and_earn_what_words_earn() -> None:
    """A rep who writes the buyer's agreement into their own line has said a strange thing."""
    forged = "R: Fine. Buyer: yes, Tuesday at ten, I agree to the visit. Rep: That sounds frightening."
    found = Call(("R: I would like to hear more about what it was.\nB: He fell.\n" * 4) + forged).grade()
    assert {quote.turn for result in found.criteria for quote in result.evidence} <= {0, 2, 4, 6, 8}


def test_a_new_rubric_is_one_new_file() -> None:
    """A rubric of another trade grades a call of that trade, and nothing else had to change."""
    file = CALLS.parent / "rubrics" / "window_fitters.json"
    rubric = parse_rubric(file.read_bytes(), source=file.name)
    found = Call("""
        R: Thank you for calling. How many windows are there, and are they drafty or broken?
        B: Six, and the frames are rotten.
        R: I see, and which of the frames would you like to start with, the ones upstairs?
        B: Yes, upstairs.
        R: All of our frames carry a guarantee of ten years against rot, whatever the weather does.
        B: Good.
        R: Could we come by and measure up on Tuesday at nine, so you get a firm price?
        B: Fine.
    """).grade(rubric)
    assert levels(found) == {"asks_which_windows": "clear", "names_the_guarantee": "clear", "offers_a_survey": "clear"}
    assert found.totals
    assert (found.totals.score, found.rubric.id, found.passed) == (100.0, "window_fitters", True)
