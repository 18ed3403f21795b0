"""The buyer's answer in the rep's ear: whether it sounds, and whether the framework has said how much was heard.

Flows in: moments of one answer after the other. Flows out: whether the next one may be decided yet.
"""

import asyncio
from contextlib import suppress

from livekit.agents.voice import SpeechHandle

SETTLES_WITHIN_S = 1.0  # after a barge-in the framework reports what was heard; a report that is lost must not mute us


def heard_of(text: str, share: float) -> str:
    """The first words of `text`, whose sound was played and heard to this share: 0 to 1. None that was half heard."""
    words = text.split()
    return text if share >= 1 else " ".join(words[: int(len(words) * share)])


class Playback:
    """The answer under way, from the moment it is taken up until it is settled: accounted for in the transcript."""

    def __init__(self) -> None:
        self.began = False  # it has made a sound
        self.silent = False  # it has none: the voice failed, and the rep reads it
        self.started_ms = self.ended_ms = 0
        self.heard_share = 1.0  # of what was played of it: less when it was spoken into an outage
        self._carried_by: SpeechHandle | None = None  # as the framework calls it
        self._reported = False  # the framework has said how much of it was heard
        self._settled = asyncio.Event()
        self._settled.set()

    @property
    def open(self) -> bool:
        """It has sounded, and how much of it was heard is not known yet. One without a sound was not heard at all."""
        return self.began and not self._settled.is_set()

    def take_up(self) -> None:
        """The next answer."""
        self.began = self.silent = self._reported = False
        self._settled.clear()

    def begin(self, carried_by: SpeechHandle | None, *, at_ms: int) -> None:
        """Its first sound went out."""
        self.began, self._carried_by, self.started_ms = True, carried_by, at_ms

    def stop(self) -> None:
        """The rep has said words over it: nobody goes on with it. The framework finds out some 10 ms later."""
        if self.open and self._carried_by is not None:
            self._carried_by.interrupt()

    def report(self) -> None:
        """How much of it was heard is known, and being written down."""
        self._reported = True

    def over(self, answer: SpeechHandle) -> None:
        """The framework has done with `answer`; of one that was cut before its first word it reports nothing."""
        if answer is self._carried_by and not self._reported:
            self._settled.set()

    def settle(self) -> None:
        """It is written down."""
        self._settled.set()

    async def settled(self, *, within_s: float) -> None:
        """Returns once it is written down, sounded or not, and after `within_s` at the latest."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._settled.wait(), within_s)

    async def until_settled(self) -> None:
        """Returns at once unless it is `open`, and after a second at the latest."""
        if self.open:
            await self.settled(within_s=SETTLES_WITHIN_S)
        self._settled.set()
