"""Every setting, read once from the environment into one frozen `Config` that picks an adapter for each port.

Flows in: `SPARRING_…` variables. Flows out: a value nobody changes. A wrong value, or a name that is no setting,
refuses to start with key, value and what was wanted.
"""

import difflib
from collections.abc import Mapping
from dataclasses import Field, dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sparring.adapters.openai.profile import FAMILIES
from sparring.config.values import (
    ACS_CONNECTION,
    API_VERSION,
    COSMOS_EMULATOR,
    FILE_THERE,
    FOLDER,
    FOLDER_THERE,
    HEADER_NAME,
    HEADERS,
    HOST,
    INSIGHTS,
    KEY,
    LONG_KEY,
    MAIL_ADDRESS,
    NAME,
    NETWORKS,
    QUEUE_ADDRESS,
    RESOURCE_ID,
    RESULTS_ADDRESS,
    SECRET,
    SHARE,
    SLUG,
    STORAGE_CONNECTION,
    STORE_ADDRESS,
    THIS_MACHINE,
    WEB_ADDRESS,
    YES_OR_NO,
    Networks,
    one_of,
    secret,
    setting,
    url,
    value_of,
    whole,
)
from sparring.errors import ConfigRejected, IdRejected
from sparring.ids import LocationId, TenantId

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


