"""What the model judge does between its questions: pure steps, each a function that may run in a process of its own.

Flows in: a call, its grade by the rules, answers. Flows out: the questions to ask, the answers with their quotes looked
up, and the scorecard. What is measured, what does not apply, red lines and remarks are the rules' in either case.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from sparring.errors import GradeFailed
from sparring.grade.coaching.takeaways import NO_COACHING, coach
from sparring.grade.heard.testimony import Hearing, hear
from sparring.grade.judge.answer import Claim, CoachWords
from sparring.grade.judge.coaching import worded_by
from sparring.grade.judge.form import coaching_form, coaching_name, in_order, judged, section_form, section_name
from sparring.grade.judge.panel import decide
from sparring.grade.judge.prompt import (
    MAX_MATERIAL_CHARS,
    coaching_instructions,
    coaching_material,
    instructions,
    material,
)
from sparring.grade.judge.votes import Vote, Withheld, weigh
from sparring.grade.judge.wording import record_of
from sparring.grade.rules.reasons import parts_missing
from sparring.grade.score import passed, total
from sparring.ports import Clock, JudgeQuestion
from sparring.rubric import Criterion, Rubric
from sparring.scorecard import CriterionResult, Judging, Scorecard
from sparring.transcript import Transcript

MIN_LOST = 3
"""Invented quotes below which a call keeps its grade whatever their share: each costs its own criterion its level."""
MIN_VERIFIED_SHARE = 0.8
"""Share of quotes that must stand: a section below it is asked once more, a call below it has no grade by the model."""

UNVERIFIED = "The grading model quoted too much that was not said on this call."
_TOO_LONG = "The call is too long for the grading model."
_NOTHING_STANDS = "Nothing the grading model claimed about this call could be verified."

Opinion = tuple[Claim, ...]
"""What one answer says of the criteria of its section."""


@dataclass(frozen=True, slots=True)
class Section:
    """One question: `criteria` in the order of its form."""

    criteria: tuple[Criterion, ...]
    question: JudgeQuestion


def prepare(
    transcript: Transcript, rubric: Rubric, base: Scorecard, *, samples: int, nonce: str
) -> tuple[Section, ...]:
    """The questions to ask: each section, `samples` times in different orders. `base` is the rules' grade.

    Raises: GradeFailed when the call is longer than a model takes in.
    """
    text = material(_heard(transcript, rubric), nonce=nonce)
    if len(text) > MAX_MATERIAL_CHARS:
        raise GradeFailed(_TOO_LONG)
    return tuple(_sections(rubric, base, text, samples=samples, nonce=nonce))


@dataclass(frozen=True, slots=True)
class Check:
    """One opinion on one criterion with its quotes looked up, so long after the first of them and for so long."""

    criterion: str
    opinion: Vote | Withheld
    after_ms: float
    took_ms: float

    @property
    def lost(self) -> tuple[str, ...]:
        """Its quotes that nobody said."""
        return self.opinion.lost

    @property
    def found(self) -> int:
        """How many of its quotes stand."""
        return len(self.opinion.evidence) if isinstance(self.opinion, Vote) else 0


def verify(
    transcript: Transcript, rubric: Rubric, opinions: Sequence[Opinion], *, clock: Clock
) -> tuple[tuple[Check, ...], ...]:
    """Every claim of every opinion, its quotes looked up in the call."""
    began_s, hearing = clock.monotonic_s(), _heard(transcript, rubric)
    known = {criterion.id: criterion for _, criterion in rubric.criteria()}

    def check(claim: Claim) -> Check:
        at_s = clock.monotonic_s()
        opinion = weigh(claim, known[claim.criterion], hearing)
        took_ms = (clock.monotonic_s() - at_s) * 1000
        return Check(claim.criterion, opinion, (at_s - began_s) * 1000, took_ms)

    return tuple(tuple(check(claim) for claim in opinion) for opinion in opinions)


def too_many_lost(checks: Sequence[Check]) -> tuple[str, ...]:
    """An opinion's quotes that nobody said, when so many of them are that its section must be asked again."""
    quotes, lost = _counted(checks)
    if not quotes or 1 - lost / quotes >= MIN_VERIFIED_SHARE:
        return ()
    return tuple(quote for check in checks for quote in check.lost)


def settle(
    transcript: Transcript,
    rubric: Rubric,
    *,
    base: Scorecard,
    checks: Sequence[Check],
    model: str,
) -> Scorecard:
    """The scorecard that the checked opinions amount to, in the rules' words of coaching.

    Raises: GradeFailed when too many quotes were invented, or nothing is left to score.
    """
    hearing = _heard(transcript, rubric)
    quotes, lost = _counted(checks)
    if lost >= MIN_LOST and 1 - lost / quotes < MIN_VERIFIED_SHARE:
        raise GradeFailed(UNVERIFIED)
    results = tuple(_results(rubric, base, checks, hearing))
    totals = total(rubric, results)
    if totals is None:
        raise GradeFailed(_NOTHING_STANDS)
    return base.model_copy(
        update={
            "totals": totals,
            "passed": passed(rubric, totals, base.red_lines),
            "criteria": results,
            "coaching": coach(rubric, hearing, results, red_lines=base.red_lines, missing=parts_missing),
            "judging": _judging(results, checks, model=model),
        }
    )


