"""What a call is graded by: criteria with anchored levels, as data. A new rubric is one new file in `rubrics/`.

Flows in: JSON. Flows out: a strict frozen `Rubric` that the graders, the pages and the reports read. Each level states
an observable check for people and the same check as signals for the rules grader. Published versions never change.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache, cached_property
from importlib import resources
from itertools import pairwise
from types import MappingProxyType
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from sparring.documents import Document, VersionRef, digest_of, mistakes_in, parse_document
from sparring.errors import RubricRejected
from sparring.ids import Slug
from sparring.signals import Acts, Measured, Moment, Said, SignalRow, TakesUp, row_implies
from sparring.speech_acts import Likeness

MAX_RUBRIC_BYTES = 524_288
SLOT = re.compile(r"\{([^{}]*)\}")

CriterionPoints = Annotated[int, Field(ge=0, le=100)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=500)]


class Slot(StrEnum):
    """What a coaching sentence may be filled with: only what was really said on this call."""

    BUYER = "buyer"  # the buyer's first name
    PERSON = "person"  # who needs care, as in "your mother"
    NEED = "need"  # a need or trouble the buyer named
    COMPETITOR = "competitor"
    OBJECTION = "objection"  # the buyer's own words of doubt
    TIME = "time"  # the day that was named last, as in "Tuesday at ten"
    REASON = "reason"  # whom this kind of house has who needs help at home, as in "people who are discharged"
    COMPLAINT = "complaint"  # what the buyer was let down in, in their own words
    COMPETING = "competing"  # "the agencies you have", where the buyer holds these against another one


class Level(Document):
    """One anchored level. It is reached when any row of `when` holds; the lowest level needs none."""

    id: Slug
    title: Text
    points: CriterionPoints
    check: Text
    when: Annotated[tuple[SignalRow, ...], Field(max_length=8)] = ()

    @cached_property
    def heads(self) -> frozenset[Likeness]:
        """What any row hears by examples."""
        return _heads(self.when)


class Part(Document):
    """One of the several things that a criterion asks for, by a name that follows "Heard:" and "Not heard:".

    It decides no level: a report tells with it which of them were heard, and when. `better` holds sentences to say
    where this one is missing and another was heard, tried before those of the criterion.
    """

    name: Text
    when: Annotated[tuple[SignalRow, ...], Field(min_length=1, max_length=8)]
    better: Annotated[tuple[Text, ...], Field(max_length=4)] = ()

    @cached_property
    def heads(self) -> frozenset[Likeness]:
        """What any row hears by examples."""
        return _heads(self.when)


def _heads(rows: tuple[SignalRow, ...]) -> frozenset[Likeness]:
    return frozenset(like for row in rows for one in row if isinstance(one, Said) for like in one.like)


class NearMiss(Document):
    """Words that come near to a level and do not earn it. They decide no level: a report tells why they fell short.

    `because` follows "does not count:". It is told below the level `misses`, the highest where none is named, and of
    words that `when` finds and that earned nothing of the criterion; `said_by` the other side it is in their words,
    which `before` and `after` set beside what the speaker said.
    """

    because: Text
    when: Annotated[tuple[Said, ...], Field(min_length=1, max_length=4)]
    misses: Slug | None = None
    said_by: Literal["rep", "buyer"] | None = None


class CoachWords(Document):
    """What a coach says about a criterion. `better` holds whole sentences to say, tried in order.

    The first sentence whose `{slots}` can all be filled from the call is used, so the last one has no slot.
    """

    strength: Text
    fix: Text
    better: Annotated[tuple[Text, ...], Field(min_length=1, max_length=6)]


class Criterion(Document):
    """One thing that is graded. Levels run from the lowest, which has 0 points, to the highest, which has all."""

    id: Slug
    title: Text
    points: Annotated[int, Field(ge=1, le=100)]
    kind: Literal["quoted", "measured"]
    said_by: Literal["rep", "buyer"] = "rep"
    applies_when: Moment | None = None
    unobservable: Literal["grant", "exclude"] = "exclude"
    levels: Annotated[tuple[Level, ...], Field(min_length=2, max_length=4)]
    parts: Annotated[tuple[Part, ...], Field(max_length=6)] = ()
    near_misses: Annotated[tuple[NearMiss, ...], Field(max_length=8)] = ()
    coaching: CoachWords

    @property
    def check(self) -> str:
        """What earns all points, for the rep to read before the call."""
        return self.levels[-1].check

    @cached_property
    def takes_up(self) -> frozenset[Moment]:
        """Moments of the buyer's whose words earn it."""
        signals = (signal for level in self.levels for row in level.when for signal in row)
        return frozenset(signal.takes_up for signal in signals if isinstance(signal, TakesUp))


