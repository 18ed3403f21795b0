"""The table of word vectors."""

import numpy as np

from sparring.speech_acts.learned.word_vectors import word_vectors


def test_words_of_one_meaning_lie_closer_than_others() -> None:
    """Mom is nearer to mother than to dollars; a form that has no row stands where its word does."""
    table = word_vectors()
    points = {word: table.points[table.rows[word]].astype(float) for word in ("mom", "mother", "dollars")}
    near, far = (float(points["mom"] @ points[other]) for other in ("mother", "dollars"))
    assert near > far
    assert table.row("dollars'") == table.rows["dollars"]
    assert table.row("xyzzyq") is None
    assert table.points.dtype == np.int8
