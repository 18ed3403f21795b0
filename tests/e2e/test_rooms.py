"""Calls in rooms of a real livekit-server, with a headless client: held, rejoined, killed and gone on with."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from bench.support.bad_line import BadLine, bad_line
from bench.support.room_calls import token
from bench.support.stubs import is_loud, tone
from livekit import rtc

from sparring.adapters.room.access import LiveKitAccess
from sparring.adapters.room.packet_ear import PacketEar
from sparring.ids import new_call_id
from sparring.persona import find_persona
from tests.e2e.agents import Agent, agent
from tests.e2e.livekit_server import KEY as LIVEKIT_KEY
from tests.e2e.livekit_server import SECRET, LiveKitServer, livekit_server
from tests.e2e.reports import whose_word
from tests.e2e.room_phone import RoomPhone
from tests.e2e.serving import Served, serving
from tests.e2e.speech import spoken
from tests.fakes.chat_service import ChatService
from tests.fakes.judge_service import KEY
from tests.fakes.openai_audio import openai_audio
from tests.fakes.realtime_service import RealtimeService
from tests.fakes.realtime_sound import Written

pytestmark = [pytest.mark.speech, pytest.mark.timeout(240)]

PERSONA = "price_shopper"  # says least to begin with, and every call hears it out
GREETING = "Thank you for calling Willow Lane Home Care, this is Dana. How can I help you?"
QUESTION = "What worries you most about the price?"
WORDS = "It was last Tuesday, and it has been a hard week for all of us."  # of the model that words the buyer
PROBE = "Hello."  # by which a voice's endpoint is tried
REP_VOICE, UNBROKEN = "michael", "What worries you most about tomorrow?"  # as sound: a pause would close the turn
INTO_THE_TURN_S = 0.5
ONE_SECOND_BYTES = 32_000  # of 16 kHz
SILENCE_S, RETRY_S = 3.0, 0.75  # of the page's link: no heartbeat, and the pause before it enters anew
QUICK = {"hearing": "pocketsphinx", "voice": "flite"}  # up in a second; what is said here is typed
SETTINGS = QUICK | {"agent_load_percent": "100", "review_s": "5", "agent_drain_s": "30"}
SHORT_OUTAGE_S, LONG_OUTAGE_S = 8.0, 25.0  # a call waits for 20: a busy machine takes its time to come back


@dataclass(frozen=True, slots=True)
class House:
    """Server, media server and agent, as an operator starts them."""

    served: Served
    livekit: LiveKitServer
    agent: Agent

    @asynccontextmanager
    async def rep(self) -> "AsyncIterator[Rep]":
        """Somebody with a browser's cookie and no browser."""
        async with httpx.AsyncClient(base_url=self.served.url, timeout=30) as client:
            (await client.get("/api/me")).raise_for_status()
            rep = Rep(client)
            try:
                yield rep
            finally:  # a phone left in a room keeps its server from ending
                for phone in rep.phones:
                    await phone.leave()


@dataclass(slots=True)
class Rep:
    """Over HTTP as the page does it; the ticket is the newest. `line`: another way into the room."""

    client: httpx.AsyncClient
    call_id: str = ""
    ticket: str = ""
    line: BadLine | None = None
    phones: list[RoomPhone] = field(default_factory=list)

    async def place(self) -> None:
        """A call by voice, which is held in a room."""
        order = {"persona_id": PERSONA, "difficulty": "easy", "channel": "voice", "consent": True, "seed": 1}
        answer = await self.client.post("/api/calls", json=order)
        placed = answer.raise_for_status().json()
        assert placed["transport"] == "room"
        self.call_id, self.ticket = placed["call_id"], placed["ticket"]

    async def enter(self, *, within_s: float = 150.0) -> RoomPhone:
        """Into the room, until the call lets the page in: a starved machine takes a minute to warm a process."""
        answer = await self.client.post(f"/api/calls/{self.call_id}/room", json={"ticket": self.ticket})
        entry = answer.raise_for_status().json()
        self.ticket = entry["resume_ticket"]
        phone = RoomPhone()
        self.phones.append(phone)
        try:
            await phone.join(self.line.url if self.line else entry["url"], entry["token"])
        except rtc.ConnectError as error:
            raise AssertionError(f"not connected over {self.line or 'the server itself'}") from error
        await phone.until("joined", within_s=within_s)
        return phone

    async def graded(self) -> dict[str, Any]:
        """The report, once there is one."""
        async with asyncio.timeout(90):
            while True:
                answer = await self.client.get(f"/api/calls/{self.call_id}/report")
                if answer.status_code == httpx.codes.OK:
                    report: dict[str, Any] = answer.json()
                    return report
                await asyncio.sleep(0.5)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """All three, for every test here."""
    folder = tmp_path_factory.mktemp("rooms")
    with livekit_server(folder / "livekit") as livekit:
        settings = SETTINGS | livekit.settings()
        with (
            serving(folder / "served", settings) as served,
            agent(folder / "agent", settings | {"data_dir": str(served.data_dir)}) as worker,
        ):
            yield House(served, livekit, worker)


