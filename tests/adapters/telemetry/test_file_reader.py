"""What was told is read back for `sparring latency`."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sparring.adapters.telemetry.background import TimedSpan
from sparring.adapters.telemetry.file import FileSpanExporter, TelemetryFile
from sparring.adapters.telemetry.file_reader import StepTold, grading_told
from sparring.adapters.telemetry.otel import readable, resource_of
from sparring.ids import CallId
from sparring.telemetry import Key, Span, SpanName

AT = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
CALLS = [CallId(f"call_{number:020}") for number in range(3)]


def a_turn(call: CallId, index: int) -> Span:
    stage = Span(SpanName.STAGE, call, 400, 60, {Key.STAGE: "voice", Key.TURN: index})
    return Span(SpanName.TURN, call, 500, 310, {Key.TURN: index, Key.SERVER_MS: 310, Key.GLASS_MS: 402}, (stage,))


def a_file(folder: Path) -> Path:
    path = folder / "telemetry.db"
    exporter = FileSpanExporter(TelemetryFile(path))
    for hours, call in enumerate(CALLS):
        for index in (1, 3):
            told = TimedSpan(a_turn(call, index), AT + timedelta(hours=hours, minutes=index))
            exporter.export(list(readable(told, resource_of("sparring-actor", "1"))))
    step = Span(SpanName.STEP, CALLS[0], 40, 30, {Key.STAGE: "grade"})
    grading = Span(SpanName.GRADING, CALLS[0], 50, 50, parts=(step,))
    exporter.export(list(readable(TimedSpan(grading, AT), resource_of("sparring-grader", "1"))))
    exporter.shutdown()
    return path


def test_the_steps_of_grading_one_call_are_told(tmp_path: Path) -> None:
    """Nothing of another call's."""
    path = a_file(tmp_path)
    assert grading_told(path, CALLS[0]) == (StepTold("grade", 30),)
    assert grading_told(path, CALLS[1]) == ()


def test_where_nothing_was_told_there_is_nothing(tmp_path: Path) -> None:
    """No file is made by looking."""
    assert grading_told(tmp_path / "telemetry.db", CALLS[0]) == ()
    assert list(tmp_path.iterdir()) == []
