"""`sparring agent`: what it needs before it starts."""

from typing import Any

import pytest

from sparring.bootstrap.agent import run_agent
from sparring.config import Config
from sparring.errors import ConfigRejected


@pytest.mark.parametrize("half", [{}, {"livekit_url": "wss://harbour.livekit.cloud"}])
async def test_an_agent_without_a_media_server_says_what_to_set(half: dict[str, Any]) -> None:
    """Before any engine is opened, which takes seconds and memory."""
    opened: list[str] = []
    with pytest.raises(ConfigRejected, match="SPARRING_LIVEKIT_SECRET"):
        await run_agent(Config(**half), lambda _, sentence: opened.append(sentence))
    assert opened == []
