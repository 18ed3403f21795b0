"""Agreement of two scorers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sparring.grade.human.agreement import Cell, agreements, score_error

cells = st.builds(
    lambda criterion, first, second: Cell(criterion, first, second, 3, first - second),
    st.sampled_from(["a", "b"]),
    st.integers(0, 3),
    st.integers(0, 3),
)


def call(*pairs: tuple[int, int], criterion: str = "a", top: int = 2) -> tuple[Cell, ...]:
    """Items of one call: levels of the first and the second scorer."""
    return tuple(Cell(criterion, first, second, top, first - second) for first, second in pairs)


def kappa(*calls: tuple[Cell, ...]) -> float | None:
    found = agreements(calls)[0].kappa
    return found.value if found else None


def test_scorers_who_always_agree_have_a_kappa_of_one() -> None:
    """Whatever the levels."""
    assert kappa(call((0, 0), (1, 1)), call((2, 2))) == 1.0


def test_kappa_is_cohen_s_with_quadratic_weights() -> None:
    """Worked by hand: three items, observed 1/4, expected by chance 5/4."""
    assert kappa(call((0, 0), (1, 2), (2, 2))) == pytest.approx(1 - (1 / 4) / (5 / 4), abs=0.001)


def test_scorers_who_always_give_the_same_level_tell_nothing() -> None:
    """Agreement by never choosing is not measured as kappa."""
    assert kappa(call((1, 1), (1, 1))) is None


def test_chance_is_reckoned_within_each_criterion() -> None:
    """Two criteria on which both never vary make no kappa, though their levels differ."""
    assert kappa((*call((0, 0), (0, 0)), *call((2, 2), criterion="b"))) is None


def test_shares_and_bias_are_plain_averages() -> None:
    """Half alike, three in four within one level, and points given above."""
    found = agreements([call((0, 0), (1, 0), (2, 0), (1, 1))])[0]
    assert found.exact
    assert found.within_one
    assert found.bias_points
    assert (found.exact.value, found.within_one.value, found.bias_points.value) == (0.5, 0.75, 0.75)


def test_each_criterion_has_its_own_figures() -> None:
    """One that is scored alike and one that is not stay apart."""
    _, found = agreements([(*call((0, 0), (2, 2)), *call((0, 2), (2, 0), criterion="b"))])
    assert found["a"].kappa
    assert found["b"].kappa
    assert (found["a"].kappa.value, found["b"].kappa.value) == (1.0, -1.0)


def test_no_calls_have_no_figures() -> None:
    """Nothing was compared."""
    found, criteria = agreements([])
    assert (found.items, found.kappa, criteria) == (0, None, {})


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(cells, min_size=1, max_size=5), min_size=1, max_size=5))
def test_an_interval_holds_its_figure_and_is_the_same_again(calls: list[list[Cell]]) -> None:
    """Shares are shares, kappa is at most one, and nothing is drawn anew."""
    found = agreements(calls)[0]
    assert found == agreements(calls)[0]
    for one in (found.kappa, found.exact, found.within_one, found.bias_points):
        assert one is None or one.low <= one.value <= one.high
    assert found.exact
    assert 0 <= found.exact.low <= found.exact.high <= 1
    assert found.kappa is None or found.kappa.high <= 1


def test_score_errors_are_means_and_a_root_mean_square() -> None:
    """Bias and spread both widen the error bar."""
    found = score_error([-3.0, 4.0])
    assert found
    assert (found.calls, found.mean.value, found.mean_absolute.value) == (2, 0.5, 3.5)
    assert found.plus_minus.value == pytest.approx(1.96 * 12.5**0.5, abs=0.001)


def test_one_call_has_no_spread() -> None:
    """An error bar needs two."""
    assert score_error([3.0]) is None
