"""`TranscriptStore` in memory: for calls that leave no trace."""

from sparring.errors import ObjectConflict, ObjectMissing, StoreFailed


class MemoryStore:
    """Objects written once, gone with the process."""

    def __init__(self) -> None:
        self._objects: dict[str, bytes] = {}

    async def put_once(self, name: str, data: bytes) -> None:
        """The same bytes again are a no-op. Raises: ObjectConflict."""
        if self._objects.setdefault(name, data) != data:
            raise ObjectConflict("A transcript with other contents stands there already.")

    async def get(self, name: str, *, max_bytes: int) -> bytes:
        """Raises: ObjectMissing, StoreFailed when larger than `max_bytes`."""
        if name not in self._objects:
            raise ObjectMissing("There is no transcript of this call.")
        if len(self._objects[name]) > max_bytes:
            raise StoreFailed("The transcript is larger than Sparring reads.")
        return self._objects[name]

    async def delete(self, name: str) -> None:
        """Gone afterwards."""
        self._objects.pop(name, None)
