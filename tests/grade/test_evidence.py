"""Quotes are verified, never believed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.grade.evidence import cite, content_words, says_something, verify
from sparring.transcript import Speaker
from tests.fakes.scripted import Call

CALL = Call(
    """
    R: Thank you for calling Harbor Home Care, this is Dana. How can I help you today?
    B: My father fell twice and he comes home tomorrow at noon.
    R: So your father fell twice. We don't start without a visit, um, and the visit is free.
    B: That would be good to know, thank you very much.
    R: Would Thursday at 10 or Friday at two suit you better? Caregivers cost thirty four dollars an hour.
    B: Friday.
    R: Okay.
    """
).transcript()


def quoted(quote: str, *, turn: int = 2, speaker: Speaker = Speaker.REP) -> tuple[int, str, bool] | None:
    found = verify(CALL, turn=turn, quote=quote, speaker=speaker)
    return (found.turn, found.quote, found.repaired) if found else None


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("We don't start without a visit", "We don't start without a visit"),
        ("we DON\u2019T start without a visit!", "We don't start without a visit"),
        ("start without a visit and the visit is free", "start without a visit, um, and the visit is free"),
        (
            "So your father ... the visit is free.",
            "So your father fell twice. We don't start without a visit, um, and the visit is free",
        ),
        ("we don't strat without a vizit", "We don't start without a visit"),
    ],
)
def test_what_was_said_is_found(quote: str, said: str) -> None:
    """Case, marks, fillers, ellipses and slips of the ear do not hide a real quote."""
    assert quoted(quote) == (2, said, False)


@pytest.mark.parametrize(
    "quote",
    [
        "We do start without a visit",
        "We don't start with a visit and the visit is not free",
        "Would Thursday at 11 or Friday at two suit you better",
        "Would Thursday at 10 or Friday at three suit you better",
        "Caregivers cost thirty five dollars an hour",
        "Would Tuesday at 10 or Friday at two suit you better",
        "So your mother fell twice. We don't start",
        "visit a without start don't We",
        "the visit is free ... So your father fell twice",
        "We also have a lovely garden here",
        "",
        "...",
        "free ... visit",
    ],
)
def test_what_was_not_said_is_not_found(quote: str) -> None:
    """A changed negation, number, day or relative, another order or an invention is no evidence."""
    assert quoted(quote) is None
    assert quoted(quote, turn=4) is None


def test_a_quote_from_the_neighbouring_turn_is_repaired() -> None:
    """The words are looked for near the cited turn and then everywhere, and the repair is marked."""
    assert quoted("So your father fell twice", turn=4) == (2, "So your father fell twice", True)
    assert quoted("Thank you for calling Harbor Home Care", turn=6) == (
        0,
        "Thank you for calling Harbor Home Care",
        True,
    )


@pytest.mark.parametrize("turn", [-3, 99])
def test_a_turn_that_does_not_exist_is_repaired(turn: int) -> None:
    """A grader that cites turn 99 may still have quoted truly."""
    assert quoted("So your father fell twice", turn=turn) == (2, "So your father fell twice", True)


def test_the_other_side_s_words_are_no_evidence() -> None:
    """What the buyer said is found only where the buyer is asked for."""
    quote = "he comes home tomorrow at noon"
    assert quoted(quote, turn=1) is None
    assert quoted(quote, turn=1, speaker=Speaker.BUYER) == (1, quote, False)


@pytest.mark.parametrize(
    ("quote", "turn", "found"), [("How can I", 0, False), ("Okay", 6, True), ("this is", 0, False)]
)
def test_a_quote_says_enough_or_is_a_whole_turn(quote: str, turn: int, *, found: bool) -> None:
    """Fewer than three words of meaning could come from anywhere, unless they are all that was said."""
    assert (quoted(quote, turn=turn) is not None) is found


def test_evidence_is_verbatim_and_timed() -> None:
    """The quote is the turn's own characters, with the time of its first word."""
    call = Call("R: So your father fell twice this month.\nB: Yes.", channel="voice", words={0: 0.9}).transcript()
    found = cite(call.turns[0], 8, 20)
    assert (found.quote, found.at_ms) == ("father fell ", 800)


def test_words_of_meaning_are_counted() -> None:
    """Small words and fillers do not count."""
    assert content_words("And what is it that you, um, need for your father?") == 2


@given(st.text(max_size=60), st.integers(-5, 20))
def test_whatever_is_claimed_evidence_is_a_span_of_a_rep_turn(quote: str, turn: int) -> None:
    """No claim makes evidence that is not the rep's own words."""
    found = verify(CALL, turn=turn, quote=quote)
    if found:
        said = CALL.turns[found.turn]
        assert said.speaker is Speaker.REP
        assert said.text[found.start : found.end] == found.quote


@pytest.mark.parametrize("text", ["And what do you need?", "Okay, um, yeah.", "", "Mm-hmm, she fell."])
def test_a_text_says_something_when_it_has_a_word_of_meaning(text: str) -> None:
    """Without counting all of them."""
    assert says_something(text) is (content_words(text) > 0)
