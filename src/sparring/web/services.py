"""What the web needs from the rest, built once by `bootstrap` and handed to every route."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from fastapi import Request, WebSocket

from sparring.call.active_call import CallMaker
from sparring.call.active_calls import ActiveCalls
from sparring.call.diary.entries import CallOpened
from sparring.ids import LocationId, TenantId
from sparring.persona import Persona
from sparring.ports import (
    Clock,
    EngineStatus,
    Journal,
    Mailer,
    ResultsStore,
    ResultStream,
    TranscriptStore,
)
from sparring.rubric import Rubric
from sparring.transcript import Engines
from sparring.web.browser_codes import BrowserCodes
from sparring.web.log_in import LogIn
from sparring.web.room_calls import RoomCalls
from sparring.web.tickets import Tickets


@dataclass(frozen=True, slots=True)
class Health:
    """Whether this process carries calls well. Both lags are of the event loop, over the last five seconds."""

    status: Literal["ok", "degraded"]
    loop_lag_ms: int  # 95th percentile
    loop_worst_ms: int


class Lines(Protocol):
    """Makes calls by voice and in writing."""

    hearing: EngineStatus
    voice: EngineStatus
    outside: Sequence[str]
    """Parts of a call (`hearing`, `buyer`, `voice`) that a service elsewhere does."""

    def engines(self, channel: Literal["voice", "typed"]) -> Engines:
        """What will carry a call of this kind."""

    def maker(
        self, opened: CallOpened, persona: Persona, channel: Literal["voice", "typed"], *, rep_name: str = ""
    ) -> CallMaker:
        """Raises: NoRoomForCall while speech is not ready."""


@dataclass(frozen=True, slots=True)
class Services:
    """Everything the routes use."""

    tenant: TenantId
    location: LocationId
    public_url: str  # where people open Sparring
    hosts: Sequence[str]  # names a browser may use for us
    clock: Clock
    active_calls: ActiveCalls
    lines: Lines
    journal: Journal
    store: TranscriptStore
    results: ResultsStore
    mailer: Mailer
    tickets: Tickets
    codes: BrowserCodes
    personas: Mapping[str, Persona]
    rubrics: Mapping[str, Rubric]
    new_seed: Callable[[], int]
    health: Callable[[], Health]
    manager_key: str | None = None  # opens a team's figures
    log_in: LogIn | None = None  # before us, where it names who asks
    alone: bool = False  # nobody but whoever sits at this machine can reach us
    room_calls: RoomCalls | None = None  # None: calls by voice are carried by this very process
    stream: ResultStream | None = None  # told when a call is deleted
    # one uploaded call at a time: each counts for the next
    handing_in: asyncio.Lock = field(default_factory=asyncio.Lock)


def services(request: Request) -> Services:
    """The services of the application that serves this request."""
    found: Services = request.app.state.services
    return found


def socket_services(socket: WebSocket) -> Services:
    """The services of the application that serves this socket."""
    found: Services = socket.app.state.services
    return found
