"""A whole spoken call for `bench.room`, with stubs of fixed delays in the place of hearing, model and voice.

Flows in: what the rep is understood to say. Flows out: the call itself, ready for any transport, and how long each wait
must be by the stubs alone. Mind, guard, diary on disk, engine and captions are the shipped ones.
"""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.latency import CALLS
from bench.support.our_side import StubVoice
from bench.support.stubs import LLM_S, STT_S, TTS_S, WORDS

from sparring.adapters.agent_session.speech import Speech
from sparring.adapters.agent_session.spoken_call import SpokenCall
from sparring.adapters.agent_session.spoken_line import SampleClock
from sparring.adapters.clock import SystemClock
from sparring.adapters.journal.sqlite import SqliteJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call.by_model.wording import ModelWording
from sparring.call.session import CallSession
from sparring.call.turn_taking.turn import SENSITIVITY
from sparring.persona import find_persona
from sparring.ports import BuyerPrompt, Heard, Progress, Recognition
from sparring.usage import Meter
from tests.fakes.calls import CALLER, Onlooker, an_opening
from tests.fakes.phone import LoudnessDetector

LINES = tuple(line for call in CALLS for line in call if line.endswith("?"))
ASKED_S = SENSITIVITY[find_persona(CALLER).interrupt_sensitivity].asked_ms / 1000  # every line is a question


@dataclass
class ScriptedEar:
    """`Recogniser` that takes its time, then has heard what the script says."""

    text: str = LINES[0]
    name: str = "stub"

    async def start(self, progress: Progress) -> None:
        """Ready."""

    async def close(self) -> None:
        """Nothing to stop."""

    def recognise(self, pcm_16khz: bytes, *, hint: str = "", words: bool = False) -> Recognition:
        """Begin."""
        del pcm_16khz, hint, words
        return _Understood(self.text)


@dataclass(frozen=True, slots=True)
class _Understood:
    text: str

    async def result(self) -> Heard:
        await asyncio.sleep(STT_S)
        return Heard(text=self.text, confidence=0.9, unsure=False, words=(), decode_ms=1000 * STT_S)

    def cancel(self) -> None:
        """It costs nothing."""


@dataclass
class StubModel:
    """`BuyerModel` that takes its time, then says everything."""

    name: str = "stub"
    asked: list[BuyerPrompt] = field(default_factory=list)

    def for_call(self, meter: Meter | None = None) -> "StubModel":
        """One for all; nothing is charged."""
        del meter
        return self

    def hang_up(self) -> None:
        """Nothing to let go of."""

    async def word(self, prompt: BuyerPrompt) -> AsyncGenerator[str, None]:
        """After the delay."""
        self.asked.append(prompt)
        await asyncio.sleep(LLM_S)
        yield WORDS

    async def warm_up(self) -> None:
        """Nothing to warm."""

    async def close(self) -> None:
        """Nothing to close."""


@dataclass(frozen=True, slots=True)
class StubCall:
    """Not started yet."""

    spoken: SpokenCall
    session: CallSession
    samples: SampleClock
    ear: ScriptedEar
    model: StubModel

    def configured_s(self, asked_before: int) -> float:
        """What silence and stubs ask for in a turn; its opening line needs no model."""
        worded_s = LLM_S if len(self.model.asked) > asked_before else 0.0
        return ASKED_S + worded_s + TTS_S


def a_stub_call(journal: SqliteJournal) -> StubCall:
    """A new call with a buyer who calls."""
    persona, clock, samples = find_persona(CALLER), SystemClock(), SampleClock()
    page, ear, model = Onlooker(), ScriptedEar(), StubModel()
    session = CallSession(
        an_opening(persona), persona, journal=journal, store=MemoryStore(), watcher=page, clock_ms=samples
    )
    session.word_with(ModelWording(model, clock))
    spoken = SpokenCall(
        session,
        speech=Speech(ear, StubVoice(), LoudnessDetector()),
        watcher=page,
        clock=clock,
        clock_ms=samples,
    )
    return StubCall(spoken, session, samples, ear, model)


def journal_in(folder: Path) -> SqliteJournal:
    """A diary on disk, as calls have it."""
    return SqliteJournal(folder / "journal.db", SystemClock())


def lines(count: int) -> Sequence[str]:
    """So many questions of a rep."""
    return [LINES[place % len(LINES)] for place in range(count)]
