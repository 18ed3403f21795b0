"""Whisper's three steps through CTranslate2: sound to encoding, encoding to tokens, tokens to their times."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any, Final

import ctranslate2
import numpy as np
from tokenizers import Tokenizer

from sparring.adapters.hearing.local.log_mel import FRAMES_PER_S, HOP, RATE_HZ, Samples, log_mel

WINDOW_S: Final = 30
HINT_TOKENS: Final = 100
MOST_TOKENS: Final = 224
"""Half of Whisper's context: its own limit for one window."""

_ROUND_S = 0.1  # windows grow in steps
_ALIGNMENT_MS = 20
_CONTEXT = 448


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder made of one window; `frames` counts its 10 ms, padding included."""

    memory: Any
    frames: int


@dataclass(frozen=True, slots=True)
class Written:
    """Text and timestamp tokens of one decode, with the scores to judge them by."""

    tokens: list[int]
    log_probability: float  # mean over the tokens
    no_speech_probability: float
    complete: bool  # False: there was more to write


@dataclass(frozen=True, slots=True)
class TimedToken:
    """One text token, when it began, and how sure the model is of it."""

    text: str
    start_ms: int
    probability: float


class WhisperModel:
    """One loaded model; every method may run in several threads at once.

    Args:
        folder: the model's files.
        at_once: windows worked on at the same time.
        threads: processor threads for each.
    """

    def __init__(self, folder: Path, *, at_once: int, threads: int) -> None:
        self._model = ctranslate2.models.Whisper(
            str(folder), device="cpu", compute_type="int8", inter_threads=at_once, intra_threads=threads
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        language = ["<|en|>", "<|transcribe|>"] if self._model.is_multilingual else []
        self._start = [self._id(token) for token in ("<|startoftranscript|>", *language)]
        self._previous = self._id("<|startofprev|>")
        self.first_timestamp = self._id("<|notimestamps|>") + 1

    def encode(self, samples: Samples, *, pad_s: float) -> Encoded:
        """float32[n] at 16 kHz, at most 30 s, followed by `pad_s` of silence."""
        window_s = min(WINDOW_S, ceil((len(samples) / RATE_HZ + pad_s) / _ROUND_S) * _ROUND_S)
        window = np.zeros(round(window_s * FRAMES_PER_S) * HOP, np.float32)
        window[: len(samples)] = samples
        mel = np.ascontiguousarray(log_mel(window)[None])
        return Encoded(self._model.encode(ctranslate2.StorageView.from_array(mel)), mel.shape[2])

    def write(self, encoded: Encoded, *, hint: str, most_tokens: int, begun: Sequence[int] = ()) -> Written:
        """Greedy decode of at most `most_tokens`, beginning with `begun`; `hint` counts as what was said before."""
        prompt = [*self._hint(hint), *self._start, self.first_timestamp, *begun]
        result = self._model.generate(
            encoded.memory,
            [prompt],
            beam_size=1,
            max_length=_max_length(most_tokens, len(prompt)),
            return_scores=True,
            return_no_speech_prob=True,
        )[0]
        tokens = result.sequences_ids[0]
        return Written(tokens, result.scores[0], result.no_speech_prob, complete=len(tokens) < most_tokens)

    def times(self, encoded: Encoded, text_tokens: Sequence[int]) -> list[TimedToken]:
        """Where in the window each text token was spoken."""
        found = self._model.align(encoded.memory, self._start, [list(text_tokens)], [encoded.frames])[0]
        starts: dict[int, int] = {}
        for token, step in found.alignments:
            starts.setdefault(token, step * _ALIGNMENT_MS)
        last_ms, timed = 0, []
        for index, (token, probability) in enumerate(zip(text_tokens, found.text_token_probs, strict=True)):
            last_ms = starts.get(index, last_ms)
            timed.append(TimedToken(self._tokenizer.decode([token]), last_ms, float(probability)))
        return timed

    def text(self, text_tokens: Sequence[int]) -> str:
        """Without space at either end."""
        return str(self._tokenizer.decode(list(text_tokens))).strip()

    def _hint(self, hint: str) -> list[int]:
        """Names given twice: of 34 hard ones tiny.en wrote 33 right, given once 30; it costs no time to speak of."""
        if not hint:
            return []
        tokens = self._tokenizer.encode(f" {hint}. {hint}.", add_special_tokens=False).ids
        return [self._previous, *tokens[:HINT_TOKENS]]

    def _id(self, token: str) -> int:
        known = self._tokenizer.token_to_id(token)
        assert known is not None, token
        return int(known)


def _max_length(most_tokens: int, prompt_tokens: int) -> int:
    """CTranslate2 writes no more than half of `max_length`, and no more than the prompt leaves of it.

    The last two tokens of the prompt do not count: one is written again, one is where writing starts.
    """
    return min(_CONTEXT, most_tokens + max(most_tokens, prompt_tokens - 2))
