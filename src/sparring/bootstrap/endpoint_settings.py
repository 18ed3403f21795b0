"""What an endpoint needs before it can be asked, and what to look at when it does not answer, said alike.

Flows in: the configuration, and which part's settings are meant. Flows out: its address and its model, or a sentence.
"""

from typing import Literal

from sparring.config import PREFIX, Config
from sparring.errors import ConfigRejected


def address_and_model(
    config: Config, part: Literal["BUYER", "JUDGE", "VOICE", "HEARING"], *, because: str
) -> tuple[str, str]:
    """`because`: the setting that wants them, such as SPARRING_BUYER=chat. Raises: ConfigRejected, naming the rest."""
    wanted = {f"{PREFIX}{part}_{what}": getattr(config, f"{part}_{what}".lower()) for what in ("URL", "MODEL")}
    missing = [name for name, value in wanted.items() if value is None]
    if missing:
        raise ConfigRejected(f"{because} also needs {' and '.join(missing)}.")
    url, model = wanted.values()
    return url, model


def advice(part: Literal["BUYER", "JUDGE"], outcome: str, *, key: str | None) -> str:
    """What an operator looks at after such an outcome of a try; empty where the outcome's own sentence says it."""
    named = f"{PREFIX}{part}"
    if outcome == "auth_failed" and key is None:
        return (
            f"Set {named}_KEY, or on Azure give this process an identity (a managed one, or `az login`) "
            "with the role Cognitive Services OpenAI User."
        )
    return {
        "auth_failed": f"Check {named}_KEY: it must be of the service at {named}_URL.",
        "no_such_model": f"Check {named}_MODEL: on Azure it is the deployment's name.",
        "unavailable": f"Check {named}_URL and the network.",
        "timed_out": f"Check {named}_URL and the network.",
        "rate_limited": "Raise its limit, or wait a minute.",
    }.get(outcome, "")
