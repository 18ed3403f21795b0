"""What is hidden and asked about all the same: asked for itself, before what is asked for, or dodged just now.

Flows in: the listener, a question and what it reaches. Flows out: whether a hidden fact is asked for itself, and
which one is dodged.
"""

from sparring.call.mind.decision import PartKind
from sparring.call.mind.facts.disclosure import AskedBuyer, comes_after_hidden, fact_of, told_words, touched_on
from sparring.call.mind.facts.nearness import Near, named_in
from sparring.call.mind.heard.answer_fit import PARTICULARS
from sparring.call.mind.heard.questions import VAGUE, Question
from sparring.call.mind.heard.sentences import bare
from sparring.call.mind.meaning import is_asked_for, touches_on
from sparring.call.mind.not_known.groups import tries_an_idea
from sparring.persona import Fact

_LITTLE = 1  # words of a question that ask for something in particular


def asked_for_themselves(listener: AskedBuyer, asked: Question, ranked: list[Near]) -> list[Near]:
    """What a question reaches without what is hidden and not surely meant: a word that it shares is not enough.

    Behind such a one only what is sure is told; else it is dodged if it is on the subject of the question.
    """
    kept = [one for one in ranked if _asked_for_itself(listener, asked, one)]
    if not ranked or ranked[0] in kept or (kept and kept[0].is_sure):
        return kept
    on_topic = not tries_an_idea(asked) and asked.topic not in VAGUE and asked.topic in ranked[0].fact.topics
    return ranked[:1] if on_topic and not listener.earned(ranked[0].fact, is_open=asked.invites) else []


def _asked_for_itself(listener: AskedBuyer, asked: Question, near: Near) -> bool:
    fact = near.fact
    if fact.visible == "open" or near.meant or fact.id in listener.rapport.told:
        return True
    return fact.id in named_in(listener.persona, asked) or _is_put_for(listener, asked, fact)


def kept_back(listener: AskedBuyer, asked: Question, ranked: list[Near]) -> Fact | None:
    """What is hidden and asked about: nearest, or before what is nearest, or what was dodged just now."""
    if listener.persona.rep_calls and tries_an_idea(asked):
        return None  # "would that help you?" is no question about what it would help against
    before = comes_after_hidden(listener, asked)
    if before is not None and before[0] > max((one.points for one in ranked), default=0):
        dated = asked.form in PARTICULARS and not _is_put_for(listener, asked, before[1])
        # nobody is coy about a day or a number of what is not even spoken of
        return None if dated or not touches_on(listener.persona, before[1].id, bare(asked.text)) else before[1]
    if ranked:
        return None
    touched = touched_on(listener, asked) if asked.words else None
    if touched and len(asked.words) <= _LITTLE and asked.words.isdisjoint(told_words(touched)):
        touched = None  # "do you knit" is like "how do you cope" for its "do you" alone
    if touched and listener.persona.rep_calls and not _is_put_for(listener, asked, touched):
        touched = None  # what a caller evades with suits whatever touches on it: "I'm fine"
    return touched or _dodged_just_now(listener, asked)


def _is_put_for(listener: AskedBuyer, asked: Question, fact: Fact) -> bool:
    return is_asked_for(listener.persona, fact.id, bare(asked.text))


def _dodged_just_now(listener: AskedBuyer, asked: Question) -> Fact | None:
    """What the last move dodged, when a question has little of its own: "and nobody called you?"."""
    dodged = next((part.ref for part in listener.state.last if part.kind is PartKind.GUARD), "")
    if not dodged or dodged in listener.rapport.told or asked.found or asked.words or asked.topic not in VAGUE:
        return None
    return fact_of(listener.persona, dodged)
