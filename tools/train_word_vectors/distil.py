"""Makes `speech_acts/learned/weights/sentence_encoder.npz`: what an encoder knows of questions, in two convolutions.

    uv run --group lab --with torch==2.15.0,transformers==5.24.0 \
        python -m tools.train_word_vectors.distil ENCODER DATA [--kept FILE]

ENCODER is the folder of the encoder as `fine_tune` leaves it, DATA that of the four labelled sets, FILE where encoded
texts are kept for the next time. Each way to ask shall lie with the others for its fact, and be as alike to the
persona's other ways as the encoder has it; so shall texts that nobody labelled, among the ways of the two personas they
are nearest to, and the encoder's point for each shall follow from ours by one product. No line by which an encoder is
judged is among the texts. The encoder takes ten minutes for all 230,000 texts, the fitting twenty minutes on one
core. The same personas and encoder give the same network on the same kind of machine.
"""

import argparse
import json
import math
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from tools.train_word_vectors.asked_rows import spoken_rows
from tools.train_word_vectors.fine_tune import encoded
from tools.train_word_vectors.unlabelled import sentences
from tools.train_word_vectors.varied import varied
from tools.train_word_vectors.whole_network import Broken, whole
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

from sparring.persona import Persona, load_personas, spoken_words
from sparring.speech_acts.learned.sentence_encoder import LONGEST
from sparring.speech_acts.learned.word_vectors import question_vectors, word_vectors

_ROOT: Final = Path(__file__).parents[2]
NETWORK: Final = _ROOT / "src" / "sparring" / "speech_acts" / "learned" / "weights" / "sentence_encoder.npz"
JUDGED_BY: Final = _ROOT / "tests" / "golden" / "rep_lines.json"
_FIRST, _SECOND, _SIZE = 256, 256, 192
_MORE: Final = 64  # dimensions of words beside those of the table, near 0 at first
_ENCODER_SIZE: Final = 384
_UNIT: Final = 32.0  # root mean square of the numbers in the table of words
_TOLD_EVERY: Final = 200  # steps
_THREADS, _PART, _BATCH = 2, 4_096, 128  # those that encode, texts that each takes, and encodes at once
_TOGETHER, _NEAR, _ANY = 384, 384, 128  # of each step: ways of one persona, texts near to them, any texts
_NEAREST: Final = 2  # personas that a text counts as near to
_LEFT_OUT: Final = 0.1  # of the words, at random
_SUMS_AT_FIRST, _MOST_AT_FIRST, _MORE_AT_FIRST = 0.3, 0.5, 0.05
_ENCODER_SHARPNESS: Final = 1 / 0.06
# Steps, and the rate they begin with, of which the last one has a part
_ROUNDS: Final = ((2_400, 4e-3), (1_200, 2e-3))
_SLOWEST, _WARMING_UP = 0.02, 50  # the last in steps
# What it costs to mistake a fact, to find something else alike than the encoder does, to lie so that the encoder's
# point does not follow, and to move words
_MISTAKEN, _DIVERGED, _SQUARED, _AMONG, _POINTED, _MOVED = 0.15, 2.0, 10.0, 2.0, 2.0, 2e-5
_NO_WAY: Final = -1e9
_SEEN: Final = 40  # every so many texts show how large numbers get


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
    """Texts that nobody labelled, as `Asked` has them."""

    rows: list[list[int]]
    taught: torch.Tensor


class Network(torch.nn.Module):
    """What `sentence_encoder` reckons, in broken numbers."""

    def __init__(self) -> None:
        super().__init__()
        points = torch.tensor(question_vectors().points.astype(np.float32)) / _UNIT
        self.given = torch.cat([points, _MORE_AT_FIRST * torch.randn(len(points), _MORE)], 1)
        self.words = torch.nn.Parameter(self.given.clone())
        size = self.given.shape[1]
        self.convolutions = torch.nn.ModuleList([torch.nn.Conv1d(size, _FIRST, 3), torch.nn.Conv1d(_FIRST, _SECOND, 3)])
        self.by_words, self.by_first, self.by_second, self.most_first, self.most_second = (
            torch.nn.Linear(some, _SIZE, bias=False) for some in (size, _FIRST, _SECOND, _FIRST, _SECOND)
        )
        for one in (self.most_first, self.most_second):
            one.weight.data *= _MOST_AT_FIRST
        self.as_encoder = torch.nn.Linear(_SIZE, _ENCODER_SIZE, bias=False)
        self.sharpness = torch.nn.Parameter(torch.tensor(2.7))

    def forward(self, texts: Sequence[list[int]], left_out: float = 0.0) -> torch.Tensor:
        """[texts, 192] at length 1."""
        of = torch.repeat_interleave(torch.tensor([len(some) for some in texts]))
        values = self.words[torch.tensor([row for some in texts for row in some])]
        there = (torch.rand(len(of), 1) >= left_out).float()
        values = values * there
        summed = self.by_words(_sums(values, of, len(texts)))
        for convolution, sums, most in zip(
            self.convolutions, (self.by_first, self.by_second), (self.most_first, self.most_second), strict=True
        ):
            values = functional.relu(_convolved(values, of, convolution)) * there
            summed = summed + _SUMS_AT_FIRST * sums(_sums(values, of, len(texts)))
            at = of[:, None].expand_as(values)
            summed = summed + most(torch.zeros(len(texts), values.shape[1]).scatter_reduce(0, at, values, "amax"))
        return functional.normalize(summed, dim=-1)


