"""A call taken back, asked for or by its age."""

import json
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sparring.adapters.store.folder import FolderStore
from sparring.adapters.store.memory import MemoryStore
from sparring.adapters.store.result_stream import StoredStream
from sparring.documents import dump_document
from sparring.errors import MailFailed, ObjectMissing, ResultsFailed, StoreUnavailable
from sparring.grade.erasure import SWEEP_EVERY_S, Erasure, Retention
from sparring.ids import ExamId
from sparring.ports import DeletedSitting
from sparring.transcript import Attempt, Transcript, object_name
from tests.fakes.clock import START, FakeClock
from tests.fakes.documents import CALL_ID, REP_ID, a_call_record, a_mail, a_scorecard, a_transcript, call_id
from tests.fakes.interposed import Interposed, failing
from tests.fakes.memory import MemoryMailer, MemoryResults

KEEP_DAYS = 30


class House:
    """An installation whose air gap is a folder."""

    def __init__(self, root: Path) -> None:
        self.root, self.clock = root, FakeClock()
        self.store, self.results, self.mailer = FolderStore(root), MemoryResults(self.clock), MemoryMailer()
        self.warehouse = MemoryStore()
        self.erasure = Erasure(self.store, self.results, self.mailer, self.clock, StoredStream(self.warehouse))

    async def keep(self, number: int, *, days_old: float = 0) -> Transcript:
        """A graded call that counts, written down so long ago."""
        call = a_transcript(call_id=call_id(number), attempt=Attempt(kind="counted"))
        await self.store.put_once(object_name(call), dump_document(call))
        written_s = (START - timedelta(days=days_old)).timestamp()
        os.utime(self.root / object_name(call), (written_s, written_s))
        record, card = a_call_record(call), a_scorecard(call)
        await self.results.begin(record)
        await self.results.save(card, None)
        assert self.erasure.stream is not None
        await self.erasure.stream.append(record, card)
        return call

    async def is_there(self, call: Transcript) -> bool:
        """Its transcript, or its scorecard."""
        try:
            await self.store.get(object_name(call), max_bytes=10_000_000)
        except ObjectMissing:
            return await self.results.get(call.call_id) is not None
        return True

    @property
    def retention(self) -> Retention:
        """Thirty days."""
        return Retention(self.erasure, self.store, KEEP_DAYS)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


async def test_an_erased_call_is_gone_everywhere_and_stays_gone(house: House) -> None:
    """Transcript, scorecard and mail copies; a warehouse is told; a late event cannot bring it back; twice is once."""
    call = await house.keep(1)
    await house.mailer.send(a_mail(of=call.call_id))
    for _ in range(2):
        await house.erasure.erase(call.call_id, object_name(call))
    assert not await house.is_there(call)
    assert house.mailer.sent == []
    assert await house.results.begin(a_call_record(call)) is None
    assert [json.loads(row)["status"] for row in house.warehouse.objects.values()] == ["deleted"]


async def test_a_call_that_was_never_graded_is_erased_too(house: House) -> None:
    """Brain 2 knows nothing of it yet, and never will."""
    call = a_transcript()
    await house.store.put_once(object_name(call), dump_document(call))
    await house.erasure.erase(CALL_ID, object_name(call))
    assert not await house.is_there(call)
    assert await house.results.is_forgotten(CALL_ID)


async def test_what_could_not_be_reached_is_found_by_asking_again(house: House) -> None:
    """The mail system is away: whose call it is stays known until everything else is gone."""
    call = await house.keep(1)
    mailer = Interposed(house.mailer, failing("forget", MailFailed("away")))
    away = Erasure(house.store, house.results, mailer, house.clock)
    with pytest.raises(MailFailed):
        await away.erase(call.call_id, object_name(call))
    assert await house.results.get_call(call.call_id) is not None
    await away.erase(call.call_id, object_name(call))
    assert await house.results.get_call(call.call_id) is None


async def test_calls_older_than_they_are_kept_are_erased(house: House) -> None:
    """Counted from the writing of the transcript, so that an old call uploaded today stays; the rep's account stays."""
    old, young = await house.keep(1, days_old=30.1), await house.keep(2, days_old=29.9)
    assert await house.retention.sweep() == SWEEP_EVERY_S
    assert not await house.is_there(old)
    assert await house.is_there(young)
    assert [one.call.call_id for one in await house.results.calls_of_rep(REP_ID)] == [young.call_id]


async def test_what_stays_of_a_deleted_sitting_is_kept_no_longer_than_a_call(house: House) -> None:
    """It stays with the erasure, and goes when the call would have gone."""
    call = await house.keep(1)
    left = DeletedSitting(call.call_id, ExamId("exam_" + "e" * 20), REP_ID, house.clock.now(), house.clock.now())
    await house.erasure.erase(call.call_id, object_name(call), sitting=left)
    await house.retention.sweep()
    assert (await house.results.sittings_of_rep(REP_ID)).deleted == [left]
    house.clock.advance(KEEP_DAYS * 86_400 + 1)
    await house.retention.sweep()
    assert (await house.results.sittings_of_rep(REP_ID)).deleted == []


async def test_one_call_that_cannot_be_erased_keeps_no_other(house: House, caplog: pytest.LogCaptureFixture) -> None:
    """It is named by its id and the error's code, and is erased by the next sweep."""
    calls = [await house.keep(number, days_old=40) for number in range(3)]
    results = Interposed(house.results, failing("forget", ResultsFailed("somebody's words")))
    sweep = replace(house.retention, erasure=Erasure(house.store, results, house.mailer, house.clock)).sweep
    await sweep()
    assert [await house.results.is_forgotten(call.call_id) for call in calls].count(True) == 2
    await sweep()
    assert [await house.is_there(call) for call in calls] == [False] * 3
    assert ResultsFailed.code in caplog.text
    assert "words" not in caplog.text


async def test_what_is_no_transcript_of_ours_is_left_alone(house: House) -> None:
    """Somebody else's file in the same folder."""
    path = house.root / "transcripts" / "2020" / "01" / "01" / "notes.json"
    path.parent.mkdir(parents=True)
    path.write_text("{}")
    os.utime(path, (0, 0))
    await house.retention.sweep()
    assert path.exists()


async def test_a_store_that_cannot_be_listed_is_an_error(house: House) -> None:
    """The process's loop looks again soon."""

    class Away:
        async def listing(self, folder: str) -> Any:
            raise StoreUnavailable("away")
            yield folder

    with pytest.raises(StoreUnavailable):
        await replace(house.retention, objects=Away()).sweep()
