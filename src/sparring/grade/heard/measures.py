"""What events and timing tell about a call, or why they cannot: nothing here is estimated.

Flows in: a transcript. Flows out: one reading per measure, with its unit as `signals.Measure` states it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil
from statistics import median

from sparring.signals import CallMeasure
from sparring.transcript import EventKind, Speaker, Transcript, Turn

RING_MS = 6_000  # North American ringing: 2 s on, 4 s off
LONG_OVERLAP_MS = 1_000
SLOW_REPLY_MS = 2_000  # a buyer who answers later than this invites talking over
BACKCHANNEL_WORDS = 3  # "mm-hmm, I see" does not end a monologue


@dataclass(frozen=True, slots=True)
class Measurement:
    """A measured value, or None and why not."""

    value: float | None
    why_not: str = ""


def read(measure: CallMeasure, transcript: Transcript) -> Measurement:
    """One measure on one call."""
    return _READERS[measure](transcript)


def is_spoken(transcript: Transcript) -> bool:
    """Whether the rep spoke at all; a call that was typed throughout has no speech to time."""
    return any(turn.speaker is Speaker.REP and turn.channel == "voice" for turn in transcript.turns)


def is_recorded(transcript: Transcript) -> bool:
    """Whether this call's events were written down; an uploaded call has none."""
    return bool(transcript.events) and transcript.ending.by != "file"


def is_timed(transcript: Transcript) -> bool:
    """Whether the rep's turns carry times on an audio clock."""
    return any(turn.end_ms > 0 for turn in transcript.turns if turn.channel == "voice" and turn.speaker is Speaker.REP)


def monologues_ms(turns: tuple[Turn, ...]) -> list[int]:
    """Lengths of the rep's stretches of speech; a short listening sound of the buyer does not end one."""
    lengths: list[int] = []
    running = False
    for turn in turns:
        if turn.speaker is Speaker.REP:
            before = lengths.pop() if running else 0
            lengths.append(before + _length(turn))
            running = True
        elif len(turn.text.split()) > BACKCHANNEL_WORDS:
            running = False
    return lengths


def talk_share(transcript: Transcript) -> Measurement:
    """The rep's share of all speech: by time where the call was spoken, else by words."""
    if is_spoken(transcript) and is_timed(transcript):
        weights = [(turn.speaker, _length(turn)) for turn in transcript.turns]
    else:
        weights = [(turn.speaker, len(turn.text.split())) for turn in transcript.turns]
    total = sum(weight for _, weight in weights)
    if not total:
        return Measurement(None, "nothing was said")
    return Measurement(sum(weight for speaker, weight in weights if speaker is Speaker.REP) / total)


def _length(turn: Turn) -> int:
    return turn.end_ms - turn.start_ms


def _in_writing(transcript: Transcript) -> str:
    """Why there is no sound to measure: a call held elsewhere was spoken, and only its words were handed in."""
    return "only the words of this call were handed in" if transcript.ending.by == "file" else "this call was typed"


def _rings(transcript: Transcript) -> Measurement:
    rings = [event for event in transcript.events if event.kind is EventKind.RING]
    if not rings or not any(event.kind is EventKind.PICK_UP for event in transcript.events):
        return Measurement(None, "the ringing of the phone was not recorded on this call")
    rang_ms = sum(event.duration_ms or 0 for event in rings)
    return Measurement(max(len(rings), ceil(rang_ms / RING_MS)))


def _overlaps(transcript: Transcript) -> Measurement:
    if not is_spoken(transcript):
        return Measurement(None, f"{_in_writing(transcript)}, so overlaps cannot be told")
    if not is_recorded(transcript):
        return Measurement(None, "the timing of this call was not recorded")
    replies = [
        turn.latency.glass_to_glass_ms or turn.latency.server_ms or 0 for turn in transcript.turns if turn.latency
    ]
    if replies and median(replies) > SLOW_REPLY_MS:
        return Measurement(None, "the line was slow on this call, so overlaps say nothing about listening")
    long = [
        event
        for event in transcript.events
        if event.kind is EventKind.OVERLAP and event.ref != "buyer" and (event.duration_ms or 0) > LONG_OVERLAP_MS
    ]
    return Measurement(len(long))


def _longest_monologue(transcript: Transcript) -> Measurement:
    if not is_spoken(transcript):
        return Measurement(None, f"{_in_writing(transcript)}, so speech could not be timed")
    if not is_timed(transcript):
        return Measurement(None, "the timing of this call was not recorded")
    return Measurement(max(monologues_ms(transcript.turns)) / 1_000)


def _dead_air(transcript: Transcript) -> Measurement:
    if not is_spoken(transcript) or not is_recorded(transcript):
        return Measurement(None, "silences were not recorded on this call")
    return Measurement(sum(event.kind is EventKind.DEAD_AIR for event in transcript.events))


_READERS: Mapping[CallMeasure, Callable[[Transcript], Measurement]] = {
    CallMeasure.RINGS: _rings,
    CallMeasure.OVERLAPS: _overlaps,
    CallMeasure.LONGEST_MONOLOGUE_S: _longest_monologue,
    CallMeasure.TALK_SHARE: talk_share,
    CallMeasure.DEAD_AIR: _dead_air,
}


def told(measure: CallMeasure, value: float) -> str:
    """A reading in words: "1 ring", "80 s on end"."""
    if measure is CallMeasure.TALK_SHARE:
        return f"{value:.0%} of the talking"
    if measure is CallMeasure.LONGEST_MONOLOGUE_S:
        return f"{value:.0f} s on end"
    one = {CallMeasure.RINGS: "ring", CallMeasure.OVERLAPS: "overlap", CallMeasure.DEAD_AIR: "silence"}[measure]
    return f"{value:g} {one}" if value == 1 else f"{value:g} {one}s"
