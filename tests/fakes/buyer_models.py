"""Models that word the buyer as a script says: pieces, silences and faults, one answer a request."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field

from sparring.call.buyer import Move, MoveKind
from sparring.errors import ModelFailed
from sparring.ports import BuyerPrompt
from sparring.usage import Meter

Script = Sequence[str | float | ModelFailed]
"""Text to yield, seconds to wait, or the error to raise, in order."""


def a_move(text: str) -> Move:
    """Some move with these words."""
    return Move(text, "neutral", "caller", MoveKind.ANSWERS)


def failing(outcome: str, *, again: bool = True) -> ModelFailed:
    """An error of the service."""
    return ModelFailed("It failed.", outcome=outcome, again=again)


@dataclass
class ScriptedBuyer:
    """`BuyerModel`. Every further request is answered with the last script."""

    scripts: Sequence[Script]
    name: str = "scripted"
    asked: list[BuyerPrompt] = field(default_factory=list)
    closed: bool = False
    calls: int = 0
    """Begun and not hung up."""

    def for_call(self, meter: Meter | None = None) -> "ScriptedBuyer":
        """One for all."""
        del meter
        self.calls += 1
        return self

    def hang_up(self) -> None:
        """Remembered."""
        self.calls -= 1

    async def word(self, prompt: BuyerPrompt) -> AsyncGenerator[str, None]:
        script = self.scripts[min(len(self.asked), len(self.scripts) - 1)]
        self.asked.append(prompt)
        for step in script:
            if isinstance(step, ModelFailed):
                raise step
            if isinstance(step, str):
                yield step
            else:
                await asyncio.sleep(step)

    async def warm_up(self) -> None:
        """Nothing to warm."""

    async def close(self) -> None:
        """Remembered."""
        self.closed = True
