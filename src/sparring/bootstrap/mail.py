"""Which mail system carries the reports: files by default, SMTP when an address is configured."""

from typing import Literal
from urllib.parse import parse_qs, unquote, urlsplit

from sparring.adapters.mail.folder import FolderMailer
from sparring.adapters.mail.message import Sender, parse_sender
from sparring.adapters.mail.smtp import SmtpMailer, SmtpSettings
from sparring.bootstrap.folders import Folders
from sparring.config import Config
from sparring.ports import Clock, Mailer

_SMTPS_PORT, _SUBMISSION_PORT = 465, 587


def open_mailer(config: Config, clock: Clock) -> Mailer:
    """Raises: ConfigRejected."""
    sender = parse_sender(config.mail_from)
    if config.smtp_url is None:
        return FolderMailer(Folders(config.data_dir).outbox, clock, sender=sender)
    return SmtpMailer(_smtp_settings(config.smtp_url, sender), clock)


def _smtp_settings(url: str, sender: Sender) -> SmtpSettings:
    """`smtps://` is TLS from the first byte, `smtp://` is STARTTLS, `smtp://…?tls=none` is neither."""
    parts = urlsplit(url)
    plain = parse_qs(parts.query).get("tls") == ["none"]
    security: Literal["tls", "starttls", "none"] = "none" if plain else "starttls"
    if parts.scheme == "smtps":
        security = "tls"
    return SmtpSettings(
        host=parts.hostname or "",
        port=parts.port or (_SMTPS_PORT if security == "tls" else _SUBMISSION_PORT),
        sender=sender,
        security=security,
        username=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
    )
