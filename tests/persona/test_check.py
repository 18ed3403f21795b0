"""What is wrong with a persona that can be read."""

from collections.abc import Callable
from typing import Any

import pytest

from sparring.persona import Persona, check_persona, load_personas
from tests.fakes.personas import parsed, raw_persona

Change = Callable[[dict[str, Any]], None]


@pytest.mark.parametrize("persona", load_personas(), ids=lambda persona: persona.id)
def test_shipped_personas_have_no_mistakes(persona: Persona) -> None:
    """Every shipped persona is fit to practise with."""
    assert check_persona(persona) == ()


def put(*path: str | int, to: object) -> Change:
    """Set one value deep inside a persona."""

    def change(raw: dict[str, Any]) -> None:
        node: Any = raw
        for step in path[:-1]:
            node = node[step]
        node[path[-1]] = to

    return change


HIDDEN = 13  # index of a hidden fact in the daughter's file


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (put("facts", HIDDEN, "guarded", to=[]), "needs at least four guarded lines"),
        (put("facts", HIDDEN, "needs", to={"trust": 95}), "more than 100 points of trust"),
        (put("facts", HIDDEN, "needs", to={"after": ["lives_alone"]}), "can never be earned"),
        (put("objections", 0, "settled_by", to=[]), "says when"),
        (put("objections", 0, "softened_by", to=[]), "can never be acknowledged"),
        (put("objections", 0, "raised", to={}), "is never raised"),
        (put("agrees_when", "facts_at_least", to=12), ""),
        (put("agrees_when", "acts", to=[]), "Nothing makes this buyer agree"),
        (put("agrees_when", "objections", to=["tomorrow"]), "not raised on easy"),
        (put("levels", "hard", "trust_start", to=90), "trust_start is kinder on hard than on normal"),
        (put("levels", "hard", "settles_when", to="answered"), "settles_when is kinder on hard"),
        (put("levels", "normal", "patience", to=200), "patience is kinder on normal"),
        (put("voice", "local", to="nobody"), "is unknown or of the other gender"),
        pytest.param(put("voice", "local", to="walter"), "is unknown or of the other gender", id="of the other gender"),
        (put("hearing_names", to=["Frank"]), "hearing_names lacks Laura"),
        (put("says_name", 0, to="Laura \U0001f600"), "cannot be spoken"),
        (put("says_name", 0, to="so " * 31), "too long to be said in one breath"),
        (put("says_name", to=["Hi."] * 4), "one line stands twice"),
        (put("hints", 0, to={"line": "Ask.", "facts": ["the_moon"]}), "waits for the_moon"),
    ],
)
def test_each_mistake_is_explained_in_a_sentence(change: Change, sentence: str) -> None:
    """One wrong value gives a sentence that says what to do, or none when the value is odd but allowed."""
    raw = raw_persona()
    if sentence == "says when":  # neither acts nor words settle it
        raw["objections"][0]["cues"] = []
        sentence = "can never be settled"
    change(raw)
    found = check_persona(parsed(raw))
    assert any(sentence in one for one in found) if sentence else found == ()


def test_two_people_on_one_call_may_not_share_a_voice() -> None:
    """The front desk and the person behind it sound like two people."""
    raw = raw_persona("front_desk_block")
    raw["stages"][0]["voice"]["local"] = "victor"
    found = check_persona(parsed(raw))
    assert "Two people on this call share one voice." in found


def test_a_front_desk_that_wants_more_than_it_can_get_is_found() -> None:
    """A gate higher than the number of wishes would never open."""
    raw = raw_persona("front_desk_block")
    raw["levels"]["hard"]["gate"] = 6
    assert any("wants 6 of them met" in one for one in check_persona(parsed(raw)))


def test_a_stage_needs_words_of_its_own() -> None:
    """Blocking, putting through and picking up need four lines each."""
    raw = raw_persona("front_desk_block")
    raw["stages"][0]["blocks"] = []
    raw["stages"][1]["picks_up"] = []
    found = check_persona(parsed(raw))
    assert sum("needs at least four lines" in one for one in found) == 2


def test_a_question_that_stands_with_two_facts_is_named() -> None:
    """It would ask for neither of them."""
    raw = raw_persona()
    raw["facts"][0]["asked_as"] = ["Who is it for?"]
    raw["facts"][1]["asked_as"] = ["who is it for"]
    first, second = (one["id"] for one in raw["facts"][:2])
    assert f"'who is it for' in asked_as of {second} stands with {first} already." in check_persona(parsed(raw))
