"""The air gap in a bucket, beyond what its contract says."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from obstore.store import AzureStore, MemoryStore

from sparring.adapters.store.bucket import BucketStore
from sparring.errors import ObjectMissing, StoreUnavailable
from tests.fakes.loopback import free_port, served

NAME = "transcripts/2026/11/25/call_0123456789abcdefghij.json"
NO_CONTAINER = (404, "ContainerNotFound")
NO_BLOB = (404, "BlobNotFound")
NO_RIGHTS = (403, "AuthorizationPermissionMismatch")


class Service:
    """Blob storage that gives one answer to everything, and keeps the headers that came."""

    def __init__(self) -> None:
        self.port = free_port()
        self.answer: tuple[int, str] = NO_CONTAINER
        self.headers: list[str] = []

    async def handle(self, request: web.Request) -> web.Response:
        self.headers.append(request.headers.get("Authorization", ""))
        status, code = self.answer
        text = f'<?xml version="1.0" encoding="utf-8"?><Error><Code>{code}</Code></Error>'
        return web.Response(status=status, text=text, content_type="application/xml")


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    made, app = Service(), web.Application()
    app.router.add_route("*", "/{rest:.*}", made.handle)
    async with served(app, made.port):
        yield made


@pytest.fixture
def store(service: Service) -> BucketStore:
    token: Any = {"token": "of-the-identity", "expires_at": None}
    made = AzureStore(
        "air-gap",
        config={"account_name": "sparring", "endpoint": f"http://127.0.0.1:{service.port}"},
        client_options={"allow_http": True},
        retry_config={"max_retries": 0},
        credential_provider=lambda: token,
    )
    return BucketStore(made)


async def test_a_container_that_is_not_there_is_an_outage_and_no_missing_object(
    service: Service, store: BucketStore
) -> None:
    """Nobody's transcript becomes a dead letter because a container was named wrongly."""
    with pytest.raises(StoreUnavailable):
        await store.get(NAME, max_bytes=10)
    service.answer = NO_BLOB
    with pytest.raises(ObjectMissing):
        await store.get(NAME, max_bytes=10)


@pytest.mark.parametrize(
    ("answer", "words"),
    [(NO_CONTAINER, "no such bucket"), (NO_RIGHTS, "Storage Blob Data Contributor"), ((500, "x"), "does not answer")],
)
async def test_what_is_wrong_is_said_in_a_sentence(
    service: Service, store: BucketStore, answer: tuple[int, str], words: str
) -> None:
    """The operator reads what to do, and nothing of the service's own answer."""
    service.answer = answer
    with pytest.raises(StoreUnavailable, match=words):
        await store.examine()


async def test_the_identitys_token_is_sent_and_no_key(service: Service, store: BucketStore) -> None:
    """Microsoft Entra in place of a key."""
    with pytest.raises(StoreUnavailable):
        await store.put_once(NAME, b"whole")
    assert service.headers == ["Bearer of-the-identity"]


async def test_objects_are_listed_by_folder() -> None:
    """Names as the store knows them, whatever lies beside."""
    store = BucketStore(MemoryStore())
    await store.put_once(NAME, b"whole")
    await store.put_once("results/2026/part.json", b"whole")
    assert [one.name async for one in store.listing("transcripts/2026/11/25")] == [NAME]
    assert [one.name async for one in store.listing("transcripts/2026/11/24")] == []
