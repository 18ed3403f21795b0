"""What a rep can choose from, and nothing more."""

import json

from fastapi.testclient import TestClient

from sparring.persona import load_personas


def test_no_hidden_part_of_a_persona_reaches_the_page(rep: TestClient) -> None:
    """No line, fact, objection or personality of any persona is in the public list."""
    shown = rep.get("/api/personas").text
    for persona in load_personas():
        hidden = [persona.personality, *(fact.text for fact in persona.facts)]
        hidden += [line for fact in persona.facts for line in fact.lines]
        hidden += [line for objection in persona.objections for line in objection.lines]
        assert not [text for text in hidden if json.dumps(text)[1:-1] in shown]


def test_there_are_buyers_of_both_kinds_and_a_hard_one_of_each(rep: TestClient) -> None:
    """Two who call and two who are called, at least; one of each is hard."""
    cards = rep.get("/api/personas").json()["personas"]
    for direction in ("buyer_calls", "rep_calls"):
        group = [card for card in cards if card["call_direction"] == direction]
        assert len(group) >= 2
        assert any(card["difficulty"] == "hard" for card in group)


def test_a_rubric_is_shown_without_its_signals(rep: TestClient) -> None:
    """Criteria, points and checks, but not what the rules look for."""
    shown = rep.get("/api/rubrics/inside_sales").json()
    assert sum(category["points"] for category in shown["categories"]) == shown["points"] == 90
    keys = {key for category in shown["categories"] for criterion in category["criteria"] for key in criterion}
    assert keys == {"id", "title", "points", "check", "observable"}


def test_an_unknown_rubric_is_not_found(rep: TestClient) -> None:
    """Also one whose name would be a path."""
    assert rep.get("/api/rubrics/none").status_code == 404
    assert rep.get("/api/rubrics/..%2f..%2fetc").status_code == 404


def test_engines_tell_how_far_they_are(rep: TestClient) -> None:
    """The page shows progress before speech is ready."""
    engines = rep.get("/api/engines").json()
    assert engines["hearing"]["state"] == "loading"
    assert set(engines) == {"transport", "hearing", "voice", "buyer", "outside"}
