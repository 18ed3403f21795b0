"""Every setting, read once from the environment into one frozen `Config` that picks an adapter for each port.

Flows in: `SPARRING_…` variables. Flows out: a value nobody changes. A wrong value, or a name that is no setting,
refuses to start with key, value and what was wanted.
"""

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sparring.errors import ConfigRejected, IdRejected
from sparring.ids import LocationId, TenantId, parse_slug

PREFIX = "SPARRING_"
HEARING_ENGINES = ("auto", "whisper-base", "whisper-tiny", "pocketsphinx", "none")
VOICE_ENGINES = ("auto", "hibari", "flite", "espeak", "none")
DEFAULT_TENANT, DEFAULT_LOCATION = TenantId("local"), LocationId("local")
LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Config:
    """All settings. The name of a variable is `SPARRING_` and the field's name in capitals."""

    host: str = "127.0.0.1"
    port: int = 8000
    data_dir: Path = Path("data")  # everything that is kept: diaries, transcripts, scorecards, reports, models
    personas_dir: Path | None = None  # personas of your own, beside the shipped ones
    hearing: str = "auto"
    voice: str = "auto"
    tenant: TenantId = DEFAULT_TENANT
    location: LocationId = DEFAULT_LOCATION
    smtp_url: str | None = None  # smtp://user:password@host:587 or smtps://…; unset: reports are kept as files
    mail_from: str = "Sparring <coach@sparring.invalid>"  # who reports come from
    base_url: str | None = None  # where people open Sparring, for links in reports; unset: host and port
    max_calls: int = 6
    call_limit_s: int = 1_800
    review_s: int = 90
    rejoin_s: int = 20
    trusted_network: bool = (
        False  # serve other machines too; there is no log-in yet, so anyone who reaches it may use it
    )

    def public_url(self) -> str:
        """Where people open Sparring, without a trailing slash."""
        return (self.base_url or f"http://{'localhost' if self.host in LOOPBACK else self.host}:{self.port}").rstrip(
            "/"
        )

    def hosts(self) -> tuple[str, ...]:
        """Names a browser may use for us: another name that resolves here is somebody's rebinding trick."""
        if self.trusted_network:
            return ("*",)
        named = urlsplit(self.base_url).hostname if self.base_url else None
        return (*LOOPBACK, "[::1]", *([named] if named else []))


def read_config(environ: Mapping[str, str]) -> Config:
    """Raises: ConfigRejected."""
    known = {PREFIX + field.name.upper(): field.name for field in fields(Config)}
    values: dict[str, Any] = {}
    for key, text in environ.items():
        if not key.startswith(PREFIX):
            continue
        if key not in known:
            raise ConfigRejected(_unknown(key, list(known)))
        if text != "":
            values[known[key]] = _cast(key, known[key], text)
    config = Config(**values)
    if config.host not in LOOPBACK and not config.trusted_network:
        raise ConfigRejected(
            f"{PREFIX}HOST={config.host} would let other machines in, and there is no log-in. "
            f"Set {PREFIX}TRUSTED_NETWORK=yes if everyone who can reach it may use it."
        )
    return config


def _unknown(key: str, known: list[str]) -> str:
    close = difflib.get_close_matches(key, known, n=1)
    return f"{key} is not a setting." + (f" Did you mean {close[0]}?" if close else "")


def _cast(key: str, field: str, text: str) -> Any:
    cast, wanted = _CASTS[field]
    try:
        return cast(text)
    except (ValueError, IdRejected):
        shown = "(hidden)" if field == "smtp_url" else repr(text)
        raise ConfigRejected(f"{key} is {shown}, but must be {wanted}.") from None


def _whole(low: int, high: int) -> tuple[Callable[[str], int], str]:
    def cast(text: str) -> int:
        number = int(text)
        if not low <= number <= high:
            raise ValueError(text)
        return number

    return cast, f"a whole number from {low} to {high}"


def _one_of(*choices: str) -> tuple[Callable[[str], str], str]:
    def cast(text: str) -> str:
        if text not in choices:
            raise ValueError(text)
        return text

    return cast, "one of " + ", ".join(choices)


def _url(*schemes: str) -> tuple[Callable[[str], str], str]:
    def cast(text: str) -> str:
        parts = urlsplit(text)
        if parts.scheme not in schemes or not parts.hostname:
            raise ValueError(text)
        return text

    return cast, "a URL that begins with " + " or ".join(f"{scheme}://" for scheme in schemes)


def _yes(text: str) -> bool:
    return {"yes": True, "no": False}[text.lower()] if text.lower() in ("yes", "no") else _refuse(text)


def _refuse(text: str) -> bool:
    raise ValueError(text)


def _slug(text: str) -> str:
    return parse_slug(text, what="name")


_CASTS: dict[str, tuple[Callable[[str], Any], str]] = {
    "host": (str, "an address"),
    "port": _whole(1, 65_535),
    "data_dir": (Path, "a folder"),
    "personas_dir": (Path, "a folder"),
    "hearing": _one_of(*HEARING_ENGINES),
    "voice": _one_of(*VOICE_ENGINES),
    "tenant": (_slug, "lower-case letters, digits and underscores"),
    "location": (_slug, "lower-case letters, digits and underscores"),
    "smtp_url": _url("smtp", "smtps"),
    "mail_from": (str, "an e-mail address"),  # bootstrap reads it strictly
    "base_url": _url("http", "https"),
    "max_calls": _whole(1, 100),
    "call_limit_s": _whole(60, 14_400),
    "review_s": _whole(5, 600),
    "rejoin_s": _whole(5, 120),
    "trusted_network": (_yes, "yes or no"),
}
