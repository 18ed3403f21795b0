"""Scripts give the same call, byte for byte."""

import asyncio

from hypothesis import given, settings
from hypothesis import strategies as st

from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call.scripted_call import Script, play_script
from sparring.documents import dump_document
from sparring.persona import find_persona
from sparring.rubric import find_rubric
from sparring.transcript import Transcript, parse_transcript
from tests.fakes.calls import CALLER

LINES = ("Thank you for calling, this is Dana.", "What happened?", "Who is with him at night?", "Goodbye.")


def played(lines: tuple[str, ...] = LINES, *, seed: int = 1, persona_id: str = CALLER) -> Transcript:
    persona = find_persona(persona_id)
    rubric, script = find_rubric(persona.rubric_id), Script(lines, seed, "normal")
    return asyncio.run(play_script(persona, rubric, script, journal=MemoryJournal(), store=MemoryStore()))


def test_the_same_script_gives_the_same_bytes() -> None:
    """Ids, times and words follow from the inputs alone."""
    assert dump_document(played()) == dump_document(played())


def test_another_seed_is_another_call() -> None:
    """The id differs even where the words do not."""
    assert played(seed=1).call_id != played(seed=2).call_id


def test_time_runs_forward_at_reading_pace() -> None:
    """Turns follow one another without overlap, and the call has a length."""
    transcript = played()
    starts = [turn.start_ms for turn in transcript.turns]
    assert starts == sorted(starts)
    assert all(
        first.end_ms <= second.start_ms for first, second in zip(transcript.turns, transcript.turns[1:], strict=False)
    )
    assert transcript.duration_ms >= transcript.turns[-1].end_ms


def test_lines_after_the_buyer_has_hung_up_are_not_said() -> None:
    """The script is longer than the call."""
    transcript = played(LINES + ("Are you there?",) * 10)
    if transcript.ending.by == "buyer":
        assert sum(turn.speaker == "rep" for turn in transcript.turns) < len(LINES) + 10
    assert transcript.turns[-1].text


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=80).filter(str.strip), max_size=8), st.integers(0, 2**31))
def test_whatever_a_rep_says_the_call_is_a_valid_transcript(lines: list[str], seed: int) -> None:
    """Any text at all gives a transcript that reads back the same, or is refused by the contract's one error."""
    safe = tuple(line.encode("utf-8", "ignore").decode().strip() or "x" for line in lines)
    safe = tuple("".join(c for c in line if c.isprintable() and c not in "\u200e\u200f\u061c") or "x" for line in safe)
    transcript = played(safe, seed=seed)
    data = dump_document(transcript)
    assert parse_transcript(data, source="replay") == transcript
