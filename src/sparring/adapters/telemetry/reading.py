"""The telemetry file read back: the newest answers across calls, and how grading of one call went."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sparring.ids import CallId
from sparring.telemetry import Key, SpanName


@dataclass(frozen=True, slots=True)
class AnswerTold:
    """One answer as it was told: milliseconds by stage, `server` and `glass_to_glass` among them where measured."""

    call_id: CallId
    turn: int
    stages_ms: dict[str, float]


@dataclass(frozen=True, slots=True)
class StepTold:
    """One step of grading."""

    step: str
    took_ms: float


def answers_told(path: Path, *, calls: int | None) -> Sequence[AnswerTold]:
    """Answers of the newest `calls` calls, or of all that are kept; oldest first. None of a file that is not there."""
    newest = "SELECT call_id FROM span WHERE name = :turn GROUP BY call_id ORDER BY max(start_ns) DESC LIMIT :calls"
    rows = _rows(
        path,
        f"SELECT turn.call_id, turn.attributes, part.attributes, part.duration_ms FROM span AS turn "  # noqa: S608 - no input
        f"LEFT JOIN span AS part ON part.parent_id = turn.span_id "
        f"WHERE turn.name = :turn AND turn.call_id IN ({newest}) ORDER BY turn.start_ns, part.start_ns",
        {"turn": SpanName.TURN.value, "calls": -1 if calls is None else calls},
    )
    told: dict[tuple[str, int], AnswerTold] = {}
    for call_id, about_turn, about_part, took_ms in rows:
        turn = json.loads(about_turn)
        index = int(turn.get(Key.TURN.value, 0))
        one = told.setdefault((call_id, index), AnswerTold(CallId(call_id), index, _whole(turn)))
        if about_part is not None:
            one.stages_ms[str(json.loads(about_part).get(Key.STAGE.value))] = took_ms
    return tuple(told.values())


def grading_told(path: Path, call_id: CallId) -> Sequence[StepTold]:
    """The steps of grading a call, in order; none when it was not graded, or not on this machine."""
    rows = _rows(
        path,
        "SELECT attributes, duration_ms FROM span WHERE call_id = :call AND name = :step ORDER BY start_ns",
        {"call": call_id, "step": SpanName.STEP.value},
    )
    return tuple(StepTold(str(json.loads(about).get(Key.STAGE.value)), took_ms) for about, took_ms in rows)


def _whole(turn: dict[str, Any]) -> dict[str, float]:
    named = {"server": Key.SERVER_MS, "glass_to_glass": Key.GLASS_MS}
    return {stage: float(turn[key.value]) for stage, key in named.items() if key.value in turn}


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
