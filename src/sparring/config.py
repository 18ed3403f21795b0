"""Every setting, read once from the environment into one frozen `Config` that picks an adapter for each port.

Flows in: `SPARRING_…` variables. Flows out: a value nobody changes. A wrong value, or a name that is no setting,
refuses to start with key, value and what was wanted.
"""

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sparring.adapters.azure.connection_string import STORAGE_PARTS, parse_connection_string
from sparring.adapters.events.factory import parse_queue_address
from sparring.adapters.openai.profile import FAMILIES
from sparring.adapters.results.cosmos.address import SCHEME as COSMOS
from sparring.adapters.results.cosmos.address import parse_cosmos_address, parse_emulator
from sparring.adapters.store.address import parse_store_address
from sparring.adapters.telemetry.insights import read_insights
from sparring.errors import ConfigRejected, IdRejected
from sparring.ids import LocationId, TenantId, parse_slug

PREFIX = "SPARRING_"
HEARING_ENGINES = ("auto", "whisper-base", "whisper-tiny", "pocketsphinx", "openai", "realtime", "none")
VOICE_ENGINES = ("auto", "hibari", "flite", "espeak", "azure", "openai", "realtime", "none")
VOICE_STAND_BYS = ("auto", "hibari", "flite", "espeak", "none")
TELEMETRY = ("file", "none")
BUYERS = ("mind", "chat", "realtime")
REALTIME_TURNS = ("client", "server_vad", "semantic_vad")
GRADERS = ("rules", "model")
JUDGE_EFFORTS = ("none", "minimal", "low", "medium", "high", "xhigh", "max")
DEFAULT_TENANT, DEFAULT_LOCATION = TenantId("local"), LocationId("local")
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def secret() -> Any:
    """A setting that is never shown, also when it is wrong; None when unset."""
    return field(default=None, repr=False)


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
    smtp_url: str | None = secret()  # smtp://user:password@host:587 or smtps://…; unset: reports are kept as files
    acs_endpoint: str | None = None  # Azure Communication Services in place of SMTP, by Microsoft Entra
    acs_connection_string: str | None = secret()  # or by its key
    mail_from: str = "Sparring <coach@sparring.invalid>"  # who reports come from
    base_url: str | None = None  # where people open Sparring, for links in reports; unset: host and port
    store: str | None = None  # the air gap: az://account/container, s3://bucket, gs://bucket or a folder; unset: here
    events: str | None = None  # azq://account/queue, which Event Grid writes to; unset: a queue here
    results: str | None = secret()  # postgresql://… or cosmos://account/database; unset: SQLite
    cosmos_connection_string: str | None = secret()  # an emulator here; unset: Microsoft Entra
    result_stream: str | None = None  # where a warehouse picks results up, as `store`; unset: nowhere
    storage_connection_string: str | None = secret()  # unset on Azure: Microsoft Entra
    keep_days: int | None = None  # a call is erased so long after it was written down; unset: kept until it is deleted
    max_calls: int = 6
    call_limit_s: int = 1_800
    review_s: int = 90
    rejoin_s: int = 20
    drain_s: int = 0  # a server that is told to stop waits so long for its calls
    buyer: str = "mind"  # who words what the buyer's mind decides: the persona's own lines, or a model
    buyer_url: str | None = secret()
    buyer_model: str | None = None  # on Azure the deployment
    buyer_key: str | None = secret()  # unset on Azure: Microsoft Entra
    buyer_api_version: str | None = None
    buyer_family: str = "auto"
    grader: str = "rules"
    judge_url: str | None = secret()  # a model as the judge: any endpoint with OpenAI's chat protocol
    judge_model: str | None = None  # on Azure the deployment
    judge_key: str | None = secret()  # unset on Azure: Microsoft Entra
    judge_api_version: str | None = None
    judge_family: str = "auto"
    judge_effort: str | None = None
    judge_samples: int = 1
    judge_counted_samples: int = 3
    judge_budget_s: int = 120
    judge_stand_in: bool = True  # the rules grade, labelled as such, when the model gives no grade
    azure_speech_url: str | None = None  # VOICE=azure: the resource, or a region's address
    azure_speech_key: str | None = secret()  # unset: Microsoft Entra, for the resource named next
    azure_speech_resource_id: str | None = None
    azure_speech_temperature: float | None = None
    azure_speech_warm: int = 2
    voice_url: str | None = None  # VOICE=openai: any endpoint with OpenAI's speech protocol
    voice_model: str | None = None
    voice_key: str | None = secret()
    realtime_transcriber: str = "gpt-4o-mini-transcribe"  # HEARING=realtime: the rep's sound goes to BUYER=realtime
    realtime_turns: str = "client"  # who finds the rep's turns: our own machine, or the service
    voice_stand_by: str = "auto"  # of this machine, for calls on which a service's voice falls silent
    hearing_url: str | None = None  # HEARING=openai: any endpoint with OpenAI's transcription protocol
    hearing_model: str | None = None
    hearing_key: str | None = secret()
    prices: Path | None = None  # a price table of your own, in the place of the shipped one
    telemetry: str = "file"  # spans and metrics: ids, codes and numbers, in a file of the data folder
    otlp_url: str | None = secret()  # also to a collector, by OTLP over HTTP
    otlp_headers: str | None = secret()
    insights: str | None = secret()  # also to Application Insights: its connection string
    insights_identity: bool = True  # by Microsoft Entra; no: by the key in the connection string
    # calls by voice in LiveKit's rooms, when the first three are set
    livekit_url: str | None = None
    livekit_key: str | None = secret()
    livekit_secret: str | None = secret()
    agent_name: str = "sparring"  # jobs are dispatched to workers of this name
    agent_idle: int = 1  # processes kept warm for the next calls
    agent_load_percent: int = 70  # of the processors; above it a worker takes no further call
    agent_drain_s: int = 1_860  # a stopped worker waits so long for its calls
    agent_port: int = 0
    trusted_network: bool = (
        False  # serve other machines too; there is no log-in yet, so anyone who reaches it may use it
    )

    # a team's figures
    manager_key: str | None = secret()

    def alone(self) -> bool:
        """Whether nobody but this machine's own users can reach the pages."""
        return self.host in LOOPBACK and self.base_url is None and not self.trusted_network

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
    known = {PREFIX + one.name.upper(): one for one in fields(Config)}
    values: dict[str, Any] = {}
    for key, text in environ.items():
        if not key.startswith(PREFIX):
            continue
        if key not in known:
            raise ConfigRejected(_unknown(key, list(known)))
        if text != "":
            values[known[key].name] = _cast(key, known[key], text)
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