async def say(phone: RoomPhone, text: str, *, turns: int) -> str:
    """Type a turn and hear the buyer out; so many turns stand then."""
    await phone.send(type="say", text=text)
    async with asyncio.timeout(60):
        while len(phone.turns()) < turns:
            await asyncio.sleep(0.05)
    return str(phone.turns()[-1]["text"])


async def test_a_call_in_a_room_reaches_a_report(house: House) -> None:
    """Ring, pick-up, a turn and the buyer's voice, hang-up, transcript, grade."""
    async with house.rep() as rep:
        await rep.place()
        phone = await rep.enter()
        await phone.send(type="pick_up")
        await phone.until("state", state="listening")
        assert await say(phone, GREETING, turns=2)
        assert phone.loud_s
        await phone.send(type="hang_up")
        await phone.until("written", within_s=30)
        report = await rep.graded()
    assert report["ending"]["by"] == "rep"
    assert whose_word(report) == ["rep", "buyer"]


async def test_a_killed_job_falls_silent_and_the_buyer_goes_on(house: House) -> None:
    """The second process says the last words again and answers what comes next; one transcript holds all of it."""
    async with house.rep() as rep:
        await rep.place()
        phone = await rep.enter()
        await phone.send(type="pick_up")
        first = await say(phone, GREETING, turns=2)
        os.kill(await _only_job(house), signal.SIGKILL)
        await _silent(phone)
        await phone.leave()
        await asyncio.sleep(RETRY_S)
        await _goes_on_after(rep, first)


async def test_a_rep_whose_network_is_gone_comes_back_to_where_they_were(house: House) -> None:
    """No packet passes either way for eight seconds; then the buyer says the last words again, and all is kept."""
    async with bad_line(house.livekit.url) as line, house.rep() as rep:
        await rep.place()
        rep.line = line
        phone = await rep.enter()
        await phone.send(type="pick_up")
        first = await say(phone, GREETING, turns=2)
        line.gone()
        await _silent(phone)
        await asyncio.sleep(SHORT_OUTAGE_S - SILENCE_S)
        line.gone(is_gone=False)
        await phone.leave()
        await _goes_on_after(rep, first)


async def test_a_rep_who_stays_away_is_not_waited_for(house: House) -> None:
    """One leaves for good, another's network is gone meanwhile: after twenty seconds each call is closed and graded."""
    async with house.rep() as leaver:
        await _leaves(leaver)
        async with bad_line(house.livekit.url) as line, house.rep() as rep:
            await rep.place()
            rep.line = line
            phone = await rep.enter()
            await phone.send(type="pick_up")
            await say(phone, GREETING, turns=2)
            line.gone()
            await asyncio.sleep(LONG_OUTAGE_S)
            line.gone(is_gone=False)
            report = await rep.graded()
            with pytest.raises(httpx.HTTPStatusError):
                await rep.enter()
        left = await leaver.graded()
    assert (report["ending"]["by"], report["ending"]["complete"]) == ("connection_lost", False)
    assert whose_word(report) == ["rep", "buyer"]
    assert left["ending"]["by"] == "connection_lost"
    assert "client initiated" in left["ending"]["reason"]


async def _leaves(rep: Rep) -> None:
    """After one exchange."""
    await rep.place()
    phone = await rep.enter()
    await phone.send(type="pick_up")
    await say(phone, GREETING, turns=2)
    await phone.leave()


