"""Where a sentence lies by its words in their order."""

import numpy as np

from sparring.persona import spoken_words
from sparring.speech_acts.learned.points import LENGTH
from sparring.speech_acts.learned.sentence_encoder import LONGEST, MOST, SHRINK, encoded, network
from sparring.speech_acts.learned.word_vectors import question_vectors


def rows_of(question: str) -> list[int]:
    """Of its words in the table."""
    return question_vectors().rows_of(spoken_words(question))


def alike(one: str, other: str) -> float:
    """The cosine of two questions."""
    first, second = encoded([rows_of(one), rows_of(other)])
    return float(first @ second / (np.linalg.norm(first) * np.linalg.norm(second)))


def test_the_same_words_in_another_order_lie_elsewhere() -> None:
    """By the sum of their words alone they would lie at one place."""
    assert alike("Who calls you?", "Who calls you?") > 0.999
    assert alike("Does she call you when he falls?", "Does he call you when she falls?") < 0.999
    assert alike("What do you do for her?", "What does she do for you?") < 0.98


def test_a_question_put_in_other_words_lies_nearer_than_one_that_shares_a_word() -> None:
    """What the layer was made for."""
    asked = "How did he get hurt?"
    assert alike(asked, "What happened when he fell?") > alike(asked, "How did he get the house?")


def test_a_question_lies_where_it_lies_alone_whoever_is_placed_beside_it() -> None:
    """To the last digit, and one without words at the origin."""
    texts = [rows_of("Who is with him at night?"), [], rows_of("Stairs?"), rows_of("Who pays?")]
    together = encoded(texts)
    assert np.array_equal(together, np.concatenate([encoded([text]) for text in texts]))
    assert not together[1].any()
    assert np.array_equal(together, np.rint(together))


def test_many_questions_lie_where_each_lies_alone() -> None:
    """However many of them are reckoned at once."""
    texts = [rows_of(f"Who is with him at night, {'now ' * (at % 20)}?") for at in range(300)]
    assert np.array_equal(encoded(texts), np.concatenate([encoded([text]) for text in texts]))
    assert len(encoded([])) == 0


def test_what_follows_the_twenty_fourth_word_says_nothing_more() -> None:
    """A question that rambles on is placed by how it begins."""
    long = rows_of("who is with him at night " * 5)
    assert len(long) > LONGEST
    assert np.array_equal(*encoded([long, long[:LONGEST]]))


def test_no_sum_outgrows_what_a_float_holds_exactly() -> None:
    """Or a call would not replay on a machine that adds in another order."""
    by = network()
    for convolution in by.convolutions:
        size = len(convolution.kernel)
        three = np.abs(convolution.kernel).reshape(size, 3, -1).sum(axis=(0, 1)) * MOST + np.abs(convolution.bias)
        assert three.max() < 1 << 24
    assert LONGEST * MOST < 1 << 24
    summed = LONGEST * MOST * np.abs(by.onwards).sum(axis=0)
    assert summed.max() < 1 << 53
    assert (summed / SHRINK).max() ** 2 * len(summed) < 1 << 53  # squares of them, summed up for a length
    assert all(np.array_equal(one, np.rint(one)) for one in by.onwards)
    assert all(one.shrink.bit_count() == 1 for one in by.convolutions)  # dividing by it is exact


def test_points_lie_at_one_length() -> None:
    """So that a long question is no nearer than a short one."""
    found = encoded([rows_of("Stairs?"), rows_of("Who is with him at night, and who by day?")])
    assert np.allclose(np.linalg.norm(found, axis=1), LENGTH, rtol=0.02)
