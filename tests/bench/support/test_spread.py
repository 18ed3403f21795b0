"""Medians with ranges: what the figures of a bench are told with."""

from bench.support.spread import machine, percent, plain, spread_of


def test_a_spread_has_the_middle_the_tail_and_both_ends() -> None:
    """Of 1 to 100 the middle is 50.5, and five are above the 95th percentile's place."""
    spread = spread_of(range(1, 101))
    assert spread is not None
    assert (spread.count, spread.p50, spread.p95, spread.least, spread.most) == (100, 50.5, 96, 1, 100)


def test_what_was_not_measured_counts_for_nothing() -> None:
    """None is left out, and nothing at all has no spread."""
    measured = spread_of([None, 2.0, None])
    assert measured is not None
    assert measured.count == 1
    assert spread_of([None, None]) is None
    assert percent(1, 0) is None


def test_figures_become_plain_data() -> None:
    """Spreads inside mappings and lists are mappings for JSON."""
    found = plain({"a": spread_of([1.0]), "b": (spread_of([2.0]), 3)})
    assert found == {
        "a": {"count": 1, "p50": 1.0, "p95": 1.0, "least": 1.0, "most": 1.0},
        "b": [{"count": 1, "p50": 2.0, "p95": 2.0, "least": 2.0, "most": 2.0}, 3],
    }


def test_the_machine_says_how_busy_it_is() -> None:
    """Cores and load stand beside every figure."""
    assert set(machine()) == {"cores", "load"}
