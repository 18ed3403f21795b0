"""In which order the tests are run."""

from dataclasses import dataclass
from typing import cast

import pytest

from tests.order import slow_first


@dataclass(frozen=True, slots=True)
class Named:
    """A name, and whether it is slow."""

    name: str

    def get_closest_marker(self, name: str) -> bool:
        """`s1` is slow."""
        return name == "slow" and self.name.startswith("s")


@pytest.mark.parametrize(
    ("workers", "ordered"),
    [(1, "s1 s2 s3 a b c d e"), (2, "s1 s3 a b s2 c d e"), (3, "s1 a s2 b c s3 d e"), (9, "s1 s2 s3 a b c d e")],
)
def test_every_worker_begins_with_its_share_of_the_slow_ones(workers: int, ordered: str) -> None:
    """Its part of the list is as long as the others', none is lost, and the quick ones keep their order."""
    tests = [cast("pytest.Item", Named(name)) for name in ("a", "s1", "b", "c", "s2", "s3", "d", "e")]
    assert [item.name for item in slow_first(tests, workers)] == ordered.split()
