"""Results on SQLite, beyond what its contract says."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sparring.adapters.results.sqlite import SqliteResults
from sparring.errors import ResultsFailed
from sparring.ports import Mail, RepAccount, StepRecord
from tests.fakes.clock import START, FakeClock
from tests.fakes.documents import CALL_ID, REP_ID, a_call_record, a_mail, a_scorecard, a_transcript

CANARY = "Zanzibar-4711"


@pytest.fixture
async def results(tmp_path: Path) -> AsyncIterator[SqliteResults]:
    made = SqliteResults(tmp_path / "results.db", FakeClock())
    yield made
    await made.close()


def bytes_under(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def test_everything_outlives_its_process(tmp_path: Path, results: SqliteResults) -> None:
    """Another process reads the grade, the mail, the steps and the rep."""
    await results.put_rep(RepAccount(REP_ID, "Dana", "dana@example.org"))
    await results.begin(a_call_record())
    await results.save(a_scorecard(), a_mail())
    other = SqliteResults(tmp_path / "results.db", FakeClock())
    assert await other.get(CALL_ID) == a_scorecard()
    assert await other.unsent() == [a_mail()]
    assert await other.get_rep(REP_ID) == RepAccount(REP_ID, "Dana", "dana@example.org")
    assert len(await other.steps(CALL_ID)) == 3
    await other.close()


async def test_two_processes_store_one_grade(tmp_path: Path, results: SqliteResults) -> None:
    """Of two workers that graded the same call the first one's grade stays."""
    other = SqliteResults(tmp_path / "results.db", FakeClock())
    await results.begin(a_call_record())
    assert [await results.save(a_scorecard(), a_mail()), await other.save(a_scorecard(), a_mail())] == [True, False]
    await other.close()


async def test_a_failed_save_stores_neither_grade_nor_mail(results: SqliteResults) -> None:
    """Scorecard, mail and steps are one transaction."""
    await results.begin(a_call_record())
    broken = Mail(a_mail().message_id, "dana@example.org", "subject", None, "html")  # type: ignore[arg-type]
    with pytest.raises(ResultsFailed):
        await results.save(a_scorecard(), broken)
    assert await results.get(CALL_ID) is None
    assert await results.steps(CALL_ID) == []


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


async def test_calls_are_ordered_by_when_they_began_whatever_their_time_zone(results: SqliteResults) -> None:
    """Times are kept in UTC to the microsecond."""
    call = a_transcript()
    local = call.started_at.astimezone()
    await results.begin(a_call_record(a_transcript(started_at=local)))
    record = await results.get_call(CALL_ID)
    assert record is not None
    assert record.started_at == call.started_at
    assert record.started_at.utcoffset() == call.started_at.utcoffset()
