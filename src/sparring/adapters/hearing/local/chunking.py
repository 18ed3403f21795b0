"""Stretches too long for one window, cut where they are quietest, and put together again."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from sparring.adapters.hearing.local.log_mel import RATE_HZ, Samples
from sparring.ports import Heard
from sparring.transcript import Word

LONGEST_S: Final = 28  # of the 30 s that Whisper can look at, with room for silence
_EARLIEST_S = 20
_STEP = RATE_HZ // 50


def pieces(samples: Samples) -> Iterator[Samples]:
    """The samples in order, none longer than `LONGEST_S`."""
    while len(samples) > LONGEST_S * RATE_HZ:
        cut = _quietest(samples[_EARLIEST_S * RATE_HZ : LONGEST_S * RATE_HZ]) + _EARLIEST_S * RATE_HZ
        yield samples[:cut]
        samples = samples[cut:]
    yield samples


def joined(parts: Sequence[tuple[Heard, float]], *, decode_ms: float) -> Heard:
    """One result of consecutive parts, each with its length in seconds; doubt in one is doubt in the whole."""
    said = [heard for heard, _ in parts if heard.text]
    words: list[Word] = []
    offset_ms = 0.0
    for heard, length_s in parts:
        words += [word.model_copy(update={"start_ms": word.start_ms + round(offset_ms)}) for word in heard.words]
        offset_ms += length_s * 1000
    return Heard(
        text=" ".join(heard.text for heard in said),
        confidence=min((heard.confidence for heard in said), default=0.0),
        unsure=any(heard.unsure for heard, _ in parts),
        words=tuple(words),
        decode_ms=decode_ms,
    )


def _quietest(samples: Samples) -> int:
    """Index of the middle of the quietest 20 ms."""
    steps = samples[: len(samples) // _STEP * _STEP].reshape(-1, _STEP)
    return int(np.argmin(np.mean(steps * steps, axis=1))) * _STEP + _STEP // 2
