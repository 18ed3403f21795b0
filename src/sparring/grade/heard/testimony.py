"""The call as a grader may use it: what each side did, where, and how surely it was heard.

Flows in: a transcript. Flows out: acts with their place in the turn, and the moments the buyer made. Speech aimed at
the grader is set apart here and reaches nothing behind this point.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import compress
from operator import attrgetter
from typing import NamedTuple

from sparring.grade.evidence import meanings, says_something
from sparring.grade.heard.admissible import (
    Admissible,
    PlainSentence,
    TextSpan,
    admissible,
)
from sparring.grade.heard.asides import said_in_pieces
from sparring.grade.heard.buyer_names import confirmed_name, given_name, is_somebody_of_theirs
from sparring.grade.heard.emergencies import EmergencyWatch
from sparring.grade.heard.hesitation import ConcernContext
from sparring.grade.heard.measures import is_recorded
from sparring.grade.heard.moments import BuyerMoment, as_recorded, doubt_in, objection_events, raised_in
from sparring.grade.word_places import has_doubt, heard_surely
from sparring.signals import Moment, Sought, WordPlaces, WordSearch
from sparring.speech_acts import (
    Act,
    ActKind,
    Alike,
    Context,
    Likeness,
    Topic,
    names_given,
    recognise,
    recognise_to_compare,
)
from sparring.speech_acts.grader_talk.accounts import tells_own_conduct
from sparring.speech_acts.learned.likeness import alike
from sparring.speech_acts.learned.worded import Said
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.text.fillers import unheld
from sparring.speech_acts.text.needed_letters import needed
from sparring.transcript import Speaker, Transcript, Turn

_OBJECTION = Moment.OBJECTION_RAISED
_MAY_NAME = needed(
    re.compile(r"\b(?:name|i'?m|i am|this is|it'?s|here|speaking|is)\b|^\W*\w+(?: \w+)?\W*$", re.IGNORECASE)
)
_NAMES_ITSELF = needed(re.compile(r"\b(?:my name|name'?s|this is|speaking)\b", re.IGNORECASE))
"""Only such a turn can give the buyer's name, or another's who takes over; the rest need not be read for it."""
_QUESTIONS = frozenset((ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION))
_OFFERS = frozenset(
    (
        ActKind.CAPABILITY, ActKind.VALUE_LINK, ActKind.PRICE, ActKind.PRICE_PROCESS, ActKind.STAFFING,
        ActKind.BACKUP_COVER, ActKind.SERVICE_PROMISE, ActKind.PROOF, ActKind.PROPOSES_NEXT_STEP, ActKind.ASKS_FOR_CASE,
        ActKind.STATES_PURPOSE, ActKind.EXPLAINS_REFERRING, ActKind.NON_MEDICAL,
    )
)  # fmt: skip
_ASKS_FOR_A_YES = frozenset(
    (ActKind.ASKS_FOR_CASE, ActKind.PROPOSES_NEXT_STEP, ActKind.ASKS_FOR_TIME, ActKind.CHECKS_SETTLED)
)
_HOW_IT_IS_TAKEN = frozenset((Topic.DECISION_MAKER, Topic.CONCERN))
"""Who is asked whether mother agrees may tell of a doubt, although nothing was offered yet."""
IN_ANY_RECAP = word_set(
    "not never none nothing "
    "lot bit thing things sound sounds sounded like know say said saying mention mentioned tell told telling hear "
    "heard hearing understand got get going good right plan recap time today care help need needs want make sure "
    "one ones somebody someone anybody nobody everybody people come comes coming go goes take takes call called calls"
)
"""Words of meaning that say nothing back: one could recap any call with them."""
READ_BACK = word_set(
    "zero one two three four five six seven eight nine ten eleven twelve oh double "
    "monday tuesday wednesday thursday friday saturday sunday tomorrow o'clock"
)
"""Figures and days: who reads back a number or a time has noted it down, and said back nothing that was told."""
_WORDS_OF_A_THOUGHT = 4
_KIND = attrgetter("kind")
_EARNS_NOTHING = frozenset((ActKind.OFFERS_VALUE_FOR_REFERRALS, ActKind.DISPARAGES, ActKind.ABUSE))
"""A sentence that does one of these does nothing else that counts: a gift card is no thanks, a smear no comparison."""
_SAYS_BACK = frozenset((ActKind.REFLECTION, Likeness.SAYS_BACK))
_IN_OTHER_WORDS = frozenset((ActKind.SUMMARISES, Likeness.LINKS_SERVICE_TO_NEED))


class PlacedAct(NamedTuple):
    """An act at `turn.text[start:end]`.

    `sure` is False where these words were heard with low confidence; `words` are those of its sentences, plain; what
    is like examples is so by `above` more than the least that is.
    """

    kind: ActKind | Likeness | None  # None: words that a rubric looks for, whatever they do
    topic: Topic | None
    about: str
    turn: int
    start: int
    end: int
    sure: bool
    words: str = ""
    above: int = 0


class Found(NamedTuple):
    """What does or says what is sought, and what is like examples of it, each in order."""

    acts: Sequence[PlacedAct]
    alike: Sequence[PlacedAct]


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one side said.

    Args:
        texts: admissible text by turn.
        acts: what it did, in order.
        sayings: its sentences, in order, as acts of no kind; mere lists of words are left out.
        alike: what it said in words like those of examples, in order.
        unsure: some of it was heard with low confidence.
        speaking: turns that say more than "okay" or "mm-hmm".
        found: what criteria have asked for, for the next one that asks.
    """

    texts: Mapping[int, Admissible]
    acts: tuple[PlacedAct, ...]
    sayings: tuple[PlacedAct, ...]
    alike: tuple[PlacedAct, ...]
    unsure: bool
    speaking: tuple[int, ...] = ()
    found: dict[Sought, Found] = field(default_factory=dict, repr=False, compare=False)
    _of_kinds: dict[tuple[ActKind, ...], tuple[PlacedAct, ...]] = field(default_factory=dict, repr=False, compare=False)
    _places: list[WordPlaces] = field(default_factory=list, repr=False, compare=False)

    def sayings_with(self, wording: WordSearch, least: int) -> Sequence[PlacedAct]:
        """The sayings, in order, that may use `least` of the groups: few need be looked at."""
        if not self._places:
            self._places.append(WordPlaces([one.words for one in self.sayings]))
        return [self.sayings[at] for at in self._places[0].possible(wording, least=least)]

    def of_kinds(self, kinds: tuple[ActKind, ...]) -> tuple[PlacedAct, ...]:
        """The acts of these kinds, in order; the sayings when no kind is named."""
        if not kinds:
            return self.sayings
        found = self._of_kinds.get(kinds)
        if found is None:
            wanted = map(frozenset(kinds).__contains__, map(_KIND, self.acts))
            found = self._of_kinds[kinds] = tuple(compress(self.acts, wanted))
        return found


