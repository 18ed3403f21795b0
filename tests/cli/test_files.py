"""Files named on the command line."""

from pathlib import Path

import pytest

from sparring.cli.files import read_at_most
from sparring.errors import TranscriptRejected


def test_a_file_is_read_whole_up_to_its_limit_and_one_byte_beyond_it(tmp_path: Path) -> None:
    path = tmp_path / "call.txt"
    path.write_bytes(b"12345678")
    assert read_at_most(path, 8) == b"12345678"
    assert read_at_most(path, 5) == b"123456"


def test_a_file_that_cannot_be_read_is_refused_by_its_name_alone(tmp_path: Path) -> None:
    with pytest.raises(TranscriptRejected, match=r"call\.txt") as refused:
        read_at_most(tmp_path / "call.txt", 8, rejected=TranscriptRejected)
    assert str(tmp_path) not in refused.value.sentence


def test_the_reason_says_what_is_in_the_way(tmp_path: Path) -> None:
    """A name that is not there and a folder are told apart."""
    with pytest.raises(TranscriptRejected, match="no such file"):
        read_at_most(tmp_path / "call.txt", 8, rejected=TranscriptRejected)
    with pytest.raises(TranscriptRejected, match="folder"):
        read_at_most(tmp_path, 8, rejected=TranscriptRejected)
