"""Facts given away and facts contradicted; and what only looks like it."""

import pytest

from sparring.grade.actor.facts import contradicted, volunteered
from sparring.persona import Fact, Persona, load_personas
from sparring.transcript import EventKind
from tests.fakes.broken_buyers import a_call, caller, happened
from tests.fakes.documents import a_persona


def a_secret() -> Fact:
    """A hidden fact of the caller's with a line long enough to be known again."""
    return next(
        fact
        for fact in caller().facts
        if fact.visible == "hidden" and any(len(line.split(".")[0].split()) > 9 for line in fact.lines)
    )


def the_line() -> str:
    return next(line for line in a_secret().lines if len(line.split(".")[0].split()) > 9)


def test_a_hidden_line_said_unasked_is_found() -> None:
    """The words of the secret, with no event that it was earned."""
    (found,) = volunteered(a_call("Hi, it's about my dad.", f"Oh well. {the_line()}"), caller())
    assert (found.fault, found.evidence.turn) == ("volunteered_fact", 3)


def test_an_earned_line_is_none() -> None:
    """The same words after the question for it."""
    asks = ("Hello.", a_secret().question, "I see.", "Go on.")
    events = (happened(EventKind.FACT_EARNED, 3, a_secret().id),)
    assert list(volunteered(a_call("Hi.", the_line(), rep_says=asks, events=events), caller())) == []


def test_a_fact_that_nobody_asked_for_is_found_by_its_event() -> None:
    """The record says that it was told, and the rep had asked nothing."""
    quiet = ("Hello, this is Dana.", "I see.", "Mm-hmm.", "Right.")
    events = (happened(EventKind.FACT_EARNED, 3, a_secret().id),)
    (found,) = volunteered(a_call("Hi.", "Something.", rep_says=quiet, events=events), caller())
    assert found.evidence.turn == 3


@pytest.mark.parametrize("text", ["I'd rather not say.", "It is complicated, you know.", "My father fell last week."])
def test_evasions_and_open_facts_are_none(text: str) -> None:
    """A guarded answer gives nothing away."""
    assert list(volunteered(a_call("Hi.", text), caller())) == []


def test_every_guarded_line_of_every_fact_is_none() -> None:
    """Whatever the persona may say while it keeps a secret."""
    for fact in caller().facts:
        for line in fact.guarded:
            assert list(volunteered(a_call("Hi.", line), caller())) == [], line


def buyer_of(*lines: str) -> Persona:
    """A persona whose one fact is told in these words."""
    raw = a_persona().model_dump(mode="json")
    raw["facts"][1]["lines"] = [lines[place % len(lines)] for place in range(4)]
    return Persona.model_validate_json(Persona.model_validate(raw, strict=False).model_dump_json())


TRUE = (
    "My father is eighty-two years old. He lives alone. He comes home on Friday. The doctor gave him four pills a day."
)


@pytest.mark.parametrize(
    "text",
    [
        "He is seventy-five years old.",
        "Dad just turned 75.",
        "He lives with my sister.",
        "He comes home on Monday.",
        "The doctor gave him six pills a day.",
        "The doctor never gave him four pills a day.",
    ],
)
def test_what_cannot_be_true_beside_the_facts_is_found(text: str) -> None:
    """Another age, another day, another number, another household, or the same denied."""
    (found,) = contradicted(a_call("Hi.", text), buyer_of(TRUE))
    assert (found.fault, found.evidence.quote) == ("contradicted_fact", text)


@pytest.mark.parametrize(
    "text",
    [
        "He is 82 years old.",
        "He is eighty two years old.",
        "The neighbor is seventy years old.",
        "He lives alone, yes.",
        "I live in Omaha.",
        "He comes home on Friday.",
        "The nurse comes on Monday.",
        "He lives alone with four cats.",
        "Does he live with my sister?",
        "He doesn't like the pills.",
        "The doctor gave him four pills a day, I think.",
    ],
)
def test_what_can_be_true_is_none(text: str) -> None:
    """The same in other words, other people, other things, and questions."""
    assert list(contradicted(a_call("Hi.", text), buyer_of(TRUE))) == []


def test_a_buyer_who_takes_back_what_they_said_is_found() -> None:
    """Their own words count as well as the persona's."""
    call = a_call("My brother pays for the care and the house.", "My brother never pays for the care and the house.")
    (found,) = contradicted(call, caller())
    assert found.evidence.turn == 3


@pytest.mark.parametrize("persona", load_personas(), ids=lambda one: one.id)
def test_what_a_shipped_buyer_says_of_the_next_step_denies_nothing_of_theirs(persona: Persona) -> None:
    """A line like "you can't miss the flag", beside "there's a flag out front", makes an exam void."""
    wanted = persona.agrees_when
    for lines in (wanted.lines, wanted.no_time, wanted.not_yet, wanted.confirms, wanted.farewell):
        assert list(contradicted(a_call("Hi.", *lines), persona)) == []
