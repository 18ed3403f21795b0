"""Tells a sentence encoder what counts as the same question in a call: the teacher of `distil`.

    uv run --group lab --with torch==2.15.0,transformers==5.24.0 python -m tools.train_word_vectors.fine_tune FROM TO

FROM is the unpacked model that `encoder.py` names, TO the folder that gets the tuned one; nothing of them is shipped.
Two ways to ask for one fact shall lie together, and away from those for forty others of the persona (van den Oord 2018,
arXiv:1807.03748). It takes ten minutes on two cores; where words lie stays as it was.
"""

import argparse
import random
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import torch
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

from sparring.persona import Fact, Persona, load_personas, spoken_words

_STEPS: Final = 300
_RATE, _WARMING_UP, _TILL_NO_RATE = 4e-5, 40, 900  # steps
_FACTS: Final = 40
_SHARPNESS: Final = 20.0
_TOLD, _SPOKEN = 0.15, 0.3  # how often a way of telling it stands for the second, and words without marks for the first
_LONGEST: Final = 40  # tokens


def tuned(model: Any, tokenizer: Any, personas: Sequence[Persona]) -> None:
    """Change the model's weights, those of words aside."""
    for one in model.embeddings.parameters():
        one.requires_grad = False
    step = torch.optim.AdamW([one for one in model.parameters() if one.requires_grad], lr=_RATE, weight_decay=0.01)
    rate = torch.optim.lr_scheduler.LambdaLR(
        step, lambda done: min(1.0, (done + 1) / _WARMING_UP) * (1 - done / _TILL_NO_RATE)
    )
    model.train()
    for _ in range(_STEPS):
        persona = random.choice(personas)
        pairs = [_pair(fact) for fact in random.sample(persona.facts, min(_FACTS, len(persona.facts)))]
        first, second = (_encoded(model, tokenizer, list(texts)) for texts in zip(*pairs, strict=True))
        alike, meant = _SHARPNESS * first @ second.T, torch.arange(len(pairs))
        loss = functional.cross_entropy(alike, meant) + functional.cross_entropy(alike.T, meant)
        step.zero_grad()
        (loss / 2).backward()
        step.step()
        rate.step()


def _pair(fact: Fact) -> tuple[str, str]:
    ways = [fact.question, *fact.asked_as]
    first, second = random.sample(ways, 2) if len(ways) > 1 else (ways[0], fact.text)
    if random.random() < _TOLD:
        second = random.choice([fact.text, *fact.lines])
    return spoken_words(first) if random.random() < _SPOKEN else first, second


def _encoded(model: Any, tokenizer: Any, texts: list[str]) -> torch.Tensor:
    """[texts, 384] at length 1."""
    tokens = tokenizer(texts, padding=True, truncation=True, max_length=_LONGEST, return_tensors="pt")
    there = tokens["attention_mask"][..., None]
    last = model(**tokens).last_hidden_state
    return functional.normalize((last * there).sum(1) / there.sum(1), dim=-1)


def main(arguments: list[str]) -> int:
    """0 when the tuned encoder is written."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("given", type=Path, metavar="FROM")
    parser.add_argument("tuned", type=Path, metavar="TO")
    folders = parser.parse_args(arguments)
    torch.manual_seed(0)
    random.seed(0)
    model = AutoModel.from_pretrained(folders.given)
    tuned(model, AutoTokenizer.from_pretrained(folders.given), load_personas())
    model.save_pretrained(folders.tuned)
    shutil.copy(folders.given / "tokenizer.json", folders.tuned)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
