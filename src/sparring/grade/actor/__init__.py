"""The actor is graded too: whether the buyer stayed the buyer. A broken one voids an attempt that counts.

Flows in: a transcript, the persona who took the call, and its scorecard. Flows out: the scorecard with what was found;
void, with the reason and without one number, where the attempt counts. No finding ever costs the rep a point.
"""

from sparring.grade.actor.conduct import too_agreeable, unmoved
from sparring.grade.actor.facts import contradicted, volunteered
from sparring.grade.actor.rewording import left_role
from sparring.grade.actor.speech import out_of_role
from sparring.grade.actor.voices import changed_voice
from sparring.grade.coaching.takeaways import NO_COACHING
from sparring.persona import Persona
from sparring.scorecard import ActorFinding, Scorecard
from sparring.transcript import Transcript

__all__ = ["audited", "findings"]


def findings(transcript: Transcript, persona: Persona) -> tuple[ActorFinding, ...]:
    """What was wrong with the buyer, in the order of the call.

    Facts, terms of agreement and voices are those of the persona, so they are held against the call only when exactly
    this wording of it took the call.
    """
    found = [*out_of_role(transcript, persona), *left_role(transcript), *unmoved(transcript)]
    if transcript.persona.digest == persona.digest:
        found += volunteered(transcript, persona)
        found += contradicted(transcript, persona)
        found += too_agreeable(transcript, persona)
        found += changed_voice(transcript, persona)
    return tuple(sorted(found, key=lambda one: one.evidence.turn))


def audited(scorecard: Scorecard, transcript: Transcript, persona: Persona) -> Scorecard:
    """The scorecard with the findings about the buyer; void when there are any and the attempt counts."""
    found = findings(transcript, persona)
    if not found:
        return scorecard
    if transcript.attempt.kind == "private":
        return scorecard.model_copy(update={"actor": found})
    voided = {
        "status": "void",
        "reason": f"{found[0].sentence} This attempt does not count and costs you nothing: take it again.",
        "totals": None,
        "passed": None,
        "criteria": (),
        "red_lines": (),
        "coaching": NO_COACHING,
        "actor": found,
    }
    return Scorecard.model_validate(dict(scorecard) | voided)
