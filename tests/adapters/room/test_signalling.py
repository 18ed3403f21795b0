"""LiveKit's signals without a server: which candidates are taken, and where the socket is."""

import asyncio
import json
from typing import Any

import pytest
from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from livekit.protocol.rtc import SessionDescription

from sparring.adapters.room.signalling import SignalledConnection, signals

UDP, TCP = "candidate:1 1 udp 2130706431 10.0.0.1 7882 typ host", "candidate:2 1 tcp 1 10.0.0.1 7881 typ host"
SDP = "v=0\r\ns=-\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\nm=application 9 UDP/DTLS/SCTP x\r\na=mid:1\r\n"


async def test_every_section_is_given_the_candidates_that_aiortc_can_use(monkeypatch: pytest.MonkeyPatch) -> None:
    """TCP is left out, and nothing is begun before there is one."""
    side, taken = SignalledConnection(), []

    async def take(said: Any) -> None:
        taken.append(said)

    monkeypatch.setattr(side.connection, "setRemoteDescription", take)
    side.add_candidate(json.dumps({"candidate": TCP}))
    side.add_candidate(json.dumps({"candidate": UDP}))
    await side.take(SessionDescription(type="offer", sdp=SDP))
    (said,) = taken
    assert said.type == "offer"
    assert [part.count(UDP) for part in said.sdp.split("m=")] == [0, 1, 1]
    assert TCP not in said.sdp
    await side.connection.close()


async def test_a_server_that_names_no_candidate_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """The caller goes another way."""
    monkeypatch.setattr("sparring.adapters.room.signalling.CANDIDATES_WITHIN_S", 0.0)
    side = SignalledConnection()
    with pytest.raises(TimeoutError):
        await side.take(SessionDescription(type="offer", sdp=SDP))
    await side.connection.close()


async def test_a_further_offer_waits_until_the_first_has_connected() -> None:
    """A server may send both within a quarter of a second; what the second one brings would never be heard."""
    side, server = SignalledConnection(), RTCPeerConnection(RTCConfiguration(iceServers=[]))
    server.addTransceiver("audio")
    await server.setLocalDescription(await server.createOffer())
    offer = SessionDescription(type="offer", sdp=server.localDescription.sdp)
    candidate = next(line for line in offer.sdp.splitlines() if line.startswith("a=candidate"))
    side.add_candidate(json.dumps({"candidate": candidate.removeprefix("a=")}))
    answer = await side.answer(offer)
    further = asyncio.create_task(side.answer(offer))
    done, _ = await asyncio.wait([further], timeout=0.3)
    assert not done
    await server.setRemoteDescription(RTCSessionDescription(answer.sdp, answer.type))
    async with asyncio.timeout(20):
        assert (await further).type == "answer"
    await server.close()
    await side.connection.close()


@pytest.mark.parametrize(
    ("url", "socket"),
    [("wss://x.livekit.cloud", "wss://x.livekit.cloud/rtc?"), ("http://127.0.0.1:7880/", "ws://127.0.0.1:7880/rtc?")],
)
def test_the_address_of_the_server_is_that_of_its_socket(url: str, socket: str) -> None:
    """Whichever way it is written; the token is a header, and in no address that a log may hold."""
    made = signals(url, "secret", subscribe=False)
    assert made.uri.startswith(socket)
    assert "secret" not in made.uri
