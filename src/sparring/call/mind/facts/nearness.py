"""How clearly a question points at each of a persona's facts, whatever has been told or earned.

Flows in: a persona and a question. Flows out: the facts it points at, with how clearly.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sparring.call.mind.fast_replace import changed
from sparring.call.mind.heard import examples
from sparring.call.mind.heard.answer_fit import (
    FactContent,
    about_somebody_else,
    about_them,
    any_suits,
    kin_in,
    of_another_person,
    of_other_kin,
    of_other_words,
    of_them_alone,
    people_in,
    suits,
    tells_how_long,
    told_of,
    wants_words_of,
)
from sparring.call.mind.heard.answer_form import AnswerForm
from sparring.call.mind.heard.examples import asked_like
from sparring.call.mind.heard.questions import VAGUE, Question, parted
from sparring.call.mind.heard.sentences import bare
from sparring.call.mind.meaning import alike, likeness_to_ways, nearest_example, sureness
from sparring.call.mind.phrases import TOPIC_STEMS
from sparring.persona import Fact, Persona, stem
from sparring.speech_acts import Topic

_PERSONAS_KEPT = 32
_QUESTIONS_KEPT = 64  # the three buyers of a hard call look at the same ones
# Any fact answers a question on these that asks for nothing in particular
_BROAD = frozenset({*VAGUE, Topic.CONCERN, Topic.PROCESS, Topic.HARDEST_CASES})
_COMMON_TOGETHER = 2  # "how many patients" is about the fact that has both, whatever the topic
# Points that a question has for a fact, fitted by ranking on the ways to ask and the lines of `bench/answers.py` that
# are not held out, likeness among them
_NAMED, _COMMON, _ON_TOPIC, _TOLD_IN = 26, 19, 14, 6
_MOST_TOLD_IN = 2  # words
_FEW_WORDS = 4  # of a question, in which a cue says more than all likeness
_CLOSEST = 3  # facts looked at for their likeness alone
# By how many points the nearest fact leads for it to be asked for by its likeness alone: fitted as well, with questions
# that no fact answers among the others; three in four of those it lets through are right
_LEADS = 12
# What is hidden has to be asked for more surely, when no word, no cue and not the subject of it is in the question
_LEADS_HIDDEN = 20
_LEADS_NAMED = 14  # by likeness alone, where a cue names another fact
_SURE = 64  # points with which a fact that is open, or pointed at, is meant however close another one comes
_SURELY_NEAR = 70  # points of a fact that is taken to be asked for though another one comes close
_LEAST = 32  # of the nearest fact that words point at, for them not to do so by chance
_ALIKE = 55  # points of likeness by which what reaches nothing may touch on a fact: so much is rarely chance
_AS_ALIKE = 7  # points behind the nearest one, which may be so by chance
_NEXT = 10  # of a fact that what has just been told leads to
_AS_EXAMPLE = 52  # of a fact that is asked for in the words of an example
_CLEAR = 60  # points of lead by words alone
# Thousandths of sureness with less of which a fact is not asked for, whatever leads to it: of labelled questions in
# far words three in ten of such are right. Each cue in the question makes it surer, and the subject in common
_UNSURE, _SURER_NAMED, _SURER_ON_TOPIC, _SURER_HIDDEN = 550, 100, 55, 120
# Thousandths of likeness to a way to ask for what is hidden, where neither a word nor the subject points at it
_FAR_HIDDEN = 810
# Thousandths of likeness to a way to ask for a fact, and of its lead over those of others, by which a question that
# reaches nothing asks for it: of the ways themselves, each left out in turn, one in two of such is right
_LIKE_EXAMPLE, _LEADS_AS_EXAMPLE = 760, 40


_Measure = tuple[int, bool]  # points, and whether words reach the fact


@dataclass(frozen=True, slots=True)
class Near:
    """A fact that a question points at: how clearly, in points, and its place in the persona."""

    points: int
    place: int
    fact: Fact
    meant: bool  # surely this one, whatever words it was asked in

    @property
    def is_sure(self) -> bool:
        """Whether it is meant, or near enough to be taken for that."""
        return self.meant or self.points >= _SURELY_NEAR


@dataclass(frozen=True, slots=True)
class _Known:
    """A fact as questions look for it.

    Args:
        named: its cues that mean something by themselves.
        common: its cues of common words alone.
        topics: its topics that say what a question is about.
        words: stems of its words that few facts are told in.
        told: what it is told in.
        is_small: about nothing in particular.
        is_hidden: to be earned.
    """

    named: frozenset[str]
    common: frozenset[str]
    topics: frozenset[Topic]
    words: frozenset[str]
    told: FactContent
    is_small: bool
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A question as facts are looked for: what is the same for all of them.

    Args:
        asked: the question.
        form: what kind of answer it wants.
        fitting: places of the facts that have such an answer.
        of_others: places of the facts that are about somebody else.
        words: stems of what it asks for in particular.
        in_particular: the same without words that only say the subject.
        unnamed: and without names.
    """

    asked: Question
    form: AnswerForm
    fitting: frozenset[int]
    of_others: frozenset[int]
    words: frozenset[str]
    in_particular: frozenset[str]
    unnamed: frozenset[str]


