"""Azure Speech over its real protocol: when it is asked, on which connection, and what becomes of faults."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from http import HTTPStatus
from typing import Any

import pytest

from sparring.adapters.clock import SystemClock
from sparring.adapters.voice.azure.factory import AzureVoiceSettings, open_azure_voice
from sparring.adapters.voice.azure.synthesiser import AzureSynthesiser
from sparring.adapters.voice.pcm_stream import BLOCK_BYTES
from sparring.errors import VoiceFailed
from tests.fakes.azure_speech import AzureSpeech, azure_speech

AVA, DAVIS = "en-US-Ava:DragonHDLatestNeural", "en-US-Davis:DragonHDLatestNeural"
LONG = "Yes. I mean, we looked at two other agencies and they were both a lot cheaper. What do you charge?"


@asynccontextmanager
async def speaking(warm: int = 2, **service: Any) -> AsyncIterator[tuple[AzureSpeech, AzureSynthesiser]]:
    async with azure_speech(**service) as azure:
        voice, _ = await open_azure_voice(
            AzureVoiceSettings(azure.url, key="k3y", warm=warm, temperature=0.6),
            SystemClock(),
            progress=lambda *_: None,
        )
        assert isinstance(voice, AzureSynthesiser)
        try:
            await until(lambda: azure.open_now == warm)
            yield azure, voice
        finally:
            await voice.close()


async def until(happened: Any) -> None:
    async with asyncio.timeout(5):
        while not happened():
            await asyncio.sleep(0.001)


async def said(voice: AzureSynthesiser, text: str, voice_id: str = AVA) -> bytes:
    return b"".join([block async for block in voice.speak(text, voice_id=voice_id)])


async def cut_off(voice: AzureSynthesiser, text: str) -> None:
    """The rep talks over the first block."""
    async with aclosing(voice.speak(text, voice_id=AVA)) as blocks:
        await anext(blocks)


async def test_a_turn_is_asked_for_clause_by_clause_and_said_in_one_voice() -> None:
    """The first request holds one word, not the turn; blocks are of 20 ms."""
    async with speaking() as (azure, voice):
        sound = await said(voice, LONG)
        assert [asked.text for asked in azure.asked] == [
            "Yes.",
            "I mean, we looked at two other agencies and they were both a lot cheaper.",
            "What do you charge?",
        ]
        assert {(asked.voice, asked.parameters) for asked in azure.asked} == {(AVA, "temperature=0.6")}
        assert len(sound) % BLOCK_BYTES == 0
        assert azure.headers[0]["ocp-apim-subscription-key"] == "k3y"
        assert azure.paths[0] == "/tts/cognitiveservices/websocket/v1"


async def test_the_next_request_is_sent_while_the_present_one_streams() -> None:
    """Two connections carry a turn of three clauses; no clause waits for the end of the one before."""
    async with speaking(first_byte_s=0.01, chunk_s=0.01) as (azure, voice):
        await said(voice, LONG.replace("Yes.", "We had a long and honest talk about it."))
        first, second, third = azure.asked[:3]
        assert second.begun_s < (first.ended_s or 0)
        assert third.begun_s < (second.ended_s or 0)
        assert first.connection != second.connection
        assert azure.connections <= 3


async def test_connections_are_open_before_the_first_word_and_used_again() -> None:
    """Ten short turns open nothing more than the spare."""
    async with speaking() as (azure, voice):
        for number in range(10):
            await said(voice, f"Number {number} is what I said.")
        assert azure.connections <= 3


async def test_the_turn_after_a_barge_in_finds_a_warm_connection() -> None:
    """The connection that was still sending is closed; its place is filled while the rep speaks."""
    async with speaking(chunk_s=0.05) as (azure, voice):
        await cut_off(voice, "I was going to tell you a very long story about my father and his dog.")
        await until(lambda: azure.connections >= 3)
        open_before = azure.connections
        await until(lambda: azure.open_now >= 2)
        await said(voice, "Sorry, go on.")
        assert azure.asked[-1].connection < open_before


async def test_a_prepared_line_is_asked_for_once() -> None:
    """The opening line exists before the phone is picked up; a stock line is kept once it was said."""
    async with speaking() as (azure, voice):
        await voice.prepare("Hi, this is Laura.", voice_id=AVA)
        prepared = len(azure.asked)
        await said(voice, "Hi, this is Laura.")
        await voice.prepare("Hi, this is Laura.", voice_id=AVA)
        assert len(azure.asked) == prepared
        await said(voice, "Mm-hm.")
        asked = len(azure.asked)
        await said(voice, "Mm-hm.")
        assert len(azure.asked) == asked


async def test_marks_of_xml_and_phonemes_are_said_as_words() -> None:
    """`&` is no broken document, and the local engine's phonemes are the name as it is written."""
    async with speaking() as (azure, voice):
        await said(voice, "It's <b>R&D</b> at [Nguyen](/win/)'s.")
        assert "Nguyen" in azure.asked[0].text
        assert "/win/" not in azure.asked[0].text


