"""The ear whose words come from a service that is sent the rep's sound while they speak.

Flows in: stretches of sound, and what the service makes of them. Flows out: utterances. `OwnTurnsEar` finds turns by
our own machine; `ServedTurnsEar` lets the service find them.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sparring.adapters.agent_session.listener import (
    BYTES_PER_MS,
    NOTHING_MADE_OUT,
    Listener,
    Take,
    loud_ms,
    or_unclear,
    rms_of,
)
from sparring.call.turn_taking.turn import Action, TurnTiming, understood
from sparring.ports import Clock, Heard, Recognition, TurnSeen, Uplink

WORDS_WITHIN_S = 1.9  # then the buyer asks again: with the end of turn and the voice, nobody waits longer than 2.5 s


@dataclass(slots=True)
class _Take(Take):
    """The turn being recorded. `words`: on their way, once it is closed."""

    words: Recognition | None = None


class UplinkEar(Listener[_Take]):
    """What both have: words that come from elsewhere, and are waited for only so long.

    Args:
        uplink: the call's own.
        timing: how soon this persona takes the turn.
        clock: for the stopwatch.
        on_caption: told a turn's words as they come.
        on_utterance: told when a closed turn has come to words, or to speech nobody could make out.
    """

    def __init__(
        self,
        uplink: Uplink,
        timing: TurnTiming,
        *,
        clock: Clock,
        on_caption: Callable[[str], None],
        on_utterance: Callable[[], None],
    ) -> None:
        super().__init__(timing, new_take=_Take, clock=clock, on_utterance=on_utterance)
        self._uplink = uplink
        self._words_within_s = WORDS_WITHIN_S
        self._waits: set[asyncio.Timeout] = set()
        uplink.listen(on_turn=self._turn_seen, on_caption=on_caption, on_gone=self._service_gone)

    def last_words(self, *, within_s: float) -> None:
        """See `Listener`: turns whose words are still on their way are waited for longer, too."""
        self._words_within_s = within_s
        until_s = asyncio.get_running_loop().time() + within_s
        for wait in self._waits:
            wait.reschedule(until_s)

    def _act(self, action: Action) -> None:
        if action is Action.SPECULATE:  # whole turns are written down: silence alone decides about their end
            self._state = understood(self._state, "")
        elif action is Action.CLOSE:
            self._close()

    def _close(self) -> None:
        if self._take.words is None:
            self._take.words = self._uplink.close_turn()
        super()._close()

    async def _heard(self, take: _Take) -> tuple[Heard, ...]:
        assert take.words is not None
        try:
            async with asyncio.timeout(self._words_within_s) as wait:
                self._waits.add(wait)
                heard = await or_unclear(take.words.result())
        except TimeoutError:
            heard = NOTHING_MADE_OUT
        finally:
            self._waits.discard(wait)
        return (heard,)

    def _turn_seen(self, seen: TurnSeen) -> None:
        """Where the service finds turns."""

    def _service_gone(self) -> None:
        self.on_deaf()


class OwnTurnsEar(UplinkEar):
    """The service is sent turns alone, each with what came just before it was noticed."""

    def _keep(self, pcm: bytes, rms: float, *, begun: bool) -> None:
        super()._keep(pcm, rms, begun=begun)
        if self._take.pcm:
            self._uplink.push(bytes(self._take.pcm) if begun else pcm)


class ServedTurnsEar(UplinkEar):
    """Turns begin and end where the service says; how much of one was loud is measured here."""

    preroll_ms = 1_500  # a turn is told of some time after it began

    def __init__(self, uplink: Uplink, timing: TurnTiming, **told: Any) -> None:
        super().__init__(uplink, timing, **told)
        self._pushed_ms = self._loud_ms = 0
        self._seen: deque[Action] = deque()

    def feed(self, pcm_16khz: bytes) -> tuple[Action, ...]:
        """One stretch of sound; returns what happened to the turn."""
        elapsed_ms, rms = len(pcm_16khz) // BYTES_PER_MS, rms_of(pcm_16khz)
        self._pushed_ms += elapsed_ms
        self._keep(pcm_16khz, rms, begun=False)
        if rms >= self._take.quiet_below_rms:
            self._loud_ms += elapsed_ms
        self._uplink.push(pcm_16khz)
        return self.poll()

    def poll(self) -> tuple[Action, ...]:
        """What the service has said since."""
        seen = tuple(self._seen)
        self._seen.clear()
        return seen

    @property
    def spoken_ms(self) -> int:
        """How much of the turn under way was loud; 0 between turns. A cough stays as short as it was."""
        return self._loud_ms if self._take.pcm else 0

    def _turn_seen(self, seen: TurnSeen) -> None:
        if seen.begun:
            self._begin(ago_ms=self._pushed_ms - seen.at_ms)
            self._seen.append(Action.BEGIN)
        elif self._take.pcm:
            self._take.words = seen.words
            self._close()
            self._seen.append(Action.CLOSE)
        self._changed.set()

    def _begin(self, *, ago_ms: int) -> None:
        self._take = self._new_take()
        self._take.pcm += self._preroll[-max(1, ago_ms) * BYTES_PER_MS :]
        self._preroll.clear()
        self._loud_ms = loud_ms(self._take.pcm, self._take.quiet_below_rms)

    def _interrupt_take(self) -> None:
        if self._take.pcm:
            self._close()
