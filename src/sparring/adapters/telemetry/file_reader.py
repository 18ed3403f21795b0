"""The telemetry file read back: how grading of one call went."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sparring.ids import CallId
from sparring.telemetry import Key, SpanName


@dataclass(frozen=True, slots=True)
class StepTold:
    """One step of grading."""

    step: str
    took_ms: float


def grading_told(path: Path, call_id: CallId) -> Sequence[StepTold]:
    """The steps of grading a call, in order, a whole before its parts; none when it was not graded on this machine."""
    rows = _rows(
        path,
        "SELECT attributes, duration_ms FROM span WHERE call_id = :call AND name = :step"
        " ORDER BY start_ns, duration_ms DESC",
        {"call": call_id, "step": SpanName.STEP.value},
    )
    return tuple(StepTold(str(json.loads(about).get(Key.STAGE.value)), took_ms) for about, took_ms in rows)


def _rows(path: Path, query: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    if not path.is_file():
        return []
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5.0)
    try:
        return connection.execute(query, values).fetchall()
    except sqlite3.OperationalError:  # no table yet: nothing was told
        return []
    finally:
        connection.close()
