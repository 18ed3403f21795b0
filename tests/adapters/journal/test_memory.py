"""The journal in memory, beyond its contract."""

from sparring.adapters.journal.memory import MemoryJournal
from tests.fakes.documents import call_id


async def test_what_was_read_does_not_change_when_more_is_written() -> None:
    """As rows read from a file do not."""
    journal = MemoryJournal()
    await journal.append(call_id(1), b"a")
    lines = await journal.lines(call_id(1))
    await journal.append(call_id(1), b"b")
    assert list(lines) == [b"a"]
