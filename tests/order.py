"""The slow tests first: a run on several workers must not wait for one that began last.

Each worker is handed an equal part of the list, in order, and takes from the end of another's when its own is done
(`--dist worksteal`). So each part begins with its share of the slow ones; the rest stays as it was shuffled.
"""

import gc
from collections.abc import Sequence

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In place, and the same in every worker."""
    workers = int(getattr(config, "workerinput", {}).get("workercount", 1))
    items[:] = slow_first(items, workers)


def pytest_collection_finish() -> None:
    """What has been loaded and collected stays: to look for waste in it takes a thirtieth of a run."""
    gc.collect()
    gc.freeze()


def slow_first(items: Sequence[pytest.Item], workers: int) -> list[pytest.Item]:
    """The tests in so many parts of nearly equal length, the slow ones spread over them and first in each."""
    slow = [item for item in items if item.get_closest_marker("slow")]
    others = [item for item in items if not item.get_closest_marker("slow")]
    ordered: list[pytest.Item] = []
    for worker in range(workers):
        first = slow[worker::workers]
        rest = max(0, len(items) * (worker + 1) // workers - len(ordered) - len(first))
        ordered += [*first, *others[:rest]]
        others = others[rest:]
    return ordered
