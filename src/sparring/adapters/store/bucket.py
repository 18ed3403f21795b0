"""The air gap in a cloud's bucket, through obstore: `BucketStore` implements `TranscriptStore`.

Azure Blob Storage, S3 and Google Cloud Storage. Objects flow in once: a put says "only if there is none"
(`If-None-Match: *`), so no writer ever changes one, whoever else holds the rights to. A service that does not answer
within seconds is unavailable; the caller tries again.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, NoReturn

import obstore
from obstore import exceptions as refusals

from sparring.adapters.store.names import checked_name
from sparring.errors import ObjectConflict, ObjectMissing, ObjectTooLarge, StoreFailed, StoreUnavailable
from sparring.ports import StoredObject
from sparring.transcript import TRANSCRIPTS

_UNAVAILABLE = "The bucket cannot be read or written now. `sparring doctor` says why."
_ABSENT = (FileNotFoundError, refusals.NotFoundError)  # obstore raises the built-in one
_FAILED = (OSError, refusals.BaseError)
_REFUSED = ("401 Unauthorized", "403 Forbidden")
_NO_BUCKET = ("ContainerNotFound", "NoSuchBucket", "The specified bucket does not exist")


class BucketStore:
    """Objects in one bucket.

    Args:
        store: obstore's own for the service, with credentials and limits.
        closing: lets go of what gives the credentials.
    """

    def __init__(self, store: Any, *, closing: Callable[[], Awaitable[None]] | None = None) -> None:
        self._store, self._closing = store, closing

    async def put_once(self, name: str, data: bytes) -> None:
        """Create `name`; the same bytes again are a no-op.

        Raises: ObjectConflict, StoreUnavailable, IdRejected.
        """
        path = checked_name(name)
        try:
            await obstore.put_async(self._store, path, data, mode="create", use_multipart=False)
        except refusals.AlreadyExistsError:
            # also the answer to a put of our own whose first answer was lost
            if await self._differs(path, data):
                raise ObjectConflict("The object is there with other content; objects are written once.") from None
        except _FAILED:
            raise StoreUnavailable(_UNAVAILABLE) from None

    async def get(self, name: str, *, max_bytes: int) -> bytes:
        """Raises: ObjectMissing, StoreUnavailable, ObjectTooLarge over `max_bytes`, IdRejected."""
        try:
            found = await obstore.get_async(self._store, checked_name(name))
            if found.meta["size"] > max_bytes:
                raise ObjectTooLarge(f"The object is larger than {max_bytes} bytes.")
            return bytes(await found.bytes_async())
        except _ABSENT as error:
            if _lacks_bucket(error):
                raise StoreUnavailable(_UNAVAILABLE) from None
            raise ObjectMissing("No object has this name.") from None
        except _FAILED:
            raise StoreUnavailable(_UNAVAILABLE) from None

    async def delete(self, name: str) -> None:
        """Gone afterwards, whether or not it was there. Raises: StoreUnavailable, IdRejected."""
        try:
            await obstore.delete_async(self._store, checked_name(name))
        except _ABSENT:
            return
        except _FAILED:
            raise StoreUnavailable(_UNAVAILABLE) from None

    async def listing(self, folder: str) -> AsyncIterator[StoredObject]:
        """Every object below `folder`, which has no slash at its end. Raises: StoreUnavailable."""
        try:
            async for page in obstore.list(self._store, prefix=folder):
                for one in page:
                    yield StoredObject(one["path"], one["last_modified"])
        except _FAILED:
            raise StoreUnavailable(_UNAVAILABLE) from None

    async def examine(self) -> None:
        """Whether the bucket is there and may be read.

        Raises: StoreUnavailable with a sentence that says which of them it is not.
        """
        try:
            async for _ in obstore.list(self._store, prefix=TRANSCRIPTS, chunk_size=1):
                break
        except _FAILED as error:
            _explain(error)

    async def close(self) -> None:
        """Nothing may be called afterwards."""
        if self._closing is not None:
            await self._closing()

    async def _differs(self, path: str, data: bytes) -> bool:
        try:
            return await self.get(path, max_bytes=len(data)) != data
        except StoreUnavailable:
            raise
        except StoreFailed:
            return True  # larger, or deleted in between: neither is what was to be written


def _lacks_bucket(error: Exception) -> bool:
    """A service says 404 for an object that is not there and for a bucket that is not; only its code differs."""
    text = str(error)  # never shown: it holds the answer's body
    return any(code in text for code in _NO_BUCKET)


def _explain(error: Exception) -> NoReturn:
    if _lacks_bucket(error):
        raise StoreUnavailable("There is no such bucket or container: make it first, Sparring does not.") from None
    if any(status in str(error) for status in _REFUSED):
        raise StoreUnavailable(
            "The service answers and lets this process in no further: on Azure give its identity the role "
            "Storage Blob Data Contributor, elsewhere the rights to list, read, create and delete objects."
        ) from None
    raise StoreUnavailable(
        "The service does not answer, or nobody vouches for this process: see that the address is right, and on Azure "
        "give it a managed identity or run `az login`, elsewhere the credentials that the service's own tools take."
    ) from None
