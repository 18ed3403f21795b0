"""What findings about the buyer do to a grade, and that our own buyers give none."""

import asyncio
from pathlib import Path
from typing import Literal

import pytest

from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call.scripted_call import Script, play_script
from sparring.grade.actor import audited, findings
from sparring.persona import DIFFICULTIES, Persona, find_persona, load_personas
from sparring.rubric import find_rubric
from sparring.transcript import Attempt, Transcript, parse_transcript
from tests.fakes.broken_buyers import a_call, caller
from tests.fakes.documents import a_scorecard

GOLDEN = Path(__file__).parents[2] / "golden"
SCRIPTS = sorted((GOLDEN / "scripts").glob("*.txt"))
CALLS = sorted(path for path in GOLDEN.glob("calls/*/*.json") if not path.name.endswith(".expected.json"))
SWAPPED = "right_words_by_the_buyer.json"
"""Golden calls whose buyer says the rep's lines: the inside one answers the phone that they are calling."""


def broken(kind: Literal["private", "counted", "exam"]) -> Transcript:
    return a_call("Hi, it's about my dad.", "As an AI, I have no father.", attempt=Attempt(kind=kind))


@pytest.mark.parametrize("kind", ["counted", "exam"])
def test_a_broken_buyer_voids_what_counts(kind: Literal["counted", "exam"]) -> None:
    """Without one number, with the reason, and with nothing held against the rep."""
    card = audited(a_scorecard(broken(kind)), broken(kind), caller())
    assert (card.status, card.totals, card.passed) == ("void", None, None)
    assert (card.criteria, card.red_lines) == ((), ())
    assert card.reason is not None
    assert "does not count and costs you nothing" in card.reason
    assert [one.fault for one in card.actor] == ["assistant_talk"]


def test_in_practice_it_is_a_notice() -> None:
    """The grade stands as it was."""
    before = a_scorecard(broken("private"))
    card = audited(before, broken("private"), caller())
    assert [one.fault for one in card.actor] == ["assistant_talk"]
    assert card.model_copy(update={"actor": ()}) == before


def test_a_buyer_who_was_one_changes_nothing() -> None:
    """The same scorecard."""
    call = a_call("Hi, it's about my dad.", "He fell.", attempt=Attempt(kind="exam"))
    card = a_scorecard(call)
    assert audited(card, call, caller()) is card


def test_a_call_that_was_too_short_is_void_all_the_same() -> None:
    """An attempt that does not count is not used up either."""
    card = a_scorecard(
        broken("exam"), status="not_gradable", reason="Too short.", totals=None, passed=None, criteria=()
    )
    assert audited(card, broken("exam"), caller()).status == "void"


def test_another_wording_of_the_persona_is_not_held_against_its_facts() -> None:
    """Only what no buyer may say is looked for then."""
    changed = Persona.model_validate_json(caller().model_copy(update={"goal": "Another."}).model_dump_json())
    assert [one.fault for one in findings(broken("private"), changed)] == ["assistant_talk"]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_our_own_buyers_give_no_findings(path: Path) -> None:
    """Every golden script on every setting: good, fair and poor reps alike."""
    persona = find_persona(path.stem.rpartition("_")[0])
    rubric = find_rubric(persona.rubric_id)
    lines = tuple(line for line in path.read_text().splitlines() if line.strip())
    for level in DIFFICULTIES:
        script = Script(lines, 7, level)
        call = asyncio.run(play_script(persona, rubric, script, journal=MemoryJournal(), store=MemoryStore()))
        assert findings(call, persona) == ()


@pytest.mark.parametrize("path", CALLS, ids=lambda path: f"{path.parent.name}_{path.stem}")
def test_golden_calls_give_no_findings_but_where_the_buyer_answers_the_phone(path: Path) -> None:
    """Written calls of all ten kinds; one of them has a buyer with the agency's words, and that one is found."""
    call = parse_transcript(path.read_bytes(), source=path.name)
    like = next(one for one in load_personas() if one.call_direction == call.call_direction)
    found = [one.fault for one in findings(call, like)]
    assert found == (["wrong_direction"] if path.match(f"inside/{SWAPPED}") else [])
