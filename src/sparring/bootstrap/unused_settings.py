"""Settings that are well-formed and do nothing, or not what whoever set them may think: one sentence each.

Flows in: the configuration. Flows out: sentences for the doctor, with names of settings and never a value that could be
a secret. What refuses to start is said by the part that it belongs to.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Final, NamedTuple

from sparring.adapters.store.address import BucketAddress
from sparring.adapters.voice.azure.people import cards
from sparring.bootstrap.storage import store_address
from sparring.config import PREFIX, Config
from sparring.persona import Persona


def unknown_voices(personas: Iterable[Persona]) -> Iterator[str]:
    """Who pins a voice of Azure's that is none we know: if it is refused, nobody knows who could stand in."""
    known = {card.id for card in cards()}
    for persona in personas:
        pinned = (persona.voice, *(stage.voice for stage in persona.stages if stage.voice))
        for voice in dict.fromkeys(one.azure for one in pinned if one.azure not in known):
            yield f"{persona.id} pins the voice {voice}, which Azure is not known to have: look whether it is there."


class _Group(NamedTuple):
    """Settings that begin alike, as no longer beginning does, and count only while `setting` has one of some values."""

    beginning: str
    setting: str
    values: tuple[str, ...]


_GROUPS: Final = (
    _Group("azure_speech_", "voice", ("azure",)),
    _Group("voice_", "voice", ("openai",)),
    _Group("voice_stand_by", "voice", ("azure", "openai")),
    _Group("hearing_", "hearing", ("openai",)),
    _Group("realtime_", "hearing", ("realtime",)),
    _Group("buyer_", "buyer", ("chat", "realtime")),
    _Group("judge_", "grader", ("model",)),
)
_DEFAULTS: Final = Config()


def leftovers(config: Config) -> Iterator[str]:
    """Every one of them."""
    for group in _GROUPS:
        yield from _idle(config, group)
    yield from _two_ways_in(config)
    yield from _log_in(config)
    yield from _telemetry(config)
    yield from _mail(config)
    yield from _places(config)


def _idle(config: Config, group: _Group) -> Iterator[str]:
    chosen = getattr(config, group.setting)
    longer = tuple(one.beginning for one in _GROUPS if len(one.beginning) > len(group.beginning))
    own = [one for one in _set(config) if one.startswith(group.beginning) and not one.startswith(longer)]
    named = [_name(one) for one in own]
    if named and chosen not in group.values:
        wanted = " or ".join(f"{_name(group.setting)}={value}" for value in group.values)
        verb = "is" if len(named) == 1 else "are"
        yield f"{_all(named)} {verb} set and not used while {_name(group.setting)}={chosen}: set {wanted}."


def _two_ways_in(config: Config) -> Iterator[str]:
    if config.azure_speech_key and config.azure_speech_resource_id:
        key, resource = _name("azure_speech_key"), _name("azure_speech_resource_id")
        yield f"{key} and {resource} are both set and the key is used: unset the key to go by Microsoft Entra."
    on_azure = _account(config) is not None or config.events is not None
    if config.storage_connection_string and not on_azure:
        wanted = f"{_name('store')}=az://… nor {_name('events')}"
        yield f"{_name('storage_connection_string')} is set and not used: neither {wanted} is."


def _log_in(config: Config) -> Iterator[str]:
    if config.identity_proxies != _DEFAULTS.identity_proxies and not config.identity_header:
        yield f"{_name('identity_proxies')} is set and not used: set {_name('identity_header')} too."


def _telemetry(config: Config) -> Iterator[str]:
    if config.otlp_headers and not config.otlp_url:
        yield f"{_name('otlp_headers')} is set and not used: set {_name('otlp_url')} too."


def _mail(config: Config) -> Iterator[str]:
    if config.mail_from != _DEFAULTS.mail_from and not (
        config.smtp_url or config.acs_endpoint or config.acs_connection_string
    ):
        wanted = f"{_name('acs_endpoint')} or {_name('smtp_url')}"
        yield f"{_name('mail_from')} is set and no report is sent: set {wanted} too."


def _places(config: Config) -> Iterator[str]:
    """Transcripts, events and results of one installation belong together."""
    away, several = isinstance(store_address(config), BucketAddress), "with several machines set"
    if away and config.results is None:
        yield f"{_name('store')} is in a cloud and results are a file here: {several} {_name('results')} too."
    if not away and config.results is not None:
        yield f"{_name('results')} is set and transcripts are files here: {several} {_name('store')} too."
    account = _account(config)
    if account and config.events and f"azq://{account}/" not in config.events:
        yield f"{_name('store')} and {_name('events')} name two accounts: Event Grid must write the one's events there."


def _account(config: Config) -> str | None:
    address = store_address(config)
    return address.account if isinstance(address, BucketAddress) and address.cloud == "az" else None


def _set(config: Config) -> list[str]:
    return [one.name for one in fields(config) if getattr(config, one.name) != getattr(_DEFAULTS, one.name)]


def _name(field: str) -> str:
    return f"{PREFIX}{field.upper()}"


def _all(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
