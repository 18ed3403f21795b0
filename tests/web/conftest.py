"""A whole web surface over memory: typed calls work, speech is not ready unless a test makes it so."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any, Literal

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin

from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call.active_call import ActiveCall, CallMaker
from sparring.call.active_calls import ActiveCalls
from sparring.call.diary.entries import CallOpened
from sparring.call.lifecycle import CallLimits
from sparring.call.line import TYPED_ENGINES, CallClock, TypedLine
from sparring.call.session import CallSession
from sparring.config.values import THIS_MACHINE
from sparring.errors import NoRoomForCall
from sparring.ids import LocationId, TenantId
from sparring.persona import Persona, load_personas
from sparring.ports import EngineStatus
from sparring.rubric import load_rubrics
from sparring.transcript import Engines
from sparring.web.app import create_app
from sparring.web.browser_codes import BrowserCodes
from sparring.web.log_in import LogIn
from sparring.web.pages import Pages
from sparring.web.services import Health, Services
from sparring.web.tickets import Tickets
from tests.fakes.clock import FakeClock
from tests.fakes.memory import MemoryMailer, MemoryResults

HOST = "testserver"
ORIGIN = f"http://{HOST}"
PAGES = Pages({"index.html": b"<script>go()</script><p>Sparring</p>", "go.js": b"go();\n" * 20_000})
LOG_IN = LogIn("X-Signed-In", THIS_MACHINE)
HEALTHY = Health("ok", loop_lag_ms=1, loop_worst_ms=4)


class WrittenLines:
    """Typed lines only."""

    def __init__(self, journal: MemoryJournal, store: MemoryStore, clock: FakeClock) -> None:
        self._journal, self._store, self._clock = journal, store, clock
        self.hearing, self.voice = EngineStatus(), EngineStatus()
        self.outside: Sequence[str] = ()

    def engines(self, channel: Literal["voice", "typed"]) -> Engines:
        """Typed is typed."""
        return TYPED_ENGINES

    def maker(
        self, opened: CallOpened, persona: Persona, channel: Literal["voice", "typed"], *, rep_name: str = ""
    ) -> CallMaker:
        """A typed line, or a refusal."""
        if channel == "voice":
            raise NoRoomForCall("Hearing and voice are still getting ready.")

        def make(watcher: ActiveCall, /) -> tuple[CallSession, TypedLine]:
            clock_ms = CallClock(self._clock)
            session = CallSession(
                opened, persona, journal=self._journal, store=self._store, watcher=watcher, clock_ms=clock_ms
            )
            return session, TypedLine(session, watcher=watcher, clock_ms=clock_ms)

        return make


@dataclass
class House:
    """The application and what stands behind it."""

    app: FastAPI
    wired: Services
    clock: FakeClock
    store: MemoryStore
    results: MemoryResults

    def client(self, **changes: Any) -> TestClient:
        """A browser of its own, with the origin a browser would send, at this house or at one with other services."""
        return self.client_at("127.0.0.1", **changes)

    def client_at(self, address: str, **changes: Any) -> TestClient:
        """Likewise, connected from there."""
        app = app_around(replace(self.wired, **changes)) if changes else self.app
        return TestClient(app, headers={"origin": ORIGIN}, client=(address, 50_000))


@asynccontextmanager
async def nothing(_: FastAPI) -> AsyncIterator[None]:
    """Time is kept for the calls by the tests."""
    yield


def app_around(wired: Services) -> FastAPI:
    """The application over these services, with one page."""
    return create_app(wired, nothing, PAGES)


@pytest.fixture
def house() -> House:
    """A fresh house."""
    clock, journal, store = FakeClock(), MemoryJournal(), MemoryStore()
    results = MemoryResults(clock)
    wired = Services(
        tenant=TenantId("local"),
        location=LocationId("local"),
        public_url=ORIGIN,
        hosts=(HOST, "127.0.0.1"),
        clock=clock,
        active_calls=ActiveCalls(journal, store, clock, limits=CallLimits(calls=3)),
        lines=WrittenLines(journal, store, clock),
        journal=journal,
        store=store,
        results=results,
        mailer=MemoryMailer(),
        tickets=Tickets(clock),
        codes=BrowserCodes(clock),
        personas={persona.id: persona for persona in load_personas()},
        rubrics=load_rubrics(),
        new_seed=lambda: 1,
        health=lambda: HEALTHY,
    )
    return House(app_around(wired), wired, clock, store, results)


@pytest.fixture
def rep(house: House) -> Iterator[TestClient]:
    """A rep who has opened the start page."""
    with house.client() as client:
        client.get("/api/me")
        yield client


def form(**changes: Any) -> dict[str, Any]:
    """A wish to practise in writing."""
    return {
        "persona_id": "daughter_discharge",
        "difficulty": "easy",
        "channel": "typed",
        "consent": True,
        **changes,
    }


@asynccontextmanager
async def served(house: House) -> AsyncIterator["Browser"]:
    """The house behind a real server on this machine, and a rep who has opened the start page."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(house.app, log_level="error", lifespan="on", ws="websockets-sansio")
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    try:
        async with httpx.AsyncClient(base_url=url, headers={"origin": url}) as http:
            while not server.started:
                await asyncio.sleep(0.01)
            await http.get("/api/me")
            yield Browser(http, url)
    finally:
        server.should_exit = True
        await serving


