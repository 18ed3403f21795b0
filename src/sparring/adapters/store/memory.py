"""`TranscriptStore` in memory: for calls that leave no trace."""

from sparring.adapters.store.names import checked_name
from sparring.errors import ObjectConflict, ObjectMissing, ObjectTooLarge


class MemoryStore:
    """Objects written once, gone with the process."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}

    async def put_once(self, name: str, data: bytes) -> None:
        """The same bytes again are a no-op. Raises: ObjectConflict, IdRejected."""
        if self.objects.setdefault(checked_name(name), data) != data:
            raise ObjectConflict("A transcript with other contents stands there already.")

    async def get(self, name: str, *, max_bytes: int) -> bytes:
        """Raises: ObjectMissing, ObjectTooLarge over `max_bytes`, IdRejected."""
        if checked_name(name) not in self.objects:
            raise ObjectMissing("There is no transcript of this call.")
        if len(self.objects[name]) > max_bytes:
            raise ObjectTooLarge("The transcript is larger than Sparring reads.")
        return self.objects[name]

    async def delete(self, name: str) -> None:
        """Gone afterwards. Raises: IdRejected."""
        self.objects.pop(checked_name(name), None)

    async def close(self) -> None:
        """Nothing to let go of."""
