"""Brain 1 and its pages."""

import asyncio
import logging
import secrets
import signal
from collections.abc import AsyncIterator, Coroutine, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool

from sparring.adapters.clock import SystemClock
from sparring.adapters.journal.sqlite import SqliteJournal
from sparring.adapters.loop_watch import LoopWatch
from sparring.bootstrap.closing import closing
from sparring.bootstrap.folders import Folders
from sparring.bootstrap.lines import CallLines
from sparring.bootstrap.mail import open_mailer
from sparring.bootstrap.rooms import open_rooms, places_board
from sparring.bootstrap.storage import open_air_gap, open_result_stream, open_results
from sparring.bootstrap.telemetry import configured_telemetry
from sparring.bootstrap.warm import WARM_UP
from sparring.call.active_calls import ActiveCalls
from sparring.call.lifecycle import CallLimits
from sparring.config import Config
from sparring.errors import NoRoomForCall, code_of
from sparring.persona import load_personas
from sparring.ports import Journal, TranscriptStore
from sparring.rubric import load_rubrics
from sparring.speech_acts import recognise
from sparring.web.app import create_app
from sparring.web.browser_codes import BrowserCodes
from sparring.web.log_in import LogIn
from sparring.web.page_archive import unpacked
from sparring.web.pages import Pages
from sparring.web.room_calls import RoomCalls
from sparring.web.services import Health, Services
from sparring.web.tickets import Tickets

log = logging.getLogger(__name__)

MAX_LAG_MS = 50.0  # a loop later than this carries no further call
MAX_STALL_MS = 200.0  # one stall as long as this was heard on every call: no jitter buffer bridges it
_SEEDS = 2**32


def build_actor(config: Config) -> FastAPI:
    """Brain 1 and its pages."""
    clock, folders = SystemClock(), Folders(config.data_dir)
    journal, store = SqliteJournal(folders.journal, clock), open_air_gap(config)
    telemetry = configured_telemetry(config, clock, brain="actor")
    lines = CallLines(config, journal, store, clock, telemetry=telemetry)
    active_calls = ActiveCalls(journal, store, clock, limits=_limits(config), ready=lambda: _refuse_when_late(watch))
    watch = LoopWatch(in_call=active_calls.busy)
    results = open_results(config, clock, telemetry)
    room_calls = _room_calls(config, lines, journal, store, clock)
    wired = Services(
        tenant=config.tenant,
        location=config.location,
        public_url=config.public_url(),
        hosts=config.hosts(),
        clock=clock,
        active_calls=active_calls,
        lines=lines,
        journal=journal,
        store=store,
        results=results,
        mailer=open_mailer(config, clock),
        tickets=Tickets(clock),
        codes=BrowserCodes(clock),
        personas={persona.id: persona for persona in load_personas(config.personas_dir)},
        rubrics=load_rubrics(),
        new_seed=lambda: secrets.randbelow(_SEEDS),
        health=lambda: _health(watch),
        manager_key=config.manager_key,
        log_in=None if config.identity_header is None else LogIn(config.identity_header, config.identity_proxies),
        alone=config.alone(),
        room_calls=room_calls,
        stream=open_result_stream(config),
    )

    opened = closing(lines, results, journal, store, wired.stream, telemetry, room_calls)
    return create_app(wired, lambda _: _alive(wired, lines, watch, opened=opened), Pages(unpacked()))


def _room_calls(
    config: Config, lines: CallLines, journal: Journal, store: TranscriptStore, clock: SystemClock
) -> RoomCalls | None:
    """None: calls by voice are carried by this very process."""
    rooms = open_rooms(config)
    if rooms is None:
        return None
    lines.speech.leave_to_rooms(config.livekit_url or "")
    return RoomCalls(rooms, journal, store, clock, places=places_board(config, clock))


def _limits(config: Config) -> CallLimits:
    return CallLimits(
        calls=config.max_calls, rejoin_s=config.rejoin_s, call_s=config.call_limit_s, review_s=config.review_s
    )


@asynccontextmanager
async def _alive(wired: Services, lines: CallLines, watch: LoopWatch, *, opened: AsyncExitStack) -> AsyncIterator[None]:
    """From before the first request until the last call is handed over; then everything `opened` is closed."""
    watch.start()
    async with AsyncExitStack() as at_the_end:  # the last named is the first done
        at_the_end.callback(watch.stop)
        await at_the_end.enter_async_context(opened)
        # patterns are compiled at first use, 40 ms at a time, and so is what the web framework's threads need: not on
        # the loop of somebody's first call
        loading = [asyncio.create_task(work) for work in (run_in_threadpool(recognise, WARM_UP), lines.speech.load())]
        lasting = [kept_up(work, name) for name, work in _upkeep(wired).items()]
        at_the_end.push_async_callback(_cancelled, [*loading, *lasting])
        at_the_end.push_async_callback(wired.active_calls.close)
        yield


def _upkeep(wired: Services) -> dict[str, Coroutine[Any, Any, None]]:
    """What goes on for as long as there are calls."""
    works = {"active-calls": wired.active_calls.run(), "diary": wired.active_calls.keep_diary()}
    if wired.room_calls is not None:
        works |= {"booked-calls": wired.room_calls.keep_booked(), "dispatch": wired.room_calls.keep_sending()}
    return works


def kept_up(work: Coroutine[Any, Any, None], name: str) -> "asyncio.Task[None]":
    """Without it no call here would ever end: should it end, so does the process, and its watchdog begins anew."""
    task = asyncio.create_task(work, name=name)
    task.add_done_callback(_end_without)
    return task


def _end_without(task: "asyncio.Task[None]") -> None:
    if task.cancelled():
        return
    error = task.exception()
    log.critical("%s has ended: %s", task.get_name(), "by itself" if error is None else code_of(error))
    signal.raise_signal(signal.SIGTERM)


async def _cancelled(tasks: "Iterable[asyncio.Task[Any]]") -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _refuse_when_late(watch: LoopWatch) -> None:
    if watch.lag_ms() > MAX_LAG_MS:
        raise NoRoomForCall("This machine is busy right now, and the call would stutter. Try again in a minute.")


def _health(watch: LoopWatch) -> Health:
    lag_ms, worst_ms = watch.lag_ms(), watch.worst_ms()
    late = lag_ms > MAX_LAG_MS or worst_ms > MAX_STALL_MS
    return Health("degraded" if late else "ok", loop_lag_ms=round(lag_ms), loop_worst_ms=round(worst_ms))
