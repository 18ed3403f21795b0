"""Evaluates a rubric's signals on one call: does it hold, and which acts decide it.

Flows in: signals and a hearing. Flows out: yes, no or cannot be known, with the deciding acts as evidence. Signals ask
whether something is there, so more of what a criterion wants never lowers it.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, islice
from operator import attrgetter, itemgetter
from typing import NamedTuple

from sparring.grade.heard.admissible import searchable
from sparring.grade.heard.echoes import echo_of
from sparring.grade.heard.measures import read, told
from sparring.grade.heard.names_said import names_said
from sparring.grade.heard.testimony import Hearing, PlacedAct
from sparring.grade.rules.search import bare_words, found, groups_used, in_order, overlap
from sparring.grade.rules.values import different_values, figures_in
from sparring.rubric import Level, Part
from sparring.signals import Anchor, AnySignal, Measured, Moment, Never, Said, TakesUp
from sparring.speech_acts import ActKind, Likeness

AFTER_THE_CALL = 1 << 30
_ANY_TURN = range(AFTER_THE_CALL + 1)
ANSWER_TURNS = 2
WORDS_OF_AN_ECHO = 2
"""Words that come back: what has two of them is a plainer echo than what has one."""
_NOT_TAKEN_UP = {
    Moment.PLACE_NAMED: "The caller named a place unasked; using it would have counted as well.",
    Moment.PERSON_NAMED: "The caller said unasked whom the care is for; using the name would have counted as well.",
    Moment.START_NAMED: "The caller said unasked when care should begin; saying it back would have counted as well.",
    Moment.HOURS_NAMED: "The caller named days or hours unasked; saying them back would have counted as well.",
}
_SAID_BACK_AT_ONCE = frozenset((Moment.START_NAMED, Moment.HOURS_NAMED))
"""Days are named for visits too: saying one back counts in the answer only."""
_QUESTIONS = (ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION)
_ANSWERED = (Moment.OBJECTION_RAISED, Moment.COMPETITOR_RAISED)
_KIND = attrgetter("kind")
_BOTH, _LIKE, _BY_RULE = range(3)
"""How surely something is known: by a rule and by examples, by examples alone, by a rule alone."""
_BEST_SHOWN = (0, 1, _BOTH)
"""One sentence, at once, known by both: no row shows more with less."""
_SENTENCE, _TURN = attrgetter("turn", "words"), attrgetter("turn")


class Finding(NamedTuple):
    """Whether something holds (None: it cannot be known on this call), what decides it, and a remark.

    `instead`: acts of which any one would decide it as well as the single one in `acts`.
    """

    holds: bool | None
    acts: tuple[PlacedAct, ...] = ()
    remark: str = ""
    instead: tuple[PlacedAct, ...] = ()


_NOT_SAID = Finding(holds=False)


@dataclass(frozen=True, slots=True)
class Checks:
    """Signals of one criterion on one call. `sure_only` leaves out what was heard with low confidence."""

    hearing: Hearing
    said_by: str
    sure_only: bool = False

    def rows(self, level: Level | Part) -> Finding:
        """Of the rows whose signals all hold the best shown; else None if a row could not be known, else False."""
        heads = level.heads
        everything = self.hearing.of(self.said_by).alike if heads else ()
        alike = list(compress(everything, map(heads.__contains__, map(_KIND, everything))))
        held: list[tuple[tuple[int, int, int], Finding]] = []
        others: list[Finding] = []
        for row in level.when:
            finding = self._row(row, alike)
            if not finding.holds:
                others.append(finding)
                continue
            shown = (self._is_merely_like(row, finding), *_shown_by(finding, alike))
            held.append((shown, finding))
            if shown <= _BEST_SHOWN:
                break
        if held:
            return min(held, key=itemgetter(0))[1]
        unknown = next((one for one in others if one.holds is None), None)
        return unknown or next((one for one in reversed(others) if one.remark), Finding(holds=False))

    def _row(self, row: tuple[AnySignal, ...], alike: Sequence[PlacedAct]) -> Finding:
        """A measure that cannot be read is left out beside spoken signals; alone it leaves the row unknown."""
        findings: list[Finding] = []
        for signal in row:
            findings.append(self._signal(signal, alike))
            if findings[-1].holds is False:
                return findings[-1]
        known = [finding for finding in findings if finding.holds is not None]
        acts = _without_repeats(_together(known))
        remark = " ".join(finding.remark for finding in findings if finding.remark)
        return Finding(True if known else None, acts, remark)

    def _signal(self, signal: AnySignal, alike: Sequence[PlacedAct]) -> Finding:
        match signal:
            case Said():
                return self._said(signal, alike)
            case TakesUp():
                return self._takes_up(signal.takes_up)
            case Never():
                return Finding(not any(act.kind in signal.never for act in self.hearing.of(self.said_by).acts))
            case Measured():
                return self._measured(signal)

    def _measured(self, signal: Measured) -> Finding:
        reading = read(signal.measure, self.hearing.transcript)
        if reading.value is None:
            return Finding(None, (), f"Not observed: {reading.why_not}.")
        low = signal.at_least is None or reading.value >= signal.at_least
        high = signal.at_most is None or reading.value <= signal.at_most
        return Finding(low and high, (), f"Measured: {told(signal.measure, reading.value)}.")

    def counting(self, signal: Said) -> Sequence[PlacedAct]:
        """The acts that count for a signal, in the order of the call."""
        candidates = self.matching(signal, self.turns_for(signal))
        if not candidates:
            return candidates
        if self.sure_only:
            candidates = [act for act in candidates if act.sure]
        if signal.counts_however_said:
            return candidates
        if signal.unrefused:
            candidates = [act for act in candidates if not self.is_refused(act)]
        if signal.unechoed:
            candidates = [act for act in candidates if not self._says_back_a_figure(act)]
        if signal.words_at_least > 1 or signal.not_as or signal.echoing:
            candidates = [act for act in candidates if self._is_enough_said(act, signal)]
        return candidates

    def _said(self, signal: Said, alike: Sequence[PlacedAct]) -> Finding:
        candidates = self.counting(signal)
        if not candidates:
            return _NOT_SAID
        if signal.counted == "names":
            candidates = [act for act in candidates if len(self._names_in(act)) >= signal.at_least][:1]
            return Finding(True, tuple(candidates)) if candidates else _NOT_SAID
        if signal.counted != "values":
            candidates = _surest_first(candidates, signal, alike, self._answers_at_once)
        chosen = _enough(candidates, signal)
        if not chosen:
            return _NOT_SAID
        if signal.beside:
            beside = (act for act in self.matching(signal.beside) if act.turn == chosen[0].turn)
            return Finding(True, (*islice(beside, 1), *chosen))
        if signal.at_least > 1:
            return Finding(True, chosen)
        least = _unsureness(candidates[0], alike)[0]
        return Finding(True, chosen, instead=tuple(one for one in candidates if _unsureness(one, alike)[0] == least))

    def _is_merely_like(self, row: tuple[AnySignal, ...], finding: Finding) -> int:
        """Whether words that only are like an answer to a concern come after its answer: any other shows more."""
        anchors = (one.after.moment for one in row if isinstance(one, Said) and one.after)
        raised = [moment for moment in anchors if moment in _ANSWERED]
        like = (act.turn for act in finding.acts if isinstance(act.kind, Likeness))
        return int(any(turn not in self._answers(moment) for turn in like for moment in raised))

    def _answers_at_once(self, act: PlacedAct, signal: Said) -> int:
        """How little it is about what the other side had just said, where that is what is asked for."""
        if signal.echoing:
            echo = echo_of(self.hearing, act, self.said_by)
            return -min(echo.words, WORDS_OF_AN_ECHO) if echo else 0
        moment = signal.after.moment if signal.after else None
        return int(moment in _ANSWERED and act.turn not in self._answers(moment)) if moment else 0

    def _names_in(self, act: PlacedAct) -> frozenset[str]:
        """The names that an act's sentence says, but for the other side's."""
        said = names_said(self.hearing.transcript.turns[act.turn].text[act.start : act.end])
        return said - {self.hearing.buyer_name.lower()}

    def is_refused(self, act: PlacedAct) -> bool:
        """Whether it was asked for and held back from: what the speaker says will come is said all the same."""
        asked = self.hearing.of(self.said_by).of_kinds(_QUESTIONS)
        return any(overlap(act, one) for one in asked) and self.hearing.refuses(act.turn)

    def _says_back_a_figure(self, act: PlacedAct) -> bool:
        """Whether the figures of a sentence that asks nothing are all those of the other side's last turn."""
        turns = self.hearing.transcript.turns
        last = next((one.text for one in reversed(turns[: act.turn]) if one.speaker != self.said_by), "")
        mine = figures_in(act.words)
        if not mine or not mine <= figures_in(last):
            return False
        return not any(overlap(act, one) for one in self.hearing.of(self.said_by).of_kinds(_QUESTIONS))

    def _is_enough_said(self, act: PlacedAct, wanted: Said) -> bool:
        """Whether an act is more than its form: not mere affection, not three words, not a recap of nothing."""
        if wanted.words_at_least > 1 and act.words.count(" ") + 1 < wanted.words_at_least:
            return False
        if wanted.not_as:
            said = searchable(self.hearing.transcript.turns[act.turn].text[act.start : act.end])
            if wanted.made_of.used_in(said, bare_words(said)):
                return False
        return not wanted.echoing or self.hearing.echoes(act, self.said_by)

    def _takes_up(self, moment: Moment) -> Finding:
        """The first sentence that says what the buyer had said, word for word; a remark when none does."""
        raised = [one for one in self.hearing.raised if one.moment is moment]
        answers = self._answers(moment) if moment in _SAID_BACK_AT_ONCE else None
        for act in self.hearing.of(self.said_by).sayings:
            words = f" {act.words} "
            counts = (act.sure or not self.sure_only) and (answers is None or act.turn in answers)
            if counts and any(one.turn < act.turn and f" {one.kind} " in words for one in raised):
                return Finding(holds=True, acts=(act,))
        return Finding(holds=False, remark=_NOT_TAKEN_UP.get(moment, "") if raised else "")

    def turns_for(self, signal: Said) -> Container[int]:
        """The turns in which it counts."""
        if signal.counts_anywhere:
            return _ANY_TURN
        last = self.turn_of(signal.before) if signal.before else AFTER_THE_CALL
        within = range(self.turn_of(signal.after) if signal.after else 0, last + 1)
        if not (signal.answering or signal.beside):
            return within
        turns = self._answers(signal.answering) if signal.answering else _ANY_TURN
        beside = [act.turn for act in self.matching(signal.beside)] if signal.beside else turns
        return frozenset(turn for turn in beside if turn in turns and turn in within)

    def turn_of(self, anchor: Anchor) -> int:
        """The anchor's turn; a turn that never comes when there is none."""
        if anchor.moment:
            raised = self.hearing.first(anchor.moment)
            return raised.turn if raised else AFTER_THE_CALL
        return next((act.turn for act in self.matching(anchor)), AFTER_THE_CALL)

    def _answers(self, moment: Moment) -> frozenset[int]:
        """The turns in which the speaker answers: the next two that say anything, each time the moment was made."""
        said = self.hearing.of(self.said_by).speaking
        raised = {one.turn for one in self.hearing.raised if one.moment is moment}
        return frozenset(turn for at in raised for turn in [index for index in said if index > at][:ANSWER_TURNS])

    def matching(self, wanted: Said | Anchor, turns: Container[int] = _ANY_TURN) -> Sequence[PlacedAct]:
        """In the order of the call."""
        acts, alike = found(wanted.sought, self.hearing.of(self.said_by))
        if turns is not _ANY_TURN:
            acts = [act for act in acts if act.turn in turns]
            alike = [act for act in alike if act.turn in turns]
        return in_order(acts, alike)


