"""From settings to a judge."""

import importlib.util
import sys
from typing import Any

import pytest

from sparring.adapters.judge.factory import JudgeSettings, open_judge
from sparring.errors import ConfigRejected
from tests.fakes.clock import FakeClock

AZURE = "https://harbour.openai.azure.com"
OPENAI = "https://api.openai.com/v1"


def settings(**changes: Any) -> JudgeSettings:
    return JudgeSettings(**({"url": AZURE, "model": "gpt-5.5", "key": "k"} | changes))


def client_of(**changes: Any) -> Any:
    judge, _ = open_judge(settings(**changes), FakeClock())
    return judge._client  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("changes", "base_url"),
    [
        ({}, f"{AZURE}/openai/v1/"),
        ({"url": f"{AZURE}/"}, f"{AZURE}/openai/v1/"),
        ({"url": f"{AZURE}/openai/v1/"}, f"{AZURE}/openai/v1/"),
        ({"api_version": "2025-04-01-preview"}, f"{AZURE}/openai/"),
        ({"url": OPENAI}, f"{OPENAI}/"),
        ({"url": "http://localhost:11434/v1", "key": None, "model": "llama3"}, "http://localhost:11434/v1/"),
    ],
)
def test_each_kind_of_endpoint_has_its_address(changes: dict[str, Any], base_url: str) -> None:
    """Azure without a version is `/openai/v1/`; everything else is taken as it is."""
    assert str(client_of(**changes).base_url) == base_url


@pytest.mark.parametrize(
    ("changes", "way_in", "on_azure"),
    [
        ({}, "key", True),
        ({"key": None}, "Microsoft Entra", True),
        ({"url": OPENAI}, "key", False),
        ({"url": "http://127.0.0.1:8080/v1", "key": None}, "no key", False),
        (
            {"url": "https://gateway.example.org", "api_version": "2025-04-01-preview", "key": None},
            "Microsoft Entra",
            True,
        ),
    ],
)
def test_the_way_in_is_told_without_the_key(changes: dict[str, Any], way_in: str, *, on_azure: bool) -> None:
    """A key where there is one, Microsoft Entra on Azure, none elsewhere."""
    assert (settings(**changes).way_in, settings(**changes).on_azure) == (way_in, on_azure)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"url": "http://harbour.openai.azure.com"}, "https://"),
        ({"url": "https://user:secret@harbour.openai.azure.com"}, "SPARRING_JUDGE_KEY"),
        ({"model": "gpt-5-pro"}, "choose another"),
        ({"effort": "minimal"}, "it takes none, low, medium, high"),
        ({"model": "gpt-5.1", "effort": "xhigh"}, "it takes none, low, medium, high"),
        ({"model": "llama3", "effort": "low"}, "cannot be told"),
    ],
)
def test_what_cannot_work_is_refused_with_what_to_do(changes: dict[str, Any], says: str) -> None:
    """Before anything is sent, and without a secret in the sentence."""
    with pytest.raises(ConfigRejected, match=says) as refused:
        open_judge(settings(**changes), FakeClock())
    assert "secret" not in refused.value.sentence


def test_a_retired_model_is_remarked_on_azure_alone() -> None:
    """Elsewhere the same name may be served for ever."""
    assert open_judge(settings(model="o4-mini"), FakeClock())[1] == (
        "Azure retired o4-mini on 2026-10-16: deploy a successor and calibrate it.",
    )
    assert open_judge(settings(model="o4-mini", url=OPENAI), FakeClock())[1] == ()
    assert open_judge(settings(), FakeClock())[1] == ()


@pytest.mark.parametrize(("package", "extra"), [("azure.identity.aio", "azure"), ("openai", "model")])
def test_a_missing_package_names_its_extra(package: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both are optional: who grades by rules needs neither."""
    assert importlib.util.find_spec(package)
    monkeypatch.delitem(sys.modules, "sparring.adapters.judge.chat", raising=False)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ConfigRejected, match=f"extra `{extra}`"):
        open_judge(settings(key=None), FakeClock())
