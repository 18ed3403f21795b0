"""Makes `call/mind/weights/question_encoder.npz`: what an encoder knows of questions, in two small convolutions.

    uv run --group lab --with torch==2.15.0 python -m tools.train_word_vectors.distil ENCODER DATA [--kept FILE]

ENCODER is the folder of the encoder as `fine_tune` leaves it, DATA that of the four labelled sets, FILE where encoded
texts are kept for the next time. Each way to ask shall lie with the others for its fact, and be as alike to the
persona's other ways as the encoder has it; so shall sentences that nobody labelled. The encoder takes some ten minutes
for all texts, the fitting as long.
"""

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from tools.train_word_vectors.asked_rows import padded
from tools.train_word_vectors.encoder import Encoder
from tools.train_word_vectors.unlabelled import sentences
from tools.train_word_vectors.whole_network import Broken, whole
from torch.nn import functional

from sparring.call.mind.meaning import question_rows, question_vectors
from sparring.call.mind.question_encoder import LONGEST
from sparring.persona import Persona, load_personas

NETWORK: Final = Path(__file__).parents[2] / "src" / "sparring" / "call" / "mind" / "weights" / "question_encoder.npz"
_FIRST, _SECOND, _SIZE = 256, 192, 192
_UNIT: Final = 32.0  # root mean square of the numbers in the table of words
_ROUNDS: Final = 20
_TOGETHER, _UNLABELLED, _FEWEST = 512, 320, 32  # ways to ask of one persona, other sentences; too few to tell apart
_LEFT_OUT: Final = 0.1  # of the words, at random
_ABOVE_AT_FIRST: Final = 0.3
_ENCODER_SHARPNESS: Final = 1 / 0.06
_SLOWEST: Final = 0.1  # of the first rate, at the end
_WARMING_UP: Final = 30  # steps
# What it costs to mistake a fact, to find something else alike than the encoder does, and to move words
_MISTAKEN, _SQUARED, _AMONG, _MOVED = 0.2, 5.0, 2.0, 2e-5


class Asked(NamedTuple):
    """A persona's ways to ask.

    Args:
        rows: of each the rows of its words.
        meant: [ways], the fact each asks for.
        taught: [ways, dimensions], where the encoder puts each, at one length.
    """

    rows: list[list[int]]
    meant: torch.Tensor
    taught: torch.Tensor


class Sentences(NamedTuple):
    """Sentences that nobody labelled, as `Asked` has them."""

    rows: list[list[int]]
    taught: torch.Tensor


class Network(torch.nn.Module):
    """What `question_encoder` reckons, in broken numbers."""

    def __init__(self) -> None:
        super().__init__()
        points = torch.tensor(question_vectors().points.astype(np.float32)) / _UNIT
        size = points.shape[1]
        self.none = len(points)
        self.given = torch.cat([points, torch.zeros(1, size)])
        self.words = torch.nn.Parameter(self.given.clone())
        self.first = torch.nn.Conv1d(size, _FIRST, 3)
        self.second = torch.nn.Conv1d(_FIRST, _SECOND, 3, padding=1)
        self.by_words = torch.nn.Linear(size, _SIZE, bias=False)
        self.by_first = torch.nn.Linear(_FIRST, _SIZE, bias=False)
        self.by_second = torch.nn.Linear(_SECOND, _SIZE, bias=False)
        self.sharpness = torch.nn.Parameter(torch.tensor(2.7))

    def forward(self, rows: Sequence[list[int]], left_out: float = 0.0) -> torch.Tensor:
        """[texts, 192] at length 1."""
        placed = torch.tensor([[self.none, *some, self.none] for some in padded(rows, self.none)])
        there = (placed != self.none).float()
        if left_out:
            there = there * (torch.rand_like(there) > left_out).float()
        words, inner = self.words[placed] * there[..., None], there[:, None, 1:-1]
        first = functional.relu(self.first(words.transpose(1, 2))) * inner
        second = functional.relu(self.second(first)) * inner
        above = self.by_first(first.sum(2)) + self.by_second(second.sum(2))
        return functional.normalize(self.by_words(words.sum(1)) + _ABOVE_AT_FIRST * above, dim=-1)


class Teacher:
    """The encoder, and what it has encoded already."""

    def __init__(self, folder: Path, kept: Path | None) -> None:
        self._encoder, self._kept = Encoder(folder), kept
        self._known: dict[str, npt.NDArray[Any]] = {}
        if kept is not None and kept.exists():
            with np.load(kept) as found:
                self._known = dict(zip(str(found["texts"]).split("\n"), found["points"], strict=True))

    def taught(self, texts: Sequence[str]) -> torch.Tensor:
        """[texts, 384] at one length."""
        new = sorted(set(texts) - set(self._known))
        self._known.update(zip(new, self._encoder.encode(new).astype(np.float16), strict=True))
        if new and self._kept is not None:
            np.savez(self._kept, texts="\n".join(self._known), points=np.array(list(self._known.values())))
        return functional.normalize(torch.tensor(np.array([self._known[one] for one in texts])).float(), dim=-1)


