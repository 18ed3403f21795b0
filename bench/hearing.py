"""The rep's words as calls hear them: how many are wrong, how soon they are there, whether names come out right.

    python -m bench.hearing [--json] [--engine whisper-base ...] [--data FOLDER] [VOICE ...]

The rep is played by Sparring's own voices, so this says nothing about accents, telephones or people. Every stretch has
what the ear sends: 300 ms before the first sound, 60 ms after the last. Latency is from asking to the text, as the call
sees it, on clips cut to length; on a machine that does other work it is that machine's figure.
"""

import argparse
import asyncio
import json
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.signal import resample_poly
from tools.voice_lab.word_errors import count_errors, normal_form

from sparring.adapters.hearing import open_recogniser
from sparring.adapters.hearing.local.engine import ENGINE_MODULES
from sparring.adapters.hearing.local.log_mel import RATE_HZ, Samples
from sparring.adapters.voice import open_synthesiser
from sparring.ports import Recogniser, Synthesiser

DATA = Path(__file__).parent / "data"
SENTENCES = (DATA / "sentences.txt").read_text().splitlines()
NAMES = tuple(line.split("|") for line in (DATA / "names.txt").read_text().splitlines())
BEFORE_S, AFTER_S = 0.3, 0.06
LENGTHS_S = (1, 2, 3, 5, 7, 10)
CLIPS_A_LENGTH = 12
CALLS_AT_ONCE = 3
NAMES_IN_A_CALL = 4
ROOM_LEVEL = 0.0005  # a quiet room, as a share of full scale

Pcm = bytes


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Of one voice."""

    words: int
    wrong: int
    wer_percent: float
    sentences: int
    unsure: int


@dataclass(frozen=True, slots=True)
class Spread:
    """Of one set of latencies, in ms."""

    count: int
    p50_ms: float
    p95_ms: float
    least_ms: float
    most_ms: float


async def said(synthesiser: Synthesiser, text: str, voice_id: str) -> Samples:
    """The line in one voice, float32 at 16 kHz, without silence at either end."""
    pcm = b"".join([block async for block in synthesiser.speak(text, voice_id=voice_id)])
    sound = resample_poly(np.frombuffer(pcm, np.int16).astype(np.float32) / 32768, RATE_HZ, synthesiser.sample_rate_hz)
    loud = np.flatnonzero(np.abs(sound) > 0.01)
    return np.asarray(sound[loud[0] : loud[-1] + 1], np.float32)


def as_the_ear_sends(sound: Samples) -> Pcm:
    """With quiet before and after, in a quiet room, as 16-bit samples."""
    before, after = np.zeros(int(BEFORE_S * RATE_HZ)), np.zeros(int(AFTER_S * RATE_HZ))
    whole = np.concatenate([before, sound, after])
    room = np.random.default_rng(len(whole)).normal(0, ROOM_LEVEL, len(whole))
    return bytes((np.clip(whole + room, -1, 1) * 32767).astype(np.int16).tobytes())


async def accuracy(recogniser: Recogniser, spoken: dict[str, list[Pcm]]) -> dict[str, Accuracy]:
    """Word errors of every voice over the same sentences."""
    found = {}
    for voice, clips in spoken.items():
        heard = [await recogniser.recognise(clip).result() for clip in clips]
        errors = [count_errors(sentence, one.text) for sentence, one in zip(SENTENCES, heard, strict=True)]
        wrong, words = sum(one.wrong for one in errors), sum(one.words for one in errors)
        unsure = sum(one.unsure for one in heard)
        found[voice] = Accuracy(words, wrong, round(100 * wrong / words, 1), len(heard), unsure)
    return found


async def names_right(recogniser: Recogniser, clips: Sequence[Pcm], *, hinted: bool) -> int:
    """Names that come out letter by letter; the hint holds the right one and others, as a call's does."""
    right = 0
    for index, (clip, (_, name)) in enumerate(zip(clips, NAMES, strict=True)):
        others = [NAMES[(index + step) % len(NAMES)][1] for step in range(1, NAMES_IN_A_CALL)]
        hint = ", ".join([*others[:2], name, *others[2:]]) if hinted else ""
        heard = normal_form((await recogniser.recognise(clip, hint=hint).result()).text)
        right += set(normal_form(name)) <= {word.removesuffix("'s") for word in heard}
    return right


async def latencies(recogniser: Recogniser, speech: Samples) -> dict[str, Spread]:
    """By length of the stretch, one call alone; then several calls at once."""
    found = {}
    for seconds in LENGTHS_S:
        size = seconds * RATE_HZ
        starts = np.linspace(0, len(speech) - size, CLIPS_A_LENGTH).astype(int)
        clips = [as_the_ear_sends(speech[start : start + size]) for start in starts]
        found[f"{seconds} s"] = _spread([await _text_ms(recogniser, clip) for clip in clips])
        if seconds == 3:
            found[f"3 s, {CALLS_AT_ONCE} calls at once"] = await _together(recogniser, clips)
            found["3 s, with word times"] = _spread([await _text_ms(recogniser, clip, words=True) for clip in clips])
    return found


