"""From settings to a model that words the buyer."""

import sys

import pytest

from sparring.adapters.buyer_model.factory import open_chat_buyer, open_realtime_buyer
from sparring.adapters.openai.endpoint import Endpoint
from sparring.errors import ConfigRejected

LOCAL = "http://127.0.0.1:9/v1"


async def test_the_model_goes_by_its_own_name() -> None:
    """On Azure that of the deployment."""
    model = open_chat_buyer(Endpoint(LOCAL, "llama3.2"))
    assert model.name == "llama3.2"
    await model.close()


@pytest.mark.parametrize("name", ["gpt-realtime", "gpt-5.1-codex", "gpt-4o-audio-preview"])
def test_a_model_of_another_protocol_is_refused(name: str) -> None:
    """Before the first call, not in the middle of it."""
    with pytest.raises(ConfigRejected, match=name):
        open_chat_buyer(Endpoint(LOCAL, name))


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence."""
    monkeypatch.delitem(sys.modules, "sparring.adapters.buyer_model.chat", raising=False)
    monkeypatch.setitem(sys.modules, "openai", None)
    with pytest.raises(ConfigRejected, match="extra `model`"):
        open_chat_buyer(Endpoint(LOCAL, "llama3.2"))


@pytest.mark.parametrize(
    ("endpoint", "names"),
    [
        (Endpoint("https://api.openai.com/v1", "gpt-4.1", "k"), "gpt-4.1 is none"),
        (Endpoint("https://api.openai.com/v1", "gpt-realtime"), "SPARRING_BUYER_KEY"),
        (Endpoint("https://x.openai.azure.com", "talk", "k", "2025-04-01-preview"), "unset SPARRING_BUYER_API_VERSION"),
        (Endpoint("http://models.example.org/v1", "gpt-realtime"), "https://"),
    ],
)
def test_a_realtime_model_that_is_half_set_up_is_refused(endpoint: Endpoint, names: str) -> None:
    """Before the first call, in one sentence."""
    with pytest.raises(ConfigRejected, match=names):
        open_realtime_buyer(endpoint)


async def test_a_realtime_deployment_may_have_any_name_and_be_opened_by_an_identity() -> None:
    """On Azure; the identity is asked with each connection and let go of in the end."""
    model = open_realtime_buyer(Endpoint("https://x.openai.azure.com", "talk"))
    assert model.name == model.for_call().name == "talk"
    await model.close()
