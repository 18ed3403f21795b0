"""A model's answer cut into what is spoken as soon as it may be: the first clause alone, then whole sentences. Pure.

Flows in: text in pieces of any size, and a guard. Flows out: clean pieces in order, until one is held back.
"""

import re
from collections.abc import Iterator

from sparring.call.by_model.guard import MAX_WORDS, Guard

FIRST_WORDS = 3  # of a first clause that is worth speaking before its sentence is whole
_END = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\b[A-Z])[.!?]+[\"'\u201d)]*(?=\s)")
_CLAUSE = re.compile(r"[,;:\u2014](?=\s)")


class Draft:
    """One answer in the making. `held_back`: why it goes no further; `words` counts what may be spoken."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._buffer = ""
        self._begun = ""  # of the sentence under way: spoken already
        self.text = ""
        self.held_back: str | None = None

    @property
    def words(self) -> int:
        """Of everything that may be spoken."""
        return len(self.text.split())

    def feed(self, delta: str) -> Iterator[str]:
        """More text from the model; whatever may be spoken now."""
        self._buffer += delta
        while self.held_back is None and (end := self._cut()):
            raw, self._buffer = self._buffer[:end], self._buffer[end:]
            yield from self._take(raw, whole=_END.search(f"{raw} ") is not None)

    def rest(self) -> Iterator[str]:
        """The model has said everything."""
        raw, self._buffer = self._buffer, ""
        if self.held_back is None:
            yield from self._take(raw, whole=True)

    def _cut(self) -> int:
        end = _END.search(self._buffer)
        if not self.text:
            clause = next((c for c in _CLAUSE.finditer(self._buffer) if _words(self._buffer[: c.end()])), None)
            end = min((found for found in (end, clause) if found), key=lambda found: found.end(), default=None)
        return end.end() if end else 0

    def _take(self, raw: str, *, whole: bool) -> Iterator[str]:
        text = raw.strip() if self._begun else self._guard.cleaned(raw)
        if not text:
            return
        sentence = f"{self._begun} {text}".strip()
        self.held_back = self._guard.fault(sentence) or self._too_long(text)
        if self.held_back is None:
            self._begun = "" if whole else sentence
            self.text = f"{self.text} {text}".strip()
            yield text

    def _too_long(self, text: str) -> str | None:
        return "too_long" if self.words + len(text.split()) > MAX_WORDS else None


def _words(clause: str) -> bool:
    return len(clause.split()) >= FIRST_WORDS
