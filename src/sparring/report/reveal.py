"""What there was to find out: each fact the buyer knew, the words that earned it, and the words that told it.

Flows in: the call and the persona who took it. Flows out: facts for the report, each with quotes from its turns, or
with the question that would have opened it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from sparring.persona import Fact, Persona
from sparring.report.document import FactShown
from sparring.scorecard import Evidence
from sparring.speech_acts import ActKind, Topic, recognise
from sparring.speech_acts.text.heard import stems
from sparring.transcript import EventKind, Speaker, Transcript, Turn

_ASKS = frozenset((ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION, ActKind.ASKS_ABOUT_OBJECTION))
ON_TOPIC = 0.5
NEAR = 0.2
"""From here on a question in what was just answered is what reached a fact."""
SURELY_NEAR = 1.0
"""From here on an earlier one may be what they came back to: it names the fact, or is on its topic in such words."""
LATELY = 5
"""Turns of the rep's in which a question stands that a buyer may still come back to."""
KIND_WORD = "That must be hard for you."  # what a fact that wants empathy wants to hear before its question
OTHER_KIND_WORD = "You have a lot on your shoulders."  # where the question itself says "hard"
_FACTS_KEPT = 512  # two or three personas' worth
_WORD = re.compile(r"[a-z']+")
_SENTENCE = re.compile(r"[^.?!]+[.?!]*")


class _Asked(NamedTuple):
    """A question at `turn.text[slice(*span)]` and how near to a fact it is."""

    turn: Turn
    span: tuple[int, int]
    near: float


def reveal(transcript: Transcript, persona: Persona | None) -> tuple[FactShown, ...]:
    """Every fact in the persona's order; none when another wording of the persona took the call, or somebody real."""
    if persona is None or transcript.persona.digest != persona.digest:
        return ()
    kind = any(act.kind is ActKind.EMPATHY for turn in _of_rep(transcript) for act in recognise(turn.text))
    told_at: dict[str | None, int | None] = {}
    for event in transcript.events:
        if event.kind is EventKind.FACT_EARNED:
            told_at.setdefault(event.ref, event.turn)
    return tuple(_shown(fact, transcript, told_at, kind=kind) for fact in persona.facts)


def _of_rep(transcript: Transcript) -> Iterator[Turn]:
    return (turn for turn in transcript.turns if turn.speaker is Speaker.REP)


def _shown(fact: Fact, transcript: Transcript, told_at: Mapping[str | None, int | None], *, kind: bool) -> FactShown:
    """`told_at`: the facts that were earned, and in which turn. `kind`: the rep said a kind word on this call."""
    earned, at = fact.id in told_at, told_at.get(fact.id)
    turn = None if at is None else transcript.turns[at]
    return FactShown(
        id=fact.id,
        text=fact.text,
        hidden=fact.visible == "hidden",
        earned=earned,
        turn=at,
        earned_by=None if turn is None else _asked(fact, transcript, turn),
        told=None if turn is None else _told(fact, turn),
        dodged=None if earned else _dodged(fact, transcript),
        question=asked_kindly(fact) if fact.needs.empathy and not kind and not earned else fact.question,
    )


def asked_kindly(fact: Fact) -> str:
    """The fact's question with a kind word before it."""
    return f"{OTHER_KIND_WORD if 'hard' in fact.question.lower() else KIND_WORD} {fact.question}"


def _dodged(fact: Fact, transcript: Transcript) -> Evidence | None:
    """The last question that the buyer answered with one of the lines that keep this fact to themselves."""
    pairs = zip(reversed(transcript.turns[:-1]), reversed(transcript.turns[1:]), strict=True)
    for asked, said in pairs:
        kept = said.speaker is Speaker.BUYER and any(_begins(line, said.text) >= 0 for line in fact.guarded)
        if kept and asked.speaker is Speaker.REP:
            return _quote(asked, *(_question(fact, asked) or (0, len(asked.text))))
    return None


def _begins(line: str, text: str) -> int:
    """Where a line of the persona stands in a turn, behind a small word or not; -1 when it does not."""
    return text.lower().find(line.lower())


