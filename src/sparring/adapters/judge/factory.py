"""From settings to a judge that can be asked: which address, which way in, which profile, and what is wrong with them.

Flows in: `JudgeSettings`. Flows out: a `ChatJudge` and remarks for the operator, or ConfigRejected. Nothing is sent.
"""

from dataclasses import dataclass
from datetime import date

from sparring.adapters.azure.entra import TokenProvider
from sparring.adapters.openai.endpoint import Endpoint, Served, client_for, refuse_bare_secrets, tokens_for
from sparring.adapters.openai.profile import profile_of, retirement
from sparring.errors import ConfigRejected
from sparring.ports import Clock, JudgeModel


@dataclass(frozen=True, slots=True)
class JudgeSettings(Endpoint):
    """What the operator says about the judge. `effort`: how much it thinks; None: the profile's own."""

    effort: str | None = None


def open_judge(
    settings: JudgeSettings, clock: Clock, *, tokens: TokenProvider | None = None
) -> tuple[JudgeModel, tuple[str, ...]]:
    """The judge, and what the operator should know about it. `tokens` stands in for Microsoft Entra's.

    Raises: ConfigRejected.
    """
    refuse_bare_secrets(settings, prefix="SPARRING_JUDGE")
    profile = profile_of(settings.model, settings.family, setting="SPARRING_JUDGE_MODEL")
    if settings.effort is not None and settings.effort not in profile.efforts:
        taken = ", ".join(profile.efforts) or "none, for it cannot be told"
        raise ConfigRejected(f"SPARRING_JUDGE_EFFORT={settings.effort} is not for {settings.model}; it takes {taken}.")
    try:
        from sparring.adapters.judge.chat import ChatJudge  # noqa: PLC0415
    except ImportError:
        raise ConfigRejected("A model as judge needs the package openai: install the extra `model`.") from None
    tokens = tokens or tokens_for(settings)
    served = Served(settings.model, profile, settings.service)
    judge = ChatJudge(client_for(settings, tokens), served, effort=settings.effort, clock=clock, tokens=tokens)
    return judge, tuple(remarks(settings, clock.now().date()))


def remarks(settings: JudgeSettings, today: date) -> list[str]:
    """What is well-formed and should be changed all the same."""
    ending = retirement(settings.model, today) if settings.on_azure else None
    return [ending] if ending else []