def read(persona: Persona) -> None:
    """Read a persona's facts now: a tenth of a second of its first question."""
    _known(persona)
    examples.read(persona)


def named_in(persona: Persona, asked: Question) -> frozenset[str]:
    """Ids of the facts of which a question has a cue, those of common words aside, or is an example."""
    if asked.written:
        return frozenset(persona.facts[place].id for place in asked.written)
    if like := asked_like(persona, bare(asked.text)):
        return frozenset(persona.facts[place].id for place in like)
    if not asked.found:
        return frozenset()
    by_cue = _by_cue(persona)
    return frozenset[str]().union(*(by_cue[one] for one in asked.found if one in by_cue))


@lru_cache(_PERSONAS_KEPT)
def _known(persona: Persona) -> tuple[_Known, ...]:
    """A persona's facts, in its order."""
    return tuple(
        _Known(
            *parted(fact.cues),
            frozenset(fact.topics).difference(VAGUE),
            persona.fact_words[fact.id],
            told_of(fact),
            fact.id in persona.small_matters,
            fact.visible == "hidden",
        )
        for fact in persona.facts
    )


@lru_cache(_PERSONAS_KEPT)
def _by_cue(persona: Persona) -> Mapping[str, frozenset[str]]:
    """By each cue that means something by itself the ids of the facts that have it."""
    ids: dict[str, set[str]] = defaultdict(set)
    for fact, known in zip(persona.facts, _known(persona), strict=True):
        for cue in known.named:
            ids[cue].add(fact.id)
    return {cue: frozenset(found) for cue, found in ids.items()}


@lru_cache(_PERSONAS_KEPT)
def _answering(persona: Persona) -> Mapping[AnswerForm, frozenset[int]]:
    """By each form of question the places of the facts that answer it."""
    known = _known(persona)
    return {form: frozenset(at for at, one in enumerate(known) if form in one.told.forms) for form in AnswerForm}


@lru_cache(_QUESTIONS_KEPT)
def _wanted(persona: Persona, asked: Question) -> _Wanted:
    words, form = asked.words, asked.form
    in_particular = words - TOPIC_STEMS
    unnamed = in_particular - _name_stems(persona)
    fitting = _answering(persona)[form]
    if any_suits(form, asked.text):
        fitting = frozenset(range(len(persona.facts)))
    return _Wanted(asked, form, fitting, _of_others(persona, asked), words, in_particular, unnamed)


@lru_cache(_PERSONAS_KEPT)
def _name_stems(persona: Persona) -> frozenset[str]:
    return frozenset(map(stem, persona.name_words))


@lru_cache(_QUESTIONS_KEPT)
def facts_near(persona: Persona, asked: Question) -> tuple[Near, ...]:
    """Facts that a question points at, in the persona's order."""
    plain = _plain(asked)
    pointed, found = _measured(persona, plain)
    if asked.not_these:
        # an example's words may ask for what was not meant
        others = _but(persona, found, asked.not_these) or _but(persona, _compared(persona, plain)[1], asked.not_these)
        found = others or found
    return _ranked(persona, asked, found, pointed)


def _plain(asked: Question) -> Question:
    """A question without what was told before: that changes nothing of how near a fact is."""
    return changed(asked, after="", not_these=frozenset(), pressed=False)


def _but(persona: Persona, found: Mapping[int, _Measure], not_these: frozenset[str]) -> Mapping[int, _Measure]:
    return {place: one for place, one in found.items() if persona.facts[place].id not in not_these}


@lru_cache(_QUESTIONS_KEPT)
def most_alike(persona: Persona, asked: Question) -> tuple[Fact, ...]:
    """The facts that a question which reaches none is most like, the nearest first; empty: it is like nothing."""
    likeness = alike(persona, bare(asked.text))
    nearest = sorted(range(len(likeness)), key=likeness.__getitem__, reverse=True)[:_CLOSEST]
    least = max(_ALIKE, likeness[nearest[0]] - _AS_ALIKE)
    others = _of_others(persona, asked)
    return tuple(persona.facts[place] for place in nearest if likeness[place] >= least and place not in others)


