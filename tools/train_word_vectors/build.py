"""Makes `speech_acts/learned/weights/word_vectors.npz`: a sentence encoder and conversations in, points of words out.

    uv run --group lab python -m tools.train_word_vectors.build ENCODER FOLDER COMMON

ENCODER is the unpacked model (`encoder.py` says which), FOLDER holds the conversations (`tools/train_speech_acts/
sources.py` names the files), COMMON lists words, one a line, the commonest first: the shipped table was made with the
order of GloVe 6B (public domain). The same files give the same table. It takes some ten minutes.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
from tools.train_speech_acts.sources import ANNOMI, CASINO, P4G, UPTAKE
from tools.train_word_vectors.encoder import Encoder
from tools.train_word_vectors.fitting import Array, Settings, fitted

from sparring.persona import Persona, load_personas, spoken_words

TABLE: Final = (
    Path(__file__).parents[2] / "src" / "sparring" / "speech_acts" / "learned" / "weights" / "word_vectors.npz"
)
WORDS: Final = 11_000
SENTENCES: Final = 12_000
_SPREAD: Final = 32  # of the whole numbers in the table, root mean square
_PERSONAS_COUNT: Final = 3  # times: their words are the trade's
_PARTS: Final = re.compile(r'[.?!\n"]+|, ')
_WORD: Final = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


def main(arguments: list[str]) -> int:
    """0 when the table is written."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("encoder", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("common", type=Path)
    options = parser.parse_args(arguments)
    encoder = Encoder(options.encoder)
    talk = [(options.folder / one.file).read_text("utf-8") for one in (ANNOMI, UPTAKE, P4G, CASINO)]
    words = vocabulary(talk, options.common.read_text("utf-8").split())
    places = {word: place for place, word in enumerate(words)}
    chosen = [one for one in sentences(talk) if len(_known(one, places)) > 1]
    points = fitted(encoder.encode(words), [_known(one, places) for one in chosen], encoder.encode(chosen), Settings())
    write(words, points)
    return 0


def vocabulary(talk: list[str], common: list[str]) -> list[str]:
    """Words met more than once in the conversations and the personas, then the commonest there are."""
    told = " ".join(line for persona in load_personas() for line in _told(persona))
    counts = Counter(_WORD.findall(spoken_words(" ".join((*talk, *([told] * _PERSONAS_COUNT))))))
    met = (word for word, times in counts.most_common() if times > 1)
    kept = (word for word in (*met, *common) if _WORD.fullmatch(word) and not word.isdigit())
    return list(dict.fromkeys(kept))[:WORDS]


def sentences(talk: list[str]) -> list[str]:
    """Every way to ask for and to tell a fact, and as many sentences of the conversations as are wanted, by chance."""
    own = sorted({line.lower() for persona in load_personas() for line in _told(persona)})
    parts = {part.strip().lower() for text in talk for part in _PARTS.split(text)}
    others = sorted(part for part in parts if 3 <= len(part.split()) <= 18)
    drawn = np.random.default_rng(1).permutation(len(others))[: SENTENCES - len(own)]
    return own + [others[place] for place in sorted(drawn)]


def write(words: list[str], points: Array) -> None:
    """The table as it is shipped: whole numbers of a byte."""
    scaled = np.round(points * (_SPREAD / np.sqrt((points**2).mean())))
    text = np.frombuffer("\n".join(words).encode(), np.uint8)
    np.savez_compressed(TABLE, words=text, points=np.clip(scaled, -127, 127).astype(np.int8))
    print(json.dumps({"words": len(words), "bytes": TABLE.stat().st_size}))


def _told(persona: Persona) -> Iterator[str]:
    for fact in persona.facts:
        yield from (fact.question, fact.text, *fact.lines, *fact.guarded)


def _known(sentence: str, places: dict[str, int]) -> list[int]:
    words = _WORD.findall(spoken_words(sentence))
    return [places[one] for word in words if (one := word if word in places else word.partition("'")[0]) in places]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
