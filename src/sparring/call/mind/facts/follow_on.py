"""What a question is answered with that only makes sense after what was told: "when was that?", "and then?", "is she?".

Flows in: the listener, the question and the fact told just now. Flows out: the fact that is gone on about, and how.
"""

import re
from itertools import pairwise

from sparring.call.mind.decision import SPOKEN_OF, TOLD, Part, PartKind
from sparring.call.mind.facts.disclosure import AskedBuyer, concerns_whoever_is_here, fact_of, nearly_asked
from sparring.call.mind.facts.nearness import Near
from sparring.call.mind.heard.answer_fit import (
    PARTICULARS,
    answers_form,
    says_how_long,
    tells_how_long,
    told_in,
    told_plainly,
)
from sparring.call.mind.heard.answer_form import AUXILIARIES, AnswerForm, form_of
from sparring.call.mind.heard.asides import asks_on
from sparring.call.mind.heard.follow_ups import follow_up
from sparring.call.mind.heard.questions import Question
from sparring.call.mind.heard.sentences import QUESTION_WORDS, bare, normalised
from sparring.call.mind.meaning import alike
from sparring.call.mind.not_known.groups import no_answer
from sparring.call.mind.phrases import FUNCTION_WORDS
from sparring.persona import Fact, Persona, stem, stems
from sparring.speech_acts import Topic

STORIES = frozenset(
    {Topic.WHO, Topic.WHAT_HAPPENED, Topic.CARE_NEEDS, Topic.SAFETY, Topic.FEELINGS, Topic.CONCERN, Topic.HARDEST_CASES}
)
"""Subjects one goes on about; nobody adds to an address unasked."""

_CLARIFIES = re.compile(
    r"what d(?:o|id|oes) (?:you|that) mean|how (?:do you mean|so)|meaning|in what|.*explain|why|how come"
)
_OFTEN = re.compile(
    r"\b(?:every|each|a (?:day|week|month|year)|once|twice|times|daily|weekly|monthly|often|now and then|\w+days)\b",
    re.IGNORECASE,
)
_THEN = re.compile(r"(?:what|how) (?:do|did|does|would|will|can) (?:you|they|we|he|she) \w+(?: \w+){0,3} then")
_I_SAY = re.compile(r"\b(?:I|we) (?:\w+ )?(?:say|said|tell|told|ask|asked)\b|\bI'd (?:say|tell|ask)\b")
_SHORT_QUESTION = 6  # words
_FEW_WORDS = 3
_SMALL = frozenset(map(stem, FUNCTION_WORDS | QUESTION_WORDS))
_SURELY_ECHOED = 3  # words of what was said last: fewer may be in any question
_BESIDE_A_PAIR = 2  # words of a question that takes up two which stood side by side
_ARTICLES = frozenset({"the", "a", "an", "my", "your", "his", "her", "their", "our"})
_WHERE_TO = frozenset({"off", "out", "up", "down", "away", "back", "over", "through"})
_POINTS_BACK = frozenset({"that", "there", "then", "it", "those", "them"})
_OF_A_CASE = frozenset({"he", "him", "his", "she", "her", "they", "their"})  # somebody who is spoken of once


def follows_on(listener: AskedBuyer, asked: Question, ranked: list[Near]) -> Fact | None:
    """The fact just told, when a short question points back and at nothing else: "what'd you do there?"."""
    words = asked.text.split()
    why_that = asked.form is AnswerForm.WHY and not asked.words  # "why do you do it" has nothing else to be about
    if len(words) > _SHORT_QUESTION or asked.found or (ranked and ranked[0].meant and not why_that):
        return None
    points_back = _POINTS_BACK | _OF_A_CASE if listener.persona.rep_calls else _POINTS_BACK
    told = next((part.ref for part in listener.state.last if part.kind in TOLD), "")
    if not told or points_back.isdisjoint(words) or lacks(fact_of(listener.persona, told), asked):
        return None
    return fact_of(listener.persona, told)


