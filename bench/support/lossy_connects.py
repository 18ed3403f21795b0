"""A direct call's connection over a network that loses packets each way: how soon it stands, by the page's own rules.

Flows in: the share that is lost. Flows out: seconds until the rep is heard, over as many offers as that took. Packets
are dropped where they arrive, above the sockets: handshake and sound alike.
"""

import asyncio
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from aioice.ice import StunProtocol

from sparring.adapters.clock import SystemClock
from sparring.adapters.media.peer import BLOCK_SAMPLES, Peer
from sparring.adapters.media.rep_phone import RepPhone

ATTEMPTS: Final = 3  # of `frontend/lib/voice/direct.ts`
DEADLINE_S: Final = 8.0  # of `frontend/lib/voice/peer.ts`


@dataclass
class Came:
    """Packets to this process's WebRTC connections."""

    packets: int = 0
    lost: int = 0


@contextmanager
def losing(share: float, *, seed: int = 4) -> Iterator[Came]:
    """So many of the packets that come to this process's WebRTC connections never arrived."""
    rng, real, came = random.Random(seed), StunProtocol.datagram_received, Came()

    def lossy(self: StunProtocol, data: bytes | str, addr: tuple[Any, ...]) -> None:
        came.packets += 1
        if rng.random() < share:
            came.lost += 1
        else:
            real(self, data, addr)

    StunProtocol.datagram_received = lossy  # type: ignore[method-assign]
    try:
        yield came
    finally:
        StunProtocol.datagram_received = real  # type: ignore[method-assign]


async def connecting_s() -> float | None:
    """Until the rep is heard; None: after three offers there is no connection."""
    began_s = asyncio.get_running_loop().time()
    for _ in range(ATTEMPTS):
        if await _stands():
            return asyncio.get_running_loop().time() - began_s
    return None


async def _stands() -> bool:
    heard, clock = asyncio.Event(), SystemClock()
    peer = Peer(pull=lambda: bytes(2 * BLOCK_SAMPLES), push=lambda _: heard.set(), clock=clock)
    phone = RepPhone(clock)
    try:
        async with asyncio.timeout(DEADLINE_S):
            await phone.call(peer.answer)
            await heard.wait()
    except TimeoutError:
        return False
    finally:
        await asyncio.gather(phone.close(), peer.close())
    return True


async def connects_s(count: int) -> list[float | None]:
    """Of so many at once."""
    return await asyncio.gather(*(connecting_s() for _ in range(count)))