@dataclass
class Browser:
    """One rep's browser."""

    http: httpx.AsyncClient
    url: str

    async def start(self, **changes: Any) -> dict[str, Any]:
        """A new call and its ticket."""
        answer: dict[str, Any] = (await self.http.post("/api/calls", json=form(**changes))).json()
        return answer

    @asynccontextmanager
    async def page(self, call_id: str, ticket: str, *, origin: str | None = None) -> AsyncIterator["Page"]:
        """The call's page, with its ticket shown."""
        async with self.silent_page(call_id, origin=origin) as page:
            await page.send(type="join", ticket=ticket)
            yield page

    @asynccontextmanager
    async def silent_page(self, call_id: str, *, origin: str | None = None) -> AsyncIterator["Page"]:
        """The call's page before it has said anything."""
        address = f"{self.url.replace('http', 'ws')}/api/calls/{call_id}/live"
        async with connect(address, origin=Origin(origin or self.url)) as socket_:
            yield Page(socket_)

    @asynccontextmanager
    async def call(self, **wish: Any) -> AsyncIterator["Page"]:
        """The page of a new call, joined."""
        started = await self.start(**wish)
        async with self.page(started["call_id"], started["ticket"]) as page:
            page.joined = await page.next_of("joined")
            page.call_id, page.ticket = started["call_id"], started["ticket"]
            yield page


class Page:
    """The WebSocket of a call as a page uses it."""

    def __init__(self, socket_: ClientConnection) -> None:
        self.socket = socket_
        self.joined: dict[str, Any] = {}
        self.call_id = self.ticket = ""

    async def send(self, **command: Any) -> None:
        """One command."""
        await self.socket.send(json.dumps(command))

    async def next_of(self, event_type: str) -> dict[str, Any]:
        """The next event of a type, passing over heartbeats and others. Raises: ConnectionClosed, TimeoutError."""
        async with asyncio.timeout(10):
            while True:
                event: dict[str, Any] = json.loads(await self.socket.recv())
                if event["type"] == event_type:
                    return event

    async def say(self, text: str) -> None:
        """Type a turn and wait for the buyer's."""
        await self.send(type="say", text=text)
        while (await self.next_of("turn"))["turn"]["speaker"] != "buyer":
            pass

    async def hold(self, lines: Iterable[str]) -> None:
        """The whole call: pick up, say these lines, hang up."""
        await self.send(type="pick_up")
        for line in lines:
            await self.say(line)
        await self.send(type="hang_up")
        await self.next_of("ended")
