"""The utterances of our own corpus and how well the recogniser reads them: utterances in, recall and precision out.

`tests/golden/utterances/development.json` was written along with the rules. `held_out.json` was written before any
rule was tuned to it and no rule may be: its failures are counted, not read.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sparring.speech_acts import Act, ActKind, Context, recognise

UTTERANCES: Final = Path(__file__).parents[2] / "tests" / "golden" / "utterances"
_MARKS: Final = re.compile(r"[.,;:?!\"()]+(?=\s|$)")
_HYPHEN: Final = re.compile(r"(?<=\w)-(?=\w)")
_DOLLARS: Final = re.compile(r"\$(\d+)")
_FILLERS: Final = ("uh", "um", "you know")
_FILLER_EVERY: Final = 7  # words
_COUNTED: Final = ActKind.NAMES_TIME
_ASKING: Final = frozenset(
    {
        *("asks_name", "offers_help", "asks_for_time", "asks_contact", "confirms_contact", "proposes_next_step"),
        *("checks_settled", "asks_about_objection", "asks_for_case", "asks_if_safe", "steers_choice", "greeting"),
        *("offers_value_for_referrals", "uses_name"),
    }
)


@dataclass(frozen=True, slots=True)
class Utterance:
    """One utterance and what it does.

    Args:
        text: as typed, or as a recogniser would give it.
        acts: what must be found, as `act` or `question:topic`; `names_time` once per time.
        also: what may be found as well.
        context: what was known before it.
    """

    text: str
    acts: tuple[str, ...]
    also: frozenset[str]
    context: Context

    def as_heard(self) -> "Utterance":
        """The same without marks or capitals, with fillers, as a recogniser gives it."""
        words = _MARKS.sub("", _HYPHEN.sub(" ", _DOLLARS.sub(r"\1 dollars", self.text.lower()))).split()
        filled = [
            f"{_FILLERS[index // _FILLER_EVERY % 3]} {word}" if index % _FILLER_EVERY == 4 else word
            for index, word in enumerate(words)
        ]
        text = " ".join(filled).replace("don't", "dont").replace("that's", "thats")
        return Utterance(text, self.acts, self.also, self.context)


@dataclass(slots=True)
class Tally:
    """How often each act was found rightly, wrongly, and missed."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def recall(self, acts: Iterable[str] | None = None) -> float:
        """Share of the acts that were found; 1 where there was none."""
        right, missed = self._sum(self.right, acts), self._sum(self.missed, acts)
        return right / (right + missed) if right + missed else 1.0

    def precision(self, acts: Iterable[str] | None = None) -> float:
        """Share of what was found that was there; 1 where nothing was found."""
        right, wrong = self._sum(self.right, acts), self._sum(self.wrong, acts)
        return right / (right + wrong) if right + wrong else 1.0

    @staticmethod
    def _sum(counts: Counter[str], acts: Iterable[str] | None) -> int:
        return sum(counts.values()) if acts is None else sum(counts[act] for act in acts)


def load(split: str) -> list[Utterance]:
    """The utterances of `development` or `held_out`."""
    rows = json.loads((UTTERANCES / f"{split}.json").read_text("utf-8"))
    return [
        Utterance(
            row["text"],
            tuple(row["acts"]),
            frozenset(row.get("also", ())),
            Context(
                other_name=row.get("other_name", ""),
                said_before=tuple(row.get("said_before", ())),
                open_objection=row.get("open_objection", ""),
            ),
        )
        for row in rows
    ]


def judged(utterances: Iterable[Utterance]) -> Tally:
    """Counts over all utterances, by kind of act; questions also count as wrong when their topic is."""
    tally = Tally()
    for utterance in utterances:
        missed, wrong, right = compared(utterance, recognise(utterance.text, utterance.context))
        for counts, labels in ((tally.missed, missed), (tally.wrong, wrong), (tally.right, right)):
            counts.update(label.partition(":")[0] for label in labels)
    return tally


def compared(utterance: Utterance, acts: Iterable[Act]) -> tuple[list[str], list[str], list[str]]:
    """Labels missed, wrong and right."""
    found = Counter(f"{act.kind}:{act.topic}" if act.topic else str(act.kind) for act in acts)
    found = Counter({label: count if label == _COUNTED else 1 for label, count in found.items()})
    wanted = Counter(utterance.acts)
    allowed = set(utterance.also)
    asks = not _ASKING.isdisjoint(allowed | set(wanted))  # "Can I come by Tuesday?" is also a question, about no topic
    wrong = [
        label
        for label, count in found.items()
        for _ in range(max(0, count - wanted[label]))
        if label not in allowed and not (asks and label.endswith(":other"))
    ]
    missed = [label for label, count in wanted.items() for _ in range(max(0, count - found[label]))]
    right = [label for label, count in wanted.items() for _ in range(min(count, found[label]))]
    return missed, wrong, right
