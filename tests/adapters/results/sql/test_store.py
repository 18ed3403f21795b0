"""Results in SQL, on both databases, beyond what the contract says."""

from collections.abc import AsyncIterator

import pytest

from sparring.adapters.results.sql.postgres import PostgresResults
from sparring.adapters.results.sql.sqlite import SqliteResults
from sparring.adapters.results.sql.store import SqlResults
from sparring.errors import ResultsFailed
from sparring.ports import Mail
from tests.fakes.clock import FakeClock
from tests.fakes.documents import CALL_ID, a_call_record, a_mail, a_scorecard


@pytest.fixture(params=["sqlite", "postgres"])
async def results(request: pytest.FixtureRequest) -> AsyncIterator[SqlResults]:
    made: SqlResults
    if request.param == "sqlite":
        made = SqliteResults(request.getfixturevalue("tmp_path") / "results.db", FakeClock())
    else:
        made = PostgresResults(request.getfixturevalue("postgres").new_database(), FakeClock())
    yield made
    await made.close()


async def test_a_failed_save_stores_neither_grade_nor_mail(results: SqlResults) -> None:
    """Scorecard, mail and steps are one transaction."""
    await results.begin(a_call_record())
    broken = Mail(a_mail().message_id, "dana@example.org", "subject", None, "html")  # type: ignore[arg-type]
    with pytest.raises(ResultsFailed):
        await results.save(a_scorecard(), broken)
    assert await results.get(CALL_ID) is None
    assert await results.steps(CALL_ID) == []
