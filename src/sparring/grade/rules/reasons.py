"""Why this level and no other, in a coach's words: what was found and when, which part of it was not, and about what.

Flows in: a criterion, the level it reached, what showed it, and a hearing. Flows out: sentences that follow the level's
own check. They move no level.
"""

from collections.abc import Container, Iterator
from itertools import chain

from sparring.grade.heard.echoes import echo_of
from sparring.grade.heard.moments import BuyerMoment
from sparring.grade.heard.testimony import Hearing, PlacedAct
from sparring.grade.rules.checks import Checks, Finding
from sparring.grade.rules.near_misses import near_miss
from sparring.grade.rules.quoting import ended, placed, quoted, said
from sparring.grade.rules.shortfalls import shortfall
from sparring.rubric import Criterion, Level, Part
from sparring.signals import Moment, Said, TakesUp

MAX_TOLD = 2
"""Concerns that are named; who passed over four knows it from two."""
_RAISED = {Moment.OBJECTION_RAISED: "concern", Moment.COMPETITOR_RAISED: "competitor"}


def reasons(criterion: Criterion, level: Level, finding: Finding, checks: Checks) -> str:
    """Empty where the level's check and the quoted words say it all."""
    told = (
        _parts(criterion, level, finding, checks),
        _what_came_back(level, finding, checks),
        _what_came_up(criterion.applies_when, finding, checks.hearing),
        shortfall(criterion, level, finding, checks) or near_miss(criterion, level, finding, checks),
    )
    return " ".join(filter(None, told))


def parts_missing(criterion: Criterion, hearing: Hearing) -> tuple[Part, ...]:
    """Of the things that a criterion asks for those that were not heard, where another one was."""
    checks = Checks(hearing, criterion.said_by)
    missing = tuple(part for part in criterion.parts if not checks.rows(part).holds)
    return missing if len(missing) < len(criterion.parts) else ()


def _parts(criterion: Criterion, level: Level, finding: Finding, checks: Checks) -> str:
    """Which of the things that are asked for were heard, and of a lower level which were not."""
    if level is criterion.levels[0]:
        return ""
    found = [(part, checks.rows(part)) for part in criterion.parts]
    missing = [part.name for part, one in found if not one.holds]
    heard = list(_heard([(part, one) for part, one in found if one.holds], finding, checks))
    if level is criterion.levels[-1]:
        return ended(f"Heard: {'; '.join(heard)}") if len(heard) > 1 else ""
    if not heard or not missing:
        return ""
    return " ".join(map(ended, (f"Heard: {'; '.join(heard)}", f"Not heard: {'; '.join(missing)}")))


def _heard(found: list[tuple[Part, Finding]], shown: Finding, checks: Checks) -> Iterator[str]:
    """Each with its second, and with its words where these are quoted neither as evidence nor for another."""
    quoted_already = list(shown.acts)
    for part, finding in found:
        signals = (one for row in part.when for one in row if isinstance(one, Said))
        candidates = chain(finding.acts, (act for one in signals for act in checks.counting(one)))
        among = next((act for act in candidates if any(_in_one(act, other) for other in quoted_already)), None)
        if among is None:
            quoted_already += finding.acts[:1]
            words = "".join(f" with {said(checks.hearing, act)}" for act in finding.acts[:1])
            yield f"{part.name}{words}"
        else:
            yield f"{part.name}{placed(checks.hearing, among.turn, among.start)}"


def _in_one(act: PlacedAct, other: PlacedAct) -> bool:
    return act.turn == other.turn and (act.words in other.words or other.words in act.words)


def _what_came_back(level: Level, finding: Finding, checks: Checks) -> str:
    """The buyer's words that were said back or taken up, where the level asks for that."""
    signals = [one for row in level.when for one in row]
    places: list[tuple[int, int, int]] = []
    if any(isinstance(one, Said) and one.echoing for one in signals):
        echoes = filter(None, (echo_of(checks.hearing, act, checks.said_by) for act in finding.acts))
        places = [(one.turn, one.start, one.end) for one in echoes]
    else:
        moments = {one.takes_up for one in signals if isinstance(one, TakesUp)}
        places = list(filter(None, (_taken_up(moments, act, checks.hearing) for act in finding.acts)))
    told = [quoted(checks.hearing, *place) for place in dict.fromkeys(places)]
    return ended(f"They had said {' and '.join(told)}") if told else ""


def _taken_up(moments: Container[Moment], act: PlacedAct, hearing: Hearing) -> tuple[int, int, int] | None:
    """Where the buyer had said what a sentence takes up word for word; none for what asks."""
    words = f" {act.words} "
    before = [
        one for one in hearing.raised if one.moment in moments and one.turn < act.turn and f" {one.kind} " in words
    ]
    if act.kind is not None or not before:
        return None
    return before[-1].turn, *hearing.buyer.texts[before[-1].turn].span_around(before[-1].start, before[-1].end)


def _what_came_up(moment: Moment | None, finding: Finding, hearing: Hearing) -> str:
    """The concern, or whom it is compared with, in the buyer's words: the one answered, or all that went by."""
    if moment not in _RAISED:
        return ""
    raised = list({one.turn: one for one in reversed(hearing.raised) if one.moment is moment}.values())[::-1]
    answered = [one for one in raised if finding.acts and one.turn < finding.acts[0].turn][-1:]
    left = bool(raised) and not finding.acts and raised[0].turn > max(hearing.rep.speaking, default=0)
    named = _named(_RAISED[moment], answered or raised, hearing)
    return f"{named} The call ended there, and you said nothing to it." if left else named


def _named(name: str, raised: list[BuyerMoment], hearing: Hearing) -> str:
    if not raised:
        return ""
    told = ", ".join(_told(one, hearing) for one in raised[:MAX_TOLD])
    more = f" and {len(raised) - MAX_TOLD} more" if len(raised) > MAX_TOLD else ""
    return ended(f"The {name}{'s' if len(raised) > 1 else ''}: {told}{more}")


def _told(raised: BuyerMoment, hearing: Hearing) -> str:
    start, end = hearing.buyer.texts[raised.turn].span_around(raised.start, raised.end)
    return quoted(hearing, raised.turn, start, end)
