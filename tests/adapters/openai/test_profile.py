"""What each family of models accepts, and which names are retired."""

from datetime import date

import pytest

from sparring.adapters.openai.profile import AZURE_RETIREMENTS, PROFILES, profile_of, retirement
from sparring.errors import ConfigRejected


@pytest.mark.parametrize(
    ("model", "family"),
    [
        ("o4-mini", "o-series"),
        ("o4-mini-2025-04-16", "o-series"),
        ("my-o3", "o-series"),
        ("gpt-5", "gpt-5"),
        ("gpt-5-mini", "gpt-5"),
        ("gpt-5-2025-08-07", "gpt-5"),
        ("gpt-5.1", "gpt-5.1"),
        ("gpt-5.1-2025-11-13", "gpt-5.1"),
        ("gpt-5.2", "gpt-5.x"),
        ("gpt-5.5-2026-04-24", "gpt-5.x"),
        ("gpt-5.4-mini", "gpt-5.x"),
        ("gpt-5.6-terra", "gpt-5.6"),
        ("gpt-5.12", "gpt-5.6"),
        ("gpt-6", "gpt-6"),
        ("gpt-6.1-sol", "gpt-6"),
        ("GPT-7.2-mini", "gpt-6"),
        ("gpt-chat-latest", "gpt-4"),
        ("gpt-4.1", "gpt-4"),
        ("gpt-4o-mini", "gpt-4"),
        ("gpt-5-chat", "gpt-4"),
        ("llama3.3:70b", "chat"),
        ("Qwen/Qwen3-32B", "chat"),
        ("mistral-large", "chat"),
        ("grader-prod", "chat"),
    ],
)
def test_a_name_tells_the_family(model: str, family: str) -> None:
    """What is not known is spoken to as any chat model."""
    assert profile_of(model).family == family


def test_a_deployment_of_any_name_can_be_told_its_family() -> None:
    """On Azure a deployment may be called anything."""
    assert profile_of("grader-prod", "o-series").family == "o-series"


@pytest.mark.parametrize("model", ["gpt-5-pro", "gpt-5.1-codex", "o3-pro", "gpt-realtime", "o3-deep-research"])
def test_models_of_another_protocol_are_refused(model: str) -> None:
    """They take no chat completions, so nothing would ever be graded."""
    with pytest.raises(ConfigRejected, match="choose another"):
        profile_of(model)


def test_reasoning_models_get_no_temperature_and_room_to_think() -> None:
    """They answer 400 to `temperature` and `max_tokens`; thought is part of their bound."""
    for family in ("o-series", "gpt-5", "gpt-5.1", "gpt-5.x", "gpt-5.6", "gpt-6"):
        profile = PROFILES[family]
        assert (profile.temperature, profile.length, profile.role) == (None, "max_completion_tokens", "developer")
        assert profile.effort in profile.efforts
        assert profile.answer_tokens > PROFILES["chat"].answer_tokens


@pytest.mark.parametrize(
    ("model", "taken", "refused"),
    [
        ("o4-mini", "low medium high", "none minimal xhigh max"),
        ("gpt-5-mini", "minimal low medium high", "none xhigh max"),
        ("gpt-5.1", "none low medium high", "minimal xhigh max"),
        ("gpt-5.2", "none low medium high xhigh", "minimal max"),
        ("gpt-5.5", "none low medium high xhigh", "minimal max"),
        ("gpt-5.6-luna", "none low medium high xhigh max", "minimal"),
        ("gpt-6.1-sol", "low medium high xhigh max", "none minimal"),
        ("gpt-4.1", "", "low medium high"),
    ],
)
def test_each_generation_takes_its_own_efforts(model: str, taken: str, refused: str) -> None:
    """`xhigh` came after 5.1 and `max` with 5.6; `minimal` was of the first gpt-5 only."""
    assert list(profile_of(model).efforts) == taken.split()
    assert set(profile_of(model).efforts).isdisjoint(refused.split())


@pytest.mark.parametrize(
    ("model", "today", "says"),
    [
        ("o4-mini", date(2026, 10, 16), "retired o4-mini"),
        ("o4-mini-2025-04-16", date(2026, 11, 25), "retired o4-mini"),
        ("o4-mini", date(2026, 8, 1), "retires o4-mini"),
        ("gpt-5-mini", date(2026, 12, 1), "retires gpt-5-mini"),
        ("gpt-5.5", date(2026, 11, 25), None),
        ("gpt-5", date(2026, 11, 1), None),
        ("gpt-5", date(2026, 11, 25), "retires gpt-5 "),
        ("gpt-4o-mini", date(2026, 11, 25), None),
        ("gpt-4o-2024-05-13", date(2026, 11, 25), "retired gpt-4o-2024-05-13"),
        ("gpt-4o-2024-11-20", date(2026, 11, 25), None),
        ("gpt-4.1-nano-2025-04-14", date(2027, 4, 14), "retired gpt-4.1-nano"),
        ("gpt-chat-latest", date(2026, 11, 25), "retired gpt-chat-latest"),
        ("gpt-5.2", date(2026, 11, 26), "retires gpt-5.2"),
        ("gpt-5.1-chat", date(2026, 11, 26), "retired gpt-5.1-chat"),
        ("gpt-5.1", date(2026, 11, 26), None),
        ("gpt-5.6-sol", date(2027, 11, 1), "retires gpt-5.6-sol"),
        ("gpt-6-sol", date(2030, 1, 1), None),
        ("my-o3", date(2026, 11, 26), "retired o3 "),
        ("gpt-5.4-mini", date(2027, 9, 21), "retired gpt-5.4-mini"),
        ("llama3", date(2030, 1, 1), None),
    ],
)
def test_retired_names_are_told_apart_from_their_kin(model: str, today: date, says: str | None) -> None:
    """Past the day it is retired, within ninety days of it it is ending."""
    sentence = retirement(model, today)
    assert (sentence is None) if says is None else (sentence is not None and says in sentence)


def test_every_retirement_names_a_model_we_speak_to() -> None:
    """The table is of names that a profile is found for."""
    assert {profile_of(model).family for model in AZURE_RETIREMENTS} <= set(PROFILES) - {"chat"}