@dataclass(frozen=True, slots=True)
class Hearing:
    """The whole call.

    Args:
        transcript: the record it is read from.
        rep: what the rep said and did.
        buyer: what the buyer said; their acts only if asked for.
        raised: what the buyer brought up, in order.
        addressed: turns in which the rep spoke to the grader.
        buyer_name: of whoever spoke last, as they said it; empty when they did not.
        standing: at each of the buyer's turns, how much of an offer they have had to hold back from.
    """

    transcript: Transcript
    rep: Testimony
    buyer: Testimony
    raised: tuple[BuyerMoment, ...]
    addressed: tuple[int, ...]
    buyer_name: str
    standing: Mapping[int, ConcernContext] = field(default_factory=dict)

    def of(self, speaker: str) -> Testimony:
        """One side's testimony."""
        return self.rep if speaker == Speaker.REP else self.buyer

    def echoes(self, act: PlacedAct, speaker: str) -> bool:
        """Whether the act's sentence says something back: a word of the other side's that is not their name.

        A recap may follow its announcement, and may put it in other words: there a whole thought is enough.
        """
        text = self.of(speaker).texts[act.turn]
        recaps = act.kind in _IN_OTHER_WORDS
        start, end = text.span_around(act.start, act.end)
        said = text.text[start : None if recaps else end]
        before = (turn.text for turn in self.transcript.turns[: act.turn] if turn.speaker != speaker)
        mine = meanings(unheld(said).text) - IN_ANY_RECAP - meanings(self.buyer_name)
        if act.kind in _SAYS_BACK:
            mine -= READ_BACK
        if recaps and len(mine) >= _WORDS_OF_A_THOUGHT:
            return True
        return any(not mine.isdisjoint(meanings(heard)) for heard in before)

    def refuses(self, turn: int) -> bool:
        """Whether the buyer holds back in answer to this turn of the rep's."""
        after = (one for one in self.transcript.turns[turn + 1 :] if one.speaker is Speaker.BUYER)
        answer = next(after, None)
        return answer is not None and doubt_in(answer, ConcernContext.OFFERED) is not None

    def first(self, moment: Moment) -> BuyerMoment | None:
        """Where a moment first came up."""
        return next((raised for raised in self.raised if raised.moment is moment), None)


