"""What one opinion is worth on one criterion, once its quotes were looked up in the call.

Flows in: a claim. Flows out: a vote for the level that its evidence supports, or none. Evidence is found by the same
guarded matching as everywhere (`grade/evidence.py`); words said to the grader and the other side's words never are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sparring.grade.evidence import MIN_CONTENT_WORDS, cite, content_words, verify
from sparring.grade.heard.testimony import Hearing, PlacedAct
from sparring.grade.judge.answer import Claim, Quoted
from sparring.grade.judge.wording import plain_words
from sparring.grade.quote import quote_span
from sparring.grade.word_places import heard_surely
from sparring.rubric import Criterion
from sparring.scorecard import Evidence
from sparring.transcript import Speaker

MAX_QUOTES = 8
"""Quotes of one claim that are looked up; what a criterion asks for never needs more."""
MAX_QUOTE_CHARS = 2_000


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote that stands.

    Args:
        level: place in the criterion's levels that the evidence supports.
        claimed: place that the opinion named.
        evidence: its verified quotes.
        lost: its quotes that nobody said.
        sure: none of the evidence was heard with low confidence.
        rationale: its reason, as it gave it.
    """

    level: int
    claimed: int
    evidence: tuple[Evidence, ...]
    lost: tuple[str, ...]
    sure: bool
    rationale: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """An opinion that named a level and had no word to show for it: no vote."""

    claimed: int
    lost: tuple[str, ...]


def weigh(claim: Claim, criterion: Criterion, hearing: Hearing) -> Vote | Withheld:
    """The vote a claim amounts to.

    The lowest level needs no evidence. Any other needs a quote; a claim of which some quotes stand and some do not
    falls to the level below, because the fewest quotes that prove a level were asked for.
    """
    if claim.level == 0:
        return Vote(0, 0, (), (), sure=True, rationale=claim.rationale)
    looked_up = claim.quotes[:MAX_QUOTES]
    found = {quoted: _find(quoted, criterion, hearing) for quoted in looked_up}
    lost = tuple(quoted.quote for quoted, evidence in found.items() if evidence is None)
    evidence = tuple(_without_repeats(one for one in found.values() if one))
    if not evidence:
        return Withheld(claim.level, lost)
    level = max(1, claim.level - 1) if lost else claim.level
    sure = all(heard_surely(hearing.transcript.turns[one.turn], one.start, one.end) for one in evidence)
    return Vote(level, claim.level, evidence, lost, sure, claim.rationale)


def _find(quoted: Quoted, criterion: Criterion, hearing: Hearing) -> Evidence | None:
    if len(quoted.quote) > MAX_QUOTE_CHARS:
        return None
    speaker = Speaker(criterion.said_by)
    found = verify(hearing.transcript, turn=quoted.turn, quote=quoted.quote, speaker=speaker)
    if found is None:
        return _widened(quoted, speaker, hearing)
    excluded = hearing.of(speaker).texts[found.turn].excluded
    return None if any(start < found.end and found.start < end for start, end in excluded) else found


def _widened(quoted: Quoted, speaker: Speaker, hearing: Hearing) -> Evidence | None:
    """The neighbourhood of a quote that stands word for word in the cited turn and says too little alone.

    "How old is she?" is a fair quote and has one word of meaning: it is shown with the sentences beside it.
    """
    said, text = plain_words(quoted.quote), hearing.of(speaker).texts.get(quoted.turn)
    if text is None or len(said.split()) < MIN_CONTENT_WORDS:
        return None
    for sentence in text.sentences:
        if f" {said} " in f" {plain_words(text.text[sentence.start : sentence.end])} ":
            act = PlacedAct(None, None, "", quoted.turn, sentence.start, sentence.end, sure=True)
            start, end = quote_span(hearing, act)
            enough = content_words(text.text[start:end]) >= MIN_CONTENT_WORDS
            return cite(hearing.transcript.turns[quoted.turn], start, end) if enough else None
    return None


def _without_repeats(evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """Each place once, in the order of the call; what another quote holds is not shown twice."""
    kept: list[Evidence] = []
    for one in sorted(evidence, key=lambda piece: (piece.turn, piece.start, -piece.end)):
        if not kept or kept[-1].turn != one.turn or one.end > kept[-1].end:
            kept.append(one)
    yield from kept
