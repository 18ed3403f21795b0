"""Everything a persona file may say, as strict frozen documents.

Flows in: the bytes of one JSON file. Flows out: a `Persona`. Ids are unique and every reference points at something;
whether the persona is fair to practise with is `check`'s business.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from sparring.documents import Document, digest_of, dump_document, parse_document
from sparring.errors import PersonaRejected
from sparring.ids import Slug
from sparring.persona.cue_index import CueIndex
from sparring.persona.difficulty import Difficulty, DifficultySettings, Percent, Thresholds
from sparring.persona.endings import Agreement, HangUp
from sparring.persona.hint import Hint
from sparring.persona.stems import stems
from sparring.persona.texts import (
    Cue,
    Cues,
    Label,
    LineText,
    LineTexts,
    OptionalLines,
    Paragraph,
    WaysToAnswer,
    WayToAsk,
)
from sparring.speech_acts import ActKind, Topic

MAX_PERSONA_BYTES = 524_288
_FEW_FACTS = 2
_CALLED_BY = frozenset({"dad", "mom", "mother", "grandma", "grandpa", "aunt", "god"})
_SMALL = re.compile(r"\b[a-z]+\b")
_INSIDE_A_SENTENCE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}")

Gender = Literal["female", "male"]

_REALTIME_TWINS = {"nova": "marin", "fable": "marin", "onyx": "cedar"}
"""Who speaks for a voice that OpenAI's realtime models do not have, of the same gender as the people it stands for."""


class Voice(Document):
    """One pinned voice per engine; never changed within a call."""

    local: Slug
    azure: Label
    openai: Label

    def on(self, engine: str) -> str:
        """The voice on the engine of that name; every engine of this machine has the same people."""
        realtime = _REALTIME_TWINS.get(self.openai, self.openai)
        known = {"azure-speech": self.azure, "openai-speech": self.openai, "openai-realtime": realtime}
        return known.get(engine, self.local)


class Stage(Document):
    """One of several people on the call, in the order in which the rep meets them. None: the persona's own."""

    id: Slug
    name: Label | None = None
    gender: Gender | None = None
    voice: Voice | None = None
    picks_up: OptionalLines = ()  # first words after being put through; unused for the first stage
    wishes: Annotated[tuple[tuple[ActKind, ...], ...], Field(max_length=8)] = ()  # each met by any one of its acts
    blocks: OptionalLines = ()  # said while not put through
    passes: OptionalLines = ()  # said when putting through


class Needs(Document):
    """What earns a hidden fact besides being asked about it."""

    trust: Percent = 0
    empathy: bool = False
    open_question: bool = False
    after: tuple[Slug, ...] = ()  # facts that must have been told first


class Fact(Document):
    """One thing the buyer knows. A hidden one is told only when it was asked about and `needs` holds."""

    id: Slug
    visible: Literal["open", "hidden"]
    text: Paragraph  # the fact itself, for the report
    topics: Annotated[tuple[Topic, ...], Field(min_length=1)]
    cues: Cues = ()
    needs: Needs = Needs()
    lines: LineTexts
    guarded: OptionalLines = ()  # said instead while it is not earned
    question: Paragraph  # what would have opened it, for the report
    asked_as: Annotated[tuple[WayToAsk, ...], Field(max_length=40)] = ()  # other ways to ask for it: likeness, no cues
    stage: Slug | None = None

    def __hash__(self) -> int:
        """By what it is alone: of every way to ask it would be taken anew for each look into a cache."""
        return hash((self.id, self.text))


class Raised(Document):
    """When an objection comes up: any one of these is enough."""

    acts: tuple[ActKind, ...] = ()
    topics: tuple[Topic, ...] = ()
    cues: Cues = ()
    at_turn: Annotated[int, Field(ge=1, le=60)] | None = None
    before_agreeing: bool = False


class Objection(Document):
    """One concern: what brings it up, what softens it, and what settles it."""

    id: Slug
    kind: Slug
    from_level: Difficulty = "easy"  # not a concern on easier settings
    raised: Raised
    softened_by: tuple[ActKind, ...] = (ActKind.ACKNOWLEDGES, ActKind.EMPATHY)
    settled_by: tuple[ActKind, ...] = (ActKind.ANSWERS_OBJECTION,)
    cues: Cues = ()  # words that answer this very point
    answered_as: WaysToAnswer = ()
    opens: Slug | None = None  # the hidden fact behind it, told when the rep asks about it and it is earned
    lines: LineTexts
    again: OptionalLines = ()
    behind: LineTexts
    softened: OptionalLines = ()
    settled: LineTexts
    stage: Slug | None = None

    def __hash__(self) -> int:
        """By what it is alone, as of a fact."""
        return hash((self.id, self.lines))