class _Heard(NamedTuple):
    """A turn as it was heard: its sentences, how surely each span was recognised, and what tells what it is like."""

    turn: Turn
    read: Sequence[PlainSentence]
    surely: Callable[[int, int], bool]
    said: Said

    def likenesses(self, found: Iterable[Alike]) -> Iterator[PlacedAct]:
        """What the turn is like, but for lists, for what is refused, and for what was done before, or never."""
        empty = [one for one in self.read if one.earns_nothing]
        for like in found:
            if not any(one.start < like.end and like.start < one.end for one in empty):
                placed = _likened(like, self.turn, self.read, self.surely)
                if not tells_own_conduct(placed.words):
                    yield placed


@dataclass(slots=True)
class _Side:
    """What one side has said up to now."""

    names: list[str] = field(default_factory=list)  # several when the call is handed on
    said: list[str] = field(default_factory=list)
    speaking: list[int] = field(default_factory=list)
    unsure: bool = False
    texts: dict[int, Admissible] = field(default_factory=dict)
    acts: list[PlacedAct] = field(default_factory=list)
    sayings: list[PlacedAct] = field(default_factory=list)
    to_compare: list[_Heard] = field(default_factory=list)

    def testimony(self) -> Testimony:
        """What it comes to at the end of the call; it is compared with examples only now, all turns at once."""
        found = zip(self.to_compare, alike([one.said for one in self.to_compare]), strict=True)
        placed = tuple(placed for one, likenesses in found for placed in one.likenesses(likenesses))
        return Testimony(self.texts, tuple(self.acts), tuple(self.sayings), placed, self.unsure, tuple(self.speaking))

    def says(self, turn: Turn, text: Admissible) -> None:
        self.texts[turn.index] = text
        if says_something(text.text):
            self.said.append(unheld(text.text).text)
            self.speaking.append(turn.index)

    def does(self, turn: Turn, text: Admissible, acts: Sequence[Act], said: Said | None = None) -> None:
        doubtful = has_doubt(turn)
        self.unsure = self.unsure or doubtful
        surely = partial(heard_surely, turn) if doubtful else _without_doubt
        read = [PlainSentence.of(sentence) for sentence in text.sentences]
        crossed = [act for act in acts if act.kind in _EARNS_NOTHING]
        if crossed:
            read = [one.crossed_by(crossed) for one in read]
        empty = [one for one in read if one.is_list or one.crosses]
        for act in acts:
            if act.kind in _EARNS_NOTHING or not any(one.start <= act.start < one.end for one in empty):
                self.acts.append(_placed(act, turn, read, surely))
        self.sayings += [_saying(one, turn, surely) for one in read if not one.earns_nothing]
        if said:
            self.to_compare.append(_Heard(turn, read, surely, said))

    def is_named(self, turn: Turn, acts: Sequence[Act]) -> None:
        given = [_as_said(act, turn) for act in acts if act.kind is ActKind.GIVES_NAME and act.about]
        self.names += [name for name in given if not is_somebody_of_theirs(name, turn.text)]


@dataclass(slots=True)
class _Walk:
    """Walks the call once, in order, knowing at each turn what each side could know."""

    recorded: bool
    objections: Mapping[int, str]  # by buyer turn, from events
    rep: _Side = field(default_factory=_Side)
    buyer: _Side = field(default_factory=_Side)
    raised: list[BuyerMoment] = field(default_factory=list)
    addressed: list[int] = field(default_factory=list)
    open_objection: str = ""
    asked_name: bool = False
    standing: ConcernContext = ConcernContext.TELLING
    stood: dict[int, ConcernContext] = field(default_factory=dict)  # at each turn of the buyer's
    watch: EmergencyWatch = field(default_factory=EmergencyWatch)

    def hear_rep(self, turn: Turn, in_pieces: Sequence[TextSpan] = ()) -> None:
        """Hear a turn of the rep's, with the spans of it that speak to the grader only with the turns beside it."""
        context = Context(" ".join(self.buyer.names), tuple(self.buyer.said), self.open_objection)
        text, acts, said = _hear_admissible(turn, context, in_pieces)
        if text.excluded:
            self.addressed.append(turn.index)
        self.rep.says(turn, text)
        self.rep.does(turn, text, acts, said)
        self.rep.is_named(turn, acts)
        kinds = {act.kind for act in acts}
        self.asked_name = ActKind.ASKS_NAME in kinds or (self.asked_name and kinds.isdisjoint(_QUESTIONS))
        if turn.index not in self.rep.speaking[-1:]:
            return  # "let me see" leaves open what was asked
        asked_how_it_is_taken = any(act.topic in _HOW_IT_IS_TAKEN for act in acts)
        if self.standing or asked_how_it_is_taken or not _OFFERS.isdisjoint(kinds):
            answers = kinds.isdisjoint(_ASKS_FOR_A_YES) and not kinds.isdisjoint(_QUESTIONS)
            self.standing = ConcernContext.ASKED if answers else ConcernContext.OFFERED

    def hear_buyer(self, turn: Turn, *, every_act: bool) -> None:
        self.stood[turn.index] = self.standing
        text = admissible(turn.text, ())
        acts = self._acts_of_buyer(turn) if every_act else self._names_of_buyer(turn)
        self.buyer.says(turn, text)
        self.buyer.does(turn, text, acts if every_act else ())
        self.buyer.is_named(turn, acts)
        name = given_name(text, asked=self.asked_name, answers_phone=not self.buyer.said[1:])
        name = name or confirmed_name(text.text, self.rep.said)
        if name and not self.buyer.names:
            self.buyer.names.append(name)
        found = list(raised_in(turn))
        if emergency := self.watch.hear(turn.index, turn.text):
            place = (turn.index, "", emergency.start, emergency.end)
            found.append(BuyerMoment(Moment.EMERGENCY_RAISED, *place, since=emergency.since))
        if self.recorded:
            found = as_recorded(found, turn, self.objections.get(turn.index))
        elif not any(one.moment is _OBJECTION for one in found):
            doubt = doubt_in(turn, self.standing)
            found += [doubt] if doubt else []
        self.raised += found
        self.open_objection = next((one.kind for one in found if one.moment is _OBJECTION), self.open_objection)

    def _acts_of_buyer(self, turn: Turn) -> Sequence[Act]:
        return recognise(turn.text, Context(" ".join(self.rep.names), tuple(self.rep.said)))

    def _names_of_buyer(self, turn: Turn) -> Sequence[Act]:
        may_name = (_NAMES_ITSELF if self.buyer.names else _MAY_NAME).is_in(turn.text)
        return names_given(turn.text) if may_name else ()