def asked_then(listener: AskedBuyer, asked: Question) -> Part | None:
    """To "what do you say to her then?": what comes after the fact just told, or a line of it that says so.

    Somebody else whom one says things to is not meant: what neither has is not known, or asked back.
    """
    told = next((part.ref for part in listener.state.last if part.kind in TOLD), "")
    words = frozenset(asked.text.split())
    if not told or asked.words or words.isdisjoint(_OF_A_CASE | {"them"}) or not _THEN.fullmatch(bare(asked.text)):
        return None
    for other in listener.persona.facts:
        untold = other.id not in listener.rapport.told and told in other.needs.after
        if untold and listener.earned(other, is_open=True):
            return Part(PartKind.TELL, other.id)
    if any(map(_I_SAY.search, listener.unsaid(fact_of(listener.persona, told)))):
        return Part(PartKind.TELL_MORE, told)
    return Part(PartKind.UNKNOWN, no_answer(listener.persona, listener.state, asked))


def echoed(listener: AskedBuyer, asked: Question) -> Part | None:
    """What has just been told, gone on about, to a question in its very words: "who comes once a month at three?"."""
    told = next((part.ref for part in listener.state.last if part.kind in SPOKEN_OF), "")
    if not told or asked.wants_yes_or_no or follow_up(asked.own or asked.text):
        return None
    words = stems(asked.own or asked.text) - _SMALL - frozenset(map(stem, listener.persona.name_words))
    shared = words & stems(listener.state.said[-1])
    if not shared:
        return None
    surely = len(shared) >= _SURELY_ECHOED
    together = _says_together(asked.own or asked.text, listener.state.said[-1])
    others = _BESIDE_A_PAIR if together else surely
    short = (asked.own or asked.text).count(" ") < _SHORT_QUESTION
    if len(words - shared) > others or not (short or together or len(shared) > 1):
        return None
    nearest = listener.nearest(asked)
    another = nearest is not None and nearest.fact.id != told
    if nearest and another and ((nearest.meant and not surely) or told in nearest.fact.needs.after):
        return None  # it has an answer of its own
    return Part(PartKind.TELL_MORE, told) if listener.unsaid(fact_of(listener.persona, told)) else None


def _says_together(asked: str, said: str) -> bool:
    """Whether two words stand side by side in both: "who is it that backs off" after "I can feel them backing off"."""
    return not _pairs(asked).isdisjoint(_pairs(said))


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """The stems that stand side by side, of which the first says something and the second does or tells where to."""
    words = [word for word in normalised(text).split() if word not in _ARTICLES]
    both = pairwise(map(stem, words))
    return frozenset(pair for pair in both if pair[0] not in _SMALL and (pair[1] in _WHERE_TO or pair[1] not in _SMALL))


def more_of(listener: AskedBuyer, asked: Question, fact: Fact) -> Part:
    """To "why?" and "and then?": the fact that comes after this one, to the latter one beside it, else more.

    What was dodged is told to whoever has earned it by now.
    """
    if fact.id not in listener.rapport.told:
        earned = listener.earned(fact, is_open=asked.invites)
        return Part(PartKind.TELL if earned else PartKind.GUARD, fact.id)
    if asked.form in PARTICULARS:
        return _particular_of(listener, asked, fact)
    if asked.wants_yes_or_no and not asks_on(asked.text):
        return _yes_or_no_on(listener, asked, fact)
    goes_on = not _CLARIFIES.match(bare(asked.text))
    for other in _in_order(listener.persona, asked, fact):
        untold = other.id not in listener.rapport.told and listener.earned(other, is_open=True)
        beside = goes_on and other.visible == "open" and set(other.topics) & set(fact.topics) & STORIES
        here = concerns_whoever_is_here(listener.persona, listener.rapport, other.stage)
        if untold and here and (beside or fact.id in other.needs.after):
            return Part(PartKind.TELL, other.id)
    if goes_on and not asks_on(asked.text) and asked.words:
        return unanswered(listener, asked)  # it asks something of its own, and not to go on
    return Part(PartKind.TELL_MORE, fact.id)


