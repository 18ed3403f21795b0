"""Turn taking: how often a pause within a turn is taken for its end, and how long the rep waits at the real end.

    python -m bench.turns [--json] [--text-after-ms N] [VOICE ...]

Recordings of Sparring's own voices, with pauses of known length between the parts of `data/turns.txt`, run through the
ear of a call (detector, recogniser, endpointing) and through the same detector with a fixed silence, on the same
samples. Each part is spoken for itself, so its melody falls at the pause: harder than people make it. Nobody's ears and
no recordings of reps were available.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from bench.hearing import ROOM_LEVEL, said
from bench.support.sound_time import EAR, STEP_MS, listening
from bench.support.spread import Spread, machine, percent, plain, spread_of
from livekit.agents import inference, vad

from sparring.adapters.hearing import open_recogniser
from sparring.adapters.hearing.local.log_mel import Samples
from sparring.adapters.voice import open_synthesiser
from sparring.call.exchange import REACTS_AFTER_MS
from sparring.call.turn_taking.turn import SENSITIVITY
from sparring.ports import MIC_RATE_HZ, Recogniser, Synthesiser

SCRIPTS = tuple(
    tuple(line.split("|")) for line in (Path(__file__).parent / "data" / "turns.txt").read_text().splitlines()
)
VOICES = ("michael", "nora", "victor")
PAUSES_MS = (200, 300, 400, 500, 700, 900)
FIXED_MS = (250, 400, 500, 700, 900)
AGAINST_MS = 250
SOUNDS_AFTER_MS = 80  # from the close of a turn to the answer's first sound (`bench.latency`, medians of its stages)
BEFORE_MS, AFTER_MS = 600, 3_000
SAMPLES_PER_MS = MIC_RATE_HZ // 1000


@dataclass(frozen=True, slots=True)
class Recording:
    """One turn of the rep: where its pause is, where it ends, in ms from the start of its sound."""

    kind: str
    pcm_16khz: bytes
    pause_ms: int  # 0: none
    pause_from_ms: int
    end_ms: int
    start_ms: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one way of closing turns made of one recording."""

    kind: str
    pause_ms: int
    cut_off: bool  # closed before the end
    joined: bool  # and gone on with in time for the buyer to forget the answer and hear both parts as one
    waited_ms: int | None  # from the last sound to the close; None: never closed
    understood: str = ""  # what was understood at the close that came too soon; of the ear alone


