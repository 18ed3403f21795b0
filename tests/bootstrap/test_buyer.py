"""Which model words the buyer, from settings; a line with one."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from sparring.adapters.clock import SystemClock
from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.bootstrap.buyer import buyer_endpoint, buyer_engine, examine_buyer, open_buyer
from sparring.bootstrap.lines import CallLines
from sparring.call.line import TYPED_ENGINES
from sparring.config import Config
from sparring.errors import ConfigRejected
from tests.fakes.chat_service import ChatService, Stream
from tests.fakes.judge_service import KEY, Reply
from tests.fakes.realtime_service import RealtimeService, Voiced

WORDS = "He's over in Oakwood, on Maple."


def settings(service: ChatService, **changes: Any) -> Config:
    """A buyer worded by this service."""
    own = {"buyer": "chat", "buyer_url": service.url, "buyer_model": "llama3.2", "buyer_key": KEY}
    return Config(**(own | {"hearing": "none", "voice": "none"} | changes))


def test_without_a_setting_nothing_is_asked() -> None:
    """The persona's own lines need no model and no key."""
    assert open_buyer(Config()) is None
    assert buyer_engine(None) == TYPED_ENGINES.buyer


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, "SPARRING_BUYER_URL and SPARRING_BUYER_MODEL"),
        ({"buyer_url": "https://x.openai.azure.com"}, "SPARRING_BUYER_MODEL"),
        ({"buyer_model": "llama3.2"}, "SPARRING_BUYER_URL"),
    ],
)
def test_what_is_missing_is_named(given: dict[str, Any], missing: str) -> None:
    """In one sentence."""
    with pytest.raises(ConfigRejected, match=f"SPARRING_BUYER=chat also needs {missing}."):
        buyer_endpoint(Config(buyer="chat", **given))


def test_lines_say_who_words_the_buyer(tmp_path: Path) -> None:
    """On the record of every call, spoken or typed."""

    async def scenario(config: Config) -> None:
        lines = CallLines(config, MemoryJournal(), MemoryStore(), SystemClock())
        assert lines.engines("typed").buyer == lines.engines("voice").buyer == "rules, worded by llama3.2"
        assert lines.engines("typed").transport == TYPED_ENGINES.transport
        await lines.close()

    with ChatService() as service:
        asyncio.run(scenario(settings(service, data_dir=tmp_path)))


@pytest.mark.parametrize(
    ("reply", "answers", "says"),
    [
        (Stream(("Hello.",)), True, "Answers as llama3.2."),
        (Stream(), False, "says nothing"),
        (Reply(500, {}), False, "cannot be reached or failed. Check SPARRING_BUYER_URL"),
        (Reply(404, {}), False, "Check SPARRING_BUYER_MODEL"),
        (Reply(429, {}), False, "rate limit"),
    ],
)
def test_whether_it_answers_is_tried(reply: Stream | Reply, says: str, *, answers: bool) -> None:
    """One word, for real, and a sentence about it."""
    with ChatService(replies=[reply]) as service:
        found = asyncio.run(examine_buyer(settings(service)))
    assert found[0] is answers
    assert says in found[1]


@pytest.mark.parametrize(
    ("reply", "answers", "says"),
    [
        (Voiced(("Hello.",)), True, "Answers as gpt-realtime."),
        (Voiced(), False, "says nothing"),
        (Voiced(status="failed", details={"error": {"code": "rate_limit_exceeded"}}), False, "rate limit"),
    ],
)
def test_whether_a_realtime_model_answers_is_tried(reply: Voiced, says: str, *, answers: bool) -> None:
    """Over the connection that a call would have."""
    with RealtimeService(replies=[reply]) as service:
        config = Config(buyer="realtime", buyer_url=service.url, buyer_model="gpt-realtime", buyer_key=KEY)
        found = asyncio.run(examine_buyer(config))
    assert found[0] is answers
    assert says in found[1]
