"""Words of the call inside a sentence of the report."""

from sparring.grade.rules.quoting import ended, quoted
from tests.fakes.scripted import Call


def test_long_words_are_cut_after_a_whole_one() -> None:
    """A sentence without an end is not told whole."""
    said = "and then there is the rest of it " * 8
    words = quoted(Call(f"B: {said}").hearing(), 0, 0, len(said.strip()))
    assert words.endswith(" \u2026\u201d in turn 1")
    assert len(words) <= 124 + len(" in turn 1")


def test_words_that_end_with_a_mark_need_no_full_stop() -> None:
    """Everything else gets one."""
    assert ended("They said \u201cNo.\u201d") == "They said \u201cNo.\u201d"
    assert ended("They said \u201cNo\u201d at 0:10") == "They said \u201cNo\u201d at 0:10."
