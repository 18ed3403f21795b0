"""Several opinions become one result."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.grade.evidence import cite
from sparring.grade.heard.testimony import hear
from sparring.grade.judge.panel import decide, is_disputed
from sparring.grade.judge.votes import Vote, Withheld
from sparring.grade.judge.wording import record_of
from sparring.scorecard import CriterionResult
from tests.fakes.documents import a_rubric, a_transcript

CATEGORY, CRITERION = next(pair for pair in a_rubric().criteria() if pair[1].id == "proposes_two_times")
TURN = a_transcript().turns[4]
EVIDENCE = cite(TURN, 0, len(TURN.text))
RECORD = record_of(hear(a_transcript()))
NO = Withheld(3, ("never said",))


def vote(level: int, *, claimed: int | None = None, sure: bool = True, lost: tuple[str, ...] = ()) -> Vote:
    evidence = (EVIDENCE,) if level else ()
    named = level if claimed is None else claimed
    return Vote(level, named, evidence, lost, sure, rationale="You offered Thursday at ten.")


def decided(*opinions: Vote | Withheld) -> CriterionResult:
    return decide(CATEGORY, CRITERION, opinions, record=RECORD)


def test_one_opinion_is_the_result() -> None:
    """Level, points from the rubric, evidence, and the check with the reason."""
    result = decided(vote(3))
    assert (result.status, result.level, result.points, result.max_points) == ("scored", "clear", 5, 5)
    assert result.evidence == (EVIDENCE,)
    assert result.rationale == f"{CRITERION.levels[3].check} You offered Thursday at ten."
    assert (result.agreement, result.disputed, result.withheld) == (None, False, None)


@pytest.mark.parametrize(
    ("levels", "level", "agreement", "disputed"),
    [
        ((3, 3, 3), "clear", 1.0, False),
        ((3, 3, 2), "clear", 2 / 3, False),
        ((0, 3, 3), "clear", 2 / 3, True),
        ((0, 0, 3), "absent", 2 / 3, True),
        ((0, 2, 3), "mostly", 1 / 3, True),
        ((1, 2), "partial", 1 / 2, False),
        ((0, 3), "absent", 1 / 2, True),
    ],
)
def test_the_median_decides_and_its_support_is_shown(
    levels: tuple[int, ...], level: str, agreement: float, *, disputed: bool
) -> None:
    """Of two the lower; opinions more than half the points apart are a dispute."""
    result = decided(*map(vote, levels))
    assert (result.level, result.disputed) == (level, disputed)
    assert result.agreement == pytest.approx(agreement)


def test_opinions_without_words_are_outvoted_or_outvote() -> None:
    """A withheld opinion counts against agreement; when most are withheld there is no level and no number."""
    assert decided(vote(3), vote(3), NO).agreement == pytest.approx(2 / 3)
    for opinions in ((NO,), (vote(3), NO), (vote(3), NO, NO)):
        result = decided(*opinions)
        assert (result.status, result.level, result.points) == ("unscored", None, None)
        assert result.withheld


def test_a_level_that_fell_says_so_and_keeps_no_reason_for_more() -> None:
    """The reason argued for a level that does not stand."""
    result = decided(vote(2, claimed=3, lost=("never said",)))
    assert result.level == "mostly"
    assert result.rationale == CRITERION.levels[2].check
    assert result.withheld is not None
    assert result.withheld.startswith("1 of 2 quotes")


def test_the_opinion_that_meant_the_level_speaks_for_it() -> None:
    """Not the one whose level fell to it: its reason argued for more, and its lost quotes are its own."""
    result = decided(vote(2, claimed=3, lost=("never said",)), vote(2), vote(3))
    assert result.rationale == f"{CRITERION.levels[2].check} You offered Thursday at ten."
    assert result.withheld is None


def test_unsure_words_ask_for_a_listener() -> None:
    """Nobody loses or gains points by what was heard badly."""
    result = decided(vote(3, sure=False))
    assert (result.status, result.level, result.points) == ("listen", "clear", None)
    assert result.evidence
    assert decided(vote(0)).status == "scored"


@given(st.lists(st.one_of(st.integers(0, 3).map(vote), st.just(NO)), min_size=1, max_size=9))
def test_whatever_the_opinions_the_result_is_in_range(opinions: list[Vote | Withheld]) -> None:
    """A level that somebody voted for with points of the rubric, or none at all."""
    result = decided(*opinions)
    places = [one.level for one in opinions if isinstance(one, Vote)]
    if result.level is None:
        assert result.points is None
    else:
        assert result.level in {CRITERION.levels[place].id for place in places}
        assert result.points in {level.points for level in CRITERION.levels}


@given(st.lists(st.integers(0, 3), min_size=1, max_size=9))
def test_a_dispute_needs_two_opinions(places: list[int]) -> None:
    """One opinion, or many that are the same, are no dispute."""
    assert not is_disputed(CRITERION, [places[0]] * len(places))
    assert is_disputed(CRITERION, [*places, 0, 3])