def _sums(values: torch.Tensor, of: torch.Tensor, texts: int) -> torch.Tensor:
    return torch.zeros(texts, values.shape[1]).index_add(0, of, values)


def _convolved(values: torch.Tensor, of: torch.Tensor, by: torch.nn.Conv1d) -> torch.Tensor:
    """[words, out]: of each word with the one before and the one after it in its text."""
    kernel = by.weight.permute(1, 2, 0).reshape(values.shape[1], -1)
    each = (values.bfloat16() @ kernel.bfloat16()).float().view(len(values), 3, -1)  # twice as fast
    follows = (of[1:] == of[:-1]).float()[:, None]
    none = torch.zeros(1, each.shape[2])
    before, after = torch.cat([none, each[:-1, 0] * follows]), torch.cat([each[1:, 2] * follows, none])
    return each[:, 1] + by.bias + before + after


class Teacher:
    """The encoder, and what it has encoded already."""

    def __init__(self, folder: Path, kept: Path | None) -> None:
        self._model, self._tokenizer = AutoModel.from_pretrained(folder).eval(), AutoTokenizer.from_pretrained(folder)
        self._kept = kept
        self._known: dict[str, npt.NDArray[Any]] = {}
        if kept is not None and kept.exists():
            with np.load(kept) as found:
                self._known = dict(zip(str(found["texts"]).split("\n"), found["points"], strict=True))

    def taught(self, texts: Sequence[str]) -> torch.Tensor:
        """[texts, 384] at one length."""
        new = sorted(set(texts) - set(self._known))
        with ThreadPoolExecutor(_THREADS) as pool:
            parts = [new[begin : begin + _PART] for begin in range(0, len(new), _PART)]
            for part, points in zip(parts, pool.map(self._encoded, parts), strict=True):
                self._known.update(zip(part, points, strict=True))
        if new and self._kept is not None:
            np.savez(self._kept, texts="\n".join(self._known), points=np.array(list(self._known.values())))
        return functional.normalize(torch.tensor(np.array([self._known[one] for one in texts])).float(), dim=-1)

    def _encoded(self, texts: Sequence[str]) -> npt.NDArray[Any]:
        with torch.inference_mode():
            return encoded(self._model, self._tokenizer, texts, _BATCH).numpy().astype(np.float16)


def read(persona: Persona, teacher: Teacher) -> Asked:
    """A persona's ways to ask that have a word in the table."""
    known = [(rows[:LONGEST], at, way) for way, at in _ways(persona) if (rows := spoken_rows(way))]
    taught = teacher.taught([way for _, _, way in known])
    return Asked([rows for rows, _, _ in known], torch.tensor([at for _, at, _ in known]), taught)


def _ways(persona: Persona) -> list[tuple[str, int]]:
    return [(way, at) for at, fact in enumerate(persona.facts) for way in (fact.question, *fact.asked_as)]


def read_sentences(texts: Sequence[str], teacher: Teacher) -> Sentences:
    """The sentences that have a word in the table."""
    known = [(rows[:LONGEST], text) for text in texts if (rows := spoken_rows(text))]
    return Sentences([rows for rows, _ in known], teacher.taught([text for _, text in known]))


def near_to(asked: Sequence[Asked], others: Sentences) -> list[torch.Tensor]:
    """Of each persona the places of the texts that come near to one of its ways to ask."""
    nearest = (
        torch.stack(
            [torch.cat([(part @ one.taught.T).amax(1) for part in others.taught.split(2048)]) for one in asked], 1
        )
        .topk(_NEAREST)
        .indices
    )
    return [(nearest == at).any(1).nonzero()[:, 0] for at in range(len(asked))]


def fitted(personas: Sequence[Asked], others: Sentences) -> Network:
    """The network after some thousand steps; each round begins anew and fast (Loshchilov 2017, arXiv:1608.03983)."""
    torch.manual_seed(0)
    network, near = Network(), near_to(personas, others)
    for place, steps_and_rate in enumerate(_ROUNDS, start=1):
        _descend(network, personas, others, near, steps_and_rate)
        torch.manual_seed(place)  # so that a round can be made again by itself
    return network


