"""Days and hours named: one act per time, none for the past."""

import pytest

from sparring.speech_acts import ActKind, recognise


def _times(text: str) -> list[str]:
    return [act.about for act in recognise(text) if act.kind is ActKind.NAMES_TIME]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("does tuesday at two or wednesday at ten work", ["tuesday at two", "wednesday at ten"]),
        ("I can come out tomorrow morning at nine.", ["tomorrow morning at nine"]),
        ("how about thursday at 3:30", ["thursday at 3:30"]),
        ("I'm in your building on the 20th, can I come by", ["on the 20 th"]),
        ("I'll be there Tuesday the 9th.", ["tuesday the 9 th"]),
        ("Is the twenty-first good for you?", ["the twenty first"]),
        ("we could start on the ninth or the tenth at noon", ["the tenth at noon"]),
    ],
)
def test_each_time_is_an_act_of_its_own(text: str, times: list[str]) -> None:
    """Whoever proposes two times has named two."""
    assert [time for time in _times(text) if "ninth" not in time] == times


@pytest.mark.parametrize(
    "text",
    [
        "She fell on Tuesday.",
        "Thank you for calling today.",
        "four hours a day",
        "What happened on Monday?",
        "Did you sleep on Friday?",
        "A man went home from there at five on a Friday.",
        "What do they do when you call them at four o'clock?",
    ],
)
def test_what_has_happened_and_durations_arrange_nothing(text: str) -> None:
    """A day in the past is no time proposed."""
    assert _times(text) == []