class Category(Document):
    """A group of criteria."""

    id: Slug
    title: Text
    points: Annotated[int, Field(ge=1, le=1_000)]
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1, max_length=16)]


class RedLineRule(Document):
    """A line that no score makes good: the rep said one of `acts`, or gave a `moment` none of `answered_by`."""

    id: Slug
    title: Text
    acts: Acts = ()
    moment: Moment | None = None
    answered_by: Acts = ()
    unless: Moment | None = None  # from this moment on, the acts are no crossing
    tempted_by: Annotated[tuple[Slug, ...], Field(max_length=4)] = ()  # kinds of concern of buyers to practise it with
    fix: Text
    better: Text

    @model_validator(mode="after")
    def _one_kind_of_line(self) -> Self:
        if bool(self.acts) == (self.moment is not None) or bool(self.answered_by) != (self.moment is not None):
            raise ValueError("names either acts, or a moment with answered_by")
        return self


class Rubric(Document):
    """A versioned rubric. `pass_score` is 0-100 over the points that could be observed."""

    schema_version: Literal["1"] = "1"
    id: Slug
    version: Annotated[int, Field(ge=1)]
    title: Text
    call_type: Literal["inside", "outside"]
    points: Annotated[int, Field(ge=1, le=1_000)]
    pass_score: Annotated[int, Field(ge=0, le=100)]
    categories: Annotated[tuple[Category, ...], Field(min_length=1, max_length=12)]
    red_lines: Annotated[tuple[RedLineRule, ...], Field(max_length=24)]

    @cached_property
    def ref(self) -> VersionRef:
        """This exact version. The digest leaves defaults out, so a field added to the format later changes none."""
        return VersionRef(
            id=self.id, version=self.version, digest=digest_of(self.model_dump_json(exclude_defaults=True).encode())
        )

    def criteria(self) -> Iterator[tuple[Category, Criterion]]:
        """Every criterion with its category, in order."""
        for category in self.categories:
            for criterion in category.criteria:
                yield category, criterion


def parse_rubric(data: bytes, *, source: str) -> Rubric:
    """Raises: RubricRejected, for the first mistake."""
    rubric = parse_document(data, Rubric, source=source, max_bytes=MAX_RUBRIC_BYTES, rejected=RubricRejected)
    for field, reason in _mistakes(rubric):
        raise RubricRejected(source, field, reason)
    return rubric


def check_rubric(data: bytes, *, source: str) -> tuple[RubricRejected, ...]:
    """Every mistake in a rubric file, empty when there is none."""
    try:
        rubric = parse_document(data, Rubric, source=source, max_bytes=MAX_RUBRIC_BYTES, rejected=RubricRejected)
    except RubricRejected:
        return mistakes_in(data, Rubric, source=source, max_bytes=MAX_RUBRIC_BYTES, rejected=RubricRejected)
    return tuple(RubricRejected(source, field, reason) for field, reason in _mistakes(rubric))


@cache
def load_rubrics() -> Mapping[str, Rubric]:
    """The shipped rubrics by id, newest version of each. Raises: RubricRejected."""
    return MappingProxyType({rubric.id: rubric for rubric in _shipped("rubrics")})


def _shipped(folder: str) -> Iterator[Rubric]:
    for file in sorted(resources.files("sparring").joinpath(folder).iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".json"):
            yield parse_rubric(file.read_bytes(), source=file.name)


def find_rubric(rubric_id: str) -> Rubric:
    """A shipped rubric. Raises: RubricRejected when there is none of that id."""
    rubrics = load_rubrics()
    if rubric_id not in rubrics:
        raise RubricRejected("rubrics", "id", f"no such rubric; there are {', '.join(rubrics)}")
    return rubrics[rubric_id]


@cache
def _earlier() -> Mapping[VersionRef, Rubric]:
    return MappingProxyType({rubric.ref: rubric for rubric in _shipped("rubrics/earlier")})


def earlier_version(ref: VersionRef) -> Rubric | None:
    """A version that new calls are no longer held under: what was begun under it is graded and shown by it."""
    return _earlier().get(ref)


