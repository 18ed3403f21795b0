"""From settings to a model that words the buyer."""

import sys

import pytest

from sparring.adapters.model.endpoint import Endpoint
from sparring.adapters.model.opening import open_chat_buyer
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
    monkeypatch.delitem(sys.modules, "sparring.adapters.model.chat", raising=False)
    monkeypatch.setitem(sys.modules, "openai", None)
    with pytest.raises(ConfigRejected, match="extra `model`"):
        open_chat_buyer(Endpoint(LOCAL, "llama3.2"))
