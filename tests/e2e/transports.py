"""Sparring on either transport as an operator starts it: with the sound straight to the process, or in rooms."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from typing import Literal

from tests.e2e.agents import agent
from tests.e2e.livekit_server import livekit_server
from tests.e2e.serving import Served, serving

Transport = Literal["direct", "room"]


@asynccontextmanager
async def sparring_on(transport: Transport, folder: Path, settings: Mapping[str, str]) -> AsyncIterator[Served]:
    """Pages, brains and, for rooms, a media server and an agent, until the block ends."""
    with ExitStack() as stack:
        own = dict(settings)
        if transport == "room":
            own |= stack.enter_context(livekit_server(folder / "livekit")).settings()
        served = await asyncio.to_thread(stack.enter_context, serving(folder / "served", own))
        if transport == "room":
            job = own | {"data_dir": str(served.data_dir)}
            await asyncio.to_thread(stack.enter_context, agent(folder / "agent", job))
        yield served
