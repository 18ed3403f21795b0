"""Brain 2: its queue, its worker, its mail; nothing of the call's engine is imported here."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace

from sparring.adapters.clock import SystemClock
from sparring.adapters.mail.timed import TimedMailer
from sparring.adapters.retry import EVENT_GRID
from sparring.bootstrap.closing import closing
from sparring.bootstrap.judge import ConfiguredGrade, open_grade
from sparring.bootstrap.mail import open_mailer
from sparring.bootstrap.storage import (
    Events,
    Watch,
    open_air_gap,
    open_events,
    open_result_stream,
    open_results,
    watch_over,
)
from sparring.bootstrap.telemetry import configured_telemetry
from sparring.config import Config
from sparring.grade.erasure import Erasure, Retention
from sparring.grade.loop import run_worker
from sparring.grade.worker import ResultsAndAccounts, Worker
from sparring.persona import find_persona, load_personas
from sparring.ports import Clock, EventQueue, ObjectListing, ResultsStore, Telemetry, TranscriptStore
from sparring.report.mail import MailWriter
from sparring.report.outbox import Outbox
from sparring.rubric import find_version


@dataclass(frozen=True, slots=True)
class Grader:
    """Brain 2, ready to run."""

    worker: Worker
    grading: ConfiguredGrade
    watch: Watch
    outbox: Outbox
    queue: Events
    results: ResultsStore
    telemetry: Telemetry
    retention: Retention | None = None
    closing: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop` is set."""
        async with self.closing:
            await self.grading.start()
            sweep = self.retention.sweep if self.retention else None
            await run_worker(self.worker, watch=self.watch, relay=self.outbox.relay, stop=stop, sweep=sweep)


def build_grader(config: Config) -> Grader:
    """Brain 2 alone. Raises: ConfigRejected."""
    clock, store = SystemClock(), open_air_gap(config)
    telemetry = configured_telemetry(config, clock, brain="grader")
    grading = open_grade(config, clock, telemetry)
    policy = replace(EVENT_GRID, lease_s=EVENT_GRID.lease_s + grading.longest_s)
    queue, results = open_events(config, clock, policy=policy), open_results(config, clock, telemetry)
    silent = worker_over(config, clock, grading, store=store, queue=queue, results=results)
    worker = replace(silent, telemetry=telemetry)
    mailer = TimedMailer(open_mailer(config, clock), telemetry=telemetry, clock=clock)
    outbox = Outbox(results=results, mailer=mailer)
    watch = watch_over(config, clock, store=store, queue=queue)
    opened = closing(grading, queue, results, store, worker.stream, telemetry)
    erasure = Erasure(store, results, mailer, clock, worker.stream)
    retention = retention_of(config, erasure, store)
    return Grader(worker, grading, watch, outbox, queue, results, telemetry, retention, opened)


def retention_of(config: Config, erasure: Erasure, objects: ObjectListing) -> Retention | None:
    """None where calls are kept for ever."""
    return None if config.keep_days is None else Retention(erasure, objects, config.keep_days)


def worker_over(
    config: Config,
    clock: Clock,
    grading: ConfiguredGrade,
    *,
    store: TranscriptStore,
    queue: EventQueue,
    results: ResultsAndAccounts,
) -> Worker:
    """The one worker of Brain 2, whatever brings it its events."""
    return Worker(
        store=store,
        queue=queue,
        results=results,
        grade=grading.grade,
        grader=grading.ref,
        find_persona=lambda persona_id: find_persona(persona_id, config.personas_dir),
        find_rubric=find_version,
        write_mail=MailWriter(config.public_url(), personas=lambda: load_personas(config.personas_dir)).write,
        clock=clock,
        stream=open_result_stream(config),
    )