def _surest_first(
    candidates: Sequence[PlacedAct],
    signal: Said,
    alike: Sequence[PlacedAct],
    remoteness: Callable[[PlacedAct, Said], int],
) -> Sequence[PlacedAct]:
    """What a rule found and is like examples too, the likest first; then what is like them; then what a rule found.

    Of those the kind that the rubric names first: "that's fair" before sympathy with something else. Where something of
    the other side's is to be taken up, what does it most plainly comes before all that.
    """
    if len(candidates) < 2:
        return candidates

    def unsureness(act: PlacedAct) -> tuple[int, int, int, int]:
        least, likest = _unsureness(act, alike)
        return remoteness(act, signal), least, signal.acts.index(act.kind) if act.kind in signal.acts else 0, likest

    return sorted(candidates, key=unsureness)


def _unsureness(act: PlacedAct, alike: Sequence[PlacedAct]) -> tuple[int, int]:
    """How little an act is known for what is looked for, and how little it is like examples of it."""
    if not alike:
        return _LIKE if isinstance(act.kind, Likeness) else _BY_RULE, 0
    likest = max([one.above + 1 for one in alike if one.turn == act.turn and overlap(act, one)], default=0)
    return _LIKE if isinstance(act.kind, Likeness) else _BY_RULE if not likest else _BOTH, -likest


