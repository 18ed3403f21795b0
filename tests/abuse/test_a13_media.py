"""A13: who floods a call with sound that is not signed, or with handshakes of their own, ends none and is not heard."""

import asyncio
import os
import re
import socket
import struct
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import numpy as np
import pytest

from sparring.adapters.clock import SystemClock
from sparring.adapters.media.offer import read_offer
from sparring.adapters.media.peer import BLOCK_SAMPLES, Peer
from sparring.adapters.media.rep_phone import RepPhone
from sparring.errors import MediaFailed

TONE = (8_000 * np.sin(2 * np.pi * 440 * np.arange(48_000) / 48_000)).astype(np.int16).tobytes()
FLOOD = 3_000
CANDIDATE = re.compile(r"a=candidate:\S+ 1 udp \d+ (\S+) (\d+) typ host", re.IGNORECASE)
WITHIN_S = 20.0
OFFER = (
    "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 96\r\nc=IN IP4 0.0.0.0\r\n"
    "a=mid:0\r\na=rtpmap:96 opus/48000/2\r\na=candidate:1 1 udp 2130706431 {address} 5353 typ host\r\n"
)


@dataclass
class Connected:
    """A peer and a phone that speak to each other. `at`: where the peer's sound arrives."""

    peer: Peer
    phone: RepPhone
    at: tuple[str, int]
    heard: bytearray = field(default_factory=bytearray)

    async def hears_the_rep(self) -> None:
        """A tone gets through. What is sent while the socket is full of the flood is lost with it: it is said on."""
        self.heard.clear()
        async with asyncio.timeout(WITHIN_S):
            while not _loud(self.heard):
                await self.phone.say(TONE[: len(TONE) // 5])


def _loud(pcm: bytearray) -> bool:
    samples = np.frombuffer(bytes(pcm[: len(pcm) // 2 * 2]), np.int16).astype(np.int32)
    return bool(np.count_nonzero(np.abs(samples) > 2_000) > 1_000)


@asynccontextmanager
async def connected() -> AsyncIterator[Connected]:
    """Over this machine's own network."""
    heard = bytearray()
    peer = Peer(pull=lambda: bytes(2 * BLOCK_SAMPLES), push=heard.extend, clock=SystemClock())
    phone = RepPhone(SystemClock())
    answers: list[str] = []

    async def answer(sdp: str) -> str:
        answers.append(await peer.answer(sdp))
        return answers[0]

    try:
        async with asyncio.timeout(WITHIN_S):
            await phone.call(answer)
            while not heard:
                await asyncio.sleep(0.02)
        host, port = next(match.groups() for match in CANDIDATE.finditer(answers[0]))
        yield Connected(peer, phone, (host, int(port)), heard)
    finally:
        await phone.close()
        await peer.close()


def rtp(number: int) -> bytes:
    """A packet of sound in the clear, as somebody would inject it."""
    return struct.pack("!BBHII", 0x80, 96, number % 65_536, number * 960 % 2**32, 1) + os.urandom(80)


def client_hello(number: int) -> bytes:
    """The beginning of somebody else's DTLS handshake, cut off."""
    return struct.pack("!BHHHIH", 22, 0xFEFF, 0, 0, number, 120) + b"\x01" + os.urandom(119)


def rtcp_bye(number: int) -> bytes:
    """A goodbye that nobody signed."""
    return struct.pack("!BBHI", 0x81, 203, 1, number)


def stun_request(number: int) -> bytes:
    """Asks for the way to the peer without its password."""
    del number
    return b"\x00\x01\x00\x00\x21\x12\xa4\x42" + os.urandom(12)


def noise(number: int) -> bytes:
    """Any bytes at all."""
    del number
    return os.urandom(120)


@pytest.mark.parametrize("datagram", [rtp, client_hello, rtcp_bye, stun_request, noise])
async def test_a_flood_of_what_is_no_sound_ends_no_call_and_is_not_heard(datagram: Callable[[int], bytes]) -> None:
    """Three thousand datagrams from another socket; then the rep is heard as before."""
    async with connected() as call:
        call.heard.clear()
        with socket.socket(socket.AF_INET6 if ":" in call.at[0] else socket.AF_INET, socket.SOCK_DGRAM) as stranger:
            for number in range(FLOOD):
                stranger.sendto(datagram(number), call.at)
                if number % 100 == 0:
                    await asyncio.sleep(0.001)
        assert not _loud(call.heard)
        await call.hears_the_rep()


@pytest.mark.parametrize("address", ["224.0.0.251", "255.255.255.255", "0.0.0.0", "ff02::fb"])
def test_an_offer_that_names_a_group_of_machines_is_refused(address: str) -> None:
    """One packet to it would be a packet to all of them, and no browser has such an address."""
    with pytest.raises(MediaFailed):
        read_offer(OFFER.format(address=address))


@pytest.mark.parametrize("address", ["192.168.1.4", "127.0.0.1", "::1", "fe80::1", "2a01:4f8::7", "8f1c.local"])
def test_an_offer_that_names_one_machine_is_read(address: str) -> None:
    """This one included, by every address that a browser on it knows, and a name that only the browser knows."""
    assert read_offer(OFFER.format(address=address))
