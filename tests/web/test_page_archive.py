"""The archive that the pages are served out of."""

from pathlib import Path

import pytest

from sparring.errors import DocumentRejected
from sparring.web.page_archive import BUILT_FROM, built_from, packed, unpacked

FILES = {"index.html": b"<p>Start</p>", "call/index.html": b"<p>Call</p>", BUILT_FROM: b"abc"}


def test_what_was_packed_comes_back_and_says_what_it_was_built_from(tmp_path: Path) -> None:
    """The same files give the same bytes, in whatever order they come."""
    archive = tmp_path / "pages.tar.xz"
    archive.write_bytes(packed(FILES))
    assert (unpacked(archive), built_from(archive)) == (FILES, "abc")
    assert packed(dict(reversed(FILES.items()))) == archive.read_bytes()


def test_an_archive_that_is_not_there_was_built_from_nothing(tmp_path: Path) -> None:
    assert built_from(tmp_path / "pages.tar.xz") == ""


@pytest.mark.parametrize("length", [0, 10, 60])
def test_a_damaged_archive_is_told_with_the_command_that_mends_it(tmp_path: Path, length: int) -> None:
    """Half of it gives a sentence and no pages."""
    archive = tmp_path / "pages.tar.xz"
    archive.write_bytes(packed(FILES)[:length])
    for read in (unpacked, built_from):
        with pytest.raises(DocumentRejected, match="git checkout -- "):
            read(archive)