def hear(transcript: Transcript, *, buyer_acts: bool = False) -> Hearing:
    """Everything the rules grader goes by, from the turns and events of one call.

    `buyer_acts` asks for all acts of the buyer too; without it only their name is looked for, in half the time.
    """
    listener = _Walk(is_recorded(transcript), objection_events(transcript))
    in_pieces = said_in_pieces(transcript)
    for turn in transcript.turns:
        if turn.speaker is Speaker.REP:
            listener.hear_rep(turn, in_pieces.get(turn.index, ()))
        else:
            listener.hear_buyer(turn, every_act=buyer_acts)
    return Hearing(
        transcript=transcript,
        rep=listener.rep.testimony(),
        buyer=listener.buyer.testimony(),
        raised=tuple(listener.raised),
        addressed=tuple(listener.addressed),
        buyer_name=listener.buyer.names[-1] if listener.buyer.names else "",
        standing=listener.stood,
    )


def _as_said(act: Act, turn: Turn) -> str:
    """The name that an act carries, spelt as in the turn."""
    said = unheld(turn.text[act.start : act.end]).text
    spelt = re.search(rf"\b{re.escape(act.about)}\b", said, re.IGNORECASE)
    return spelt.group() if spelt else act.about


def _hear_admissible(
    turn: Turn, context: Context, in_pieces: Sequence[TextSpan]
) -> tuple[Admissible, Sequence[Act], Said]:
    """The admissible text, its acts and what tells what it is like, recognised as if the rest had never been said."""
    acts, said, stops = recognise_to_compare(turn.text, context)
    addressed = [(act.start, act.end) for act in acts if act.kind is ActKind.TO_THE_GRADER]
    text = admissible(turn.text, [*addressed, *in_pieces])
    if text.excluded:
        acts, said, stops = recognise_to_compare(text.text, context)
    if stops:
        text = text.parted(stops)
    return text, [act for act in acts if act.kind is not ActKind.TO_THE_GRADER and act.end > act.start], said


def _without_doubt(_start: int, _end: int) -> bool:
    """Most turns leave no doubt about any span of theirs."""
    return True


def _placed(act: Act, turn: Turn, read: Iterable[PlainSentence], surely: Callable[[int, int], bool]) -> PlacedAct:
    words = " ".join([one.plain for one in read if one.start < act.end and act.start < one.end])
    return PlacedAct(act.kind, act.topic, act.about, turn.index, act.start, act.end, surely(act.start, act.end), words)


def _likened(like: Alike, turn: Turn, read: Iterable[PlainSentence], surely: Callable[[int, int], bool]) -> PlacedAct:
    words = " ".join([one.plain for one in read if one.start < like.end and like.start < one.end])
    sure = surely(like.start, like.end)
    return PlacedAct(like.like, None, "", turn.index, like.start, like.end, sure, words, like.above)


def _saying(sentence: PlainSentence, turn: Turn, surely: Callable[[int, int], bool]) -> PlacedAct:
    sure = surely(sentence.start, sentence.end)
    return PlacedAct(None, None, "", turn.index, sentence.start, sentence.end, sure, sentence.plain)
