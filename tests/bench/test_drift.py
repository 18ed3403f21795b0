"""The bench of drifting voices: what it compares, and when a target is missed."""

from collections import defaultdict

import bench.drift as bench

VOICES = {"ruth": (175.0, 0.0), "walter": (95.0, 0.0), "nora": (176.0, 9.0)}
"""Pitch, and how much brighter than the others."""


def heard() -> list[bench.Sample]:
    """Three voices that hardly move: a man, and two women of one height."""
    return [
        bench.Sample(name, "warm", text, cut, hz + move, (5.0 - bright, 0.0, -5.0 + bright))
        for name, (hz, bright) in VOICES.items()
        for move, text in enumerate("abcdefghijk")
        for cut in (False, True)
    ]


def test_pitch_tells_a_man_from_a_woman_and_timbre_tells_two_women() -> None:
    """And nobody from themselves."""
    found = bench.figures(heard(), draws=10)
    assert found["after 3: false alarms, %"] == 0
    assert found["after 3: found, %"] == 100
    assert found["after 3: pairs that pitch alone does not tell"] == ["ruth > nora", "nora > ruth"]
    assert found["after 3: pairs told less often than the target"] == {}
    assert bench.missed(found) == []


def test_a_turn_is_never_compared_with_its_own_text() -> None:
    """Nor with lines that were cut off; draws are the same every time."""
    by_voice: dict[str, list[bench.Sample]] = defaultdict(list)
    for one in heard():
        by_voice[one.voice].append(one)
    assert bench.drawn(by_voice, 8, draws=3) == bench.drawn(by_voice, 8, draws=3)
    assert all(semitones > 0 for semitones, _ in bench.drawn(by_voice, 1, draws=20)["ruth", "ruth"])


def test_each_target_is_missed_by_its_own_figure() -> None:
    """Where enough turns came before."""
    found = bench.figures(heard(), draws=10)
    assert bench.missed(found | {"after 3: false alarms, %": 1.2}) == ["false alarms below 1% after 3"]
    assert bench.missed(found | {"after 8: found, %": 94.0}) == ["more than 95% found after 8"]
