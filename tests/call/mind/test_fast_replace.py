"""Frozen values with some fields changed."""

from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from sparring.call.mind.fast_replace import changed


@dataclass(frozen=True, slots=True)
class _Point:
    x: int
    y: int = 0
    names: tuple[str, ...] = ()


def test_a_changed_value_is_the_one_that_replace_makes() -> None:
    """Every field is taken over but those that are named."""
    point = _Point(1, 2, ("a",))
    assert changed(point, y=5, names=()) == replace(point, y=5, names=())
    assert changed(point) == point


def test_the_value_itself_stays_as_it_was() -> None:
    """It may be shared by another buyer's state."""
    point = _Point(1)
    assert changed(point, x=9) is not point
    assert point == _Point(1)


def test_a_changed_value_is_as_frozen_as_the_first() -> None:
    """It is of the same class, hash and guard included."""
    made = changed(_Point(1), x=9)
    assert type(made) is _Point
    assert hash(made) == hash(_Point(9))
    with pytest.raises(FrozenInstanceError):
        made.x = 1  # type: ignore[misc]


def test_a_field_that_is_not_there_is_refused() -> None:
    """A slip of the pen does not vanish."""
    with pytest.raises(AttributeError):
        changed(_Point(1), z=1)  # type: ignore[call-arg]