def stand_in(base: Scorecard, *, model: str, reason: str) -> Scorecard:
    """The rules' grade, labelled as standing in for the model's."""
    judging = Judging(
        model=model,
        samples=0,
        agreement=None,
        disputed=(),
        quotes=0,
        unverified_quotes=0,
        stand_in=reason,
        coached_by="rules",
    )
    flag = f"The rules graded this call in the model's place. {reason}"
    return base.model_copy(update={"judging": judging, "flags": (*base.flags, flag)})


def coaching_question(transcript: Transcript, rubric: Rubric, scorecard: Scorecard, *, nonce: str) -> JudgeQuestion:
    """Asks for the coaching's words."""
    return JudgeQuestion(
        instructions=coaching_instructions(rubric, nonce=nonce),
        material=coaching_material(_heard(transcript, rubric), rubric, scorecard, nonce=nonce),
        schema_name=coaching_name(rubric),
        schema=coaching_form(rubric),
    )


def coached(transcript: Transcript, rubric: Rubric, scorecard: Scorecard, words: CoachWords) -> Scorecard:
    """The scorecard with as many of the model's words as are borne out."""
    record = record_of(_heard(transcript, rubric))
    coaching = worded_by(words, scorecard, rubric, record=record)
    if coaching is None or scorecard.judging is None:
        return scorecard
    judging = scorecard.judging.model_copy(update={"coached_by": "model"})
    return scorecard.model_copy(update={"coaching": coaching, "judging": judging})


def no_coaching(scorecard: Scorecard) -> bool:
    """Whether there is nothing to word."""
    return scorecard.coaching == NO_COACHING


def _heard(transcript: Transcript, rubric: Rubric) -> Hearing:
    return hear(transcript, buyer_acts=any(criterion.said_by == "buyer" for _, criterion in rubric.criteria()))


def _sections(rubric: Rubric, base: Scorecard, text: str, *, samples: int, nonce: str) -> Iterator[Section]:
    """Every section with anything to judge. Its form is the same on every call, applicable or not."""
    off = {result.id for result in base.criteria if result.status == "not_applicable"}
    for category in rubric.categories:
        asked = judged(category)
        if all(criterion.id in off for criterion in asked):
            continue
        for sample in range(samples):
            criteria = in_order(asked, sample=sample)
            question = JudgeQuestion(
                instructions=instructions(rubric, category, criteria, nonce=nonce),
                material=text,
                schema_name=section_name(rubric, category, sample=sample),
                schema=section_form(criteria),
            )
            yield Section(criteria, question)


def _results(rubric: Rubric, base: Scorecard, checks: Iterable[Check], hearing: Hearing) -> Iterator[CriterionResult]:
    """The model's where it was asked and the criterion applies, the rules' elsewhere."""
    opinions: dict[str, list[Vote | Withheld]] = defaultdict(list)
    for check in checks:
        opinions[check.criterion].append(check.opinion)
    record = record_of(hearing)
    by_rules = {result.id: result for result in base.criteria}
    for category, criterion in rubric.criteria():
        stands = by_rules[criterion.id]
        if criterion.id not in opinions or stands.status == "not_applicable":
            yield stands
            continue
        result = decide(category, criterion, opinions[criterion.id], record=record)
        yield stands if _misses_unsure_words(result, stands, criterion) else result


def _misses_unsure_words(result: CriterionResult, stands: CriterionResult, criterion: Criterion) -> bool:
    """Whether the rules found more in words heard with low confidence: then a person listens, and nothing is lost."""
    places = {level.id: place for place, level in enumerate(criterion.levels)}
    if stands.status != "listen" or result.status != "scored" or not stands.level or not result.level:
        return False
    return places[result.level] < places[stands.level]


def _judging(results: Sequence[CriterionResult], checks: Sequence[Check], *, model: str) -> Judging:
    agreed = [result.agreement for result in results if result.agreement is not None]
    quotes, lost = _counted(checks)
    return Judging(
        model=model,
        samples=min(Counter(check.criterion for check in checks).values(), default=0),
        agreement=round(fmean(agreed), 3) if agreed else None,
        disputed=tuple(result.id for result in results if result.disputed),
        quotes=quotes,
        unverified_quotes=lost,
        stand_in=None,
        coached_by="rules",
    )


def _counted(checks: Sequence[Check]) -> tuple[int, int]:
    """How many quotes were given, and how many of them were not found."""
    lost = sum(len(check.lost) for check in checks)
    return lost + sum(check.found for check in checks), lost
