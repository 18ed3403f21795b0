"""Proof that a persona can be won."""

import pytest

from sparring.call.proof import proven, shortest_way
from sparring.persona import DIFFICULTIES, Persona, load_personas
from tests.fakes.personas import a_secret, an_objection, parsed, raw_persona, small_persona


@pytest.mark.slow
@pytest.mark.parametrize("persona", load_personas(), ids=lambda persona: persona.id)
def test_every_shipped_persona_can_be_won(persona: Persona) -> None:
    """On hard: the goal is within reach, every hidden fact can be earned, every objection can be settled."""
    way = shortest_way(persona, "hard")
    hidden = {fact.id for fact in persona.facts if fact.visible == "hidden"}
    assert way.agreed
    assert hidden <= way.told
    assert way.raised <= way.settled


def test_the_way_is_told_sentence_by_sentence() -> None:
    """What to say, and what the buyer answers."""
    way = shortest_way(small_persona(), "easy")
    assert way.moves[0][0].startswith("Hello, this is Dana")
    assert all(answer for _, answer in way.moves)


def test_harder_settings_take_no_fewer_turns() -> None:
    """The shortest way grows with the setting."""
    persona = parsed(raw_persona("job_seeker"))
    lengths = [len(shortest_way(persona, level).moves) for level in DIFFICULTIES]
    assert lengths == sorted(lengths)


def test_a_goal_out_of_reach_is_found() -> None:
    """More trust than can be earned before patience runs out."""
    level = {"trust_start": 0, "trust_to_agree": 100, "patience": 10, "settles_when": "answered"}
    persona = small_persona(levels={"easy": level, "normal": dict(level), "hard": dict(level)})
    assert any("no way was found to the next step" in problem for problem in proven(persona).problems)


def test_a_fact_whose_question_does_not_reach_it_is_found() -> None:
    """Another secret stands in front of it on the same topic, and its own question has none of its words."""
    first = a_secret("first", "payment", cues=["what about second"], needs={"trust": 100})
    persona = small_persona(facts=[first, a_secret("second", "payment")])
    assert any("no way was found to fact first" in problem for problem in proven(persona).problems)


def test_an_objection_that_cannot_be_settled_is_found() -> None:
    """It wants an act that has no place on an inquiry."""
    stuck = an_objection("stuck", {"acts": ["price"]}, settled_by=["explains_referring"])
    persona = small_persona(objections=[stuck])
    assert any("no way was found to settle objection stuck" in problem for problem in proven(persona).problems)


def test_mistakes_in_the_file_are_reported_before_any_search() -> None:
    """A persona that is wrong on paper is not searched."""
    raw = raw_persona()
    raw["hearing_names"] = ["Frank"]
    assert proven(parsed(raw)).problems == (
        "hearing_names lacks Laura, which the rep is likely to say.",
        "hearing_names lacks Willow, which the rep is likely to say.",
    )
