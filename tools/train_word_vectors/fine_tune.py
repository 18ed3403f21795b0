"""Tells a sentence encoder what counts as the same question in a call: the teacher of `distil`.

    uv run --group lab --with torch==2.15.0,transformers==5.24.0 python -m tools.train_word_vectors.fine_tune FROM TO

FROM is the unpacked model that `encoder.py` names, TO the folder that gets the tuned one; nothing of them is shipped.
Two ways to ask for one fact shall lie together, and away from those for a hundred others of the persona (van den Oord
2018, arXiv:1807.03748); where words lie stays as it was. A few ways are left out, and how many of them are found is
told on the way. It takes a quarter of an hour on one core, with products of sixteen bits. The same personas give the
same encoder on the same kind of machine.
"""

import argparse
import hashlib
import random
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import torch
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

from sparring.persona import Fact, Persona, load_personas, spoken_words

_STEPS, _TOLD_EVERY = 500, 100
_RATE, _WARMING_UP = 5e-5, 40
_FACTS: Final = 100
_SHARPNESS: Final = 20.0
_TOLD, _SPOKEN = 0.15, 0.3  # how often a way of telling it stands for the second, and words without marks for the first
_LONGEST, _BATCH = 40, 32  # tokens, texts
_LEFT_OUT: Final = 32  # one in so many ways


class _Asked(NamedTuple):
    """A fact, the ways to ask for it that are learnt, and those that are left out."""

    fact: Fact
    ways: list[str]
    left_out: list[str]


def tuned(model: Any, tokenizer: Any, personas: Sequence[Persona]) -> None:
    """Change the model's weights, those of words aside."""
    for one in model.embeddings.parameters():
        one.requires_grad = False
    step = torch.optim.AdamW([one for one in model.parameters() if one.requires_grad], lr=_RATE, weight_decay=0.01)
    rate = torch.optim.lr_scheduler.LambdaLR(
        step, lambda done: min(1.0, (done + 1) / _WARMING_UP) * (1 - done / _STEPS)
    )
    asked = [list(map(_asked, persona.facts)) for persona in personas]
    often = list(map(len, asked))
    for done in range(_STEPS):
        if done % _TOLD_EVERY == 0:
            print(done, f"{_found(model, tokenizer, asked):.3f} of what was left out found", flush=True)
        model.train()
        (facts,) = random.choices(asked, often)
        pairs = [_pair(one) for one in random.sample(facts, min(_FACTS, len(facts)))]
        first, second = encoded(model, tokenizer, [text for pair in zip(*pairs, strict=True) for text in pair]).chunk(2)
        alike, meant = _SHARPNESS * first @ second.T, torch.arange(len(pairs))
        loss = functional.cross_entropy(alike, meant) + functional.cross_entropy(alike.T, meant)
        step.zero_grad()
        (loss / 2).backward()
        step.step()
        rate.step()
    print(_STEPS, f"{_found(model, tokenizer, asked):.3f} of what was left out found")


def _asked(fact: Fact) -> _Asked:
    """The first way is always learnt."""
    first, *others = (fact.question, *fact.asked_as)
    out = [way for way in others if hashlib.sha256(way.encode()).digest()[0] % _LEFT_OUT == 0]
    return _Asked(fact, [first, *(way for way in others if way not in out)], out)


def _pair(asked: _Asked) -> tuple[str, str]:
    fact, ways, _ = asked
    first, second = random.sample(ways, 2) if len(ways) > 1 else (ways[0], fact.text)
    if random.random() < _TOLD:
        second = random.choice([fact.text, *fact.lines])
    return spoken_words(first) if random.random() < _SPOKEN else first, second


def _found(model: Any, tokenizer: Any, asked: Iterable[Sequence[_Asked]]) -> float:
    """The share of the ways left out that lie nearer to the first way for their fact than to that for any other."""
    model.eval()
    right = []
    for facts in asked:
        left_out = [(way, at) for at, one in enumerate(facts) for way in one.left_out]
        with torch.inference_mode():
            points = encoded(model, tokenizer, [*(one.ways[0] for one in facts), *(way for way, _ in left_out)])
        nearest = (points[len(facts) :] @ points[: len(facts)].T).argmax(1).tolist()
        right += [found == at for found, (_, at) in zip(nearest, left_out, strict=True)]
    return sum(right) / len(right)


def encoded(model: Any, tokenizer: Any, texts: Sequence[str], at_once: int = _BATCH) -> torch.Tensor:
    """[texts, 384] at length 1; those of about one length go together, some at once."""
    tokens = tokenizer(texts, truncation=True, max_length=_LONGEST)["input_ids"]
    order = sorted(range(len(texts)), key=lambda at: len(tokens[at]))
    parts = [order[begin : begin + at_once] for begin in range(0, len(order), at_once)]
    points = torch.cat([_means(model, [tokens[at] for at in part]) for part in parts])
    return functional.normalize(points[torch.tensor(order).argsort()], dim=-1)


def _means(model: Any, tokens: Sequence[list[int]]) -> torch.Tensor:
    longest = max(map(len, tokens))
    ids = torch.tensor([[*one, *[0] * (longest - len(one))] for one in tokens])
    there = torch.tensor([[1] * len(one) + [0] * (longest - len(one)) for one in tokens])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        last = model(input_ids=ids, attention_mask=there).last_hidden_state
    return (last.float() * there[..., None]).sum(1) / there.sum(1, keepdim=True)


def main(arguments: list[str]) -> int:
    """0 when the tuned encoder is written."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("given", type=Path, metavar="FROM")
    parser.add_argument("tuned", type=Path, metavar="TO")
    folders = parser.parse_args(arguments)
    torch.set_num_threads(1)
    torch.manual_seed(0)
    random.seed(0)
    model, tokenizer = AutoModel.from_pretrained(folders.given), AutoTokenizer.from_pretrained(folders.given)
    tuned(model, tokenizer, load_personas())
    for one in (model, tokenizer):
        one.save_pretrained(folders.tuned)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
