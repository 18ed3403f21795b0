"""Create-only files: whole or not there, durable on return, readable by the owner alone.

Bytes are written to a part file beside nothing that is read, forced to disk, then linked to their name; `link` fails
when the name is taken, so a reader never sees half an object and a writer never changes one.
"""

import math
import os
import secrets
from contextlib import suppress
from pathlib import Path

_ABANDONED_S = 60.0  # a part file this much older than a finished one was left by a killed writer
_CREATE_ONLY = os.O_WRONLY | os.O_CREAT | os.O_EXCL


def create_file(path: Path, data: bytes, *, staging: Path) -> None:
    """Write `data` to the new file `path`; part files go to `staging`, on the same file system.

    Raises:
        FileExistsError: the name is taken.
        OSError: the disk is full or failing; nothing is left behind.
    """
    _make_folder(staging)
    _make_folder(path.parent)
    part = staging / f"{path.name}.{secrets.token_hex(8)}.part"
    try:
        _write_durably(part, data)
        os.link(part, path)
    finally:
        part.unlink(missing_ok=True)
    _sync_folder(path.parent)
    remove_parts(path.name, staging=staging, before_s=path.stat().st_mtime - _ABANDONED_S)


def remove_file(path: Path, *, staging: Path) -> None:
    """Remove `path`, if it is there, and every part file of it. Raises: OSError."""
    path.unlink(missing_ok=True)
    remove_parts(path.name, staging=staging, before_s=math.inf)
    if path.parent.is_dir():
        _sync_folder(path.parent)


def remove_parts(name: str, *, staging: Path, before_s: float) -> None:
    """Remove what writers of this file name left unfinished before this time of the file system's own clock."""
    for part in staging.glob(f"{name}.*.part"):
        with suppress(FileNotFoundError):
            if part.stat().st_mtime < before_s:
                part.unlink()


def _make_folder(folder: Path) -> None:
    missing = [ancestor for ancestor in (folder, *folder.parents) if not ancestor.exists()]
    for ancestor in reversed(missing):
        ancestor.mkdir(mode=0o700, exist_ok=True)
        _sync_folder(ancestor.parent)


def _write_durably(path: Path, data: bytes) -> None:
    descriptor = os.open(path, _CREATE_ONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
