"""The vocabulary of decisions."""

import pytest

from sparring.call.mind.decision import MoveKind, Part, PartKind, main_kind, with_used


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ((PartKind.TELL,), MoveKind.ANSWERS),
        ((PartKind.TELL, PartKind.OBJECT), MoveKind.OBJECTS),
        ((PartKind.SETTLE, PartKind.AGREE), MoveKind.AGREES),
        ((PartKind.TELL, PartKind.WONDER), MoveKind.ANSWERS),
        ((PartKind.WONDER,), MoveKind.ASKS),
        ((PartKind.GUARD,), MoveKind.DEFLECTS),
        ((PartKind.LEAVE,), MoveKind.HANGS_UP),
        ((PartKind.FAREWELL,), MoveKind.PARTS),
        ((PartKind.NUDGE,), MoveKind.ACKNOWLEDGES),
        ((), MoveKind.ACKNOWLEDGES),
    ],
)
def test_the_weightiest_part_names_the_move(kinds: tuple[PartKind, ...], expected: MoveKind) -> None:
    """Of several parts the one that matters most for the call decides."""
    assert main_kind(tuple(Part(kind) for kind in kinds)) is expected


def test_every_kind_of_part_belongs_to_a_kind_of_move() -> None:
    """No part leaves a move without a kind."""
    assert {main_kind((Part(kind),)) for kind in PartKind} >= set(MoveKind) - {MoveKind.ACKNOWLEDGES}


def test_used_lines_are_counted_and_given_back() -> None:
    """What was not heard may be said again."""
    parts = (Part(PartKind.TELL, "needs", group="fact:needs lead.neutral", text="One."),)
    used = with_used({}, parts)
    assert used == {"fact:needs": 1, "lead.neutral": 1}
    assert with_used(used, parts, by=-1) == {}
