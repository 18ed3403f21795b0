"""One container of Cosmos DB: items read by id, changed as a whole under their etag, and queried within a tenant.

Flows in: edits as pure functions from the item as it is to the item as it shall be. Flows out: items; one error.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any, TypeVar

from sparring.adapters.results.cosmos.address import CONTAINER, PARTITION_KEY
from sparring.errors import ConfigRejected, ResultsFailed

try:
    from azure.core import MatchConditions
    from azure.core.exceptions import AzureError, ClientAuthenticationError
    from azure.cosmos.aio import ContainerProxy, CosmosClient
    from azure.cosmos.exceptions import (
        CosmosAccessConditionFailedError,
        CosmosHttpResponseError,
        CosmosResourceExistsError,
        CosmosResourceNotFoundError,
    )
except ImportError:
    raise ConfigRejected("Cosmos DB needs azure-cosmos: install Sparring with the extra `azure`.") from None

Item = dict[str, Any]
Edit = Callable[[Item | None], tuple[Item | None, "T"]]
"""From an item, or None where there is none, to what shall stand in its place (None: leave it), and an answer."""
T = TypeVar("T")

_ROUNDS = 30  # writers of one item at the same time: each round at least one of them gets through
_PAGE = 1_000  # items a page; Cosmos DB cuts at 4 MB and hands out a continuation token either way
_NO_OWNER = 1003  # sub-status of 404: not the item but its container is missing
_SENTENCES = {
    401: "Cosmos DB does not take this process's identity or key. Look at SPARRING_RESULTS and the identity's roles.",
    403: "Cosmos DB refuses this process: give its identity the role Cosmos DB Built-in Data Contributor on the "
    "database, and let the account's network rules in whoever calls.",
    404: "Cosmos DB has no such database or container: SPARRING_RESULTS names the database, and the container is "
    f"`{CONTAINER}` with the partition key {' and '.join(PARTITION_KEY)} (infra/modules/cosmos.bicep makes both).",
    429: "Cosmos DB is busier than its throughput allows: raise the container's request units.",
}
_UNREACHABLE = "Cosmos DB cannot be reached now. Look at SPARRING_RESULTS, the network and the account's state."
_NOBODY = "Microsoft Entra knows no identity of this process: give it a managed identity, or run `az login`."
_OTHER_KEY = (
    f"The container `{CONTAINER}` has another partition key than {' and '.join(PARTITION_KEY)}: make it anew, as "
    "infra/modules/cosmos.bicep does."
)


class Items:
    """The items of one tenant. Every method raises ResultsFailed when Cosmos DB does not do its part.

    Args:
        client: opened; the SDK itself waits as long as a 429 says, up to its limits.
        database: where the container is.
        tenant_id: first part of every item's partition key.
        closing: awaited after the client was closed.
    """

    def __init__(
        self,
        client: CosmosClient,
        database: str,
        *,
        tenant_id: str,
        closing: tuple[Callable[[], Awaitable[None]], ...] = (),
    ) -> None:
        self._client, self._tenant_id, self._closing = client, tenant_id, closing
        self._container: ContainerProxy = client.get_database_client(database).get_container_client(CONTAINER)
        self._known = False

    @property
    def tenant_id(self) -> str:
        """Whose items these are."""
        return self._tenant_id

    async def get(self, part: str, item_id: str) -> Item | None:
        """A point read: one request unit for each KB."""
        container = await self._opened()
        try:
            found: Any = await container.read_item(item_id, partition_key=[self._tenant_id, part])
        except CosmosResourceNotFoundError as error:
            if error.sub_status == _NO_OWNER:
                raise _failed(error) from None
            return None
        except AzureError as error:
            raise _failed(error) from None
        return dict(found)

    async def change(self, part: str, item_id: str, edit: "Edit[T]") -> T:
        """Read, edit, and write back if nobody wrote meanwhile; begin again if somebody did."""
        for _ in range(_ROUNDS):
            found = await self.get(part, item_id)
            wanted, answer = edit(found)
            if wanted is None or await self.replace(part, item_id, wanted, found):
                return answer
        raise ResultsFailed("Cosmos DB: too many processes write the same call at the same time.")

    async def replace(self, part: str, item_id: str, wanted: Item, found: Item | None) -> bool:
        """Write what was made from `found`; False, and nothing written, when that is no longer what stands there."""
        container = await self._opened()
        body = {**wanted, "id": item_id, "tenant_id": self._tenant_id, "part": part}
        try:
            if found is None:
                await container.create_item(body)
            else:
                etag, unchanged = found["_etag"], MatchConditions.IfNotModified
                await container.replace_item(item_id, body, etag=etag, match_condition=unchanged)
        except (CosmosResourceExistsError, CosmosAccessConditionFailedError, CosmosResourceNotFoundError):
            return False
        except AzureError as error:
            raise _failed(error) from None
        return True

    async def put(self, part: str, item_id: str, wanted: Item) -> None:
        """Create or replace, whatever was there."""
        container = await self._opened()
        try:
            await container.upsert_item({**wanted, "id": item_id, "tenant_id": self._tenant_id, "part": part})
        except AzureError as error:
            raise _failed(error) from None

    async def remove(self, part: str, item_id: str) -> None:
        """Gone afterwards, whether or not it was there."""
        container = await self._opened()
        try:
            await container.delete_item(item_id, partition_key=[self._tenant_id, part])
        except CosmosResourceNotFoundError:
            return
        except AzureError as error:
            raise _failed(error) from None

    async def query(
        self, what: str, where: str, values: Mapping[str, Any], *, tail: str = "", part: str | None = None
    ) -> AsyncIterator[Item]:
        """Items of this tenant, page by page; of one part of it when given.

        A tenant that has outgrown one physical partition answers partition after partition: whoever needs an order
        sorts, whoever asks for the first few may be given as many of each.

        Args:
            what: the properties, after SELECT, such as `TOP 5 c.record`.
            where: a condition on `c`.
            values: by the names that `where` has as `@name`.
            tail: what follows the condition, such as ORDER BY.
            part: second half of the partition key.
        """
        container = await self._opened()
        here = "c.tenant_id = @tenant_id" + ("" if part is None else " AND c.part = @part")
        given = {**values, "tenant_id": self._tenant_id, **({} if part is None else {"part": part})}
        found = container.query_items(
            f"SELECT {what} FROM c WHERE {here} AND {where} {tail}".rstrip(),  # noqa: S608 - texts of ours, values apart
            parameters=[{"name": f"@{name}", "value": value} for name, value in given.items()],
            partition_key=[self._tenant_id] if part is None else [self._tenant_id, part],
            max_item_count=_PAGE,
        )
        try:
            async for item in found:
                yield item
        except AzureError as error:
            raise _failed(error) from None

    async def close(self) -> None:
        """Safe to call twice."""
        await self._client.close()
        for close in self._closing:
            await close()

    async def _opened(self) -> ContainerProxy:
        """Looked at once: a container that is not there answers a point read as if only the item were missing."""
        if not self._known:
            try:
                properties = await self._container.read()
            except AzureError as error:
                raise _failed(error) from None
            if tuple(properties["partitionKey"]["paths"]) != PARTITION_KEY:
                raise ResultsFailed(_OTHER_KEY)
            self._known = True
        return self._container


def _failed(error: AzureError) -> ResultsFailed:
    """The one documented error; the service's own words may hold an item and go nowhere."""
    if isinstance(error, ClientAuthenticationError) and not isinstance(error, CosmosHttpResponseError):
        return ResultsFailed(_NOBODY)
    status = getattr(error, "status_code", None)
    return ResultsFailed(_SENTENCES.get(status, _UNREACHABLE) if isinstance(status, int) else _UNREACHABLE)
