"""How far a voice of ours moves by itself, and how far it is from the others: what `voice_drift` may go by.

    ./run bench drift [--json] [--texts 12] [--kept FILE]

Every voice says the same lines in every mood; of each line the median pitch and the long-term spectrum are taken as a
call takes them. Then turns are compared with the turns before them as in a call, the same person's for false alarms and
another's for what is found. `--kept` keeps the measured lines, or reads them where the file is there.
"""

import argparse
import asyncio
import json
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean
from typing import Any, Final, get_args

from bench.support.spread import machine, percent, spread_of, told
from bench.voice import FIFTEEN_WORDS

from sparring.adapters.voice import open_synthesiser
from sparring.adapters.voice.pitch import LISTENS_S, median_pitch_hz
from sparring.adapters.voice.timbre import timbre_of
from sparring.call.voice_pitch import LinePitch, Timbre, apart, reach_of
from sparring.ports import Mood, Synthesiser

TURNS: Final = (
    *FIFTEEN_WORDS[:6],
    "Yes, who is this calling, please?",
    "I have to think about that first.",
    "How much would that be a week?",
    "He fell twice, and nobody was there.",
    "That sounds good, but who told you that?",
    "No, we don't need that right now.",
)
BEFORE: Final = (1, 3, 8)  # turns that a new one is compared with; of one alone only the pitch is
CUT_S: Final = 1.2
REACH: Final = reach_of("hibari")
DRAWS: Final = 400  # of each pair of voices
SEED: Final = 7
OWN_DRAWS: Final = 8  # times as many of the same voice twice
FALSE_ALARMS_PERCENT: Final = 1.0
FOUND_PERCENT: Final = 95.0


@dataclass(frozen=True, slots=True)
class Sample:
    """One line as it sounded. `cut`: only its beginning, as when the rep cuts in."""

    voice: str
    mood: str
    text: str
    cut: bool
    pitch_hz: float
    timbre: Timbre | None

    @property
    def line(self) -> LinePitch:
        """As the call knows it."""
        return LinePitch(self.text.split(), self.pitch_hz, self.timbre)


Apart = tuple[float, float | None]
"""Semitones and decibels between a turn and those before it."""


async def samples(texts: int) -> list[Sample]:
    """Every voice, mood and text; a line without enough voice in it is left out, as in a call."""
    voice, _ = await open_synthesiser(Path(), wanted="hibari", progress=lambda *_: None)
    try:
        lines = [(card.id, mood, text) for text in TURNS[:texts] for card in voice.voices() for mood in get_args(Mood)]
        heard = [await _heard(voice, *line) for line in lines]
    finally:
        await voice.close()
    return [one for both in heard for one in both]


async def _heard(voice: Synthesiser, voice_id: str, mood: Mood, text: str) -> list[Sample]:
    """Whole, and cut off."""
    async with aclosing(voice.speak(text, voice_id=voice_id, mood=mood)) as blocks:
        pcm = b"".join([block async for block in blocks])
    found = []
    for cut, seconds in ((False, LISTENS_S), (True, CUT_S)):
        part, rate_hz = pcm[: round(seconds * voice.sample_rate_hz) * 2], voice.sample_rate_hz
        pitch_hz, timbre = median_pitch_hz(part, rate_hz), timbre_of(part, rate_hz)
        if pitch_hz is not None:
            found.append(Sample(voice_id, mood, text, cut, pitch_hz, timbre))
    return found


def drawn(
    by_voice: Mapping[str, Sequence[Sample]], before: int, *, draws: int = DRAWS, cut: bool = False
) -> dict[tuple[str, str], list[Apart]]:
    """For each pair who spoke before and who speaks now, the same person's among them; no text comes twice."""
    luck = random.Random(SEED)
    return {
        (one, other): [
            _one_draw(by_voice[one], [turn for turn in by_voice[other] if turn.cut is cut], before, luck)
            for _ in range(draws * (OWN_DRAWS if one == other else 1))
        ]
        for one in by_voice
        for other in by_voice
    }


