"""The journal in memory, beyond its contract."""

import asyncio

import pytest

from sparring.adapters.journal.memory import MemoryJournal
from sparring.errors import JournalFailed
from tests.fakes.documents import call_id


def test_a_call_that_was_never_opened_has_no_lines() -> None:
    """Nothing is made up."""
    with pytest.raises(JournalFailed):
        asyncio.run(MemoryJournal().lines(call_id(1)))
