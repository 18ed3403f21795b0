"""What a setting's text may be: read into a value, or refused with what was wanted; and a field of `Config` made of it.

Flows in: text of the environment. Flows out: a value of the field's type; ValueError or IdRejected for anything else.
"""

import ipaddress
import re
from collections.abc import Callable
from dataclasses import Field, field
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from sparring.adapters.azure.connection_string import STORAGE_PARTS, parse_connection_string
from sparring.adapters.events.factory import parse_queue_address
from sparring.adapters.results.cosmos.address import SCHEME as COSMOS
from sparring.adapters.results.cosmos.address import parse_cosmos_address, parse_emulator
from sparring.adapters.store.address import parse_store_address
from sparring.adapters.telemetry.insights import read_insights
from sparring.ids import parse_slug

Networks = tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]

_KEPT_AS = "value"


class Value(NamedTuple):
    """How text is read, and what was wanted, as the rest of "must be …"."""

    read: Callable[[str], Any]
    wanted: str


def setting(default: Any, value: Value) -> Any:
    """A field of `Config`: what it is unless somebody says otherwise, and what they may say."""
    return field(default=default, metadata={_KEPT_AS: value})


def secret(value: Value) -> Any:
    """A setting that is never shown, also when it is wrong; None when unset."""
    return field(default=None, repr=False, metadata={_KEPT_AS: value})


def value_of(setting: "Field[Any]") -> Value:
    """What may be said of a setting."""
    value: Value = setting.metadata[_KEPT_AS]
    return value


def whole(low: int, high: int) -> Value:
    """A whole number from `low` to `high`."""

    def cast(text: str) -> int:
        number = int(text)
        if not low <= number <= high:
            raise ValueError(text)
        return number

    return Value(cast, f"a whole number from {low} to {high}")


def one_of(*choices: str) -> Value:
    """One of some words."""

    def cast(text: str) -> str:
        if text not in choices:
            raise ValueError(text)
        return text

    return Value(cast, "one of " + ", ".join(choices))


def url(*schemes: str) -> Value:
    """A URL with a host."""

    def cast(text: str) -> str:
        parts = urlsplit(text)
        if parts.scheme not in schemes or not parts.hostname:
            raise ValueError(text)
        return text

    return Value(cast, "a URL that begins with " + " or ".join(f"{scheme}://" for scheme in schemes))


def _share(text: str) -> float:
    number = float(text)
    if not 0 <= number <= 1:
        raise ValueError(text)
    return number


def _yes(text: str) -> bool:
    if text.lower() not in ("yes", "no"):
        raise ValueError(text)
    return text.lower() == "yes"


def _name(text: str) -> str:
    """A word that goes into an address or a header: printable ASCII without blanks."""
    if not re.fullmatch(r"[!-~]{1,400}", text):
        raise ValueError(text)
    return text


def _file(text: str) -> Path:
    if not Path(text).is_file():
        raise ValueError(text)
    return Path(text)


def _folder(text: str) -> Path:
    if not Path(text).is_dir():
        raise ValueError(text)
    return Path(text)


def _slug(text: str) -> str:
    return parse_slug(text, what="name")


def _key(text: str) -> str:
    """A word long enough not to be guessed."""
    if not re.fullmatch(r"[!-~]{16,400}", text):
        raise ValueError(text)
    return text


def _header(text: str) -> str:
    """As HTTP lets a header be called (RFC 9110, section 5.6.2), without the signs that no log-in uses."""
    if not re.fullmatch(r"[A-Za-z0-9-]{1,80}", text):
        raise ValueError(text)
    return text


def _networks(text: str) -> Networks:
    """Addresses count as networks of one. Everywhere is refused: it would be no answer to where something is."""
    networks = tuple(ipaddress.ip_network(part.strip()) for part in text.split(","))
    if not all(network.prefixlen for network in networks):
        raise ValueError(text)
    return networks


def _store(text: str) -> str:
    parse_store_address(text)
    return text


def _events(text: str) -> str:
    parse_queue_address(text)
    return text


def _results(text: str) -> str:
    if text.startswith(COSMOS):
        parse_cosmos_address(text)
    elif not text.startswith(("postgresql://", "postgres://")):
        raise ValueError(text)
    return text


def _emulator(text: str) -> str:
    parse_emulator(text)
    return text


def _connection_string(needs: tuple[str, ...]) -> Callable[[str], str]:
    def cast(text: str) -> str:
        parse_connection_string(text, needs=needs)
        return text

    return cast


KEY = Value(_name, "a key")
NAME = Value(_name, "a name")
SECRET = Value(_name, "a secret")
YES_OR_NO = Value(_yes, "yes or no")
SLUG = Value(_slug, "lower-case letters, digits and underscores")
API_VERSION = Value(_name, "an API version such as 2025-04-01-preview")
LONG_KEY = Value(_key, "at least 16 letters, digits and signs, without blanks")
HEADER_NAME = Value(_header, "the name of an HTTP header")
NETWORKS = Value(_networks, "addresses or networks (10.0.0.4, 10.1.0.0/24) joined by commas, and not everywhere")
THIS_MACHINE = _networks("127.0.0.0/8, ::1")
FOLDER_THERE = Value(_folder, "a folder that is there")
FILE_THERE = Value(_file, "a file that is there")
SHARE = Value(_share, "a number from 0 to 1")
QUEUE_ADDRESS = Value(_events, "azq://ACCOUNT/QUEUE")
STORE_ADDRESS = Value(
    _store, "az://ACCOUNT/CONTAINER, s3://BUCKET or gs://BUCKET, with or without /PREFIX, or a folder"
)
RESULTS_ADDRESS = Value(_results, "postgresql://USER@HOST/DATABASE or cosmos://ACCOUNT/DATABASE")
STORAGE_CONNECTION = Value(_connection_string(STORAGE_PARTS), "AccountName=…;AccountKey=…")
COSMOS_EMULATOR = Value(_emulator, "AccountEndpoint=…;AccountKey=…, of an emulator on this machine")
ACS_CONNECTION = Value(_name, "endpoint=https://NAME.communication.azure.com/;accesskey=…")
HEADERS = Value(str, "name=value, several joined by commas")
INSIGHTS = Value(read_insights, "InstrumentationKey=…;IngestionEndpoint=https://…")
RESOURCE_ID = Value(_name, "the whole id of the resource, /subscriptions/…")
MAIL_ADDRESS = Value(str, "an e-mail address")
HOST = Value(str, "an address")
FOLDER = Value(Path, "a folder")
WEB_ADDRESS = url("https", "http")
