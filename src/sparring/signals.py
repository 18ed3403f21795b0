"""What a call can be checked for, as data: acts that were said, words that were used, measures from events and timing.

Rubrics are written in this vocabulary, the rules grader evaluates it. Signals ask whether something is there, so saying
more of what a criterion asks for never takes anything away; `never` is the one exception and says so.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from itertools import chain
from typing import Annotated, Any, Final, Literal, NamedTuple, Self

from pydantic import Discriminator, Field, StringConstraints, Tag, model_validator

from sparring.documents import Document
from sparring.speech_acts import ActKind, Likeness, Topic
from sparring.speech_acts.text.needed_letters import Needed, any_in, shortest

Acts = Annotated[tuple[ActKind, ...], Field(max_length=16)]
Topics = Annotated[tuple[Topic, ...], Field(max_length=16)]
Likenesses = Annotated[tuple[Likeness, ...], Field(max_length=8)]
WordGroup = Annotated[
    tuple[Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9' /-]{0,40}\*?$")], ...],
    Field(min_length=1, max_length=64),
]
"""Words or phrases that mean one thing, in lower case; a trailing `*` matches any ending."""


class Moment(StrEnum):
    """Something the buyer brought up, found in the call's events or in the buyer's own words."""

    OBJECTION_RAISED = "objection_raised"
    COMPETITOR_RAISED = "competitor_raised"
    PRICE_RAISED = "price_raised"
    EMERGENCY_RAISED = "emergency_raised"
    JOB_SOUGHT = "job_sought"  # a caregiver who looks for work, on the line for families
    STORY_TOLD = "story_told"  # what happened, unasked
    PLACE_NAMED = "place_named"  # where care is needed, unasked
    PERSON_NAMED = "person_named"  # who needs care, by name or age, unasked
    START_NAMED = "start_named"  # when care should begin, unasked
    HOURS_NAMED = "hours_named"  # on which days or hours, unasked


class CallMeasure(StrEnum):
    """What events and timing can tell, each with its unit."""

    RINGS = "rings"  # before the rep picked up
    OVERLAPS = "overlaps"  # times the rep talked over the buyer for more than 1 s
    LONGEST_MONOLOGUE_S = "longest_monologue_s"
    TALK_SHARE = "talk_share"  # 0-1, of all speech
    DEAD_AIR = "dead_air"  # silences that the rep left standing


_NO_PLACES: frozenset[int] = frozenset()


class _PreparedGroup(NamedTuple):
    """A group of words: whole words and beginnings of which a text has one where the pattern finds anything in it."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    pattern: Needed


class WordSearch:
    """Groups of words, prepared to be looked for: their first words tell most texts apart without a search."""

    __slots__ = ("_last", "beginnings", "groups", "whole")

    def __init__(self, groups: Sequence[tuple[str, ...]]) -> None:
        self.groups: Final = tuple(_PreparedGroup(*first_words(group), word_pattern(group)) for group in groups)
        self.whole: Final = frozenset[str]().union(*(one.whole for one in self.groups))
        self.beginnings: Final = tuple({beginning for one in self.groups for beginning in one.beginnings})
        self._last = ("", _NO_PLACES)  # a sentence of eight thousand letters holds two hundred acts, each asking

    def used_in(self, words: str, bare: frozenset[str]) -> frozenset[int]:
        """Places of the groups that plain `words` use; `bare` are the different words among them."""
        if _has_none(words, bare, self.whole, self.beginnings):
            return _NO_PLACES  # nine times in ten, and in a tenth of the time of a search
        asked, places = self._last
        if asked != words:
            places = frozenset(
                place
                for place, (whole, beginnings, pattern) in enumerate(self.groups)
                if not _has_none(words, bare, whole, beginnings) and pattern.is_in(words)
            )
            self._last = (words, places)
        return places


class WordPlaces:
    """Sentences by their words: which of them could use a wording is told without a look at each."""

    __slots__ = ("_at", "_sentences", "_text", "_words")

    def __init__(self, sentences: Sequence[str]) -> None:
        self._sentences = sentences
        self._text = "\n".join(sentences)
        self._at = defaultdict[str, list[int]](list)
        for at, sentence in enumerate(sentences):
            for word in frozenset(_BARE.findall(sentence)):
                self._at[word].append(at)
        self._words = frozenset(self._at)

    def possible(self, wording: WordSearch, *, least: int) -> Iterable[int]:
        """Places of the sentences, in order, that have a word of the wording; none where all together lack too many."""
        groups = wording.groups
        if (
            least > 1
            and sum(not _has_none(self._text, self._words, one.whole, one.beginnings) for one in groups) < least
        ):
            return ()
        found = set(chain.from_iterable(map(self._at.__getitem__, wording.whole & self._words)))
        if any_in(self._text, wording.beginnings):
            found.update(at for at, one in enumerate(self._sentences) if any_in(one, wording.beginnings))
        return sorted(found)


