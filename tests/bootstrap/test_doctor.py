"""What doctor says of store, queue and results."""

from pathlib import Path

import pytest

from sparring.adapters.results.cosmos.store import CosmosResults
from sparring.bootstrap import doctor
from sparring.bootstrap.doctor import examine_storage
from sparring.config import Config
from tests.emulators.cosmos import CosmosEmulator
from tests.fakes.clock import FakeClock
from tests.fakes.insights_service import KEY
from tests.fakes.loopback import free_port


async def test_a_laptop_needs_nothing(tmp_path: Path) -> None:
    """Every part is there, and brain 2 does not run."""
    found = await examine_storage(Config(data_dir=tmp_path), FakeClock())
    assert [one.part for one in found] == ["air gap", "queue", "results", "grader"]
    assert {one.state for one in found} == {"ok"}
    assert "Not running" in found[3].sentence


async def test_half_a_configuration_is_a_sentence(tmp_path: Path) -> None:
    """Each part says what it lacks; no password is shown."""
    config = Config(
        data_dir=tmp_path, events="azq://sparring/calls", results="postgresql://grader:s3cret@127.0.0.1:1/sparring"
    )
    found = {one.part: one for one in await examine_storage(config, FakeClock())}
    assert found["air gap"].state == "ok"
    assert (found["queue"].state, "SPARRING_STORE" in found["queue"].sentence) == ("missing", True)
    assert (found["results"].state, "SPARRING_RESULTS" in found["results"].sentence) == ("missing", True)
    assert found["results"].uses == "postgresql://127.0.0.1/sparring"
    assert "s3cret" not in str(found)


@pytest.mark.parametrize(("stream", "state"), [("results", "ok"), ("calls", "warn")])
async def test_results_for_a_warehouse_stand_by_themselves(tmp_path: Path, stream: str, state: str) -> None:
    """Whoever loads figures is not to read what was said."""
    config = Config(data_dir=tmp_path, store=str(tmp_path / "calls"), result_stream=str(tmp_path / stream))
    found = {one.part: one for one in await examine_storage(config, FakeClock())}
    assert (found["result stream"].uses, found["result stream"].state) == (str(tmp_path / stream), state)


async def test_cosmos_db_that_does_not_answer_is_a_sentence(tmp_path: Path) -> None:
    """What is missing is named; the key is not shown."""
    here = f"AccountEndpoint=http://127.0.0.1:{free_port()}/;AccountKey=c2VjcmV0"
    config = Config(data_dir=tmp_path, results="cosmos://sparring/sparring", cosmos_connection_string=here)
    found = {one.part: one for one in await examine_storage(config, FakeClock())}
    assert (found["results"].state, found["results"].uses) == ("missing", "cosmos://sparring/sparring")
    assert "SPARRING_RESULTS" in found["results"].sentence
    assert "c2VjcmV0" not in str(found)


async def test_cosmos_db_says_how_much_it_adds_up(
    tmp_path: Path, cosmos: CosmosEmulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tried for real; the limit on figures is said before anybody meets it."""
    database = cosmos.new_database()

    def opened(*_: object) -> CosmosResults:
        return CosmosResults(cosmos.items(database, tenant_id="local"), FakeClock())

    monkeypatch.setattr(doctor, "open_results", opened)
    config = Config(data_dir=tmp_path, results="cosmos://sparring/sparring")
    found = {one.part: one for one in await examine_storage(config, FakeClock())}
    assert found["results"].state == "ok"
    assert "20,000 calls" in found["results"].sentence


async def test_application_insights_says_how_it_is_told(tmp_path: Path) -> None:
    """By which way in; the connection string is not shown."""
    told = {"insights": f"InstrumentationKey={KEY};IngestionEndpoint=http://127.0.0.1:9/", "insights_identity": False}
    found = (await examine_storage(Config(data_dir=tmp_path, **told), FakeClock()))[-1]  # type: ignore[arg-type]
    assert (found.uses, found.state) == ("Application Insights", "ok")
    assert "by its key" in found.sentence
    assert KEY not in str(found)
