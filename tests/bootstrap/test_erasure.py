"""What an operator erases, where an installation keeps it."""

from pathlib import Path

import pytest

from sparring.adapters.store.folder import FolderStore
from sparring.bootstrap.erasure import open_erasure
from sparring.bootstrap.folders import Folders
from sparring.bootstrap.storage import open_results
from sparring.config import Config
from sparring.documents import dump_document
from sparring.errors import ObjectMissing
from sparring.ids import ExamId
from sparring.ports import DeletedSitting, RepAccount
from sparring.transcript import object_name
from tests.fakes.clock import START, FakeClock
from tests.fakes.documents import CALL_ID, REP_ID, a_call_record, a_scorecard, a_transcript, call_id


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(data_dir=tmp_path)


async def keep(config: Config, number: int, *, graded: bool = True) -> None:
    """A finished call of Dana's."""
    call = a_transcript(call_id=call_id(number))
    await FolderStore(Folders(config.data_dir).air_gap).put_once(object_name(call), dump_document(call))
    results = open_results(config, FakeClock())
    await results.put_rep(RepAccount(REP_ID, "Dana", "dana@example.org"))
    if graded:
        await results.begin(a_call_record(call))
        await results.save(a_scorecard(call), None)
    await results.close()


@pytest.mark.parametrize("graded", [True, False])
async def test_a_finished_call_is_erased_graded_or_not(config: Config, *, graded: bool) -> None:
    """By its id alone; once it is gone, there is no such call."""
    await keep(config, 1, graded=graded)
    async with open_erasure(config) as erasure:
        await erasure.erase(call_id(1))
        with pytest.raises(ObjectMissing):
            await erasure.erase(call_id(1))
    assert not list(config.data_dir.rglob("call_*.json"))


async def test_a_call_nobody_knows_is_an_error(config: Config) -> None:
    """Nothing is left behind for an id that was mistyped."""
    async with open_erasure(config) as erasure:
        with pytest.raises(ObjectMissing):
            await erasure.erase(CALL_ID)
        assert not await erasure.calls.results.is_forgotten(CALL_ID)


async def test_a_rep_who_leaves_takes_every_call_along(config: Config) -> None:
    """Each of their calls, then name and address."""
    for number in range(3):
        await keep(config, number)
    async with open_erasure(config) as erasure:
        calls = await erasure.calls_of(REP_ID)
        assert set(calls) == {call_id(number) for number in range(3)}
        for call in calls:
            await erasure.erase(call)
        await erasure.forget_rep(REP_ID)
        assert await erasure.calls_of(REP_ID) == []
        assert await erasure.calls.results.get_rep(REP_ID) is None


async def test_what_stays_of_a_reps_deleted_sittings_goes_with_them(config: Config) -> None:
    """An operator who erases a rep leaves nothing on a manager's list."""
    left = DeletedSitting(call_id(1), ExamId("exam_" + "e" * 20), REP_ID, started_at=START, deleted_at=START)
    async with open_erasure(config) as erasure:
        await erasure.calls.results.forget(left.call_id, sitting=left)
        assert (await erasure.calls.results.sittings([left.exam_id])).deleted == [left]
        await erasure.forget_rep(REP_ID)
        assert (await erasure.calls.results.sittings([left.exam_id])).deleted == []
