"""Questions: every clause that asks is one act, open or closed, with the topic it is about.

Flows in: a sentence with its clauses. Flows out: question acts. A question that covers two topics gives two acts with
the same span, so count questions by span.
"""

from collections.abc import Iterator
from typing import Final

from sparring.speech_acts.acts import Act, ActKind, Topic
from sparring.speech_acts.clauses import Asks, Clause
from sparring.speech_acts.families import Sentence
from sparring.speech_acts.phrases import Phrase
from sparring.speech_acts.topics import NOT_DISCOVERY, PARTNERS, TOPICS

_KINDS: Final = {Asks.OPEN: ActKind.OPEN_QUESTION, Asks.CLOSED: ActKind.CLOSED_QUESTION}


def questions(sentence: Sentence) -> Iterator[Act]:
    """The question acts of one sentence."""
    for clause in sentence.clauses:
        if clause.asks is not Asks.NO:
            for topic in _topics(sentence, clause):
                yield sentence.act(_KINDS[clause.asks], clause.first, clause.last, topic)


def _topics(sentence: Sentence, clause: Clause) -> tuple[Topic, ...]:
    text = sentence.words.between(clause.first, clause.last)
    vocabulary = frozenset(text.split())
    if any(_found(phrase, text, vocabulary) for phrase in NOT_DISCOVERY):
        return (Topic.OTHER,)
    for topic, phrases in TOPICS:
        if any(_found(phrase, text, vocabulary) for phrase in phrases):
            partner = PARTNERS.get(topic)
            if partner and any(_found(phrase, text, vocabulary) for phrase in partner.phrases):
                return (topic, partner.topic)
            return (topic,)
    return (Topic.OTHER,)


def _found(phrase: Phrase, text: str, vocabulary: frozenset[str]) -> bool:
    if phrase.hint and phrase.hint.isdisjoint(vocabulary):
        return False
    return phrase.pattern.search(text) is not None
