"""Whisper in a window as short as the turn: text, confidence and word times for one stretch of sound.

Encoding 30 s, as Whisper was trained, takes 3-4 times as long as encoding the turn and a second of silence. What the
short window breaks is caught by `guards.py`.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Final

import numpy as np

from sparring.adapters.catalogue import load_catalogue, weights_folder
from sparring.adapters.hearing.local.chunking import joined, pieces
from sparring.adapters.hearing.local.engine import NotWanted
from sparring.adapters.hearing.local.guards import believable, second_copy_at, spoken_part, words_believable, words_of
from sparring.adapters.hearing.local.log_mel import RATE_HZ, Samples
from sparring.adapters.hearing.local.voice_activity import VOICE_MS, speech_span_s, voiced_ms
from sparring.adapters.hearing.local.whisper_model import MOST_TOKENS, Encoded, TimedToken, WhisperModel
from sparring.errors import HearingFailed
from sparring.ports import Heard, Progress
from sparring.transcript import Word

MODELS: Final = {"whisper-base": "whisper_base", "whisper-tiny": "whisper_tiny_en"}
"""Catalogue ids of the weights."""

PAD_S: Final = {"whisper-base": 1.0, "whisper-tiny": 1.5}
"""Silence the encoder sees after the sound. Over 92 turns base hears as well and as fast with 0.6 and 1.5 (WER 1.8%);
tiny.en restarts more often the shorter it is (WER 1.7% with 1.5, 2.2% with 1.0)."""

AT_ONCE: Final = 2  # a stale guess must not hold up the one that counts, nor one call another

SHORTEST_WINDOW_S: Final = 3.0
"""Of 144 turns of one to four words 116 came out right in it, 91 in turn + 1 s, which was slower too (restarts)."""

_TOKENS_PER_S = (5, 10)  # enough for all but the fastest turns, so that a restart costs little; then for anybody
_TOKENS_MORE = 6
_MEASURED_S, _MEASURED_TOKENS = 3, 14
_WORD_CHARACTERS = 80


def open_engine(name: str, cache_dir: Path, progress: Progress) -> "WhisperEngine":
    """Check the weights, load them, decode once. Raises: HearingFailed."""
    progress(0.05, "Checking the recogniser's weights")
    folder = weights_folder(load_catalogue().model(MODELS[name]), cache_dir, failed=HearingFailed)
    progress(0.4, "Loading the recogniser")
    # one thread: on two cores two took 190 ms where one took 150
    return WhisperEngine(WhisperModel(folder, at_once=AT_ONCE, threads=1), pad_s=PAD_S[name])


@dataclass(frozen=True, slots=True)
class _Decoded:
    """Text tokens of one stretch, each thing said once, and whether to believe them."""

    tokens: list[int]
    log_probability: float
    no_speech_probability: float
    finished: bool  # it came to an end by itself, or to where speech ends

    @property
    def believable(self) -> bool:
        """By the score of the whole."""
        return believable(self.log_probability, self.no_speech_probability)


class WhisperEngine:
    """See `Engine`.

    Args:
        model: loaded.
        pad_s: seconds of silence the encoder sees after the sound.
    """

    at_once = AT_ONCE

    def __init__(self, model: WhisperModel, *, pad_s: float) -> None:
        self._model, self._pad_s = model, pad_s

    def hear(self, samples: Samples, *, hint: str, words: bool, wanted: Callable[[], bool]) -> Heard:
        """More than a window of 30 s is taken in pieces."""
        began_s = time.perf_counter()
        parts = [(self._hear(piece, hint, wanted, words=words), len(piece) / RATE_HZ) for piece in pieces(samples)]
        return joined(parts, decode_ms=(time.perf_counter() - began_s) * 1000)

    def work_ms(self) -> float:
        """Least of three, in processor time: what else the machine does right now is left out."""
        silence = np.zeros(_MEASURED_S * RATE_HZ, np.float32)
        return min(self._work_ms(silence) for _ in range(3))

    def _work_ms(self, samples: Samples) -> float:
        began_s = time.process_time()
        encoded = self._encode(samples)
        self._model.write(encoded, hint="", most_tokens=_MEASURED_TOKENS, begun=[0] * _MEASURED_TOKENS)
        return (time.process_time() - began_s) * 1000

    def _encode(self, samples: Samples) -> Encoded:
        length_s = len(samples) / RATE_HZ
        return self._model.encode(samples, pad_s=max(self._pad_s, SHORTEST_WINDOW_S - length_s))

    def _hear(self, samples: Samples, hint: str, wanted: Callable[[], bool], *, words: bool) -> Heard:
        _go_on(wanted)
        encoded = self._encode(samples)
        _go_on(wanted)
        decoded = self._decode(encoded, hint, samples)
        text = self._model.text(decoded.tokens)
        timed = self._model.times(encoded, decoded.tokens) if text and (words or not decoded.believable) else []
        sure = decoded.finished and text != "" and (decoded.believable or _credible(timed, decoded))
        if not sure and voiced_ms(samples) < VOICE_MS:
            return Heard(text="", confidence=0.0, unsure=False, words=(), decode_ms=0.0)
        said = _words(timed)
        certainty = sum(word.probability for word in said) / len(said) if said else exp(decoded.log_probability)
        return Heard(
            text=text,
            confidence=min(1.0, certainty),
            unsure=not sure,
            words=said if words else (),
            decode_ms=0.0,
        )

    def _decode(self, encoded: Encoded, hint: str, samples: Samples) -> _Decoded:
        """A turn that fills the first limit is written again with the second one."""
        span_s, seconds = speech_span_s(samples), len(samples) / RATE_HZ
        for per_s in _TOKENS_PER_S:
            most_tokens = min(MOST_TOKENS, round(per_s * seconds) + _TOKENS_MORE)
            decoded = self._attempt(encoded, hint, most_tokens, span_s)
            if decoded.finished:
                break
        return decoded

    def _attempt(self, encoded: Encoded, hint: str, most_tokens: int, span_s: tuple[float, float]) -> _Decoded:
        begin_s, end_s = span_s
        written = self._model.write(encoded, hint=hint, most_tokens=most_tokens)
        tokens, ended = spoken_part(written.tokens, first_timestamp=self._model.first_timestamp, end_s=end_s)
        second_copy = second_copy_at(self._model.text(tokens), speech_s=end_s - begin_s)
        return _Decoded(
            tokens if second_copy is None else self._first_words(tokens, second_copy),
            written.log_probability,
            written.no_speech_probability,
            finished=ended or written.complete or second_copy is not None,
        )

    def _first_words(self, tokens: list[int], count: int) -> list[int]:
        """The tokens of the first `count` words, with the punctuation that follows them."""
        for end in range(len(tokens)):
            if len(words_of(self._model.text(tokens[: end + 1]))) > count:
                return tokens[:end]
        return tokens


def _credible(tokens: list[TimedToken], decoded: _Decoded) -> bool:
    return words_believable([token.probability for token in tokens], decoded.no_speech_probability)


def _go_on(wanted: Callable[[], bool]) -> None:
    if not wanted():
        raise NotWanted


def _words(tokens: list[TimedToken]) -> tuple[Word, ...]:
    """Tokens that continue a word are joined to it; a word is as sure as its least sure token."""
    words: list[TimedToken] = []
    for token in tokens:
        if words and not token.text.startswith(" "):
            last = words.pop()
            words.append(TimedToken(last.text + token.text, last.start_ms, min(last.probability, token.probability)))
        else:
            words.append(token)
    return tuple(
        Word(text=word.text.strip()[:_WORD_CHARACTERS], start_ms=word.start_ms, probability=min(1.0, word.probability))
        for word in words
        if word.text.strip()
    )
