"""Hearing and speaking: what a recogniser and a voice owe a call.

All audio is 16-bit signed little-endian mono PCM.
"""

from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol, runtime_checkable

from sparring.ports.time import Progress
from sparring.transcript import Word
from sparring.usage import Tokens

MIC_RATE_HZ: Final = 16_000
"""Of the rep's sound, from whichever transport to whoever hears it."""

Mood = Literal["neutral", "warm", "annoyed", "hesitant"]


@dataclass(frozen=True, slots=True)
class Heard:
    """What a recogniser made of one stretch of speech.

    `unsure` means that something was said and the text cannot be trusted: the buyer asks again, nothing is dropped.
    `tokens`: what it took, where a service charges by them and says so.
    """

    text: str
    confidence: float
    unsure: bool
    words: tuple[Word, ...]  # start_ms relative to the stretch; empty unless asked for
    decode_ms: float
    tokens: Tokens | None = None


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

    async def close(self) -> None:
        """Stop and free everything; nothing may be called afterwards."""


@dataclass(frozen=True, slots=True)
class TurnSeen:
    """A service that finds turns by itself says that one has begun, or is over.

    Args:
        begun: it has begun; else it is over.
        at_ms: where, in all sound that was pushed.
        words: of a turn that is over.
    """

    begun: bool
    at_ms: int
    words: Recognition | None = None


class Uplink(Protocol):
    """One rep's sound on its way to a service that writes down what is said; one a call.

    A service that finds turns is pushed all sound there is, and tells of turns. Any other one is pushed the sound of
    turns alone, and told when one is over. What was pushed is kept until its words are there, and sent again when the
    connection is another one.
    """

    name: str
    finds_turns: bool

    def listen(
        self,
        *,
        on_turn: Callable[[TurnSeen], None],
        on_caption: Callable[[str], None],
        on_gone: Callable[[], None] = lambda: None,
    ) -> None:
        """Before anything is pushed: who is told of turns, of words as they come, and that none will come any more."""

    def push(self, pcm_16khz: bytes) -> None:
        """The next stretch of sound, of any length."""

    def close_turn(self) -> Recognition:
        """What was pushed since the last turn is one: its words, once they come."""


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

    def voices(self) -> Sequence[VoiceCard]:
        """Every voice there is, in a fixed order; none where a service has voices that it does not list."""

    def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncGenerator[bytes, None]:
        """PCM in blocks of 20 ms at `sample_rate_hz`, clause by clause. Closing the iterator stops the work.

        Raises: VoiceFailed.
        """

    async def prepare(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> None:
        """Have the audio of `text` at hand, so that a later `speak` of the same begins at once.

        A head start, not a promise: a failure here is silent and shows when the text is spoken.
        """

    async def close(self) -> None:
        """Stop and free everything; nothing may be called afterwards."""


@runtime_checkable
class StandIns(Protocol):
    """A `Synthesiser` of a service that may refuse a voice and has another of the same gender speak in its place."""

    def stand_in_for(self, voice_id: str) -> str:
        """Who speaks where this voice is pinned: itself, unless it was refused."""


@dataclass(slots=True)
class EngineStatus:
    """One engine while it gets ready, for the page."""

    name: str = ""
    state: Literal["loading", "ready", "failed"] = "loading"
    progress: float = 0.0
    sentence: str = ""
