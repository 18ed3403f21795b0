"""The item of one call, edited."""

from datetime import timedelta
from typing import Any

from sparring.adapters.results.cosmos import call_item
from sparring.adapters.results.kept_form import utc_text
from sparring.ports import StepRecord
from tests.fakes.clock import START
from tests.fakes.documents import (
    CALL_ID,
    REP_ID,
    STARTED_AT,
    a_call_record,
    a_scorecard,
    an_answer,
    an_appeal,
    an_override,
)


def test_an_item_holds_what_is_known_of_a_call() -> None:
    """Steps that came first stay."""
    step = StepRecord("received", "running", START)
    item = call_item.begun(call_item.noted(None, step), a_call_record())
    assert call_item.record_of(item) == a_call_record()
    assert call_item.steps_of(item) == [step]


def test_nothing_says_nothing() -> None:
    """No item, no call, no grade."""
    assert call_item.record_of(None) is None
    assert call_item.steps_of(None) == []
    assert call_item.newest_grade(None) is None
    assert not call_item.is_forgotten(None)


def test_a_step_keeps_its_place() -> None:
    """What is noted of it later replaces what was."""
    first, second = StepRecord("received", "running", START), StepRecord("evidence", "running", START)
    done = StepRecord("received", "done", START + timedelta(seconds=1))
    assert call_item.steps_of(call_item.noted(None, first, second, done)) == [done, second]


def test_the_newest_grade_is_what_lists_and_figures_see() -> None:
    """Its text is elsewhere; here is what they need of it."""
    call, card = a_call_record(), a_scorecard()
    item = call_item.graded(call_item.begun(None, call), call, card)
    grade = call_item.call_grade_of(item)
    assert (grade.status, grade.score, grade.passed, grade.failed) == ("graded", 71.3, True, False)
    assert call_item.newest_grade(item) == call_item.grade_id(card)
    assert call_item.holds(item, call_item.grade_id(card))
    assert call_item.has_grade(item, card.transcript_digest, card.grader)
    assert "quote" not in str(item)


def test_what_does_not_count_adds_nothing() -> None:
    """A private attempt is listed and in no figure."""
    call = a_call_record()
    assert call.attempt == "private"
    item = call_item.graded(call_item.begun(None, call), call, a_scorecard())
    assert item["counts"] is False
    assert item["newest"]["criteria"] == []


def test_the_same_text_is_the_same_item() -> None:
    """And another text another one: no worker writes over another's."""
    assert call_item.grade_id(a_scorecard()) == call_item.grade_id(a_scorecard())
    assert call_item.grade_id(a_scorecard(graded_at=START + timedelta(days=1))) != call_item.grade_id(a_scorecard())


def test_a_tombstone_keeps_no_word_and_knows_what_is_left_to_do() -> None:
    """Until it is tidied up after."""
    call = a_call_record()
    item: Any = call_item.overridden(
        call_item.graded(call_item.begun(None, call), call, a_scorecard()), an_override(), START
    )
    stone = call_item.tombstone(item, START, None)
    assert call_item.is_forgotten(stone)
    assert call_item.record_of(stone) is None
    assert call_item.untidy(stone) == (REP_ID, "omaha")
    assert stone.keys() == {"kind", "forgotten_at", "untidy"}
    assert call_item.untidy(call_item.tidied(stone)) is None


def test_sharing_is_taken_back_without_a_trace() -> None:
    """The time goes too."""
    item = call_item.begun(None, a_call_record())
    assert call_item.shared(call_item.shared(item, START), None) == item


def test_overrides_stand_in_order() -> None:
    """Each with when it was kept."""
    item = call_item.overridden(call_item.overridden({}, an_override(), START), an_override(level="absent"), START)
    assert [one.level for _, one in call_item.overrides_of(item)] == ["clear", "absent"]


def test_an_item_tells_since_when_an_appeal_is_open() -> None:
    """That of the one that has waited longest; with the last answer, or without any, it goes."""
    later = an_appeal(criterion="asks_openly", at=STARTED_AT + timedelta(hours=1))
    item = call_item.appealed(call_item.begun(None, a_call_record()), later, an_appeal())
    assert item["appealed_at"] == utc_text(STARTED_AT)
    half = call_item.appealed(item, an_appeal(answer=an_answer()))
    assert half["appealed_at"] > item["appealed_at"]
    assert "appealed_at" not in call_item.overridden(half, an_override(criterion="asks_openly"), START)
    assert call_item.withdrawn(call_item.withdrawn(item, "asks_openly"), "names_the_feeling").keys() == {
        "kind",
        "record",
    }


def test_a_newer_grade_takes_appeals_away() -> None:
    """They were against the grade before."""
    call, card = a_call_record(), a_scorecard()
    item = call_item.appealed(call_item.graded(call_item.begun(None, call), call, card), an_appeal())
    assert call_item.appeals_of(call_item.graded(item, call, card)) == []


def test_a_mail_names_its_call() -> None:
    """So that it is found by a point read."""
    assert call_item.call_id_of_mail(f"{CALL_ID}.0123") == CALL_ID
