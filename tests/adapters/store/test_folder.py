"""The air gap as a folder, beyond what its contract says."""

from datetime import UTC
from pathlib import Path

import pytest

from sparring.adapters.store.folder import FolderStore
from sparring.errors import StoreUnavailable

NAME = "transcripts/2026/11/25/call_0123456789abcdefghij.json"


async def test_an_object_is_a_file_under_its_name(tmp_path: Path) -> None:
    """The operator finds a transcript where its name says."""
    await FolderStore(tmp_path).put_once(NAME, b"whole")
    assert (tmp_path / NAME).read_bytes() == b"whole"


async def test_reading_does_not_make_the_folder(tmp_path: Path) -> None:
    """A store that nobody wrote to leaves no trace."""
    await FolderStore(tmp_path / "objects").delete(NAME)
    assert not (tmp_path / "objects").exists()


async def test_a_link_is_not_followed_out_of_the_store(tmp_path: Path) -> None:
    """A name that was made to point elsewhere is not read."""
    (tmp_path / "secret").write_text("secret")
    (tmp_path / NAME).parent.mkdir(parents=True)
    (tmp_path / NAME).symlink_to(tmp_path / "secret")
    with pytest.raises(StoreUnavailable):
        await FolderStore(tmp_path).get(NAME, max_bytes=100)


async def test_two_stores_share_one_folder(tmp_path: Path) -> None:
    """What one process wrote the other one reads."""
    await FolderStore(tmp_path).put_once(NAME, b"whole")
    assert await FolderStore(tmp_path).get(NAME, max_bytes=10) == b"whole"


async def test_a_listing_names_every_object_below_a_folder(tmp_path: Path) -> None:
    """With when it was written; a folder that is not there holds nothing."""
    store = FolderStore(tmp_path)
    await store.put_once(NAME, b"whole")
    (listed,) = [one async for one in store.listing("transcripts/2026/11")]
    assert (listed.name, listed.written_at.tzinfo) == (NAME, UTC)
    assert [one async for one in store.listing("transcripts/2026/12")] == []
