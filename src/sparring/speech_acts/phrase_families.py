"""Tables to acts: a family is one kind of act, the phrases that do it and the phrases that undo it.

Flows in: a sentence with its clauses. Flows out: the acts its words do, each spanning the clauses that do it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from operator import attrgetter
from typing import Final, NamedTuple, Self

from sparring.speech_acts.acts import Act, ActKind, Topic
from sparring.speech_acts.phrases.index import Index, JointIndex, TableSlice, Value, index_of
from sparring.speech_acts.phrases.notation import Phrase
from sparring.speech_acts.text.asking import Asks
from sparring.speech_acts.text.clauses import Clause
from sparring.speech_acts.text.heard import stems
from sparring.speech_acts.text.words import SentenceWords

_START: Final = attrgetter("start")
_END: Final = attrgetter("end")
SENTENCE_TABLES: Final = JointIndex()
"""Every table that is asked of each sentence."""


class ClauseForm(Enum):
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
        along_with: phrases of which one must stand in the same sentence too; the act spans both.
        governed: whether what undoes it may also end right before its clauses ("nobody can swear | she won't fall").
    """

    kind: ActKind
    does: tuple[Phrase, ...]
    undone_by: tuple[Phrase, ...] = ()
    form: ClauseForm = ClauseForm.ANY
    topic: Topic | None = None
    along_with: tuple[Phrase, ...] = ()
    governed: bool = False


class Sentence:
    """A sentence of words with its clauses and the set of its words."""

    __slots__ = ("_places", "_stems", "clauses", "vocabulary", "words")

    def __init__(self, words: SentenceWords, clauses: tuple[Clause, ...]) -> None:
        self.words: Final = words
        self.clauses: Final = clauses
        self.vocabulary: Final = words.vocabulary
        self._places: list[int] | None = None
        self._stems: frozenset[str] | None = None

    @property
    def stems(self) -> frozenset[str]:
        """Its words that carry meaning, without their endings."""
        if self._stems is None:
            self._stems = stems(self.vocabulary)
        return self._stems

    def possible(self, table: TableSlice[Value]) -> Sequence[tuple[Phrase, Value]]:
        """The entries of one of the `SENTENCE_TABLES` whose phrases can stand here; all are looked up at first use."""
        if self._places is None:
            self._places = SENTENCE_TABLES.places(self.words.grams)
        return SENTENCE_TABLES.of_part(table, self._places)

    def covering(self, first: int, last: int) -> tuple[Clause, Clause]:
        """The clauses in which the words `first` and `last` stand."""
        if len(self.clauses) == 1:
            return self.clauses[0], self.clauses[0]
        ahead = [clause for clause in self.clauses if clause.last >= first]
        behind = next(clause for clause in ahead if clause.last >= last)
        return ahead[0], behind

    def words_of(self, act: Act) -> tuple[int, int]:
        """First and last word of an act of this sentence."""
        items = self.words.items
        return bisect_right(items, act.start, key=_END), bisect_left(items, act.end, key=_START) - 1

    def part(self, first: int, last: int) -> Self:
        """The clauses that the words `first..last` make up, as a sentence of their own."""
        words = self.words.part(first, last)
        inside = [clause for clause in self.clauses if first <= clause.first and clause.last <= last]
        return type(self)(words, tuple(clause.moved(-first) for clause in inside))

    def act(self, kind: ActKind, first: int, last: int, topic: Topic | None = None, about: str = "") -> Act:
        """An act spanning the words `first..last`."""
        items = self.words.items
        return Act(kind, items[first].start, items[last].end, topic, about)


class Match(NamedTuple):
    """A phrase found in a sentence: words `first..last`."""

    first: int
    last: int


class _Filed(NamedTuple):
    """A family with its further phrases filed by what they need."""

    family: Family
    undone: Index[None]
    company: TableSlice[None]


class Table:
    """Families, indexed by the words their phrases need."""

    def __init__(self, families: Iterable[Family]) -> None:
        filed = [
            _Filed(family, index_of(family.undone_by), SENTENCE_TABLES.phrases(family.along_with))
            for family in families
        ]
        self._table = SENTENCE_TABLES.part((phrase, one) for one in filed for phrase in one.family.does)

    def acts(self, sentence: Sentence) -> Iterator[Act]:
        """Every act of the table in one sentence; the same act may come more than once."""
        for phrase, filed in sentence.possible(self._table):
            spans = {span for match in matches(phrase, sentence) if (span := _span(filed, match, sentence))}
            for span in spans:
                if not _undone(filed, span, sentence):
                    yield sentence.act(filed.family.kind, span.first, span.last, filed.family.topic)


def matches(phrase: Phrase, sentence: Sentence) -> Iterator[Match]:
    """Where a phrase stands in a sentence, its anchors respected."""
    words = sentence.words
    for found in phrase.pattern.finditer(words.text):
        match = Match(words.at(found.start()), words.at(found.end() - 1))
        if _anchored(phrase, match, sentence.clauses):
            yield match


def found(table: TableSlice[None], sentence: Sentence) -> Iterator[Match]:
    """Where any phrase of one of the `SENTENCE_TABLES` stands in a sentence."""
    for phrase, _ in sentence.possible(table):
        yield from matches(phrase, sentence)


def _anchored(phrase: Phrase, match: Match, clauses: Sequence[Clause]) -> bool:
    if phrase.at_start and not any(match.first in (clause.first, clause.core) for clause in clauses):
        return False
    return not phrase.at_end or any(match.last == clause.last for clause in clauses)


def _span(filed: _Filed, match: Match, sentence: Sentence) -> Match | None:
    whole = _with_company(filed, match, sentence) if filed.family.along_with else match
    if whole is None:
        return None
    opening, closing = sentence.covering(whole.first, whole.last)
    if not _has_form(filed.family.form, closing):
        return None
    return Match(opening.first, closing.last)


def _with_company(filed: _Filed, match: Match, sentence: Sentence) -> Match | None:
    """The match with the nearest phrase it must come along with."""
    company = list(found(filed.company, sentence))
    if not company:
        return None
    nearest = min(company, key=lambda other: max(other.first - match.last, match.first - other.last))
    return Match(min(match.first, nearest.first), max(match.last, nearest.last))


def _undone(filed: _Filed, span: Match, sentence: Sentence) -> bool:
    """Whether any of the phrases that undo it stands within its span, or governs it from right before."""
    return any(
        found.last <= span.last
        and (span.first <= found.first or (filed.family.governed and found.last == span.first - 1))
        for phrase, _ in filed.undone.possible(sentence.words.grams)
        for found in matches(phrase, sentence)
    )


def _has_form(form: ClauseForm, clause: Clause) -> bool:
    if form is ClauseForm.QUESTION:
        return clause.asks is not Asks.NO
    return form is ClauseForm.ANY or clause.asks is Asks.NO or not clause.asks_by_form
