"""How to tell that a sentence gives something away."""

import pytest

from sparring.persona import find_persona
from sparring.persona.out_of_role import lowered
from sparring.persona.secrets import figures, gives_away, in_the_open, may_be_said, words_that_may_be_said

CALLER = find_persona("daughter_discharge")
HIDDEN = [fact for fact in CALLER.facts if fact.visible == "hidden"]
ALLOWED = words_that_may_be_said(CALLER)


@pytest.mark.parametrize("fact_id", ["lives_alone", "two_falls", "brother_money", "dad_refuses"])
def test_a_hidden_line_gives_itself_away(fact_id: str) -> None:
    """One that is long enough to be recognised."""
    (fact,) = [one for one in HIDDEN if one.id == fact_id]
    assert any(gives_away(lowered(line), [fact], ALLOWED) for line in fact.lines)


def test_what_may_be_said_gives_nothing_away() -> None:
    """Evasions, concerns and the opening line are the buyer's own to use."""
    assert not [line for line in may_be_said(CALLER) if gives_away(lowered(line), HIDDEN, ALLOWED)]


def test_what_goes_on_about_a_hidden_fact_is_as_hidden() -> None:
    """It may be asked for by nobody who does not know of the fact, and tells half of it."""
    follow_on = CALLER.facts_by_id["on_the_floor"]
    assert follow_on.visible == "open"
    assert not in_the_open(CALLER, follow_on)
    assert frozenset(follow_on.lines).isdisjoint(may_be_said(CALLER))
    assert in_the_open(CALLER, CALLER.facts_by_id["fall_when"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He is eighty-two.", {"82"}),
        ("He is 82, and he fell 3 times.", {"82", "3"}),
        ("One of them, twice, for two days.", set()),
        ("Tuesdays at ten.", {"tuesday", "10"}),
        ("Twenty or five.", {"25"}),
        ("Nothing at all.", set()),
    ],
)
def test_figures_are_numbers_from_three_up_and_days(text: str, found: set[str]) -> None:
    """Written out or not; who says "one moment" names no figure."""
    assert figures(text) == found
