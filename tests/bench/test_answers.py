"""Whether a buyer's answer is the right one."""

from dataclasses import replace

import pytest
from bench.answers import Line, answered, at_ease, is_right, lines

from sparring.call.mind.decision import Part, PartKind

LINES = lines()
TELL, UNKNOWN = PartKind.TELL, PartKind.UNKNOWN


def wanting(*groups: str) -> Line:
    """A line that wants one of each group's words."""
    return replace(LINES[0], want=tuple(frozenset(group.split()) for group in groups))


def test_each_persona_has_two_dozen_lines_and_about_half_of_all_are_held_out() -> None:
    """Every label is a fact of the persona, or a kind of manners."""
    manners = {"unknown", "pleasantry", "name", "time", "step", "nod"}
    fresh = [line for line in LINES if not (line.tuned or line.fitted)]
    per_persona = [sum(line.persona is persona for line in fresh) for persona in {line.persona for line in fresh}]
    assert per_persona == [24] * 17
    assert 0.4 < sum(line.held_out for line in fresh) / len(fresh) < 0.6
    assert all(word in manners or word in line.persona.facts_by_id for line in LINES for g in line.want for word in g)


@pytest.mark.parametrize(
    ("want", "parts", "right"),
    [
        (("a b",), (Part(TELL, "b"),), True),
        (("a b",), (Part(TELL, "c"),), False),
        (("a b",), (Part(TELL, "a"), Part(TELL, "c")), False),
        (("a", "b"), (Part(TELL, "a"),), False),
        (("a", "b"), (Part(TELL, "a"), Part(TELL, "b")), True),
        (("a",), (Part(UNKNOWN, "who"),), False),
        (("unknown",), (Part(UNKNOWN, "who"),), True),
        (("unknown",), (Part(TELL, "a"),), False),
        (("nod",), (Part(PartKind.NUDGE, "heard"),), True),
        (("nod",), (Part(PartKind.GUARD, "a"),), False),
        (("step",), (Part(PartKind.AGREE, "Tuesday"),), True),
    ],
)
def test_a_right_answer_has_all_that_was_asked_for_and_nothing_else(
    want: tuple[str, ...], parts: tuple[Part, ...], *, right: bool
) -> None:
    """A fact of another question spoils it, and so does not to know."""
    assert is_right(wanting(*want), parts) is right


def test_a_line_is_said_to_a_buyer_in_the_middle_of_a_call() -> None:
    """What has to be told before is told, what it follows on has just been said."""
    line = next(line for line in LINES if line.after)
    state = at_ease(line)
    assert state.last[0].ref == line.after
    parts, words = answered(line, state)
    assert parts
    assert words
