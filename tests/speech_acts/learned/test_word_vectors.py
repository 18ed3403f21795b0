"""The table of word vectors."""

import numpy as np

from sparring.speech_acts.learned.word_vectors import question_vectors, word_vectors


def test_words_of_one_meaning_lie_closer_than_others() -> None:
    """Mom is nearer to mother than to dollars; a form that has no row stands where its word does."""
    table = word_vectors()
    points = {word: table.points[table.rows[word]].astype(float) for word in ("mom", "mother", "dollars")}
    near, far = (float(points["mom"] @ points[other]) for other in ("mother", "dollars"))
    assert near > far
    assert table.row("dollars'") == table.rows["dollars"]
    assert table.row("xyzzyq") is None
    assert table.points.dtype == np.int8


def test_both_tables_have_the_same_words_in_the_same_rows() -> None:
    """What was learned over the rows of one goes with those of the other."""
    assert word_vectors().rows == question_vectors().rows


def test_a_text_lies_where_the_sum_of_its_known_words_lies() -> None:
    """Alone or among others; without a known word, at the origin."""
    table = word_vectors()
    texts = ["who calls mom's nurse", "xyzzyq", "", "mom"]
    assert table.rows_of("mom's xyzzyq who") == [table.row("mom's"), table.row("who")]
    assert np.array_equal(table.sums_of(texts), np.stack([table.sum_of(text) for text in texts]))
    assert not table.sum_of("xyzzyq").any()
    assert np.array_equal(table.sum_of("mom"), table.points[table.rows["mom"]])