def _one_draw(earlier: Sequence[Sample], now: Sequence[Sample], before: int, luck: random.Random) -> Apart:
    turn = luck.choice(now)
    others = [one for one in earlier if one.text != turn.text and not one.cut]
    return apart(turn.line, [one.line for one in luck.sample(others, before)])


def figures(heard: Sequence[Sample], *, draws: int = DRAWS) -> dict[str, Any]:
    """Everything, at the thresholds that the call has."""
    by_voice: dict[str, list[Sample]] = defaultdict(list)
    for one in heard:
        by_voice[one.voice].append(one)
    found: dict[str, Any] = {
        f"pitch of {name}, Hz": spread_of(one.pitch_hz for one in of) for name, of in by_voice.items()
    }
    for before in BEFORE:
        found |= {f"after {before}: {name}": value for name, value in _at(drawn(by_voice, before, draws=draws)).items()}
    short = _own(drawn(by_voice, BEFORE[-1], draws=draws, cut=True))
    return found | {
        "cut off: own semitones": spread_of((semitones for semitones, _ in short), 2),
        "cut off: false alarms, %": _share(short, drifts),
    }


def _at(draws: Mapping[tuple[str, str], Sequence[Apart]]) -> dict[str, Any]:
    own, pairs = _own(draws), {f"{a} > {b}": of for (a, b), of in draws.items() if a != b}
    by_pitch = {name: _share(of, _pitch_drifts) for name, of in pairs.items()}
    by_both = {name: _share(of, drifts) for name, of in pairs.items()}
    return {
        "own semitones": spread_of((semitones for semitones, _ in own), 2),
        "own decibels": spread_of((decibels for _, decibels in own), 2),
        "false alarms, %": _share(own, drifts),
        "found by pitch alone, %": round(fmean(by_pitch.values()), 1),
        "found, %": round(fmean(by_both.values()), 1),
        "pairs that pitch alone does not tell": [name for name, share in by_pitch.items() if share < FOUND_PERCENT],
        "pairs told less often than the target": {
            name: share for name, share in by_both.items() if share < FOUND_PERCENT
        },
    }


def _own(draws: Mapping[tuple[str, str], Sequence[Apart]]) -> list[Apart]:
    return [one for (a, b), of in draws.items() if a == b for one in of]


def drifts(one: Apart) -> bool:
    """As the call decides."""
    return not REACH.holds(*one)


def _pitch_drifts(one: Apart) -> bool:
    return not REACH.holds(one[0], None)


def _share(of: Sequence[Apart], holds: Callable[[Apart], bool]) -> float:
    return percent(sum(map(holds, of)), len(of), 2) or 0.0


def missed(found: Mapping[str, Any]) -> list[str]:
    """Targets that were not met, wherever enough turns came before."""
    lacking = []
    for before in BEFORE[1:]:
        if found[f"after {before}: false alarms, %"] >= FALSE_ALARMS_PERCENT:
            lacking.append(f"false alarms below {FALSE_ALARMS_PERCENT:g}% after {before}")
        if found[f"after {before}: found, %"] <= FOUND_PERCENT:
            lacking.append(f"more than {FOUND_PERCENT:g}% found after {before}")
    return lacking


def main(arguments: list[str]) -> int:
    """Returns: exit status 1 when a target is missed."""
    parser = argparse.ArgumentParser(prog="./run bench drift")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--texts", type=int, default=len(TURNS))
    parser.add_argument("--kept", type=Path)
    given = parser.parse_args(arguments)
    if given.kept is not None and given.kept.is_file():
        heard = [
            Sample(**one | {"timbre": one["timbre"] and tuple(one["timbre"])})
            for one in json.loads(given.kept.read_text())
        ]
    else:
        heard = asyncio.run(samples(given.texts))
        if given.kept is not None:
            given.kept.write_text(json.dumps([asdict(one) for one in heard]))
    found = figures(heard)
    lacking = missed(found)
    print(told(found | {"machine": machine(), "missed": lacking}, as_json=given.json))
    return int(bool(lacking))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
