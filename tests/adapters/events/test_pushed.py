"""One event that a platform pushes: acknowledged, postponed, or kept as a dead letter."""

from dataclasses import replace

import pytest

from sparring.adapters.events.pushed import LAST_ATTEMPT, PushedEvent
from sparring.errors import EventPostponed
from sparring.ports import ObjectWritten
from tests.fakes.clock import START

EVENT = ObjectWritten("1", "transcripts/2026/11/25/call_0123456789abcdefghij.json", START)


class Box:
    """Implements `DeadLetterBox`."""

    def __init__(self) -> None:
        self.kept: list[tuple[ObjectWritten, str]] = []

    async def keep(self, event: ObjectWritten, reason: str) -> None:
        """See the protocol."""
        self.kept.append((event, reason))


@pytest.fixture
def box() -> Box:
    return Box()


async def test_a_handled_event_is_acknowledged(box: Box) -> None:
    """Nothing is raised and nothing kept; no other event is ever received."""
    pushed = PushedEvent(box)
    assert await pushed.receive() is None
    await pushed.done(EVENT)
    pushed.answer()
    assert box.kept == []


async def test_an_event_for_later_is_raised_with_the_reason(box: Box) -> None:
    """The reason is a code; the platform sees that this attempt failed."""
    pushed = PushedEvent(box)
    assert await pushed.retry_later(EVENT, "store_unavailable")
    with pytest.raises(EventPostponed, match="store_unavailable"):
        pushed.answer()
    assert box.kept == []


async def test_the_last_attempt_ends_as_a_dead_letter(box: Box) -> None:
    """Its own reason is kept, not that somebody stopped trying."""
    pushed, last = PushedEvent(box), replace(EVENT, attempt=LAST_ATTEMPT)
    assert not await pushed.retry_later(last, "results_failed")
    pushed.answer()
    assert box.kept == [(last, "results_failed")]


async def test_what_no_attempt_can_help_is_kept_and_acknowledged(box: Box) -> None:
    """The platform is not asked to deliver it again."""
    pushed = PushedEvent(box)
    await pushed.dead_letter(EVENT, "transcript_rejected turns")
    pushed.answer()
    assert box.kept == [(EVENT, "transcript_rejected turns")]
