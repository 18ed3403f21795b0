"""Whether a buyer turn sounds like the turns of the same person before it: its pitch and its timbre. Pure.

Flows in: what lines sounded like, as it becomes known, and each turn as it stands. Flows out: the turn's pitch, and
whether it drifted. Pitch tells a man's voice in a woman's place and cannot tell two women of the same height apart;
the long-term spectrum does. How far a voice moves by itself was measured for the voices of this machine alone.
"""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

REMEMBERED_LINES: Final = 8

Timbre = tuple[float, ...]
"""A line's long-term spectrum: decibels in each of some bands, about their own mean."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far from the turns before it a voice of an engine may sound and still be the same one.

    Both distances count together, as the legs of a right triangle with these lengths for one. `decibels`: None: only
    pitch counts.
    """

    semitones: float
    decibels: float | None = None

    def holds(self, semitones: float, decibels: float | None) -> bool:
        """Whether it may be the same voice; `decibels`: None: not known."""
        by_pitch = semitones / self.semitones
        by_timbre = 0.0 if self.decibels is None or decibels is None else decibels / self.decibels
        return by_pitch**2 + by_timbre**2 <= 1.0


MEASURED: Final = {"hibari": Reach(semitones=8.0, decibels=2.6)}
"""From `./run bench drift`: 0.7% of turns are taken for somebody else's, 97% of somebody else's are found."""
UNMEASURED: Final = Reach(semitones=8.0)
"""A short question moves a voice of ours by up to 6.4 semitones; a man's and a woman's are 5 to 13 apart."""
TIMBRES_BEFORE: Final = 3
"""Lines of which the timbre is known before another is held against them: of one alone too much is its words."""


def reach_of(engine: str) -> Reach:
    """`engine`: as the record of a call names it."""
    return next((reach for name, reach in MEASURED.items() if engine.startswith(name)), UNMEASURED)


class Sounded(NamedTuple):
    """What is known of one turn's sound."""

    pitch_hz: float | None
    drifted: bool


class LinePitch(NamedTuple):
    """What a line sounded like."""

    words: list[str]
    pitch_hz: float
    timbre: Timbre | None


class VoicePitch:
    """One call's. `reach`: of the engine that speaks."""

    def __init__(self, reach: Reach = UNMEASURED) -> None:
        self._reach = reach
        self._lines: list[LinePitch] = []  # newest last
        self._by_person: dict[str, list[LinePitch]] = {}

    def line_sounded(self, text: str, pitch_hz: float, timbre: Timbre | None = None) -> None:
        """A line was spoken, or as much of it as was made before the rep cut in. `timbre`: None of too short a one."""
        self._lines = [*self._lines[1 - REMEMBERED_LINES :], LinePitch(text.split(), pitch_hz, timbre)]

    def of_turn(self, person: str, text: str) -> Sounded:
        """The newest line that begins with what was heard, against this person's turns before."""
        words = text.split()
        line = next((line for line in reversed(self._lines) if _begins(line.words, words)), None)
        if line is None:
            return Sounded(None, drifted=False)
        before = self._by_person.setdefault(person, [])
        drifted = bool(before) and not self._reach.holds(*apart(line, before))
        if not drifted:
            before.append(line)
        return Sounded(line.pitch_hz, drifted)


def apart(line: LinePitch, before: Sequence[LinePitch]) -> tuple[float, float | None]:
    """Semitones from the median pitch of `before`, and decibels from their mean timbre where enough is known."""
    usual_hz = statistics.median(one.pitch_hz for one in before)
    semitones = abs(12 * math.log2(line.pitch_hz / usual_hz))
    known = [one.timbre for one in before if one.timbre is not None]
    if line.timbre is None or len(known) < TIMBRES_BEFORE:
        return semitones, None
    usual = [statistics.fmean(bands) for bands in zip(*known, strict=True)]
    pairs = zip(line.timbre, usual, strict=True)
    return semitones, math.sqrt(statistics.fmean((own - other) ** 2 for own, other in pairs))


def _begins(line: list[str], words: list[str]) -> bool:
    """The turn begins with the line, or the line with the turn, whose last word may have been cut in two."""
    if not words or not line:
        return False
    if len(words) > len(line):
        return words[: len(line)] == line
    return line[: len(words) - 1] == words[:-1] and line[len(words) - 1].startswith(words[-1])
