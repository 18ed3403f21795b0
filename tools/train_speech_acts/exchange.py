"""Features of an exchange - what was said and the reply - that tell how far the reply takes it up.

Flows in: the reply and what it replies to. Flows out: feature names with values. They measure how much of listening
shared words can tell; the product goes by `speech_acts/context/uptake.py`.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from sparring.speech_acts.learned.turn_features import Features
from sparring.speech_acts.segmentation import read
from sparring.speech_acts.text.asking import Asks
from sparring.speech_acts.text.heard import stems
from sparring.speech_acts.text.words import bare_words

_EARLY_WORDS: Final = 15
_TELLING_WORDS: Final = (
    "said", "saying", "say", "because", "why", "how", "what", "mean", "so", "different", "same", "okay", "right",
    "good", "yes", "no", "heard", "understand", "explain", "next", "thank", "did", "think",
)  # fmt: skip


def exchange_features(reply: str, previous: str) -> Features:
    """All features of one exchange; empty when the reply has no words."""
    sentences = read(reply)
    words = [word.text for sentence in sentences for word in sentence.words.items]
    if not words:
        return {}
    said = bare_words(previous)
    asking = [clause.asks for sentence in sentences for clause in sentence.clauses if clause.asks is not Asks.NO]
    features = _repeats(words, said) | _turns(words)
    features["asks"] = float(bool(asking))
    features["asks openly"] = float(Asks.OPEN in asking)
    features["questions"] = math.log1p(len(asking))
    features["marked"] = float(any(sentence.words.asked for sentence in sentences))
    features["asks about shared"] = features["shared"] * features["asks"]
    features["answers a question"] = float("?" in previous)
    return features


def _repeats(words: Sequence[str], said: Sequence[str]) -> Features:
    reply, before = stems(words), stems(said)
    early = stems(words[:_EARLY_WORDS]) & before
    shared = reply & before
    tokens = frozenset(words) & frozenset(said)
    pairs = frozenset(pairwise(words)) & frozenset(pairwise(said))
    return {
        "shared": math.log1p(len(shared)),
        "taken up": len(shared) / max(1, len(before)),
        "shared part": len(shared) / max(1, len(reply)),
        "tokens": math.log1p(len(tokens)),
        "tokens taken up": len(tokens) / max(1, len(frozenset(said))),
        "pairs": math.log1p(len(pairs)),
        "pairs taken up": len(pairs) / max(1, len(said) - 1),
        "run": math.log1p(_longest_run(words, said)),
        "early": math.log1p(len(early)),
        "early taken up": len(early) / max(1, len(before)),
        "new": math.log1p(len(reply - before)),
        "said length": math.log1p(len(said)),
        "shared by length": math.log1p(len(shared)) * math.log1p(len(words)),
    }


def _turns(words: Sequence[str]) -> Features:
    features = {
        "length": math.log1p(len(words)),
        "long": min(len(words), 100) / 100,
        "short": float(len(words) < 5),
        "second person": math.log1p(sum(word in ("you", "your") for word in words)),
        "to them at once": float("you" in words[:6]),
        "begins with so": float(words[0] == "so"),
    }
    present = frozenset(words)
    return features | {f"says {word}": 1.0 for word in _TELLING_WORDS if word in present}


def _longest_run(words: Sequence[str], said: Sequence[str]) -> int:
    """Most words in a row that stand in both, in time of one times the other; both are short."""
    longest, before = 0, [0] * (len(said) + 1)
    for word in words:
        row = [0] * (len(said) + 1)
        for at, other in enumerate(said):
            if word == other:
                row[at + 1] = before[at] + 1
        longest, before = max(longest, *row), row
    return longest
