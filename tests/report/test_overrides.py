"""A coach's override on the report."""

from sparring.report.overrides import CoachView, appeal_shown, override_shown
from tests.fakes.documents import a_rubric, an_answer, an_appeal, an_override


def test_a_level_has_its_title_and_another_version_s_its_id() -> None:
    """Levels of a rubric that is not installed are not explained."""
    criterion = next(one for _, one in a_rubric().criteria() if one.id == "names_the_feeling")
    title = next(level.title for level in criterion.levels if level.id == "clear")
    assert override_shown(an_override(), criterion).level_title == title
    assert override_shown(an_override(), None).level_title == "clear"


def test_no_coach_has_said_nothing() -> None:
    """A report without overrides has no second score."""
    assert (CoachView().overrides, CoachView().totals) == ({}, None)


def test_an_appeal_is_shown_with_its_answer() -> None:
    """None while it waits."""
    assert appeal_shown(an_appeal()).answer is None
    assert appeal_shown(an_appeal(answer=an_answer())).answer == an_answer()
