"""Whether the buyer bargained like one: agrees only to what was earned, and moves on when spoken to.

Flows in: the call's events and turns, and the persona's own terms. Flows out: findings. Interrupted turns prove
nothing: what was not heard has not been said.
"""

import re
from collections.abc import Iterator

from sparring.grade.actor.utterances import about, buyer_turns, rep_turns_before, sentences
from sparring.persona import Agreement, Persona
from sparring.persona.out_of_role import gives_in
from sparring.scorecard import ActorFinding
from sparring.speech_acts import ActKind, Context, recognise
from sparring.transcript import Event, EventKind, Speaker, Transcript, Turn

SAME_WORDS = 3  # times the same sentence is said to different words of the rep
SAME_WORDS_AT_LEAST = 4  # words; "yes, please" may come as often as it likes
UNANSWERED_MS = 12_000
UNANSWERED_TIMES = 2

_ASKS_AGAIN = re.compile(
    r"\b(?:again|repeat|pardon|sorry|what was that|didn't (?:catch|hear|get)|come again|say that)\b"
)
_TAKES_UP = frozenset(
    (
        ActKind.ACKNOWLEDGES,
        ActKind.EMPATHY,
        ActKind.ASKS_ABOUT_OBJECTION,
        ActKind.ANSWERS_OBJECTION,
        ActKind.CHECKS_SETTLED,
        ActKind.REFLECTION,
    )
)
TIMES_OF_A_CHOICE = 2
"""Times named at once: "visit at the house, tomorrow five or Thursday ten, which is better" proposes, verb or none."""
_TOO_SOON = "The buyer agreed before you had earned it."
_UNASKED = "They said yes to everything, and nothing had been agreed."
_STUCK = "The buyer was stuck: they kept saying the same thing, whatever you said."
_SILENT = "The buyer was stuck: they did not answer you."


def too_agreeable(transcript: Transcript, persona: Persona) -> Iterator[ActorFinding]:
    """The first agreement that the persona's terms do not bear out."""
    agreed = _agreement(transcript)
    lacking = "" if agreed is None else _lacking(transcript, persona, agreed.index)
    if agreed is not None and lacking:
        yield about(agreed, "too_agreeable", f"{_TOO_SOON} {lacking}")
        return
    for turn in buyer_turns(transcript):
        if agreed is not None and agreed.index <= turn.index:
            return
        for sentence in sentences(turn):
            if gives_in(sentence.lowered):
                yield sentence.finding("too_agreeable", f"{_TOO_SOON} {_UNASKED}")
                return


def unmoved(transcript: Transcript) -> Iterator[ActorFinding]:
    """The same sentence over and over, or no answer at all; one finding at most."""
    repeated = _repeated(transcript)
    silent = _unanswered(transcript)
    if repeated is not None:
        yield about(repeated, "stuck", _STUCK)
    elif silent is not None:
        yield about(silent, "stuck", _SILENT)


def _agreement(transcript: Transcript) -> Turn | None:
    turns = (transcript.turns[event.turn] for event in _events(transcript, EventKind.AGREED) if event.turn is not None)
    return next((turn for turn in turns if not turn.interrupted), None)


def _lacking(transcript: Transcript, persona: Persona, turn: int) -> str:
    """What this persona demands and had not got by `turn`, in a sentence; empty where nothing was missing."""
    wanted = persona.agrees_when
    told = {event.ref for event in _events(transcript, EventKind.FACT_EARNED) if (event.turn or 0) <= turn}
    if not _proposed(transcript, wanted, turn):
        return "Nothing had been proposed to them."
    if not set(wanted.facts) <= told:
        return "You had not found out what matters most to them."
    if len(told) < wanted.facts_at_least:
        return f"They wanted to be asked more: {len(told)} of {wanted.facts_at_least} things had been found out."
    concerns = _open_concerns(transcript, turn)
    passed = next((raised for ref, raised in concerns if _passed_over(transcript, persona, (ref, raised), turn)), None)
    return (
        "" if passed is None else f"Nothing had been said to their concern: \u201c{transcript.turns[passed].text}\u201d"
    )


def _proposed(transcript: Transcript, wanted: Agreement, turn: int) -> bool:
    for said in rep_turns_before(transcript, turn):
        if any(cue in said.text.lower() for cue in wanted.cues):
            return True
        kinds = [act.kind for act in recognise(said.text)]
        if any(kind in wanted.acts for kind in kinds) or kinds.count(ActKind.NAMES_TIME) >= TIMES_OF_A_CHOICE:
            return True
    return False


def _passed_over(transcript: Transcript, persona: Persona, concern: tuple[str, int], turn: int) -> bool:
    """Whether the rep did nothing at all about a concern. A buyer may let one go without saying so."""
    ref, raised_at = concern
    objection = next((one for one in persona.objections if one.id == ref), None)
    if objection is None:
        return False
    helps = _TAKES_UP | set(objection.settled_by) | set(objection.softened_by)
    for said in rep_turns_before(transcript, turn):
        if said.index < raised_at:
            continue
        if any(cue in said.text.lower() for cue in objection.cues):
            return False
        if any(act.kind in helps for act in recognise(said.text, Context(open_objection=objection.kind))):
            return False
    return True


def _open_concerns(transcript: Transcript, turn: int) -> list[tuple[str, int]]:
    """Concerns raised before `turn` and not settled aloud by then, each with the turn that raised it."""
    raised = {
        event.ref: event.turn
        for event in _events(transcript, EventKind.OBJECTION_RAISED)
        if event.turn is not None and event.turn < turn and not transcript.turns[event.turn].interrupted
    }
    settled = {event.ref for event in _events(transcript, EventKind.OBJECTION_SETTLED) if (event.turn or 0) <= turn}
    return [(ref, at) for ref, at in raised.items() if ref is not None and ref not in settled]


def _events(transcript: Transcript, kind: EventKind) -> list[Event]:
    return [event for event in transcript.events if event.kind is kind]


def _repeated(transcript: Transcript) -> Turn | None:
    times: dict[str, int] = {}
    unsure = {event.turn for event in _events(transcript, EventKind.UNSURE_HEARING)}
    heard: set[str] = set()
    fresh = False
    for turn in transcript.turns:
        words = _words(turn.text)
        if turn.speaker is Speaker.REP:
            fresh = words not in heard and turn.index not in unsure and not _ASKS_AGAIN.search(words)
            heard.add(words)
        elif turn.index and fresh and not turn.interrupted and len(words.split()) >= SAME_WORDS_AT_LEAST:
            times[words] = times.get(words, 0) + 1
            if times[words] >= SAME_WORDS:
                return turn
    return None


def _unanswered(transcript: Transcript) -> Turn | None:
    """The rep's turn after which they had to speak again into silence for the second time."""
    times = 0
    for turn, following in zip(transcript.turns, transcript.turns[1:], strict=False):
        if turn.speaker is following.speaker is Speaker.REP and following.start_ms - turn.end_ms >= UNANSWERED_MS:
            times += 1
            if times >= UNANSWERED_TIMES:
                return turn
    return None


def _words(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9']+", text.replace("\u2019", "'").lower()))