def read(persona: Persona, teacher: Teacher) -> Asked:
    """A persona's ways to ask that have a word in the table."""
    ways = [(way, at) for at, fact in enumerate(persona.facts) for way in (fact.question, *fact.asked_as)]
    known = [(rows[:LONGEST], at, way) for way, at in ways if (rows := question_rows(way))]
    taught = teacher.taught([way for _, _, way in known])
    return Asked([rows for rows, _, _ in known], torch.tensor([at for _, at, _ in known]), taught)


def read_sentences(texts: Sequence[str], teacher: Teacher) -> Sentences:
    """The sentences that have a word in the table."""
    known = [(rows[:LONGEST], text) for text in texts if (rows := question_rows(text))]
    return Sentences([rows for rows, _ in known], teacher.taught([text for _, text in known]))


def fitted(personas: Sequence[Asked], others: Sentences) -> Network:
    """The network after some rounds over all personas."""
    torch.manual_seed(0)
    network, chance = Network(), random.Random(0)
    rest = [one for name, one in network.named_parameters() if name != "words"]
    step = torch.optim.Adam([{"params": [network.words]}, {"params": rest}], lr=2e-3)
    steps = _ROUNDS * sum(-(-len(one.rows) // _TOGETHER) for one in personas)
    rate = torch.optim.lr_scheduler.LambdaLR(
        step, lambda done: min(1.0, (done + 1) / _WARMING_UP) * (1 - (1 - _SLOWEST) * done / steps)
    )
    for _ in range(_ROUNDS):
        for at in torch.randperm(len(personas)).tolist():
            for some in torch.randperm(len(personas[at].rows)).split(_TOGETHER):
                if len(some) >= _FEWEST:
                    beside = chance.sample(range(len(others.rows)), _UNLABELLED)
                    step.zero_grad()
                    _loss(network, personas[at], some.tolist(), others, beside).backward()
                    step.step()
                rate.step()
    return network


def _loss(network: Network, asked: Asked, some: list[int], others: Sentences, beside: list[int]) -> torch.Tensor:
    points, theirs = network([asked.rows[at] for at in some], _LEFT_OUT), asked.taught[some]
    meant = asked.meant[some]
    alike, itself, sharpness = points @ points.T, torch.eye(len(some), dtype=torch.bool), network.sharpness.exp()
    same = (meant[:, None] == meant[None]) & ~itself
    sharp = (alike * sharpness).masked_fill(itself, -1e9)
    mistaken = (sharp.logsumexp(1) - sharp.masked_fill(~same, -1e9).logsumexp(1))[same.any(1)].mean()
    taught = theirs @ theirs.T
    unlike = _divergence((taught * _ENCODER_SHARPNESS).masked_fill(itself, -1e9), sharp)
    around, encoder = network([others.rows[at] for at in beside], _LEFT_OUT / 2), others.taught[beside]
    to_ways, encoder_to_ways = around @ points.T, encoder @ theirs.T
    unlike = unlike + _divergence(encoder_to_ways * _ENCODER_SHARPNESS, to_ways * sharpness)
    squared = ((alike - taught) ** 2).mean() + ((to_ways - encoder_to_ways) ** 2).mean()
    among = ((around @ around.T - encoder @ encoder.T) ** 2).mean()
    moved = ((network.words - network.given) ** 2).sum()
    return _MISTAKEN * mistaken + unlike + _SQUARED * squared + _AMONG * among + _MOVED * moved


def _divergence(theirs: torch.Tensor, ours: torch.Tensor) -> torch.Tensor:
    expected = theirs.log_softmax(1)
    return (expected.exp() * (expected - ours.log_softmax(1))).sum(1).mean()


def broken(network: Network) -> Broken:
    """The same in numpy."""
    weights = {name: one.detach().numpy() for name, one in network.state_dict().items()}
    return Broken(
        weights["words"][:-1],
        (weights["first.weight"], weights["first.bias"]),
        (weights["second.weight"], weights["second.bias"]),
        (
            weights["by_words.weight"],
            _ABOVE_AT_FIRST * weights["by_first.weight"],
            _ABOVE_AT_FIRST * weights["by_second.weight"],
        ),
    )


def main(arguments: list[str]) -> int:
    """0 when the network is written."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("encoder", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--kept", type=Path)
    given = parser.parse_args(arguments)
    teacher, personas = Teacher(given.encoder, given.kept), load_personas()
    others = read_sentences(sentences(personas, given.data), teacher)
    network = fitted([read(one, teacher) for one in personas], others)
    arrays: dict[str, Any] = whole(broken(network), others.rows)
    np.savez_compressed(NETWORK, **arrays)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
