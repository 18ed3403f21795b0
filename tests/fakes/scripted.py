"""Calls from scripts: `R:` and `B:` lines become a transcript, typed or spoken, with the events a test asks for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from sparring.documents import digest_of, dump_document
from sparring.grade.heard.testimony import Hearing, hear
from sparring.grade.rules.grader import grade
from sparring.ids import CallId, RepId
from sparring.rubric import Rubric, find_rubric
from sparring.scorecard import CriterionResult, Scorecard
from sparring.transcript import Attempt, Ending, Engines, Event, Speaker, Transcript, Turn, VersionRef, Word

AT = datetime(2026, 1, 5, 15, 0, tzinfo=UTC)
WORD_MS = 400
GAP_MS = 500


@dataclass(frozen=True)
class Call:
    """A call to be graded.

    Args:
        script: lines that begin with `R:` or `B:`; blank lines are left out.
        channel: spoken turns have times of 400 ms a word and half a second between turns; typed ones have none.
        events: besides turns.
        confidence: of each rep turn by index; others are heard at .95.
        words: word probabilities of a rep turn by index.
    """

    script: str
    side: Literal["inside", "outside"] = "inside"
    channel: Literal["voice", "typed"] = "typed"
    events: tuple[Event, ...] = ()
    confidence: dict[int, float] = field(default_factory=dict)
    words: dict[int, float] = field(default_factory=dict)
    ending: Ending = field(default_factory=lambda: Ending(by="buyer", complete=True, reason="the buyer hung up"))

    @property
    def rubric(self) -> Rubric:
        """The shipped rubric for this kind of call."""
        return find_rubric(f"{self.side}_sales")

    def transcript(self) -> Transcript:
        """The call as the grader gets it."""
        turns = self._turns()
        return Transcript(
            call_id=CallId("call_00000000000000000000"),
            tenant_id="test",
            location_id="test",
            rep_id=RepId("rep_00000000000000000000"),
            persona=VersionRef(id="test", version=1, digest=digest_of(b"test")),
            rubric=self.rubric.ref,
            call_type=self.side,
            call_direction="buyer_calls" if self.side == "inside" else "rep_calls",
            difficulty="normal",
            seed=1,
            attempt=Attempt(),
            engines=Engines(transport="test", hearing="test", buyer="test", voice="test"),
            started_at=AT,
            duration_ms=turns[-1].end_ms if turns else 0,
            turns=tuple(turns),
            events=self.events,
            ending=self.ending,
        )

    def hearing(self, *, buyer_acts: bool = False) -> Hearing:
        """What the rules grader makes of the words."""
        return hear(self.transcript(), buyer_acts=buyer_acts)

    def grade(self, rubric: Rubric | None = None) -> Scorecard:
        """The grade of the call."""
        return graded(self.transcript(), rubric or self.rubric)

    def _turns(self) -> list[Turn]:
        turns: list[Turn] = []
        at_ms = 0
        lines = [line.strip() for line in self.script.splitlines() if line.strip()]
        for index, line in enumerate(lines):
            turn = self._turn(index, line, at_ms)
            turns.append(turn)
            at_ms = turn.end_ms + GAP_MS if self.channel == "voice" else 0
        return turns

    def _turn(self, index: int, line: str, at_ms: int) -> Turn:
        speaker = Speaker.REP if line.startswith("R:") else Speaker.BUYER
        text = line[2:].strip()
        spoken = self.channel == "voice"
        return Turn(
            index=index,
            speaker=speaker,
            text=text,
            start_ms=at_ms,
            end_ms=at_ms + WORD_MS * len(text.split()) if spoken else at_ms,
            channel=self.channel,
            confidence=self.confidence.get(index, 0.95) if spoken and speaker is Speaker.REP else None,
            words=_words(text, at_ms, self.words[index]) if index in self.words else (),
        )


def graded(transcript: Transcript, rubric: Rubric) -> Scorecard:
    """The rules grade of a transcript at a fixed time."""
    return grade(transcript, rubric, transcript_digest=digest_of(dump_document(transcript)), graded_at=AT)


def result_of(scorecard: Scorecard, criterion: str) -> CriterionResult:
    """One criterion's result."""
    return next(result for result in scorecard.criteria if result.id == criterion)


def points_of(scorecard: Scorecard) -> dict[str, int | None]:
    """Points by criterion."""
    return {result.id: result.points for result in scorecard.criteria}


def without(transcript: Transcript, indices: Sequence[int]) -> Transcript:
    """The call as if these turns had never been said, numbered anew."""
    kept = [turn for turn in transcript.turns if turn.index not in indices]
    return with_turns(transcript, kept)


def with_turns(transcript: Transcript, turns: Sequence[Turn]) -> Transcript:
    """The same call with other turns, numbered anew; events follow their turns, and go where these went."""
    places = {id(turn): place for place, turn in reversed(list(enumerate(turns)))}
    moved = [places.get(id(turn)) for turn in transcript.turns]
    numbered = tuple(turn.model_copy(update={"index": index}) for index, turn in enumerate(turns))
    events = tuple(
        event if event.turn is None else event.model_copy(update={"turn": moved[event.turn]})
        for event in transcript.events
        if event.turn is None or moved[event.turn] is not None
    )
    return transcript.model_copy(update={"turns": numbered, "events": events})


def _words(text: str, at_ms: int, probability: float) -> tuple[Word, ...]:
    return tuple(
        Word(text=word, start_ms=at_ms + WORD_MS * place, probability=probability)
        for place, word in enumerate(text.split())
    )
