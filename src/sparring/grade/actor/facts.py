"""Whether the buyer kept what was hidden until it was asked for, and never said two things that cannot both be true.

Flows in: the call and the persona's facts. Flows out: findings. A wording differs freely; a leak repeats most words of
a hidden line, a contradiction says the same with another number, day or sign, or names a value that no fact knows.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, Self

from sparring.grade.actor.asked_for import asks_for
from sparring.grade.actor.utterances import about, buyer_turns, rep_turns_before, sentences
from sparring.persona import Fact, Persona
from sparring.persona.out_of_role import lowered
from sparring.persona.secrets import DAYS, STOP, gives_away, words_that_may_be_said
from sparring.scorecard import ActorFinding
from sparring.speech_acts.text.numbers import DIGITS, NUMBERS, TENS
from sparring.transcript import EventKind, Transcript

SAME_SHARE = 0.8  # two sentences with so many words in common say the same thing
SAME_WORDS = 4
_PERSONAS_KEPT = 32

_PIECES = re.compile(r"[.?!]+")
_NEGATION = re.compile(r"^(?:not|no|never|none|nothing|nobody|without|cannot|hardly|\w+n't)$")
_NUMBER = rf"(?:\d{{1,3}}|(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(DIGITS[1:])}))?|\w+teen)"
_DAY = rf"(?:{'|'.join(sorted(DAYS))})"
_PERSON = r"(?:he|she|mom|mother|dad|father|husband|wife|grandma|grandpa)"
_SLOTS: Mapping[str, re.Pattern[str]] = {
    "age": re.compile(
        rf"\b{_PERSON}(?:'s| is| was| turned| turns| just turned)?(?: just| about| almost)? ({_NUMBER}) years? old\b"
        rf"|\b{_PERSON} (?:just )?(?:turned|turns) ({_NUMBER})\b"
    ),
    "homecoming": re.compile(
        rf"\b(?:comes?|coming|gets?|sent|sending (?:him|her)) (?:back )?home (?:on |this |next )?({_DAY})\b"
        rf"|\b(?:discharged?|discharging (?:him|her)|released?) (?:on |this |next )?({_DAY})\b"
    ),
}
_CONTRARIES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (re.compile(rf"\b{_PERSON} lives? (?:alone|by (?:him|her)self|on (?:his|her) own)\b"),
     re.compile(rf"\b(?:i|we) live with (?:him|her)\b|\b{_PERSON} lives? with (?:me|us|my)\b")),
    (re.compile(r"\bi(?:'m| am) an only child\b"), re.compile(r"\bmy (?:own )?(?:brother|sister)s?\b")),
)  # fmt: skip
_VOLUNTEERED = "The buyer gave away something that nobody had asked for."
_CONTRADICTED = "The buyer contradicted what they had said or what is true of them."


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a sentence says: the words that carry it, and what would make it another claim."""

    words: frozenset[str]
    values: frozenset[str]  # numbers and days
    denied: bool


def volunteered(transcript: Transcript, persona: Persona) -> Iterator[ActorFinding]:
    """The first hidden fact that was told unasked, by the call's events or by the buyer's words; one finding."""
    hidden = [fact for fact in persona.facts if fact.visible == "hidden"]
    told = _told_at(transcript)
    for fact in hidden:
        at = told.get(fact.id)
        if at is not None and not _was_asked(persona, fact, transcript, at):
            yield about(transcript.turns[at], "volunteered_fact", _VOLUNTEERED)
            return
    allowed = words_that_may_be_said(persona)
    for turn in buyer_turns(transcript):
        secret = [fact for fact in hidden if told.get(fact.id, turn.index + 1) > turn.index]
        leaks = (sentence for sentence in sentences(turn) if gives_away(sentence.lowered, secret, allowed))
        for leak in leaks:
            yield leak.finding("volunteered_fact", _VOLUNTEERED)
            return


