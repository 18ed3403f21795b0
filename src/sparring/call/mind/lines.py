"""Which lines there are for a part of a move, and the order in which a seed takes them.

Flows in: the persona and a part of the move. Flows out: the name of a group of lines, and the lines: the persona's own
first, shared ones of the mood for the rest.
"""

import hashlib
import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from sparring.call.mind import phrases
from sparring.call.mind.agreement import hang_up_of
from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.disclosure import fact_of
from sparring.call.mind.objections import objection_of
from sparring.persona import HangUpCause, OwnQuestion, Persona, stems
from sparring.ports import Mood

# "it varies" is no answer to what happened once
_OF_THE_PAST = re.compile(r"\b(?:did|was|were|had|happened|went|let you down|fell|lost|left|came|been)\b")


def nth_line(group: str, lines: tuple[str, ...], number: int, seed: int) -> str:
    """The `number`-th line of a group in the order this seed gives it; each round has another order."""
    round_, place = divmod(number, len(lines))
    return lines[_order(f"{seed}:{group}:{round_}", len(lines))[place]]


def turned_from(group: str, lines: tuple[str, ...], start: int, seed: int) -> list[str]:
    """All lines of a group, the `start`-th first."""
    order = _order(f"{seed}:{group}:{start // len(lines)}", len(lines))
    place = start % len(lines)
    return [lines[index] for index in order[place:] + order[:place]]


@lru_cache(maxsize=512)
def _order(key: str, count: int) -> list[int]:
    """A shuffle that is the same on every machine and in every version of Python."""
    noise = hashlib.shake_128(key.encode()).digest(2 * count)
    return sorted(range(count), key=lambda index: noise[2 * index : 2 * index + 2])


def dodged_vaguely(asked: Sequence[str], *, yes_or_no: bool) -> str:
    """The group of vague lines for questions in normalised words; empty: none fits what happened once."""
    if not asked or any(map(_OF_THE_PAST.search, asked)):
        return ""
    return "guard.aside.closed" if yes_or_no else "guard.aside"


def least_again(lines: tuple[str, ...], told: str) -> tuple[str, ...]:
    """Of ways to tell something those that say least of what has just been told again."""
    known = stems(told) - phrases.GENERAL_WORDS
    again = {one: len(stems(one) & known) for one in lines}
    return tuple(one for one in lines if again[one] == min(again.values()))


def lines_for(persona: Persona, part: Part, mood: Mood) -> tuple[str, tuple[str, ...]]:
    """Group and lines for a part: the persona's, else the shared ones of this mood, else the shared ones."""
    own = _OWN.get(part.kind)
    lines = own(persona, part.ref) if own else ()
    if lines:
        return f"{_KEYS.get(part.kind, part.kind.value)}:{part.ref}", lines
    return shared_lines(part, mood)


def shared_lines(part: Part, mood: Mood) -> tuple[str, tuple[str, ...]]:
    """Group and lines that anybody may say for this part: those of this mood if there are any."""
    base = part.kind.value
    names = [f"{base}.{part.ref}.{mood}", f"{base}.{part.ref}", f"{base}.{mood}"]
    group = next((name for name in names if name in phrases.PHRASES), base)
    return group, phrases.PHRASES[group]


def _question(persona: Persona, ref: str) -> OwnQuestion:
    return next(question for question in persona.questions if question.id == ref)


def _leaving(persona: Persona, ref: str) -> tuple[str, ...]:
    own = hang_up_of(persona, HangUpCause(ref))
    return own.lines if own else ()


def _early(persona: Persona, ref: str) -> tuple[str, ...]:
    return persona.pitched_early if ref == "early_pitch" else ()


def _not_known(persona: Persona, ref: str) -> tuple[str, ...]:
    """The persona's own way of not knowing; what asks for a date, a number or a yes gets words of that kind instead."""
    return () if f"unknown.{ref}" in phrases.PHRASES else persona.unknown


_OWN: dict[PartKind, Callable[[Persona, str], tuple[str, ...]]] = {
    PartKind.TELL: lambda persona, ref: fact_of(persona, ref).lines,
    PartKind.GUARD: lambda persona, ref: fact_of(persona, ref).guarded,
    PartKind.OBJECT: lambda persona, ref: objection_of(persona, ref).lines,
    PartKind.OBJECT_AGAIN: lambda persona, ref: objection_of(persona, ref).again,
    PartKind.BEHIND: lambda persona, ref: objection_of(persona, ref).behind,
    PartKind.SOFTEN: lambda persona, ref: objection_of(persona, ref).softened,
    PartKind.SETTLE: lambda persona, ref: objection_of(persona, ref).settled,
    PartKind.WONDER: lambda persona, ref: _question(persona, ref).lines,
    PartKind.THANK: lambda persona, ref: _question(persona, ref).thanks,
    PartKind.CORRECT: lambda persona, ref: persona.corrections[int(ref)].lines,
    PartKind.REACT: lambda persona, ref: persona.reactions[int(ref)].lines,
    PartKind.NOTICE: _early,
    PartKind.UNKNOWN: _not_known,
    PartKind.CONTACT: lambda persona, ref: () if ref else persona.says_contact,
    PartKind.GIVE_TIME: lambda persona, ref: () if ref else persona.gives_time,
    PartKind.SHORT_OF_TIME: lambda persona, _: persona.running_short,
    PartKind.NO_TIME: lambda persona, ref: () if ref else persona.agrees_when.no_time,
    PartKind.NOT_YET: lambda persona, ref: () if ref else persona.agrees_when.not_yet,
    PartKind.CONFIRM: lambda persona, _: persona.agrees_when.confirms,
    PartKind.FAREWELL: lambda persona, _: persona.agrees_when.farewell,
    PartKind.LEAVE: _leaving,
    PartKind.PICK_UP: lambda persona, ref: persona.stage(ref).picks_up,
    PartKind.TRANSFER: lambda persona, ref: persona.stage(ref).passes,
    PartKind.BLOCK: lambda persona, ref: () if f"block.{ref}" in phrases.PHRASES else persona.stage(ref).blocks,
}
_KEYS = {PartKind.TELL: "fact", PartKind.WONDER: "question"}
