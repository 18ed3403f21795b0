"""Small valid documents to begin a test from: one short inside call, its rubric, its persona, its grade."""

import json
from datetime import UTC, datetime
from typing import Any

from sparring.appeal import Appeal, AppealAnswer
from sparring.documents import VersionRef, digest_of, dump_document
from sparring.ids import CallId, RepId
from sparring.override import Override
from sparring.persona import Persona
from sparring.ports import CallRecord, Mail
from sparring.rubric import Rubric, find_rubric
from sparring.scorecard import (
    Advice,
    Coaching,
    CriterionResult,
    Delivery,
    Evidence,
    GraderRef,
    Scorecard,
    Totals,
)
from sparring.transcript import Attempt, Ending, Engines, Event, EventKind, Speaker, Transcript, Turn

CALL_ID = CallId("call_0123456789abcdefghij")
OTHER_CALL_ID = CallId("call_zzzzzzzzzzzzzzzzzzzz")
REP_ID = RepId("rep_0123456789abcdefghij")
OTHER_REP_ID = RepId("rep_zzzzzzzzzzzzzzzzzzzz")
STARTED_AT = datetime(2026, 11, 25, 14, 50, tzinfo=UTC)
GRADER = GraderRef(name="rules", version="1")

SAID = (
    (Speaker.REP, "Thank you for calling Harbour Home Care, this is Dana. How can I help you today?"),
    (Speaker.BUYER, "Hi, my father comes home from hospital tomorrow and I do not know where to start."),
    (Speaker.REP, "That sounds like a lot to carry. What happened to your father?"),
    (Speaker.BUYER, "He fell twice. He lives alone."),
    (Speaker.REP, "Could our nurse visit him on Thursday at ten or on Friday at two?"),
    (Speaker.BUYER, "Thursday at ten would be fine."),
)


def call_id(number: int) -> CallId:
    """The `number`-th of many call ids."""
    return CallId(f"call_{number:020d}")


def a_rubric() -> Rubric:
    """The shipped rubric that grades the call."""
    return find_rubric("inside_sales")


def a_persona(**changes: Any) -> Persona:
    """A daughter whose father comes home tomorrow; one open fact and two hidden ones."""
    return Persona.model_validate_json(json.dumps(_PERSONA | changes))


def a_transcript(**changes: Any) -> Transcript:
    """Six typed turns of ten seconds each."""
    persona, rubric = a_persona(), a_rubric()
    whole: dict[str, Any] = {
        "call_id": CALL_ID,
        "tenant_id": "harbour",
        "location_id": "omaha",
        "rep_id": REP_ID,
        "persona": VersionRef(id=persona.id, version=persona.version, digest=persona.digest),
        "rubric": rubric.ref,
        "call_type": "inside",
        "call_direction": "buyer_calls",
        "difficulty": "normal",
        "seed": 7,
        "attempt": Attempt(),
        "engines": Engines(transport="typed", hearing="none", buyer="mind 1", voice="none"),
        "started_at": STARTED_AT,
        "duration_ms": 60_000,
        "turns": tuple(_turn(index, speaker, text) for index, (speaker, text) in enumerate(SAID)),
        "events": (
            Event(kind=EventKind.PICK_UP, at_ms=0),
            Event(kind=EventKind.FACT_EARNED, at_ms=30_000, turn=3, ref="lives_alone"),
            Event(kind=EventKind.HANG_UP, at_ms=60_000, ref="rep"),
        ),
        "ending": Ending(by="rep", complete=True, reason="the rep hung up"),
    }
    return Transcript(**(whole | changes))


def a_scorecard(transcript: Transcript | None = None, **changes: Any) -> Scorecard:
    """A grade of the call: one criterion of each kind of outcome that a report has to show."""
    of = transcript or a_transcript()
    whole: dict[str, Any] = {
        "call_id": of.call_id,
        "tenant_id": of.tenant_id,
        "location_id": of.location_id,
        "rep_id": of.rep_id,
        "persona": of.persona,
        "rubric": of.rubric,
        "grader": GRADER,
        "transcript_digest": digest_of(dump_document(of)),
        "graded_at": datetime(2026, 11, 25, 15, 0, tzinfo=UTC),
        "status": "graded",
        "reason": None,
        "totals": _TOTALS,
        "passed": True,
        "criteria": _criteria(of),
        "red_lines": (),
        "flags": (),
        "delivery": _DELIVERY,
        "coaching": _coaching(of),
    }
    return Scorecard(**(whole | changes))


def a_call_record(transcript: Transcript | None = None) -> CallRecord:
    """What is kept of the call."""
    of = transcript or a_transcript()
    return CallRecord(
        call_id=of.call_id,
        tenant_id=of.tenant_id,
        location_id=of.location_id,
        rep_id=of.rep_id,
        persona_id=of.persona.id,
        rubric_id=of.rubric.id,
        call_type=of.call_type,
        difficulty=of.difficulty,
        attempt=of.attempt.kind,
        started_at=of.started_at,
        duration_ms=of.duration_ms,
        object_name=f"transcripts/{of.started_at:%Y/%m/%d}/{of.call_id}.json",
        transcript_digest=digest_of(dump_document(of)),
        fork_of=of.attempt.fork_of,
        exam_id=of.attempt.exam,
    )


def an_override(**changes: Any) -> Override:
    """A coach who agrees with the grade of `a_scorecard` on one criterion."""
    card = a_scorecard()
    whole: dict[str, Any] = {
        "call_id": card.call_id,
        "transcript_digest": card.transcript_digest,
        "rubric": card.rubric,
        "grader": card.grader,
        "criterion": "names_the_feeling",
        "level": "clear",
        "points": 4,
        "graded_level": "clear",
        "graded_points": 4,
        "reason": "I heard it too.",
        "by": "Coach Ann",
        "at": STARTED_AT,
    }
    return Override(**(whole | changes))