def _has_none(words: str, bare: frozenset[str], whole: frozenset[str], beginnings: tuple[str, ...]) -> bool:
    return whole.isdisjoint(bare) and not any_in(words, beginnings)


@dataclass(frozen=True, slots=True, eq=False)
class Sought:
    """What a document looks for, read once: its fields cost ten times as much, and each call asks for all of them.

    Documents that look for the same share one, by which what was found is kept. `mentions`: whether words are looked
    for at all; `least`: how many of their groups a sentence must use; `unless`: None where nothing is excepted.
    """

    acts: Acts
    like: Likenesses
    topics: Topics
    mentions: bool
    wording: WordSearch
    least: int
    unless: WordSearch | None


_Groups = tuple[tuple[str, ...], ...]


@cache
def _sought(
    acts: Acts, like: Likenesses, topics: Topics, mentions: _Groups, *, together: bool = False, unless: _Groups = ()
) -> Sought:
    least = len(mentions) if mentions and together else 1
    excepted = WordSearch(unless) if unless else None
    return Sought(acts, like, topics, bool(mentions), WordSearch(mentions), least, excepted)


class Anchor(Document):
    """A point in the call: the first of the speaker's acts (or sentences) of this description, or a buyer's moment.

    `topics` and `mentions` narrow the acts, as they do in `Said`; what is `like` examples counts beside them.
    """

    acts: Acts = ()
    like: Likenesses = ()
    topics: Topics = ()
    mentions: Annotated[tuple[WordGroup, ...], Field(max_length=12)] = ()
    moment: Moment | None = None

    @cached_property
    def sought(self) -> Sought:
        """What it looks for."""
        return _sought(self.acts, self.like, self.topics, self.mentions)

    @model_validator(mode="after")
    def _one_kind_of_point(self) -> Self:
        if bool(self.acts or self.mentions or self.like) == (self.moment is not None):
            raise ValueError("names either what was said or a moment")
        return self


class Said(Document):
    """Enough of these acts were said, or these words used, or what is like these examples, by whoever must say it.

    What is `like` examples counts beside acts and words, which alone are narrowed by topics and words.
    A sentence must use a word of any group in `mentions`, of every group when `together`; none counts that uses one of
    `unless`, like examples or not.
    Counting `topics`, `kinds`, `values` or `mentions` counts different ones, `names` those that one sentence says, the
    other side's aside. `before` and `after` compare turns, and
    the anchor's own turn counts as both; everything comes before an anchor that never came, and nothing after it.
    `answering` keeps to the speaker's next two turns of substance each time the buyer made this moment. An act that is
    made of words of `not_as` does not count, nor one in a sentence of fewer than `words_at_least`, nor, when `echoing`,
    one with which nothing is said back: "let me recap" and no more; nor, when `unrefused`, a step that was asked for
    and that the other side held back from at once; nor, when `unechoed`, a figure that only says back the one that the
    other side has just named: "ten minutes it is".
    """

    acts: Acts = ()
    like: Likenesses = ()
    topics: Topics = ()
    mentions: Annotated[tuple[WordGroup, ...], Field(max_length=12)] = ()
    together: bool = False
    unless: Annotated[tuple[WordGroup, ...], Field(max_length=4)] = ()
    not_as: Annotated[tuple[WordGroup, ...], Field(max_length=4)] = ()
    echoing: bool = False
    unrefused: bool = False
    unechoed: bool = False
    words_at_least: Annotated[int, Field(ge=1, le=20)] = 1
    at_least: Annotated[int, Field(ge=1, le=10)] = 1
    counted: Literal["acts", "turns", "topics", "kinds", "values", "mentions", "names"] = "acts"
    before: Anchor | None = None
    after: Anchor | None = None
    answering: Moment | None = None
    beside: Anchor | None = None

    @cached_property
    def sought(self) -> Sought:
        """What it looks for."""
        words = self.mentions
        return _sought(self.acts, self.like, self.topics, words, together=self.together, unless=self.unless)

    @cached_property
    def counts_anywhere(self) -> bool:
        """Whether it counts in every turn."""
        return not (self.before or self.after or self.answering or self.beside)

    @cached_property
    def counts_however_said(self) -> bool:
        """Whether every act counts that is sought."""
        return not (self.unrefused or self.unechoed or self.words_at_least > 1 or self.not_as or self.echoing)

    @cached_property
    def made_of(self) -> WordSearch:
        """`not_as`, prepared."""
        return WordSearch(self.not_as)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.acts or self.mentions or self.like):
            raise ValueError("needs acts, mentions or likenesses")
        if self.counted == "mentions" and len(self.mentions) < self.at_least:
            raise ValueError(f"wants {self.at_least} different mentions and lists {len(self.mentions)}")
        return self


