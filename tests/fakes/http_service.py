"""A service on loopback over HTTP for as long as a `with` lasts: how every fake of one starts, answers and stops."""

import json
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self


class JsonHandler(BaseHTTPRequestHandler):
    """One request: its body and headers read, and an answer in JSON."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.get()

    def do_POST(self) -> None:
        self.post()

    def get(self) -> None:
        """What a subclass does with a GET."""
        self.answer(404, b"")

    def post(self) -> None:
        """What a subclass does with a POST."""
        self.answer(404, b"")

    def body(self) -> bytes:
        """All of it."""
        return self.rfile.read(int(self.headers["content-length"]))

    def named(self) -> dict[str, str]:
        """The headers, their names in small letters."""
        return {name.lower(): value for name, value in self.headers.items()}

    def answer(self, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
        """`body`: bytes as they are, anything else as JSON."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"content-type": "application/json", **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - http.server's name
        """Tests read what they need elsewhere."""


class HttpService:
    """Bound when it is made, serving inside a `with`; `closing` is set at its end, for who keeps a request waiting."""

    def bind(self, handler: type[JsonHandler], *, tls: ssl.SSLContext | None = None) -> None:
        """Take a port; every handler's `service` is this. `tls`: a server context."""
        self.closing = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (handler,), {"service": self}))
        self._server.daemon_threads = True
        if tls is not None:
            # each shakes hands in a thread of its own: one who connects and says nothing would keep all others out
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        host = "https://localhost" if tls else "http://127.0.0.1"
        self.root = f"{host}:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