def contradicted(transcript: Transcript, persona: Persona) -> Iterator[ActorFinding]:
    """The first sentence of the buyer that cannot be true beside the persona's facts or what they said before."""
    lines = tuple(chain.from_iterable(fact.lines for fact in persona.facts))
    claims, truth = _told_by(lines, (*(fact.text for fact in persona.facts), persona.situation))
    stated = [*claims]
    for turn in buyer_turns(transcript):
        for sentence in sentences(turn):
            claim = _claim(sentence.lowered)
            if not sentence.is_question and (truth.rules_out(sentence.lowered) or _is_denied(claim, stated)):
                yield sentence.finding("contradicted_fact", _CONTRADICTED)
                return
            stated.append(claim)


@lru_cache(maxsize=_PERSONAS_KEPT)
def _told_by(lines: tuple[str, ...], others: tuple[str, ...]) -> "tuple[tuple[_Claim, ...], _Truth]":
    """What a persona's lines state, and what is true by them and by what else is written of it.

    Kept, for it is six times the work of a call with it.
    """
    facts = [*map(lowered, lines)]
    claims = tuple(_claim(piece) for line in facts for piece in _PIECES.split(line))
    return claims, _Truth.of(" . ".join([*facts, *map(lowered, others)]))


def _told_at(transcript: Transcript) -> dict[str | None, int]:
    told: dict[str | None, int] = {}
    for event in transcript.events:
        if event.kind is EventKind.FACT_EARNED and event.turn is not None:
            told.setdefault(event.ref, event.turn)
    return told


def _was_asked(persona: Persona, fact: Fact, transcript: Transcript, at: int) -> bool:
    return any(asks_for(persona, fact, turn.text) for turn in rep_turns_before(transcript, at))


def _claim(text: str) -> _Claim:
    words = re.findall(r"[a-z0-9']+", text)
    values = frozenset(_value(word) for word in words if word in NUMBERS or word in DAYS or word.isdigit())
    denied = any(_NEGATION.match(word) for word in words)
    rest = (word for word in words if word not in STOP and not _NEGATION.match(word))
    return _Claim(frozenset(word for word in rest if _value(word) not in values), values, denied)


def _value(word: str) -> str:
    return str(NUMBERS.get(word, word))


def _is_denied(claim: _Claim, stated: Sequence[_Claim]) -> bool:
    """Whether the contrary was stated; what has too few words is no claim."""
    return len(claim.words) >= SAME_WORDS and any(_conflict(claim, other) for other in stated)


def _conflict(one: _Claim, other: _Claim) -> bool:
    """The same said twice, with another number or day, or once denied."""
    if one.values == other.values:
        if one.denied == other.denied:
            return False  # nine of ten pairs, so it is asked first
    elif not (one.values and other.values) or not one.values.isdisjoint(other.values):
        return False
    shared, all_words = one.words & other.words, one.words | other.words
    return len(shared) >= SAME_WORDS and len(shared) >= SAME_SHARE * len(all_words)


class _Truth(NamedTuple):
    """What is true of a buyer, read once a call.

    Args:
        values: of each slot that is filled the numbers or days it can have.
        untrue: what contradicts it.
    """

    values: tuple[tuple[re.Pattern[str], frozenset[str]], ...]
    untrue: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, truth: str) -> Self:
        """Read plain sentences."""
        known = ((pattern, frozenset(map(_number, _found(pattern, truth)))) for pattern in _SLOTS.values())
        pairs = ((true, false) for one, other in _CONTRARIES for true, false in ((one, other), (other, one)))
        untrue = tuple(false for true, false in pairs if true.search(truth) and not false.search(truth))
        return cls(tuple((pattern, values) for pattern, values in known if values), untrue)

    def rules_out(self, said: str) -> bool:
        """Whether a plain sentence names a value that no fact knows, or says the contrary of one."""
        wrong = any(_number(value) not in known for pattern, known in self.values for value in _found(pattern, said))
        return wrong or any(false.search(said) for false in self.untrue)


def _found(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    return (next(filter(None, match.groups())) for match in pattern.finditer(text))


def _number(text: str) -> str:
    """Eighty-two -> 82."""
    parts = [NUMBERS.get(part) for part in re.split(r"[- ]", text)]
    return str(sum(part for part in parts if part is not None)) if None not in parts else text
