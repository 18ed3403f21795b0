"""Any SMTP server: `SmtpMailer(settings, clock)` implements `Mailer`, one connection per report, in a thread.

A refusal that another attempt may change (4xx, no connection, a wrong password that can be mended) is `MailFailed`; a
5xx for this sender, recipient or content is `MailRefused`. Plain SMTP cannot take the same message id as a reason to
deliver once: a worker killed between the server's answer and our note of it sends a report twice.
"""

import asyncio
import smtplib
import ssl
from contextlib import closing, suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Literal

from sparring.adapters.mail.message import Sender, as_message
from sparring.errors import ConfigRejected, MailFailed, MailRefused
from sparring.ids import CallId
from sparring.ports import Clock, Mail

_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class SmtpSettings:
    """How to reach the server. `tls_context` None: the system's certificate authorities."""

    host: str
    port: int
    sender: Sender
    security: Literal["tls", "starttls", "none"] = "starttls"
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    timeout_s: float = 10.0
    tls_context: ssl.SSLContext | None = None

    def __post_init__(self) -> None:
        if self.username is not None and self.security == "none" and self.host not in _LOOPBACK:
            raise ConfigRejected("The mail password would travel unprotected: choose tls or starttls.")


class SmtpMailer:
    """See the module."""

    name = "smtp"

    def __init__(self, settings: SmtpSettings, clock: Clock) -> None:
        self._settings, self._clock = settings, clock

    async def send(self, mail: Mail) -> None:
        """Raises: MailRefused, MailFailed."""
        message = as_message(mail, sender=self._settings.sender, at=self._clock.now())
        await asyncio.to_thread(self._hand_over, message)

    async def forget(self, call_id: CallId) -> None:
        """What was sent is not ours any more."""

    def _hand_over(self, message: EmailMessage) -> None:
        try:
            server = self._connected()
            with closing(server):
                self._authenticate(server)
                server.send_message(message)
                with suppress(smtplib.SMTPException, OSError):
                    server.quit()  # the report is theirs already, whatever they say to this
        except (smtplib.SMTPException, OSError) as error:
            if _is_final(error):
                raise MailRefused("The mail server refuses this report for good.") from None
            raise MailFailed("The mail server cannot be reached, or does not take mail from us now.") from None

    def _connected(self) -> smtplib.SMTP:
        settings = self._settings
        if settings.security == "tls":
            context = self._context()
            return smtplib.SMTP_SSL(settings.host, settings.port, timeout=settings.timeout_s, context=context)
        return smtplib.SMTP(settings.host, settings.port, timeout=settings.timeout_s)

    def _authenticate(self, server: smtplib.SMTP) -> None:
        settings = self._settings
        if settings.security == "starttls":
            server.starttls(context=self._context())  # raises where the server has no TLS: never sent in the clear
        if settings.username is not None:
            server.login(settings.username, settings.password or "")

    def _context(self) -> ssl.SSLContext:
        return self._settings.tls_context or ssl.create_default_context()


def _is_final(error: Exception) -> bool:
    match error:
        case smtplib.SMTPRecipientsRefused():
            return all(code >= 500 for code, _ in error.recipients.values())
        case smtplib.SMTPSenderRefused() | smtplib.SMTPDataError():
            return error.smtp_code >= 500
    return False