def find_version(ref: VersionRef) -> Rubric:
    """The very version that `ref` names; the newest of its id where there is no such version.

    Raises: RubricRejected when there is none of that id.
    """
    return earlier_version(ref) or find_rubric(ref.id)


Mistake = tuple[str, str]
"""The field and the reason."""


def _mistakes(rubric: Rubric) -> Iterator[Mistake]:
    yield from _sum_mistakes("points", rubric.points, [category.points for category in rubric.categories])
    yield from _twice("categories", (category.id for category in rubric.categories))
    yield from _twice("criteria", (criterion.id for _, criterion in rubric.criteria()))
    yield from _twice("red_lines", (line.id for line in rubric.red_lines))
    for category in rubric.categories:
        field = f"categories.{category.id}"
        yield from _sum_mistakes(field, category.points, [criterion.points for criterion in category.criteria])
        for criterion in category.criteria:
            yield from _criterion_mistakes(f"{field}.{criterion.id}", criterion)


def _sum_mistakes(field: str, stated: int, parts: list[int]) -> Iterator[Mistake]:
    if sum(parts) != stated:
        yield field, f"says {stated} points, its parts add up to {' + '.join(map(str, parts))} = {sum(parts)}"


def _twice(field: str, ids: Iterable[str]) -> Iterator[Mistake]:
    for name, count in Counter(ids).items():
        if count > 1:
            yield field, f"the id {name} stands {count} times"


def _criterion_mistakes(field: str, criterion: Criterion) -> Iterator[Mistake]:
    levels = criterion.levels
    yield from _twice(f"{field}.levels", (level.id for level in levels))
    yield from _twice(f"{field}.parts", (part.name for part in criterion.parts))
    if levels[0].points or levels[0].when:
        yield f"{field}.{levels[0].id}", "the lowest level has 0 points and no signals: it is what remains"
    if levels[-1].points != criterion.points:
        yield f"{field}.{levels[-1].id}", f"the highest level has {levels[-1].points} of {criterion.points} points"
    for lower, level in pairwise(levels):
        if level.points <= lower.points:
            yield f"{field}.{level.id}", f"has no more points than {lower.id} below it"
    for place, level in enumerate(levels[1:], start=1):
        yield from _level_mistakes(f"{field}.{level.id}", criterion, place)
    named = {level.id for level in levels[1:]}
    for at, near in enumerate(criterion.near_misses):
        if near.misses is not None and near.misses not in named:
            yield f"{field}.near_misses.{at}", f"there is no level {near.misses} above the lowest"
    for part in criterion.parts:
        yield from _slot_mistakes(f"{field}.{part.name}.better", part.better)
    yield from _wording_mistakes(f"{field}.coaching.better", criterion.coaching.better)


def _level_mistakes(field: str, criterion: Criterion, place: int) -> Iterator[Mistake]:
    level, higher = criterion.levels[place], criterion.levels[place + 1 :]
    if not level.when:
        yield field, "can never be reached: it has no signals"
    for row in level.when:
        measured = [isinstance(signal, Measured) for signal in row]
        if criterion.kind == "measured" and not all(measured):
            yield field, "a measured criterion is decided by measures alone"
        if criterion.kind == "quoted" and not any(isinstance(signal, Said | TakesUp) for signal in row):
            yield field, "a quoted criterion needs something said in every row, to quote"
    for above in higher:
        if level.when and all(any(row_implies(row, over) for over in above.when) for row in level.when):
            yield field, f"can never be reached: whenever it holds, {above.id} holds too"


def _wording_mistakes(field: str, sentences: tuple[str, ...]) -> Iterator[Mistake]:
    yield from _slot_mistakes(field, sentences)
    if slots_in(sentences[-1]):
        yield f"{field}.{len(sentences) - 1}", "the last sentence is for calls that fill no slot, so it has none"


def _slot_mistakes(field: str, sentences: tuple[str, ...]) -> Iterator[Mistake]:
    known = {slot.value for slot in Slot}
    for place, sentence in enumerate(sentences):
        unknown = slots_in(sentence) - known
        if unknown:
            yield f"{field}.{place}", f"unknown slot {', '.join(sorted(unknown))}; there are {', '.join(sorted(known))}"


def slots_in(sentence: str) -> frozenset[str]:
    """Names of the `{slots}` in a coaching sentence."""
    return frozenset(SLOT.findall(sentence))
