"""What is said to several questions in one breath: an answer to each that is asked in its own right, and no more.

Flows in: the questions of one utterance, each with the parts that answer it alone. Flows out: the parts that are said.
"""

import re
from collections.abc import Iterable
from itertools import chain, islice

from sparring.call.mind.decision import SPOKEN_OF, TOLD, Part, PartKind
from sparring.call.mind.facts.disclosure import AskedBuyer, fact_of, told_words
from sparring.call.mind.facts.nearness import facts_near, named_in
from sparring.call.mind.heard.answer_fit import PARTICULARS, answers_form
from sparring.call.mind.heard.answer_form import AUXILIARIES
from sparring.call.mind.heard.follow_ups import FollowUp, follow_up
from sparring.call.mind.heard.questions import VAGUE, Question
from sparring.call.mind.heard.sentences import QUESTION_WORDS, bare, normalised
from sparring.call.mind.heard.utterance import Reading
from sparring.call.mind.state import BuyerState
from sparring.persona import Fact, Persona, stem

MAX_ANSWERS = 2  # to one utterance: nobody answers three questions in one breath
TWO = 2
Answered = tuple[Question, tuple[Part, ...]]
_ANSWERS = TOLD | {PartKind.RECALL, PartKind.UNKNOWN, PartKind.GUARD, PartKind.TELL_MORE}
# "or is it just you", "is it the money, or something else", "when he gets home": each goes with the question beside it
_BELONGS_BESIDE = re.compile(
    r"or (?!who|where|when|how|why)|(?:is|was|would|could) (?:it|that)\b"
    r"|(?:when|if|once|after|before|until) (?:he|she|it|they|you|we|i|nobody|somebody|(?:the|your) \w+)(?:'s|'re)?"
    r"(?: (?!what|who|how|where|why|which|tell|do|does|did|is|are|was|were|can|could|would|will)\S+)+$"
)
_CLAUSE = re.compile(
    r"(?:when|if|once|after|before|until|while|because) (?!do|does|did|is|are|was|were|will|would|can)"
)
_ARTICLE = re.compile(r"^(?:(?:oh|wow|so|and) )*(?:the|an?) ")
_NEAR, _FAINT = 150, 45  # points of a fact that no word names, and of one that a cue alone does
_OF_SOMEBODY = frozenset({FollowUp.MOVED, FollowUp.TAKEN, FollowUp.SAID, FollowUp.SINCE_WHEN})
_SHORTEST, _LONGEST_THING = 3, 6  # words
_VERBS = AUXILIARIES | QUESTION_WORDS
_SAYS_MORE = re.compile(r"^(?!(?:the|an?|your|my|his|her|our|their) )\w.* ")  # than "your nurse": more than a thing


def more_than_said_back(reading: Reading, state: BuyerState) -> tuple[Question, ...]:
    """The questions without a word that was only said back before one: "only tea? How long has that been going on?"."""
    if len(reading.asked) < TWO or not state.said:
        return reading.asked
    said = frozenset(map(stem, normalised(state.said[-1]).split()))
    few = [one for one in reading.asked[:-1] if _ARTICLE.sub("", one.text).count(" ") < TWO or _names_a_thing(one)]
    said_back = [one for one in few if one.words and one.words <= said]
    return tuple(one for one in reading.asked if one not in said_back)


def _names_a_thing(asked: Question) -> bool:
    """As "a bell on the door?" does, which has neither a verb nor a question word."""
    words = asked.text.split()
    return len(words) <= _LONGEST_THING and _ARTICLE.match(asked.text) is not None and _VERBS.isdisjoint(words)


def in_their_own_right(listener: AskedBuyer, answered: Iterable[Answered]) -> list[Answered]:
    """The answers without those that only a chance likeness adds to what was surely asked for; one at least stays."""
    every = _without_what_leads_up(list(answered))
    told = [one for one in every if any(part.kind in SPOKEN_OF for part in one[1])]
    if len(told) < TWO:
        return every
    sure = [one for one in told if any(_is_asked_for(listener, one[0], part) for part in one[1])] or told[:1]
    sure = [one for one in sure if one[0].written or not _has_its_answer(listener, one, sure[0])]
    stray = [one for one in told if one not in sure]
    return [one for one in every if one not in stray]


