"""Azure Blob Storage and Storage Queues on this machine: Azurite, in memory, gone when it ends."""

import base64
import hashlib
import hmac
import urllib.request
from email.utils import formatdate
from pathlib import Path

from tests.emulators.node import NodeServer
from tests.fakes.loopback import free_port

ACCOUNT = "devstoreaccount1"
# published with Azurite: the same on every machine, and good for nothing else
KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="


class Azurite(NodeServer):
    """As a context manager. Newer SDKs speak a version of the API that it does not know, hence the switch."""

    def __init__(self, emulators: Path) -> None:
        super().__init__(emulators / "node_modules" / "azurite" / "dist" / "src" / "azurite.js")
        self._blob, self._queue, self._table = free_port(), free_port(), free_port()
        self._made = 0

    def start(self) -> None:
        """See `NodeServer`."""
        ports = zip(("blob", "queue", "table"), (self._blob, self._queue, self._table), strict=True)
        chosen = [word for service, port in ports for word in (f"--{service}Port", str(port))]
        switches = ("--silent", "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry")
        self.run(*switches, *chosen, until=(self._blob, self._queue))

    @property
    def connection_string(self) -> str:
        """As the portal of a real account gives it."""
        return (
            f"DefaultEndpointsProtocol=http;AccountName={ACCOUNT};AccountKey={KEY};"
            f"BlobEndpoint=http://127.0.0.1:{self._blob}/{ACCOUNT};QueueEndpoint=http://127.0.0.1:{self._queue}/{ACCOUNT};"
        )

    def new_name(self) -> str:
        """For a container or a queue of a test's own."""
        self._made += 1
        return f"test-{self._made}"

    def new_container(self) -> str:
        """An empty container: obstore cannot make one, and neither does Sparring."""
        name = self.new_name()
        url = f"http://127.0.0.1:{self._blob}/{ACCOUNT}/{name}?restype=container"
        request = urllib.request.Request(url, method="PUT", headers=_signed(f"/{ACCOUNT}/{name}"))
        urllib.request.urlopen(request, timeout=30).close()  # noqa: S310
        return name


def _signed(path: str) -> dict[str, str]:
    """Headers of a bodyless PUT of a container, under the account's key."""
    headers = {"x-ms-date": formatdate(usegmt=True), "x-ms-version": "2021-08-06"}
    lines = "".join(f"{name}:{value}\n" for name, value in headers.items())
    text = "PUT" + "\n" * 12 + lines + f"/{ACCOUNT}{path}\nrestype:container"
    digest = hmac.new(base64.b64decode(KEY), text.encode(), hashlib.sha256).digest()
    return headers | {
        "Authorization": f"SharedKey {ACCOUNT}:{base64.b64encode(digest).decode()}",
        "Content-Length": "0",
    }
