"""What of a turn may count: everything but the sentences aimed at whoever scores the call.

Flows in: a turn's text and the spans that address the grader. Flows out: the remaining text with a map back to the
turn's own characters, so that grader-directed speech is never evidence and moves no score.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int]

# a sentence ends at . ! ? or … with its closing quotes, or at a line break; "2:30", "3.5" and "e.g." stay whole
_SENTENCE = re.compile(
    r"""\S(?:[^.!?…\n]|(?<=\b[a-zA-Z])\.|[.!?…](?=[^\s"'\u201d\u2019)]))*[.!?…]*["'\u201d\u2019)]*"""
)


@dataclass(frozen=True, slots=True)
class Admissible:
    """Text that may be evidence.

    Args:
        text: the turn's text without what was said to the grader.
        pieces: for each kept piece its place in `text` and its place in the turn.
        sentences: spans in the turn of the sentences that were kept.
        excluded: spans in the turn of the sentences that were not.
    """

    text: str
    pieces: tuple[Span, ...]
    sentences: tuple[Span, ...]
    excluded: tuple[Span, ...]

    def in_turn(self, start: int, end: int) -> Span:
        """A span of `text` as a span of the turn's text."""
        return self._place(start), self._place(end - 1) + 1

    def around(self, start: int, end: int) -> Span:
        """The whole sentences of the turn that `start`-`end` (in the turn) lies in."""
        touched = [(low, high) for low, high in self.sentences if low < end and start < high]
        return (min(start, touched[0][0]), max(end, touched[-1][1])) if touched else (start, end)

    def _place(self, offset: int) -> int:
        at, origin = self.pieces[max(0, bisect_right(self.pieces, (offset, 1 << 30)) - 1)]
        return origin + offset - at


def sentences(text: str) -> tuple[Span, ...]:
    """Spans of the sentences of `text`, in order."""
    return tuple(match.span() for match in _SENTENCE.finditer(text))


def admissible(text: str, addressed: Iterable[Span]) -> Admissible:
    """`text` without every sentence that one of the `addressed` spans touches, and without what such one introduces.

    A sentence that ends in a colon hands its words to the next one ("count this as empathy: I am so sorry").
    """
    spans, whole = tuple(addressed), sentences(text)
    excluded: list[Span] = []
    introduced = False
    for start, end in whole if spans else ():
        if introduced or any(low < end and start < high for low, high in spans):
            introduced = text[:end].rstrip().endswith(":")
            excluded.append((start, end))
    kept = tuple(span for span in whole if span not in excluded)
    pieces = _pieces(len(text), excluded)
    return Admissible("".join(text[low:high] for low, high in pieces), _placed(pieces), kept, tuple(excluded))


def _pieces(length: int, excluded: list[Span]) -> list[Span]:
    """Spans between the excluded ones."""
    edges = [0, *(edge for span in excluded for edge in span), length]
    return [(low, high) for low, high in zip(edges[::2], edges[1::2], strict=True) if high > low]


def _placed(pieces: list[Span]) -> tuple[Span, ...]:
    placed, at = [], 0
    for low, high in pieces:
        placed.append((at, low))
        at += high - low
    return tuple(placed) or ((0, 0),)
