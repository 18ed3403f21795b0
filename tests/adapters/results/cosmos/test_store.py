"""Results on Cosmos DB, beyond what the contract says: what is left when a process dies between two writes."""

from collections.abc import AsyncIterator

import pytest

from sparring.adapters.results.cosmos import call_item
from sparring.adapters.results.cosmos.container import Item, Items
from sparring.adapters.results.cosmos.store import CosmosResults
from sparring.errors import ResultsFailed
from tests.emulators.cosmos import CosmosEmulator
from tests.fakes.clock import FakeClock
from tests.fakes.documents import CALL_ID, a_call_record, a_mail, a_scorecard, a_transcript


class Dying(Items):
    """The process ends at the `dies_at`-th write, before it is made."""

    dies_at = 0

    async def replace(self, part: str, item_id: str, wanted: Item, found: Item | None) -> bool:
        self._write()
        return await super().replace(part, item_id, wanted, found)

    async def put(self, part: str, item_id: str, wanted: Item) -> None:
        self._write()
        await super().put(part, item_id, wanted)

    async def remove(self, part: str, item_id: str) -> None:
        self._write()
        await super().remove(part, item_id)

    def _write(self) -> None:
        self.dies_at -= 1
        if self.dies_at == 0:
            raise SystemExit


@pytest.fixture
async def dying(cosmos: CosmosEmulator, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Dying]:
    monkeypatch.setattr("tests.emulators.cosmos.Items", Dying)
    opened = cosmos.items(cosmos.new_database(), tenant_id="harbour")
    assert isinstance(opened, Dying)
    yield opened
    await opened.close()


async def texts(items: Items) -> list[Item]:
    found = items.query("c.id", "c.kind = @kind", {"kind": "grade"}, part=CALL_ID)
    return [item async for item in found]


@pytest.mark.parametrize("write", [1, 2, 3])
async def test_a_save_that_is_broken_off_is_done_again_as_if_it_had_not_begun(dying: Dying, write: int) -> None:
    """Rep, grade's text, call: before the last of them nothing is graded and nothing mailed, after it everything is."""
    results, call = CosmosResults(dying, FakeClock()), a_transcript(attempt={"kind": "counted"})
    await results.begin(a_call_record(call))
    dying.dies_at = write
    with pytest.raises(SystemExit):
        await results.save(a_scorecard(call), a_mail())
    assert await results.get(CALL_ID) is None
    assert await results.unsent() == []
    assert await results.save(a_scorecard(call), a_mail())
    assert await results.get(CALL_ID) == a_scorecard(call)
    assert await results.unsent() == [a_mail()]
    assert len(await texts(dying)) == 1


@pytest.mark.parametrize("write", [2, 3, 4])
async def test_a_deletion_that_is_broken_off_is_finished_by_whoever_meets_the_call(dying: Dying, write: int) -> None:
    """A late event finds the tombstone and tidies up: no word of a grade is left, and no date of a last call."""
    results, call = CosmosResults(dying, FakeClock()), a_transcript(attempt={"kind": "counted"})
    await results.begin(a_call_record(call))
    await results.save(a_scorecard(call), None)
    dying.dies_at = write
    with pytest.raises(SystemExit):
        await results.forget(CALL_ID)
    assert await results.is_forgotten(CALL_ID)
    assert await results.begin(a_call_record(call)) is None
    assert await texts(dying) == []
    assert await results.members("harbour", "omaha") == []
    assert call_item.untidy(await dying.get(CALL_ID, CALL_ID)) is None


async def test_a_call_of_another_tenant_is_refused(dying: Dying) -> None:
    """It would be kept where nobody looks; the sentence names the setting."""
    with pytest.raises(ResultsFailed, match="SPARRING_TENANT"):
        await CosmosResults(dying, FakeClock()).begin(a_call_record(a_transcript(tenant_id="elsewhere")))