def _cast(key: str, setting: "Field[Any]", text: str) -> Any:
    cast, wanted = _CASTS[setting.name]
    try:
        return cast(text)
    except (ValueError, IdRejected):
        shown = repr(text) if setting.repr else "(hidden)"
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


def _share(text: str) -> float:
    number = float(text)
    if not 0 <= number <= 1:
        raise ValueError(text)
    return number


def _yes(text: str) -> bool:
    return {"yes": True, "no": False}[text.lower()] if text.lower() in ("yes", "no") else _refuse(text)


def _refuse(text: str) -> bool:
    raise ValueError(text)


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


_CASTS: dict[str, tuple[Callable[[str], Any], str]] = {
    "host": (str, "an address"),
    "port": _whole(1, 65_535),
    "data_dir": (Path, "a folder"),
    "personas_dir": (_folder, "a folder that is there"),
    "hearing": _one_of(*HEARING_ENGINES),
    "voice": _one_of(*VOICE_ENGINES),
    "tenant": (_slug, "lower-case letters, digits and underscores"),
    "location": (_slug, "lower-case letters, digits and underscores"),
    "smtp_url": _url("smtp", "smtps"),
    "acs_endpoint": _url("https"),
    "acs_connection_string": (_name, "endpoint=https://NAME.communication.azure.com/;accesskey=…"),
    "mail_from": (str, "an e-mail address"),  # bootstrap reads it strictly
    "base_url": _url("http", "https"),
    "store": (_store, "az://ACCOUNT/CONTAINER, s3://BUCKET, gs://BUCKET, each with or without /PREFIX, or a folder"),
    "result_stream": (
        _store,
        "az://ACCOUNT/CONTAINER, s3://BUCKET or gs://BUCKET, with or without /PREFIX, or a folder",
    ),
    "events": (_events, "azq://ACCOUNT/QUEUE"),
    "results": (_results, "postgresql://USER@HOST/DATABASE or cosmos://ACCOUNT/DATABASE"),
    "cosmos_connection_string": (_emulator, "AccountEndpoint=…;AccountKey=…, of an emulator on this machine"),
    "storage_connection_string": (_connection_string(STORAGE_PARTS), "AccountName=…;AccountKey=…"),
    "keep_days": _whole(1, 36_500),
    "max_calls": _whole(1, 100),
    "call_limit_s": _whole(60, 14_400),
    "review_s": _whole(5, 600),
    "rejoin_s": _whole(5, 120),
    "drain_s": _whole(0, 14_400),
    "buyer": _one_of(*BUYERS),
    "buyer_url": _url("https", "http"),
    "buyer_model": (_name, "a name"),
    "buyer_key": (_name, "a key"),
    "buyer_api_version": (_name, "an API version such as 2025-04-01-preview"),
    "buyer_family": _one_of(*FAMILIES),
    "grader": _one_of(*GRADERS),
    "judge_url": _url("https", "http"),
    "judge_model": (_name, "a name"),
    "judge_key": (_name, "a key"),
    "judge_api_version": (_name, "an API version such as 2025-04-01-preview"),
    "judge_family": _one_of(*FAMILIES),
    "judge_effort": _one_of(*JUDGE_EFFORTS),
    "judge_samples": _whole(1, 9),
    "judge_counted_samples": _whole(1, 9),
    "judge_budget_s": _whole(10, 900),
    "judge_stand_in": (_yes, "yes or no"),
    "azure_speech_url": _url("https", "http"),
    "azure_speech_key": (_name, "a key"),
    "azure_speech_resource_id": (_name, "the whole id of the resource, /subscriptions/…"),
    "azure_speech_temperature": (_share, "a number from 0 to 1"),
    "azure_speech_warm": _whole(1, 20),
    "voice_url": _url("https", "http"),
    "voice_model": (_name, "a name"),
    "voice_key": (_name, "a key"),
    "realtime_transcriber": (_name, "a name"),
    "realtime_turns": _one_of(*REALTIME_TURNS),
    "voice_stand_by": _one_of(*VOICE_STAND_BYS),
    "hearing_url": _url("https", "http"),
    "hearing_model": (_name, "a name"),
    "hearing_key": (_name, "a key"),
    "prices": (_file, "a file that is there"),
    "telemetry": _one_of(*TELEMETRY),
    "otlp_url": _url("https", "http"),
    "otlp_headers": (str, "name=value, several joined by commas"),
    "insights": (read_insights, "InstrumentationKey=…;IngestionEndpoint=https://…"),
    "insights_identity": (_yes, "yes or no"),
    "livekit_url": _url("wss", "ws", "https", "http"),
    "livekit_key": (_name, "a key"),
    "livekit_secret": (_name, "a secret"),
    "agent_name": (_name, "a name"),
    "agent_idle": _whole(0, 32),
    "agent_load_percent": _whole(10, 100),
    "agent_drain_s": _whole(0, 14_400),
    "agent_port": _whole(0, 65_535),
    "trusted_network": (_yes, "yes or no"),
    "manager_key": (_key, "at least 16 letters, digits and signs, without blanks"),
}
