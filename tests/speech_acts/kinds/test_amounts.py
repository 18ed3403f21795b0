"""Prices named by the speaker's own agency, told apart from budgets and from what others charge."""

import pytest

from sparring.speech_acts import ActKind, Context, recognise


def _prices(text: str) -> list[str]:
    return [act.about for act in recognise(text) if act.kind is ActKind.PRICE]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Our rate is thirty-four dollars an hour.", "thirty four dollars an hour"),
        ("It's 36 an hour on weekdays.", "36 an hour"),
        ("our price is $36 hourly", "36 dollars hourly"),
        ("you'd pay about nine hundred dollars a week", "nine hundred dollars a week"),
    ],
)
def test_an_amount_of_our_own_is_a_price(text: str, amount: str) -> None:
    """In digits or in words, with or without marks."""
    assert _prices(text) == [amount]


@pytest.mark.parametrize(
    "text",
    [
        "You said the other agency quoted you twenty eight dollars an hour.",
        "Do you have a budget, maybe two hundred dollars a week?",
        "A private helper charges twenty dollars an hour.",
        "four hours a day three days a week",
        "We give a fifty dollar gift card.",
    ],
)
def test_other_amounts_are_none(text: str) -> None:
    """Budgets, competitors' prices, hours and gifts name no price of ours."""
    assert _prices(text) == []


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("sure it's thirty two to thirty six depending on the hours", "thirty two to thirty six"),
        ("We're at thirty-four.", "thirty four"),
        ("we charge 35 for you", "35"),
    ],
)
def test_asked_for_a_price_a_bare_number_is_one(text: str, amount: str) -> None:
    """Nobody says the unit twice; without the question it is a number like any other."""
    asked = Context(said_before=("What do you people charge?",))
    assert [act.about for act in recognise(text, asked) if act.kind is ActKind.PRICE] == [amount]
    assert not _prices(text)
