"""The steps of grading one event, as a span of the call's trace."""

from sparring.grade.step_times import Laps
from sparring.ports import ObjectWritten
from sparring.telemetry import Key, Metric, SpanName
from sparring.transcript import Usage, object_name
from tests.fakes.clock import START, FakeClock
from tests.fakes.documents import CALL_ID, a_scorecard, a_transcript
from tests.fakes.telemetry import MemoryTelemetry


def an_event(name: str | None = None) -> ObjectWritten:
    return ObjectWritten("event", name or object_name(a_transcript()), START, attempt=2)


def test_each_step_is_a_part_with_its_time() -> None:
    """Steps follow one another; the span says what was made of the call and at which attempt."""
    clock, telemetry = FakeClock(), MemoryTelemetry()
    laps = Laps(clock, an_event())
    clock.advance(1)
    laps.over("read")
    clock.advance(3)
    laps.over("grade", a_scorecard())
    laps.tell(telemetry, "done")
    (span,) = telemetry.spans
    assert (span.call_id, round(span.duration_ms), span.failed) == (CALL_ID, 4_000, False)
    assert [(part.attributes[Key.STAGE], round(part.duration_ms)) for part in span.parts] == [
        ("read", 1_000),
        ("grade", 3_000),
    ]
    assert span.attributes[Key.ATTEMPT_NUMBER] == 2
    assert span.attributes[Key.STATUS] == a_scorecard().status
    assert "withheld" not in str(telemetry.attributes())


def test_an_event_that_failed_says_why_and_how_far_it_came() -> None:
    """The code of the error, and the steps that were over."""
    clock, telemetry = FakeClock(), MemoryTelemetry()
    laps = Laps(clock, an_event())
    laps.over("read")
    laps.tell(telemetry, "grade_crashed")
    (span,) = telemetry.spans
    assert span.failed
    assert span.attributes[Key.OUTCOME] == "grade_crashed"
    assert len(span.parts) == 1


def test_an_event_that_names_no_call_is_measured_only() -> None:
    """Its name may be anybody's words."""
    clock, telemetry = FakeClock(), MemoryTelemetry()
    Laps(clock, an_event("she said hello.json")).tell(telemetry, "id_rejected")
    assert telemetry.spans == []
    assert telemetry.values(Metric.GRADING_MS) == [0]


def test_what_the_judge_was_used_for_is_told_too() -> None:
    """In the trace of the call, like the rest of its cost."""
    used = Usage(part="judge", service="azure-openai", model="o4-mini", unit="output_tokens", amount=300)
    clock, telemetry = FakeClock(), MemoryTelemetry()
    laps = Laps(clock, an_event())
    laps.over("grade", a_scorecard().model_copy(update={"usage": (used,)}))
    laps.tell(telemetry, "done")
    told, _ = telemetry.spans
    assert (told.name, told.call_id, told.attributes[Key.OUTPUT_TOKENS]) == (SpanName.USAGE, CALL_ID, 300)
    assert telemetry.values(Metric.USED) == [300]
