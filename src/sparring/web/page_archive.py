"""`pages.tar.xz`: the pages as `frontend/` was exported, one archive that is part of this version.

`tools/build_frontend.py` writes it, and `pages.py` serves what is in it: nothing is unpacked, so that no folder of an
older version can be served, and an installation that cannot be written serves its pages too.
"""

import io
import tarfile
from collections.abc import Mapping
from pathlib import Path

from sparring.errors import DocumentRejected

ARCHIVE = Path(__file__).parent / "pages.tar.xz"
BUILT_FROM = ".built-from"
"""The file in it that holds the digest of the sources it was built from."""


def packed(files: Mapping[str, bytes]) -> bytes:
    """Every file by its path, the digest first. The same files give the same bytes on the same machine: no times."""
    packing = io.BytesIO()
    with tarfile.open(fileobj=packing, mode="w:xz", preset=9) as archive:
        for name in sorted(files, key=lambda name: (name != BUILT_FROM, name.split("/"))):
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(files[name]), 0o644
            archive.addfile(member, io.BytesIO(files[name]))
    return packing.getvalue()


def unpacked(path: Path = ARCHIVE) -> dict[str, bytes]:
    """What was packed, by its path: 85 ms for 2 MB of pages. Raises: DocumentRejected."""
    try:
        with tarfile.open(path, mode="r:xz") as archive:
            found = {member.name: archive.extractfile(member) for member in archive if member.isfile()}
            return {name: file.read() for name, file in found.items() if file}
    except (tarfile.TarError, EOFError, OSError) as damaged:
        raise _unreadable(path) from damaged


def built_from(path: Path = ARCHIVE) -> str:
    """The digest of the sources; nothing where there is no archive. Raises: DocumentRejected."""
    if not path.is_file():
        return ""
    try:
        with tarfile.open(path, mode="r:xz") as archive:
            first = archive.next()
            file = archive.extractfile(first) if first is not None and first.name == BUILT_FROM else None
            return file.read().decode() if file else ""
    except (tarfile.TarError, EOFError, OSError) as damaged:
        raise _unreadable(path) from damaged


def _unreadable(path: Path) -> DocumentRejected:
    return DocumentRejected(
        str(path), "", f"cannot be read. Fetch it anew (`git checkout -- {path}`) or install again."
    )
