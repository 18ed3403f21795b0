"""Points for words, fitted to points of sentences."""

import numpy as np
from tools.train_word_vectors.fitting import Array, Settings, fitted, unit

WORDS, SENTENCES, WIDTH = 40, 200, 16
FEW = Settings(dimensions=8, steps=40, rate=0.05)


def a_language() -> tuple[Array, list[list[int]], Array]:
    """Words without order in them, and sentences whose points have nothing to do with the words' own."""
    chance = np.random.default_rng(3)
    meant = chance.normal(size=(WORDS, WIDTH)).astype(np.float32)
    sentences = [sorted(chance.choice(WORDS, size=4, replace=False).tolist()) for _ in range(SENTENCES)]
    targets = np.array([meant[one].sum(axis=0) for one in sentences], np.float32)
    return chance.normal(size=(WORDS, WIDTH)).astype(np.float32), sentences, targets


def neighbours(points: Array, sentences: list[list[int]], targets: Array) -> float:
    """How alike pairs of sentences are by their words, against how alike they should be: a correlation."""
    by_words = unit(np.array([points[one].sum(axis=0) for one in sentences]))
    meant = unit(unit(targets) - unit(targets).mean(axis=0))
    pairs = np.triu_indices(len(sentences), 1)
    return float(np.corrcoef((by_words @ by_words.T)[pairs], (meant @ meant.T)[pairs])[0, 1])


def test_the_sum_of_the_words_comes_to_lie_where_the_sentence_does() -> None:
    """Words that mean nothing yet learn it from the sentences they stand in."""
    words, sentences, targets = a_language()
    untrained = fitted(words, sentences, targets, Settings(dimensions=8, steps=0))
    assert neighbours(untrained, sentences, targets) < 0.3
    assert neighbours(fitted(words, sentences, targets, FEW), sentences, targets) > 0.7


def test_the_same_sentences_give_the_same_points() -> None:
    """The table can be made again."""
    words, sentences, targets = a_language()
    assert np.array_equal(fitted(words, sentences, targets, FEW), fitted(words, sentences, targets, FEW))
