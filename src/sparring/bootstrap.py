"""The only place that builds things: one `Config` in, the two brains out, each with the adapters the config picks."""

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qs, unquote, urlsplit

from fastapi import FastAPI

from sparring.adapters.clock import SystemClock
from sparring.adapters.engine.direct_line import DirectLine, SampleClock
from sparring.adapters.engine.spoken_call import SpokenCall
from sparring.adapters.events.folder import FolderWatch
from sparring.adapters.events.sqlite import SqliteQueue, open_queue
from sparring.adapters.hearing import open_recogniser
from sparring.adapters.journal.sqlite import SqliteJournal
from sparring.adapters.loop_watch import LoopWatch
from sparring.adapters.mail.folder import FolderMailer
from sparring.adapters.mail.message import Sender, parse_sender
from sparring.adapters.mail.smtp import SmtpMailer, SmtpSettings
from sparring.adapters.results.sqlite import SqliteResults
from sparring.adapters.store.folder import FolderStore
from sparring.adapters.voice import open_synthesiser
from sparring.adapters.voice.telephone import TelephoneBand
from sparring.call.desk import ActiveCall, CallMaker, Desk, DeskLimits
from sparring.call.journal import Opened
from sparring.call.line import TYPED_ENGINES, CallClock, Line, TypedLine
from sparring.call.session import CallSession
from sparring.config import Config
from sparring.errors import NoRoomForCall, SparringError
from sparring.grade.child import ChildProcess
from sparring.grade.loop import run_worker
from sparring.grade.rules import GRADER, grade
from sparring.grade.worker import Worker
from sparring.persona import Persona, find_persona, load_personas
from sparring.ports import Clock, Journal, Mailer, Progress, Recogniser, Synthesiser, TranscriptStore
from sparring.report.mail import write_mail
from sparring.report.outbox import Outbox
from sparring.rubric import find_rubric, load_rubrics
from sparring.transcript import Engines
from sparring.web.app import create_app
from sparring.web.services import EngineStatus, Services
from sparring.web.tickets import Tickets

log = logging.getLogger(__name__)

MAX_LAG_MS = 50.0  # a loop later than this carries no further call
_SEEDS = 2**32


@dataclass(frozen=True, slots=True)
class Folders:
    """Where things are kept under the data folder."""

    root: Path

    @property
    def journal(self) -> Path:
        """Diaries of running calls (Brain 1)."""
        return self.root / "journal.db"

    @property
    def air_gap(self) -> Path:
        """Transcripts: written by Brain 1, read by Brain 2."""
        return self.root / "air-gap"

    @property
    def events(self) -> Path:
        """Brain 2's queue."""
        return self.root / "events.db"

    @property
    def results(self) -> Path:
        """Scorecards, accounts, outbox."""
        return self.root / "results.db"

    @property
    def outbox(self) -> Path:
        """Reports as files."""
        return self.root / "outbox"

    @property
    def models(self) -> Path:
        """Weights joined from their packages, and what was measured about this machine."""
        return self.root / "models"


class SpeechLines:
    """`Lines`: calls by voice once both engines are ready, calls in writing always."""

    def __init__(self, config: Config, journal: Journal, store: TranscriptStore, clock: Clock) -> None:
        self._config, self._journal, self._store, self._clock = config, journal, store, clock
        self._models = Folders(config.data_dir).models
        self.hearing, self.voice = EngineStatus(), EngineStatus()
        self.recogniser: Recogniser | None = None
        self.synthesiser: Synthesiser | None = None

    async def load(self) -> None:
        """Open both engines side by side; a failure is shown, and typing still works."""
        await asyncio.gather(self._load_hearing(), self._load_voice())

    async def close(self) -> None:
        """Stop both engines."""
        for engine in (self.recogniser, self.synthesiser):
            if engine is not None:
                await engine.close()

    def engines(self, channel: Literal["voice", "typed"]) -> Engines:
        """What carries a call of this kind."""
        if channel == "typed":
            return TYPED_ENGINES
        return Engines(
            transport="webrtc-direct", hearing=self.hearing.name, buyer=TYPED_ENGINES.buyer, voice=self.voice.name
        )

    def maker(self, opened: Opened, persona: Persona, channel: Literal["voice", "typed"]) -> CallMaker:
        """Raises: NoRoomForCall while speech is not ready."""
        if channel == "typed":
            return lambda watcher: self._typed(opened, persona, watcher)
        recogniser, synthesiser = self.recogniser, self.synthesiser
        if recogniser is None or synthesiser is None:
            raise NoRoomForCall(self._why_no_speech())
        return lambda watcher: self._spoken(opened, persona, watcher, recogniser, synthesiser)

    def _typed(self, opened: Opened, persona: Persona, watcher: ActiveCall) -> tuple[CallSession, Line]:
        clock_ms = CallClock(self._clock)
        session = self._session(opened, persona, watcher, clock_ms)
        return session, TypedLine(session, watcher=watcher, clock_ms=clock_ms)

    def _spoken(
        self,
        opened: Opened,
        persona: Persona,
        watcher: ActiveCall,
        recogniser: Recogniser,
        synthesiser: Synthesiser,
    ) -> tuple[CallSession, Line]:
        samples = SampleClock()
        session = self._session(opened, persona, watcher, samples)
        spoken = SpokenCall(
            session,
            recogniser=recogniser,
            synthesiser=synthesiser,
            watcher=watcher,
            clock=self._clock,
            clock_ms=samples,
        )
        colour = TelephoneBand(48_000).colour if persona.telephone else bytes
        return session, DirectLine(spoken, samples, self._clock, colour=colour)

    def _session(
        self, opened: Opened, persona: Persona, watcher: ActiveCall, clock_ms: Callable[[], int]
    ) -> CallSession:
        return CallSession(
            opened, persona, journal=self._journal, store=self._store, watcher=watcher, clock_ms=clock_ms
        )

    async def _load_hearing(self) -> None:
        wanted, status = self._config.hearing, self.hearing
        opened = await _load(lambda progress: open_recogniser(self._models, wanted=wanted, progress=progress), status)
        self.recogniser = opened

    async def _load_voice(self) -> None:
        wanted, status = self._config.voice, self.voice
        opened = await _load(lambda progress: open_synthesiser(self._models, wanted=wanted, progress=progress), status)
        self.synthesiser = opened

    def _why_no_speech(self) -> str:
        failed = [status.sentence for status in (self.hearing, self.voice) if status.state == "failed"]
        if failed:
            return f"{failed[0]} You can type the call instead."
        return "Hearing and voice are still getting ready. Wait a few seconds, or type the call instead."


