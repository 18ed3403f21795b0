"""A13: whatever is sent at the port of a call's sound, the call goes on; an offer that points elsewhere is harmless."""

import asyncio
import random
import re
import socket
import struct

import numpy as np
import pytest

from sparring.adapters.clock import SystemClock
from sparring.adapters.media.peer import BLOCK_SAMPLES, Peer
from sparring.adapters.media.rep_phone import RepPhone
from sparring.errors import MediaFailed

TONE = (8_000 * np.sin(2 * np.pi * 440 * np.arange(48_000) / 48_000)).astype(np.int16).tobytes()
LOUD_BLOCK = TONE[: 2 * BLOCK_SAMPLES]
DATAGRAMS = 2_000
_CANDIDATE = re.compile(r"candidate:\S+ 1 udp \S+ (127\.0\.0\.1|[\d.]+) (\d+)", re.IGNORECASE)
_FINGERPRINT = re.compile(r"(a=fingerprint:sha-256 )[0-9A-F:]+", re.IGNORECASE)


def hostile(kind: str, chance: random.Random) -> bytes:
    """One datagram: by its first byte RTP, DTLS or STUN, as RFC 7983 tells them apart; else noise."""
    noise = chance.randbytes(chance.randint(1, 1_200))
    if kind == "rtp":
        return struct.pack("!BBHII", 0x80, 96, chance.randrange(2**16), chance.randrange(2**32), 1) + noise
    if kind == "dtls":
        return struct.pack("!BHHIHH", 22, 0xFEFD, 0, 0, 1, len(noise)) + noise
    if kind == "client hello":
        return struct.pack("!BHHIHHBBHHB", 22, 0xFEFD, 0, 0, 1, 60, 1, 0, 48, 0, 0) + noise
    if kind == "stun":
        return struct.pack("!HHI", 1, len(noise) % 2**16, 0x2112A442) + noise
    return noise


def flood(port: int, kind: str) -> None:
    """From another port of this machine."""
    chance = random.Random(kind)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stranger:
        for _ in range(DATAGRAMS):
            stranger.sendto(hostile(kind, chance), ("127.0.0.1", port))


@pytest.mark.parametrize("kind", ["rtp", "dtls", "client hello", "stun", "noise"])
def test_a_flood_of_strange_datagrams_does_not_end_a_call(kind: str) -> None:
    """2,000 of them while both sides talk: none is heard, and the rep still is."""

    async def scenario() -> None:
        heard = bytearray()
        peer, phone = Peer(pull=lambda: LOUD_BLOCK, push=heard.extend, clock=SystemClock()), RepPhone(SystemClock())
        try:
            async with asyncio.timeout(20):
                answers: list[str] = []

                async def answered(sdp: str) -> str:
                    answers.append(await peer.answer(sdp))
                    return answers[0]

                await phone.call(answered)
                while phone.heard_s is None or not heard:
                    await asyncio.sleep(0.02)
                port = int(next(_CANDIDATE.finditer(answers[0]))[2])
                await asyncio.to_thread(flood, port, kind)
                heard.clear()
                await phone.say(TONE[: len(TONE) // 2])
                while np.count_nonzero(np.abs(np.frombuffer(bytes(heard), np.int16).astype(np.int32)) > 2_000) < 3_000:
                    await asyncio.sleep(0.02)
        finally:
            await phone.close()
            await peer.close()

    asyncio.run(scenario())


def test_a_peer_that_is_not_whom_the_offer_named_is_not_heard() -> None:
    """The certificate's fingerprint in the offer is another's: no sound is ever taken, and our side closes alone."""

    async def scenario() -> None:
        heard = bytearray()
        peer, phone = Peer(pull=lambda: LOUD_BLOCK, push=heard.extend, clock=SystemClock()), RepPhone(SystemClock())

        async def answered(sdp: str) -> str:
            forged = _FINGERPRINT.sub(lambda found: found[1] + ":".join(["AB"] * 32), sdp)
            return await peer.answer(forged)

        try:
            await phone.call(answered)
            await phone.say(TONE)
            assert not heard
            assert peer.heard_s is None
        finally:
            await phone.close()
            await peer.close()

    asyncio.run(scenario())


@pytest.mark.parametrize("address", ["224.0.0.251", "169.254.169.254", "10.0.0.1", "255.255.255.255", "0.0.0.0"])
def test_an_offer_that_points_at_somebody_else_opens_no_sound(address: str) -> None:
    """Multicast, the cloud's own address, a private network: refused, or answered and never heard."""

    async def scenario() -> None:
        peer, phone = Peer(pull=lambda: LOUD_BLOCK, push=lambda _: None, clock=SystemClock()), RepPhone(SystemClock())

        async def answered(sdp: str) -> str:
            return await peer.answer(_CANDIDATE.sub(lambda found: found[0].replace(found[1], address), sdp))

        try:
            await phone.call(answered)
        except MediaFailed:
            return
        finally:
            await phone.close()
            await peer.close()
        assert peer.heard_s is None

    asyncio.run(scenario())
