"""Where results on Cosmos DB are: `cosmos://ACCOUNT/DATABASE`, the container in it always being the same one.

Flows in: two settings. Flows out: an address, and an emulator's endpoint and key from a connection string.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from sparring.adapters.azure.connection_string import parse_connection_string

SCHEME = "cosmos://"
CONTAINER = "results"
PARTITION_KEY = ("/tenant_id", "/part")
"""Hierarchical: one tenant's items lie together, and one call's, one rep's within them."""

MOST_CALLS = 20_000
"""Calls that one question about figures may read: about 25 MB over the wire."""

_ADDRESS = re.compile(r"cosmos://([a-z0-9](?:-?[a-z0-9]){2,43})/([A-Za-z0-9_-]{1,80})/?")
_HERE = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class CosmosAddress:
    """A database of an account."""

    account: str
    database: str

    @property
    def endpoint(self) -> str:
        """The account's own, on Azure."""
        return f"https://{self.account}.documents.azure.com:443/"


@dataclass(frozen=True, slots=True)
class Emulator:
    """A Cosmos DB on this machine, and its key."""

    endpoint: str
    key: str


def parse_cosmos_address(text: str) -> CosmosAddress:
    """Raises: ValueError."""
    found = _ADDRESS.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return CosmosAddress(found[1], found[2])


def parse_emulator(connection_string: str) -> Emulator:
    """From `AccountEndpoint=…;AccountKey=…`. Raises: ValueError, also for an endpoint that is not on this machine."""
    parts = parse_connection_string(connection_string, needs=("AccountEndpoint", "AccountKey"))
    if urlsplit(parts["AccountEndpoint"]).hostname not in _HERE:
        raise ValueError("AccountEndpoint")
    return Emulator(parts["AccountEndpoint"], parts["AccountKey"])
