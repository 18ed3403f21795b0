"""The notation for spoken phrases: what it matches and what it needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.speech_acts.phrases.notation import (
    Phrase,
    any_at_start,
    any_within,
    compile_all,
    grams_of,
    phrase,
    phrases,
)


def possible(one: Phrase, grams: frozenset[str]) -> bool:
    """Whether the words of a sentence meet every need of the phrase."""
    return not any(need.isdisjoint(grams) for need in one.needs)


@pytest.mark.parametrize(
    ("source", "matched", "unmatched"),
    [
        ("one two", " one two ", " one three "),
        ("(a|b c) d", " b c d ", " b d "),
        ("very? late", " late ", " very "),
        ("no ~2 way", " no other possible way ", " no one two three way "),
        ("help* me", " helping me ", " me "),
        ("# dollars", " 35 dollars ", " many dollars "),
        ("any * thing", " any old thing ", " any thing "),
    ],
)
def test_the_notation_matches_what_it_says(source: str, matched: str, unmatched: str) -> None:
    """Words, alternatives, options, gaps, endings, numbers and any word."""
    pattern = phrase(source).pattern
    assert pattern.search(matched)
    assert not pattern.search(unmatched)


@pytest.mark.parametrize("source", ["(one", "one)", "{nowhere}"])
def test_broken_notation_is_refused(source: str) -> None:
    """Unbalanced brackets and unknown lists are mistakes of the table's author."""
    with pytest.raises(ValueError, match=r"unbalanced|unknown"):
        phrase(source)


def test_anchors_are_kept_apart_from_the_words() -> None:
    """Whether a phrase must begin or end its clause is for the caller to check."""
    one = phrase("^good morning$")
    assert (one.source, one.at_start, one.at_end) == ("good morning", True, True)


def test_a_phrase_names_the_words_it_needs() -> None:
    """Without one of each set it cannot match; optional words are not needed."""
    one = phrase("(rare|odd) ~2 very? the")
    assert possible(one, frozenset({"odd", "the"}))
    assert not possible(one, frozenset({"very", "the"}))


@pytest.mark.parametrize(
    ("source", "fitting", "unfitting"),
    [
        ("(rare|odd) very? the", "an odd the", "the very odd"),
        ("(take care|talk soon) now?", "we talk soon", "you take good care"),
        ("(in a|by) hurry", "in a hurry", "a hurry in"),
    ],
)
def test_a_phrase_needs_neighbours_too(source: str, fitting: str, unfitting: str) -> None:
    """All its words in another order are not enough."""
    assert possible(phrase(source), grams_of(fitting.split()))
    assert not possible(phrase(source), grams_of(unfitting.split()))


_WORDS = st.lists(st.sampled_from("abcdx"), min_size=1, max_size=8)
_SOURCES = st.recursive(
    st.sampled_from(["a", "b", "c", "d", "a?", "b?", "~1", "~2", "*", "b*"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(" ".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda branches: f"({'|'.join(branches)})"),
        inner.map(lambda one: f"({one})?"),
    ),
    max_leaves=8,
)


@given(_SOURCES, _WORDS)
def test_what_a_phrase_matches_was_possible(source: str, words: list[str]) -> None:
    """Needs never rule out a sentence in which the phrase stands."""
    one = phrase(source)
    if one.pattern.search(f" {' '.join(words)} "):
        assert possible(one, grams_of(words))


def test_lines_are_phrases() -> None:
    """A table is a text with one phrase a line."""
    assert [one.source for one in phrases("\n  one\n\n  two three\n")] == ["one", "two three"]


def test_tests_on_whole_texts() -> None:
    """At the start, or anywhere."""
    assert any_at_start("good day\nhello")(" hello you ")
    assert not any_at_start("hello")(" oh hello ")
    assert any_within("hello")(" oh hello ")


def test_phrases_are_compiled_ahead_of_their_first_use() -> None:
    """A phrase written at any time is among them."""
    written = phrase("(ring|call) me back")
    assert "pattern" not in vars(written)
    compile_all()
    assert "pattern" in vars(written)


@pytest.mark.parametrize(
    ("source", "starts"),
    [
        ("one two", {"one"}),
        ("(a|b c)? d", {"a", "b", "d"}),
        ("very? late", {"very", "late"}),
        ("~2 way", None),
        ("(help*|come) in", None),
        ("well?", None),
    ],
)
def test_a_phrase_knows_the_words_it_can_begin_with(source: str, starts: set[str] | None) -> None:
    """None where that may be any word, so that a text with another first word need not be tried."""
    assert phrase(source).starts == starts
