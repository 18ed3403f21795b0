"""Tables to acts: a family is one kind of act, the phrases that do it and the phrases that undo it.

Flows in: a sentence with its clauses. Flows out: the acts its words do, each spanning the clauses that do it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from sparring.speech_acts.acts import Act, ActKind, Topic
from sparring.speech_acts.clauses import Asks, Clause
from sparring.speech_acts.phrases import Phrase
from sparring.speech_acts.words import Words


class Form(Enum):
    """In which clauses a family counts."""

    ANY = "any"
    QUESTION = "question"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Family:
    """One way of doing one kind of act.

    Args:
        kind: the act.
        does: phrases that do it.
        undone_by: phrases that, in the same clauses, undo it: a negation, somebody else's words, a condition.
        form: whether it counts in questions, in statements or in both.
        topic: topic of the act, where it has one.
    """

    kind: ActKind
    does: tuple[Phrase, ...]
    undone_by: tuple[Phrase, ...] = ()
    form: Form = Form.ANY
    topic: Topic | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of words with its clauses and the set of its words."""

    words: Words
    clauses: tuple[Clause, ...]
    vocabulary: frozenset[str]

    def covering(self, first: int, last: int) -> tuple[Clause, Clause]:
        """The clauses in which the words `first` and `last` stand."""
        ahead = [clause for clause in self.clauses if clause.last >= first]
        behind = next(clause for clause in ahead if clause.last >= last)
        return ahead[0], behind

    def act(self, kind: ActKind, first: int, last: int, topic: Topic | None = None, about: str = "") -> Act:
        """An act spanning the words `first..last`."""
        items = self.words.items
        return Act(kind, items[first].start, items[last].end, topic, about)


class Match(NamedTuple):
    """A phrase found in a sentence: words `first..last`."""

    first: int
    last: int


class Table:
    """Families indexed by the words their phrases need: of some thousand phrases a sentence tries a few dozen."""

    def __init__(self, families: Iterable[Family]) -> None:
        self._always: list[tuple[Family, Phrase]] = []
        self._by_word: defaultdict[str, list[tuple[Family, Phrase]]] = defaultdict(list)
        for family in families:
            for phrase in family.does:
                self._add(family, phrase)

    def _add(self, family: Family, phrase: Phrase) -> None:
        if not phrase.hint:
            self._always.append((family, phrase))
        for word in phrase.hint:
            self._by_word[word].append((family, phrase))

    def acts(self, sentence: Sentence) -> Iterator[Act]:
        """Every act of the table in one sentence; the same act may come more than once."""
        for family, phrase in self._candidates(sentence):
            for match in matches(phrase, sentence):
                span = _span(family, match, sentence)
                if span is not None:
                    yield sentence.act(family.kind, span.first, span.last, family.topic)

    def _candidates(self, sentence: Sentence) -> Iterator[tuple[Family, Phrase]]:
        yield from self._always
        for word in sentence.vocabulary:
            if word in self._by_word:
                yield from self._by_word[word]


def matches(phrase: Phrase, sentence: Sentence) -> Iterator[Match]:
    """Where a phrase stands in a sentence, its anchors respected."""
    words = sentence.words
    for found in phrase.pattern.finditer(words.text):
        match = Match(words.at(found.start()), words.at(found.end() - 1))
        if _anchored(phrase, match, sentence.clauses):
            yield match


def says(phrases: Iterable[Phrase], sentence: Sentence) -> bool:
    """Whether any of the phrases stands in the sentence."""
    return any(
        (not phrase.hint or not phrase.hint.isdisjoint(sentence.vocabulary)) and any(matches(phrase, sentence))
        for phrase in phrases
    )


def _anchored(phrase: Phrase, match: Match, clauses: Sequence[Clause]) -> bool:
    if phrase.at_start and not any(match.first in (clause.first, clause.core) for clause in clauses):
        return False
    return not phrase.at_end or any(match.last == clause.last for clause in clauses)


def _span(family: Family, match: Match, sentence: Sentence) -> Match | None:
    opening, closing = sentence.covering(match.first, match.last)
    if not _has_form(family.form, closing):
        return None
    span = Match(opening.first, closing.last)
    text = sentence.words.between(span.first, span.last)
    if any(phrase.pattern.search(text) for phrase in family.undone_by if _possible(phrase, sentence)):
        return None
    return span


def _has_form(form: Form, clause: Clause) -> bool:
    return form is Form.ANY or (clause.asks is not Asks.NO) == (form is Form.QUESTION)


def _possible(phrase: Phrase, sentence: Sentence) -> bool:
    return not phrase.hint or not phrase.hint.isdisjoint(sentence.vocabulary)
