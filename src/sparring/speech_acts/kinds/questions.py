"""Questions: every clause that asks is one act, open or closed, with the topic it is about.

Flows in: a sentence with its clauses. Flows out: question acts. A question that covers two topics gives two acts with
the same span, so count questions by span.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from sparring.speech_acts.acts import Act, ActKind, Topic
from sparring.speech_acts.phrase_families import SENTENCE_TABLES, Sentence
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.phrases.notation import Phrase
from sparring.speech_acts.text.asking import TAGS, Asks
from sparring.speech_acts.text.clauses import Clause
from sparring.speech_acts.text.words import SentenceWords
from sparring.speech_acts.topics.precedence import PARTNERS, TOPICS

_TOPICS: Final = SENTENCE_TABLES.part((phrase, row.topic) for row in TOPICS for phrase in row.phrases)
_LEAD_WORDS: Final = 2
_PROPOSED: Final = word_set(
    """that this i we if monday tuesday wednesday thursday friday saturday sunday tomorrow today next one two three four
    five six seven eight nine ten eleven twelve noon a an"""
)
_KINDS: Final = {Asks.OPEN: ActKind.OPEN_QUESTION, Asks.CLOSED: ActKind.CLOSED_QUESTION}


def questions(sentence: Sentence) -> Iterator[Act]:
    """The question acts of one sentence."""
    before: Clause | None = None
    for place, clause in enumerate(sentence.clauses):
        if clause.asks is not Asks.NO and not _is_no_question_yet(sentence, place):
            # "You plan the discharges, is that right?" is about what stands before the tag
            first = (
                before.first if before and before.asks is Asks.NO and is_tag(sentence.words, clause) else clause.first
            )
            core = clause.core if first == clause.first else first
            for topic in () if _proposes(sentence.words, core) else _topics(sentence, core, clause.last):
                yield sentence.act(_KINDS[clause.asks], first, clause.last, topic)
        before = clause


def _proposes(words: SentenceWords, core: int) -> bool:
    """As in "how about Thursday?" and "how about that!": who says so has something in mind and asks for a yes at most."""
    opening = words.texts[core : core + 3]
    return opening[:2] == ["how", "about"] and not _PROPOSED.isdisjoint(opening[2:])


def _is_no_question_yet(sentence: Sentence, place: int) -> bool:
    """Whether the clause leads to the question behind it, or is answered at once by who asks."""
    return _leads_to_another(sentence.clauses, place) or _is_answered_at_once(sentence, place)


def _is_answered_at_once(sentence: Sentence, place: int) -> bool:
    """As in "so who would it be | well we send two people": a way to tell, which nobody is to answer."""
    texts = sentence.words.texts
    behind = sentence.clauses[place + 1 : place + 2]
    return any(texts[one.first] == "well" and texts[one.core] in ("we", "our") for one in behind)


def _leads_to_another(clauses: Sequence[Clause], place: int) -> bool:
    """As in "Tell me | what does your week look like": one question, not two."""
    clause, following = clauses[place], clauses[place + 1 : place + 2]
    brief = clause.last - clause.core < _LEAD_WORDS
    return clause.asks is Asks.OPEN and brief and any(one.asks is not Asks.NO for one in following)


def is_tag(words: SentenceWords, clause: Clause) -> bool:
    """Whether a clause only asks for a yes to what was just said."""
    return words.between(clause.core, clause.last).strip() in TAGS


def _topics(sentence: Sentence, first: int, last: int) -> tuple[Topic, ...]:
    """What the words `first..last` ask about: the first topic of the table, with its partner where that is asked too."""
    text = sentence.words.between(first, last)
    for phrase, topic in sentence.possible(_TOPICS):
        if _found(phrase, text):
            partner = PARTNERS.get(topic)
            if partner and any(_found(other, text) for other in partner.phrases):
                return (topic, partner.topic)
            return (topic,)
    return (Topic.OTHER,)


def _found(phrase: Phrase, text: str) -> bool:
    found = phrase.pattern.search(text)
    if found is None or (phrase.at_end and found.end() != len(text) - 1):
        return False
    return not phrase.at_start or found.start() == 0
