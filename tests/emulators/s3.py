"""S3 on this machine: moto's server, in memory and in this process, gone when it ends.

One request at a time: with several at once moto looks whether an object is there and puts its own a moment later, so
that of twenty writers two have won.
"""

import logging
import threading
import urllib.request
from types import TracebackType
from typing import Self

from moto.moto_server.werkzeug_app import create_backend_app
from werkzeug.serving import make_server

ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": "anybody",
    "AWS_SECRET_ACCESS_KEY": "anything",
    "AWS_REGION": "us-east-1",
    "AWS_ALLOW_HTTP": "true",
}
"""What `open_store` reads for S3, with `AWS_ENDPOINT`; moto lets everybody in."""


class S3Server:
    """As a context manager."""

    def __init__(self) -> None:
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        self._server = make_server("127.0.0.1", 0, create_backend_app("s3"), threaded=False)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._made = 0

    @property
    def port(self) -> int:
        """Where it listens on loopback."""
        return self._server.server_port

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def new_bucket(self) -> str:
        """An empty bucket: Sparring makes none."""
        self._made += 1
        name = f"test-{self._made}"
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/{name}", method="PUT")
        urllib.request.urlopen(request, timeout=30).close()  # noqa: S310
        return name
