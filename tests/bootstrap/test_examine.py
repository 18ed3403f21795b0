"""What doctor says of store, queue and results."""

from pathlib import Path

from sparring.bootstrap.examine import examine_storage
from sparring.config import Config
from tests.fakes.clock import FakeClock


async def test_a_laptop_needs_nothing(tmp_path: Path) -> None:
    """Every part is there, and brain 2 does not run."""
    found = await examine_storage(Config(data_dir=tmp_path), FakeClock())
    assert [one.part for one in found] == ["air gap", "queue", "results", "grader"]
    assert {one.state for one in found} == {"ok"}
    assert "Not running" in found[-1].sentence


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
