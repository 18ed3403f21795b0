"""Graded calls as one Parquet file: `as_parquet(grades)`, by Apache Arrow (the extra `parquet`).

Flows in: calls with their newest grade. Flows out: the file's bytes: typed columns, times in UTC (µs), the
schema's version in the file's metadata under `sparring.schema_version`.
"""

import io
from collections.abc import Sequence
from datetime import UTC

from sparring.errors import ConfigRejected
from sparring.ports import CallGrade
from sparring.results.export import COLUMNS, SCHEMA_VERSION

ROWS_A_GROUP = 100_000


def as_parquet(grades: Sequence[CallGrade]) -> bytes:
    """Compressed with Zstandard. Raises: ConfigRejected without the extra."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError:
        raise ConfigRejected("Parquet needs Apache Arrow: install Sparring with the extra `parquet`.") from None
    types = {"started_at": pa.timestamp("us", "UTC"), "duration_ms": pa.int64(), "score": pa.float64()}
    schema = pa.schema(
        [pa.field(name, types.get(name, pa.bool_() if name == "passed" else pa.string()), False) for name in COLUMNS],
        metadata={"sparring.schema_version": SCHEMA_VERSION},
    )
    table = pa.Table.from_pydict({name: [_value(grade, name) for grade in grades] for name in COLUMNS}, schema=schema)
    file = io.BytesIO()
    pq.write_table(table, file, compression="zstd", row_group_size=ROWS_A_GROUP)
    return file.getvalue()


def _value(grade: CallGrade, name: str) -> object:
    if name == "started_at":
        return grade.call.started_at.astimezone(UTC)
    return getattr(grade if name in ("score", "passed") else grade.call, name)
