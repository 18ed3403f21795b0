"""Which recognised word stands where."""

from typing import Any

import pytest

from sparring.grade.word_places import has_doubt, heard_surely, placed_words, said_at_ms
from sparring.transcript import Speaker, Turn, Word


def spoken(**changes: Any) -> Turn:
    text = "my father fell twice"
    words = tuple(
        Word(text=word, start_ms=1_000 + 500 * place, probability=probability)
        for place, (word, probability) in enumerate(zip(text.split(), (0.9, 0.3, 0.4, 0.9), strict=False))
    )
    fields = {"confidence": 0.62, "words": words} | changes
    return Turn.model_validate(
        {"index": 0, "speaker": Speaker.REP, "text": text, "start_ms": 1_000, "end_ms": 3_000, "channel": "voice"}
        | fields
    )


def test_words_are_placed_in_the_text() -> None:
    """Each word knows its characters."""
    turn = spoken()
    assert [turn.text[word.start : word.end] for word in placed_words(turn)] == ["my", "father", "fell", "twice"]


def test_a_word_that_is_not_in_the_text_is_left_out() -> None:
    """A recogniser that writes a word otherwise in the text loses that word's place only."""
    turn = spoken(words=(Word(text="my", start_ms=0, probability=1), Word(text="dad", start_ms=1, probability=1)))
    assert len(list(placed_words(turn))) == 1


@pytest.mark.parametrize(("part", "surely"), [("father fell", False), ("twice", True), ("my father fell twice", True)])
def test_a_span_is_as_sure_as_its_own_words(part: str, *, surely: bool) -> None:
    """The deciding words count, not the whole turn."""
    turn = spoken()
    start = turn.text.index(part)
    assert heard_surely(turn, start, start + len(part)) is surely


@pytest.mark.parametrize("changes", [{"channel": "typed"}, {"corrected_from": "my farther fell"}])
def test_typed_and_corrected_words_are_never_in_doubt(changes: dict[str, Any]) -> None:
    """What the rep wrote or put right is what was said."""
    turn = spoken(**changes)
    assert not has_doubt(turn)
    assert heard_surely(turn, 3, 14)


def test_without_words_the_turn_decides() -> None:
    """A recogniser that gives only a turn's confidence is taken at that."""
    assert heard_surely(spoken(words=()), 0, 5)
    assert not heard_surely(spoken(words=(), confidence=0.4), 0, 5)
    assert heard_surely(spoken(words=(), confidence=None), 0, 5)


def test_a_span_is_timed_by_its_first_word() -> None:
    """Word times say when a quote was said."""
    turn = spoken()
    assert said_at_ms(turn, turn.text.index("fell")) == 2_000


def test_without_word_times_a_span_is_timed_by_its_place() -> None:
    """Half way through the text is half way through the turn."""
    turn = spoken(words=())
    assert said_at_ms(turn, len(turn.text) // 2) == 2_000
    assert said_at_ms(spoken(channel="typed"), 10) == 1_000
