"""What Azure Cosmos DB says that its emulator never does: refusals, throttling, a missing container; over real HTTP.

One container, `results` in `sparring`. Every request for an item is answered as the script says, and with what was put
there once the script is through; the requests are kept for the test to look at.
"""

from collections import deque
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from aiohttp import web
from azure.cosmos.aio import CosmosClient

from sparring.adapters.results.cosmos.address import CONTAINER, PARTITION_KEY
from sparring.adapters.results.cosmos.container import Items
from sparring.adapters.results.cosmos.factory import LIMITS
from tests.fakes.loopback import free_port, served

DATABASE, TENANT = "sparring", "harbour"
CHARGED = {"x-ms-request-charge": "2.5"}


@dataclass(frozen=True)
class Answer:
    """One reply. `substatus` tells which kind of the status it is."""

    status: int
    substatus: int = 0
    retry_after_ms: int = 0


@dataclass
class CosmosService:
    """As an asynchronous context manager. `container`: what a look at the container is answered with."""

    script: deque[Answer] = field(default_factory=deque)
    container: Answer = Answer(200)
    paths: tuple[str, ...] = PARTITION_KEY
    seen: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    kept: dict[str, Any] = field(default_factory=dict)

    async def __aenter__(self) -> Self:
        self._port, self._open = free_port(), AsyncExitStack()
        app = web.Application()
        app.router.add_get("/", self._account)
        app.router.add_get(f"/dbs/{DATABASE}/colls/{CONTAINER}{{end:/?}}", self._look)
        app.router.add_post(f"/dbs/{DATABASE}/colls/{CONTAINER}/docs{{end:/?}}", self._put)
        app.router.add_get(f"/dbs/{DATABASE}/colls/{CONTAINER}/docs/{{id:[^/]+}}{{end:/?}}", self._get)
        await self._open.enter_async_context(served(app, self._port))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._open.aclose()

    def items(self, **options: Any) -> Items:
        """Of one tenant, by a key: a token of Microsoft Entra goes to TLS alone. `options`: of the client."""
        url = f"http://127.0.0.1:{self._port}"
        client = CosmosClient(url, "YWJj", enable_endpoint_discovery=False, **LIMITS, **options)
        return Items(client, DATABASE, tenant_id=TENANT)

    async def _account(self, request: web.Request) -> web.Response:
        here = [{"name": "West Europe", "databaseAccountEndpoint": f"http://127.0.0.1:{self._port}/"}]
        account = {"id": "sparring", "writableLocations": here, "readableLocations": here}
        return web.json_response({**account, "userConsistencyPolicy": {"defaultConsistencyLevel": "Strong"}})

    async def _look(self, request: web.Request) -> web.Response:
        if self.container.status != 200:
            return _said(self.container)
        key = {"paths": list(self.paths), "kind": "MultiHash", "version": 2}
        return web.json_response({"id": CONTAINER, "_rid": "AAAA", "partitionKey": key})

    async def _get(self, request: web.Request) -> web.Response:
        if (answer := self._next(request)) is not None:
            return _said(answer)
        found = self.kept.get(request.match_info["id"])
        return web.json_response(found, headers=CHARGED) if found else _said(Answer(404))

    async def _put(self, request: web.Request) -> web.Response:
        if (answer := self._next(request)) is not None:
            return _said(answer)
        item = await request.json()
        self.kept[item["id"]] = item | {"_etag": str(len(self.seen))}
        return web.json_response(self.kept[item["id"]], status=201, headers=CHARGED)

    def _next(self, request: web.Request) -> Answer | None:
        self.seen.append((request.method, dict(request.headers)))
        return self.script.popleft() if self.script else None


def _said(answer: Answer) -> web.Response:
    headers = CHARGED | {"x-ms-substatus": str(answer.substatus), "x-ms-retry-after-ms": str(answer.retry_after_ms)}
    return web.json_response(
        {"code": "X", "message": "with an item's words in it"}, status=answer.status, headers=headers
    )
