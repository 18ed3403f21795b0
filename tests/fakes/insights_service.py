"""Application Insights' ingestion over real HTTP on this machine: takes batches of envelopes and answers as it does.

`script`: statuses to answer with before it takes anything. A batch is gzipped JSON, posted to /v2.1/track.
"""

import gzip
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

KEY = "00000000-0000-4000-8000-000000000001"


class InsightsService(ThreadingHTTPServer):
    """As a context manager."""

    def __init__(self, *script: int) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script, self.asked = list(script), 0
        self.envelopes: list[dict[str, Any]] = []
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01})

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.shutdown()
        self.server_close()
        self._thread.join()

    @property
    def connection_string(self) -> str:
        """As the portal shows it."""
        return f"InstrumentationKey={KEY};IngestionEndpoint=http://127.0.0.1:{self.server_address[1]}/"

    def of_type(self, kind: str) -> list[dict[str, Any]]:
        """`baseData` of the envelopes of one kind, such as `MetricData`."""
        return [one["data"]["baseData"] for one in self.envelopes if one["data"]["baseType"] == kind]


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        sent = json.loads(gzip.decompress(body) if self.headers.get("Content-Encoding") == "gzip" else body)
        service = self.server
        assert isinstance(service, InsightsService)
        service.asked += 1
        status = service.script.pop(0) if service.script else 200
        if self.path != "/v2.1/track":
            status = 404
        accepted = sent if status == 200 else []
        service.envelopes += accepted
        self._answer(status, {"itemsReceived": len(sent), "itemsAccepted": len(accepted), "errors": []})

    def _answer(self, status: int, said: dict[str, Any]) -> None:
        body = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Nothing to standard error."""
