"""What coach and rep said beside a grade, as the report shows it; the grade itself stays as it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sparring.appeal import Appeal
from sparring.override import Override
from sparring.report.document import AppealShown, OverrideShown
from sparring.rubric import Criterion
from sparring.scorecard import Totals


@dataclass(frozen=True, slots=True)
class CoachView:
    """The newest override of each criterion, the totals with all of them (None without any), and the rep's appeals."""

    overrides: Mapping[str, Override] = field(default_factory=dict)
    totals: Totals | None = None
    appeals: Mapping[str, Appeal] = field(default_factory=dict)


def override_shown(said: Override, criterion: Criterion | None) -> OverrideShown:
    """One override with the title of its level; its id where the criterion is of another rubric version."""
    titles = {level.id: level.title for level in criterion.levels} if criterion else {}
    return OverrideShown(
        level=said.level,
        level_title=titles.get(said.level, said.level),
        points=said.points,
        reason=said.reason,
        by=said.by,
        at=said.at,
    )


def appeal_shown(said: Appeal) -> AppealShown:
    """What the rep said, and the answer; None while there is none."""
    return AppealShown(why=said.why, at=said.at, answer=said.answer)
