"""A7: what is too large, too many or too deep is refused before or while it is parsed, and costs little memory."""

import json
import tracemalloc
from pathlib import Path

import pytest

from sparring.adapters.store.folder import FolderStore
from sparring.documents import dump_document
from sparring.errors import TranscriptRejected
from sparring.transcript import MAX_TRANSCRIPT_BYTES, MAX_TURNS, object_name, parse_transcript
from tests.fakes.brain import Brain
from tests.fakes.documents import a_transcript, call_id

WHOLE = dump_document(a_transcript())
MEBIBYTE = 1_048_576


def many_turns(count: int) -> bytes:
    tree = json.loads(WHOLE)
    turn = {"index": 0, "speaker": "rep", "text": "", "start_ms": 0, "end_ms": 0, "channel": "typed"}
    tree["turns"] = [turn | {"index": index} for index in range(count)]
    tree["events"] = []
    return json.dumps(tree, separators=(",", ":")).encode()


def refusal(data: bytes) -> TranscriptRejected:
    with pytest.raises(TranscriptRejected) as refused:
        parse_transcript(data, source="large")
    return refused.value


def test_a_transcript_over_the_limit_is_not_parsed() -> None:
    """Ten million bytes are turned away for their number alone, without being copied."""
    data = WHOLE.replace(b"Thank you", b"x" * 10_000_000, 1)
    tracemalloc.start()
    reason = refusal(data).reason
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert reason == f"larger than {MAX_TRANSCRIPT_BYTES} bytes"
    assert peak < MEBIBYTE


def test_the_limit_holds_to_the_byte() -> None:
    """A transcript of exactly the limit is read, one byte more is not."""
    padded = WHOLE + b" " * (MAX_TRANSCRIPT_BYTES - len(WHOLE))
    assert parse_transcript(padded, source="large") == a_transcript()
    assert refusal(padded + b" ").field == ""


def test_fifty_thousand_turns_are_refused() -> None:
    """More turns than a call can have are refused for their bytes."""
    assert refusal(many_turns(50_000)).reason.startswith("larger than")


def test_one_turn_too_many_is_refused() -> None:
    """The number of turns has its own limit, below what the bytes would allow."""
    assert len(parse_transcript(many_turns(MAX_TURNS), source="large").turns) == MAX_TURNS
    assert refusal(many_turns(MAX_TURNS + 1)).field.startswith("turns")


@pytest.mark.parametrize("digits", [20, 4_299, 4_301, 10_000, 1_000_000])
def test_a_number_of_many_digits_is_refused(digits: int) -> None:
    """An integer that would take long to read is no time in milliseconds."""
    refusal(WHOLE.replace(b'"start_ms": 0', b'"start_ms": ' + b"9" * digits, 1))


@pytest.mark.parametrize("opening", [b"[", b'{"a":'])
@pytest.mark.parametrize("depth", [1_000, 100_000])
def test_deep_nesting_is_refused(opening: bytes, depth: int) -> None:
    """Depth ends in the documented error, not in the stack."""
    refusal(opening * depth)
    closing = b"]" if opening == b"[" else b"1" + b"}"
    refusal(opening * depth + (closing * depth if opening == b"[" else b"1" + b"}" * depth))


@pytest.mark.parametrize("size_bytes", [MAX_TRANSCRIPT_BYTES + 1, 2**36])
async def test_an_oversized_object_is_not_read_by_the_worker(tmp_path: Path, size_bytes: int) -> None:
    """One byte over, or 64 GB: never held whole, buried at the first attempt, and the next call is graded."""
    brain = Brain(store=FolderStore(tmp_path))
    await brain.write(a_transcript(call_id=call_id(2)))
    await brain.drain()  # what the first grade reads, and keeps for good, is no part of this
    await brain.write(a_transcript(call_id=call_id(1)))
    path = tmp_path / object_name(a_transcript(call_id=call_id(1)))
    path.chmod(0o600)
    with path.open("wb") as file:
        file.truncate(size_bytes)
    await brain.write(a_transcript())
    tracemalloc.start()
    await brain.drain()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [letter.reason for letter in await brain.queue.dead_letters()] == ["object_too_large"]
    assert brain.states() == ["done", "dead", "done"]
    assert peak < 4 * MEBIBYTE
