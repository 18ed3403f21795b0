"""The persona contract."""

import json

import pytest

from sparring.documents import digest_of
from sparring.errors import PersonaRejected
from sparring.persona import Persona, load_personas, parse_persona
from sparring.persona.contract import MAX_PERSONA_BYTES
from tests.fakes.personas import parsed, raw_persona


def refused(raw: object) -> PersonaRejected:
    """The error that parsing `raw` raises."""
    with pytest.raises(PersonaRejected) as caught:
        parse_persona(json.dumps(raw).encode(), source="odd.json")
    return caught.value


def test_an_unknown_field_is_named() -> None:
    """A misspelt field is refused with its path."""
    raw = raw_persona()
    raw["facts"][2]["hiden"] = True
    error = refused(raw)
    assert error.source == "odd.json"
    assert error.field == "facts.2.hiden"


def test_the_same_fact_id_twice_is_refused() -> None:
    """Ids are unique within their kind."""
    raw = raw_persona()
    raw["facts"][1]["id"] = raw["facts"][0]["id"]
    assert "father_frank stands twice" in refused(raw).reason


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        (("objections", 0, "opens"), "nobody_knows", "no fact nobody_knows"),
        (("facts", 0, "needs"), {"after": ["nobody_knows"]}, "no fact nobody_knows"),
        (("facts", 0, "stage"), "reception", "no stage reception"),
        (("agrees_when", "objections"), ["weather"], "no objection weather"),
        (("agrees_when", "facts"), ["weather"], "no fact weather"),
    ],
)
def test_a_reference_to_nothing_is_refused(path: tuple[str | int, ...], value: object, reason: str) -> None:
    """Every id that is referred to exists."""
    raw = raw_persona()
    node: object = raw
    for step in path[:-1]:
        node = node[step]  # type: ignore[index]
    node[path[-1]] = value  # type: ignore[index]
    assert reason in refused(raw).reason


def test_a_huge_file_is_refused_before_it_is_read() -> None:
    """The size is capped."""
    with pytest.raises(PersonaRejected, match="larger than"):
        parse_persona(b" " * (MAX_PERSONA_BYTES + 1), source="huge.json")


def test_a_line_that_reads_other_than_it_is_stored_is_refused() -> None:
    """Bidirectional controls never get in."""
    raw = raw_persona()
    raw["opening_line"] = "Hello \u202edad"
    assert "bidirectional" in refused(raw).reason


def test_the_digest_follows_the_wording_and_not_the_formatting() -> None:
    """Two files with the same content have one digest; one changed word gives another."""
    raw = raw_persona()
    tight = parse_persona(json.dumps(raw, separators=(",", ":")).encode(), source="a")
    loose = parse_persona(json.dumps(raw, indent=2).encode(), source="b")
    assert tight.digest == loose.digest
    raw["opening_line"] = "Good evening."
    assert parsed(raw).digest != tight.digest
    assert len(tight.digest) == len(digest_of(b""))


def test_each_stage_speaks_with_its_own_voice() -> None:
    """Who has no voice of their own speaks with the persona's."""
    persona = parsed(raw_persona("front_desk_block"))
    assert persona.voice_of("front_desk").local == "ruth"
    assert persona.voice_of("coordinator") == persona.voice


def test_the_rubric_follows_the_call_type() -> None:
    """Inbound inquiries and referral calls are graded by different rubrics."""
    assert parsed(raw_persona()).rubric_id == "inside_sales"
    assert parsed(raw_persona("discharge_planner")).rubric_id == "outside_sales"


def test_each_setting_has_its_own_thresholds() -> None:
    """The thresholds of a level are those in the file."""
    persona: Persona = parsed(raw_persona())
    assert persona.thresholds("easy") == persona.levels.easy
    assert persona.thresholds("normal") == persona.levels.normal
    assert persona.thresholds("hard") == persona.levels.hard


def test_cues_are_collected_from_every_part() -> None:
    """The words that mean something to the buyer come from facts, objections, questions, reactions and corrections."""
    cues = parsed(raw_persona()).cues
    assert {"bath", "same caregiver", "tomorrow", "nursing home", "your mother"} <= cues


REALTIME_VOICES = {"alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin", "cedar"}


def test_every_shipped_person_has_a_voice_that_realtime_models_have() -> None:
    """Their own, or that of a twin."""
    for persona in load_personas():
        for stage in persona.stages:
            assert persona.voice_of(stage.id).on("openai-realtime") in REALTIME_VOICES


def test_facts_and_objections_are_looked_up_by_their_ids() -> None:
    """Each under its own, and the hidden ones are known."""
    persona = parsed(raw_persona())
    assert [(one, fact.id) for one, fact in persona.facts_by_id.items()] == [
        (fact.id, fact.id) for fact in persona.facts
    ]
    assert tuple(persona.objections_by_id.values()) == persona.objections
    assert persona.hidden_facts == {fact.id for fact in persona.facts if fact.visible == "hidden"}
