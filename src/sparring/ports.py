"""Every port on one screen: what the two brains need from the world. Adapters under `adapters/` implement them.

All audio is 16-bit signed little-endian mono PCM. Nothing here blocks the event loop.
"""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from sparring.ids import CallId, RepId
from sparring.scorecard import Scorecard
from sparring.transcript import Word

Progress = Callable[[float, str], None]
"""Called with a share of 0-1 and a short sentence while an engine gets ready."""

Mood = Literal["neutral", "warm", "annoyed", "hesitant"]


class Clock(Protocol):
    """Time, passed in."""

    def now(self) -> datetime:
        """Aware UTC time."""

    def monotonic_s(self) -> float:
        """Seconds that never run backwards."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a recogniser made of one stretch of speech.

    `unsure` means that something was said and the text cannot be trusted: the buyer asks again, nothing is dropped.
    """

    text: str
    confidence: float
    unsure: bool
    words: tuple[Word, ...]  # start_ms relative to the stretch; empty unless asked for
    decode_ms: float


class Recognition(Protocol):
    """One recognition under way."""

    async def result(self) -> Heard:
        """Raises: HearingFailed."""

    def cancel(self) -> None:
        """No longer wanted; costs nothing if it has not begun."""


class Recogniser(Protocol):
    """Speech to text, one for all calls of a process."""

    name: str

    async def start(self, progress: Progress) -> None:
        """Load and warm up. Raises: HearingFailed."""

    def recognise(self, pcm_16khz: bytes, *, hint: str = "", words: bool = False) -> Recognition:
        """Begin on a stretch of 0.1-30 s. `hint` holds names likely to be said; `words` asks for word times."""

    async def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class VoiceCard:
    """One pinned voice. Two voices of one `family` are relatives: never both in one call."""

    id: str
    gender: Literal["female", "male"]
    family: str
    engine: str
    licence: str


class Synthesiser(Protocol):
    """Text to speech, one for all calls of a process."""

    name: str
    sample_rate_hz: int

    async def start(self, progress: Progress) -> None:
        """Load and warm up. Raises: VoiceFailed."""

    def voices(self) -> Sequence[VoiceCard]: ...

    def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncIterator[bytes]:
        """PCM in blocks of 20 ms at `sample_rate_hz`, clause by clause. Closing the iterator stops the work.

        Raises: VoiceFailed.
        """

    async def close(self) -> None: ...


class Journal(Protocol):
    """The diary of every call that is not yet in the store: lines made durable one by one, off the event loop."""

    async def append(self, call_id: CallId, line: bytes) -> None:
        """Durable when it returns. Raises: JournalFailed."""

    async def lines(self, call_id: CallId) -> Sequence[bytes]:
        """In the order they were appended. Raises: JournalFailed."""

    async def touch(self, call_ids: Sequence[CallId]) -> None:
        """These calls are alive in this process."""

    async def abandoned(self, *, idle_s: float) -> Sequence[CallId]:
        """Calls that nobody has touched or written to for `idle_s`."""

    async def close_call(self, call_id: CallId) -> None:
        """The transcript stands in the store: the diary is no longer needed."""


class TranscriptStore(Protocol):
    """The air gap: objects written once, never changed."""

    async def put_once(self, name: str, data: bytes) -> None:
        """Create `name`; the same bytes again are a no-op. Raises: ObjectConflict, StoreUnavailable."""

    async def get(self, name: str, *, max_bytes: int) -> bytes:
        """Raises: ObjectMissing, StoreUnavailable, StoreFailed when larger than `max_bytes`."""

    async def delete(self, name: str) -> None:
        """Gone afterwards, whether or not it was there. Raises: StoreUnavailable."""


@dataclass(frozen=True, slots=True)
class ObjectWritten:
    """The event that a write raises (Event Grid's `Microsoft.Storage.BlobCreated`, reduced to what is used)."""

    id: str
    object_name: str
    occurred_at: datetime
    attempt: int = 1


class EventQueue(Protocol):
    """At least once, in any order, retried on Event Grid's schedule, dead-lettered with a reason."""

    async def receive(self) -> ObjectWritten | None:
        """Lease the next due event, or None when there is none."""

    async def done(self, event: ObjectWritten) -> None: ...

    async def retry_later(self, event: ObjectWritten, reason: str) -> None:
        """Schedule the next attempt, or dead-letter it after the last."""

    async def dead_letter(self, event: ObjectWritten, reason: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Mail:
    """One report e-mail. `message_id` is the same for every attempt at the same report."""

    message_id: str
    to_address: str
    subject: str
    text: str
    html: str


class Mailer(Protocol):
    """Hands a mail to a mail system."""

    name: str

    async def send(self, mail: Mail) -> None:
        """Raises: MailFailed."""


class Results(Protocol):
    """Scorecards, and the outbox of reports still to be sent, in one transactional store."""

    async def save(self, scorecard: Scorecard, mail: Mail | None) -> bool:
        """Store scorecard and outgoing mail in one transaction; False when this grade was stored before."""

    async def get(self, call_id: CallId) -> Scorecard | None:
        """The newest scorecard of a call."""

    async def of_rep(self, rep_id: RepId, *, limit: int = 50) -> Sequence[Scorecard]:
        """Newest first."""

    async def unsent(self, *, limit: int = 10) -> Sequence[Mail]: ...

    async def mark_sent(self, message_id: str) -> None: ...

    async def mark_failed(self, message_id: str, reason: str) -> None:
        """Schedule the next attempt."""
