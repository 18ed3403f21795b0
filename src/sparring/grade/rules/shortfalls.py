"""Why points were lost, with the words and the second: which concern went by, and what had come before it was said.

Flows in: a criterion, the level it reached and a hearing. Flows out: sentences that follow the level's own check. They
move no level.
"""

from collections.abc import Iterator

from sparring.grade.heard.measures import is_recorded
from sparring.grade.heard.moments import BuyerMoment
from sparring.grade.heard.testimony import Hearing, PlacedAct
from sparring.grade.quote import quote_span
from sparring.grade.rules.checks import AFTER_THE_CALL, Checks
from sparring.rubric import Criterion, Level
from sparring.signals import Moment, Said

MAX_TOLD = 2
"""Concerns that are named; who passed over four knows it from two."""
MAX_QUOTE_CHARS = 120
_RAISED = {Moment.OBJECTION_RAISED: "concern", Moment.COMPETITOR_RAISED: "competitor"}


def shortfall(criterion: Criterion, reached: Level, checks: Checks) -> str:
    """What a rep needs to know beside the check of a level below the highest; empty where the check says it all."""
    if reached is criterion.levels[-1]:
        return ""
    hearing = checks.hearing
    told = [_what_came_up(criterion.applies_when, hearing)] if criterion.applies_when in _RAISED else []
    told += list(_too_late(criterion.levels[-1], checks))[:1]
    return " ".join(filter(None, told))


def _what_came_up(moment: Moment | None, hearing: Hearing) -> str:
    """The concern, or whom it is compared with, in the buyer's words."""
    raised = list({one.turn: one for one in reversed(hearing.raised) if one.moment is moment}.values())[::-1]
    if not moment or not raised:
        return ""
    name = _RAISED[moment]
    told = ", ".join(_told(one, hearing) for one in raised[:MAX_TOLD])
    more = f" and {len(raised) - MAX_TOLD} more" if len(raised) > MAX_TOLD else ""
    return _ended(f"The {name}{'s' if len(raised) > 1 else ''}: {told}{more}")


def _ended(sentence: str) -> str:
    """With a full stop, unless words end it that have one."""
    return sentence if sentence.endswith((".\u201d", "!\u201d", "?\u201d", "\u2026\u201d")) else f"{sentence}."


def _told(raised: BuyerMoment, hearing: Hearing) -> str:
    start, end = hearing.buyer.texts[raised.turn].span_around(raised.start, raised.end)
    return _quoted(hearing, raised.turn, start, end)


def _too_late(highest: Level, checks: Checks) -> Iterator[str]:
    """Of the signals of the highest level those that were said, but only after what they were to come before."""
    ordered = (one for row in highest.when for one in row if isinstance(one, Said) and one.before)
    for signal in (one for one in ordered if one.at_least == 1):
        last = checks.turn_of(signal.before) if signal.before else AFTER_THE_CALL
        said = next(iter(checks.matching(signal)), None)
        first = next(iter(checks.matching(signal.before)), None) if signal.before else None
        if said is not None and first is not None and said.turn > last:
            yield _ended(f"{_said(checks.hearing, said)} came after {_said(checks.hearing, first)}")


def _said(hearing: Hearing, act: PlacedAct) -> str:
    return _quoted(hearing, act.turn, *quote_span(hearing, act))


def _quoted(hearing: Hearing, turn: int, start: int, end: int) -> str:
    """The words, cut after a whole one, with their second where the call had a clock."""
    words = " ".join(hearing.transcript.turns[turn].text[start:end].split())
    if len(words) > MAX_QUOTE_CHARS:
        words = words[:MAX_QUOTE_CHARS].rsplit(" ", 1)[0] + " \u2026"
    at_s = hearing.transcript.turns[turn].start_ms // 1_000
    return f"\u201c{words}\u201d" + (f" at {at_s // 60}:{at_s % 60:02d}" if is_recorded(hearing.transcript) else "")
