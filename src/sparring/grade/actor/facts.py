"""Whether the buyer kept what was hidden until it was asked for, and never said two things that cannot both be true.

Flows in: the call and the persona's facts. Flows out: findings. A wording differs freely; a leak repeats most words of
a hidden line, a contradiction says the same with another number, day or sign, or names a value that no fact knows.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from sparring.grade.actor.utterances import Sentence, about, buyer_turns, plain, rep_turns_before, sentences
from sparring.persona import Fact, Persona
from sparring.scorecard import ActorFinding
from sparring.speech_acts import ActKind, Topic, recognise
from sparring.speech_acts.lexicon import word_set
from sparring.transcript import EventKind, Transcript, Turn

LEAK_SHARE = 0.8  # of a hidden line's words of meaning
LEAK_WORDS = 5  # a shorter line is no secret
SAME_SHARE = 0.8  # two sentences with so many words in common say the same thing
SAME_WORDS = 4

_ASKS = frozenset(
    (ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION, ActKind.ASKS_ABOUT_OBJECTION, ActKind.CHECKS_SETTLED)
)
_ANY_TOPIC = (None, Topic.OTHER)
_STOP = word_set(
    """a an the and or but if so then than that this these those there here it its it's is are was were be been am i i'm
    i've i'd i'll me my we we're our you your he she he's she's they they're them their his her him of to in on at for
    from with by as about into up off do does did done have has had will would can could should just well okay yes yeah
    um uh oh right what which who when where how some very too also because really honestly actually"""
)
_PIECES = re.compile(r"[.?!]+")
_NEGATION = re.compile(r"^(?:not|no|never|none|nothing|nobody|without|cannot|hardly|\w+n't)$")
_UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_NUMBERS: Mapping[str, int] = {word: value for value, word in enumerate(_UNITS.split())} | {
    word: 10 * value for value, word in enumerate(_TENS.split("|"), start=2)
}
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_NUMBER = rf"(?:\d{{1,3}}|(?:{_TENS})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|\w+teen)"
_DAY = rf"(?:{'|'.join(sorted(_DAYS))})"
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
        if at is not None and not _was_asked(fact, transcript, at):
            yield about(transcript.turns[at], "volunteered_fact", _VOLUNTEERED)
            return
    allowed = [_words(line) for line in _may_be_said(persona)]
    for turn in buyer_turns(transcript):
        secret = [fact for fact in hidden if told.get(fact.id, turn.index + 1) > turn.index]
        leaks = (sentence for sentence in sentences(turn) if _leaks(sentence, secret, allowed))
        for leak in leaks:
            yield leak.finding("volunteered_fact", _VOLUNTEERED)
            return


def contradicted(transcript: Transcript, persona: Persona) -> Iterator[ActorFinding]:
    """The first sentence of the buyer that cannot be true beside the persona's facts or what they said before."""
    facts = [plain(line) for fact in persona.facts for line in fact.lines]
    stated = [_claim(piece) for line in facts for piece in _PIECES.split(line)]
    truth = " . ".join(chain(facts, (plain(fact.text) for fact in persona.facts), [plain(persona.situation)]))
    for turn in buyer_turns(transcript):
        for sentence in sentences(turn):
            claim = _claim(sentence.plain)
            impossible = _wrong_value(sentence.plain, truth) or _contrary(sentence.plain, truth)
            if not sentence.is_question and (impossible or any(_conflict(claim, other) for other in stated)):
                yield sentence.finding("contradicted_fact", _CONTRADICTED)
                return
            stated.append(claim)


def _told_at(transcript: Transcript) -> dict[str | None, int]:
    told: dict[str | None, int] = {}
    for event in transcript.events:
        if event.kind is EventKind.FACT_EARNED and event.turn is not None:
            told.setdefault(event.ref, event.turn)
    return told


def _was_asked(fact: Fact, transcript: Transcript, at: int) -> bool:
    return any(_reaches(fact, turn) for turn in rep_turns_before(transcript, at))


def _reaches(fact: Fact, turn: Turn) -> bool:
    """Whether the rep asked for it in this turn, by its words or by its topic. In doubt, yes."""
    text = plain(turn.text)
    if any(re.search(rf"\b{re.escape(cue)}", text) for cue in fact.cues):
        return True
    asked = [act for act in recognise(turn.text) if act.kind in _ASKS]
    return any(act.topic in fact.topics or act.topic in _ANY_TOPIC for act in asked)


def _may_be_said(persona: Persona) -> Iterator[str]:
    """Lines of the persona that give nothing away."""
    yield persona.opening_line
    for fact in persona.facts:
        yield from fact.guarded
        yield from fact.lines if fact.visible == "open" else ()
    for objection in persona.objections:
        yield from chain(objection.lines, objection.again, objection.behind, objection.softened, objection.settled)
    for question in persona.questions:
        yield from chain(question.lines, question.thanks)
    yield from chain.from_iterable(reaction.lines for reaction in persona.reactions)
    yield from chain.from_iterable(correction.lines for correction in persona.corrections)
    yield from chain.from_iterable(cause.lines for cause in persona.hangs_up_when)


def _leaks(sentence: Sentence, secret: Iterable[Fact], allowed: Iterable[frozenset[str]]) -> bool:
    said = _words(sentence.plain)
    for fact in secret:
        for line in fact.lines:
            for piece in _PIECES.split(line):
                words = _words(piece)
                shared = said & words
                if len(words) >= LEAK_WORDS and len(shared) >= LEAK_SHARE * len(words):
                    return not any(len(shared & other) >= LEAK_SHARE * len(shared) for other in allowed)
    return False


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[a-z0-9']+", plain(text)) if word not in _STOP)


def _claim(text: str) -> _Claim:
    words = re.findall(r"[a-z0-9']+", text)
    values = frozenset(_value(word) for word in words if word in _NUMBERS or word in _DAYS or word.isdigit())
    denied = any(_NEGATION.match(word) for word in words)
    rest = (word for word in words if word not in _STOP and not _NEGATION.match(word))
    return _Claim(frozenset(word for word in rest if _value(word) not in values), values, denied)


def _value(word: str) -> str:
    return str(_NUMBERS.get(word, word))


def _conflict(one: _Claim, other: _Claim) -> bool:
    """The same said twice, with another number or day, or once denied."""
    shared, all_words = one.words & other.words, one.words | other.words
    if len(shared) < SAME_WORDS or len(shared) < SAME_SHARE * len(all_words):
        return False
    if one.values and other.values and one.values.isdisjoint(other.values):
        return True
    return one.denied != other.denied and one.values == other.values


def _wrong_value(said: str, truth: str) -> bool:
    for pattern in _SLOTS.values():
        known = {_number(value) for value in _found(pattern, truth)}
        if known and any(_number(value) not in known for value in _found(pattern, said)):
            return True
    return False


def _contrary(said: str, truth: str) -> bool:
    for one, other in _CONTRARIES:
        for true, false in ((one, other), (other, one)):
            if true.search(truth) and not false.search(truth) and false.search(said):
                return True
    return False


def _found(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    return (next(filter(None, match.groups())) for match in pattern.finditer(text))


def _number(text: str) -> str:
    """Eighty-two -> 82."""
    parts = [_NUMBERS.get(part) for part in re.split(r"[- ]", text)]
    return str(sum(part for part in parts if part is not None)) if None not in parts else text
