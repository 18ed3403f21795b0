"""A file somebody named on the command line."""

import os
from pathlib import Path

from sparring.errors import DocumentRejected


def read_at_most(path: Path, max_bytes: int, *, rejected: type[DocumentRejected] = DocumentRejected) -> bytes:
    """The file's bytes, or one more than `max_bytes` of them: enough for its parser to refuse it as too large.

    Raises:
        DocumentRejected: the subclass given as `rejected`: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(max_bytes + 1)
    except FileNotFoundError:
        raise rejected(name_of(path), "", "there is no such file") from None
    except IsADirectoryError:
        raise rejected(name_of(path), "", "that is a folder, not a file") from None
    except OSError as error:
        raise rejected(name_of(path), "", f"the file cannot be read: {error.strerror}") from None


def name_of(path: Path) -> str:
    """What a file is called in a sentence; bytes that are no UTF-8 are spelt out."""
    return os.fsencode(path.name or path).decode("utf-8", "backslashreplace")
