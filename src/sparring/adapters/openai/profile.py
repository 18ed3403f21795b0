"""What each family of models accepts: parameters, thought, room for the answer; and which names are retired.

Flows in: a model's name, or a family that the operator names because a deployment may be called anything. Flows out: a
`Profile`. Sources: MicrosoftDocs/azure-ai-docs `how-to/reasoning.md` and its retirement table; `ReasoningEffort` of
openai-python and of Azure's own SDK ("`xhigh` is supported for all models after `gpt-5.1-codex-max`").
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sparring.errors import ConfigRejected


@dataclass(frozen=True, slots=True)
class Profile:
    """How to speak to one family.

    Args:
        role: of the instructions; never both roles in one request.
        length: the parameter that bounds the answer.
        answer_tokens: that bound; a reasoning model thinks within it.
        efforts: values of `reasoning_effort` it takes, lowest first; empty where there is no such parameter.
        effort: asked for unless the operator says otherwise; always sent, for defaults differ within a family.
        temperature: sent where it may be set.
    """

    family: str
    role: Literal["developer", "system"]
    length: Literal["max_completion_tokens", "max_tokens"]
    answer_tokens: int
    efforts: tuple[str, ...] = ()
    effort: str | None = None
    temperature: float | None = None


_REASONING_TOKENS, _CHAT_TOKENS = 16_000, 4_000
_LOW_TO_HIGH = ("low", "medium", "high")
_TO_MAX = (*_LOW_TO_HIGH, "xhigh", "max")

PROFILES: Mapping[str, Profile] = {
    profile.family: profile
    for profile in (
        Profile("o-series", "developer", "max_completion_tokens", _REASONING_TOKENS, _LOW_TO_HIGH, "medium"),
        Profile("gpt-5", "developer", "max_completion_tokens", _REASONING_TOKENS, ("minimal", *_LOW_TO_HIGH), "medium"),
        Profile("gpt-5.1", "developer", "max_completion_tokens", _REASONING_TOKENS, ("none", *_LOW_TO_HIGH), "medium"),
        Profile("gpt-5.x", "developer", "max_completion_tokens", _REASONING_TOKENS, ("none", *_TO_MAX[:-1]), "medium"),
        Profile("gpt-5.6", "developer", "max_completion_tokens", _REASONING_TOKENS, ("none", *_TO_MAX), "medium"),
        Profile("gpt-6", "developer", "max_completion_tokens", _REASONING_TOKENS, _TO_MAX, "medium"),
        Profile("gpt-4", "system", "max_completion_tokens", _CHAT_TOKENS, temperature=0.0),
        Profile("chat", "system", "max_tokens", _CHAT_TOKENS, temperature=0.0),
    )
}
"""By family. `gpt-5.x`: from 5.2 on to 5.5. `gpt-6`: without `none`, which some of its models refuse. `chat` is every
other model that takes a JSON Schema: Llama, Qwen, Mistral behind vLLM or Ollama."""

FAMILIES = ("auto", *PROFILES)

_NAMES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\bo[1-9](?:-|$)"), "o-series"),
    (re.compile(r"\bgpt-5(?:-(?:mini|nano))?(?:-\d{4}|$)"), "gpt-5"),
    (re.compile(r"\bgpt-5\.1(?!\d)"), "gpt-5.1"),
    (re.compile(r"\bgpt-5\.[0-5](?!\d)"), "gpt-5.x"),
    (re.compile(r"\bgpt-5\.\d"), "gpt-5.6"),
    (re.compile(r"\bgpt-(?:[6-9]|\d{2})(?!\d)"), "gpt-6"),
    (re.compile(r"\bgpt-(?:4|5-chat|chat-latest)"), "gpt-4"),
)
_OTHER_PROTOCOL = re.compile(r"\bgpt-\d[\d.]*-(?:pro|codex)|\bo[1-9]-pro|-codex|deep-research|realtime|audio")

_TOGETHER: tuple[tuple[date, str], ...] = (
    (date(2026, 5, 13), "gpt-5.2-chat"),
    (date(2026, 6, 29), "gpt-5-chat gpt-5.1-chat gpt-5.3-chat"),
    (date(2026, 9, 16), "o1"),
    (date(2026, 10, 1), "o3-mini gpt-4o-2024-05-13"),
    (date(2026, 10, 16), "o3 o4-mini"),
    (date(2026, 11, 5), "gpt-chat-latest"),
    (date(2026, 12, 12), "gpt-5.2"),
    (date(2027, 2, 6), "gpt-5 gpt-5-mini gpt-5-nano"),
    (date(2027, 4, 14), "gpt-4o gpt-4o-mini gpt-4.1 gpt-4.1-mini gpt-4.1-nano"),
    (date(2027, 5, 15), "gpt-5.1"),
    (date(2027, 9, 2), "gpt-5.4"),
    (date(2027, 9, 21), "gpt-5.4-mini gpt-5.4-nano"),
    (date(2027, 10, 26), "gpt-5.5"),
    (date(2028, 1, 11), "gpt-5.6 gpt-5.6-sol gpt-5.6-terra gpt-5.6-luna"),
)
AZURE_RETIREMENTS: Mapping[str, date] = {name: day for day, names in _TOGETHER for name in names.split()}
"""Days on which Azure stops serving a model, as its table stood in August 2026 (what changed since July is known for
gpt-4o, 4.1, 5.4, 5.5 and 5.6); a name stands for its dated versions too.

Source: MicrosoftDocs/azure-ai-docs `concepts-model-retirement-schedule-content.md`. Days are moved, mostly later, and
successors come: what is not named is not warned of.
"""


def profile_of(model: str, family: str = "auto", *, setting: str | None = None) -> Profile:
    """The profile to speak to `model` with, which `setting` names.

    Raises: ConfigRejected for one that does not speak the chat protocol.
    """
    name = model.lower()
    if _OTHER_PROTOCOL.search(name):
        named = f"{setting}={model}" if setting else f"The model {model}"
        raise ConfigRejected(f"{named} takes no chat completions with a form: choose another.")
    if family != "auto":
        return PROFILES[family]
    return PROFILES[next((found for pattern, found in _NAMES if pattern.search(name)), "chat")]


def retirement(model: str, today: date) -> str | None:
    """A sentence about the model's end on Azure when that is past or within 90 days, else None."""
    name = model.lower()
    known = [one for one in AZURE_RETIREMENTS if re.search(rf"\b{re.escape(one)}(?![\w.])", name)]
    if not known:
        return None
    one = max(known, key=len)  # `gpt-5-mini` is no `gpt-5`
    day = AZURE_RETIREMENTS[one]
    if day <= today:
        return f"Azure retired {one} on {day.isoformat()}: deploy a successor and calibrate it."
    if (day - today).days <= 90:
        return f"Azure retires {one} on {day.isoformat()}: calibrate a successor before."
    return None
