"""Features of a turn for the small linear models: its words and word pairs, its shape, and what it takes up.

Flows in: the sentences of a turn with their clauses, and what was heard before. Flows out: feature names with values.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from sparring.speech_acts.phrase_families import Sentence
from sparring.speech_acts.text.asking import Asks
from sparring.speech_acts.text.heard import HeardBefore, stems

Features = dict[str, float]

_SECOND_PERSON: Final = frozenset(("you", "your", "yours", "yourself"))
_FIRST_PERSON: Final = frozenset(("i", "my", "me", "we"))
_SHORT_WORDS: Final = 3


def turn_features(turn: Sequence[Sentence], before: HeardBefore) -> Features:
    """All features of one turn; empty for a turn without words."""
    if not turn:
        return {}
    words = [word.text for sentence in turn for word in sentence.words.items]
    features = dict.fromkeys(_grams(turn), 1.0)
    features.update(_shape(turn, words))
    features.update(_asking(turn, len(words)))
    features.update(uptake_features(words, before))
    return features


def uptake_features(words: Sequence[str], before: HeardBefore) -> Features:
    """How much of what was heard the words take up."""
    said = stems(words)
    shared = said & before.stems
    turned = frozenset(pairwise(words)) & before.turned
    return {
        "shared": math.log1p(len(shared)),
        "shared part": len(shared) / max(1, len(said)),
        "taken up": len(shared) / max(1, len(before.stems)),
        "shared earlier": len((said & before.earlier) - before.stems) / max(1, len(said)),
        "new": math.log1p(len(said - before.all_stems)),
        "turned": math.log1p(len(turned)),
        "turned part": len(turned) / max(1, len(words) - 1),
        "heard length": math.log1p(len(before.words)),
    }


def _grams(turn: Sequence[Sentence]) -> Iterator[str]:
    for sentence in turn:
        words = [word.text for word in sentence.words.items]
        yield from words
        yield from map(" ".join, pairwise(["<", *words, ">?" if sentence.words.asked else ">"]))
    first, last = turn[0].words.items, turn[-1].words.items
    yield f"first {first[0].text}"
    yield "first " + " ".join(word.text for word in first[:2])
    yield f"last {last[0].text}"
    yield "last " + " ".join(word.text for word in last[:2])


def _shape(turn: Sequence[Sentence], words: Sequence[str]) -> Features:
    second = sum(word in _SECOND_PERSON for word in words)
    first = sum(word in _FIRST_PERSON for word in words)
    return {
        "length": math.log1p(len(words)),
        "sentences": math.log1p(len(turn)),
        "short": float(len(words) < 4),
        "one word": float(len(words) < 2),
        "second person": 5 * second / len(words),
        "second persons": math.log1p(second),
        "first person": 5 * first / len(words),
    }


def _asking(turn: Sequence[Sentence], words: int) -> Features:
    asking = [clause for sentence in turn for clause in sentence.clauses if clause.asks is not Asks.NO]
    asked_words = sum(clause.last - clause.first + 1 for clause in asking)
    kinds = [_kind(sentence) for sentence in turn]
    counts = Counter(kinds)
    features = {f"{kind} sentences": float(min(3, count)) for kind, count in counts.items()}
    features.update({f"any {kind}": 1.0 for kind in counts})
    spoken = [kind for kind in kinds if kind != "brief"] or ["brief"]
    features |= {f"last is {spoken[-1]}": 1.0, f"first is {spoken[0]}": 1.0}
    features[f"order {' '.join(dict.fromkeys(spoken[-3:]))}"] = 1.0
    return features | {
        "open": float(any(clause.asks is Asks.OPEN for clause in asking)),
        "closed": float(any(clause.asks is Asks.CLOSED for clause in asking)),
        "asking part": asked_words / words,
        "telling": math.log1p(words - asked_words),
        "marks": sum(sentence.words.asked for sentence in turn) / len(turn),
        "ends asking": float(turn[-1].clauses[-1].asks is not Asks.NO),
        "ends open": float(turn[-1].clauses[-1].asks is Asks.OPEN),
    }


def _kind(sentence: Sentence) -> str:
    """Whether a sentence inverts, asks by its mark alone, is brief, or states."""
    length = len(sentence.words.items)
    if any(clause.asks is not Asks.NO and clause.asks_by_form for clause in sentence.clauses):
        return "inverted"
    if sentence.words.asked:
        return "marked" if length > _SHORT_WORDS else "tag"
    return "brief" if length <= 2 else "stating"