def an_appeal(**changes: Any) -> Appeal:
    """A rep who sees the same criterion otherwise, and whom nobody has answered."""
    said = an_override()
    whole: dict[str, Any] = {
        "call_id": said.call_id,
        "transcript_digest": said.transcript_digest,
        "rubric": said.rubric,
        "grader": said.grader,
        "criterion": said.criterion,
        "turn": 1,
        "why": "I said that it sounds hard.",
        "at": STARTED_AT,
    }
    return Appeal(**(whole | changes))


def an_answer(**changes: Any) -> AppealAnswer:
    """A coach who leaves the grade as it is."""
    whole: dict[str, Any] = {"outcome": "stands", "reason": "It came late.", "by": "Coach Ann", "at": STARTED_AT}
    return AppealAnswer(**(whole | changes))


def a_mail(number: int = 0, *, of: CallId = CALL_ID) -> Mail:
    """One of several mails about a call."""
    return Mail(
        message_id=f"{of}.{number:016d}",
        to_address="dana@example.org",
        subject="Your practice call: 71 of 100",
        text="You asked what happened.\n",
        html="<p>You asked what happened.</p>",
    )


def _turn(index: int, speaker: Speaker, text: str) -> Turn:
    return Turn(
        index=index,
        speaker=speaker,
        text=text,
        start_ms=index * 10_000,
        end_ms=index * 10_000 + 8_000,
        channel="typed",
    )


def _criteria(of: Transcript) -> tuple[CriterionResult, ...]:
    text = of.turns[2].text if len(of.turns) > 2 else ""
    quote = "That sounds like a lot to carry."
    found = Evidence(turn=2, quote=quote, start=0, end=len(quote), at_ms=20_000)
    results = []
    for category, criterion in a_rubric().criteria():
        scored = criterion.kind == "quoted" and text.startswith(quote)
        results.append(
            CriterionResult(
                id=criterion.id,
                category=category.id,
                title=criterion.title,
                status="scored" if scored else "excluded",
                level=criterion.levels[-1].id if scored else None,
                points=criterion.points if scored else None,
                max_points=criterion.points,
                evidence=(found,) if scored else (),
                rationale="You named what the caller is going through." if scored else "This call could not show it.",
            )
        )
    return tuple(results)


def _coaching(of: Transcript) -> Coaching:
    first = next(criterion for _, criterion in a_rubric().criteria())
    advice = Advice(
        criterion=first.id,
        what="You offered a visit before you had asked who else decides.",
        instead_of=None,
        better="Who else in the family would want to be there when our nurse visits?",
        turn=4 if len(of.turns) > 4 else None,
    )
    return Coaching(
        strengths=("You named what the caller was going through before anything else.",),
        fix_first=advice,
        next_up=(advice,),
        try_persona=None,
    )


_TOTALS = Totals(
    scored_points=60,
    granted_points=2,
    excluded_points=3,
    unscored_points=0,
    applicable_points=87,
    rubric_points=90,
    score=71.3,
)

_DELIVERY = Delivery(
    talk_share=0.52,
    longest_monologue_s=8.0,
    pace_wpm=141.0,
    questions=3,
    open_questions=1,
    fillers_per_100_words=1.2,
    patience_ms=900,
    interruptions=0,
)


def _ways(text: str) -> tuple[str, ...]:
    return (text, f"Well, {text}", f"You see, {text}", f"I think {text}")


_FACT = {"topics": ("what_happened",), "lines": _ways("he fell."), "question": "What happened to your father?"}

_PERSONA: dict[str, Any] = {
    "id": "maria",
    "version": 1,
    "name": "Maria Lopez",
    "names": ("Maria",),
    "gender": "female",
    "role": "daughter",
    "summary": "Her father comes home from hospital tomorrow.",
    "situation": "She has never arranged care before and calls the first agency on her list.",
    "goal": "Arrange a visit.",
    "agency": "Harbour Home Care",
    "call_direction": "buyer_calls",
    "call_type": "inside",
    "locale": "en-US",
    "voice": {"local": "ada", "azure": "en-US-Ava", "openai": "alloy"},
    "telephone": True,
    "personality": "Quick, worried, polite.",
    "mood_at_start": "hesitant",
    "interrupt_sensitivity": "medium",
    "opening_line": "Hi, I am calling about my father.",
    "hearing_names": ("Maria Lopez", "Harbour Home Care"),
    "stages": ({"id": "caller"},),
    "facts": (
        {"id": "discharge", "visible": "open", "text": "Her father comes home tomorrow."} | _FACT,
        {"id": "lives_alone", "visible": "hidden", "text": "Her father lives alone and fell twice."} | _FACT,
        {"id": "brother", "visible": "hidden", "text": "Her brother holds the money."}
        | _FACT
        | {"question": "Who else in the family decides with you?"},
    ),
    "objections": (),
    "questions": (),
    "says_name": _ways("it is Maria."),
    "says_contact": _ways("555 0100."),
    "agrees_when": {
        "lines": _ways("yes."),
        "not_yet": _ways("not yet."),
        "confirms": _ways("good."),
        "farewell": _ways("goodbye."),
    },
    "difficulty": "normal",
    "levels": {
        level: {"trust_start": 50, "trust_to_agree": 60, "patience": 100, "settles_when": "answered"}
        for level in ("easy", "normal", "hard")
    },
    "hints": ("Ask what happened.",),
}
