"""What `doctor` says of the store, the queue and the results: each is tried for real, and a failure is a sentence.

Flows in: the configuration. Flows out: rows of part, what it uses, state, sentence. No secret is in any of them.
"""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from sparring.adapters.results.cosmos.address import MOST_CALLS
from sparring.adapters.results.cosmos.address import SCHEME as COSMOS
from sparring.adapters.store.bucket import BucketStore
from sparring.adapters.telemetry.insights import insights_exporters
from sparring.bootstrap.storage import (
    Events,
    blob_folder,
    open_air_gap,
    open_events,
    open_results,
    open_stream_store,
    store_address,
)
from sparring.config import Config
from sparring.errors import SparringError
from sparring.grade.loop import HEARTBEAT_S, WORKER_NAME
from sparring.ports import Clock, ResultsStore

CheckState = Literal["ok", "warn", "missing"]


class Examined(NamedTuple):
    """One line of the doctor's sheet."""

    part: str
    uses: str
    state: CheckState
    sentence: str


async def examine_storage(config: Config, clock: Clock) -> list[Examined]:
    """Air gap, queue, results, where a warehouse picks them up, grader, Application Insights; nothing raises."""
    stream, insights = config.result_stream, config.insights
    return [
        await _tried("air gap", str(store_address(config)), lambda: _air_gap(config)),
        await _tried("queue", config.events or "local, with Event Grid's contract", lambda: _queue(config, clock)),
        await _tried("results", results_place(config), lambda: _results(config, clock)),
        *([await _tried("result stream", stream, lambda: _result_stream(config, stream))] if stream else []),
        await _tried("grader", config.grader, lambda: _grader(config, clock)),
        *([await _tried("insights", "Application Insights", lambda: _insights(config, insights))] if insights else []),
    ]


def results_place(config: Config) -> str:
    """Where results are, without user and password."""
    if config.results is None:
        return "sqlite"
    parts = urlsplit(config.results)
    return f"{parts.scheme}://{parts.hostname or ''}{parts.path}"


async def _tried(part: str, uses: str, look: Callable[[], Awaitable[tuple[CheckState, str]]]) -> Examined:
    try:
        state, sentence = await look()
    except SparringError as error:
        return Examined(part, uses, "missing", error.sentence)
    return Examined(part, uses, state, sentence)


async def _air_gap(config: Config) -> tuple[CheckState, str]:
    store = open_air_gap(config)
    try:
        if isinstance(store, BucketStore):
            await store.examine()
    finally:
        await store.close()
    if isinstance(store_address(config), Path):
        return "ok", "Transcripts are files of this folder."
    noticed = "Event Grid tells of new ones." if config.events else "It is listed for new ones every three seconds."
    return "ok", f"Answers, and may be read. {noticed}"


async def _queue(config: Config, clock: Clock) -> tuple[CheckState, str]:
    if config.events is not None:
        blob_folder(config)
    queue: Events = open_events(config, clock)
    try:
        dead = (await queue.counts()).get("dead", 0)
    finally:
        await queue.close()
    if dead:
        return "warn", f"{dead} transcripts were given up on."
    return "ok", "Nothing was given up on."


async def _results(config: Config, clock: Clock) -> tuple[CheckState, str]:
    results: ResultsStore = open_results(config, clock)
    try:
        await results.last_beat(WORKER_NAME)
    finally:
        await results.close()
    if config.results is None:
        return "ok", "One file here."
    if config.results.startswith(COSMOS):
        return "ok", f"Answers, and its container is there; one question adds up {MOST_CALLS:,} calls at most."
    return "ok", "Answers, and its tables are there."


async def _result_stream(config: Config, address: str) -> tuple[CheckState, str]:
    store = open_stream_store(config, address)
    try:
        if isinstance(store, BucketStore):
            await store.examine()
    finally:
        await store.close()
    if address == config.store:
        return "warn", "Transcripts stand in the same place: whoever loads results can read what was said."
    return "ok", "Each grade that counts becomes an object there."


async def _grader(config: Config, clock: Clock) -> tuple[CheckState, str]:
    results: ResultsStore = open_results(config, clock)
    try:
        beat = await results.last_beat(WORKER_NAME)
    finally:
        await results.close()
    alive = beat is not None and (clock.now() - beat).total_seconds() < 3 * HEARTBEAT_S
    return "ok", "Running now." if alive else "Not running; `sparring serve` starts it."


async def _insights(config: Config, connection: str) -> tuple[CheckState, str]:
    """Whether the exporters are there; what they send is ids, codes and numbers, and is lost where nobody takes it."""
    for exporter in await asyncio.to_thread(insights_exporters, connection, identity=config.insights_identity):
        await asyncio.to_thread(exporter.shutdown)
    way_in = (
        "the process's identity, with the role Monitoring Metrics Publisher" if config.insights_identity else "its key"
    )
    return "ok", f"Application Insights is told by {way_in}; one that takes nothing costs the spans and no call."
