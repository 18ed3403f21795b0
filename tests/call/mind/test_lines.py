"""Which lines there are, and their order."""

from dataclasses import replace

import pytest

from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.heard.answer_form import AnswerForm
from sparring.call.mind.lines import (
    asked_for,
    dodged_vaguely,
    least_again,
    lines_for,
    nth_line,
    of_what_was_not_asked,
    turned_from,
)
from sparring.call.mind.manner import Tone
from sparring.call.mind.wording import worded
from sparring.persona import find_persona
from tests.fakes.reps import opened

THREE = ("One.", "Two.", "Three.")


def test_every_line_comes_before_any_comes_again() -> None:
    """A round of a group is a shuffle, not a draw."""
    first, second = ([nth_line("group", THREE, round_ * 3 + place, 7) for place in range(3)] for round_ in (0, 1))
    assert sorted(first) == sorted(second) == sorted(THREE)


def test_another_seed_takes_them_in_another_order() -> None:
    """Variety is in the order alone."""
    orders = {tuple(turned_from("group", THREE, 0, seed)) for seed in range(12)}
    assert len(orders) > 1
    assert {tuple(sorted(order)) for order in orders} == {tuple(sorted(THREE))}


def test_the_persona_s_own_lines_come_before_shared_ones() -> None:
    """What the persona has words for is said in these; of what it has none for, in everybody's."""
    daughter = find_persona("daughter_discharge")
    fact = daughter.facts[0]
    assert lines_for(daughter, Part(PartKind.TELL, fact.id), "neutral") == (f"fact:{fact.id}", fact.lines)
    group, lines = lines_for(daughter, Part(PartKind.NUDGE, "go_on"), "neutral")
    assert group.startswith("nudge")
    assert lines


def test_of_two_ways_to_tell_something_the_one_is_taken_that_says_less_again() -> None:
    """The year has just been said."""
    lines = ("Three years ago the doctor told us.", "I'd noticed before, and said nothing.")
    assert least_again(lines, "Three years since the doctor said Alzheimer's.") == lines[1:]


def test_nothing_vague_is_said_of_what_happened_once() -> None:
    """That it varies is an answer on how things are."""
    assert dodged_vaguely(["what goes wrong on a friday"], frozenset({AnswerForm.OTHER})) == "guard.aside"
    assert dodged_vaguely(["is it hard"], frozenset({AnswerForm.YES_OR_NO})) == "guard.aside.closed"
    assert dodged_vaguely(["what happened to her"], frozenset({AnswerForm.OTHER})) == ""


@pytest.mark.parametrize(
    ("persona", "told", "topic"),
    [("price_shopper", "the_stove", "what_happened"), ("veterans_wife", "washing", "care_needs")],
)
def test_nobody_says_that_they_were_not_asked_for_what_they_have_told(persona: str, told: str, topic: str) -> None:
    """Told, dodged or asked about: "nobody's asked me what happened yet" is not true any more."""
    state = opened(persona).state
    who = find_persona(persona)
    claims = {line for one in who.agrees_when.not_asked if topic in one.topics for line in one.lines}
    assert claims <= set(of_what_was_not_asked(who, state))
    for spoken_of in (
        replace(state, rapport=replace(state.rapport, told=(told,))),
        replace(state, dodged=(told,)),
        replace(state, asked={topic: 1}),
    ):
        assert claims.isdisjoint(of_what_was_not_asked(who, spoken_of))


@pytest.mark.parametrize("persona", ["kickback_bait", "rehab_social_worker"])
def test_who_was_asked_a_good_deal_says_only_that_there_is_more(persona: str) -> None:
    """Who has asked four times is not told that they asked nothing."""
    practice = opened(persona)
    for asked, group in (({"other": 4}, "not_yet.facts.asked"), ({}, "not_yet.facts")):
        state = replace(practice.state, asked=asked)
        (said,) = worded(practice.persona, state, (Part(PartKind.NOT_YET, "facts"),), Tone("neutral"))
        assert group in said.group.split()


def test_a_line_that_gives_a_reason_is_for_who_asks_why() -> None:
    """As long as there is another."""
    lines = ["Because it happened to me.", "It happened to me."]
    assert asked_for(lines, frozenset({AnswerForm.YES_OR_NO})) == lines[1:]
    assert asked_for(lines, frozenset({AnswerForm.WHY})) == lines
    assert asked_for(lines[:1], frozenset({AnswerForm.YES_OR_NO})) == lines[:1]