class OwnQuestion(Document):
    """Something the buyer wants to know, asked when there is room and it was not answered already."""

    id: Slug
    from_turn: Annotated[int, Field(ge=1, le=60)] = 2
    answered_by: tuple[ActKind, ...] = ()
    cues: Cues = ()
    lines: LineTexts
    thanks: OptionalLines = ()
    stage: Slug | None = None


class Reaction(Document):
    """What the buyer says to an act or to words, once or each time, and what it does to trust."""

    acts: tuple[ActKind, ...] = ()
    cues: Cues = ()
    trust: Annotated[int, Field(ge=-40, le=40)] = 0
    once: bool = True
    lines: LineTexts
    stage: Slug | None = None


class Correction(Document):
    """Words that get the buyer's situation wrong, and how the buyer puts it right."""

    cues: Annotated[tuple[Cue, ...], Field(min_length=1)]
    lines: LineTexts


class Persona(Document):
    """Everything about one buyer. Public: what `public_card` copies. Hidden: all the rest."""

    schema_version: Literal["1"] = "1"
    id: Slug
    version: Annotated[int, Field(ge=1)]
    name: Label
    names: Annotated[tuple[Label, ...], Field(min_length=1, max_length=8)]  # ways to address them, first name first
    gender: Gender
    role: Label
    summary: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    situation: Paragraph
    goal: Paragraph
    agency: Label
    call_direction: Literal["buyer_calls", "rep_calls"]
    call_type: Literal["inside", "outside"]
    locale: Label
    voice: Voice
    telephone: bool
    personality: Paragraph
    mood_at_start: Literal["neutral", "warm", "annoyed", "hesitant"]
    interrupt_sensitivity: Literal["low", "medium", "high"]
    opening_line: LineText
    hearing_names: Annotated[tuple[Label, ...], Field(min_length=1, max_length=24)]
    lexicon: dict[Label, Label] = Field(default_factory=dict)  # word -> how to say it
    competitors: tuple[Label, ...] = ()
    stages: Annotated[tuple[Stage, ...], Field(min_length=1, max_length=4)]
    facts: Annotated[tuple[Fact, ...], Field(min_length=1, max_length=200)]
    objections: Annotated[tuple[Objection, ...], Field(max_length=12)]
    questions: Annotated[tuple[OwnQuestion, ...], Field(max_length=12)]
    reactions: Annotated[tuple[Reaction, ...], Field(max_length=24)] = ()
    corrections: Annotated[tuple[Correction, ...], Field(max_length=8)] = ()
    says_name: LineTexts
    says_contact: LineTexts
    gives_time: OptionalLines = ()  # the answer to "do you have a minute"
    unknown: OptionalLines = ()  # the answer to what the buyer cannot know
    touched: OptionalLines = ()  # first words after a kind one
    running_short: OptionalLines = ()  # said once when patience or time runs out soon
    pitched_early: OptionalLines = ()
    agrees_when: Agreement
    hangs_up_when: tuple[HangUp, ...] = ()
    difficulty: Difficulty
    levels: DifficultySettings
    hints: Annotated[tuple[LineText | Hint, ...], Field(max_length=8)]  # in the order in which they help

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        for what, ids in _ids(self).items():
            twice = [one for one, times in Counter(ids).items() if times > 1]
            if twice:
                raise ValueError(f"{what} {twice[0]} stands twice")
        return self

    @model_validator(mode="after")
    def _references_exist(self) -> Self:
        known = _ids(self)
        for what, one in _references(self):
            if one not in known[what]:
                raise ValueError(f"there is no {what} {one}")
        return self

    def __hash__(self) -> int:
        """By its name alone: of every field it would be taken anew for each look into a cache."""
        return hash((self.id, self.version))

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the canonical bytes: names exactly this wording of the persona."""
        return digest_of(dump_document(self))

    @cached_property
    def cues(self) -> frozenset[str]:
        """Every cue of every part: the words that mean something to this buyer."""
        parts: tuple[Fact | Objection | OwnQuestion | Reaction | Correction, ...] = (
            *self.facts,
            *self.objections,
            *self.questions,
            *self.reactions,
            *self.corrections,
        )
        own = {cue for objection in self.objections for cue in objection.raised.cues}
        return frozenset(own | set(self.agrees_when.cues) | {cue for part in parts for cue in part.cues})

    @cached_property
    def cue_index(self) -> CueIndex:
        """The same cues, to be found in an utterance."""
        return CueIndex(self.cues)

    @cached_property
    def fact_words(self) -> Mapping[str, frozenset[str]]:
        """Fact -> stems of the words that only few facts are told in: a question with one is about that fact."""
        by_fact = {fact.id: stems(" ".join((fact.text, fact.question, *fact.lines))) for fact in self.facts}
        facts_with = Counter(word for words in by_fact.values() for word in words)
        return {one: frozenset(w for w in words if facts_with[w] <= _FEW_FACTS) for one, words in by_fact.items()}

    @cached_property
    def facts_by_id(self) -> Mapping[str, Fact]:
        """The facts, to be looked up: a turn does so a dozen times."""
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def objections_by_id(self) -> Mapping[str, Objection]:
        """The objections, to be looked up."""
        return {objection.id: objection for objection in self.objections}

    @cached_property
    def fact_places(self) -> Mapping[str, frozenset[int]]:
        """Whatever points at a fact (its topics, its cues, words that few facts are told in) -> their places."""
        places: dict[str, set[int]] = defaultdict(set)
        for place, fact in enumerate(self.facts):
            for pointer in (*fact.topics, *fact.cues, *self.fact_words[fact.id]):
                places[pointer].add(place)
        return {pointer: frozenset(found) for pointer, found in places.items()}

    @property
    def ordered_hints(self) -> tuple[Hint, ...]:
        """The hints in the order in which they help; one that is a line alone is never done."""
        return tuple(one if isinstance(one, Hint) else Hint(line=one) for one in self.hints)

    @cached_property
    def small_matters(self) -> frozenset[str]:
        """Ids of the facts about nothing in particular: a pet, a job. To know them is not to know the case."""
        return frozenset(fact.id for fact in self.facts if set(fact.topics) == {Topic.OTHER})

    @cached_property
    def hidden_facts(self) -> frozenset[str]:
        """Ids of the facts that have to be earned."""
        return frozenset(fact.id for fact in self.facts if fact.visible == "hidden")

    @cached_property
    def name_words(self) -> frozenset[str]:
        """The words of all names likely to be said, in small letters."""
        return frozenset(word.lower() for name in self.hearing_names for word in name.split())

    @cached_property
    def proper_nouns(self) -> frozenset[str]:
        """Words that keep their capital: the names, and whatever stands with one inside a sentence of a fact.

        What stands small as well is no name by itself: the "nine" of Route Nine. Parents are called by such a word.
        """
        told = " ".join(line for fact in self.facts for line in (fact.text, *fact.lines))
        small = frozenset(_SMALL.findall(told)) - _CALLED_BY
        return self.name_words | (frozenset(map(str.lower, _INSIDE_A_SENTENCE.findall(told))) - small)

    @property
    def rep_calls(self) -> bool:
        """Whether the rep calls, and so calls somebody at their work."""
        return self.call_direction == "rep_calls"

    @property
    def rubric_id(self) -> str:
        """Which rubric grades a call with this persona."""
        return {"inside": "inside_sales", "outside": "outside_sales"}[self.call_type]

    def thresholds(self, level: Difficulty) -> Thresholds:
        """What `level` demands."""
        if level == "easy":
            return self.levels.easy
        return self.levels.normal if level == "normal" else self.levels.hard

    def stage(self, stage_id: str) -> Stage:
        """Raises: KeyError for a stage that is not there."""
        return {stage.id: stage for stage in self.stages}[stage_id]

    def voice_of(self, stage_id: str) -> Voice:
        """The pinned voice of whoever is on the line at `stage_id`."""
        return self.stage(stage_id).voice or self.voice


def parse_persona(data: bytes, *, source: str) -> Persona:
    """Raises: PersonaRejected, naming file, field and reason."""
    return parse_document(data, Persona, source=source, max_bytes=MAX_PERSONA_BYTES, rejected=PersonaRejected)


def _references(persona: Persona) -> Iterator[tuple[str, str]]:
    """Every id that one part of a persona uses for another: (kind, id)."""
    for fact in persona.facts:
        yield from (("fact", one) for one in fact.needs.after)
    yield from (("fact", one.opens) for one in persona.objections if one.opens)
    yield from (("fact", one) for one in persona.agrees_when.facts)
    yield from (("objection", one) for one in persona.agrees_when.objections)
    staged: tuple[Fact | Objection | OwnQuestion | Reaction, ...] = (
        *persona.facts,
        *persona.objections,
        *persona.questions,
        *persona.reactions,
    )
    yield from (("stage", one.stage) for one in staged if one.stage)


def _ids(persona: Persona) -> Mapping[str, list[str]]:
    return {
        "stage": [stage.id for stage in persona.stages],
        "fact": [fact.id for fact in persona.facts],
        "objection": [objection.id for objection in persona.objections],
        "question": [question.id for question in persona.questions],
    }
