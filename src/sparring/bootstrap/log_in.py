"""What is assumed about who asks: said by `doctor`, and at start-up where there is more to it than a cookie.

Flows in: the configuration. Flows out: what names a rep, whether that needs a second look, and a sentence.
"""

from typing import Literal, NamedTuple

from sparring.config import Config
from sparring.config.values import Networks


class Assumed(NamedTuple):
    """Who may say who a rep is."""

    uses: str
    state: Literal["ok", "warn"]
    sentence: str


def assumed_of_log_in(config: Config) -> Assumed:
    """That the header's sender is what it is believed to be cannot be tried from here: it is told."""
    if config.identity_header is None:
        return Assumed("none", "ok", _without(config))
    networks = config.identity_proxies
    uses = f"{config.identity_header} from {_listed(networks)}"
    wide = tuple(one for one in networks if one.num_addresses > 1 and not one.is_loopback)
    if wide:
        sentence = (
            f"Whoever has an address in {_listed(wide)} can send the header and be any rep. Name the log-in's own "
            "address in SPARRING_IDENTITY_PROXIES, unless nobody else has one there."
        )
        return Assumed(uses, "warn", sentence)
    where = "a program on this machine" if all(one.is_loopback for one in networks) else "whoever has that address"
    return Assumed(
        uses,
        "ok",
        f"Believed from there alone, and {where} can be any rep. Assumed, and not to be seen from here: the log-in "
        "takes away what a browser sends under that name.",
    )


def _without(config: Config) -> str:
    if config.alone():
        return "Nobody but this machine's users reaches the pages; a rep is whoever has the cookie."
    return "Whoever reaches the pages may use them, and a rep is whoever has the cookie."


def _listed(networks: Networks) -> str:
    """An address as itself, and not as a network of one."""
    return ", ".join(str(one.network_address if one.num_addresses == 1 else one) for one in networks)
