"""What came near and did not count: the rep's own words, when they were said, and why they fell short.

Flows in: a criterion, the level it reached, what showed it, and a hearing. Flows out: a sentence that follows the
level's own check. It moves no level. What comes near is the rubric's to say; words heard with low confidence never do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sparring.grade.heard.testimony import PlacedAct
from sparring.grade.rules.checks import Checks, Finding
from sparring.grade.rules.quoting import said
from sparring.rubric import Criterion, Level, NearMiss
from sparring.signals import Said


def near_miss(criterion: Criterion, reached: Level, finding: Finding, checks: Checks) -> str:
    """The nearest one; empty where nothing came near, and at the highest level, which leaves nothing to miss."""
    if reached is criterion.levels[-1] or not criterion.near_misses:
        return ""
    surely = replace(checks, sure_only=True) if checks.hearing.of(checks.said_by).unsure else checks
    for near in _above(criterion, reached):
        act = next((one for one in _nearest_first(near, surely) if not _earned(one, finding)), None)
        if act is not None:
            who = "They" if near.said_by not in (None, criterion.said_by) else "You"
            so = "count" if reached is criterion.levels[0] else "earn more"
            return f"{who} said {said(checks.hearing, act)}, which does not {so}: {near.because}."
    return ""


def _above(criterion: Criterion, reached: Level) -> Iterator[NearMiss]:
    """Those of the levels above the one reached."""
    points = {level.id: level.points for level in criterion.levels}
    return (one for one in criterion.near_misses if points.get(one.misses or "", criterion.points) > reached.points)


def _nearest_first(near: NearMiss, checks: Checks) -> Iterator[PlacedAct]:
    """The first of a call comes first, but the last of what is to follow something: there the call went on from."""
    for signal in near.when:
        found = checks.counting(signal) if near.said_by in (None, checks.said_by) else _theirs(signal, checks)
        yield from reversed(found) if signal.after and signal.after.acts else found


def _theirs(signal: Said, checks: Checks) -> Sequence[PlacedAct]:
    """Sentences of theirs in these words, in the turns that the signal's anchors in the speaker's words leave."""
    other = replace(checks, said_by="buyer" if checks.said_by == "rep" else "rep")
    return other.matching(signal, checks.turns_for(signal))


def _earned(act: PlacedAct, finding: Finding) -> bool:
    """Whether it is shown as evidence already."""
    return any(one.turn == act.turn and (one.words in act.words or act.words in one.words) for one in finding.acts)
