"""A6: whatever arrives as an audio offer is answered or meets the one documented error, and nothing stays open."""

import asyncio
import gc

from sparring.adapters.clock import SystemClock
from sparring.adapters.media.offer import read_offer
from sparring.adapters.media.peer import Peer
from sparring.errors import MediaFailed
from tests.abuse.mutations import MUTATIONS, mutations, outcomes
from tests.fakes.offers import OFFER, with_candidates

ANSWERED = 250  # each opens and closes a connection of its own


def outcome(data: bytes) -> str:
    try:
        read_offer(data.decode("utf-8", "replace"))
    except MediaFailed:
        return "refused"
    return "accepted"


def test_ten_thousand_mutations_meet_the_one_error() -> None:
    """The door refuses with its one error what its parser trips over."""
    found = outcomes(outcome, OFFER.encode(), with_candidates(8).encode())
    assert sum(found.values()) == MUTATIONS
    assert min(found["refused"], found["accepted"]) > 0.02 * MUTATIONS


async def answered(data: bytes) -> bool:
    """Whether a connection answers; closed afterwards, whatever it did."""
    peer = Peer(pull=lambda: bytes(1_920), push=lambda _: None, clock=SystemClock())
    try:
        await peer.answer(data.decode("utf-8", "replace"))
    except MediaFailed:
        return False
    finally:
        await peer.close()
    return True


async def test_whatever_passes_the_door_is_answered_or_refused_and_closed() -> None:
    """Every task that a connection began ends with it."""
    before = len(asyncio.all_tasks())
    found = [await answered(data) for data in mutations(OFFER.encode(), count=ANSWERED, most_changes=2)]
    assert 0 < sum(found) < ANSWERED
    gc.collect()
    for _ in range(100):
        if len(asyncio.all_tasks()) == before:
            break
        await asyncio.sleep(0.05)
    assert len(asyncio.all_tasks()) == before
