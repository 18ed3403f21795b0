"""The call as a grader may use it: what each side did, where, and how surely it was heard.

Flows in: a transcript. Flows out: acts with their place in the turn, and the moments the buyer made. Speech aimed at
the grader is set apart here and reaches nothing behind this point.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from sparring.grade.admissible import Admissible, admissible
from sparring.grade.evidence import content_words
from sparring.grade.measures import is_recorded
from sparring.grade.moments import Raised, objections_in_events, raised_in
from sparring.grade.uptake import Spoken, stems, taken_up
from sparring.signals import Moment
from sparring.speech_acts import Act, ActKind, Context, Topic, recognise
from sparring.transcript import Speaker, Transcript, Turn

SURE = 0.5
"""Mean word probability below which nobody should be graded by what was heard (grading.md, fairness to recognition)."""
_OBJECTION = Moment.OBJECTION_RAISED
_MAY_NAME = re.compile(r"\b(?:name|i'?m|i am|this is|it'?s|here|speaking|is)\b|^\W*\w+(?: \w+)?\W*$", re.IGNORECASE)
"""Only such a turn can give the buyer's name; the rest need not be read for it."""

_NAME_ANSWER = re.compile(
    r"(?:(?:yes|sure|hi|hello|oh|well|of course|it's|i'm|i am|my name is|my name's|this is|mr|mrs|ms|dr)[\s,.]+)*"
    r"([a-z][a-z'-]+)(?: [a-z][a-z'-]+)?[.!]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PlacedAct:
    """An act at `turn.text[start:end]`. `sure` is False where these words were heard with low confidence."""

    kind: ActKind | None  # None: words that a rubric looks for, whatever they do
    topic: Topic | None
    about: str
    turn: int
    start: int
    end: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Testimony:
    """One side's admissible text and acts, in order. `unsure`: some of it was heard with low confidence."""

    texts: Mapping[int, Admissible]
    acts: tuple[PlacedAct, ...]
    unsure: bool


@dataclass(frozen=True, slots=True)
class Hearing:
    """The whole call.

    Args:
        transcript: the record it is read from.
        rep: what the rep said and did.
        buyer: what the buyer said; their acts only if asked for.
        raised: what the buyer brought up, in order.
        addressed: turns in which the rep spoke to the grader.
        buyer_name: as the buyer said it; empty when they did not.
    """

    transcript: Transcript
    rep: Testimony
    buyer: Testimony
    raised: tuple[Raised, ...]
    addressed: tuple[int, ...]
    buyer_name: str

    def of(self, speaker: str) -> Testimony:
        """One side's testimony."""
        return self.rep if speaker == Speaker.REP else self.buyer

    def first(self, moment: Moment) -> Raised | None:
        """Where a moment first came up."""
        return next((raised for raised in self.raised if raised.moment is moment), None)


@dataclass(slots=True)
class _Side:
    """What one side has said up to now."""

    name: str = ""
    said: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    unsure: bool = False
    texts: dict[int, Admissible] = field(default_factory=dict)
    acts: list[PlacedAct] = field(default_factory=list)

    def says(self, turn: Turn, text: Admissible, acts: Sequence[Act]) -> None:
        self.texts[turn.index] = text
        self.unsure = self.unsure or _has_doubt(turn)
        if content_words(text.text):  # "okay", "mm-hmm" is nothing one could take up
            self.said.append(text.text)
            self.used |= {stem for sentence in text.sentences for stem in stems(sentence.plain)}
        self.acts += [_placed(act, turn) for act in acts]
        names = [act for act in acts if act.kind is ActKind.GIVES_NAME and act.about]
        self.name = self.name or (_as_said(names[0], turn) if names else "")


@dataclass(slots=True)
class _Listener:
    """Walks the call once, in order, knowing at each turn what each side could know."""

    recorded: bool
    by_events: Mapping[int, Raised]
    rep: _Side = field(default_factory=_Side)
    buyer: _Side = field(default_factory=_Side)
    raised: list[Raised] = field(default_factory=list)
    addressed: list[int] = field(default_factory=list)
    open_objection: str = ""
    asked_name: bool = False

    def hear_rep(self, turn: Turn) -> None:
        context = Context(self.buyer.name, tuple(self.buyer.said), self.open_objection)
        text, acts = _hear_admissible(turn, context)
        if text.excluded:
            self.addressed.append(turn.index)
        self.rep.says(turn, text, _corrected(text, acts, self.buyer.used))
        self.asked_name = any(act.kind is ActKind.ASKS_NAME for act in acts)

    def hear_buyer(self, turn: Turn, *, every_act: bool) -> None:
        context = Context(self.rep.name, tuple(self.rep.said))
        text = admissible(turn.text, ())
        wanted = every_act or (not self.buyer.name and _MAY_NAME.search(turn.text))
        self.buyer.says(turn, text, recognise(turn.text, context) if wanted else ())
        if self.asked_name and not self.buyer.name:
            self.buyer.name = _answered_name(text)
        found = list(raised_in(turn, objections_by_words=not self.recorded))
        if turn.index in self.by_events:
            found.append(self.by_events[turn.index])
        self.raised += found
        self.open_objection = next((one.kind for one in found if one.moment is _OBJECTION), self.open_objection)


def hear(transcript: Transcript, *, buyer_acts: bool = False) -> Hearing:
    """Everything the rules grader goes by, from the turns and events of one call.

    `buyer_acts` asks for all acts of the buyer too; without it only their name is looked for, in half the time.
    """
    by_events = {raised.turn: raised for raised in objections_in_events(transcript)}
    listener = _Listener(is_recorded(transcript), by_events)
    for turn in transcript.turns:
        if turn.speaker is Speaker.REP:
            listener.hear_rep(turn)
        else:
            listener.hear_buyer(turn, every_act=buyer_acts)
    rep, buyer = (Testimony(side.texts, tuple(side.acts), side.unsure) for side in (listener.rep, listener.buyer))
    return Hearing(transcript, rep, buyer, tuple(listener.raised), tuple(listener.addressed), listener.buyer.name)


def _as_said(act: Act, turn: Turn) -> str:
    """The name that an act carries, spelt as in the turn."""
    spelt = re.search(rf"\b{re.escape(act.about)}\b", turn.text[act.start : act.end], re.IGNORECASE)
    return spelt.group() if spelt else act.about


def heard_surely(turn: Turn, start: int, end: int) -> bool:
    """Whether the words at `turn.text[start:end]` may be graded. Typed and corrected words always may."""
    if not _has_doubt(turn):
        return True
    words = [word.probability for word in words_between(turn, start, end)]
    confidence = sum(words) / len(words) if words else turn.confidence
    return confidence is None or confidence >= SURE


def _has_doubt(turn: Turn) -> bool:
    """Whether any word may have been misheard. Typed and corrected words never are."""
    if turn.channel == "typed" or turn.corrected_from is not None:
        return False
    low = turn.confidence is not None and turn.confidence < SURE
    return low or any(word.probability < SURE for word in turn.words)


def words_between(turn: Turn, start: int, end: int) -> Iterator["_PlacedWord"]:
    """The recognised words that lie in `turn.text[start:end]`, matched in order."""
    cursor = 0
    for word in turn.words:
        text = word.text.strip()
        at = turn.text.find(text, cursor) if text else -1
        if at < 0:
            continue
        cursor = at + len(text)
        if at < end and cursor > start:
            yield _PlacedWord(at, word.start_ms, word.probability)


@dataclass(frozen=True, slots=True)
class _PlacedWord:
    start: int
    start_ms: int
    probability: float


def _hear_admissible(turn: Turn, context: Context) -> tuple[Admissible, Sequence[Act]]:
    """The admissible text and its acts, recognised as if the rest had never been said."""
    acts = recognise(turn.text, context)
    text = admissible(turn.text, ((act.start, act.end) for act in acts if act.kind is ActKind.TO_THE_GRADER))
    if text.excluded:
        acts = recognise(text.text, context)
    return text, [act for act in acts if act.kind is not ActKind.TO_THE_GRADER and act.end > act.start]


def _corrected(text: Admissible, acts: Sequence[Act], used: AbstractSet[str]) -> list[Act]:
    """The acts, sentence by sentence, corrected by what the other side had said."""
    corrected: list[Act] = []
    before = ""
    for sentence in text.sentences:
        mine = [act for act in acts if sentence.start <= act.start < sentence.end]
        corrected += taken_up(Spoken(sentence, text.text[sentence.start : sentence.end], before, mine), used)
        before = sentence.plain or before
    return corrected


def _placed(act: Act, turn: Turn) -> PlacedAct:
    surely = heard_surely(turn, act.start, act.end)
    return PlacedAct(act.kind, act.topic, act.about, turn.index, act.start, act.end, surely)


def _answered_name(text: Admissible) -> str:
    """The name in a short answer to "what is your name", as it was said; empty when the answer is no name."""
    first = text.sentences[0] if text.sentences else None
    answer = _NAME_ANSWER.fullmatch(text.text[first.start : first.end]) if first else None
    return answer[1] if answer and content_words(answer[1]) else ""
