"""Brain 2 assembled from memory, with a grader that does what a test tells it to."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sparring.adapters.store.memory import MemoryStore
from sparring.documents import VersionRef, dump_document
from sparring.errors import PersonaUnknown
from sparring.grade.worker import Worker
from sparring.persona import Persona
from sparring.ports import ObjectWritten
from sparring.report.mail import MailWriter
from sparring.rubric import Rubric, find_version
from sparring.scorecard import GraderRef, Scorecard
from sparring.transcript import Transcript, object_name
from tests.fakes.clock import FakeClock
from tests.fakes.documents import GRADER, a_persona, a_scorecard
from tests.fakes.memory import MemoryQueue, MemoryResults


@dataclass
class FakeGrader:
    """Implements `Grade`: raises `failures` first, one for each call, and counts."""

    failures: list[Exception] = field(default_factory=list)
    graded: int = 0

    async def __call__(
        self, transcript: Transcript, rubric: Rubric, *, transcript_digest: str, graded_at: datetime, grader: GraderRef
    ) -> Scorecard:
        """See the protocol."""
        self.graded += 1
        if self.failures:
            raise self.failures.pop(0)
        changes: dict[str, Any] = {"transcript_digest": transcript_digest, "graded_at": graded_at, "grader": grader}
        return a_scorecard(transcript, **changes)


@dataclass
class Brain:
    """A worker over fakes: `write` a call, `drain` the queue, look at what came of it."""

    clock: FakeClock = field(default_factory=FakeClock)
    store: Any = field(default_factory=MemoryStore)
    grader: FakeGrader = field(default_factory=FakeGrader)
    grader_ref: GraderRef = GRADER
    persona: Persona = field(default_factory=a_persona)
    find_rubric: Callable[[VersionRef], Rubric] = find_version
    queue: Any = None
    results: Any = None

    def __post_init__(self) -> None:
        self.queue = self.queue or MemoryQueue(self.clock)
        self.results = self.results or MemoryResults(self.clock)

    @property
    def worker(self) -> Worker:
        """As bootstrap would build it."""
        return Worker(
            store=self.store,
            queue=self.queue,
            results=self.results,
            grade=self.grader,
            grader=self.grader_ref,
            find_persona=self._find_persona,
            find_rubric=self.find_rubric,
            write_mail=MailWriter("http://localhost:8000").write,
            clock=self.clock,
        )

    def with_parts(self, **parts: Any) -> Worker:
        """The worker with some of its ports replaced."""
        return replace(self.worker, **parts)

    async def write(self, transcript: Transcript, *, event_id: str | None = None) -> None:
        """What the call does at its end, and the watcher after it."""
        name = object_name(transcript)
        await self.store.put_once(name, dump_document(transcript))
        await self.queue.publish([ObjectWritten(event_id or f"event of {name}", name, self.clock.now())])

    async def drain(self) -> None:
        """Handle everything that is due now."""
        while event := await self.queue.receive():
            await self.worker.handle(event)

    def states(self) -> list[str]:
        """Of the queue's events, in the order they were published."""
        return [entry.state for entry in self.queue.entries.values()]

    def failed_at(self) -> datetime:
        """When the last failure of a call was noted."""
        at: datetime = max(step.at for steps in self.results.noted.values() for step in steps.values())
        return at

    def _find_persona(self, persona_id: str) -> Persona:
        if persona_id != self.persona.id:
            raise PersonaUnknown("No such persona is installed.")
        return self.persona
