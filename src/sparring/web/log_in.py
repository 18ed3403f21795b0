"""A log-in before us: the header in which it names who is signed in, believed from its own addresses and nobody else's.

Flows in: a request, with the address of whoever is really connected. Flows out: the name. A header is a line that
anybody can send: that it stands there says nothing, only who sent it does.
"""

import ipaddress
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field

from starlette.requests import HTTPConnection

from sparring.errors import NotYours

log = logging.getLogger(__name__)

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_PAST_IT = (
    "This came past the log-in, so that nobody is signed in here. Open Sparring where one signs in; if this is there, "
    "the operator names the log-in's address in SPARRING_IDENTITY_PROXIES."
)
_MOST_TOLD = 100


@dataclass(frozen=True, slots=True)
class LogIn:
    """Who names people, and how."""

    header: str
    proxies: Sequence[Network]
    _told: set[str] = field(default_factory=set, compare=False)

    def who(self, request: HTTPConnection) -> str:
        """Whoever is signed in. Raises: NotYours when nobody is named, or somebody by whom we do not believe."""
        named = [one.strip() for one in request.headers.getlist(self.header)]
        if not any(named):
            raise NotYours("Sign in first, so that Sparring knows whose calls these are.")
        peer = request.client.host if request.client else ""
        # two lines of one name: a log-in that adds its own to what the browser sent, and which is whose is not said
        if len(named) > 1 or not self._believes(peer):
            self._tell(peer, len(named))
            raise NotYours(_PAST_IT)
        return named[0]

    def _believes(self, peer: str) -> bool:
        try:
            address = ipaddress.ip_address(peer)
        except ValueError:
            return False
        mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
        return any((mapped or address) in network for network in self.proxies)

    def _tell(self, peer: str, times: int) -> None:
        """Once of each address: the operator finds a log-in here that was not named, or whoever forges it."""
        if peer not in self._told and len(self._told) < _MOST_TOLD:
            self._told.add(peer)
            log.warning("%s came from %s, %d times in one request, and was not believed", self.header, peer, times)
