"""What an endpoint needs before it can be asked, said alike for every part that has one.

Flows in: the configuration, and which part's settings are meant. Flows out: its address and its model.
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
