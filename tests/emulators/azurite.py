"""Azure Blob Storage and Storage Queues on this machine: Azurite, in memory, gone when it ends."""

import base64
import hashlib
import hmac
import socket
import subprocess
import tempfile
import time
import urllib.request
from email.utils import formatdate
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.emulators.node import start_node
from tests.fakes.smtp_server import free_port

ACCOUNT = "devstoreaccount1"
# published with Azurite: the same on every machine, and good for nothing else
KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="
_PATIENCE_S = 90.0  # 2 s on an idle machine


class Azurite:
    """As a context manager. Newer SDKs speak a version of the API that it does not know, hence the switch."""

    def __init__(self, emulators: Path) -> None:
        self._script = emulators / "node_modules" / "azurite" / "dist" / "src" / "azurite.js"
        self._blob, self._queue, self._table = free_port(), free_port(), free_port()
        self._made = 0
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        ports = zip(("blob", "queue", "table"), (self._blob, self._queue, self._table), strict=True)
        chosen = [word for service, port in ports for word in (f"--{service}Port", str(port))]
        switches = ("--silent", "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry")
        self._process = start_node(self._script, *switches, *chosen, cwd=Path(tempfile.gettempdir()))
        try:
            for port in (self._blob, self._queue):
                wait_for(port)
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Safe to call twice."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(_PATIENCE_S)
            self._process = None

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


def wait_for(port: int) -> None:
    """Until somebody listens."""
    deadline_s = time.monotonic() + _PATIENCE_S
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert time.monotonic() < deadline_s, "an emulator does not start"
            time.sleep(0.05)
        else:
            return
