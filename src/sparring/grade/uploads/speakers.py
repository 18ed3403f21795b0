"""Who speaks in a call that was written down elsewhere, and on which side of it they are.

Flows in: turns under the names that the file gives them. Flows out: a side for every turn, or a refusal where nobody
could tell. A label that says what somebody does (`Rep`, `Agent`, `Customer`) is believed; a name is never guessed at.
"""

from collections import Counter
from dataclasses import dataclass

from sparring.errors import TranscriptRejected
from sparring.grade.uploads.parsing import WrittenCall, WrittenTurn, named
from sparring.transcript import Speaker

_REPS = frozenset(
    (
        *(Speaker.REP.value, "representative", "sales rep", "sales representative", "salesperson", "seller", "sales"),
        *("agent", "sales agent", "advisor", "adviser", "care advisor", "care adviser"),
    )
)
_BUYERS = frozenset((Speaker.BUYER.value, "customer", "client", "prospect", "prospective client"))
"""`Caller` is in neither: a rep calls too."""


@dataclass(frozen=True, slots=True)
class SpeakerHeard:
    """Somebody who speaks: under which name, how often, and the first thing they say, to be told apart by."""

    name: str
    turns: int
    first: str


def speakers_in(call: WrittenCall) -> tuple[SpeakerHeard, ...]:
    """In the order they first speak."""
    counts = Counter(named(line.speaker) for line in call.lines)
    first: dict[str, WrittenTurn] = {}
    for line in call.lines:
        first.setdefault(named(line.speaker), line)
    return tuple(SpeakerHeard(line.speaker, counts[name], line.text) for name, line in first.items())


@dataclass(frozen=True, slots=True)
class RepByLabel:
    """Whom the labels say to be the rep. `label`: the one that says so, the rep's own or that of the other side."""

    name: str
    label: str


def rep_by_label(call: WrittenCall) -> RepByLabel | None:
    """The rep, or None where labels do not tell.

    They do where each of them says what somebody does, and one says the rep; and between two people where one does: the
    other one is then the other side, unless something in their name cannot be seen.
    """
    written = {named(line.speaker): line.speaker for line in reversed(call.lines)}  # as first written
    reps, buyers = written.keys() & _REPS, written.keys() & _BUYERS
    others = written.keys() - reps - buyers
    if len(reps) > 1 or not all(map(str.isprintable, others)):
        return None
    if reps and (not others or len(written) == 2):
        (rep,) = reps
        return RepByLabel(written[rep], written[rep])
    if others and buyers and len(written) == 2:
        (rep,), (buyer,) = others, buyers
        return RepByLabel(written[rep], written[buyer])
    return None


def sides_of(call: WrittenCall, rep_speaker: str | None, *, source: str) -> list[Speaker]:
    """The side of each turn.

    Args:
        call: what was said.
        rep_speaker: the rep's name in the file, everybody else being the buyer's side; None: the labels say so.
        source: what the error calls the file.

    Raises:
        TranscriptRejected: nobody of that name speaks, or the labels do not say who is the rep.
    """
    told = rep_by_label(call) if rep_speaker is None else None
    rep = rep_speaker or (told.name if told else None)
    if rep is None:
        raise TranscriptRejected(
            source,
            _first_unclear(call).place,
            "names somebody who may be the rep or not: call the two sides Rep and Buyer, or say which of the names is "
            "the rep (--rep-speaker)",
        )
    sides = [Speaker.REP if named(line.speaker) == named(rep) else Speaker.BUYER for line in call.lines]
    if Speaker.REP not in sides:
        raise TranscriptRejected(source, "rep_speaker", "names nobody who speaks in it")
    return sides


def _first_unclear(call: WrittenCall) -> WrittenTurn:
    """Under a label that says nothing; where there is none, two of them say rep, or all of them the other side."""
    unclear = (line for line in call.lines if named(line.speaker) not in _REPS | _BUYERS)
    reps = (line for line in call.lines if named(line.speaker) in _REPS)
    return next(unclear, None) or next(reps, None) or call.lines[0]
