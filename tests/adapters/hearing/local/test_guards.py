"""What is cut from a decode and what is not."""

import pytest

from sparring.adapters.hearing.local.guards import believable, second_copy_at, spoken_part, words_believable

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
    ("text", "speech_s", "word"),
    [
        ("Thank you, Laura. Goodbye. Goodbye. Goodbye. Goodbye. Goodbye.", 2.0, 4),
        ("May I ask who is speaking? May I ask who is speaking?", 1.5, 6),
        ("May I ask who is speaking? May I ask who", 1.2, 6),
        ("Hello there you. Hello there you. Hello there", 1.0, 3),
        ("When a patient falls it counts. When a patient falls that counts again.", 2.0, 6),
        ("You can cancel. There is no contract. There is no contract.", 2.0, 7),
        ("Absolutely. Absolutely. Absolutely.", 0.8, 1),
        ("Yes. Yes. Yes. Yes.", 0.4, 1),
        ("Our rate is fair and it includes the insurance and taxes.", 1.0, None),
        ("", 1.0, None),
    ],
)
def test_what_was_written_twice_is_found(text: str, speech_s: float, word: int | None) -> None:
    """The whole turn again, its beginning again, or its last words twice, faster than anybody speaks."""
    assert second_copy_at(text, speech_s=speech_s) == word


@pytest.mark.parametrize(
    ("text", "speech_s"),
    [
        ("Take your time. Take your time.", 2.0),
        ("Hello? Hello? Can you hear me? Can you hear me?", 3.0),
        ("I can do Tuesday, or I can do Wednesday.", 2.2),
        ("No, no, no, no.", 1.0),
        ("Yes. Yes.", 0.6),
    ],
)
def test_what_was_said_twice_stays(text: str, speech_s: float) -> None:
    """People repeat themselves, and take the time that it takes."""
    assert second_copy_at(text, speech_s=speech_s) is None


@pytest.mark.parametrize(
    ("log_probability", "no_speech_probability", "expected"),
    [(-0.3, 0.01, True), (-0.96, 0.2, True), (-1.01, 0.0, False), (-0.6, 0.7, False), (-0.4, 0.9, True)],
)
def test_text_is_believed_by_its_scores(log_probability: float, no_speech_probability: float, expected: bool) -> None:  # noqa: FBT001
    """Improbable text is doubted, and so is middling text in what looks like silence."""
    assert believable(log_probability, no_speech_probability) is expected


@pytest.mark.parametrize(
    ("probabilities", "no_speech_probability", "expected"),
    [
        ([0.4], 0.1, True),  # "Yes." alone
        ([0.9, 0.1, 0.8], 0.5, True),
        ([0.2, 0.2], 0.1, False),
        ([0.9], 0.7, False),
        ([0.0], 0.0, False),
        ([], 0.0, False),
    ],
)
def test_doubted_text_is_looked_at_again_by_its_words(
    probabilities: list[float],
    no_speech_probability: float,
    expected: bool,  # noqa: FBT001
) -> None:
    """A short answer whose words are clear is believed; text made up over noise is not."""
    assert words_believable(probabilities, no_speech_probability) is expected
