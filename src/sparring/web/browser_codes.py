"""Codes by which a rep goes on in another browser: read there, typed here, good once and for ten minutes.

Flows in: a rep's cookie. Flows out: the code, and the cookie again for whoever types it. Forty random bits in a table
of this process; a newer code ends the one before.
"""

import secrets
from dataclasses import dataclass

from sparring.errors import NotYours
from sparring.ports import Clock

CODE_LIFE_S = 600
CODE_LETTERS = 8
_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is read as another
_MOST_CODES = 1_000


@dataclass(frozen=True, slots=True)
class _Held:
    cookie: str
    until_s: float


class BrowserCodes:
    """Codes that were given out and not yet used."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._held: dict[str, _Held] = {}

    def issue(self, cookie: str) -> str:
        """A new code for this rep, in the place of an earlier one."""
        now_s = self._clock.monotonic_s()
        kept = {code: held for code, held in self._held.items() if held.until_s >= now_s and held.cookie != cookie}
        self._held = dict(list(kept.items())[1 - _MOST_CODES :])
        code = "".join(secrets.choice(_ALPHABET) for _ in range(CODE_LETTERS))
        self._held[code] = _Held(cookie, now_s + CODE_LIFE_S)
        return code

    def redeem(self, code: str) -> str:
        """The cookie of whoever asked for it, once. Raises: NotYours."""
        held = self._held.pop("".join(code.split()).upper(), None)
        if held is None or held.until_s < self._clock.monotonic_s():
            raise NotYours("This code is not good any more. Get a new one in the other browser; it lasts ten minutes.")
        return held.cookie
