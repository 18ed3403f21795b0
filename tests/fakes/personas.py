"""Personas for tests: a shipped one to change, and a small one whose every rule is visible."""

import json
from importlib.resources import files
from typing import Any

from sparring.persona import Persona, parse_persona


def raw_persona(persona_id: str = "daughter_discharge") -> dict[str, Any]:
    """A shipped persona as plain JSON values, to be changed freely."""
    text = (files("sparring") / "personas" / f"{persona_id}.json").read_text(encoding="utf-8")
    raw: dict[str, Any] = json.loads(text)
    return raw


def parsed(raw: dict[str, Any]) -> Persona:
    """The persona of plain values. Raises: PersonaRejected."""
    return parse_persona(json.dumps(raw).encode(), source="a test")


def lines_about(what: str, count: int = 4) -> list[str]:
    """Ways to say one thing that a test can recognise."""
    numbers = ("One", "Two", "Three", "Four", "Five", "Six")
    return [f"{numbers[index]} about {what}." for index in range(count)]


def a_fact(fact_id: str, topic: str, **changes: Any) -> dict[str, Any]:
    """An open fact about `topic`."""
    fact: dict[str, Any] = {"id": fact_id, "visible": "open", "text": f"About {fact_id}.", "topics": [topic]}
    fact |= {"question": f"What about {fact_id}?", "lines": lines_about(fact_id)}
    return fact | changes


def a_secret(fact_id: str, topic: str, **changes: Any) -> dict[str, Any]:
    """A hidden fact about `topic`."""
    return a_fact(fact_id, topic, visible="hidden", guarded=lines_about(f"not {fact_id}")) | changes


def an_objection(objection_id: str, raised: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """An objection settled by an answer."""
    objection: dict[str, Any] = {"id": objection_id, "kind": objection_id, "raised": raised}
    for part in ("lines", "again", "behind", "softened", "settled"):
        objection[part] = lines_about(f"{objection_id} {part}")
    return objection | changes


def small_persona(**changes: Any) -> Persona:
    """A caller with three facts and one objection, easy to follow by hand."""
    raw = raw_persona()
    raw |= {
        "facts": [
            a_fact("needs", "care_needs"),
            a_fact("place", "location"),
            a_secret("money", "payment", needs={"trust": 40}),
        ],
        "objections": [an_objection("price", {"acts": ["price"]}, settled_by=["answers_objection"])],
        "questions": [],
        "reactions": [],
        "corrections": [],
        "hints": [],
    }
    raw["agrees_when"] |= {"facts_at_least": 0, "facts": [], "objections": []}
    same = {"trust_start": 30, "trust_to_agree": 30, "patience": 100, "settles_when": "answered"}
    raw["levels"] = {"easy": same, "normal": dict(same), "hard": dict(same)}
    return parsed(raw | changes)