async def test_the_reps_packets_come_to_us_past_the_client_and_unseen(house: House) -> None:
    """From a microphone that sends them twice over, as a browser does; nobody in the room sees who listens."""
    room, heard = new_call_id(), bytearray()
    access = LiveKitAccess(house.livekit.url, LIVEKIT_KEY, SECRET, agent="none")
    phone = RoomPhone()
    try:
        await phone.join(house.livekit.url, token(room, "rep"))
        (microphone,) = phone.room.local_participant.track_publications
        hearing = asyncio.create_task(PacketEar(access, room).hear(microphone, heard.extend))
        async with asyncio.timeout(30):
            while len(heard) < ONE_SECOND_BYTES:
                await asyncio.sleep(0.05)
            phone.say(tone(0.5, 48_000))
            while not is_loud(bytes(heard[-640:])):
                await asyncio.sleep(0.02)
        assert not phone.room.remote_participants
        hearing.cancel()
        await asyncio.gather(hearing, return_exceptions=True)
    finally:
        await phone.leave()


async def test_a_refresh_is_one_call_and_the_newest_connection_has_it(house: House) -> None:
    """The older connection is told that it was replaced; nobody greets twice; why it went is written down."""
    async with house.rep() as rep:
        await rep.place()
        older = await rep.enter()
        await older.send(type="pick_up")
        await say(older, GREETING, turns=2)
        newer = await rep.enter()
        async with asyncio.timeout(20):
            while older.gone is None:
                await asyncio.sleep(0.05)
        assert older.gone == "duplicate_identity"
        assert len((await newer.until("joined"))["turns"]) >= 2
        assert await say(newer, QUESTION, turns=2)
        await newer.send(type="hang_up")
        await newer.until("written", within_s=30)
        report = await rep.graded()
    assert whose_word(report) == ["rep", "buyer"] * 2
    said = [turn["text"] for turn in report["turns"]]
    assert len(set(said)) == len(said)


async def _only_job(house: House) -> int:
    """Of the call that is held: on a busy machine the one before takes its time to leave."""
    async with asyncio.timeout(60):
        while len(jobs := house.agent.jobs()) != 1:
            await asyncio.sleep(0.2)
    return jobs[0]


async def _goes_on_after(rep: Rep, first: str) -> None:
    """The rep comes back, is told the last words again, asks what comes next, and one report holds all of it."""
    again = await rep.enter()
    joined = await again.until("joined")
    assert (joined["state"], joined["turns"][-1]["text"]) == ("live", first)
    await _heard(again)
    assert await say(again, QUESTION, turns=2)
    await again.send(type="hang_up")
    await again.until("written", within_s=30)
    report = await rep.graded()
    assert whose_word(report) == ["rep", "buyer"] * 2
    assert report["ending"]["complete"]


async def _silent(phone: RoomPhone) -> None:
    """Until the page would say that the connection is lost."""
    async with asyncio.timeout(30):
        while asyncio.get_running_loop().time() - phone.arrived_s[-1] < SILENCE_S:
            await asyncio.sleep(0.05)


async def _heard(phone: RoomPhone) -> None:
    async with asyncio.timeout(30):
        while not phone.loud_s:
            await asyncio.sleep(0.05)


async def test_a_stopped_agent_lets_its_call_end(house: House, tmp_path: Path) -> None:
    """SIGTERM in the middle of a call: the next rep is told at once, this call is held to its end and handed over.

    It is a call of the third shape: a chat model words the buyer, and services of OpenAI's protocols hear and speak.
    """
    (sound,) = await spoken([UNBROKEN], REP_VOICE, engine="flite")
    with ChatService(answer=lambda _: WORDS) as model:
        async with openai_audio(transcription={"text": GREETING}) as audio:
            settings = SETTINGS | house.livekit.settings() | _third_shape(model.url, audio.url)
            async with _running(house, tmp_path, settings) as stopped, stopped.rep() as rep:
                await rep.place()
                phone = await rep.enter()
                await phone.send(type="pick_up")
                await _speaks(phone, sound, turns=1)
                stopped.agent.process.send_signal(signal.SIGTERM)
                audio.transcription = {"text": QUESTION}
                await _speaks(phone, sound, turns=2)
                with pytest.raises(httpx.HTTPStatusError) as refused:
                    await Rep(rep.client).place()
                await phone.send(type="hang_up")
                await phone.until("written", within_s=30)
                report = await rep.graded()
                await phone.leave()
                assert await asyncio.to_thread(stopped.agent.process.wait, 60) == 0
    assert refused.value.response.status_code == httpx.codes.SERVICE_UNAVAILABLE
    assert "No agent" in refused.value.response.json()["error"]["sentence"]
    assert whose_word(report) == ["rep", "buyer"] * 2
    asked = [turn["text"] for turn in report["turns"]].index(QUESTION)
    assert WORDS in report["turns"][asked + 1]["text"]  # after a filler, if busy; before what the model left out
    assert phone.loud_s
    spoken_in = {one["voice"] for one in audio.asked if one.get("input", PROBE) != PROBE}
    assert spoken_in == {find_persona(PERSONA).voice.openai}


