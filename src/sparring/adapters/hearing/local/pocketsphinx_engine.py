"""pocketsphinx, the last resort: small and everywhere, but wrong in every third word of people's speech.

It holds the interpreter's lock while it decodes (up to 200 ms at a time), so it must never run in the parent.
"""

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np

from sparring.adapters.hearing.local.engine import NotWanted
from sparring.adapters.hearing.local.log_mel import RATE_HZ, Samples
from sparring.adapters.hearing.local.voice_activity import VOICE_MS, voiced_ms
from sparring.errors import HearingFailed
from sparring.ports import Heard, Progress
from sparring.transcript import Word

WORD_CERTAINTY: Final = 0.45
"""Of every word: nothing it hears is quoted as evidence. Its own posterior is 1.0 even for wrong words, and on people's
recordings 35% of them were wrong."""

_FRAME_MS: Final = 10
_FILLER = re.compile(r"[<\[+].*")  # <s>, <sil>, [NOISE]
_VARIANT = re.compile(r"\(\d+\)$")  # the(2)


def open_engine(name: str, cache_dir: Path, progress: Progress) -> "PocketsphinxEngine":
    """Load the decoder with the American English model of its own package. Raises: HearingFailed."""
    del name, cache_dir
    progress(0.3, "Loading the recogniser")
    try:
        from pocketsphinx import Decoder  # noqa: PLC0415 -- missing on platforms without a wheel

        # without the second pass: 190-230 ms instead of 590-740 for a sentence, and no more errors
        return PocketsphinxEngine(Decoder(samprate=RATE_HZ, loglevel="FATAL", fwdflat=False))
    except (ImportError, RuntimeError):
        raise HearingFailed("pocketsphinx cannot be loaded: install the package pocketsphinx.") from None


class PocketsphinxEngine:
    """See `Engine`. Hints are ignored: the decoder knows the words of its dictionary.

    Args:
        decoder: a `pocketsphinx.Decoder`.
    """

    at_once = 1

    def __init__(self, decoder: Any) -> None:
        self._decoder = decoder

    def hear(self, samples: Samples, *, hint: str, words: bool, wanted: Callable[[], bool]) -> Heard:
        """Lower-case words without punctuation."""
        del hint
        if not wanted():
            raise NotWanted
        began_s = time.perf_counter()
        heard = self._words(samples) if len(samples) else ()
        return Heard(
            text=" ".join(word.text for word in heard),
            confidence=WORD_CERTAINTY if heard else 0.0,
            unsure=not heard and voiced_ms(samples) >= VOICE_MS,
            words=heard if words else (),
            decode_ms=(time.perf_counter() - began_s) * 1000,
        )

    def work_ms(self) -> float:
        """Three times what a second of noise takes; noise is its slowest case."""
        noise = np.random.default_rng(0).normal(0, 0.01, RATE_HZ).astype(np.float32)
        began_s = time.process_time()
        self._words(noise)
        return (time.process_time() - began_s) * 3000

    def _words(self, samples: Samples) -> tuple[Word, ...]:
        decoder = self._decoder
        decoder.start_utt()
        decoder.process_raw((samples * 32767).astype(np.int16).tobytes(), full_utt=True)
        decoder.end_utt()
        return tuple(
            Word(
                text=_VARIANT.sub("", segment.word),
                start_ms=segment.start_frame * _FRAME_MS,
                probability=WORD_CERTAINTY,
            )
            for segment in decoder.seg() or ()
            if not _FILLER.fullmatch(segment.word)
        )
