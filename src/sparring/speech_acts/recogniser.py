"""The recogniser: one utterance and what was said before it in, acts with character spans out.

Every sentence is read on its own, so that adding a sentence never takes away what another one did; but a promise can
be taken back in the next breath.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from sparring.speech_acts.acts import Act, ActKind, Context
from sparring.speech_acts.context.elliptical_replies import asks_who_covers, says_who_covers
from sparring.speech_acts.context.retractions import without_taken_back
from sparring.speech_acts.context.uptake import REFLECTION_MODEL, carried_on, taken_up
from sparring.speech_acts.grader_talk.recogniser import grader_talk, load_patterns
from sparring.speech_acts.kinds import (
    advice,
    closing,
    conduct,
    credibility,
    disparagement,
    free_choice,
    listening,
    named_clients,
    objections,
    offers,
    opening,
    promises,
    referring,
    safety,
    unfair_referrals,
)
from sparring.speech_acts.kinds.amounts import asks_price, prices
from sparring.speech_acts.kinds.named_clients import identifies_client
from sparring.speech_acts.kinds.names_given import gives_names, may_give_names
from sparring.speech_acts.kinds.names_used import uses_name
from sparring.speech_acts.kinds.objection_answers import answers
from sparring.speech_acts.kinds.questions import questions
from sparring.speech_acts.kinds.times import times
from sparring.speech_acts.learned.linear_model import load_model
from sparring.speech_acts.learned.worded import Said, said
from sparring.speech_acts.phrase_families import SENTENCE_TABLES, Sentence, Table
from sparring.speech_acts.phrases.notation import compile_all
from sparring.speech_acts.segmentation import read, stops_in, whole
from sparring.speech_acts.text.heard import HeardBefore, heard
from sparring.speech_acts.text.names import name_parts
from sparring.speech_acts.text.words import sentences

UTTERANCE_LIMIT: Final = 8_000  # characters; what follows is not read
_RED_LINES: Final = frozenset(
    {
        ActKind.IDENTIFIES_CLIENT,
        ActKind.OFFERS_VALUE_FOR_REFERRALS,
        ActKind.STEERS_CHOICE,
        ActKind.DISPARAGES,
        ActKind.MEDICAL_ADVICE,
    }
)
_SELLING: Final = frozenset({ActKind.CAPABILITY, ActKind.PROOF, ActKind.VALUE_LINK})
_COUNTED: Final = frozenset({ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION, ActKind.NAMES_TIME})
_NOBODY: Final = Context()
_MODULES: Final = (
    opening, listening, advice, offers, credibility, objections, closing, referring, safety, promises,
    disparagement, unfair_referrals, free_choice, named_clients, conduct,
)  # fmt: skip
_TABLE: Final = Table(family for module in _MODULES for family in module.FAMILIES)


def load_all() -> None:
    """Read the models and compile every phrase, 0.8 s of processor time, so that no live call pays for a first use.

    Safe in a thread beside others.
    """
    load_model(REFLECTION_MODEL)
    SENTENCE_TABLES.file()
    compile_all()
    load_patterns()


class Recognised(NamedTuple):
    """What was found in one reading of an utterance.

    Args:
        acts: what it does, in the order in which it does it.
        stops: characters at which a new sentence begins although no mark says so.
    """

    acts: tuple[Act, ...]
    stops: tuple[int, ...]


class Comparable(NamedTuple):
    """What an utterance does, what tells what it is like in words that no phrase stands for, and its stops."""

    acts: tuple[Act, ...]
    said: Said
    stops: tuple[int, ...]


def recognise(utterance: str, context: Context = _NOBODY) -> tuple[Act, ...]:
    """What an utterance does, in the order in which it does it.

    Args:
        utterance: as typed or as recognised, with or without punctuation; read up to `UTTERANCE_LIMIT` characters.
        context: what was known before it.
    """
    text = utterance[:UTTERANCE_LIMIT]
    return _acts(text, read(text), context, heard(context.said_before))


def recognise_and_part(utterance: str, context: Context = _NOBODY) -> Recognised:
    """The same and where sentences part, for a listener who goes on to what the utterance says."""
    text = utterance[:UTTERANCE_LIMIT]
    parted = read(text)
    return Recognised(_acts(text, parted, context, heard(context.said_before)), stops_in(parted))


def recognise_to_compare(utterance: str, context: Context = _NOBODY) -> Comparable:
    """The same and what it takes to tell what the utterance is like, for a listener who compares it with examples."""
    text = utterance[:UTTERANCE_LIMIT]
    parted, before = read(text), heard(context.said_before)
    return Comparable(_acts(text, parted, context, before), said(parted, before), stops_in(parted))


def _acts(text: str, read_sentences: Iterable[Sentence], context: Context, before: HeardBefore) -> tuple[Act, ...]:
    found = set(grader_talk(text))
    told = context.said_before
    known = _Known(context, before, name_parts(context.other_name), asks_price(told), asks_who_covers(told))
    acts = [(sentence, tuple(_sentence_acts(sentence, known))) for sentence in read_sentences]
    found.update(without_taken_back(acts))
    found.update(carried_on(acts, known.before))
    return tuple(sorted(found, key=lambda act: (act.start, act.end, act.kind, act.topic or "", act.about)))


def names_given(utterance: str) -> tuple[Act, ...]:
    """The names a speaker gives as their own, and nothing else that they do; in a tenth of the time of `recognise`."""
    naming = filter(may_give_names, sentences(utterance[:UTTERANCE_LIMIT]))
    found = (act for words in naming for act in gives_names(whole(words)))
    named = [act for act in found if act.kind is ActKind.GIVES_NAME]
    return tuple(sorted(_joined(named), key=lambda act: (act.start, act.end, act.about)))


class _Known(NamedTuple):
    """The context, read once for all sentences of an utterance."""

    context: Context
    before: HeardBefore
    name: tuple[str, ...]
    price_asked: bool
    cover_asked: bool


def _sentence_acts(sentence: Sentence, known: _Known) -> Iterator[Act]:
    acts = [
        *_TABLE.acts(sentence),
        *questions(sentence),
        *gives_names(sentence),
        *uses_name(sentence, known.name),
        *identifies_client(sentence, known.context),
        *times(sentence),
        *prices(sentence, asked=known.price_asked),
        *says_who_covers(sentence, asked=known.cover_asked),
        *conduct.backchannel(sentence),
        *conduct.gibberish(sentence),
    ]
    corrected = _without_masked(list(taken_up(sentence, acts, known.before)))
    yield from _joined([*corrected, *answers(sentence, corrected, known.context)])


def _without_masked(acts: Sequence[Act]) -> list[Act]:
    """A red line is no selling point as well: what it spans is neither a capability nor a proof, and no gift is thanks."""
    crossed = [act for act in acts if act.kind in _RED_LINES]
    if not crossed:
        return list(acts)
    gift = any(act.kind is ActKind.OFFERS_VALUE_FOR_REFERRALS for act in crossed)
    kept = [act for act in acts if not (gift and act.kind is ActKind.THANKS)]
    return [act for act in kept if act.kind not in _SELLING or not any(_overlap(act, line) for line in crossed)]


def _joined(acts: Iterable[Act]) -> Iterator[Act]:
    """Acts of one kind that overlap are one act: "I understand, that's a fair concern" acknowledges once."""
    acts = list(acts)
    if len({act.kind for act in acts}) == len(acts):
        yield from acts
        return
    by_kind: defaultdict[tuple[ActKind, str], list[Act]] = defaultdict(list)
    for act in sorted(acts, key=lambda act: (act.start, -act.end)):
        same = by_kind[act.kind, act.about]
        if same and act.kind not in _COUNTED and act.start < same[-1].end:
            if act.end > same[-1].end:
                same[-1] = replace(same[-1], end=act.end)
        else:
            same.append(act)
    for (kind, about), same in by_kind.items():
        named = [act for (other, name), acts in by_kind.items() if other is kind and name and not about for act in acts]
        yield from (act for act in same if not any(_overlap(act, one) for one in named))


def _overlap(one: Act, other: Act) -> bool:
    return one.start < other.end and other.start < one.end
