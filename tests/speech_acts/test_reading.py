"""An utterance is read into sentences with clauses and the set of its words."""

from sparring.speech_acts.phrases import phrases
from sparring.speech_acts.reading import read, says_any


def test_each_sentence_knows_its_words_and_clauses() -> None:
    """What tables and models work on."""
    first, second = read("She fell. Where is she now?")
    assert first.vocabulary == {"she", "fell"}
    assert [clause.asks.value for clause in second.clauses] == ["closed"]


def test_says_any_respects_anchors() -> None:
    """A phrase that must begin its clause is not found in the middle of it."""
    (sentence,) = read("I said hello")
    assert says_any(phrases("said"), sentence)
    assert not says_any(phrases("^hello"), sentence)
