"""The personas that ship, and those of an operator."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sparring.errors import PersonaRejected, PersonaUnknown
from sparring.persona import DIFFICULTIES, Persona, find_persona, load_personas, public_card
from tests.fakes.personas import parsed, raw_persona

SPOKEN = frozenset(
    {"lines", "guarded", "again", "behind", "softened", "settled", "thanks", "picks_up", "blocks", "passes", "no_time"}
    | {"not_yet", "confirms", "farewell", "says_name", "says_contact", "gives_time", "unknown", "running_short"}
    | {"pitched_early", "touched"}
)
CARD = {
    "id",
    "version",
    "name",
    "role",
    "summary",
    "situation",
    "goal",
    "agency",
    "call_direction",
    "call_type",
    "difficulty",
    "difficulties",
    "gender",
    "rubric_id",
    "hints",
}
CANARY = "canary"


def test_seventeen_personas_ship() -> None:
    """Nine people call, eight are called."""
    directions = [persona.call_direction for persona in load_personas()]
    assert directions.count("buyer_calls") == 9
    assert directions.count("rep_calls") == 8


def test_those_who_call_come_first_and_the_easier_ones_before_the_harder() -> None:
    """The order on the page is the order in which a rep should meet them."""
    order = [(persona.call_direction, DIFFICULTIES.index(persona.difficulty)) for persona in load_personas()]
    assert order == sorted(order)


def test_an_operators_persona_replaces_a_shipped_one(tmp_path: Path) -> None:
    """A file in the extra folder wins over the shipped persona of the same id."""
    raw = raw_persona() | {"version": 7}
    (tmp_path / "mine.json").write_text(json.dumps(raw))
    assert find_persona("daughter_discharge", tmp_path).version == 7
    assert len(load_personas(tmp_path)) == len(load_personas())


def test_a_broken_file_in_the_extra_folder_is_named(tmp_path: Path) -> None:
    """The operator is told which file is wrong."""
    (tmp_path / "broken.json").write_text("{")
    with pytest.raises(PersonaRejected) as caught:
        load_personas(tmp_path)
    assert caught.value.source == "broken.json"


def test_an_unknown_persona_gets_the_documented_error() -> None:
    """Asking for nobody is not a crash."""
    with pytest.raises(PersonaUnknown):
        find_persona("nobody")


@pytest.mark.parametrize("persona", load_personas(), ids=lambda persona: persona.id)
def test_the_card_has_the_agreed_fields(persona: Persona) -> None:
    """The page gets exactly what it was promised."""
    assert set(public_card(persona)) == CARD


def marked(node: Any) -> Any:
    """The same tree with a canary in every sentence."""
    if isinstance(node, dict):
        return {key: marked(value) for key, value in node.items()}
    if isinstance(node, list):
        return [marked(value) for value in node]
    return f"{node} {CANARY}" if isinstance(node, str) and " " in node and node == node.strip() else node


@pytest.mark.parametrize("persona", load_personas(), ids=lambda persona: persona.id)
def test_nothing_hidden_stands_on_the_card(persona: Persona) -> None:
    """With a canary in every hidden sentence, none flies out on the card."""
    raw = persona.model_dump(mode="json")
    public = {key: raw[key] for key in CARD & set(raw)}
    hidden = {key: marked(value) for key, value in raw.items() if key not in CARD}
    card = public_card(parsed(public | hidden))
    assert CANARY not in json.dumps(card)


@pytest.mark.parametrize("persona", load_personas(), ids=lambda persona: persona.id)
def test_no_hidden_fact_is_told_before_the_call(persona: Persona) -> None:
    """No line that would tell a hidden fact stands in what the rep reads before the call."""
    card = json.dumps(public_card(persona))
    for fact in persona.facts:
        if fact.visible == "hidden":
            assert not any(line in card for line in (fact.text, *fact.lines))


@pytest.mark.parametrize("persona", load_personas(), ids=lambda persona: persona.id)
def test_whatever_a_persona_says_it_can_say_in_four_ways(persona: Persona) -> None:
    """Every group of lines that is there at all; what is not there is said in the shared words, which are as many."""
    groups = list(lines_in(persona.model_dump()))
    assert groups
    assert all(len(set(lines)) >= 4 for lines in groups), [lines for lines in groups if len(set(lines)) < 4]


def lines_in(node: Any) -> Iterator[tuple[str, ...]]:
    """Every group of spoken lines in a persona."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in SPOKEN and value:
                yield value
            else:
                yield from lines_in(value)
    elif isinstance(node, tuple):
        for value in node:
            yield from lines_in(value)


def test_a_persona_that_says_something_else_has_a_new_version() -> None:
    """The digest of each version stays what it was: grading refuses a call under a version with another content."""
    published = json.loads((Path(__file__).parents[1] / "golden" / "persona_versions.json").read_text())
    now = {f"{persona.id} {persona.version}": persona.digest for persona in load_personas()}
    assert published == published | now, "changed without a new version: run tools/record_replays.py after raising it"
