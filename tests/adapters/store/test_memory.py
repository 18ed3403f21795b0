"""The air gap in memory, beyond what its contract says."""

from sparring.adapters.store.memory import MemoryStore

NAME = "transcripts/2026/11/25/call_0123456789abcdefghij.json"


async def test_two_stores_share_nothing() -> None:
    """A practice call in the terminal leaves no trace for the next one."""
    first, second = MemoryStore(), MemoryStore()
    await first.put_once(NAME, b"one")
    await second.put_once(NAME, b"two")
    assert await first.get(NAME, max_bytes=3) == b"one"