async def test_a_refused_voice_is_stood_in_for_by_one_of_its_gender_for_good() -> None:
    """The one after it is taken when that is refused too; the next turn does not ask for them again."""
    unknown = {DAVIS, "en-US-AndrewMultilingualNeural"}
    async with speaking(unknown_voices=unknown) as (azure, voice):
        assert await said(voice, "Who is this?", DAVIS)
        assert voice.stand_in_for(DAVIS) == "en-US-BrianMultilingualNeural"
        asked = len(azure.asked)
        await said(voice, "I said who is this?", DAVIS)
        assert {one.voice for one in azure.asked[asked:]} == {"en-US-BrianMultilingualNeural"}
        assert voice.stand_in_for(AVA) == AVA


async def test_without_anybody_left_the_line_fails() -> None:
    """Never a voice of the other gender."""
    unknown = {f"en-US-{name}" for name in ("AndrewMultilingualNeural", "BrianMultilingualNeural", "GuyNeural")}
    unknown |= {DAVIS, "en-US-Andrew:DragonHDLatestNeural"}
    async with speaking(unknown_voices=unknown) as (_, voice):
        with pytest.raises(VoiceFailed, match="in its place"):
            await said(voice, "Who is this?", DAVIS)


async def test_a_connection_that_breaks_before_the_first_byte_costs_one_more_request() -> None:
    """Whoever listens hears nothing of it."""
    async with speaking(close_with=[(1011, "a fault of ours")]) as (azure, voice):
        assert await said(voice, "Hello there.")
        assert len(azure.asked) == 2


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ({"close_with": [(1011, "x"), (1011, "x")]}, "cannot be reached"),
        ({"close_with": [(4429, "x")]}, "no more of our requests"),
        ({"close_with": [(1007, "Throttled due to too many requests")]}, "no more of our requests"),
        ({"break_after_chunks": 1}, "stopped in the middle"),
    ],
)
async def test_a_fault_is_one_sentence_of_ours(fault: dict[str, Any], sentence: str) -> None:
    """Twice broken, throttled, broken off in the middle."""
    async with speaking(**fault) as (_, voice):
        with pytest.raises(VoiceFailed, match=sentence):
            await said(voice, "A sentence that goes on for more than a few words and more.")
        azure_again = voice  # the voice goes on living after it
        azure_again.voices()


async def test_no_answer_is_given_up_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A request that is never answered is made once more, on another connection."""
    monkeypatch.setattr("sparring.adapters.voice.azure.connection.NEXT_BYTE_WITHIN_S", 0.05)
    async with speaking(mute=1) as (azure, voice):
        assert await said(voice, "Hello there.")
        assert azure.asked[0].connection != azure.asked[1].connection


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (HTTPStatus.UNAUTHORIZED, "does not let us in"),
        (HTTPStatus.FORBIDDEN, "Cognitive Services Speech User"),
        (HTTPStatus.NOT_FOUND, "SPARRING_AZURE_SPEECH_URL"),
        (HTTPStatus.SERVICE_UNAVAILABLE, "cannot be reached"),
    ],
)
async def test_a_service_that_refuses_is_told_apart_at_the_start(status: HTTPStatus, sentence: str) -> None:
    """The doctor says what to do; the service's words are not in it."""
    with pytest.raises(VoiceFailed, match=sentence) as failed:
        async with speaking(refuse_with=status):
            pass
    assert "own words" not in failed.value.sentence


async def test_a_line_with_nothing_to_say_asks_for_nothing() -> None:
    """Dots and stars are no words."""
    async with speaking() as (azure, voice):
        assert await said(voice, "...") == b""
        assert azure.asked == []
