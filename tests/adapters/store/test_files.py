"""Create-only files."""

import os
from pathlib import Path

import pytest

from sparring.adapters.store.files import create_file, remove_file

DAY_S = 86_400


@pytest.fixture
def staging(tmp_path: Path) -> Path:
    return tmp_path / ".staging"


def parts_in(staging: Path) -> list[str]:
    return [path.name for path in staging.iterdir()]


def test_a_file_appears_whole(tmp_path: Path, staging: Path) -> None:
    """Missing folders are made, and no part of it stays behind."""
    create_file(tmp_path / "a" / "b" / "c.json", b"whole", staging=staging)
    assert (tmp_path / "a" / "b" / "c.json").read_bytes() == b"whole"
    assert parts_in(staging) == []


def test_a_file_is_for_its_owner_alone(tmp_path: Path, staging: Path) -> None:
    """Neither the file nor any folder made for it can be read by others."""
    create_file(tmp_path / "a" / "b" / "c.json", b"whole", staging=staging)
    for path in (tmp_path / "a", tmp_path / "a" / "b", tmp_path / "a" / "b" / "c.json", staging):
        assert path.stat().st_mode & 0o077 == 0


def test_a_taken_name_is_not_touched(tmp_path: Path, staging: Path) -> None:
    """The second writer is told, and the first one's bytes stay."""
    create_file(tmp_path / "c.json", b"first", staging=staging)
    with pytest.raises(FileExistsError):
        create_file(tmp_path / "c.json", b"second", staging=staging)
    assert (tmp_path / "c.json").read_bytes() == b"first"
    assert parts_in(staging) == []


def test_a_dangling_link_is_a_taken_name(tmp_path: Path, staging: Path) -> None:
    """Nothing is written through a link that somebody laid out."""
    (tmp_path / "c.json").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        create_file(tmp_path / "c.json", b"whole", staging=staging)
    assert not (tmp_path / "elsewhere").exists()


def test_parts_of_killed_writers_are_cleared_and_live_ones_left(tmp_path: Path, staging: Path) -> None:
    """A write clears what an old attempt at the same name left, and nothing that may still be written."""
    staging.mkdir()
    for name in ("c.json.old.part", "c.json.live.part", "d.json.old.part"):
        (staging / name).write_bytes(b"half")
    for name in ("c.json.old.part", "d.json.old.part"):
        past_s = (staging / name).stat().st_mtime - DAY_S
        os.utime(staging / name, (past_s, past_s))
    create_file(tmp_path / "c.json", b"whole", staging=staging)
    assert sorted(parts_in(staging)) == ["c.json.live.part", "d.json.old.part"]


def test_removing_a_file_removes_its_parts(tmp_path: Path, staging: Path) -> None:
    """Gone means gone, also from the staging folder, and twice is the same as once."""
    create_file(tmp_path / "c.json", b"whole", staging=staging)
    (staging / "c.json.live.part").write_bytes(b"half")
    for _ in range(2):
        remove_file(tmp_path / "c.json", staging=staging)
        assert not (tmp_path / "c.json").exists()
        assert parts_in(staging) == []


def test_removing_from_a_folder_that_is_not_there_is_no_error(tmp_path: Path, staging: Path) -> None:
    """A call that was never written can be deleted."""
    remove_file(tmp_path / "never" / "c.json", staging=staging)
    assert not (tmp_path / "never").exists()