def _shown_by(finding: Finding, alike: Sequence[PlacedAct]) -> tuple[int, int]:
    """How many sentences show it, and how surely the least sure of them does."""
    unsure = max((_unsureness(act, alike)[0] for act in finding.acts), default=0)
    return len({(act.turn, act.words) for act in finding.acts}), unsure


def _enough(candidates: Sequence[PlacedAct], signal: Said) -> tuple[PlacedAct, ...]:
    """The first candidates that together reach `at_least`, or none when they fall short."""
    if signal.counted == "values":
        return different_values(candidates, signal.at_least)
    chosen: list[PlacedAct] = []
    seen: set[object] = set()
    for act in candidates:
        new = _keys(act, signal) - seen
        if new:
            chosen.append(act)
            seen |= new
        if len(seen) >= signal.at_least:
            return tuple(chosen)
    return ()


def _keys(act: PlacedAct, signal: Said) -> set[object]:
    """What an act adds to the count."""
    match signal.counted:
        case "turns":
            return {act.turn}
        case "topics":
            return {act.topic}
        case "kinds":
            return {act.kind}
        case "mentions":
            return set(groups_used(act, signal.sought.wording))
    return {(act.turn, act.start, act.end)}


def _together(findings: Sequence[Finding]) -> Iterator[PlacedAct]:
    """What decides a row: of several acts that would do, the one beside what decides the rest of it.

    A visit that is offered with its times is shown by that sentence, not by an earlier visit and these times.
    """
    settled = [act for finding in findings if not finding.instead for act in finding.acts]
    settled = settled or _side_by_side(findings)
    sentences, turns = {(act.turn, act.words) for act in settled}, {act.turn for act in settled}
    for finding in findings:
        same_sentence = [one for one in finding.instead if (one.turn, one.words) in sentences]
        same_turn = [one for one in finding.instead if one.turn in turns]
        beside = (*same_sentence, *same_turn)
        yield from beside[:1] or finding.acts


def _side_by_side(findings: Sequence[Finding]) -> list[PlacedAct]:
    """Where any act would do for each: the first beside which all the rest is said too, in its sentence or its turn."""
    if len(findings) < 2:
        return []
    first, *others = findings
    for by in (_SENTENCE, _TURN):
        elsewhere = [frozenset(map(by, other.instead)) for other in others]
        together = (act for act in first.instead if all(by(act) in places for places in elsewhere))
        if act := next(together, None):
            return [act]
    return []


def _without_repeats(acts: Iterable[PlacedAct]) -> tuple[PlacedAct, ...]:
    """Each place once, in the order of the call."""
    by_place = {(act.turn, act.start, act.end): act for act in acts}
    return tuple(by_place[place] for place in sorted(by_place))
