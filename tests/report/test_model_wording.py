"""How a model worded the buyer, told in the technical part of a report."""

from sparring.report.build import build_report
from sparring.report.model_wording import how_worded
from sparring.transcript import EventKind, Transcript, Wording
from tests.fakes.broken_buyers import happened
from tests.fakes.documents import a_persona, a_rubric, a_scorecard, a_transcript


def worded(*faults: tuple[int, str]) -> Transcript:
    """A call of three answers, two of them worded by a model."""
    call = a_transcript()
    wording = Wording(model="gpt-4.1-mini", planned_words=6)
    turns = [turn.model_copy(update={"wording": wording}) if turn.index in (1, 3) else turn for turn in call.turns]
    events = (*call.events, *(happened(EventKind.REWORDED, turn, why) for turn, why in faults))
    return call.model_copy(update={"turns": tuple(turns), "events": events})


def test_the_persona_s_own_lines_need_no_word() -> None:
    """No model, nothing to say."""
    assert how_worded(a_transcript()) == ()


def test_a_model_is_named_with_how_much_it_said() -> None:
    """And no more when all went well."""
    assert how_worded(worded()) == ("gpt-4.1-mini worded 2 of the buyer's 3 turns.",)


def test_every_reason_is_told_once_with_how_often() -> None:
    """In words a person understands; a code nobody knows is the service's."""
    _, why = how_worded(worded((1, "role_swap"), (3, "assistant_talk"), (5, "timed_out"), (5, "unavailable")))
    assert why == (
        "Where the persona's own words stood in for the model's: it left its role, 2 times; "
        "it did not answer in time; its service failed."
    )


def test_a_model_that_never_came_to_a_word_is_not_passed_over() -> None:
    """Every turn was the persona's own, and not by choice."""
    call = a_transcript(events=(happened(EventKind.REWORDED, 1, "auth_failed"),))
    assert how_worded(call)[0] == "A model worded 0 of the buyer's 3 turns."


def test_the_report_says_it() -> None:
    """Beside how the call was judged."""
    call = worded((1, "left_out"))
    assert build_report(a_scorecard(call), call, a_persona(), a_rubric()).worded == how_worded(call)
