"""A model that speaks for itself, over real WebSockets: one voice, and nothing heard before its words may be."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from sparring.adapters.buyer_model.factory import open_realtime_buyer
from sparring.adapters.buyer_model.realtime.call import RealtimeCall
from sparring.adapters.buyer_model.realtime.handshake import connected
from sparring.adapters.buyer_model.realtime.session import Session
from sparring.adapters.buyer_model.realtime.socket import Socket
from sparring.adapters.buyer_model.realtime.voice import BLOCK_BYTES, MOST_LETTERS_A_S, RealtimeVoice
from sparring.adapters.openai.endpoint import Endpoint
from sparring.errors import VoiceChanged, VoiceFailed
from sparring.ports import BuyerPrompt, PromptTurn
from tests.adapters.buyer_model.realtime.test_socket import until
from tests.fakes.judge_service import KEY
from tests.fakes.realtime_service import RealtimeService, Voiced

HEARD = (PromptTurn("rep", "Hello."), PromptTurn("buyer", "Hi."))
PROMPT = BuyerPrompt("You are Laura.", HEARD, "Say that he fell.")
FIRST, SECOND = "He fell in the kitchen.", "He broke his hip."
TWO = Voiced((FIRST, f" {SECOND}"))


@dataclass
class Speaking:
    """One call whose model speaks."""

    call: RealtimeCall
    voice: RealtimeVoice
    service: RealtimeService

    async def hear(self, text: str, *, voice_id: str = "coral") -> int:
        """Have it spoken; milliseconds of sound."""
        async with aclosing(self.voice.speak(text, voice_id=voice_id)) as blocks:
            return sum([len(block) for block in [block async for block in blocks]]) // 48

    async def words(self, prompt: BuyerPrompt = PROMPT, *, pieces: int | None = None) -> str:
        """The model's; after so many pieces nobody wants more."""
        said = []
        async with aclosing(self.call.word(prompt)) as words:
            async for piece in words:
                said.append(piece)
                if len(said) == pieces:
                    break
        return "".join(said)


@asynccontextmanager
async def a_speaker(*replies: Voiced, **service: Any) -> AsyncIterator[Speaking]:
    with RealtimeService(replies=list(replies), **service) as there:
        model = open_realtime_buyer(Endpoint(there.url, "gpt-realtime", KEY))
        call = model.for_call()
        try:
            yield Speaking(call, call.speak("coral"), there)
        finally:
            await model.close()


async def test_the_session_is_asked_for_the_pinned_voice() -> None:
    """In the session, and as sound."""
    async with a_speaker() as speaking:
        await speaking.call.warm_up()
        (update,) = speaking.service.connections[0].sent("session.update")
        session = update["session"]
        assert session["output_modalities"] == ["audio"]
        assert session["audio"]["output"] == {"format": {"type": "audio/pcm", "rate": 24_000}, "voice": "coral"}


async def test_a_model_s_own_sound_is_heard_with_its_words() -> None:
    """Piece by piece as they pass, and all of it with the last one."""
    async with a_speaker(TWO) as speaking:
        assert await speaking.words() == f"{FIRST} {SECOND}"
        first_ms = await speaking.hear(FIRST)
        assert first_ms <= len(FIRST) / MOST_LETTERS_A_S * 1_000
        assert first_ms + await speaking.hear(SECOND) == 9 * 200


async def test_a_session_is_renewed_when_its_last_sound_has_come_and_not_before() -> None:
    """Its words end while it still speaks: an answer is not cut off because its session is old."""
    with RealtimeService(replies=[TWO]) as service:
        endpoint = Endpoint(service.url, "gpt-realtime", KEY)

        async def opened(wanted: Session) -> Socket:
            return Socket(await connected(endpoint, None, wanted), voice=wanted.voice, renew_after_s=0.0)

        call = RealtimeCall(opened, name="gpt-realtime", service="openai")
        speaking = Speaking(call, call.speak("coral"), service)
        service.sound_waits = threading.Event()
        assert await speaking.words() == f"{FIRST} {SECOND}"
        assert len(service.connections) == 1
        service.sound_waits.set()
        heard_ms = await speaking.hear(FIRST) + await speaking.hear(SECOND)
        assert heard_ms == 9 * 200
        await until(lambda: len(service.connections) == 2)
        await call.close()


async def test_what_did_not_pass_is_not_heard() -> None:
    """The rest of an answer that is held back is cut, cancelled, and taken out of the conversation."""
    async with a_speaker(TWO) as speaking:
        await speaking.words(pieces=1)
        heard_ms = await speaking.hear(FIRST)
        assert heard_ms <= len(FIRST) / MOST_LETTERS_A_S * 1_000
        here = speaking.service.connections[0]
        await until(lambda: here.sent("response.cancel") or here.sent("conversation.item.delete"))
        await until(lambda: [*here.items] == ["said_1", "said_2"])
        assert await speaking.hear("I would rather not say.") == 5 * 200


