"""One move of the buyer on its way to words: whole at once from the persona, or clause by clause from a model.

Flows in: pieces that may be spoken. Flows out: the same pieces to whoever reads, from the first one on, and at the end
how the words came about. Several read at once: the voice, the captions, the record.
"""

import asyncio
from collections.abc import AsyncIterator

from sparring.call.buyer import Move
from sparring.transcript import Wording

MOST_FAULTS = 4  # of one move that are recorded


class Saying:
    """The words of `move`. `model`: who words them; None: the persona's own lines."""

    def __init__(self, move: Move, *, model: str | None = None) -> None:
        self.move, self._model = move, model
        self.text = ""
        self.faults: list[str] = []
        """Why words of the model were held back or did not come."""
        self._pieces: list[str] = []
        self._ended = self._complete = False
        self._grew = asyncio.Event()
        self._work: asyncio.Task[None] | None = None

    @classmethod
    def at_once(cls, move: Move) -> "Saying":
        """The move's own text."""
        saying = cls(move)
        saying.add(move.text)
        saying.finish()
        return saying

    @property
    def wording(self) -> Wording | None:
        """None while the words are the persona's own."""
        if self._model is None or self.move.text.startswith(self.text):
            return None
        words = max(len(self.text.split()), 0 if self._complete else len(self.move.text.split()))
        return Wording(model=self._model, planned_words=words)

    async def pieces(self) -> AsyncIterator[str]:
        """Every piece, from the first one on; joined they are `text`."""
        at = 0
        while True:
            while at < len(self._pieces):
                yield self._pieces[at]
                at += 1
            if self._ended:
                return
            await self._grew.wait()

    async def whole(self) -> str:
        """The text, once nothing more comes."""
        while not self._ended:
            await self._grew.wait()
        return self.text

    def words_from(self, work: "asyncio.Task[None]") -> None:
        """`work` adds the pieces and finishes."""
        self._work = work

    def add(self, text: str) -> None:
        """The next piece that may be spoken."""
        if self._ended or not text.strip():
            return
        piece = f" {text.strip()}" if self.text else text.strip()
        self.text += piece
        self._pieces.append(piece)
        self._tell()

    def fault(self, why: str) -> None:
        """Words were held back, or did not come."""
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(why)

    def finish(self) -> None:
        """The move is worded."""
        self._complete = not self._ended
        self.end()

    def end(self) -> None:
        """Nothing more will come."""
        self._ended = True
        self._tell()

    def give_up(self) -> None:
        """Nobody wants the rest."""
        self.end()
        if self._work is not None:
            self._work.cancel()

    def _tell(self) -> None:
        grew, self._grew = self._grew, asyncio.Event()
        grew.set()
