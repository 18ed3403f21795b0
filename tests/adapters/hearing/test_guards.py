"""What is cut from a decode and what is not."""

import pytest

from sparring.adapters.hearing.guards import believable, restart_at, spoken_part, words_of

T = 1000  # the timestamp for 0.00 s in these tests; text tokens are smaller


def _at(seconds: float) -> int:
    return T + round(seconds / 0.02)


def test_text_ends_at_the_first_timestamp_at_the_end_of_speech() -> None:
    """What follows is the model talking to itself."""
    tokens = [_at(0), 1, 2, 3, _at(1.96), _at(1.96), 1, 2, 3, _at(4)]
    assert spoken_part(tokens, first_timestamp=T, end_s=2.0) == ([1, 2, 3], True)


def test_timestamps_between_sentences_are_left_out_and_go_on() -> None:
    """A boundary in the middle of the turn ends nothing."""
    tokens = [_at(0), 1, _at(0.9), _at(0.9), 2, _at(1.98)]
    assert spoken_part(tokens, first_timestamp=T, end_s=2.0) == ([1, 2], True)


def test_a_decode_that_was_cut_short_has_no_end() -> None:
    """Without the closing timestamp there may be more to write."""
    assert spoken_part([_at(0), 1, 2], first_timestamp=T, end_s=2.0) == ([1, 2], False)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("May I ask who is speaking? May I ask who is speaking?", 6),
        ("May I ask who is speaking? May I ask who", 6),
        ("Hello there you. Hello there you. Hello there", 3),
        ("That re-admission counts against us. That readmission counts against us.", None),
        ("When a patient falls it counts. When a patient falls that counts again.", 6),
        ("You can cancel. There is no contract. There is no contract.", 7),
        ("No, no, no, no.", 1),
        ("I can do Tuesday, or I can do Wednesday.", None),
        ("Is she alone at night?", None),
        ("Yes. Yes.", None),
        ("", None),
    ],
)
def test_restarts_are_found_by_words(text: str, word: int | None) -> None:
    """The whole turn again, its beginning again, or its last words twice; short echoes are how people talk."""
    assert restart_at(words_of(text)) == word


@pytest.mark.parametrize(
    ("log_probability", "no_speech_probability", "expected"),
    [(-0.3, 0.01, True), (-0.96, 0.2, True), (-1.01, 0.0, False), (-0.6, 0.7, False), (-0.4, 0.9, True)],
)
def test_text_is_believed_by_its_scores(log_probability: float, no_speech_probability: float, expected: bool) -> None:  # noqa: FBT001
    """Improbable text is doubted, and so is middling text in what looks like silence."""
    assert believable(log_probability, no_speech_probability) is expected
