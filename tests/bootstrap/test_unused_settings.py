"""Every half-configured state of a cloud is explained in one sentence that names its settings and no secret."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any

import pytest

from sparring.adapters.buyer_model.factory import open_chat_buyer, open_realtime_buyer
from sparring.adapters.clock import SystemClock
from sparring.adapters.judge.factory import open_judge
from sparring.adapters.voice.azure.factory import proof_of
from sparring.bootstrap.buyer import buyer_endpoint
from sparring.bootstrap.judge import judge_settings
from sparring.bootstrap.rooms import livekit_access
from sparring.bootstrap.speech import azure_voice_settings
from sparring.bootstrap.storage import open_air_gap, open_events
from sparring.bootstrap.unused_settings import leftovers, unknown_voices
from sparring.config import Config
from sparring.config.values import NETWORKS
from sparring.errors import ConfigRejected
from sparring.persona import load_personas
from tests.fakes.documents import a_persona

AZURE = "https://harbour.openai.azure.com"
KEY = "a-very-secret-key"
RESOURCE = "/subscriptions/1/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/harbour"
ACCOUNT = f"AccountName=harbour;AccountKey={b64encode(KEY.encode()).decode()}"

NO_KEY = "AccountName=harbour;AccountKey=not-base-64"

Settings = Mapping[str, Any]
"""Fields of `Config`; None: not set."""


def every(**choices: tuple[Any, ...]) -> list[Settings]:
    """All combinations."""
    return [dict(zip(choices, one, strict=True)) for one in product(*choices.values())]


def sentences(settings: Settings) -> list[str]:
    """Why it does not start, and what is set and does nothing."""
    config = Config(**{name: value for name, value in settings.items() if value is not None})
    return [*refusals(config), *leftovers(config)]


def refusals(config: Config) -> Iterator[str]:
    """Everything that is opened before anything is sent; what is opened is never used."""
    clock = SystemClock()
    for open_part in (
        lambda: config.voice == "azure" and proof_of(azure_voice_settings(config)),
        lambda: config.buyer == "chat" and open_chat_buyer(buyer_endpoint(config)),
        lambda: config.buyer == "realtime" and open_realtime_buyer(buyer_endpoint(config)),
        lambda: config.grader == "model" and open_judge(judge_settings(config), clock),
        lambda: livekit_access(config),
        lambda: open_air_gap(config),
        lambda: config.events and open_events(config, clock),
    ):
        try:
            open_part()
        except ConfigRejected as error:
            yield error.sentence


def assert_explained(found: Iterable[str]) -> None:
    """One sentence each, for a person, with the name of a setting and without a secret."""
    for sentence in found:
        assert sentence.endswith(".")
        assert "SPARRING_" in sentence
        assert KEY not in sentence
        assert len(sentence) < 220


def shown(settings: Settings) -> str:
    return " ".join(f"{name}={value}" for name, value in settings.items() if value is not None) or "nothing"


SPEECH = every(
    voice=("azure",),
    azure_speech_url=(None, "https://harbour.cognitiveservices.azure.com", "https://eastus.tts.speech.microsoft.com"),
    azure_speech_key=(None, KEY),
    azure_speech_resource_id=(None, RESOURCE, "harbour"),
)


@pytest.mark.parametrize("settings", SPEECH, ids=shown)
def test_azure_speech(settings: Settings) -> None:
    """An address and one way in: a key, or the whole id of the resource for Microsoft Entra."""
    key, resource = settings["azure_speech_key"], settings["azure_speech_resource_id"]
    whole = settings["azure_speech_url"] and (bool(key) != (resource == RESOURCE)) and not (key and resource)
    found = sentences(settings)
    assert_explained(found)
    assert (found == []) == bool(whole)


MODELS = every(
    url=(None, AZURE, "https://api.openai.com/v1", "http://models.example.org/v1"),
    model=(None, "gpt-4.1-mini", "gpt-realtime"),
    key=(None, KEY),
    api_version=(None, "2025-04-01-preview"),
)


@pytest.mark.parametrize("settings", MODELS, ids=shown)
@pytest.mark.parametrize("kind", ["chat", "realtime"])
def test_a_model_for_the_buyer(kind: str, settings: Settings) -> None:
    """An address that is not in the clear, and a model of the right kind; on Azure a deployment has any name."""
    url, model, version = settings["url"], settings["model"], settings["api_version"]
    on_azure = url == AZURE or bool(version)
    fits = {
        "chat": model == "gpt-4.1-mini",
        "realtime": not version and (on_azure or (model == "gpt-realtime" and settings["key"])),
    }[kind]
    found = sentences({"buyer": kind} | {f"buyer_{name}": value for name, value in settings.items()})
    assert_explained(found)
    assert (found == []) == bool(model and url and url.startswith("https") and fits)


@pytest.mark.parametrize("settings", MODELS, ids=shown)
def test_a_model_as_the_judge(settings: Settings) -> None:
    """Likewise; a realtime model fills in no form."""
    found = sentences({"grader": "model"} | {f"judge_{name}": value for name, value in settings.items()})
    assert_explained(found)
    url = settings["url"]
    assert (found == []) == bool(url and url.startswith("https") and settings["model"] == "gpt-4.1-mini")


ROOMS = every(
    livekit_url=(None, "wss://harbour.livekit.cloud"),
    livekit_key=(None, "APIkey"),
    livekit_secret=(None, "short", KEY * 3),
)


@pytest.mark.parametrize("settings", ROOMS, ids=shown)
def test_livekits_rooms(settings: Settings) -> None:
    """All three or none, and a secret as long as the server wants it."""
    url, key, secret = settings.values()
    found = sentences(settings)
    assert_explained(found)
    nothing = url is None and key is None and secret is None
    assert (found == []) == (nothing or bool(url and key and secret == KEY * 3))


PLACES = every(
    store=(None, "az://harbour/air-gap", "az://other/air-gap", "s3://harbour"),
    events=(None, "azq://harbour/calls-written"),
    results=(None, f"postgresql://sparring:{KEY}@db.example.org/sparring"),
    storage_connection_string=(None, ACCOUNT),
)


@pytest.mark.parametrize("settings", PLACES, ids=shown)
def test_store_queue_and_results(settings: Settings) -> None:
    """All here, or all where several machines reach them; events only of a container, and one account's."""
    store, events, results, string = settings.values()
    found = sentences(settings)
    assert_explained(found)
    on_azure = (store or "").startswith("az://harbour")
    whole = (bool(store) == bool(results)) and (not events or on_azure) and store != "az://other/air-gap"
    if not events and store == "az://other/air-gap":
        whole = bool(results) and not string
    if string and not on_azure and not events:
        whole = False
    assert (found == []) == bool(whole)


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        (
            {"voice_url": "https://x", "voice_key": KEY},
            (
                "SPARRING_VOICE_URL and SPARRING_VOICE_KEY are set and not used while SPARRING_VOICE=auto: "
                "set SPARRING_VOICE=openai."
            ),
        ),
        (
            {"buyer_model": "m"},
            (
                "SPARRING_BUYER_MODEL is set and not used while SPARRING_BUYER=mind: "
                "set SPARRING_BUYER=chat or SPARRING_BUYER=realtime."
            ),
        ),
        (
            {"judge_samples": 5},
            "SPARRING_JUDGE_SAMPLES is set and not used while SPARRING_GRADER=rules: set SPARRING_GRADER=model.",
        ),
        (
            {"store": "az://harbour/air-gap", "results": "postgresql://x/y", "storage_connection_string": NO_KEY},
            "SPARRING_STORAGE_CONNECTION_STRING holds an AccountKey or an address that is none: copy it again.",
        ),
        (
            {"identity_proxies": NETWORKS.read("10.0.0.4")},
            "SPARRING_IDENTITY_PROXIES is set and not used: set SPARRING_IDENTITY_HEADER too.",
        ),
        (
            {"otlp_headers": KEY},
            "SPARRING_OTLP_HEADERS is set and not used: set SPARRING_OTLP_URL too.",
        ),
        (
            {"mail_from": "coach@example.org"},
            "SPARRING_MAIL_FROM is set and no report is sent: set SPARRING_ACS_ENDPOINT or SPARRING_SMTP_URL too.",
        ),
    ],
)
def test_what_is_set_in_vain_is_said(settings: Settings, sentence: str) -> None:
    """With what would mend it."""
    assert sentences(settings) == [sentence]


def test_a_voice_that_nobody_knows_is_named_with_who_pins_it() -> None:
    """Before a rep hears a stranger; the shipped ones are all known."""
    assert list(unknown_voices(load_personas(None))) == []
    voice = a_persona().voice.model_copy(update={"azure": "en-US-Nobody:DragonHDLatestNeural"})
    (sentence,) = unknown_voices([a_persona().model_copy(update={"voice": voice})])
    assert "en-US-Nobody" in sentence
    assert sentence.endswith(".")
