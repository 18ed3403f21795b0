"""`sparring demo`, whole: real hearing, real voice, a real WebRTC call on this machine."""

import asyncio
from pathlib import Path

import pytest

from sparring.bootstrap.spoken_demo import speak_demo
from sparring.config import Config
from sparring.transcript import Speaker

LINES = ("Thank you for calling Willow Lane, this is Dana.", "What happened to your father?")


@pytest.mark.speech
def test_a_rep_of_samples_practises_and_is_graded(tmp_path: Path) -> None:
    """Both lines are heard and answered, the waits are measured by sound, and nothing is kept."""
    shown: list[str] = []
    config = Config(hearing="whisper-tiny", voice="flite", data_dir=tmp_path / "data")
    spoken = asyncio.run(
        speak_demo(
            config,
            "daughter_discharge",
            LINES,
            progress=lambda *_: None,
            show=lambda speaker, _: shown.append(speaker),
        )
    )
    said = [turn.speaker for turn in spoken.transcript.turns]
    assert said.count(Speaker.REP) >= len(LINES)
    assert said.count(Speaker.BUYER) >= len(LINES)
    assert shown == [speaker.value for speaker in said]
    assert 1 <= len(spoken.glass_to_glass_ms) <= len(LINES)  # a busy machine's answer may come too late to be one
    assert all(ms > 0 for ms in spoken.glass_to_glass_ms)
    assert spoken.report.call_id == spoken.transcript.call_id
    assert not list(tmp_path.rglob("*.db"))
