"""Results on SQLite, beyond what its contract says."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sparring.adapters.results.sql.sqlite import SqliteResults
from sparring.ports import Mail, StepRecord
from tests.fakes.clock import START, FakeClock
from tests.fakes.documents import CALL_ID, REP_ID, a_call_record, a_mail, a_scorecard

CANARY = "Zanzibar-4711"


@pytest.fixture
async def results(tmp_path: Path) -> AsyncIterator[SqliteResults]:
    made = SqliteResults(tmp_path / "results.db", FakeClock())
    yield made
    await made.close()


def bytes_under(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def test_a_forgotten_call_leaves_no_word_on_the_disk(tmp_path: Path, results: SqliteResults) -> None:
    """After deletion a canary is in neither the file nor its log."""
    rationale = a_scorecard().criteria[0].model_copy(update={"rationale": CANARY})
    await results.begin(a_call_record())
    await results.save(a_scorecard(criteria=(rationale,)), a_mail())
    await results.put_step(CALL_ID, StepRecord("received", "failed", START, CANARY))
    await results.save(a_scorecard(flags=(CANARY,), transcript_digest="f" * 64), None)
    assert CANARY.encode() in bytes_under(tmp_path)
    await results.forget(CALL_ID)
    assert CANARY.encode() not in bytes_under(tmp_path)
    assert a_mail().text.strip().encode() not in bytes_under(tmp_path)


async def test_a_sent_mail_leaves_no_copy(tmp_path: Path, results: SqliteResults) -> None:
    """Once a report is with the mail system its text is not kept a second time."""
    await results.begin(a_call_record())
    await results.save(a_scorecard(), Mail(a_mail().message_id, "dana@example.org", "subject", CANARY, CANARY))
    await results.mark_sent(a_mail().message_id)
    await results.close()
    assert CANARY.encode() not in (tmp_path / "results.db").read_bytes()


async def test_a_list_does_not_read_the_scorecards(results: SqliteResults) -> None:
    """Rows for a list come by index from the columns, whatever the documents hold."""
    await results.begin(a_call_record())
    await results.save(a_scorecard(), None)
    plan = "EXPLAIN QUERY PLAN SELECT * FROM call WHERE rep_id = ? ORDER BY started_at DESC LIMIT 50"
    rows = await results._database.read(lambda db: db.execute(plan, (REP_ID,)).fetchall())
    assert [row[3] for row in rows] == ["SEARCH call USING INDEX call_of_rep (rep_id=?)"]
