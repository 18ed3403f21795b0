"""What has been told a moment ago is not told once more to a question that asks for something else of it.

Flows in: the listener, a question and the part that would answer it. Flows out: that part, or that one knows no more.
"""

import re
from functools import lru_cache

from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.facts.disclosure import AskedBuyer, fact_of, told_words
from sparring.call.mind.facts.followed_up import adds
from sparring.call.mind.heard.answer_fit import PARTICULARS, answers_form, says_how_long_exactly
from sparring.call.mind.heard.answer_form import AnswerForm
from sparring.call.mind.heard.questions import Question
from sparring.call.mind.heard.sentences import bare, normalised
from sparring.call.mind.lead_ins import first_word
from sparring.call.mind.not_known.of_a_story import of_a_story, of_what_was_told
from sparring.persona import Fact, stems

_FACTS_KEPT = 2_048  # of all personas
_MOVES_BACK = 2  # in which a thing was told that nobody has forgotten
_WANTS_A_REASON = re.compile(r"why\b|how come\b|what (?:keeps|kept|stops|stopped|made|makes)\b")
_GIVES_A_REASON = re.compile(
    r"\b(?:because|since|so that|so (?:she|he|I|they|we)|that's why|'cause|afraid|to (?:keep|save|spare))\b"
)


def not_told_again(listener: AskedBuyer, asked: Question, part: Part) -> Part:
    """`part`, or that one knows no more where it would only be what was told just before."""
    if part.kind is not PartKind.RECALL or asked.written or asked.declares:
        return part
    fact = fact_of(listener.persona, part.ref)
    if (
        not _told_just_before(listener, fact)
        or not of_what_was_told(listener.state, asked)
        or _fits(listener, asked, fact)
    ):
        return part
    return Part(PartKind.UNKNOWN, of_a_story(asked))


@lru_cache(_FACTS_KEPT)
def _asked_how(fact: Fact) -> bool:
    """Whether "how did it get to be you?" may ask for a fact: some way to ask for it begins so."""
    return any(normalised(way).startswith("how ") for way in (fact.question, *fact.asked_as))


def _told_just_before(listener: AskedBuyer, fact: Fact) -> bool:
    said = listener.state.said_lately(_MOVES_BACK)
    return any(line[1:] in said for line in fact.lines)


def _fits(listener: AskedBuyer, asked: Question, fact: Fact) -> bool:
    """Whether what is told again, or what was not said yet of it, is what the question wants."""
    if _WANTS_A_REASON.match(bare(asked.text)):
        return any(map(_GIVES_A_REASON.search, fact.lines))
    if "how long" in asked.text:
        return any(map(says_how_long_exactly, fact.lines))
    if asked.form in PARTICULARS:
        return answers_form(fact, asked.form)
    said = listener.state.said_lately(_MOVES_BACK)
    new = asked.words - stems(said)
    if asked.form is AnswerForm.YES_OR_NO or not asked.words:
        return True
    if first_word(bare(asked.text)) == "how" and not _asked_how(fact):
        return False
    return new <= told_words(fact) and any(adds(line, said) for line in listener.unsaid(fact))
