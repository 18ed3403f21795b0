"""Brain 2: its queue, its worker, its mail; nothing of the call's engine is imported here."""

import asyncio
from dataclasses import dataclass, replace

from sparring.adapters.clock import SystemClock
from sparring.adapters.events.folder import FolderWatch
from sparring.adapters.events.sqlite import SqliteQueue, open_queue
from sparring.adapters.mail.timed import TimedMailer
from sparring.adapters.results.sqlite import SqliteResults
from sparring.adapters.retry import EVENT_GRID
from sparring.adapters.store.folder import FolderStore
from sparring.bootstrap.folders import Folders
from sparring.bootstrap.judge import ConfiguredGrade, open_grade
from sparring.bootstrap.mail import open_mailer
from sparring.bootstrap.telemetry import configured_telemetry
from sparring.config import Config
from sparring.grade.loop import run_worker
from sparring.grade.worker import ResultsAndAccounts, Worker
from sparring.persona import find_persona
from sparring.ports import Clock, EventQueue, Telemetry, TranscriptStore
from sparring.report.mail import write_mail
from sparring.report.outbox import Outbox
from sparring.rubric import find_rubric


@dataclass(frozen=True, slots=True)
class Grader:
    """Brain 2, ready to run."""

    worker: Worker
    grading: ConfiguredGrade
    watch: FolderWatch
    outbox: Outbox
    queue: SqliteQueue
    results: SqliteResults
    telemetry: Telemetry

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop` is set."""
        try:
            await self.grading.start()
            await run_worker(self.worker, watch=self.watch.run, relay=self.outbox.relay, stop=stop)
        finally:
            await self.grading.close()
            await self.queue.close()
            await self.results.close()
            await self.telemetry.close()


def build_grader(config: Config) -> Grader:
    """Brain 2 alone. Raises: ConfigRejected."""
    clock, folders = SystemClock(), Folders(config.data_dir)
    grading, telemetry = open_grade(config, clock), configured_telemetry(config, clock, brain="grader")
    policy = replace(EVENT_GRID, lease_s=EVENT_GRID.lease_s + grading.longest_s)
    queue, results = open_queue(folders.events, clock, policy=policy), SqliteResults(folders.results, clock)
    silent = worker_over(config, clock, grading, store=FolderStore(folders.air_gap), queue=queue, results=results)
    worker = replace(silent, telemetry=telemetry)
    mailer = TimedMailer(open_mailer(config, clock), telemetry=telemetry, clock=clock)
    outbox = Outbox(results=results, mailer=mailer)
    return Grader(worker, grading, FolderWatch(folders.air_gap, queue), outbox, queue, results, telemetry)


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
        find_rubric=find_rubric,
        write_mail=lambda *parts: write_mail(*parts, base_url=config.public_url()),
        clock=clock,
    )
