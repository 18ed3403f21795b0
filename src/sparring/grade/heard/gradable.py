"""Whether a call can be graded at all. A call that cannot is a state with a reason, never a low score."""

import re
from collections.abc import Iterator, Sequence

from sparring.grade.heard.testimony import Hearing
from sparring.grade.word_places import heard_surely
from sparring.signals import Moment
from sparring.speech_acts import ActKind
from sparring.speech_acts.text.fillers import unheld
from sparring.transcript import EventKind, Speaker, Transcript, Turn

MIN_REP_TURNS = 4
MIN_REP_WORDS = 40
MAX_UNSURE_SHARE = 0.5
"""Share of the rep's spoken words heard with low confidence above which the record is broken."""
LATE_START_MS = 30_000
"""A record whose first words come later than this after pick-up has lost its beginning."""

_AT_ONCE = re.compile(
    r"\b(?:right now|right away|hang up|this minute|immediately|get off the phone|now)\b", re.IGNORECASE
)


def why_not_gradable(hearing: Hearing) -> str | None:
    """The reason in one sentence, or None when the call can be graded."""
    return next(_reasons(hearing), None)


def _reasons(hearing: Hearing) -> Iterator[str]:
    """What stands against grading, the most telling first."""
    texts, transcript = hearing.rep.texts, hearing.transcript
    turns = [turn for turn in transcript.turns if turn.speaker is Speaker.REP and texts[turn.index].text.strip()]
    words = sum(len(unheld(texts[turn.index].text).text.split()) for turn in turns)
    if not any(turn.speaker is Speaker.BUYER for turn in transcript.turns):
        yield "The buyer said nothing, so there was no call to grade."
    if hearing.first(Moment.JOB_SOUGHT):
        yield "The caller was looking for work, not for care, so there was no inquiry to grade."
    if _sent_to_911(hearing):
        yield "It was an emergency and you told the caller to dial 911. That is all there was to do."
    if len(turns) < MIN_REP_TURNS:
        yield f"The call was too short to grade: you spoke {_times(len(turns))}, at least {MIN_REP_TURNS} are needed."
    if words < MIN_REP_WORDS:
        yield f"The call was too short to grade: you said {words} words, at least {MIN_REP_WORDS} are needed."
    if _lost_its_beginning(transcript):
        yield "The beginning of the call is missing from the record, so it cannot be graded fairly."
    if _unsure_share(turns) > MAX_UNSURE_SHARE:
        yield "Most of what you said could not be heard well enough to grade."


def remarks(hearing: Hearing) -> tuple[str, ...]:
    """What a reader of the grade should know about the record, without any effect on the score."""
    found = []
    if not hearing.transcript.ending.complete:
        found.append(f"The call ended early ({hearing.transcript.ending.reason}); what was said until then is graded.")
    found += [
        f"Turn {index + 1} speaks to whoever scores the call. It counts neither for nor against you."
        for index in hearing.addressed
    ]
    return tuple(found)


def _sent_to_911(hearing: Hearing) -> bool:
    """After an emergency was heard; or at once and as the last thing, of one that only the rep understood."""
    told = [act.turn for act in hearing.rep.of_kinds((ActKind.CALL_911,))]
    emergency = hearing.first(Moment.EMERGENCY_RAISED)
    if emergency is not None and any(turn > emergency.turn for turn in told):
        return True
    last = hearing.rep.speaking[-1:]
    return told[-1:] == [*last] and bool(last) and _AT_ONCE.search(hearing.rep.texts[last[0]].text) is not None


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _lost_its_beginning(transcript: Transcript) -> bool:
    first = transcript.turns[0]
    opening = [event for event in transcript.events if event.at_ms < first.start_ms]
    late = first.start_ms > LATE_START_MS and not transcript.ending.complete
    return late or any(event.kind is EventKind.RECONNECTED for event in opening)


def _unsure_share(turns: Sequence[Turn]) -> float:
    spoken = [turn for turn in turns if turn.channel == "voice"]
    total = sum(len(turn.text.split()) for turn in spoken)
    unsure = sum(len(turn.text.split()) for turn in spoken if not heard_surely(turn, 0, len(turn.text)))
    return unsure / total if total else 0.0