class TakesUp(Document):
    """In a later turn the speaker uses the very words by which the buyer made this moment."""

    takes_up: Moment


class Never(Document):
    """None of these acts was said by whoever must say the rest."""

    never: Annotated[Acts, Field(min_length=1)]


class Measured(Document):
    """A measure within bounds, both included."""

    measure: CallMeasure
    at_least: float | None = None
    at_most: float | None = None

    @model_validator(mode="after")
    def _is_bounded(self) -> Self:
        if self.at_least is None and self.at_most is None:
            raise ValueError("needs at_least, at_most or both")
        return self


def _signal_tag(value: Any) -> str:
    """Which signal an object is, by its own key, so that a mistake inside it is reported once."""
    keys = value if isinstance(value, Mapping) else type(value).model_fields
    by_key = {"measure": "measured", "never": "never", "takes_up": "takes_up"}
    return next((tag for key, tag in by_key.items() if key in keys), "said")


_MARKS = re.compile(r"[/-]")
_BARE = re.compile(r"\w+")
AnySignal = Said | TakesUp | Never | Measured
Signal = Annotated[
    Annotated[Said, Tag("said")]
    | Annotated[TakesUp, Tag("takes_up")]
    | Annotated[Never, Tag("never")]
    | Annotated[Measured, Tag("measured")],
    Discriminator(_signal_tag),
]
SignalRow = Annotated[tuple[Signal, ...], Field(min_length=1, max_length=6)]
"""Signals that must all hold."""


def row_implies(stronger: tuple[AnySignal, ...], weaker: tuple[AnySignal, ...]) -> bool:
    """Whether every call on which all of `stronger` hold is seen, from the data alone, to satisfy `weaker` too."""
    return all(any(_implies(mine, theirs) for mine in stronger) for theirs in weaker)


def _implies(stronger: AnySignal, weaker: AnySignal) -> bool:
    match stronger, weaker:
        case Said(), Said():
            return _said_implies(stronger, weaker)
        case TakesUp(), TakesUp():
            return stronger == weaker
        case Never(), Never():
            return set(weaker.never) <= set(stronger.never)
        case Measured(), Measured():
            return stronger.measure == weaker.measure and _within(stronger, weaker)
    return False


def _said_implies(stronger: Said, weaker: Said) -> bool:
    same_words = (
        weaker.unless in ((), stronger.unless)
        and weaker.not_as in ((), stronger.not_as)
        and weaker.echoing <= stronger.echoing
        and weaker.unrefused <= stronger.unrefused
        and weaker.unechoed <= stronger.unechoed
        and weaker.words_at_least <= stronger.words_at_least
        and (not weaker.mentions or (stronger.mentions, stronger.together) == (weaker.mentions, weaker.together))
    )
    same_places = (
        weaker.before in (None, stronger.before)
        and weaker.after in (None, stronger.after)
        and weaker.answering in (None, stronger.answering)
        and weaker.beside in (None, stronger.beside)
    )
    like = set(stronger.like) <= set(weaker.like)
    only_like = not (weaker.acts or weaker.mentions)
    counts = stronger.at_least >= weaker.at_least and (stronger.counted == weaker.counted or weaker.at_least == 1)
    kinds = not weaker.acts or (bool(stronger.acts) and set(stronger.acts) <= set(weaker.acts))
    topics = not weaker.topics or (bool(stronger.topics) and set(stronger.topics) <= set(weaker.topics))
    spoken = not (stronger.acts or stronger.mentions) if only_like else kinds
    return same_words and same_places and counts and like and spoken and topics


def _within(inner: Measured, outer: Measured) -> bool:
    low = outer.at_least is None or (inner.at_least is not None and inner.at_least >= outer.at_least)
    high = outer.at_most is None or (inner.at_most is not None and inner.at_most <= outer.at_most)
    return low and high


@cache
def first_words(group: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole words and beginnings of words of which a text has one if `word_pattern` finds anything in it."""
    firsts = [(_BARE.search(word), word) for word in group]
    whole = frozenset(first[0] for first, word in firsts if first and first[0] + "*" != word)
    return whole, tuple(first[0] for first, word in firsts if first and first[0] + "*" == word)


@cache
def word_pattern(group: tuple[str, ...]) -> Needed:
    """A pattern that finds any word or phrase of `group` in plain words: lower case, single blanks, no marks."""
    plain = [_MARKS.sub(" ", word.removesuffix("*")) for word in group]
    words = [re.escape(one) + (r"\w*" if word[-1] == "*" else "") for one, word in zip(plain, group, strict=True)]
    return Needed(re.compile(rf"\b(?:{'|'.join(words)})\b"), tuple(shortest(plain)))
