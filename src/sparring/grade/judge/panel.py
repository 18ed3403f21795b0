"""Several opinions on one criterion become one result: the median level, how far they agreed, and on what words.

Flows in: votes. Flows out: a `CriterionResult`. Points are the level's, from the rubric. Taking the median of three
roughly halves the noise of a judge that now and then moves by a level; it does nothing against a bias.
"""

from collections.abc import Sequence
from statistics import median_low

from sparring.grade.judge.votes import Vote, Withheld
from sparring.grade.judge.wording import Record, borne_out
from sparring.rubric import Category, Criterion
from sparring.scorecard import CriterionResult

MAX_RATIONALE_CHARS = 400

_LOW_CONFIDENCE = "The deciding words were heard with low confidence. Please listen before this is scored."
_NOT_FOUND = "The grader gave this a level without words from the call that bear it out, so it is not scored."


def decide(
    category: Category, criterion: Criterion, opinions: Sequence[Vote | Withheld], *, record: Record
) -> CriterionResult:
    """The result of a criterion on which at least one opinion was given.

    With most opinions withheld there is no level. A level that rests on unsurely heard words is up for listening.
    """
    votes = [opinion for opinion in opinions if isinstance(opinion, Vote)]
    if 2 * len(votes) <= len(opinions):
        return _result(category, criterion, rationale="", withheld=_NOT_FOUND)
    place = median_low([vote.level for vote in votes])
    level = criterion.levels[place]
    vote = _spokesman(votes, place)
    listen = bool(vote.evidence) and not vote.sure
    shared = len(opinions) > 1
    result = _result(
        category, criterion, rationale=_rationale(criterion, vote, record), withheld=_withheld(vote, listen=listen)
    )
    return result.model_copy(
        update={
            "status": "listen" if listen else "scored",
            "level": level.id,
            "points": None if listen else level.points,
            "evidence": vote.evidence,
            "agreement": sum(one.level == place for one in votes) / len(opinions) if shared else None,
            "disputed": shared and is_disputed(criterion, [one.level for one in votes]),
        }
    )


def is_disputed(criterion: Criterion, places: Sequence[int]) -> bool:
    """Whether the opinions lie more than half of the criterion's points apart."""
    points = [criterion.levels[place].points for place in places]
    return 2 * (max(points) - min(points)) > criterion.points


def _spokesman(votes: Sequence[Vote], place: int) -> Vote:
    """Of the votes for the level the first that claimed no more than that, for its reason fits the level."""
    same = [vote for vote in votes if vote.level == place]
    return next((vote for vote in same if vote.claimed == place), same[0])


def _rationale(criterion: Criterion, vote: Vote, record: Record) -> str:
    """The level's own check, and the opinion's reason where it argues for this very level and the call bears it out."""
    check = criterion.levels[vote.level].check
    reason = borne_out(vote.rationale, record, most_chars=MAX_RATIONALE_CHARS) if vote.claimed == vote.level else None
    return f"{check} {reason}" if reason else check


def _withheld(vote: Vote, *, listen: bool) -> str | None:
    if listen:
        return _LOW_CONFIDENCE
    if not vote.lost:
        return None
    return (
        f"{len(vote.lost)} of {len(vote.lost) + len(vote.evidence)} quotes given for a higher level "
        "do not stand in the call, so it fell to what the others support."
    )


def _result(category: Category, criterion: Criterion, *, rationale: str, withheld: str | None) -> CriterionResult:
    """With no level yet."""
    return CriterionResult(
        id=criterion.id,
        category=category.id,
        title=criterion.title,
        status="unscored",
        level=None,
        points=None,
        max_points=criterion.points,
        evidence=(),
        rationale=rationale,
        withheld=withheld,
    )