def asked_nearly_as(persona: Persona, asked: Question) -> Fact | None:
    """The fact that a question which reaches none is put for nearly as its author would; None: it is put for none."""
    nearest = nearest_example(persona, bare(asked.text))
    if nearest.likeness < _LIKE_EXAMPLE or nearest.lead < _LEADS_AS_EXAMPLE:
        return None
    return None if nearest.place in _of_others(persona, asked) else persona.facts[nearest.place]


def _measured(persona: Persona, asked: Question) -> tuple[frozenset[int], Mapping[int, _Measure]]:
    """Places of the facts that share anything with a question; and those it may be for, with points and reach."""
    like = asked_like(persona, bare(asked.text))
    if not like:
        return _compared(persona, asked)
    known, wanted = _known(persona), _wanted(persona, asked)
    as_example = {place: (_by_words(wanted, place, known[place])[0] + _AS_EXAMPLE, True) for place in like}
    return _pointed(persona, asked) | like, as_example


@lru_cache(_QUESTIONS_KEPT)
def _compared(persona: Persona, asked: Question) -> tuple[frozenset[int], Mapping[int, _Measure]]:
    """As `_measured`, by words and likeness alone."""
    pointed, known, wanted = _pointed(persona, asked), _known(persona), _wanted(persona, asked)
    whose = wants_words_of(asked.text)
    elsewhere = {place for place, one in enumerate(known) if of_other_words(one.told, whose)} if whose else set[int]()
    found = {place: _by_words(wanted, place, known[place]) for place in pointed if place not in elsewhere}
    named = dict[int, _Measure]()
    if _is_short(asked):
        named = {place: one for place, one in found.items() if not asked.found.isdisjoint(known[place].named)}
    by_words = sorted((*(one for one, _ in found.values()), 0, 0), reverse=True)
    # where words decide likeness would change nothing, and it costs time
    if named or by_words[0] - by_words[1] >= _CLEAR:
        return pointed, named or found
    likeness = alike(persona, bare(asked.text))
    may_be = [place for place in range(len(known)) if place in found or place in wanted.fitting]
    closest = sorted(set(may_be) - elsewhere, key=likeness.__getitem__, reverse=True)[:_CLOSEST]
    found |= {place: _by_words(wanted, place, known[place]) for place in closest if place not in found}
    both = {place: (one + likeness[place], reaches) for place, (one, reaches) in found.items()}
    by_chance = max((points for points, reaches in both.values() if reaches), default=0) < _LEAST
    return pointed, {place: (points, reaches and not by_chance) for place, (points, reaches) in both.items()}


def _ranked(
    persona: Persona, asked: Question, found: Mapping[int, _Measure], pointed: frozenset[int]
) -> tuple[Near, ...]:
    """The facts that are reached by words, and the nearest one if it leads by enough; `found`: points and reach."""
    points = {place: one for place, (one, _) in found.items()}
    if asked.after:
        points = {at: one + _NEXT * (asked.after in persona.facts[at].needs.after) for at, one in points.items()}
    best, second = sorted((*points.values(), 0, 0), reverse=True)[:2]
    reached = [place for place, (_, reaches) in found.items() if reaches]
    any_reached = bool(reached)
    named = bool(asked.found) and any(not asked.found.isdisjoint(persona.facts[place].cues) for place in reached)
    may_be_meant = [at for at, one in points.items() if one > 0 and (found[at][1] or one == best)]
    near, far = [], _far(persona, _plain(asked), may_be_meant, pointed)
    for place in sorted(set(may_be_meant) - far):
        reaches = found[place][1]
        lead = best - second if points[place] == best else 0
        # where words reach a fact the one that is nearer still is meant
        needed = _LEADS * (not (any_reached or asked.pressed))
        if named and not reaches:
            needed = _LEADS_NAMED
        if place not in pointed and persona.facts[place].visible == "hidden" and persona.facts[place].id != asked.after:
            needed = _LEADS_HIDDEN
        may_be = place in pointed or persona.facts[place].visible == "open"
        sure = not any_reached and points[place] >= _SURE and may_be
        fits = tells_how_long(persona.facts[place], asked) and (
            place in pointed or suits(_known(persona)[place].told, asked)
        )
        alike_enough = lead > 0 and (sure or lead >= needed) and fits
        if reaches or alike_enough:
            meant = alike_enough and lead >= needed
            near.append(Near(points[place], place, persona.facts[place], meant))
    return tuple(near)


