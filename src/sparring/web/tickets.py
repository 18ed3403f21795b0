"""Join tickets: single use, five minutes, bound to one call and one rep. Never in a URL, never in a log.

A ticket is 256 random bits that mean something only to this table, so there is no algorithm to confuse and nothing to
forge; only its SHA-256 is kept (OWASP ASVS 5.0, V9 and V7.2).
"""

import hashlib
import secrets
from dataclasses import dataclass

from sparring.errors import TicketRejected
from sparring.ids import CallId, RepId
from sparring.ports import Clock

TICKET_LIFE_S = 300
_MAX_TICKETS = 10_000


@dataclass(frozen=True, slots=True)
class _Grant:
    call_id: CallId
    rep_id: RepId
    until_s: float


class Tickets:
    """Tickets that were given out and not yet used."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._grants: dict[str, _Grant] = {}

    def issue(self, call_id: CallId, rep_id: RepId) -> str:
        """A new ticket; earlier ones of the same call stay valid until used or expired."""
        self._drop_expired()
        ticket = secrets.token_urlsafe(32)
        self._grants[_digest(ticket)] = _Grant(call_id, rep_id, self._clock.monotonic_s() + TICKET_LIFE_S)
        return ticket

    def redeem(self, ticket: str, call_id: CallId) -> RepId:
        """Whose ticket it was; it cannot be used again, not even after a failure. Raises: TicketRejected."""
        return self._checked(self._grants.pop(_digest(ticket), None), call_id)

    def holder(self, ticket: str, call_id: CallId) -> RepId:
        """Whose ticket it is, without using it up: a page that says bye may be a refresh. Raises: TicketRejected."""
        return self._checked(self._grants.get(_digest(ticket)), call_id)

    def _checked(self, grant: _Grant | None, call_id: CallId) -> RepId:
        if grant is None or grant.call_id != call_id or grant.until_s < self._clock.monotonic_s():
            raise TicketRejected("This call can no longer be joined from here. Go back and start a new one.")
        return grant.rep_id

    def revoke(self, call_id: CallId) -> None:
        """The call is over: none of its tickets is worth anything."""
        self._grants = {key: grant for key, grant in self._grants.items() if grant.call_id != call_id}

    def _drop_expired(self) -> None:
        now_s = self._clock.monotonic_s()
        self._grants = {key: grant for key, grant in self._grants.items() if grant.until_s >= now_s}
        while len(self._grants) >= _MAX_TICKETS:
            del self._grants[next(iter(self._grants))]


def _digest(ticket: str) -> str:
    return hashlib.sha256(ticket.encode()).hexdigest()
