"""Brain 2: its queue, its worker, its mail; nothing of the call's engine is imported here."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace

from sparring.adapters.clock import SystemClock
from sparring.adapters.mail.timed import TimedMailer
from sparring.adapters.retry import EVENT_GRID
from sparring.adapters.store.bucket import BucketStore
from sparring.adapters.store.folder import FolderStore
from sparring.bootstrap.closing import closing
from sparring.bootstrap.judge import ConfiguredGrade, open_grade
from sparring.bootstrap.mail import open_mailer
from sparring.bootstrap.storage import (
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
from sparring.grade.worker import Worker
from sparring.persona import find_persona, load_personas
from sparring.ports import Clock, EventQueue, ResultsStore, Telemetry
from sparring.report.mail import MailWriter
from sparring.report.outbox import Outbox
from sparring.rubric import find_version


@dataclass(frozen=True, slots=True)
class GraderParts:
    """What brain 2 does with an event, and with what comes of it: the same whatever brings the event."""

    worker: Worker
    outbox: Outbox
    results: ResultsStore
    retention: Retention | None  # None: calls are kept for ever


@dataclass(frozen=True, slots=True)
class Grader:
    """Brain 2, ready to run."""

    parts: GraderParts
    grading: ConfiguredGrade
    watch: Watch
    closing: AsyncExitStack

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop` is set."""
        async with self.closing:
            await self.grading.start()
            sweep = self.parts.retention.sweep if self.parts.retention else None
            await run_worker(self.parts.worker, watch=self.watch, relay=self.parts.outbox.relay, stop=stop, sweep=sweep)


def build_grader(config: Config) -> Grader:
    """Brain 2 alone. Raises: ConfigRejected."""
    clock, store = SystemClock(), open_air_gap(config)
    telemetry = configured_telemetry(config, clock, brain="grader")
    grading = open_grade(config, clock, telemetry)
    policy = replace(EVENT_GRID, lease_s=EVENT_GRID.lease_s + grading.longest_s)
    queue = open_events(config, clock, policy=policy)
    parts = grader_parts(config, clock, grading, store=store, queue=queue, telemetry=telemetry)
    opened = closing(grading, queue, parts.results, store, parts.worker.stream, telemetry)
    return Grader(parts, grading, watch_over(config, clock, store=store, queue=queue), opened)


def grader_parts(
    config: Config,
    clock: Clock,
    grading: ConfiguredGrade,
    *,
    store: FolderStore | BucketStore,
    queue: EventQueue,
    telemetry: Telemetry,
) -> GraderParts:
    """Opens results, mail and the result stream; whoever calls closes them. Raises: ConfigRejected."""
    results, stream = open_results(config, clock, telemetry), open_result_stream(config)
    mailer = TimedMailer(open_mailer(config, clock), telemetry=telemetry, clock=clock)
    worker = Worker(
        store=store,
        queue=queue,
        results=results,
        grade=grading.grade,
        grader=grading.ref,
        find_persona=lambda persona_id: find_persona(persona_id, config.personas_dir),
        find_rubric=find_version,
        write_mail=MailWriter(config.public_url(), personas=lambda: load_personas(config.personas_dir)).write,
        clock=clock,
        stream=stream,
        telemetry=telemetry,
    )
    erasure = Erasure(store, results, mailer, clock, stream)
    retention = None if config.keep_days is None else Retention(erasure, store, config.keep_days)
    return GraderParts(worker, Outbox(results=results, mailer=mailer), results, retention)