def _far(persona: Persona, asked: Question, found: Sequence[int], pointed: frozenset[int]) -> frozenset[int]:
    """Places among `found` of the facts that a question is not surely enough put for; a cue in few words decides.

    What is hidden and shares neither a word nor the subject with a question is asked for as its author would ask.
    """
    known, text = _known(persona), bare(asked.text)
    if _is_short(asked):
        found = [place for place in found if asked.found.isdisjoint(known[place].named)]
    if not found:
        return frozenset()  # likeness costs time
    others = _wanted(persona, asked).of_others
    likeness = likeness_to_ways(persona, text, range(len(known)) if others else found)
    nearest = sorted(likeness, key=likeness.__getitem__)[-_CLOSEST:] if others else ()
    sure = sureness(persona, text, found, others.intersection(nearest))

    def is_far(place: int) -> bool:
        named = len(asked.found & known[place].named)
        if known[place].is_hidden and place not in pointed and not named:
            return likeness[place] < _FAR_HIDDEN
        surer = _SURER_NAMED * named + _SURER_ON_TOPIC * (asked.topic in known[place].topics)
        return sure[place] + surer + _SURER_HIDDEN * known[place].is_hidden < _UNSURE

    return frozenset(filter(is_far, found))


def _is_short(asked: Question) -> bool:
    return asked.text.count(" ") < _FEW_WORDS


def _pointed(persona: Persona, asked: Question) -> frozenset[int]:
    """Places of the facts that share a cue, a word or the topic with a question."""
    pointers = (*asked.found, *asked.words, *((asked.topic,) if asked.topic else ()))
    return frozenset[int]().union(*(persona.fact_places.get(one, ()) for one in pointers))


def _by_words(wanted: _Wanted, place: int, known: _Known) -> tuple[int, bool]:
    """How clearly a question points at the fact at a place, and whether its words alone reach it.

    A "who?" or a "when?" that only has the subject in common is not about a fact without a name or a date in it.
    """
    if place in wanted.of_others:
        return 0, False
    asked = wanted.asked
    on_topic = asked.topic in known.topics
    named = common = told_in = 0
    if asked.found:
        named, common = len(asked.found & known.named), len(asked.found & known.common)
    if not wanted.words.isdisjoint(known.words):
        told_in = min(_MOST_TOLD_IN, len(wanted.words & known.words))
    points = _NAMED * named + _COMMON * common + _ON_TOPIC * on_topic + _TOLD_IN * told_in
    if not on_topic and asked.topic not in VAGUE and common < _COMMON_TOGETHER:
        common = 0
    if named or not (common or on_topic or told_in):
        return points, bool(named)
    who = wanted.form is AnswerForm.WHO and on_topic  # "who pays?" may be told without a name
    fits = who or place in wanted.fitting
    return points, fits and (bool(common) or not _happens_to_share(wanted, known.words, on_topic=on_topic))


def _of_others(persona: Persona, asked: Question) -> frozenset[int]:
    """Places of the facts about somebody else than a question; where no cue names one also when "she" stands for "I".

    Each reason is looked for in the question before any fact is: most questions give none.
    """
    known, others = _known(persona), set[int]()
    if asked.about_you or about_them(asked.text):
        small = (at for at, one in enumerate(known) if one.is_small)
        others.update(at for at in small if of_another_person(known[at].told, asked))
    if of_them_alone(asked.text):
        hidden = (at for at, one in enumerate(known) if one.is_hidden and one.told.begins_with_me)
        others.update(at for at in hidden if asked.found.isdisjoint(known[at].named))
    if people := people_in(persona, asked):
        others.update(at for at, one in enumerate(known) if about_somebody_else(one.told, people))
    if kin := kin_in(asked.text):
        others.update(at for at, one in enumerate(known) if of_other_kin(one.told, kin))
    return frozenset(others)


def _happens_to_share(wanted: _Wanted, words: frozenset[str], *, on_topic: bool) -> bool:
    """Whether a question and a fact have no more in common than their subject, or a word of several, by chance.

    "Which hospital is he in" is not about how he walks, "does she read or watch TV" not about watching what one spends.
    """
    if on_topic and (wanted.asked.topic in _BROAD or wanted.asked.carried):
        return False
    if on_topic:
        return bool(wanted.unnamed) and wanted.words.isdisjoint(words)
    shared = wanted.in_particular & words
    return not shared or 2 * len(shared) < len(wanted.unnamed)