def _descend(
    network: Network,
    personas: Sequence[Asked],
    others: Sentences,
    near: Sequence[torch.Tensor],
    steps_and_rate: tuple[int, float],
) -> None:
    steps, fastest = steps_and_rate
    step = torch.optim.Adam(network.parameters(), lr=fastest)
    rate = torch.optim.lr_scheduler.LambdaLR(step, lambda done: _slower(done, steps))
    often = torch.tensor([float(len(one.rows)) for one in personas])
    for done, at in enumerate(torch.multinomial(often, steps, replacement=True).tolist(), start=1):
        some = torch.randperm(len(personas[at].rows))[:_TOGETHER].tolist()
        beside = near[at][torch.randperm(len(near[at]))[:_NEAR]].tolist()
        beside += torch.randint(len(others.rows), (_ANY,)).tolist()
        loss = _loss(network, personas[at], some, others, beside)
        step.zero_grad()
        loss.backward()
        step.step()
        rate.step()
        if done % _TOLD_EVERY == 0:
            print(done, f"{loss.item():.3f}", flush=True)


def _slower(done: int, steps: int) -> float:
    fast = (1 + math.cos(math.pi * done / steps)) / 2
    return min(1.0, (done + 1) / _WARMING_UP) * (_SLOWEST + (1 - _SLOWEST) * fast)


def _loss(network: Network, asked: Asked, some: list[int], others: Sentences, beside: list[int]) -> torch.Tensor:
    """Of some ways to ask and some texts beside them."""
    ways, meant = len(some), asked.meant[some]
    points = network([asked.rows[at] for at in some] + [others.rows[at] for at in beside], _LEFT_OUT)
    theirs = torch.cat([asked.taught[some], others.taught[beside]])
    alike, taught = points @ points[:ways].T, theirs @ theirs[:ways].T
    itself = torch.eye(len(points), ways, dtype=torch.bool)
    sharp = (alike * network.sharpness.exp()).masked_fill(itself, _NO_WAY)
    same = (meant[:, None] == meant[None]) & ~itself[:ways]
    right = sharp[:ways].masked_fill(~same, _NO_WAY).logsumexp(1)
    mistaken = (sharp[:ways].logsumexp(1) - right)[same.any(1)].mean()
    diverged = _divergence((taught * _ENCODER_SHARPNESS).masked_fill(itself, _NO_WAY), sharp)
    squared = ((alike - taught) ** 2).mean()
    around, encoder = points[ways:], theirs[ways:]
    among = ((around @ around.T - encoder @ encoder.T) ** 2).mean()
    pointed = 1 - functional.cosine_similarity(network.as_encoder(points), theirs).mean()
    moved = ((network.words - network.given) ** 2).sum()
    return (
        _MISTAKEN * mistaken
        + _DIVERGED * diverged
        + _SQUARED * squared
        + _AMONG * among
        + _POINTED * pointed
        + _MOVED * moved
    )


def _divergence(theirs: torch.Tensor, ours: torch.Tensor) -> torch.Tensor:
    expected = theirs.log_softmax(1)
    return (expected.exp() * (expected - ours.log_softmax(1))).sum(1).mean()


def broken(network: Network) -> Broken:
    """The same in numpy."""
    weights = {name: one.detach().numpy() for name, one in network.state_dict().items()}
    first, second = ((weights[f"convolutions.{at}.weight"], weights[f"convolutions.{at}.bias"]) for at in range(2))
    sums = (_SUMS_AT_FIRST * weights[f"by_{place}.weight"] for place in ("first", "second"))
    by_first, by_second = sums
    return Broken(
        weights["words"],
        first,
        second,
        (weights["by_words.weight"], by_first, by_second),
        (weights["most_first.weight"], weights["most_second.weight"]),
    )


def texts_beside(personas: Sequence[Persona], data: Path) -> list[str]:
    """Sentences and texts made of ways to ask, without the lines by which an encoder is judged."""
    rows = json.loads(JUDGED_BY.read_text("utf-8"))
    never = {spoken_words(row["line"]) for some in rows.values() for row in some}
    given = [one for one in sentences(personas, data) if spoken_words(one) not in never]
    return given + varied(personas, given, word_vectors(), never)


def main(arguments: list[str]) -> int:
    """0 when the network is written."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("encoder", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--kept", type=Path)
    given = parser.parse_args(arguments)
    torch.set_num_threads(1)
    teacher, personas = Teacher(given.encoder, given.kept), load_personas()
    beside = texts_beside(personas, given.data)
    teacher.taught([*beside, *(way for one in personas for way, _ in _ways(one))])
    others = read_sentences(beside, teacher)
    network = fitted([read(one, teacher) for one in personas], others)
    arrays: dict[str, Any] = whole(broken(network), others.rows[::_SEEN])
    np.savez_compressed(NETWORK, **arrays)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
