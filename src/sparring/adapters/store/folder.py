"""The air gap as a folder: `FolderStore(root)` implements `TranscriptStore`.

Objects flow in once and are never changed. An object's name is its path under the root; only lower-case names of ours
are accepted, so no name can leave the root, hide, or mean a device. File work happens in a thread.
"""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from sparring.adapters.store.files import create_file, remove_file
from sparring.adapters.store.names import checked_name
from sparring.errors import ObjectConflict, ObjectMissing, ObjectTooLarge, StoreUnavailable
from sparring.ports import StoredObject

STAGING = ".staging"
_UNAVAILABLE = "The object store's folder cannot be read or written now."


class FolderStore:
    """Objects as files under `root`, which is created when first written to."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._staging = root / STAGING

    async def put_once(self, name: str, data: bytes) -> None:
        """Create `name`; the same bytes again are a no-op.

        Raises: ObjectConflict, StoreUnavailable, IdRejected.
        """
        path = self._path(name)
        try:
            await asyncio.to_thread(self._put, path, data)
        except OSError:
            raise StoreUnavailable(_UNAVAILABLE) from None

    async def get(self, name: str, *, max_bytes: int) -> bytes:
        """Raises: ObjectMissing, StoreUnavailable, ObjectTooLarge over `max_bytes`, IdRejected."""
        path = self._path(name)
        try:
            return await asyncio.to_thread(_read, path, max_bytes)
        except FileNotFoundError:
            raise ObjectMissing("No object has this name.") from None
        except OSError:
            raise StoreUnavailable(_UNAVAILABLE) from None

    async def delete(self, name: str) -> None:
        """Gone afterwards, whether or not it was there. Raises: StoreUnavailable, IdRejected."""
        path = self._path(name)
        try:
            await asyncio.to_thread(remove_file, path, staging=self._staging)
        except OSError:
            raise StoreUnavailable(_UNAVAILABLE) from None

    async def listing(self, folder: str) -> AsyncIterator[StoredObject]:
        """Every object below `folder`, which has no slash at its end. Raises: StoreUnavailable."""
        try:
            found = await asyncio.to_thread(_listed, self._root, folder)
        except OSError:
            raise StoreUnavailable(_UNAVAILABLE) from None
        for one in found:
            yield one

    async def close(self) -> None:
        """Nothing to let go of."""

    def _path(self, name: str) -> Path:
        return self._root / checked_name(name)

    def _put(self, path: Path, data: bytes) -> None:
        try:
            create_file(path, data, staging=self._staging)
        except FileExistsError:
            if not _holds(path, data):
                raise ObjectConflict("The object is there with other content; objects are written once.") from None


def _listed(root: Path, folder: str) -> list[StoredObject]:
    """A file that is deleted meanwhile is not there."""
    found = []
    for path in (root / folder).rglob("*.json"):
        with suppress(FileNotFoundError):
            written_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            found.append(StoredObject(path.relative_to(root).as_posix(), written_at))
    return found


def _read(path: Path, max_bytes: int) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    with os.fdopen(descriptor, "rb") as file:
        data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise ObjectTooLarge(f"The object is larger than {max_bytes} bytes.")
    return data


def _holds(path: Path, data: bytes) -> bool:
    return _read(path, max(len(data), path.stat().st_size)) == data
