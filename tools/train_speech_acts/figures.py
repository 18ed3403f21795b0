"""How good the models are on conversations they have not seen, beside the reference figures of the same sets.

Flows in: rows and out-of-fold predictions. Flows out: figures by name, each the mean over the ways to cut the folds.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata, spearmanr
from sklearn.metrics import f1_score, roc_auc_score
from tools.train_speech_acts.fitting import Numbers, folds, out_of_fold
from tools.train_speech_acts.models import BehaviourRows, UptakeRows, behaviour_rows, spoken, uptake_rows
from tools.train_speech_acts.sources import counselling_turns, persuader_sentences

from sparring.speech_acts import ActKind, Context, recognise
from sparring.speech_acts.phrase_families import SENTENCE_TABLES
from sparring.speech_acts.phrases.notation import phrases
from sparring.speech_acts.segmentation import read, says_any

SEEDS: Final = (0, 1)
OWN_LABELS: Final = Path(__file__).parents[2] / "bench" / "data" / "annomi_questions.json"
INQUIRIES: Final = frozenset({"task-related-inquiry", "personal-related-inquiry", "source-related-inquiry"})
_QUESTIONS: Final = frozenset({ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION})
_CLASSES: Final = ("other", "question", "reflection", "advice")
_ORDERS: Final = SENTENCE_TABLES.phrases(
    phrases("""
    you (should|need to|have to|ought to|must|had better|have got to|better)
    (i want|i need|i would like) you to
    why (do|did) (not you|you not)
    do not you (think|want|see|understand|care|know)
""")
)


def behaviour_figures(folder: Path) -> dict[str, float]:
    """F1 of each behaviour with and without punctuation, and how well a call's mean tells poor calls."""
    figures: dict[str, float] = {}
    for ending, punctuated in (("", True), ("_unpunctuated", False)):
        rows = behaviour_rows(folder, punctuated=punctuated)
        found = [_behaviour_once(rows, seed) for seed in SEEDS]
        figures.update({f"{name}{ending}": float(np.mean([one[name] for one in found])) for name in found[0]})
    return figures


def question_figures(folder: Path) -> dict[str, float]:
    """The rules alone: F1 of whether a turn asks (our own label of a sample), and how many inquiries they find."""
    labels = json.loads(OWN_LABELS.read_text("utf-8"))
    judged, asking = frozenset(labels["judged"]), frozenset(labels["asking"])
    turns = [turn for turn in counselling_turns(folder) if turn.id in judged]
    figures = {}
    for ending, punctuated in (("", True), ("_unpunctuated", False)):
        found = [_asks(spoken(turn.text, punctuated=punctuated), turn.said_before) for turn in turns]
        figures[f"question_asked_f1{ending}"] = float(f1_score([turn.id in asking for turn in turns], found))
    inquiries = [sentence.text for sentence in persuader_sentences(folder) if sentence.labels & INQUIRIES]
    return figures | {
        "inquiries_recall": float(np.mean([_asks(text, ()) for text in inquiries])),
        "inquiries_recall_unpunctuated": float(
            np.mean([_asks(spoken(text, punctuated=False), ()) for text in inquiries])
        ),
    }


def _asks(text: str, said_before: tuple[str, ...]) -> bool:
    return any(act.kind in _QUESTIONS for act in recognise(text, Context(said_before=said_before)))


def uptake_figures(folder: Path) -> dict[str, float]:
    """Rank correlation with the experts' mean rating."""
    rows = uptake_rows(folder)
    found = [out_of_fold(rows.features, rows.conversations, rows.fit, seed=seed)[:, 0] for seed in SEEDS]
    return {"uptake_spearman": float(np.mean([_spearman(values, rows) for values in found]))}


def _spearman(values: Numbers, rows: UptakeRows) -> float:
    return float(spearmanr(values, rows.values).statistic)


def _behaviour_once(rows: BehaviourRows, seed: int) -> dict[str, float]:
    predicted = out_of_fold(rows.features, rows.conversations, rows.fit, seed=seed)
    by_class = {name: predicted[:, index] for index, name in enumerate(sorted(_CLASSES))}
    figures = {
        f"{name}_f1": _f1(rows.labels == name, by_class[name], rows.conversations, seed)
        for name in ("question", "reflection", "advice")
    }
    return figures | _poor_call_auc(rows, by_class)


def _f1(actual: NDArray[np.bool_], probability: Numbers, conversations: Sequence[str], seed: int) -> float:
    """F1 with the threshold of each fold chosen on the other folds."""
    decided = np.zeros(len(actual), dtype=bool)
    for others, judged in folds(conversations, seed=seed):
        decided[judged] = probability[judged] >= best_threshold(actual[others], probability[others])
    return float(f1_score(actual, decided))


def best_threshold(actual: NDArray[np.bool_], probability: Numbers) -> float:
    """The threshold that gives the highest F1 on these rows."""
    order = np.argsort(-probability)
    hits = np.cumsum(actual[order])
    f1 = 2 * hits / (np.arange(1, len(actual) + 1) + actual.sum())
    return float(probability[order][f1.argmax()])


def orders(turn: str) -> bool:
    """Whether a turn says what the other side should, must or had better do."""
    return any(says_any(_ORDERS, sentence) for sentence in read(turn))


def _poor_call_auc(rows: BehaviourRows, by_class: Mapping[str, Numbers]) -> dict[str, float]:
    """How well the mean pushiness of a call's turns, against how much they reflect, tells the poor calls."""
    pushy = 0.5 * by_class["advice"] + 0.5 * np.array([orders(turn.text) for turn in rows.turns])
    told = {"pushy": pushy, "advice": by_class["advice"], "reflection": by_class["reflection"]}
    calls = np.array(rows.conversations)
    poor = [bool(rows.turns[int(np.flatnonzero(calls == call)[0])].poor_call) for call in np.unique(calls)]
    of_call = {
        name: rankdata([values[calls == call].mean() for call in np.unique(calls)]) for name, values in told.items()
    }
    return {
        "poor_call_auc": float(roc_auc_score(poor, of_call["pushy"] - of_call["reflection"])),
        "poor_call_auc_advice_alone": float(roc_auc_score(poor, of_call["advice"])),
        "poor_call_auc_pushiness_alone": float(roc_auc_score(poor, of_call["pushy"])),
    }
