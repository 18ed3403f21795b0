"""Results on PostgreSQL: for many processes on many machines, Azure Database for PostgreSQL among them.

On Azure a URL without a password is opened with Microsoft Entra tokens: the URL's user is the name that the identity
has in the database.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from sparring.adapters.results.sql.postgres_schema import MIGRATIONS
from sparring.adapters.results.sql.store import SqlResults
from sparring.adapters.retry import EVENT_GRID, RetryPolicy
from sparring.adapters.sql.postgres import PostgresDatabase
from sparring.errors import ConfigRejected, ResultsFailed
from sparring.ports import Clock

AZURE_HOST = ".postgres.database.azure.com"
ENTRA_SCOPE = "https://ossrdbms-aad.database.windows.net/.default"


class PostgresResults(SqlResults):
    """In the database that `url` names; its tables are made when it is first used."""

    def __init__(self, url: str, clock: Clock, *, mail_policy: RetryPolicy = EVENT_GRID) -> None:
        password = entra_password() if opens_with_entra(url) else None
        database = PostgresDatabase(url, MIGRATIONS, failed=ResultsFailed, password=password)
        super().__init__(database, clock, mail_policy=mail_policy)


def opens_with_entra(url: str) -> bool:
    """Whether the password is a token: on Azure, when the URL has none."""
    parts = urlsplit(url)
    return (parts.hostname or "").endswith(AZURE_HOST) and parts.password is None


def entra_password() -> Callable[[], str]:
    """Asks for a token when called, in a thread. Raises: ConfigRejected without azure-identity."""
    try:
        from azure.core.exceptions import AzureError  # noqa: PLC0415
        from azure.identity import DefaultAzureCredential  # noqa: PLC0415
    except ImportError:
        raise ConfigRejected(
            "PostgreSQL on Azure without a password needs azure-identity: install Sparring with the extra `azure`."
        ) from None
    credential = DefaultAzureCredential()

    def token() -> str:
        try:
            return credential.get_token(ENTRA_SCOPE).token
        except AzureError:
            raise ResultsFailed(
                "Microsoft Entra knows no identity of this process: give it a managed identity, or run `az login`."
            ) from None

    return token