def _has_its_answer(listener: AskedBuyer, one: Answered, first: Answered) -> bool:
    """Whether "if she got sick, who would come?" got its who by what was told before, having no word of its own."""
    asked, before = one[0], first[1]
    if one is first or asked.words or asked.form not in PARTICULARS or first[0].form in PARTICULARS:
        return False
    told = [fact_of(listener.persona, part.ref) for part in before if part.kind in TOLD]
    return any(answers_form(fact, asked.form) for fact in told)


def _without_what_leads_up(answered: list[Answered]) -> list[Answered]:
    """The answers without that to "what happens then, …" where a question of more substance behind it has its own."""
    tells = [
        any(part.kind in TOLD for part in parts) and not _CLAUSE.match(asked.own or bare(asked.text))
        for asked, parts in answered
    ]
    return [
        one
        for place, one in enumerate(answered)
        if one[0].written or not (follow_up(one[0].own or one[0].text) and any(tells[place + 1 :]))
    ]


def _is_asked_for(listener: AskedBuyer, asked: Question, part: Part) -> bool:
    """Whether a question would get this answer beside another one."""
    if part.kind not in SPOKEN_OF:
        return False
    if asked.written or asked.on:
        return True
    fact = fact_of(listener.persona, part.ref)
    near = next((one for one in facts_near(listener.persona, asked) if one.fact is fact), None)
    named = near is not None and fact.id in named_in(listener.persona, asked)
    if near and named and (near.points >= _FAINT or any(map(_SAYS_MORE.search, asked.found.intersection(fact.cues)))):
        return not _BELONGS_BESIDE.match(asked.own or bare(asked.text))
    if _BELONGS_BESIDE.match(asked.own or bare(asked.text)) or asked.text.count(" ") + 1 < _SHORTEST:
        return False
    shared = not asked.words.isdisjoint(told_words(fact))
    if asked.wants_yes_or_no or (near and near.meant):
        return near is not None and near.meant and (shared or near.points >= _NEAR or _on_the_point(asked, fact))
    return shared or (near is not None and near.points > _NEAR)


def _on_the_point(asked: Question, fact: Fact) -> bool:
    """Whether a question without a word of the fact wants what the fact has: its subject, a name, a number, a date."""
    if asked.wants_yes_or_no:
        return False
    on_topic = asked.topic not in VAGUE and asked.topic in fact.topics
    return not asked.words or on_topic or (asked.form in PARTICULARS and answers_form(fact, asked.form))


def both(persona: Persona, answered: list[Answered]) -> tuple[Part, ...]:
    """To two questions in one breath, two answers, one of which may be old; most that is not known is let pass."""
    if len(answered) != TWO or any(not parts or asked.carried for asked, parts in answered):
        return ()
    whole = [_with_what_led_to_it(persona, parts) for _, parts in answered]
    kinds = {parts[0].kind for parts in whole}
    if kinds.isdisjoint(TOLD | {PartKind.RECALL}) or kinds - _ANSWERS:
        return ()
    passed = any(parts[0].kind is PartKind.UNKNOWN and not _is_said_beside(asked) for asked, parts in answered)
    return () if passed else tuple(chain.from_iterable(whole))


def _is_said_beside(asked: Question) -> bool:
    """Whether one says beside an answer that one does not know how somebody took it: it was surely asked."""
    return follow_up(asked.own or asked.text) in _OF_SOMEBODY


def _with_what_led_to_it(persona: Persona, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """One answer: the first part, and what was asked for where the first had only to be told before it."""
    first, *others = parts
    asked_for = (one for one in others if one.kind in TOLD and first.ref in fact_of(persona, one.ref).needs.after)
    return (first, *islice(asked_for, 1))


def worth_saying(parts: list[Part]) -> tuple[Part, ...]:
    """Not more than one breath holds; without anything new, "I don't know" once, or what was said before."""
    unknown = [part for part in parts if part.kind is PartKind.UNKNOWN]
    told_before = [part for part in parts if part.kind is PartKind.RECALL]
    left_out = [*unknown, *told_before] if any(part.kind in TOLD for part in parts) else unknown[:-1]
    parts = [part for part in parts if part not in left_out]
    if any(part.kind is PartKind.COME_BACK for part in parts):
        parts = [part for part in parts if part.kind is not PartKind.GUARD]
    return tuple(parts[:MAX_ANSWERS])