def _in_order(persona: Persona, asked: Question, told: Fact) -> list[Fact]:
    """The facts, the one first that a question is most like; to a "why?" what says why of the one told just now."""
    if asked.form is not AnswerForm.WHY:
        near = alike(persona, bare(asked.text))
        return [one for _, one in sorted(zip(near, persona.facts, strict=True), key=lambda both: -both[0])]
    return sorted(persona.facts, key=lambda one: not (told.id in one.needs.after and _says_why(one)))


def _says_why(fact: Fact) -> bool:
    return form_of(normalised(fact.question)) is AnswerForm.WHY


def _particular_of(listener: AskedBuyer, asked: Question, fact: Fact) -> Part:
    """The day, the place or the name asked for, if a line of the fact has it: one not said yet, or the one that was."""
    wanted = [line for line in fact.lines if told_in((line,), asked.form) and says_how_long(line, asked.text)]
    lines = [line for line in wanted if _OFTEN.search(line)] if "often" in asked.text else wanted
    if not set(lines).isdisjoint(listener.unsaid(fact)):
        return Part(PartKind.TELL_MORE, fact.id)
    return Part(PartKind.RECALL, fact.id) if lines else unanswered(listener, asked)


def _yes_or_no_on(listener: AskedBuyer, asked: Question, fact: Fact) -> Part:
    """What was just said is so: "eleven hours?"; a few small words have it gone on about: "by yourself?"."""
    said = normalised(listener.state.said[-1]) if listener.state.said else ""
    if asked.words and asked.words <= stems(said):
        return Part(PartKind.NUDGE, "said_so")
    core = bare(asked.text).split()
    asks = len(core) >= _FEW_WORDS and core[0] in AUXILIARIES  # "does she mind?" is no "by herself?"
    few = asked.text.count(" ") < _FEW_WORDS and not asked.words and not asks
    return Part(PartKind.TELL_MORE, fact.id) if few else unanswered(listener, asked)


def unanswered(listener: AskedBuyer, asked: Question) -> Part:
    """What is said to a question that no fact answers: the fact it is put for nearly as its author would, if any."""
    if nearly := nearly_asked(listener, asked):
        return Part(PartKind.TELL, nearly.id)
    return Part(PartKind.UNKNOWN, no_answer(listener.persona, listener.state, asked))


def led_to(listener: AskedBuyer, asked: Question) -> Fact | None:
    """What comes after any of the facts told just now and has a cue in the question: "how often does that happen?".

    Else what comes after the same story as they do: "and what do you do then?", after how often there is such a case.
    """
    told = {part.ref for part in listener.state.last if part.kind in SPOKEN_OF}
    if not told:
        return None
    beside = {one for ref in told for one in fact_of(listener.persona, ref).needs.after}
    found = listener.cues_in(asked.text)
    for story in (told, beside & set(listener.rapport.told)):
        for fact in listener.persona.facts:
            fresh = fact.id not in listener.rapport.told and not story.isdisjoint(fact.needs.after)
            # "where were you when it happened" wants no day
            answers = not (found.isdisjoint(fact.cues) or lacks(fact, asked))
            if fresh and answers and listener.earned(fact, is_open=asked.invites):
                return fact
    return None


def part_of_story(listener: AskedBuyer, asked: Question, fact: Fact) -> Fact:
    """Of the story that ends with `fact` the part that has the day, the place or the name asked for in it."""
    if asked.form not in PARTICULARS:
        return fact
    told = [fact_of(listener.persona, one) for one in fact.needs.after if one in listener.rapport.told]
    return next((one for one in (fact, *told) if told_plainly(one, asked.form)), fact)


def lacks(fact: Fact, asked: Question) -> bool:
    """Whether a name, a place, a date or a number is wanted that no way of telling the fact has."""
    return asked.form in PARTICULARS and not (answers_form(fact, asked.form) and tells_how_long(fact, asked))
