"""`sparring forget`: asks first, names what it erased, and refuses what it cannot find."""

import asyncio
import json
from pathlib import Path

from sparring.config import Config
from tests.bootstrap.test_erasure import keep
from tests.cli.process import sparring
from tests.fakes.documents import CALL_ID, REP_ID, call_id


def kept(data: Path, *numbers: int) -> None:
    """Finished calls of one rep."""

    async def each() -> None:
        for number in numbers:
            await keep(Config(data_dir=data), number)

    asyncio.run(each())


def test_a_call_is_erased_after_a_yes(tmp_path: Path) -> None:
    """Without one it stays; with one it is gone, and asking again is a sentence and status one."""
    kept(tmp_path, 1)
    assert sparring("forget", call_id(1), data=tmp_path, stdin="n\n").returncode == 1
    assert list(tmp_path.rglob("call_*.json"))
    erased = sparring("forget", call_id(1), "--json", data=tmp_path, stdin="y\n")
    assert (erased.returncode, json.loads(erased.stdout)) == (0, [call_id(1)])
    assert not list(tmp_path.rglob("call_*.json"))
    again = sparring("forget", call_id(1), "--yes", data=tmp_path)
    assert again.returncode == 1
    assert "object_missing" in again.stderr


def test_a_rep_is_erased_with_every_call(tmp_path: Path) -> None:
    """And the output says how many that were."""
    kept(tmp_path, 1, 2)
    erased = sparring("forget", "--rep", REP_ID, "--yes", data=tmp_path)
    assert erased.returncode == 0
    assert "Erased: 2." in erased.stdout
    assert not list(tmp_path.rglob("call_*.json"))


def test_it_wants_calls_or_a_rep(tmp_path: Path) -> None:
    """Neither, both, and what is no id are refused before anything is opened."""
    assert sparring("forget", data=tmp_path).returncode == 2
    assert sparring("forget", CALL_ID, "--rep", REP_ID, data=tmp_path).returncode == 2
    wrong = sparring("forget", "../call", "--yes", data=tmp_path)
    assert wrong.returncode == 1
    assert "id_rejected" in wrong.stderr