def _asked(fact: Fact, transcript: Transcript, told: Turn) -> Evidence | None:
    """The question that reached the fact: the nearest one in what was just answered, else one they came back to.

    Who asks nothing near it is answered all the same: what was asked last, before a question of long ago.
    """
    before = [turn for turn in reversed([*_of_rep(transcript)]) if turn.index < told.index]
    answered = [*takewhile(lambda turn: _none_between(transcript, turn, told), before)]
    now = _nearest_question(fact, answered)
    if now is not None and now.near >= NEAR:
        return _quote(now.turn, *now.span)
    earlier = (one for turn in before[:LATELY] if (one := _nearest_question(fact, [turn])) and one.near >= SURELY_NEAR)
    found = next(earlier, now)
    if found is not None:
        return _quote(found.turn, *found.span)
    for turn in before:
        if span := _names_it(fact, turn):
            return _quote(turn, *span)
    return _quote(before[0], 0, len(before[0].text)) if before else None


def _none_between(transcript: Transcript, turn: Turn, told: Turn) -> bool:
    """Whether the buyer said nothing before `told`: what a rep says in two turns is answered in one."""
    return all(one.speaker is Speaker.REP for one in transcript.turns[turn.index : told.index])


def _question(fact: Fact, turn: Turn) -> tuple[int, int] | None:
    found = _nearest_question(fact, [turn])
    return found.span if found and found.near >= NEAR else None


def _nearest_question(fact: Fact, turns: Sequence[Turn]) -> _Asked | None:
    """Of those that are equally near the first of the first turn."""
    asked = [
        _Asked(turn, span, _nearness(fact, turn.text[slice(*span)], topic))
        for turn in turns
        for span, topic in _questions(turn.text)
    ]
    return max(asked, key=lambda one: one.near, default=None)


def _questions(text: str) -> Iterator[tuple[tuple[int, int], Topic | None]]:
    """What asks: clauses by their form, and what ends in a question mark in no such form: "Address?"."""
    found = [((act.start, act.end), act.topic) for act in recognise(text) if act.kind in _ASKS]
    yield from found
    for start, end in _sentences(text):
        if text[start:end].endswith("?") and not any(start <= low and high <= end for (low, high), _ in found):
            yield (start, end), None


def _nearness(fact: Fact, asked: str, topic: Topic | None) -> float:
    """0 to 3: whether it names the fact, is on one of its topics, and how like a way to ask for it it is."""
    return _names(fact, asked) + ON_TOPIC * (topic in fact.topics) + _likeness(fact, asked)


def _likeness(fact: Fact, text: str) -> float:
    """The share of words of meaning in common with the way to ask, or the fact, that has most of them, 0 to 1."""
    words = _stems(text)
    return max(len(words & way) / (len(words | way) or 1) for way in _ways(fact))


@lru_cache(_FACTS_KEPT)
def _ways(fact: Fact) -> tuple[frozenset[str], ...]:
    """Words of meaning of each way to ask for a fact, and of the fact: every question of a call is held to them."""
    return tuple(map(_stems, (fact.question, *fact.asked_as, fact.text)))


def _stems(text: str) -> frozenset[str]:
    return stems(_WORD.findall(text.lower()))


def _names_it(fact: Fact, turn: Turn) -> tuple[int, int] | None:
    return next((span for span in _sentences(turn.text) if _names(fact, turn.text[slice(*span)])), None)


def _told(fact: Fact, turn: Turn) -> Evidence:
    """The buyer's own line, where it stands in the turn; else the whole turn."""
    spans = ((_begins(line, turn.text), len(line)) for line in sorted(fact.lines, key=len, reverse=True))
    start, length = next(((start, length) for start, length in spans if start >= 0), (0, len(turn.text)))
    return _quote(turn, start, start + length)


def _names(fact: Fact, text: str) -> bool:
    return any(re.search(rf"\b{re.escape(cue)}", text.lower()) for cue in fact.cues)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for found in _SENTENCE.finditer(text):
        lead = len(found.group()) - len(found.group().lstrip())
        yield found.start() + lead, found.start() + lead + len(found.group().strip())


def _quote(turn: Turn, start: int, end: int) -> Evidence:
    end += len(turn.text[end:]) - len(turn.text[end:].lstrip(".?!"))  # a question with its question mark
    return Evidence(turn=turn.index, quote=turn.text[start:end], start=start, end=end, at_ms=turn.start_ms)
