"""An utterance is read into sentences with clauses and the set of its words."""

from itertools import pairwise

import pytest

from sparring.speech_acts.phrase_families import SENTENCE_TABLES
from sparring.speech_acts.phrases.notation import phrases
from sparring.speech_acts.segmentation import read, says_any, stops


def test_each_sentence_knows_its_words_and_clauses() -> None:
    """What tables and models work on."""
    first, second = read("She fell. Where is she now?")
    assert first.vocabulary == {"she", "fell"}
    assert [clause.asks.value for clause in second.clauses] == ["closed"]


def test_says_any_respects_anchors() -> None:
    """A phrase that must begin its clause is not found in the middle of it."""
    said, hello = SENTENCE_TABLES.phrases(phrases("said")), SENTENCE_TABLES.phrases(phrases("^hello"))
    (sentence,) = read("I said hello")
    assert says_any(said, sentence)
    assert not says_any(hello, sentence)


def parted(text: str) -> list[str]:
    """The text cut at its stops."""
    cuts = (0, *stops(text), len(text))
    return [text[start:end].strip() for start, end in pairwise(cuts)]


@pytest.mark.parametrize(
    "text",
    [
        "so how is your mom doing | and who is with her at night",
        "yeah i figured it just says you went quiet | what happened",
        "hi marcia this is jen calling | do you have four minutes",
        "three names | why three",
        "okay what about harmony | are they any good",
        "did something happen with an aide | you seem really careful about that",
        "just wanna understand how it works over there | who are the people you send home",
    ],
)
def test_a_question_begins_and_ends_without_a_mark(text: str) -> None:
    """Where somebody writing it down would put one."""
    assert parted(text.replace("| ", "")) == text.split(" | ")


@pytest.mark.parametrize(
    "text",
    [
        "if you could change one thing what would it be",
        "You plan the discharges, is that right?",
        "so the judge wants to know who's there tonight and you don't have anyone",
        "Who's your favorite, if I can ask?",
        "and what's upstairs looking at is it readmissions or something else",
        "and if there isn't i'll leave you alone",
        "so here's what i'd do you get my cell it's on all the time",
    ],
)
def test_what_belongs_to_a_question_stays_with_it(text: str) -> None:
    """Conditions, tags, choices, and what only looks like a question."""
    assert parted(text) == [text]
