"""Which recognised word stands where in a turn's text: how surely a span was heard, and when it was said.

Flows in: a turn with its words, if the recogniser gave any. Flows out: confidence and times for spans of its text.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sparring.transcript import Turn

SURE = 0.5
"""Mean word probability below which nobody should be graded by what was heard."""


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A recognised word at `turn.text[start:end]`."""

    start: int
    end: int
    start_ms: int
    probability: float


def placed_words(turn: Turn) -> Iterator[PlacedWord]:
    """The turn's words in order, each found in its text after the one before; a word that is not there is left out."""
    cursor = 0
    for word in turn.words:
        text = word.text.strip()
        at = turn.text.find(text, cursor) if text else -1
        if at >= 0:
            cursor = at + len(text)
            yield PlacedWord(at, cursor, word.start_ms, word.probability)


def has_doubt(turn: Turn) -> bool:
    """Whether any word may have been misheard. Typed and corrected words never are."""
    if turn.channel == "typed" or turn.corrected_from is not None:
        return False
    low = turn.confidence is not None and turn.confidence < SURE
    return low or any(word.probability < SURE for word in turn.words)


def heard_surely(turn: Turn, start: int, end: int) -> bool:
    """Whether the words at `turn.text[start:end]` may be graded."""
    if not has_doubt(turn):
        return True
    heard = [word.probability for word in placed_words(turn) if word.start < end and word.end > start]
    confidence = sum(heard) / len(heard) if heard else turn.confidence
    return confidence is None or confidence >= SURE


def said_at_ms(turn: Turn, start: int) -> int:
    """When the character at `start` was said: by word times, else in proportion to the turn's length."""
    if turn.channel == "typed" or not turn.text:
        return turn.start_ms
    before = [word.start_ms for word in placed_words(turn) if word.start <= start]
    if before:
        return before[-1]
    return turn.start_ms + (turn.end_ms - turn.start_ms) * start // len(turn.text)