async def test_one_realtime_session_hears_and_speaks_in_a_room(house: House, tmp_path: Path) -> None:
    """It ends in the middle of a turn, and the rep hangs up before the last words are written down: nothing is lost."""
    (sound,) = await spoken([UNBROKEN], REP_VOICE, engine="flite")
    with RealtimeService(lambda _: WORDS, texts=(UNBROKEN,)) as service:
        service.writes += [Written(text=GREETING), Written(text=QUESTION), Written(text=UNBROKEN, after_s=0.8)]
        settings = SETTINGS | house.livekit.settings() | _in_session(service.url)
        async with _running(house, tmp_path, settings) as away, away.rep() as rep:
            await rep.place()
            phone = await rep.enter()
            await phone.send(type="pick_up")
            await _speaks(phone, sound, turns=1)
            asyncio.get_running_loop().call_later(INTO_THE_TURN_S, service.expire)
            await _speaks(phone, sound, turns=2)
            phone.say(sound)
            await phone.said()
            await phone.send(type="hang_up")
            await phone.until("written", within_s=30)
            report = await rep.graded()
    assert [turn["text"] for turn in report["turns"] if turn["speaker"] == "rep"] == [GREETING, QUESTION, UNBROKEN]
    asked = [turn["text"] for turn in report["turns"]].index(QUESTION)
    assert WORDS in report["turns"][asked + 1]["text"]
    assert phone.loud_s
    assert len(service.connections) >= 2
    assert (report["ending"]["by"], report["ending"]["complete"]) == ("rep", True)


def _in_session(url: str) -> dict[str, str]:
    own = {"buyer_url": url, "buyer_model": "gpt-realtime", "buyer_key": KEY, "agent_name": "in_session"}
    return dict.fromkeys(("hearing", "voice", "buyer"), "realtime") | own


def _third_shape(model_url: str, audio_url: str) -> dict[str, str]:
    hears = {"hearing": "openai", "hearing_url": audio_url, "hearing_model": "gpt-4o-mini-transcribe"}
    speaks = {"voice": "openai", "voice_url": audio_url, "voice_model": "gpt-4o-mini-tts", "voice_stand_by": "flite"}
    words = {"buyer": "chat", "buyer_url": model_url, "buyer_model": "gpt-4.1-mini"}
    keys = dict.fromkeys(("hearing_key", "voice_key", "buyer_key"), KEY)
    return hears | speaks | words | keys | {"agent_name": "another"}


@asynccontextmanager
async def _running(house: House, folder: Path, settings: dict[str, str]) -> AsyncIterator[House]:
    """Another server and agent beside those of `house`."""
    with ExitStack() as stack:
        served = await asyncio.to_thread(stack.enter_context, serving(folder / "served", settings))
        job = settings | {"data_dir": str(served.data_dir)}
        worker = await asyncio.to_thread(stack.enter_context, agent(folder / "agent", job))
        yield House(served, house.livekit, worker)


async def _speaks(phone: RoomPhone, sound: bytes, *, turns: int) -> None:
    """The rep says something, and hears the buyer out; so many turns of theirs stand then.

    Where the machine is slow the buyer may ask meanwhile whether anybody is there.
    """
    phone.say(sound)
    async with asyncio.timeout(60):
        while _theirs(phone) < turns or phone.turns()[-1]["speaker"] != "buyer":
            await asyncio.sleep(0.05)


def _theirs(phone: RoomPhone) -> int:
    return sum(turn["speaker"] == "rep" for turn in phone.turns())
