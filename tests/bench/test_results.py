"""How long a manager's page waits, tried on a small database."""

from pathlib import Path

from bench.results import build, on_sqlite


def test_what_is_measured_fits_the_tables_there_are(tmp_path: Path) -> None:
    """A column that a migration adds is one more that the bench has to fill."""
    with on_sqlite(tmp_path) as bench:
        assert not bench.is_filled
        build(bench.put, 700)
        assert bench.size_bytes() > 0
