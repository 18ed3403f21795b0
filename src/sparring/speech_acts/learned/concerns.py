"""A buyer's concern in words that no phrase stands for: sentences that are like examples of holding back.

Flows in: the sentences of a buyer's turn and what has gone before it. Flows out: the first sentence, or two neighbours,
that hold back: a doubt, a refusal, a price too high, somebody they are content with, a rule that binds them. One linear
head was taught by buyers' turns of calls that people scored and by examples (`tools/train_likeness`); a head for each
of these alone had too little to learn from.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from sparring.speech_acts.learned.likeness import Heads, parse_heads, read_document
from sparring.speech_acts.learned.worded import Worded, worded
from sparring.speech_acts.text.words import SentenceWords

HOLDS_BACK: Final = "holds_back"
_WEIGHTS: Final = "concerns.json"


def concern_in(turn: Sequence[SentenceWords], gone_before: str) -> tuple[int, int] | None:
    """The characters of the first concern in a turn, from its first to behind its last; None where nothing holds back.

    Args:
        turn: its sentences.
        gone_before: by a word of the listener's own, how much of an offer the buyer has had.
    """
    if not turn:
        return None
    head = load_concerns()
    (found,) = head.reached([[head.rows_of(said_at(gone_before, sentence)) for sentence in turn]])
    for sentence, columns in zip(turn, found.alone, strict=True):
        if columns:
            return sentence.items[0].start, sentence.items[-1].end
    for (first, second), columns in zip(pairwise(turn), found.both, strict=True):
        if columns:
            return first.items[0].start, second.items[-1].end
    return None


def said_at(gone_before: str, sentence: SentenceWords) -> Worded:
    """What the head goes by: words as the rep's heads have them, and what has gone before."""
    return worded(sentence, f"at {gone_before}")


@cache
def load_concerns() -> Heads[str]:
    """The head that comes with the package, read once."""
    return parse_heads(read_document(_WEIGHTS), str)
