"""Whether a buyer turn sounds like the turns of the same person before it: its pitch against their median. Pure.

Flows in: what lines sounded like, as it becomes known, and each turn as it stands. Flows out: the turn's pitch, and
whether it drifted. Pitch cannot tell two women of the same height apart; it tells a man's voice in a woman's place.
"""

import math
import statistics
from typing import Final, NamedTuple

DRIFT_SEMITONES: Final = 5.0
"""Moods move a voice of ours by less than 2; a man's and a woman's are 5 to 13 apart."""
REMEMBERED_LINES: Final = 8


class Sounded(NamedTuple):
    """What is known of one turn's sound."""

    pitch_hz: float | None
    drifted: bool


class VoicePitch:
    """One call's."""

    def __init__(self) -> None:
        self._lines: list[tuple[list[str], float]] = []  # words of a line and its pitch, newest last
        self._by_person: dict[str, list[float]] = {}

    def line_sounded(self, text: str, pitch_hz: float) -> None:
        """A line was spoken, or as much of it as was made before the rep cut in."""
        self._lines = [*self._lines[1 - REMEMBERED_LINES :], (text.split(), pitch_hz)]

    def of_turn(self, person: str, text: str) -> Sounded:
        """The newest line that begins with what was heard, against the median of this person's turns before."""
        words = text.split()
        pitch_hz = next((hz for line, hz in reversed(self._lines) if _begins(line, words)), None)
        if pitch_hz is None:
            return Sounded(None, drifted=False)
        before = self._by_person.setdefault(person, [])
        drifted = bool(before) and _semitones(pitch_hz, statistics.median(before)) > DRIFT_SEMITONES
        if not drifted:
            before.append(pitch_hz)
        return Sounded(pitch_hz, drifted)


def _begins(line: list[str], words: list[str]) -> bool:
    """The turn begins with the line, or the line with the turn, whose last word may have been cut in two."""
    if not words or not line:
        return False
    if len(words) > len(line):
        return words[: len(line)] == line
    return line[: len(words) - 1] == words[:-1] and line[len(words) - 1].startswith(words[-1])


def _semitones(one_hz: float, other_hz: float) -> float:
    return abs(12 * math.log2(one_hz / other_hz))
