"""A typed call in the terminal, on the same journal and store as every other call."""

import asyncio
from pathlib import Path

from sparring.bootstrap.folders import Folders
from sparring.bootstrap.terminal_call import TerminalCall, open_terminal_call
from sparring.config import Config
from sparring.transcript import Speaker, Turn, parse_transcript
from tests.fakes.calls import a_caller
from tests.fakes.chat_service import ChatService
from tests.fakes.judge_service import KEY
from tests.fakes.realtime_service import RealtimeService

WORDS = "He's over in Oakwood, on Maple."
GREETING = "Thank you for calling, this is Dana."


def a_config(service: ChatService | RealtimeService, buyer: str, model: str, data_dir: Path) -> Config:
    """A buyer worded by this service."""
    return Config(
        buyer=buyer,
        buyer_url=service.url,
        buyer_model=model,
        buyer_key=KEY,
        hearing="none",
        voice="none",
        data_dir=data_dir,
    )


def test_a_call_is_shown_turn_by_turn_and_handed_over_when_the_block_ends(tmp_path: Path) -> None:
    """It ends as the rep's hang-up, lies in the air gap, and its diary is closed."""
    shown: list[Turn] = []
    watcher = TerminalCall(shown.append)

    async def scenario() -> None:
        config = Config(hearing="none", voice="none", data_dir=tmp_path)
        async with open_terminal_call(config, a_caller(), difficulty="easy", seed=1, watcher=watcher) as (line, _):
            await line.type_text(GREETING)

    asyncio.run(scenario())
    (kept,) = Folders(tmp_path).air_gap.rglob("*.json")
    transcript = parse_transcript(kept.read_bytes(), source="the air gap")
    assert [turn.text for turn in shown] == [turn.text for turn in transcript.turns]
    assert shown[0].text == GREETING
    assert watcher.ending == transcript.ending
    assert (transcript.ending.by, transcript.ending.complete) == ("rep", True)


def test_a_terminal_call_is_held_with_a_model(tmp_path: Path) -> None:
    """Its words are in the transcript, with whose they are; the connection was warm, and is let go."""

    async def scenario(config: Config) -> None:
        persona, shown = a_caller(), TerminalCall(lambda _: None)
        opened = open_terminal_call(config, persona, difficulty="easy", seed=1, watcher=shown)
        async with opened as (line, session):
            await line.type_text("Thank you for calling, this is Dana.")
            await line.type_text("Where does he live?")
            transcript = await session.transcript()
        assert transcript.engines.buyer == "rules, worded by llama3.2"
        first, second = [turn for turn in transcript.turns if turn.speaker is Speaker.BUYER]
        assert (first.text, first.wording) == (persona.opening_line, None)
        assert second.text == WORDS
        assert second.wording is not None
        assert second.wording.model == "llama3.2"

    with ChatService(lambda _: WORDS) as service:
        asyncio.run(scenario(a_config(service, "chat", "llama3.2", tmp_path)))


def test_a_terminal_call_has_a_realtime_connection_of_its_own(tmp_path: Path) -> None:
    """One for the whole call, which ends with it."""

    async def scenario(config: Config) -> None:
        opened = open_terminal_call(config, a_caller(), difficulty="easy", seed=1, watcher=TerminalCall(lambda _: None))
        async with opened as (line, session):
            await line.type_text(GREETING)
            await line.type_text("Where does he live?")
            assert session.turns[-1].text == WORDS

    with RealtimeService(lambda _: WORDS) as service:
        asyncio.run(scenario(a_config(service, "realtime", "gpt-realtime", tmp_path)))
        assert (service.handshakes, service.open_now) == (1, [])
