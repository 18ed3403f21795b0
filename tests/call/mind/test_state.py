"""The buyer's state as plain data."""

import json

import pytest

from sparring.call.mind.state import BuyerState, Concern, from_json, to_json
from tests.fakes.reps import follow, practise, script


@pytest.mark.parametrize("difficulty", ["easy", "normal", "hard"])
def test_a_state_survives_its_json_at_every_turn(difficulty: str) -> None:
    """Any moment of a call can be written down and taken up again."""
    practice = practise("price_shopper", difficulty=difficulty)  # type: ignore[arg-type]
    for line in script("price_shopper_excellent"):
        assert from_json(to_json(practice.state)) == practice.state
        practice.speak(line)
    assert from_json(to_json(practice.state)) == practice.state


def test_the_same_state_gives_the_same_json() -> None:
    """Two calls that went the same way are the same bytes."""
    one, other = (follow("discharge_planner", script("discharge_planner_fair")) for _ in range(2))
    assert to_json(one.state) == to_json(other.state)


def test_a_call_goes_on_from_its_json() -> None:
    """A restored state gives the same next move."""
    practice = follow("daughter_discharge", script("daughter_discharge_fair")[:5])
    restored = practise("daughter_discharge")
    restored.state = from_json(to_json(practice.state))
    question = "Besides you, who has a say in this?"
    assert restored.speak(question) == practice.speak(question)


def test_a_hard_buyer_carries_the_easier_ones() -> None:
    """Three buyers live through the same call."""
    state: BuyerState | None = practise("price_shopper", difficulty="hard").state
    levels = []
    while state is not None:
        levels.append(state.difficulty)
        state = state.easier
    assert levels == ["hard", "normal", "easy"]


def test_facts_told_are_read_from_the_standing() -> None:
    """`revealed` names them in the order told."""
    practice = follow("daughter_discharge", script("daughter_discharge_fair")[:4])
    assert practice.state.revealed == practice.state.rapport.told
    assert practice.state.revealed[0] == "bathing"


def test_concerns_come_back_as_concerns() -> None:
    """Nested values keep their types."""
    practice = follow("care_manager_let_down", script("care_manager_let_down_poor")[:1])
    restored = from_json(to_json(practice.state))
    assert restored.rapport.concerns
    assert isinstance(restored.rapport.concerns[0], Concern)


@pytest.mark.parametrize("text", ["", "{}", "[]", json.dumps({"persona_id": 1})])
def test_other_text_is_not_a_state(text: str) -> None:
    """What `to_json` did not write is refused."""
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_json(text)
