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
from sparring.call.mind.facts.disclosure import fact_of
from sparring.call.mind.heard.answer_form import AnswerForm
from sparring.call.mind.heard.what_is_offered import of_the_step, step_in
from sparring.call.mind.not_known.at_work import wishes
from sparring.call.mind.objections import objection_of
from sparring.call.mind.state import BuyerState
from sparring.persona import HangUpCause, OwnQuestion, Persona, stems
from sparring.ports import Mood

_OF_A_NUMBER = re.compile(r"\b(?:numbers?|figures?|count|counted)\b")
_LONGEST_CURT = 8  # words
_LITTLE_ASKED = 2  # questions
_PUT_FORWARD_IN = 2  # utterances: a day may be named in the next one
_AGAIN = "guard.again"
_OF_ONE_THING = frozenset({AnswerForm.WHO, AnswerForm.NAME, AnswerForm.WHERE})
_VAGUE = {
    AnswerForm.YES_OR_NO: "closed",
    AnswerForm.WHY: "why",
    AnswerForm.WHEN: "often",
    AnswerForm.HOW_MANY: "often",
}
# why no day is set yet
_SAYS_WHY = re.compile(
    r"\b(?:you(?:'d| haven't| don't|'re| know)|ask(?:ed)? me|tell me|told you|who I'd)\b", re.IGNORECASE
)
_YES_OR_NO = re.compile(r"(?:No|Nah|Yes|Yeah|Not \w+|Sure)[.,]")
# "We did. A kind woman wrote it", to "how did that happen?"
_SHORT_ANSWER = re.compile(
    rf"{_YES_OR_NO.pattern}"
    r"|(?:I|We|He|She|They|It) (?:do|did|does|have|has|had|can|could|would|will|am|are|is|was)(?:n't)?[.,]"
)
_REASON = re.compile(r"(?:Well, )?[Bb]ecause\b")
# "it varies" is no answer to what happened once
_OF_THE_PAST = re.compile(r"\b(?:did|was|were|had|happened|went|let you down|fell|lost|left|came|been)\b")


def asked_for(lines: list[str], forms: frozenset[AnswerForm]) -> list[str]:
    """The lines without those that begin as an answer to another kind of question would, if others remain.

    A yes or a no answers what wants one, "because" what asks why.
    """
    if AnswerForm.WHY not in forms:
        lines = [line for line in lines if not _REASON.match(line)] or lines
    if not forms or AnswerForm.YES_OR_NO in forms:
        return lines
    unfit = _YES_OR_NO if AnswerForm.WHO in forms else _SHORT_ANSWER
    return [line for line in lines if not unfit.match(line)] or lines


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


def outright(persona: Persona, state: BuyerState) -> str:
    """The group in which one says that one will not tell, whatever it is; in others if that has just been said."""
    first = "guard.work" if persona.rep_calls else "guard"
    refused = any(one.group.partition(" ")[0] in (first, _AGAIN) for one in state.last)
    return _AGAIN if refused else first


def dodged_vaguely(asked: Sequence[str], forms: frozenset[AnswerForm]) -> str:
    """The group of vague lines for questions in normalised words; empty: none fits what happened once, or a name."""
    if not asked or any(map(_OF_THE_PAST.search, asked)) or not forms.isdisjoint(_OF_ONE_THING):
        return ""
    if any(map(wishes, asked)):
        return "guard.aside.wish"
    return next((f"guard.aside.{group}" for form, group in _VAGUE.items() if form in forms), "guard.aside")


def of_its_form(lines: Sequence[str], forms: frozenset[AnswerForm]) -> list[str]:
    """The ways of not knowing that suit a question: "I don't have that number" is said where one is asked for."""
    wanted = AnswerForm.HOW_MANY in forms
    return [one for one in lines if wanted or not _OF_A_NUMBER.search(one)] or list(lines)


def of_what_was_not_asked(persona: Persona, state: BuyerState) -> tuple[str, ...]:
    """The ways to decline that say what nobody has asked about, as long as nothing of it was asked, told or dodged."""
    spoken_of = {topic for one in (*state.rapport.told, *state.dodged) for topic in fact_of(persona, one).topics}
    unasked = (one for one in persona.agrees_when.not_asked if spoken_of.union(state.asked).isdisjoint(one.topics))
    return tuple(line for one in unasked for line in one.lines)


def on_the_next_step(state: BuyerState, lines: Sequence[str]) -> tuple[str, ...]:
    """The ways to agree or to decline that do not speak of a meeting where the rep asked for a call, or one try."""
    return of_the_step(lines, step_in(state.rep_said[-_PUT_FORWARD_IN:]))


def has_asked_little(state: BuyerState) -> bool:
    """Whether it may be said of a rep that they have asked next to nothing."""
    return sum(state.asked.values()) <= _LITTLE_ASKED


def says_no(line: str) -> bool:
    """Whether a line begins with a yes or a no."""
    return _YES_OR_NO.match(line) is not None


def is_curt(line: str) -> bool:
    """Whether a way to decline gives no reason at all: "let me think about it"."""
    return line.count(" ") < _LONGEST_CURT and not _SAYS_WHY.search(line)


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
    PartKind.NOT_YET: lambda persona, ref: () if ref in ("trust", "red_lines") else persona.agrees_when.not_yet,
    PartKind.CONFIRM: lambda persona, _: persona.agrees_when.confirms,
    PartKind.FAREWELL: lambda persona, _: persona.agrees_when.farewell,
    PartKind.LEAVE: _leaving,
    PartKind.PICK_UP: lambda persona, ref: persona.stage(ref).picks_up,
    PartKind.TRANSFER: lambda persona, ref: persona.stage(ref).passes,
    PartKind.BLOCK: lambda persona, ref: () if f"block.{ref}" in phrases.PHRASES else persona.stage(ref).blocks,
}
_KEYS = {PartKind.TELL: "fact", PartKind.WONDER: "question"}
BASE = {
    PartKind.RECALL: PartKind.TELL,
    PartKind.COME_BACK: PartKind.TELL,
    PartKind.WONDER_AGAIN: PartKind.WONDER,
    PartKind.TELL_MORE: PartKind.TELL,
    PartKind.OBJECT_FIRST: PartKind.OBJECT_AGAIN,
}
"""Parts that are said in the lines of another."""
