"""Sentences fall into clauses that do one thing each, without gaps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.speech_acts.text.clauses import clauses
from sparring.speech_acts.text.words import sentences


def _cut(text: str) -> list[str]:
    return [
        text[sentence.items[clause.first].start : sentence.items[clause.last].end]
        for sentence in sentences(text)
        for clause in clauses(sentence)
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("i'm sorry to hear that where does she live", ["i'm sorry to hear that", "where does she live"]),
        ("thanks for calling my name is luis", ["thanks for calling", "my name is luis"]),
        ("it costs more because we insure everyone", ["it costs more", "because we insure everyone"]),
        ("I can hear how worried you are about him", ["I can hear how worried you are about him"]),
        ("is there an email i could use", ["is there an email i could use"]),
        (
            "wanted to ask you like how many people do you have",
            ["wanted to ask you like", "how many people do you have"],
        ),
        (
            "hi this is lena from harbor is this the person who sets it up",
            ["hi this is lena from harbor", "is this the person who sets it up"],
        ),
        (
            "of everyone you send home which ones keep you awake",
            ["of everyone you send home", "which ones keep you awake"],
        ),
        ("and when he's home who would be with him", ["and when he's home", "who would be with him"]),
        ("when there is somebody at home who would help", ["when there is somebody at home who would help"]),
        ("i read the notes and i guess we cost too much?", ["i read the notes", "and i guess we cost too much"]),
    ],
)
def test_a_sentence_is_cut_where_something_new_begins(text: str, parts: list[str]) -> None:
    """Questions and statements run together are told apart; embedded clauses stay whole."""
    assert _cut(text) == parts


def test_a_mark_alone_makes_the_last_clause_a_closed_question() -> None:
    """A statement with a question mark asks, but not by its form."""
    (sentence,) = sentences("She lives alone?")
    (clause,) = clauses(sentence)
    assert (clause.asks.value, clause.asks_by_form) == ("closed", False)


@given(st.text(alphabet="abcdehiostuwy ,.?'", max_size=200))
def test_clauses_cover_a_sentence_without_gaps(text: str) -> None:
    """Every word stands in exactly one clause."""
    for sentence in sentences(text):
        found = clauses(sentence)
        assert [clause.first for clause in found] == [0, *(clause.last + 1 for clause in found[:-1])]
        assert found[-1].last == len(sentence.items) - 1
