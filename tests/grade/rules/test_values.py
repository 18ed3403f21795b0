"""Different values among acts."""

import pytest

from sparring.grade.heard.testimony import PlacedAct
from sparring.grade.rules.values import different_values, figures_in
from sparring.speech_acts import ActKind


def times(sentence: str, *named: str) -> list[PlacedAct]:
    return [
        PlacedAct(ActKind.NAMES_TIME, None, one, 0, place, place + 1, sure=True, words=sentence)
        for place, one in enumerate(named)
    ]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("could we come tuesday at two or friday at ten", ("tuesday at two", "friday at ten")),
        ("tuesday at two or at four", ("at two", "at four")),
    ],
)
def test_two_times_are_two_values(sentence: str, named: tuple[str, ...]) -> None:
    """Each is shown."""
    assert len(different_values(times(sentence, *named), 2)) == 2


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("wednesday then wednesday at two", ("wednesday", "wednesday at two")),
        ("could we come tomorrow let's say at ten", ("tomorrow", "at ten")),
        ("on tuesday", ("on tuesday", "tuesday")),
    ],
)
def test_a_part_of_a_value_is_no_other(sentence: str, named: tuple[str, ...]) -> None:
    """A day, and the same day with its hour, are one time."""
    assert different_values(times(sentence, *named), 2) == ()


def test_figures_are_the_numbers_of_a_text() -> None:
    """In digits or in words; "someone" says none."""
    assert figures_in("Ten minutes, or 15, with someone") == {"ten", "15"}
