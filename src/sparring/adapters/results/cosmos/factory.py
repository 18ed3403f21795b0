"""Opens results on Cosmos DB: by Microsoft Entra on Azure, with a key on an emulator of this machine alone."""

from typing import Any

from sparring.adapters.results.cosmos.address import CosmosAddress, Emulator, parse_cosmos_address, parse_emulator
from sparring.adapters.results.cosmos.charges import told_to
from sparring.adapters.results.cosmos.container import Items
from sparring.adapters.results.cosmos.store import CosmosResults
from sparring.errors import ConfigRejected
from sparring.ports import Clock, Telemetry
from sparring.telemetry import Silent

try:
    from azure.cosmos.aio import CosmosClient
    from azure.identity.aio import DefaultAzureCredential
except ImportError:
    raise ConfigRejected(
        "Cosmos DB needs azure-cosmos and azure-identity: install Sparring with the extra `azure`."
    ) from None

LIMITS: dict[str, Any] = {
    "connection_timeout": 5,
    "read_timeout": 15,
    "retry_connect": 2,
    "retry_total": 5,  # of a 429, each after as long as it says
    "retry_backoff_max": 10,  # seconds that all of these waits may take together
}


def open_cosmos(
    text: str,
    clock: Clock,
    *,
    tenant_id: str,
    connection_string: str | None = None,
    telemetry: Telemetry | None = None,
) -> CosmosResults:
    """Nothing is connected to before the first use.

    Args:
        text: `cosmos://ACCOUNT/DATABASE`.
        clock: for the store.
        tenant_id: whose results.
        connection_string: of an emulator here; None: Microsoft Entra.
        telemetry: told what every request costs.
    """
    address = parse_cosmos_address(text)
    if connection_string is not None:
        return _on_emulator(address, parse_emulator(connection_string), clock, tenant_id)
    vouched = DefaultAzureCredential()
    client = CosmosClient(address.endpoint, vouched, raw_response_hook=told_to(telemetry or Silent()), **LIMITS)
    return CosmosResults(Items(client, address.database, tenant_id=tenant_id, closing=(vouched.close,)), clock)


def _on_emulator(address: CosmosAddress, emulator: Emulator, clock: Clock, tenant_id: str) -> CosmosResults:
    # it names addresses of its own for its regions, and shows a certificate of its own
    here: dict[str, Any] = {"enable_endpoint_discovery": False, "connection_verify": False}
    client = CosmosClient(emulator.endpoint, emulator.key, **here, **LIMITS)
    return CosmosResults(Items(client, address.database, tenant_id=tenant_id), clock)
