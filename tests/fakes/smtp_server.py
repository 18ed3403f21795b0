"""A real SMTP server on loopback that keeps what it receives and answers as a test tells it to."""

import ssl
from types import TracebackType
from typing import Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.fakes.loopback import free_port


class SmtpServer:
    """Use as a context manager.

    Args:
        replies: SMTP reply lines for the next messages, in place of accepting them.
        refused: recipients answered with the given reply line.
        tls: a server context: offered by STARTTLS, or from the first byte when `implicit`.
        login: the one user name and password, asked for before any mail.
    """

    def __init__(
        self,
        *,
        replies: list[str] | None = None,
        refused: dict[str, str] | None = None,
        tls: ssl.SSLContext | None = None,
        implicit: bool = False,
        login: tuple[str, str] | None = None,
    ) -> None:
        self.received: list[bytes] = []
        self.protected: list[bool] = []
        self._replies, self._refused, self._login = replies or [], refused or {}, login
        options: dict[str, Any] = {"ssl_context": tls} if implicit else {"tls_context": tls}
        if login:
            options |= {"authenticator": self._authenticate, "auth_required": True, "auth_require_tls": tls is not None}
        self.port = free_port()
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port, **options)

    def __enter__(self) -> Self:
        self._controller.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._controller.stop()

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take or refuse a recipient."""
        if address in self._refused:
            return self._refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """Take or refuse a message."""
        if self._replies:
            return self._replies.pop(0)
        assert isinstance(envelope.content, bytes)
        self.received.append(envelope.content)
        self.protected.append(session.ssl is not None)
        return "250 OK"

    def _authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        given = (data.login.decode(), data.password.decode())
        return AuthResult(success=given == self._login, handled=False)
