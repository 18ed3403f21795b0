"""What the buyer has decided to do in one move, before it has words.

Flows in: nothing. Flows out: the vocabulary that the mind, the built-in wording and a model's instruction share.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class PartKind(StrEnum):
    """One thing a move does. `ref` names what it is about."""

    OPEN = "open"
    PICK_UP = "pick_up"  # ref: stage
    TRANSFER = "transfer"  # ref: stage
    BLOCK = "block"  # ref: stage
    CORRECT = "correct"  # ref: index of the correction
    REACT = "react"  # ref: index of the reaction
    NOTICE = "notice"  # ref: what is noticed about the rep's way of talking
    PLEASANTRY = "pleasantry"  # fine, thanks
    NAME = "name"
    CONTACT = "contact"
    GIVE_TIME = "give_time"
    REMEMBER = "remember"  # ref: what the rep said of themselves and asks to hear back; empty if they never did
    TELL = "tell"  # ref: fact
    RECALL = "recall"  # ref: fact, told before
    PUT_RIGHT = "put_right"  # ref: fact, told before, of which the rep has something wrong
    TELL_MORE = "more"  # ref: fact told just now, of which the rep wants to hear more
    COME_BACK = "come_back"  # ref: fact that was dodged before
    GUARD = "guard"  # ref: fact that is not earned yet
    UNKNOWN = "unknown"  # ref: topic, or the kind of answer wanted
    OBJECT = "object"  # ref: objection
    OBJECT_AGAIN = "again"  # ref: objection brushed aside or still open
    OBJECT_FIRST = "first"  # ref: objection that stands before the next step the rep proposes
    BEHIND = "behind"  # ref: objection the rep asked about
    SOFTEN = "soften"  # ref: objection
    SETTLE = "settle"  # ref: objection
    AGREE = "agree"  # ref: the time chosen
    NO_TIME = "no_time"
    NOT_YET = "not_yet"
    CONFIRM = "confirm"
    WONDER = "wonder"  # ref: own question
    WONDER_AGAIN = "wonder_again"  # ref: own question left unanswered
    THANK = "thank"  # ref: own question answered
    NUDGE = "nudge"  # ref: what for
    STILL_HERE = "here"  # still on the line
    HOLD = "hold"  # waits while the rep does something
    SHORT_OF_TIME = "short"  # little time or patience left
    WARN = "warn"  # ref: cause of a hang-up that is near
    FAREWELL = "farewell"
    UNAGREED_GOODBYE = "part"  # goodbye without an agreement
    LEAVE = "leave"  # ref: cause
    SAY_AGAIN = "say_again"
    REPEAT = "repeat"  # the rep asked to hear the last move again
    CHECK_LINE = "check_line"


TOLD = frozenset({PartKind.TELL, PartKind.COME_BACK})
"""Parts that tell what was not known before."""
ANY_HOUR = "any_hour"
"""What a `CONFIRM` says that leaves the hour of the day agreed on to the rep."""
KEPT = "kept:"
"""What stands before the day of a `CONFIRM` that is the one agreed on, and no other."""
SPOKEN_OF = TOLD | {PartKind.TELL_MORE, PartKind.RECALL, PartKind.PUT_RIGHT}
"""Parts that speak of a fact, for the first time or again."""


class MoveKind(StrEnum):
    """What a move mainly does."""

    OPENS = "opens"
    ANSWERS = "answers"
    DEFLECTS = "deflects"
    ACKNOWLEDGES = "acknowledges"
    OBJECTS = "objects"
    ASKS = "asks"
    ASKS_AGAIN = "asks_again"
    AGREES = "agrees"
    DECLINES = "declines"
    CONFIRMS = "confirms"
    TRANSFERS = "transfers"
    CHECKS_LINE = "checks_line"
    WARNS = "warns"
    PARTS = "parts"
    HANGS_UP = "hangs_up"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a move; `group` and `text` are filled in by the wording."""

    kind: PartKind
    ref: str = ""
    group: str = ""
    text: str = ""


_DOMINANT: tuple[tuple[frozenset[PartKind], MoveKind], ...] = (
    (frozenset({PartKind.LEAVE}), MoveKind.HANGS_UP),
    (frozenset({PartKind.FAREWELL, PartKind.UNAGREED_GOODBYE}), MoveKind.PARTS),
    (frozenset({PartKind.AGREE}), MoveKind.AGREES),
    (frozenset({PartKind.OPEN, PartKind.PICK_UP}), MoveKind.OPENS),
    (frozenset({PartKind.TRANSFER}), MoveKind.TRANSFERS),
    (frozenset({PartKind.WARN}), MoveKind.WARNS),
    (frozenset({PartKind.SAY_AGAIN}), MoveKind.ASKS_AGAIN),
    (frozenset({PartKind.CHECK_LINE}), MoveKind.CHECKS_LINE),
    (frozenset({PartKind.OBJECT, PartKind.OBJECT_AGAIN, PartKind.BEHIND, PartKind.BLOCK}), MoveKind.OBJECTS),
    (frozenset({PartKind.NOT_YET, PartKind.NO_TIME, PartKind.OBJECT_FIRST}), MoveKind.DECLINES),
    (frozenset({PartKind.TELL, PartKind.RECALL, PartKind.TELL_MORE, PartKind.COME_BACK}), MoveKind.ANSWERS),
    (frozenset({PartKind.PUT_RIGHT}), MoveKind.ANSWERS),
    (frozenset({PartKind.PLEASANTRY, PartKind.NAME, PartKind.CONTACT, PartKind.GIVE_TIME}), MoveKind.ANSWERS),
    (frozenset({PartKind.REPEAT, PartKind.REMEMBER}), MoveKind.ANSWERS),
    (frozenset({PartKind.GUARD, PartKind.UNKNOWN}), MoveKind.DEFLECTS),
    (frozenset({PartKind.CONFIRM}), MoveKind.CONFIRMS),
    (frozenset({PartKind.WONDER, PartKind.WONDER_AGAIN}), MoveKind.ASKS),
)


def main_kind(parts: tuple[Part, ...]) -> MoveKind:
    """What a move of these parts mainly does."""
    kinds = {part.kind for part in parts}
    return next((kind for some, kind in _DOMINANT if not some.isdisjoint(kinds)), MoveKind.ACKNOWLEDGES)


def with_used(used: Mapping[str, int], parts: tuple[Part, ...], *, by: int = 1) -> dict[str, int]:
    """The count of lines used, after these parts (or before them, with `by=-1`)."""
    counts = dict(used)
    for part in parts:
        for group in part.group.split():
            counts[group] = counts.get(group, 0) + by
            if counts[group] <= 0:
                del counts[group]
    return counts
