"""The models, one shipped and one measured: which rows, which features, how strongly held back.

Flows in: the folder with the labelled conversations. Flows out: fitted models, and predictions on unseen conversations.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata
from tools.train_speech_acts.exchange import exchange_features
from tools.train_speech_acts.fitting import Linear, Numbers, Table
from tools.train_speech_acts.sources import Exchange, Turn, counselling_turns, exchanges

from sparring.speech_acts.learned.turn_features import turn_features
from sparring.speech_acts.segmentation import read
from sparring.speech_acts.text.heard import heard
from tools.train_speech_acts import fitting

BEHAVIOUR_STRENGTH: Final = 0.07
BEHAVIOUR_SEEN: Final = 4  # turns a feature must appear in
UPTAKE_PENALTY: Final = 60.0
_MARKS: Final = re.compile(r"[.?!,;:]")


class BehaviourRows(NamedTuple):
    """AnnoMI's turns as features."""

    turns: Sequence[Turn]
    features: Table

    @property
    def labels(self) -> NDArray[np.str_]:
        """What each turn mainly does."""
        return np.array([turn.behaviour for turn in self.turns])

    @property
    def conversations(self) -> list[str]:
        """The transcript of each turn."""
        return [turn.conversation for turn in self.turns]

    def fit(self, features: Table, rows: NDArray[np.intp]) -> Linear:
        """The model of some of the rows."""
        return fitting.classifier(features, list(self.labels[rows]), strength=BEHAVIOUR_STRENGTH)


class UptakeRows(NamedTuple):
    """Rated exchanges as features."""

    rated: Sequence[Exchange]
    features: Table

    @property
    def values(self) -> Numbers:
        """The experts' z-score of each exchange."""
        return np.array([exchange.uptake for exchange in self.rated])

    @property
    def conversations(self) -> list[str]:
        """The lesson of each exchange."""
        return [exchange.conversation for exchange in self.rated]

    def fit(self, features: Table, rows: NDArray[np.intp]) -> Linear:
        """The model of some of the rows: the rank (0-1) of the experts' score, which has no outliers."""
        ranks = rankdata(self.values) / len(self.rated)
        return fitting.regression(features, ranks[rows], penalty=UPTAKE_PENALTY)


def behaviour_rows(folder: Path, *, punctuated: bool = True) -> BehaviourRows:
    """AnnoMI, as transcribed or as a recogniser would give it: lower case and without marks."""
    turns = counselling_turns(folder)
    rows = [turn_features(read(spoken(turn.text, punctuated=punctuated)), heard(turn.said_before)) for turn in turns]
    return BehaviourRows(turns, fitting.table(rows, seen_at_least=BEHAVIOUR_SEEN))


def uptake_rows(folder: Path) -> UptakeRows:
    """Conversational Uptake."""
    rated = exchanges(folder)
    rows = [exchange_features(exchange.reply, exchange.previous) for exchange in rated]
    return UptakeRows(rated, fitting.table(rows, seen_at_least=1))


def spoken(text: str, *, punctuated: bool) -> str:
    """A turn as transcribed, or as a recogniser would give it."""
    return text if punctuated else _MARKS.sub("", text).lower()
