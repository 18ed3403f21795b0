"""Buyers' sentences that are like holding back."""

import pytest

from sparring.speech_acts.learned.concerns import HOLDS_BACK, concern_in, load_concerns, said_at
from sparring.speech_acts.text.words import sentences


def held(text: str, gone_before: str = "OFFERED") -> str:
    """The words that hold back."""
    found = concern_in(list(sentences(text)), gone_before)
    return text[slice(*found)] if found else ""


@pytest.mark.parametrize(
    "text",
    [
        "Nobody here would sign off on that.",
        "I've been down that road and got nowhere.",
        "Our families would balk at that figure.",
        "We've used the same outfit for a decade and they're good.",
        "I can't put one company ahead of another.",
        "It sounds like more trouble than it's worth.",
    ],
)
def test_what_no_phrase_stands_for_is_a_concern_by_what_it_is_like(text: str) -> None:
    """A doubt, a price, a provider, a rule: none of these is an example."""
    assert held(text)


@pytest.mark.parametrize(
    "text",
    ["Tuesday works.", "She had a stroke in June.", "They go home too early.", "Okay, go ahead.", "", "..."],
)
def test_an_answer_a_need_and_a_yes_hold_nothing_back(text: str) -> None:
    """Most of what a buyer says is no concern."""
    assert not held(text)


def test_the_first_sentence_that_holds_back_is_told() -> None:
    """With its characters, whatever is said before and after it."""
    assert held("My name is Joan. You folks come and go. It rained.").startswith("You folks come and go")


def test_what_has_gone_before_is_weighed() -> None:
    """In answer to another question less is a concern than in answer to an offer."""
    (sentence,) = sentences("My boss wouldn't like it.")
    assert "at ASKED" in said_at("ASKED", sentence).others
    assert held("My boss wouldn't like it.")
    assert not held("My boss wouldn't like it.", "ASKED")


def test_the_package_brings_one_head() -> None:
    """A head for each kind of concern had too little to learn from."""
    assert load_concerns().names == (HOLDS_BACK,)
