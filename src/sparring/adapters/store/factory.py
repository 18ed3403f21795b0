"""Builds the store that an address names. What needs an extra is imported when it is asked for."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from sparring.adapters.azure.connection_string import STORAGE_PARTS, parse_connection_string
from sparring.adapters.store.address import BucketAddress
from sparring.adapters.store.bucket import BucketStore
from sparring.adapters.store.folder import FolderStore
from sparring.errors import ConfigRejected

_CLIENT: Any = {"timeout": timedelta(seconds=8), "connect_timeout": timedelta(seconds=4)}
# as client options they would hide what the usual variables say of the client: AWS_ALLOW_HTTP of a server in the house
_CONFIG: Any = {"timeout": "8s", "connect_timeout": "4s"}
_RETRY: Any = {"max_retries": 2, "retry_timeout": timedelta(seconds=8)}
"""Within the ten seconds that the grader waits for a transcript."""


def open_store(address: BucketAddress | Path, *, connection_string: str | None = None) -> FolderStore | BucketStore:
    """Nothing is connected to before the first use.

    Args:
        address: as `parse_store_address` reads it.
        connection_string: of the Azure account, with its key; None: Microsoft Entra. S3 and Google Cloud Storage take
            their usual variables, files and identities.

    Raises: ConfigRejected.
    """
    if isinstance(address, Path):
        return FolderStore(address)
    if address.cloud == "az":
        return _azure(address, connection_string)
    from obstore.store import GCSStore, S3Store  # noqa: PLC0415 - the laptop needs neither

    kind = S3Store if address.cloud == "s3" else GCSStore
    return BucketStore(kind(address.bucket, prefix=address.prefix or None, config=_CONFIG, retry_config=_RETRY))


def _azure(address: BucketAddress, connection_string: str | None) -> BucketStore:
    from obstore import exceptions  # noqa: PLC0415
    from obstore.store import AzureStore  # noqa: PLC0415

    options: dict[str, Any] = {"prefix": address.prefix or None, "retry_config": _RETRY}
    if connection_string is None:
        vouched, provider = _entra()
        config: Any = {"account_name": address.account}
        made = AzureStore(
            address.bucket, config=config, credential_provider=provider, client_options=_CLIENT, **options
        )
        return BucketStore(made, closing=vouched.close)
    parts = parse_connection_string(connection_string, needs=STORAGE_PARTS)
    if parts["AccountName"] != address.account:
        raise ConfigRejected(
            f"SPARRING_STORE names the account {address.account}, SPARRING_STORAGE_CONNECTION_STRING another one."
        )
    config = {"account_name": address.account, "account_key": parts["AccountKey"]}
    if endpoint := parts.get("BlobEndpoint"):
        config["endpoint"] = endpoint
    plain = parts.get("DefaultEndpointsProtocol") == "http"
    try:
        made = AzureStore(address.bucket, config=config, client_options=_CLIENT | {"allow_http": plain}, **options)
    except exceptions.BaseError:
        raise ConfigRejected(
            "SPARRING_STORAGE_CONNECTION_STRING holds an AccountKey or an address that is none: copy it again."
        ) from None
    return BucketStore(made)


def _entra() -> tuple[Any, Any]:
    """What vouches for this process, and how obstore asks it."""
    try:
        from azure.identity.aio import DefaultAzureCredential  # noqa: PLC0415
        from obstore.auth.azure import AzureAsyncCredentialProvider  # noqa: PLC0415
    except ImportError:
        raise ConfigRejected(
            "Azure without a key needs azure-identity: install Sparring with the extra `azure`."
        ) from None
    vouched = DefaultAzureCredential()
    return vouched, AzureAsyncCredentialProvider(vouched)
