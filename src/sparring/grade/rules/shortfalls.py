"""Why points were lost, with the words and the second: what was said too late, too early, or asked for and refused.

Flows in: a criterion, the level it reached, what showed it, and a hearing. Flows out: sentences that follow the level's
own check. They move no level.
"""

from collections.abc import Iterator
from itertools import chain

from sparring.grade.heard.testimony import PlacedAct
from sparring.grade.rules.checks import Checks, Finding
from sparring.grade.rules.quoting import ended, said
from sparring.grade.rules.search import overlap
from sparring.rubric import Criterion, Level
from sparring.signals import Anchor, Said
from sparring.speech_acts import ActKind

_QUESTIONS = frozenset((ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION))
_FOR_MANY_REASONS = _QUESTIONS | {ActKind.ASKS_CONTACT, ActKind.NAMES_TIME, ActKind.CONFIRMS_CONTACT}


def shortfall(criterion: Criterion, reached: Level, finding: Finding, checks: Checks) -> str:
    """What a rep needs to know beside the check of a level below the highest; empty where the check says it all."""
    if reached is criterion.levels[-1]:
        return ""
    highest = _said_for(criterion.levels[-1])
    following = _said_for(criterion.levels[criterion.levels.index(reached) + 1])
    told = chain(_too_late(highest, finding, checks), _too_early(following, checks), _held_back(highest, checks))
    return next(told, "")


def _said_for(level: Level) -> list[Said]:
    return [one for row in level.when for one in row if isinstance(one, Said)]


def _too_late(wanted: list[Said], finding: Finding, checks: Checks) -> Iterator[str]:
    """What was said, but only after what it was to come before: of several the one that is shown anyway."""
    for signal in (one for one in wanted if one.before and one.at_least == 1):
        first = _anchoring(signal.before, checks)
        found = [one for one in checks.matching(signal) if not _is_itself(one, signal.before, checks)]
        if first is None or not found or any(one.turn <= first.turn for one in found):
            continue
        shown = next((one for one in found if _is_shown(one, finding)), found[0])
        yield ended(f"{said(checks.hearing, shown)} came after {said(checks.hearing, first)}")


def _is_itself(act: PlacedAct, anchor: Anchor | None, checks: Checks) -> bool:
    """Whether words are what they were to come before: a proof "from last spring" is no word about this site, late."""
    return anchor is not None and not anchor.moment and any(overlap(act, one) for one in checks.matching(anchor))


def _too_early(wanted: list[Said], checks: Checks) -> Iterator[str]:
    """What was said, but only before what it was to come after."""
    for signal in (one for one in wanted if one.after and one.at_least == 1 and _tells_its_place(one)):
        found = checks.matching(signal)
        first = _anchoring(signal.after, checks)
        if first is not None and found and all(one.turn < first.turn for one in found):
            yield ended(f"{said(checks.hearing, found[-1])} came before {said(checks.hearing, first)}")


def _tells_its_place(signal: Said) -> bool:
    """Whether saying it earlier was this too early: a question, or a day, may have been about something else."""
    asks_after_asking = signal.after is not None and not _QUESTIONS.isdisjoint(signal.after.acts)
    return bool(signal.acts) and (asks_after_asking or _FOR_MANY_REASONS.isdisjoint(signal.acts))


def _held_back(wanted: list[Said], checks: Checks) -> Iterator[str]:
    """What was asked for and refused at once."""
    for signal in (one for one in wanted if one.unrefused):
        found = checks.matching(signal)
        if found and all(checks.is_refused(one) for one in found):
            yield ended(f"They held back when asked: {said(checks.hearing, found[-1])}")


def _anchoring(anchor: Anchor | None, checks: Checks) -> PlacedAct | None:
    return next(iter(checks.matching(anchor)), None) if anchor and not anchor.moment else None


def _is_shown(act: PlacedAct, finding: Finding) -> bool:
    return any((one.turn, one.words) == (act.turn, act.words) for one in finding.acts)
