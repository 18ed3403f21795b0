"""The table of graded calls as Parquet, read back by Apache Arrow."""

import io
import sys
from datetime import UTC

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sparring.adapters.export.parquet import as_parquet
from sparring.errors import ConfigRejected
from sparring.ports import CallGrade
from sparring.results.export import COLUMNS, SCHEMA_VERSION
from tests.contracts.test_analysis import graded
from tests.fakes.documents import call_id

GRADES = [CallGrade(graded(number)[0], "graded", 71.3, bool(number), None) for number in (0, 1)]


def test_columns_are_typed_and_times_are_utc() -> None:
    """A warehouse needs no casting, and reads which schema it is."""
    table = pq.read_table(io.BytesIO(as_parquet(GRADES)))
    assert table.column_names == list(COLUMNS)
    assert table.schema.field("started_at").type == pa.timestamp("us", "UTC")
    assert (table.schema.field("score").type, table.schema.field("passed").type) == (pa.float64(), pa.bool_())
    assert not any(field.nullable for field in table.schema)
    assert table.schema.metadata[b"sparring.schema_version"] == SCHEMA_VERSION.encode()


def test_what_goes_in_comes_out() -> None:
    """Every call, in its order."""
    rows = pq.read_table(io.BytesIO(as_parquet(GRADES))).to_pylist()
    assert [(row["call_id"], row["score"], row["passed"]) for row in rows] == [
        (call_id(0), 71.3, False),
        (call_id(1), 71.3, True),
    ]
    assert rows[0]["started_at"] == GRADES[0].call.started_at.astimezone(UTC)


def test_no_calls_are_an_empty_table() -> None:
    """With the same columns."""
    assert pq.read_table(io.BytesIO(as_parquet([]))).column_names == list(COLUMNS)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ConfigRejected, match="extra `parquet`"):
        as_parquet(GRADES)
