"""Moves the points of words so that questions lie where the facts lie that they ask for.

    uv run --group lab --with torch==2.15.0 python -m tools.train_word_vectors.asking [--measure]

Flows in: the table of `build` and all ways to ask for facts that personas have (`question`, `asked_as`), each with the
other facts of its persona to tell it from. Flows out: `speech_acts/learned/weights/question_vectors.npz`, by which the
mind alone goes. `--measure` leaves out a quarter of the personas in turn and writes nothing. The same personas give the
same table on the same machine. It takes two minutes.

torch is in no lock. The shipped table was made with 2.15.0; nothing else here needs its gradients, and locked for Linux
it brings gigabytes of CUDA into every `uv sync --group lab`. What needs none of it is in `asked_rows`, and tested.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import torch
from tools.train_word_vectors.asked_rows import AskedRows, padded, read, whole_numbers

from sparring.persona import load_personas
from sparring.speech_acts.learned.word_vectors import word_vectors

TABLE: Final = (
    Path(__file__).parents[2] / "src" / "sparring" / "speech_acts" / "learned" / "weights" / "question_vectors.npz"
)
_UNIT: Final = 32.0  # root mean square of the numbers in both tables
_ROUNDS: Final = 10
_FOLDS: Final = 4
# likenesses to: the midst of examples, the text, all ways of telling it, the nearest cue, word by word
_AT_FIRST: Final = (2.0, 0.8, 0.6, 0.3, 3.6)


class Asked(NamedTuple):
    """A persona's questions and facts as rows of the table; the row after the last one stands for no word.

    Args:
        questions: [questions, words].
        meant: [questions], the fact each asks for.
        texts: [facts, words].
        lines, line_of: [lines, words] and [lines], the fact of each.
        cues, cue_of: [cues, words] and [cues].
        told: rows of the words of all facts, once, and of each fact the places of its own there.
        counts, used: [questions, words used] how often, and their rows.
    """

    questions: torch.Tensor
    meant: torch.Tensor
    texts: torch.Tensor
    lines: torch.Tensor
    line_of: torch.Tensor
    cues: torch.Tensor
    cue_of: torch.Tensor
    told: tuple[torch.Tensor, list[torch.Tensor]]
    counts: torch.Tensor
    used: torch.Tensor


class Points(torch.nn.Module):
    """Where words lie: how far out each counts, all of them turned alike, and each moved by itself."""

    def __init__(self) -> None:
        super().__init__()
        points = torch.tensor(word_vectors().points.astype(np.float32)) / _UNIT
        self.given = torch.cat([points, torch.zeros(1, points.shape[1])])
        self.weight = torch.nn.Parameter(torch.zeros(len(self.given)))
        self.turn = torch.nn.Parameter(torch.eye(points.shape[1]))
        self.move = torch.nn.Parameter(torch.zeros_like(self.given))
        self.likenesses = torch.nn.Parameter(torch.tensor(_AT_FIRST))
        self.sharpness = torch.nn.Parameter(torch.tensor(2.0))

    def table(self) -> torch.Tensor:
        """[words + 1, 128], the last one at the origin."""
        moved = ((self.given + self.move) @ self.turn) * torch.exp(self.weight)[:, None]
        return torch.cat([moved[:-1], torch.zeros(1, moved.shape[1])])

    def forward(self, asked: Asked) -> torch.Tensor:
        """[questions, facts]: how alike each question is to each fact."""
        table = self.table()
        questions, facts = _unit(table[asked.questions].sum(1)), len(asked.texts)
        lines = questions @ _unit(table[asked.lines].sum(1)).T
        each = torch.bincount(asked.line_of, minlength=facts)
        cues = questions @ _unit(table[asked.cues].sum(1)).T
        by_cue = torch.full((len(questions), facts), -1.0)
        alike = (
            _to_examples(questions, asked.meant, facts),
            questions @ _unit(table[asked.texts].sum(1)).T,
            torch.zeros(len(questions), facts).index_add(1, asked.line_of, lines) / each,
            by_cue.scatter_reduce(1, asked.cue_of[None].expand(len(questions), -1), cues, "amax"),
            _word_by_word(table, asked),
        )
        summed: torch.Tensor = self.sharpness.exp() * sum(c * a for c, a in zip(self.likenesses, alike, strict=True))
        return summed

    def strain(self) -> torch.Tensor:
        """What it costs to move away from the given points."""
        turned = ((self.turn - torch.eye(len(self.turn))) ** 2).sum()
        return (self.weight**2).sum() / 1_000 + turned / 10 + 0.3 * (self.move**2).sum() / 1_000


def _unit(points: torch.Tensor) -> torch.Tensor:
    return points / (points.norm(dim=-1, keepdim=True) + 1e-6)


def _to_examples(questions: torch.Tensor, meant: torch.Tensor, facts: int) -> torch.Tensor:
    """To the midst of each fact's questions; of one's own fact, to that of the others."""
    midst = torch.zeros(facts, questions.shape[1]).index_add(0, meant, questions)
    others = (questions * _unit(midst[meant] - questions)).sum(-1)
    return (questions @ _unit(midst).T).scatter(1, meant[:, None], others[:, None])


def _word_by_word(table: torch.Tensor, asked: Asked) -> torch.Tensor:
    words = table[asked.used]
    length = words.norm(dim=-1)
    near = _unit(words) @ _unit(table[asked.told[0]]).T
    nearest = torch.stack([near[:, places].amax(-1) for places in asked.told[1]], -1) * length[:, None]
    return (asked.counts @ nearest) / ((asked.counts @ length)[:, None] + 1e-6)


def tensors(rows: AskedRows) -> Asked:
    """The same as torch has it."""
    none = len(word_vectors().points)
    return Asked(
        torch.tensor(padded(rows.questions, none)),
        torch.tensor(rows.meant),
        torch.tensor(padded(rows.texts, none)),
        torch.tensor(padded(rows.lines, none)),
        torch.tensor(rows.line_of),
        torch.tensor(padded(rows.cues, none)),
        torch.tensor(rows.cue_of),
        (torch.tensor(rows.told), [torch.tensor(places) for places in rows.told_of]),
        torch.tensor(rows.counts),
        torch.tensor(rows.used),
    )


def fitted(personas: Sequence[Asked]) -> Points:
    """The points after some rounds over all personas."""
    torch.manual_seed(0)
    points = Points()
    groups: list[dict[str, Any]] = [
        {"params": [points.weight, points.likenesses, points.sharpness], "lr": 0.03},
        {"params": [points.turn], "lr": 0.003},
        {"params": [points.move], "lr": 0.01},
    ]
    step = torch.optim.Adam(groups)
    for _ in range(_ROUNDS):
        for place in torch.randperm(len(personas)).tolist():
            asked = personas[place]
            loss = torch.nn.functional.cross_entropy(points(asked), asked.meant) + points.strain()
            step.zero_grad()
            loss.backward()
            step.step()
    return points


def share_found(points: Points, personas: Iterable[Asked]) -> float:
    """Of the questions of some personas, the share whose nearest fact is the one meant."""
    with torch.no_grad():
        right = [points(asked).argmax(1) == asked.meant for asked in personas]
    return float(torch.cat(right).float().mean())


def write(points: Points) -> None:
    """The table, in whole numbers as long as those of the given one."""
    whole = whole_numbers(points.table().detach().numpy()[:-1], _UNIT)
    words = sorted(word_vectors().rows, key=word_vectors().rows.__getitem__)
    TABLE.parent.mkdir(exist_ok=True)
    np.savez_compressed(TABLE, words=np.frombuffer("\n".join(words).encode(), np.uint8), points=whole)


def main(arguments: list[str]) -> int:
    """0 when the table is written, or what it is worth is told."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--measure", action="store_true")
    personas = [tensors(read(one)) for one in load_personas()]
    if parser.parse_args(arguments).measure:
        for fold in range(_FOLDS):
            left_out = personas[fold::_FOLDS]
            known = [one for place, one in enumerate(personas) if place % _FOLDS != fold]
            print(f"{share_found(Points(), left_out):.3f} before, {share_found(fitted(known), left_out):.3f} after")
        return 0
    points = fitted(personas)
    write(points)
    print("likenesses", [round(one, 2) for one in points.likenesses.tolist()])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
