"""A model's answer, read strictly: exactly the form's criteria, each with quotes, a rationale and one of its levels.

Flows in: text. Flows out: claims, which nobody believes yet. A truncated, doubled or decorated answer is refused whole:
an answer that has to be mended is a guess at what was meant.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from sparring.documents import Document, parse_document
from sparring.errors import AnswerRejected
from sparring.rubric import Criterion

MAX_ANSWER_BYTES = 262_144

D = TypeVar("D", bound=Document)


class Quoted(Document):
    """Words that are claimed to stand in a turn. The turn's number is a hint: it may be any."""

    turn: int
    quote: str


class _Claim(Document):
    evidence: tuple[Quoted, ...]
    rationale: str
    level: str


class _Section(Document):
    criteria: dict[str, _Claim]


class Praise(Document):
    """A sentence about what went well, bound to a criterion."""

    criterion: str
    sentence: str


class Suggestion(Document):
    """What to do better and a sentence to say instead, bound to a criterion."""

    criterion: str
    what: str
    better: str


class CoachWords(Document):
    """A model's words for the coaching, which nobody believes yet."""

    strengths: tuple[Praise, ...]
    advice: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """What one opinion says of one criterion. `level` is the place of the level in the criterion's own list."""

    criterion: str
    level: int
    rationale: str
    quotes: tuple[Quoted, ...]


def read_section(text: str, criteria: Sequence[Criterion]) -> tuple[Claim, ...]:
    """The claims about `criteria`, in their order. Raises: AnswerRejected."""
    answered = _parsed(text, _Section).criteria
    if set(answered) != {criterion.id for criterion in criteria}:
        raise AnswerRejected("answer", "criteria", "not exactly the form's criteria")
    return tuple(_claim(criterion, answered[criterion.id]) for criterion in criteria)


def read_coaching(text: str) -> CoachWords:
    """Raises: AnswerRejected."""
    return _parsed(text, CoachWords)


def _parsed(text: str, model: type[D]) -> D:
    try:
        data = text.encode()
    except UnicodeEncodeError:  # half a surrogate pair: not text
        raise AnswerRejected("answer", "", "not UTF-8") from None
    return parse_document(data, model, source="answer", max_bytes=MAX_ANSWER_BYTES, rejected=AnswerRejected)


def _claim(criterion: Criterion, claim: _Claim) -> Claim:
    wanted = claim.level.strip().lower()  # some services do not promise the case of enumerated values
    places = [place for place, level in enumerate(criterion.levels) if level.id == wanted]
    if not places:
        raise AnswerRejected("answer", f"criteria.{criterion.id}.level", "not one of its levels")
    return Claim(criterion.id, places[0], claim.rationale, claim.evidence)
