"""What is said to a short question that any story may be followed by: "since when?", "how did she take it?".

Flows in: the listener, the question and what was told just now. Flows out: what comes after that and answers it, a line
of it that does, or that one has no more to say of it; never another fact that happens to share a word.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from sparring.call.mind.decision import SPOKEN_OF, Part, PartKind
from sparring.call.mind.facts.disclosure import AskedBuyer, concerns_whoever_is_here, fact_of
from sparring.call.mind.fast_replace import changed
from sparring.call.mind.heard.answer_form import AnswerForm, form_of
from sparring.call.mind.heard.examples import asked_like
from sparring.call.mind.heard.follow_ups import FollowUp, follow_up
from sparring.call.mind.heard.questions import Question
from sparring.call.mind.heard.sentences import bare, normalised
from sparring.call.mind.meaning import alike
from sparring.call.mind.not_known.of_a_story import STORY
from sparring.call.mind.phrases import GENERAL_WORDS
from sparring.persona import Fact, stems

_OF_SOMEBODY = frozenset({FollowUp.MOVED, FollowUp.SAID})
_MOVES_BACK = 2  # whose words are only taken up
_FACTS_KEPT = 2_048  # of all personas
# What a line has in it that answers such a question by itself
_ANSWERED_BY = {
    FollowUp.HOW_LONG: re.compile(
        r"\b(?:\w+ (?:minutes|hours|days|weeks|months|years)|(?:half )?an hour)\b", re.IGNORECASE
    ),
    FollowUp.SINCE_WHEN: re.compile(
        r"\b(?:since|ago|for (?:a|two|three|four|five|six|ten|many|some|\w+ty) (?:\w+ )?(?:weeks?|months?|years?)"
        r"|(?:weeks|months|years) now)\b",
        re.IGNORECASE,
    ),
    FollowUp.OFTEN: re.compile(
        r"\b(?:every|each|once|twice|times|daily|weekly|monthly|often|always|now and then|\w+days)\b", re.IGNORECASE
    ),
    FollowUp.LATELY: re.compile(
        r"\b(?:ago|last (?:\w+ )?(?:\w+day|night|week|month|year|spring|summer|fall|winter)|yesterday|this morning)\b",
        re.IGNORECASE,
    ),
}
_ASKS_FOR_MORE = frozenset({FollowUp.HOW_SO, FollowUp.WHY, FollowUp.STORY})
_GOES_ON = frozenset({FollowUp.THEN, FollowUp.STORY})
_OF_ITS_OWN = frozenset(
    {PartKind.OBJECT, PartKind.OBJECT_AGAIN, PartKind.OBJECT_FIRST, PartKind.SOFTEN, PartKind.BEHIND, PartKind.WONDER}
)
_WHEN_OR_HOW_OFTEN = frozenset({AnswerForm.WHEN, AnswerForm.HOW_MANY, AnswerForm.NAME})


def adds(line: str, said: str) -> bool:
    """Whether a line says something that has not just been said: most of its words are others."""
    says = stems(line) - GENERAL_WORDS
    return 2 * len(says - stems(said)) > len(says)


def followed_up(listener: AskedBuyer, asked: Question) -> Part | None:
    """The answer to a question after a story; None: it is none, or nothing has been told just now."""
    wanted = follow_up(asked.own or asked.text)
    told = spoken_of_last(listener)
    voiced = any(part.kind in _OF_ITS_OWN for part in listener.state.last)  # which is what a "why?" is about
    if wanted is None or not told or (voiced and wanted in _ASKS_FOR_MORE):
        return None
    following = list(_following(listener, told, asked, wanted)) if wanted is not FollowUp.MOVED else []
    of_another = wanted in _OF_SOMEBODY or (wanted is FollowUp.TAKEN and following)  # "how did the agency react"
    if of_another and _has_its_own(listener, (*told, *following), asked):
        return None
    if next_fact := _nearest(listener, asked, following) if following else _by_itself(listener, asked):
        return Part(PartKind.TELL, next_fact.id)
    return _said_of(listener, told, wanted)


def _said_of(listener: AskedBuyer, told: list[Fact], wanted: FollowUp) -> Part:
    """What is left to say of a story that nothing follows which would answer."""
    fact, fresh = told[-1], listener.unsaid(told[-1])
    if wanted in _ASKS_FOR_MORE and any(adds(line, listener.state.said[-1]) for line in fresh):
        return Part(PartKind.TELL_MORE, fact.id)
    form = _ANSWERED_BY.get(wanted)
    if form and any(map(form.search, fresh)):
        return Part(PartKind.TELL_MORE, fact.id)
    how_taken = FollowUp.TAKEN if wanted is FollowUp.MOVED else wanted
    return Part(PartKind.UNKNOWN, f"{STORY}{how_taken.value}")


def spoken_of_last(listener: AskedBuyer) -> list[Fact]:
    """The facts told just now, or the last one told when one has only said since that one knows no more of it."""
    told = [fact_of(listener.persona, part.ref) for part in listener.state.last if part.kind in SPOKEN_OF]
    passed = any(part.kind is PartKind.UNKNOWN and part.ref.startswith(STORY) for part in listener.state.last)
    if told or not (passed and listener.rapport.told):
        return told
    return [fact_of(listener.persona, listener.rapport.told[-1])]


def _has_its_own(listener: AskedBuyer, these: Collection[Fact], asked: Question) -> bool:
    """Whether "how does she feel about strangers" surely asks for something else than how what was told was taken."""
    nearest = listener.nearest(asked)
    if nearest is None or nearest.fact in these or nearest.fact.id in listener.rapport.told:
        return False
    said = normalised(listener.state.said_lately(_MOVES_BACK))
    new = changed(asked, found=frozenset(cue for cue in asked.found if cue not in said))  # "waiting since Thursday"
    return nearest.meant or bool(new.names(nearest.fact.cues))


def _by_itself(listener: AskedBuyer, asked: Question) -> Fact | None:
    """What the call is about, where its author asks for that in these very words: "when did it start?"."""
    words = bare(asked.own or asked.text)
    if not {"that", "this"}.isdisjoint(words.split()):
        return None  # of what was just told
    places = asked_like(listener.persona, words)
    facts = (listener.persona.facts[one] for one in sorted(places))
    here = listener.persona.stages[listener.rapport.stage].id
    fresh = (
        one for one in facts if one.visible == "open" and not one.needs.after and one.id not in listener.rapport.told
    )
    return next((one for one in fresh if (one.stage or here) == here), None)


def _nearest(listener: AskedBuyer, asked: Question, facts: list[Fact]) -> Fact:
    """Of several the one that a question is most like: "what happened to her?" is not for what would have helped."""
    if len(facts) == 1:
        return facts[0]
    likeness = dict(zip(listener.persona.facts_by_id, alike(listener.persona, bare(asked.text)), strict=True))
    return max(facts, key=lambda one: likeness[one.id])


def _following(listener: AskedBuyer, told: list[Fact], asked: Question, wanted: FollowUp) -> Iterator[Fact]:
    """What comes after the facts told just now, is not told yet and answers this very kind of question."""
    just_told, found = {fact.id for fact in told}, listener.cues_in(asked.text)
    story = {one for fact in told for one in fact.needs.after}
    for fact in listener.persona.facts:
        comes_after = not just_told.isdisjoint(fact.needs.after)
        # how one felt at something else that was told is no answer
        of_any = wanted is FollowUp.FELT and not fact.needs.after
        beside = of_any or not story.isdisjoint(fact.needs.after)
        in_place = comes_after and (_answers(fact, wanted) or not found.isdisjoint(fact.cues))
        if fact.id in listener.rapport.told or not (in_place or (beside and wanted in _asked_by(fact))):
            continue
        here = concerns_whoever_is_here(listener.persona, listener.rapport, fact.stage)
        if here and listener.earned(fact, is_open=True):
            yield fact


def _answers(fact: Fact, wanted: FollowUp) -> bool:
    """Whether a fact is asked for in this way; a story goes on with whatever comes next but a date or a number."""
    if wanted in _asked_by(fact):
        return True
    form = form_of(normalised(fact.question))
    if wanted is FollowUp.WHY:
        return form is AnswerForm.WHY
    return wanted in _GOES_ON and form not in _WHEN_OR_HOW_OFTEN


@lru_cache(_FACTS_KEPT)
def _asked_by(fact: Fact) -> frozenset[FollowUp]:
    """The kinds of follow-up that are ways to ask for a fact."""
    ways = (follow_up(normalised(way)) for way in (fact.question, *fact.asked_as, *fact.cues))
    return frozenset(one for one in ways if one)
