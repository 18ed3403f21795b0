"""What a session is asked to do, and what it may not say it will."""

from typing import Any

import pytest

from sparring.adapters.buyer_model.realtime.session import READS_AND_WRITES, Hears, Session, Turns, asked, check
from sparring.call.turn_taking.detection import DETECTION
from sparring.errors import ModelFailed

QUIET = {"create_response": False, "interrupt_response": False}


def hears(turns: Turns = "client", transcriber: str = "gpt-4o-mini-transcribe") -> Session:
    return Session(Hears(transcriber, turns, DETECTION["outside", "high"], ("Laura", "Oakwood")))


def test_a_session_that_reads_is_text_and_our_own_ear_s() -> None:
    """No sound is asked for, and no turn is closed by the service."""
    session = asked(READS_AND_WRITES)["session"]
    assert session["type"] == "realtime"
    assert session["output_modalities"] == ["text"]
    assert session["audio"] == {"input": {"turn_detection": None}}
    assert not {"include", "truncation"} & set(session)


@pytest.mark.parametrize(
    ("turns", "detection"),
    [
        ("client", None),
        (
            "server_vad",
            {"type": "server_vad", "threshold": 0.55, "prefix_padding_ms": 400, "silence_duration_ms": 300, **QUIET},
        ),
        ("semantic_vad", {"type": "semantic_vad", "eagerness": "high", **QUIET}),
    ],
)
def test_turns_are_found_as_it_is_set_and_as_the_persona_is(turns: Turns, detection: dict[str, Any] | None) -> None:
    """A service that finds them answers and interrupts nothing."""
    assert asked(hears(turns))["session"]["audio"]["input"]["turn_detection"] == detection


@pytest.mark.parametrize(
    ("transcriber", "told"),
    [
        ("gpt-4o-transcribe", {"language": "en", "prompt": "Laura, Oakwood"}),
        ("whisper-1", {"language": "en", "prompt": "Laura, Oakwood"}),
        ("gpt-realtime-whisper", {"language": "en"}),
        ("gpt-live-transcribe", {"languages": ["en"], "keywords": ["Laura", "Oakwood"]}),
    ],
)
def test_every_transcriber_is_told_the_names_as_it_takes_them(transcriber: str, told: dict[str, Any]) -> None:
    """Or not at all, where it takes none."""
    session = asked(hears(transcriber=transcriber))["session"]
    assert session["audio"]["input"]["transcription"] == {"model": transcriber, **told}
    assert ("include" in session) == transcriber.startswith("gpt-4o")


def agreeing(detection: dict[str, Any] | None, *, writes: bool = True) -> dict[str, Any]:
    transcription = {"transcription": {"model": "whisper-1"}} if writes else {}
    return {"audio": {"input": {"turn_detection": detection, **transcription}}}


@pytest.mark.parametrize(
    ("wanted", "agreed"),
    [
        (hears(), agreeing({"type": "server_vad", **QUIET})),
        (hears("server_vad"), agreeing({"type": "server_vad", "create_response": True})),
        (hears("server_vad"), agreeing({"type": "server_vad"})),
        (hears("server_vad"), agreeing({"type": "server_vad", **QUIET, "interrupt_response": True})),
        (hears(), agreeing(None, writes=False)),
        (hears(), {}),
    ],
)
def test_a_service_that_would_do_otherwise_is_refused(wanted: Session, agreed: dict[str, Any]) -> None:
    """It would answer by itself, or write nothing down."""
    with pytest.raises(ModelFailed) as failed:
        check(wanted, agreed)
    assert failed.value.outcome == "request_rejected"


def test_a_service_that_will_do_as_it_was_asked_is_taken() -> None:
    """Whoever finds the turns."""
    check(hears(), agreeing(None))
    check(hears("semantic_vad"), agreeing({"type": "semantic_vad", **QUIET}))
    check(READS_AND_WRITES, {})