def recorded(kind: str, parts: Sequence[Samples], pause_ms: int) -> Recording:
    """The parts with the pause between them, quiet before and after, in a quiet room."""
    quiet_ms = [BEFORE_MS, *[pause_ms] * (len(parts) - 1), AFTER_MS]
    pieces: list[Samples] = [_quiet(quiet_ms[0])]
    for part, after_ms in zip(parts, quiet_ms[1:], strict=True):
        pieces += [part, _quiet(after_ms)]
    sound = np.concatenate(pieces)
    end_ms = (len(sound) // SAMPLES_PER_MS) - AFTER_MS
    noisy = sound + np.random.default_rng(len(sound)).normal(0, ROOM_LEVEL, len(sound))
    pcm = (np.clip(noisy, -1, 1) * 32767).astype(np.int16).tobytes()
    first_ms = BEFORE_MS + len(parts[0]) // SAMPLES_PER_MS
    several = len(parts) > 1
    return Recording(kind, pcm, pause_ms if several else 0, first_ms if several else end_ms, end_ms, BEFORE_MS)


def _quiet(milliseconds: int) -> Samples:
    return np.zeros(milliseconds * SAMPLES_PER_MS, np.float32)


def outcome(recording: Recording, closed_ms: Sequence[int], understood: Sequence[str] = ()) -> Outcome:
    """From the moments, in ms from the start of the recording, at which turns were closed, and the texts by then."""
    early = [at_ms for at_ms in closed_ms if recording.start_ms < at_ms <= recording.end_ms]
    late = [at_ms - recording.end_ms for at_ms in closed_ms if at_ms > recording.end_ms]
    text = understood[0] if early and understood else ""
    goes_on_ms = recording.pause_from_ms + recording.pause_ms
    joined = bool(early) and goes_on_ms <= early[0] + SOUNDS_AFTER_MS + REACTS_AFTER_MS
    return Outcome(recording.kind, recording.pause_ms, bool(early), joined, late[0] if late else None, text)


def figures(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Of one way of closing turns, over every recording."""
    paused = [one for one in outcomes if one.pause_ms]
    kinds = dict.fromkeys(one.kind for one in paused)
    return {
        "pauses": len(paused),
        "cut_off": sum(one.cut_off for one in paused),
        "of_these_joined": sum(one.joined for one in paused),
        "cut_off_percent": _cut_percent(paused),
        "cut_off_percent_by_kind": {kind: _cut_percent([o for o in paused if o.kind == kind]) for kind in kinds},
        "cut_off_percent_by_pause_ms": {ms: _cut_percent([o for o in paused if o.pause_ms == ms]) for ms in PAUSES_MS},
        "cut_off_without_a_pause": sum(one.cut_off for one in outcomes if not one.pause_ms),
        "waited_ms": spread_of((one.waited_ms for one in outcomes), digits=0),
        "never_closed": sum(one.waited_ms is None for one in outcomes),
        "understood_at_cut_offs": [f"{one.pause_ms} ms: {one.understood}" for one in outcomes if one.understood],
    }


def _cut_percent(outcomes: Sequence[Outcome]) -> float | None:
    return percent(sum(one.cut_off for one in outcomes), len(outcomes))


def compared(found: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The ear against the fixed silence, and against the one that cuts off as rarely as the ear."""
    ear, fixed = found[EAR], found[fixed_name(AGAINST_MS)]
    as_patient = next(
        (ms for ms in FIXED_MS if found[fixed_name(ms)]["cut_off"] <= ear["cut_off"]),
        None,
    )
    compared_to: dict[str, Any] = {
        "cut_offs": _ratio(ear["cut_off"], fixed["cut_off"]),
        "wait_p50": _ratio(_median(ear), _median(fixed)),
        "fixed_ms_that_cuts_off_as_rarely": as_patient,
    }
    if as_patient is not None:
        compared_to["wait_p50_against_it"] = _ratio(_median(ear), _median(found[fixed_name(as_patient)]))
    return compared_to


def _median(figures_of_one: dict[str, Any]) -> float:
    waited: Spread = figures_of_one["waited_ms"]
    return waited.p50


def _ratio(ours: float, theirs: float) -> float | None:
    return round(ours / theirs, 2) if theirs else None


def fixed_name(milliseconds: int) -> str:
    """How a fixed silence is called in the figures."""
    return f"fixed {milliseconds} ms"


async def record(synthesiser: Synthesiser, voice: str, shift: int) -> list[Recording]:
    """Every script in one voice; `shift` deals the pauses so that no kind keeps one length."""
    made = []
    for number, (kind, *texts) in enumerate(SCRIPTS):
        parts = [await said(synthesiser, text, voice) for text in texts]
        made.append(recorded(kind, parts, PAUSES_MS[(number + shift) % len(PAUSES_MS)]))
    return made


async def play(
    recogniser: Recogniser, recordings: Sequence[Recording], text_after_ms: float | None
) -> tuple[dict[str, list[Outcome]], list[float]]:
    """One rep's recordings, as the turns of one call; outcomes by way of closing, and the recogniser's work in ms."""
    beside = {fixed_name(ms): lambda ms=ms: _fixed(ms) for ms in FIXED_MS}
    outcomes: dict[str, list[Outcome]] = {name: [] for name in (EAR, *beside)}
    async with listening(recogniser, SENSITIVITY["medium"], beside, text_after_ms=text_after_ms) as (bench, paced):
        began_ms = 0
        for recording in recordings:
            await bench.feed(recording.pcm_16khz)
            for name, closed_ms in bench.closed_ms.items():
                texts = bench.heard if name == EAR else ()
                outcomes[name].append(outcome(recording, [at_ms - began_ms for at_ms in closed_ms], texts))
                closed_ms.clear()
            bench.heard.clear()
            began_ms += len(recording.pcm_16khz) // 2 // SAMPLES_PER_MS // STEP_MS * STEP_MS
            while await bench.ear.closed_turn():
                pass
    return outcomes, paced.worked_ms


def _fixed(milliseconds: int) -> vad.VAD:
    return inference.VAD(model="silero", min_silence_duration=milliseconds / 1000)


async def measure(voices: Sequence[str], text_after_ms: float | None) -> dict[str, Any]:
    """Every voice, and all of them together."""
    synthesiser, _ = await open_synthesiser(Path(), wanted=None, progress=_quietly)
    try:
        reps = [await record(synthesiser, voice, shift) for shift, voice in enumerate(voices)]
    finally:
        await synthesiser.close()
    recogniser, _ = await open_recogniser(Path("data/models"), wanted="whisper-base", progress=_quietly)
    try:
        played = [await play(recogniser, recordings, text_after_ms) for recordings in reps]
    finally:
        await recogniser.close()
    found = {name: figures([one for outcomes, _ in played for one in outcomes[name]]) for name in played[0][0]}
    return {
        "machine": machine(),
        "voices": list(voices),
        "recogniser_worked_ms": spread_of((ms for _, worked in played for ms in worked), digits=0),
        "ways": found,
        "ear_against_fixed_250_ms": compared(found),
    }


def _quietly(share: float, sentence: str) -> None:
    del share, sentence


def table(found: dict[str, Any]) -> str:
    """For people."""
    rows = [
        f"{name:14s} cut off {one['cut_off']:3d} of {one['pauses']} pauses ({one['cut_off_percent']}%), "
        f"{one['of_these_joined']} of them joined, {one['cut_off_without_a_pause']} without one; "
        f"waited, ms: {one['waited_ms']}"
        for name, one in found["ways"].items()
    ]
    rows += [f"  ear, {kind}: {share}%" for kind, share in found["ways"][EAR]["cut_off_percent_by_kind"].items()]
    rows += [f"  cut off at {one}" for one in found["ways"][EAR]["understood_at_cut_offs"]]
    rows.append(f"against fixed {AGAINST_MS} ms: {found['ear_against_fixed_250_ms']}")
    rows.append(f"the recogniser worked, ms: {found['recogniser_worked_ms']}; machine: {found['machine']}")
    return "\n".join(rows)


def main(arguments: Sequence[str]) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Measure how turns are closed.")
    parser.add_argument("voices", nargs="*", default=VOICES)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--text-after-ms", type=float, help="when a text arrives; left out: as the recogniser takes")
    options = parser.parse_args(arguments)
    found = asyncio.run(measure(options.voices, options.text_after_ms))
    print(json.dumps(plain(found)) if options.json else table(found))


if __name__ == "__main__":
    main(sys.argv[1:])