async def _together(recogniser: Recogniser, clips: Sequence[Pcm]) -> Spread:
    times: list[float] = []
    for first in range(0, len(clips), CALLS_AT_ONCE):
        calls = (_text_ms(recogniser, clip) for clip in clips[first : first + CALLS_AT_ONCE])
        times += await asyncio.gather(*calls)
    return _spread(times)


async def _text_ms(recogniser: Recogniser, clip: Pcm, *, words: bool = False) -> float:
    began_s = time.perf_counter()
    await recogniser.recognise(clip, words=words).result()
    return (time.perf_counter() - began_s) * 1000


def _spread(times_ms: Sequence[float]) -> Spread:
    ordered = sorted(times_ms)
    p95_ms = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    figures = (statistics.median(ordered), p95_ms, ordered[0], ordered[-1])
    return Spread(len(ordered), *(round(figure) for figure in figures))


async def speak_everything(cache_dir: Path, wanted: Sequence[str]) -> tuple[dict[str, list[Samples]], list[Pcm]]:
    """Every sentence in every voice, and the sentences with names in all voices by turns."""
    synthesiser, _ = await open_synthesiser(cache_dir, wanted=None, progress=_quiet)
    try:
        voices = list(wanted) or [card.id for card in synthesiser.voices()]
        spoken = {voice: [await said(synthesiser, line, voice) for line in SENTENCES] for voice in voices}
        names = [
            as_the_ear_sends(await said(synthesiser, carrier.format(name), voices[index % len(voices)]))
            for index, (carrier, name) in enumerate(NAMES)
        ]
    finally:
        await synthesiser.close()
    return spoken, names


async def measure(cache_dir: Path, engine: str | None, spoken: Any, names: Sequence[Pcm]) -> dict[str, Any]:
    """Everything about one engine."""
    recogniser, why = await open_recogniser(cache_dir, wanted=engine, progress=_quiet)
    try:
        clips = {voice: [as_the_ear_sends(sound) for sound in sounds] for voice, sounds in spoken.items()}
        found = await accuracy(recogniser, clips)
        speech = np.concatenate(next(iter(spoken.values())))
        return {
            "engine": recogniser.name,
            "why": why,
            "work_ms": round(recogniser.work_ms),
            "accuracy": {voice: asdict(one) for voice, one in found.items()},
            "wer_percent": round(100 * sum(a.wrong for a in found.values()) / sum(a.words for a in found.values()), 1),
            "names": {
                "count": len(names),
                "right_without_hint": await names_right(recogniser, names, hinted=False),
                "right_with_hint": await names_right(recogniser, names, hinted=True),
            },
            "latency": {length: asdict(one) for length, one in (await latencies(recogniser, speech)).items()},
        }
    finally:
        await recogniser.close()


def show(result: dict[str, Any]) -> None:
    """For people."""
    print(f"\n{result['engine']}: {result['why']}")
    wers = [one["wer_percent"] for one in result["accuracy"].values()]
    print(
        f"  wrong words {result['wer_percent']}% (voices {min(wers)}-{max(wers)}%, median {statistics.median(wers)}%)"
    )
    names = result["names"]
    print(f"  names right {names['right_without_hint']} of {names['count']}, hinted {names['right_with_hint']}")
    for voice, one in result["accuracy"].items():
        print(f"  {voice:24} {one['wer_percent']:5.1f}% of {one['words']} words, {one['unsure']} turns in doubt")
    for length, one in result["latency"].items():
        range_ms = f"{one['least_ms']}-{one['most_ms']}"
        print(f"  {length:24} p50 {one['p50_ms']:5} ms, p95 {one['p95_ms']:5} ms, range {range_ms}, n {one['count']}")


def _quiet(_share: float, _sentence: str) -> None:
    """Progress is for people who wait."""


async def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Hearing: words wrong, names right, latency.")
    parser.add_argument("voices", nargs="*", help="voices that play the rep; all when left out")
    parser.add_argument("--engine", action="append", choices=[*ENGINE_MODULES, "auto"], help="may be given repeatedly")
    parser.add_argument("--data", type=Path, default=Path("data/models"), help="where weights are kept")
    parser.add_argument("--json", action="store_true", help="print JSON only")
    options = parser.parse_args(arguments)
    spoken, names = await speak_everything(options.data, options.voices)
    results = [await measure(options.data, engine, spoken, names) for engine in options.engine or ["auto"]]
    if options.json:
        print(json.dumps(results, indent=2))
    else:
        for result in results:
            show(result)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