async def test_the_persona_s_own_words_are_read_aloud_and_nothing_else() -> None:
    """Beside the conversation; one that was prepared is asked for once."""
    async with a_speaker() as speaking:
        await speaking.voice.prepare("Hi, this is Laura.", voice_id="coral")
        assert await speaking.hear("Hi, this is Laura.") == 4 * 200
        (asked,) = speaking.service.connections[0].sent("response.create")
        assert asked["response"]["input"] == []
        assert asked["response"]["conversation"] == "none"


async def test_what_was_prepared_over_a_line_that_broke_is_asked_for_again() -> None:
    """A session that ends while the phone rings costs no opening line."""
    async with a_speaker() as speaking:
        speaking.service.reads_aloud_after = 1
        await speaking.voice.prepare("Hi, this is Laura.", voice_id="coral")
        await until(lambda: speaking.service.connections[0].sent("response.create"))
        speaking.service.expire()
        await until(lambda: len(speaking.service.connections) == 2)
        assert await speaking.hear("Hi, this is Laura.") == 4 * 200


async def test_a_model_that_reads_something_else_is_cut_at_that_word() -> None:
    """What is not what it was given to say is a failure, and not heard."""
    async with a_speaker() as speaking:
        speaking.service.reads_aloud = lambda _: "Hi, this is Alex, how may I help?"
        heard: list[bytes] = []

        async def listen() -> None:
            async for block in speaking.voice.speak("Hi, this is Laura.", voice_id="coral"):
                heard.append(block)  # noqa: PERF401 - what was heard before the failure counts

        with pytest.raises(VoiceFailed, match="did not say"):
            await listen()
        assert len(b"".join(heard)) // 48 <= len("Hithisis") / MOST_LETTERS_A_S * 1_000 + 20
        assert {len(block) for block in heard} <= {BLOCK_BYTES}


async def test_an_answer_that_was_heard_out_stands_as_it_sounded() -> None:
    """The model is told it once, by what it said itself."""
    async with a_speaker(TWO) as speaking:
        whole = await speaking.words()
        await speaking.hear(FIRST)
        await speaking.hear(SECOND)
        speaking.voice.was_heard(1_800, False)
        heard = (*HEARD, PromptTurn("buyer", whole), PromptTurn("rep", "And?"))
        await speaking.words(BuyerPrompt("You are Laura.", heard, "Say when."))
        said = speaking.service.connections[0].said
        assert said[:4] == [("user", "Hello."), ("assistant", "Hi."), ("assistant", "(sound)"), ("user", "And?")]


async def test_an_answer_that_the_rep_cut_short_ends_where_it_was_heard() -> None:
    """Truncated to the millisecond, and what was heard of it stands as sound."""
    async with a_speaker(TWO) as speaking:
        await speaking.words()
        await speaking.hear(FIRST)
        await speaking.hear(SECOND)
        speaking.voice.was_heard(640, True)
        here = speaking.service.connections[0]
        await until(lambda: here.sent("conversation.item.truncate"))
        heard = (*HEARD, PromptTurn("buyer", "He fell in"), PromptTurn("rep", "Wait."))
        await speaking.words(BuyerPrompt("You are Laura.", heard, "Say when."))
        assert here.said[2:4] == [("assistant", "(sound)"), ("user", "Wait.")]
        assert here.spoken_ms["spoken_resp_1"] == 640


@pytest.mark.parametrize(
    "service", [{"speaks_as": "echo"}, {"agrees": {"audio": {"output": {"voice": "echo"}}}}, {"agrees": {"audio": {}}}]
)
async def test_another_voice_is_a_fault_and_never_heard(service: dict[str, Any]) -> None:
    """Whether the session says so or an answer does, or nobody says."""
    async with a_speaker(**service) as speaking:
        with pytest.raises(VoiceChanged):
            await speaking.hear("Hi, this is Laura.")


async def test_one_session_has_one_voice() -> None:
    """Asking for somebody else's is a mistake of ours, and refused."""
    async with a_speaker() as speaking:
        with pytest.raises(VoiceFailed, match="several people"):
            await speaking.hear("Hello.", voice_id="echo")


async def test_an_answer_that_breaks_off_ends_and_the_next_words_are_read_aloud() -> None:
    """Its line goes on in the same voice."""
    async with a_speaker(Voiced((FIRST,), status=None)) as speaking:
        words = asyncio.create_task(speaking.words())
        await until(lambda: speaking.service.connections and speaking.service.connections[0].sent("response.create"))
        await asyncio.sleep(0.05)
        words.cancel()
        await asyncio.gather(words, return_exceptions=True)
        assert await speaking.hear("He is in the hospital.") == 5 * 200
