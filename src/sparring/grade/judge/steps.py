"""What the model judge does between its questions: pure steps, each a function that may run in a process of its own.

Flows in: a call, its grade by the rules, answers. Flows out: the questions to ask, the quotes that nobody said, and the
scorecard. What is measured, what does not apply, red lines and remarks are the rules' in either case.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from sparring.errors import GradeFailed
from sparring.grade.coaching import NO_COACHING, coach
from sparring.grade.judge.answer import Claim, CoachWords
from sparring.grade.judge.coaching import worded_by
from sparring.grade.judge.form import coaching_form, in_order, judged, section_form, section_name
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
from sparring.grade.score import passed, total
from sparring.grade.testimony import Hearing, hear
from sparring.ports import JudgeQuestion
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


def unfound(
    transcript: Transcript, rubric: Rubric, sections: Sequence[Section], opinions: Sequence[Opinion]
) -> tuple[tuple[str, ...], ...]:
    """For each section the quotes that nobody said, when so many of its quotes are that it must be asked again."""
    hearing = _heard(transcript, rubric)
    return tuple(
        _too_many_lost(
            weigh(claim, criterion, hearing) for claim, criterion in zip(opinion, section.criteria, strict=True)
        )
        for section, opinion in zip(sections, opinions, strict=True)
    )


def settle(
    transcript: Transcript,
    rubric: Rubric,
    *,
    base: Scorecard,
    opinions: Iterable[Opinion],
    model: str,
) -> Scorecard:
    """The scorecard that the opinions amount to, in the rules' words of coaching.

    Raises: GradeFailed when too many quotes were invented, or nothing is left to score.
    """
    hearing = _heard(transcript, rubric)
    weighed = _weighed(opinions, rubric, hearing)
    quotes, lost = _counted(weighed.values())
    if lost >= MIN_LOST and 1 - lost / quotes < MIN_VERIFIED_SHARE:
        raise GradeFailed(UNVERIFIED)
    results = tuple(_results(rubric, base, weighed, hearing))
    totals = total(rubric, results)
    if totals is None:
        raise GradeFailed(_NOTHING_STANDS)
    return base.model_copy(
        update={
            "totals": totals,
            "passed": passed(rubric, totals, base.red_lines),
            "criteria": results,
            "coaching": coach(rubric, hearing, results, red_lines=base.red_lines),
            "judging": _judging(results, weighed, model=model),
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
        schema_name=f"{rubric.ref.digest[:12]}_coaching",
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


Weighed = Mapping[str, Sequence[Vote | Withheld]]
"""Opinions by criterion, in the order in which they were asked for."""


def _weighed(opinions: Iterable[Opinion], rubric: Rubric, hearing: Hearing) -> Weighed:
    known = {criterion.id: criterion for _, criterion in rubric.criteria()}
    weighed: dict[str, list[Vote | Withheld]] = {}
    for opinion in opinions:
        for claim in opinion:
            weighed.setdefault(claim.criterion, []).append(weigh(claim, known[claim.criterion], hearing))
    return weighed


def _results(rubric: Rubric, base: Scorecard, weighed: Weighed, hearing: Hearing) -> Iterator[CriterionResult]:
    """The model's where it was asked and the criterion applies, the rules' elsewhere."""
    record = record_of(hearing)
    by_rules = {result.id: result for result in base.criteria}
    for category, criterion in rubric.criteria():
        opinions, stands = weighed.get(criterion.id, ()), by_rules[criterion.id]
        if not opinions or stands.status == "not_applicable":
            yield stands
            continue
        result = decide(category, criterion, opinions, record=record)
        yield stands if _misses_unsure_words(result, stands, criterion) else result


def _misses_unsure_words(result: CriterionResult, stands: CriterionResult, criterion: Criterion) -> bool:
    """Whether the rules found more in words heard with low confidence: then a person listens, and nothing is lost."""
    places = {level.id: place for place, level in enumerate(criterion.levels)}
    if stands.status != "listen" or result.status != "scored" or not stands.level or not result.level:
        return False
    return places[result.level] < places[stands.level]


def _judging(results: Sequence[CriterionResult], weighed: Weighed, *, model: str) -> Judging:
    agreed = [result.agreement for result in results if result.agreement is not None]
    quotes, lost = _counted(weighed.values())
    return Judging(
        model=model,
        samples=min(map(len, weighed.values()), default=0),
        agreement=round(fmean(agreed), 3) if agreed else None,
        disputed=tuple(result.id for result in results if result.disputed),
        quotes=quotes,
        unverified_quotes=lost,
        stand_in=None,
        coached_by="rules",
    )


def _counted(opinions: Iterable[Sequence[Vote | Withheld]]) -> tuple[int, int]:
    """How many quotes were given, and how many of them were not found."""
    flat = [opinion for group in opinions for opinion in group]
    lost = sum(len(opinion.lost) for opinion in flat)
    return lost + sum(len(opinion.evidence) for opinion in flat if isinstance(opinion, Vote)), lost


def _too_many_lost(opinions: Iterable[Vote | Withheld]) -> tuple[str, ...]:
    kept = list(opinions)
    quotes, lost = _counted([kept])
    if not quotes or 1 - lost / quotes >= MIN_VERIFIED_SHARE:
        return ()
    return tuple(quote for opinion in kept for quote in opinion.lost)
