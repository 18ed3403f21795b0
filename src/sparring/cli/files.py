"""A file somebody named on the command line."""

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
        raise rejected(path.name, "", "there is no such file") from None
    except IsADirectoryError:
        raise rejected(path.name, "", "that is a folder, not a file") from None
    except OSError as error:
        raise rejected(path.name, "", f"the file cannot be read: {error.strerror}") from None
