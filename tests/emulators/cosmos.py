"""Azure Cosmos DB on this machine: @vercel/cosmosdb-server, in memory, with what it does wrong put right on the way.

What it does wrong (1.0.1), found with azure-cosmos 4.17.1:

1. A point read of an item that is not there answers 500 where Cosmos DB answers 404
   (`lib/handler/read-document.js` looks into the undefined document). `MendedTransport` makes it the 404 it is.
2. A query is refused (400, "missing partition keys") unless its text names every path of the partition key; the header
   with the key itself, which is what Cosmos DB goes by, is not looked at. `MendedTransport` asks across partitions
   instead, and the text of our queries names tenant and part as well, so that they see what they would on Azure.
3. No OFFSET, no DISTINCT VALUE, no GROUP BY: nothing of ours uses them.
4. No request units, no throttling, no consistency levels, no index policy, no size limits, no access control: 429, 403
   and a missing container are tested against a scripted transport (tests/adapters/results/cosmos).
"""

import json
import urllib.request
from pathlib import Path
from typing import Any

from azure.core.pipeline.transport import AioHttpTransport
from azure.cosmos.aio import CosmosClient

from sparring.adapters.results.cosmos.address import CONTAINER, PARTITION_KEY
from sparring.adapters.results.cosmos.container import Items
from tests.emulators.node import NodeServer
from tests.fakes.loopback import free_port

KEY = "bm8gc2VjcmV0IGF0IGFsbA=="  # any will do: it is not looked at


class MendedTransport(AioHttpTransport):  # type: ignore[misc] # azure-core loads it when it is asked for
    """See faults 1 and 2."""

    async def send(self, request: Any, **options: Any) -> Any:
        """One exchange."""
        if request.headers.get("x-ms-documentdb-isquery") == "true":
            request.headers["x-ms-documentdb-query-enablecrosspartition"] = "True"
        response = await super().send(request, **options)
        if request.method == "GET" and "/docs/" in request.url and response.status_code == 500:
            response.status_code = 404
        return response


class CosmosEmulator(NodeServer):
    """A running server, as a context manager."""

    def __init__(self, emulators: Path) -> None:
        super().__init__(emulators / "node_modules" / "@vercel" / "cosmosdb-server" / "lib" / "cli.js")
        self._port, self._made = free_port(), 0

    def start(self) -> None:
        """See `NodeServer`."""
        self.run("-p", str(self._port), "--host", "127.0.0.1", "--no-ssl", until=(self._port,))

    @property
    def connection_string(self) -> str:
        """As an emulator shows it."""
        return f"AccountEndpoint={self._endpoint}/;AccountKey={KEY}"

    def new_database(self) -> str:
        """With the container in it, as the infrastructure makes it: neither is Sparring's to make."""
        self._made += 1
        name = f"test-{self._made}"
        self._create("dbs", {"id": name})
        key = {"paths": list(PARTITION_KEY), "kind": "MultiHash", "version": 2}
        self._create(f"dbs/{name}/colls", {"id": CONTAINER, "partitionKey": key})
        return name

    def items(self, database: str, *, tenant_id: str, **options: Any) -> Items:
        """Of one tenant there, seen without the faults above. `options`: of the client."""
        mended: dict[str, Any] = {"transport": MendedTransport(), "enable_endpoint_discovery": False}
        client = CosmosClient(self._endpoint, KEY, **mended, **options)
        return Items(client, database, tenant_id=tenant_id)

    @property
    def _endpoint(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def _create(self, path: str, wanted: dict[str, Any]) -> None:
        url, body = f"{self._endpoint}/{path}", json.dumps(wanted).encode()
        urllib.request.urlopen(urllib.request.Request(url, body), timeout=30).close()  # noqa: S310
