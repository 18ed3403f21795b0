"""Whether a transcript is what its object name and the installed persona say it must be, before anything is graded.

A transcript names its own rubric and persona; neither is believed. The persona decides which rubric grades the call,
and both must be the very versions that are installed. An uploaded call has no persona: whoever handed it in chose the
rubric, and nothing about it counts.
"""

from sparring.errors import TranscriptRejected
from sparring.persona import Persona
from sparring.ports import CallRecord
from sparring.rubric import Rubric
from sparring.transcript import UPLOADED, Transcript, object_name


def refuse_forgery(transcript: Transcript, name: str, *, persona: Persona | None, rubric: Rubric) -> None:
    """Compare the transcript with `persona`, installed under its id, and with the rubric which that persona calls for.

    Without a persona it must be an upload, which holds words and no events.

    An older version of the persona passes: calls outlive an upgrade, and nothing is graded by the persona's words.

    Raises:
        TranscriptRejected: naming the first field that differs.
    """
    holds = {
        "call_id": object_name(transcript) == name,
        **(_as_uploaded(transcript, rubric) if persona is None else _as_the_persona_says(transcript, persona)),
        "rubric.id": transcript.rubric.id == rubric.id,
        "rubric.version": transcript.rubric.version == rubric.version,
        "rubric.digest": transcript.rubric.digest == rubric.ref.digest,
    }
    for field, held in holds.items():
        if not held:
            raise TranscriptRejected(name, field, "differs from what is installed here")


def _as_the_persona_says(transcript: Transcript, persona: Persona) -> dict[str, bool]:
    claimed, same_version = transcript.persona, transcript.persona.version == persona.version
    return {
        "attempt.upload": transcript.attempt.upload is None,
        "persona.version": claimed.version <= persona.version,
        "persona.digest": not same_version or claimed.digest == persona.digest,
        "call_type": transcript.call_type == persona.call_type,
        "call_direction": transcript.call_direction == persona.call_direction,
    }


def _as_uploaded(transcript: Transcript, rubric: Rubric) -> dict[str, bool]:
    return {
        "attempt.upload": transcript.attempt.upload is not None,
        "persona.id": transcript.persona.id == UPLOADED,
        "call_type": transcript.call_type == rubric.call_type,
        "events": not transcript.events,
    }


def refuse_replacement(call: CallRecord, *, kept: CallRecord) -> None:
    """Raises: TranscriptRejected when another transcript of this call was read before."""
    if call.transcript_digest != kept.transcript_digest:
        raise TranscriptRejected(call.object_name, "transcript_digest", "differs from the transcript first read")


def call_record(transcript: Transcript, name: str, digest: str) -> CallRecord:
    """What is kept of the call besides its grade."""
    return CallRecord(
        call_id=transcript.call_id,
        tenant_id=transcript.tenant_id,
        location_id=transcript.location_id,
        rep_id=transcript.rep_id,
        persona_id=transcript.persona.id,
        rubric_id=transcript.rubric.id,
        call_type=transcript.call_type,
        difficulty=transcript.difficulty,
        attempt=transcript.attempt.kind,
        started_at=transcript.started_at,
        duration_ms=transcript.duration_ms,
        object_name=name,
        transcript_digest=digest,
        fork_of=transcript.attempt.fork_of,
        exam_id=transcript.attempt.exam,
        uploaded_by=transcript.attempt.upload.by if transcript.attempt.upload else None,
    )
