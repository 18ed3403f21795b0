"""The call as a grader may use it: what each side did, where, and how surely it was heard.

Flows in: a transcript. Flows out: acts with their place in the turn, and the moments the buyer made. Speech aimed at
the grader is set apart here and reaches nothing behind this point.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sparring.grade.admissible import Admissible, admissible
from sparring.grade.measures import is_recorded
from sparring.grade.moments import Raised, objections_in_events, raised_in
from sparring.signals import Moment
from sparring.speech_acts import Act, ActKind, Context, Topic, recognise
from sparring.transcript import Speaker, Transcript, Turn

SURE = 0.5
"""Mean word probability below which nobody should be graded by what was heard (grading.md, fairness to recognition)."""


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
    """One side's admissible text and acts, in order."""

    texts: Mapping[int, Admissible]
    acts: tuple[PlacedAct, ...]


@dataclass(frozen=True, slots=True)
class Hearing:
    """The whole call. `addressed` lists turns in which the rep spoke to the grader."""

    transcript: Transcript
    rep: Testimony
    buyer: Testimony
    raised: tuple[Raised, ...]
    addressed: tuple[int, ...]

    def of(self, speaker: str) -> Testimony:
        """One side's testimony."""
        return self.rep if speaker == Speaker.REP else self.buyer

    def first(self, moment: Moment) -> Raised | None:
        """Where a moment first came up."""
        return next((raised for raised in self.raised if raised.moment is moment), None)


@dataclass(slots=True)
class _Listener:
    """Walks the call once, in order, knowing at each turn what each side could know."""

    transcript: Transcript
    names: dict[Speaker, str] = field(default_factory=lambda: {Speaker.REP: "", Speaker.BUYER: ""})
    said: dict[Speaker, list[str]] = field(default_factory=lambda: {Speaker.REP: [], Speaker.BUYER: []})
    texts: dict[Speaker, dict[int, Admissible]] = field(default_factory=lambda: {Speaker.REP: {}, Speaker.BUYER: {}})
    acts: dict[Speaker, list[PlacedAct]] = field(default_factory=lambda: {Speaker.REP: [], Speaker.BUYER: []})
    raised: list[Raised] = field(default_factory=list)
    addressed: list[int] = field(default_factory=list)
    open_objection: str = ""

    def hear(self, turn: Turn, by_events: Mapping[int, Raised], *, recorded: bool) -> None:
        other = Speaker.BUYER if turn.speaker is Speaker.REP else Speaker.REP
        context = Context(
            other_name=self.names[other],
            said_before=tuple(self.said[other]),
            open_objection=self.open_objection if turn.speaker is Speaker.REP else "",
        )
        text, acts = _hear_admissible(turn, context)
        if text.excluded and turn.speaker is Speaker.REP:
            self.addressed.append(turn.index)
        self.texts[turn.speaker][turn.index] = text
        self.said[turn.speaker].append(text.text)
        for act in acts:
            self.acts[turn.speaker].append(_placed(act, turn, text))
            if act.kind is ActKind.GIVES_NAME and act.about:
                self.names[turn.speaker] = act.about
        if turn.speaker is Speaker.BUYER:
            self._note_raised(turn, by_events, recorded=recorded)

    def _note_raised(self, turn: Turn, by_events: Mapping[int, Raised], *, recorded: bool) -> None:
        found = list(raised_in(turn, objections_by_words=not recorded))
        if turn.index in by_events:
            found.append(by_events[turn.index])
        self.raised += found
        objections = [one.kind for one in found if one.moment is Moment.OBJECTION_RAISED]
        if objections:
            self.open_objection = objections[0]


def hear(transcript: Transcript) -> Hearing:
    """Everything the rules grader goes by, from the turns and events of one call."""
    listener = _Listener(transcript)
    by_events = {raised.turn: raised for raised in objections_in_events(transcript)}
    recorded = is_recorded(transcript)
    for turn in transcript.turns:
        listener.hear(turn, by_events, recorded=recorded)
    rep, buyer = (Testimony(listener.texts[side], tuple(listener.acts[side])) for side in (Speaker.REP, Speaker.BUYER))
    return Hearing(transcript, rep, buyer, tuple(listener.raised), tuple(listener.addressed))


def heard_surely(turn: Turn, start: int, end: int) -> bool:
    """Whether the words at `turn.text[start:end]` may be graded. Typed and corrected words always may."""
    if turn.channel == "typed" or turn.corrected_from is not None:
        return True
    words = [word.probability for word in words_between(turn, start, end)]
    confidence = sum(words) / len(words) if words else turn.confidence
    return confidence is None or confidence >= SURE


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
    addressed = [(act.start, act.end) for act in acts if act.kind is ActKind.TO_THE_GRADER]
    text = admissible(turn.text, addressed)
    if text.excluded:
        acts = recognise(text.text, context)
    return text, [act for act in acts if act.kind is not ActKind.TO_THE_GRADER and act.end > act.start]


def _placed(act: Act, turn: Turn, text: Admissible) -> PlacedAct:
    start, end = text.in_turn(act.start, act.end)
    return PlacedAct(act.kind, act.topic, act.about, turn.index, start, end, heard_surely(turn, start, end))