async def _load(opener: Callable[[Progress], Coroutine[Any, Any, tuple[Any, str]]], status: EngineStatus) -> Any:
    def progress(share: float, sentence: str) -> None:
        status.progress, status.sentence = share, sentence

    try:
        engine, why = await opener(progress)
    except SparringError as error:
        status.state, status.sentence = "failed", error.sentence
        log.warning("engine not opened: %s", error.code)
        return None
    status.name, status.state, status.progress, status.sentence = engine.name, "ready", 1.0, why
    return engine


def build_actor(config: Config) -> FastAPI:
    """Brain 1 and its pages."""
    clock, folders, watch = SystemClock(), Folders(config.data_dir), LoopWatch()
    journal, store = SqliteJournal(folders.journal, clock), FolderStore(folders.air_gap)
    lines = SpeechLines(config, journal, store, clock)
    limits = DeskLimits(
        calls=config.max_calls, rejoin_s=config.rejoin_s, call_s=config.call_limit_s, review_s=config.review_s
    )
    desk = Desk(journal, store, clock, limits=limits, ready=lambda: _refuse_when_late(watch))
    results = SqliteResults(folders.results, clock)
    wired = Services(
        tenant=config.tenant,
        location=config.location,
        public_url=config.public_url(),
        hosts=config.hosts(),
        clock=clock,
        desk=desk,
        lines=lines,
        journal=journal,
        store=store,
        results=results,
        mailer=_mailer(config, clock),
        tickets=Tickets(clock),
        personas={persona.id: persona for persona in load_personas(config.personas_dir)},
        rubrics=load_rubrics(),
        new_seed=lambda: secrets.randbelow(_SEEDS),
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        watch.start()
        tasks = [asyncio.create_task(work) for work in (lines.load(), desk.run(), desk.keep_diary())]
        try:
            yield
        finally:
            await desk.close()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await lines.close()
            await results.close()
            await journal.close()
            watch.stop()

    return create_app(wired, lifespan)


def _refuse_when_late(watch: LoopWatch) -> None:
    if watch.lag_ms() > MAX_LAG_MS:
        raise NoRoomForCall("This machine is busy right now, and the call would stutter. Try again in a minute.")


@dataclass(frozen=True, slots=True)
class Grader:
    """Brain 2, ready to run."""

    worker: Worker
    child: "ChildProcess[..., Any]"
    watch: FolderWatch
    outbox: Outbox
    queue: SqliteQueue
    results: SqliteResults

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop` is set."""
        try:
            await self.child.start()
            await run_worker(self.worker, watch=self.watch.run, relay=self.outbox.relay, stop=stop)
        finally:
            await self.child.close()
            await self.queue.close()
            await self.results.close()


def build_grader(config: Config) -> Grader:
    """Brain 2 alone."""
    clock, folders = SystemClock(), Folders(config.data_dir)
    queue, results = open_queue(folders.events, clock), SqliteResults(folders.results, clock)
    child = ChildProcess(grade)
    worker = Worker(
        store=FolderStore(folders.air_gap),
        queue=queue,
        results=results,
        grade=child,
        grader=GRADER,
        find_persona=lambda persona_id: find_persona(persona_id, config.personas_dir),
        find_rubric=find_rubric,
        write_mail=lambda *parts: write_mail(*parts, base_url=config.public_url()),
        clock=clock,
    )
    outbox = Outbox(results=results, mailer=_mailer(config, clock))
    return Grader(worker, child, FolderWatch(folders.air_gap, queue), outbox, queue, results)


def _mailer(config: Config, clock: Clock) -> Mailer:
    sender = parse_sender(config.mail_from)
    if config.smtp_url is None:
        return FolderMailer(Folders(config.data_dir).outbox, clock, sender=sender)
    return SmtpMailer(_smtp_settings(config.smtp_url, sender), clock)


def _smtp_settings(url: str, sender: Sender) -> SmtpSettings:
    parts = urlsplit(url)
    plain = parse_qs(parts.query).get("tls") == ["none"]
    security: Literal["tls", "starttls", "none"] = "none" if plain else "starttls"
    if parts.scheme == "smtps":
        security = "tls"
    return SmtpSettings(
        host=parts.hostname or "",
        port=parts.port or (465 if security == "tls" else 587),
        sender=sender,
        security=security,
        username=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
    )