@dataclass(frozen=True, slots=True)
class Config:
    """All settings. The name of a variable is `SPARRING_` and the field's name in capitals."""

    # -- this installation ---------------------------------------------------------------------------------------------
    host: str = setting("127.0.0.1", HOST)
    port: int = setting(8000, whole(1, 65_535))
    # where people open Sparring, for links in reports; unset: host and port
    base_url: str | None = setting(None, WEB_ADDRESS)
    # serve other machines too; there is no log-in of ours, so anyone who reaches it may use it
    trusted_network: bool = setting(False, YES_OR_NO)
    # everything that is kept: diaries, transcripts, scorecards, reports, models
    data_dir: Path = setting(Path("data"), FOLDER)
    personas_dir: Path | None = setting(None, FOLDER_THERE)  # personas of your own, beside the shipped ones
    tenant: TenantId = setting(DEFAULT_TENANT, SLUG)
    location: LocationId = setting(DEFAULT_LOCATION, SLUG)
    manager_key: str | None = secret(LONG_KEY)
    identity_header: str | None = setting(None, HEADER_NAME)  # unset: a rep is whoever has the cookie
    identity_proxies: Networks = setting(
        THIS_MACHINE, NETWORKS
    )  # where the log-in is: the header is believed from there

    # -- calls ---------------------------------------------------------------------------------------------------------
    max_calls: int = setting(6, whole(1, 100))
    call_limit_s: int = setting(1_800, whole(60, 14_400))
    review_s: int = setting(90, whole(5, 600))
    rejoin_s: int = setting(20, whole(5, 120))
    drain_s: int = setting(0, whole(0, 14_400))  # a server that is told to stop waits so long for its calls

    # -- hearing and voice ---------------------------------------------------------------------------------------------
    hearing: str = setting("auto", one_of(*HEARING_ENGINES))
    # HEARING=openai: any endpoint with OpenAI's transcription protocol
    hearing_url: str | None = setting(None, WEB_ADDRESS)
    hearing_model: str | None = setting(None, NAME)
    hearing_key: str | None = secret(KEY)
    voice: str = setting("auto", one_of(*VOICE_ENGINES))
    voice_url: str | None = setting(None, WEB_ADDRESS)  # VOICE=openai: any endpoint with OpenAI's speech protocol
    voice_model: str | None = setting(None, NAME)
    voice_key: str | None = secret(KEY)
    # of this machine, for calls on which a service's voice falls silent
    voice_stand_by: str = setting("auto", one_of(*VOICE_STAND_BYS))
    azure_speech_url: str | None = setting(None, WEB_ADDRESS)  # VOICE=azure: the resource, or a region's address
    azure_speech_key: str | None = secret(KEY)  # unset: Microsoft Entra, for the resource named next
    azure_speech_resource_id: str | None = setting(None, RESOURCE_ID)
    azure_speech_temperature: float | None = setting(None, SHARE)
    azure_speech_warm: int = setting(2, whole(1, 20))

    # -- the buyer's words ---------------------------------------------------------------------------------------------
    # who words what the buyer's mind decides: the persona's own lines, or a model
    buyer: str = setting("mind", one_of(*BUYERS))
    buyer_url: str | None = secret(WEB_ADDRESS)
    buyer_model: str | None = setting(None, NAME)  # on Azure the deployment
    buyer_key: str | None = secret(KEY)  # unset on Azure: Microsoft Entra
    buyer_api_version: str | None = setting(None, API_VERSION)
    buyer_family: str = setting("auto", one_of(*FAMILIES))
    # HEARING=realtime: the rep's sound goes to BUYER=realtime
    realtime_transcriber: str = setting("gpt-4o-mini-transcribe", NAME)
    # who finds the rep's turns: our own machine, or the service
    realtime_turns: str = setting("client", one_of(*REALTIME_TURNS))

    # -- the grade -----------------------------------------------------------------------------------------------------
    grader: str = setting("rules", one_of(*GRADERS))
    judge_url: str | None = secret(WEB_ADDRESS)  # a model as the judge: any endpoint with OpenAI's chat protocol
    judge_model: str | None = setting(None, NAME)  # on Azure the deployment
    judge_key: str | None = secret(KEY)  # unset on Azure: Microsoft Entra
    judge_api_version: str | None = setting(None, API_VERSION)
    judge_family: str = setting("auto", one_of(*FAMILIES))
    judge_effort: str | None = setting(None, one_of(*JUDGE_EFFORTS))
    judge_samples: int = setting(1, whole(1, 9))
    judge_counted_samples: int = setting(3, whole(1, 9))
    judge_budget_s: int = setting(120, whole(10, 900))
    judge_stand_in: bool = setting(True, YES_OR_NO)  # the rules grade, labelled as such, when the model gives no grade

    # -- what is kept, and where ---------------------------------------------------------------------------------------
    # the air gap: az://account/container, s3://bucket, gs://bucket or a folder; unset: here
    store: str | None = setting(None, STORE_ADDRESS)
    # azq://account/queue, which Event Grid writes to; unset: a queue here
    events: str | None = setting(None, QUEUE_ADDRESS)
    results: str | None = secret(RESULTS_ADDRESS)  # postgresql://… or cosmos://account/database; unset: SQLite
    # where a warehouse picks results up, as `store`; unset: nowhere
    result_stream: str | None = setting(None, STORE_ADDRESS)
    storage_connection_string: str | None = secret(STORAGE_CONNECTION)  # unset on Azure: Microsoft Entra
    cosmos_connection_string: str | None = secret(COSMOS_EMULATOR)  # an emulator here; unset: Microsoft Entra
    # a call is erased so long after it was written down; unset: kept until it is deleted
    keep_days: int | None = setting(None, whole(1, 36_500))

    # -- mail ----------------------------------------------------------------------------------------------------------
    # smtp://user:password@host:587 or smtps://…; unset: reports are kept as files
    smtp_url: str | None = secret(url("smtp", "smtps"))
    # Azure Communication Services in place of SMTP, by Microsoft Entra
    acs_endpoint: str | None = setting(None, url("https"))
    acs_connection_string: str | None = secret(ACS_CONNECTION)  # or by its key
    mail_from: str = setting("Sparring <coach@sparring.invalid>", MAIL_ADDRESS)  # who reports come from

    # -- telemetry and cost --------------------------------------------------------------------------------------------
    # spans and metrics: ids, codes and numbers, in a file of the data folder
    telemetry: str = setting("file", one_of(*TELEMETRY))
    otlp_url: str | None = secret(WEB_ADDRESS)  # also to a collector, by OTLP over HTTP
    otlp_headers: str | None = secret(HEADERS)
    insights: str | None = secret(INSIGHTS)  # also to Application Insights: its connection string
    insights_identity: bool = setting(True, YES_OR_NO)  # by Microsoft Entra; no: by the key in the connection string
    prices: Path | None = setting(None, FILE_THERE)  # a price table of your own, in the place of the shipped one

    # -- calls in LiveKit's rooms --------------------------------------------------------------------------------------
    livekit_url: str | None = setting(None, url("wss", "ws", "https", "http"))
    livekit_key: str | None = secret(KEY)
    livekit_secret: str | None = secret(SECRET)
    agent_name: str = setting("sparring", NAME)  # jobs are dispatched to workers of this name
    agent_idle: int = setting(1, whole(0, 32))  # processes kept warm for the next calls
    agent_load_percent: int = setting(70, whole(10, 100))  # of the processors; above it a worker takes no further call
    agent_drain_s: int = setting(1_860, whole(0, 14_400))  # a stopped worker waits so long for its calls
    agent_port: int = setting(0, whole(0, 65_535))

    def alone(self) -> bool:
        """Whether nobody but this machine's own users can reach the pages: a log-in before them lets others in."""
        here = self.host in LOOPBACK and self.base_url is None and not self.trusted_network
        return here and self.identity_header is None

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
            values[known[key].name] = _read(key, known[key], text)
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


def _read(key: str, setting: "Field[Any]", text: str) -> Any:
    value = value_of(setting)
    try:
        return value.read(text)
    except (ValueError, IdRejected):
        shown = repr(text) if setting.repr else "(hidden)"
        raise ConfigRejected(f"{key} is {shown}, but must be {value.wanted}.") from None
