"""Which mail system carries the reports: files by default, SMTP or Azure when an address is configured."""

import base64
from typing import Literal
from urllib.parse import parse_qs, unquote, urlsplit

from sparring.adapters.mail.folder import FolderMailer
from sparring.adapters.mail.message import Sender, parse_sender
from sparring.adapters.mail.smtp import SmtpMailer, SmtpSettings
from sparring.bootstrap.folders import Folders
from sparring.config import Config
from sparring.errors import ConfigRejected, MailFailed
from sparring.ports import Clock, Mailer

_SMTPS_PORT, _SUBMISSION_PORT = 465, 587


def open_mailer(config: Config, clock: Clock) -> Mailer:
    """Raises: ConfigRejected."""
    sender = parse_sender(config.mail_from)
    if config.acs_endpoint or config.acs_connection_string:
        return _acs(config, sender, clock)
    if config.smtp_url is None:
        return FolderMailer(Folders(config.data_dir).outbox, clock, sender=sender)
    return SmtpMailer(_smtp_settings(config.smtp_url, sender), clock)


async def examine_mail(config: Config, clock: Clock) -> tuple[str, str]:
    """What carries reports, and why it would not now; empty where it would, or cannot be asked without sending one.

    Raises: ConfigRejected.
    """
    mailer = open_mailer(config, clock)
    if mailer.name == "acs":
        from sparring.adapters.mail.acs import AcsMailer  # noqa: PLC0415 - Azure's packages are an extra

        assert isinstance(mailer, AcsMailer)
        try:
            await mailer.examine()
        except MailFailed as failure:
            return mailer.name, failure.sentence
    return mailer.name, ""


def _acs(config: Config, sender: Sender, clock: Clock) -> Mailer:
    """Azure Communication Services, by key or by Microsoft Entra."""
    named = (config.smtp_url, config.acs_endpoint, config.acs_connection_string)
    if sum(name is not None for name in named) > 1:
        raise ConfigRejected(
            "Reports go one way: set SPARRING_SMTP_URL, SPARRING_ACS_ENDPOINT or SPARRING_ACS_CONNECTION_STRING alone."
        )
    try:
        from sparring.adapters.mail.acs import AcsMailer, AcsSettings  # noqa: PLC0415
    except ImportError:
        raise ConfigRejected(
            "Mail by Azure Communication Services needs its packages: install Sparring with the extra `azure`."
        ) from None
    if config.acs_endpoint is not None:
        return AcsMailer(AcsSettings(config.acs_endpoint, sender), clock)
    endpoint, key = _endpoint_and_key(config.acs_connection_string or "")
    return AcsMailer(AcsSettings(endpoint, sender, key), clock)


def _endpoint_and_key(text: str) -> tuple[str, str]:
    """`endpoint=https://…/;accesskey=…`, as the portal shows it. Raises: ConfigRejected."""
    parts = dict(part.split("=", 1) for part in text.split(";") if "=" in part)
    named = {name.lower(): value for name, value in parts.items()}
    endpoint, key = named.get("endpoint", ""), named.get("accesskey", "")
    if urlsplit(endpoint).scheme != "https" or not _is_base64(key):
        raise ConfigRejected(
            "SPARRING_ACS_CONNECTION_STRING must be endpoint=https://NAME.communication.azure.com/;accesskey=…, "
            "as the portal shows it under Keys."
        )
    return endpoint.rstrip("/"), key


def _is_base64(text: str) -> bool:
    try:
        return len(base64.b64decode(text, validate=True)) > 0
    except ValueError:
        return False


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
