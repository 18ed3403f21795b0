"""What a pattern cannot do without is in everything that it finds, whatever the pattern."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sparring.call.mind.heard import summaries
from sparring.grade.heard import places, volunteered
from sparring.speech_acts.grader_talk import accounts, meanings
from sparring.speech_acts.grader_talk import recogniser as plain
from sparring.speech_acts.text.needed_letters import Needed, Sieve, needed

_USED = (
    *(re.compile(pattern) for pattern in plain._PLAIN),
    *(shape for _, shape in accounts._SHAPES),
    *(re.compile(shape) for _, shape in meanings._SHAPES),
)
_SIEVE = Sieve((pattern, place) for place, pattern in enumerate(_USED))
_BY_HAND = (
    *places._SOUGHT,
    *(one for table in volunteered._TABLES.values() for one in table),
    summaries._IF_RIGHT,
    summaries._OF_A_NUMBER,
)
_LETTERS = st.characters(codec="ascii")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(_USED).flatmap(lambda pattern: st.tuples(st.just(pattern), st.from_regex(pattern))))
def test_where_a_pattern_is_found_its_letters_are(made: tuple[re.Pattern[str], str]) -> None:
    """Every pattern whose letters are looked for first, on texts made from it, alone and among all others."""
    pattern, text = made
    assert needed(pattern).may_be_in(text)
    assert pattern in [one for one, _ in _SIEVE.possible(text)]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(_BY_HAND).flatmap(lambda one: st.tuples(st.just(one), st.from_regex(one.pattern))))
def test_letters_named_by_hand_are_there_too(made: tuple[Needed, str]) -> None:
    """What stands behind a town or in an age, which no pattern tells by itself."""
    one, text = made
    assert one.may_be_in(text)


def test_a_sieve_lets_through_what_each_pattern_would() -> None:
    """In the order given, each with its value, and what needs no letters always."""
    sieve = Sieve((re.compile(pattern), pattern) for pattern in ("marks|points", r"\d", "full marks"))
    assert [value for _, value in sieve.possible("half marks")] == ["marks|points", r"\d"]


def test_a_sieve_takes_no_pattern_that_does_not_heed_case() -> None:
    """Its letters are looked for as they stand."""
    with pytest.raises(ValueError, match="heed case"):
        Sieve([(re.compile("marks", re.IGNORECASE), None)])


@settings(max_examples=40, deadline=None)
@given(
    st.recursive(
        st.sampled_from(["cover", "ask", "(?i:Her)", r"\d+", "[ab]ra", r"\bis\b", "x*", "."]),
        lambda inner: st.one_of(
            st.tuples(inner, inner).map("".join),
            st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
            inner.map(lambda one: f"(?:{one})?"),
            inner.map(lambda one: f"({one}){{1,3}}"),
            inner.map(lambda one: f"{one}(?! later)"),
        ),
        max_leaves=8,
    ),
    st.sampled_from([re.UNICODE, re.IGNORECASE]),
    st.data(),
)
def test_it_is_so_for_any_pattern(source: str, flags: re.RegexFlag, data: st.DataObject) -> None:
    """Groups, repetitions, what may be left out, and case."""
    pattern = re.compile(source, flags)
    assert needed(pattern).may_be_in(data.draw(st.from_regex(pattern, alphabet=_LETTERS)))


@pytest.mark.parametrize(
    ("source", "letters"),
    [
        (r"\b(?:full|half) (?:marks|points)\b", ("marks", "points")),
        (r"ask(?:ed|s)? (?:about)?", ("ask",)),
        (r"(?:is|was) \w+", ()),
        (r"(?:rubric)?", ()),
    ],
)
def test_the_letters_are_those_that_tell_most(source: str, letters: tuple[str, ...]) -> None:
    """Of all that must be there the longest; nothing that stands in every text, nothing that may be left out."""
    assert needed(re.compile(source)).letters == letters


def test_letters_beyond_those_of_english_are_always_looked_into_where_case_does_not_count() -> None:
    """The Kelvin sign is a K to a pattern that does not heed case."""
    folded = needed(re.compile("kelvin", re.IGNORECASE))
    assert isinstance(folded, Needed)
    assert (folded.may_be_in("\u212aelvin"), folded.may_be_in("Kelvin"), folded.may_be_in("Celsius")) == (
        True,
        True,
        False,
    )
