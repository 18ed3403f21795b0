"""The ear that hears by a recogniser of our own: turn taking and recognition as one thing.

Recognition starts while the silence still runs, so that the end of a turn can depend on what was said and the text is
there when it comes.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from sparring.adapters.agent_session.listener import NOTHING_MADE_OUT, Listener, Take, joined, or_unclear
from sparring.call.turn_taking.turn import Action, TurnTiming, close_after_ms, understood
from sparring.ports import Clock, Heard, Recogniser, Recognition

log = logging.getLogger(__name__)

WORDS_WITHIN_S = 6.0  # of the close of a turn; then nobody could make it out, and the buyer asks again within 8 s
TIME_TO_PREPARE_MS = 20  # before the turn can close at the earliest; less than that would only be in the way


@dataclass(slots=True)
class _Take(Take):
    """The turn being recorded, and how far it is understood."""

    part_from: int = 0  # bytes; everything before it is understood
    parts: list[Heard] = field(default_factory=list)
    speculation: Recognition | None = None
    speculation_until: int = 0
    waiter: "asyncio.Task[Heard] | None" = None


class Ear(Listener[_Take]):
    """One rep's ear for the length of a call.

    Args:
        recogniser: shared by all calls.
        timing: how soon this persona takes the turn.
        hint: names likely to be said.
        clock: for the stopwatch.
        on_caption: told what is being understood while the rep still speaks.
        on_utterance: told when a closed turn has come to words, or to speech nobody could make out.
    """

    def __init__(
        self,
        recogniser: Recogniser,
        timing: TurnTiming,
        *,
        hint: str,
        clock: Clock,
        on_caption: Callable[[str], None],
        on_utterance: Callable[[], None],
    ) -> None:
        super().__init__(timing, new_take=_Take, clock=clock, on_utterance=on_utterance)
        self.recogniser, self.hint, self._on_caption = recogniser, hint, on_caption
        self._guess = self._before = ""  # the newest text of a turn, and of the one that this turn goes on with

    async def close(self) -> None:
        """Drop what is under way."""
        self._drop_speculation()
        await super().close()

    def _act(self, action: Action) -> None:
        match action:
            case Action.SPECULATE:
                self._speculate()
            case Action.DROP_SPECULATION:
                self._drop_speculation()
            case Action.KEEP_PART:
                self._keep_part()
            case Action.CLOSE:
                self._close()
            case Action.BEGIN:
                self._before = self._guess if self._state.goes_on else ""

    def _speculate(self) -> None:
        take = self._take
        take.speculation_until = len(take.pcm)
        take.speculation = self.recogniser.recognise(bytes(take.pcm[take.part_from :]), hint=self.hint)
        take.waiter = asyncio.create_task(take.speculation.result(), name="speculation")
        take.waiter.add_done_callback(self._speculation_done)

    def _speculation_done(self, task: "asyncio.Task[Heard]") -> None:
        if task.cancelled() or task.exception() is not None or task is not self._take.waiter:
            return
        heard = task.result()
        self._state = understood(self._state, heard.text, before=joined(self._take.parts) or self._before)
        self._guess = so_far = joined([*self._take.parts, heard])
        self._on_caption(so_far)
        open_for_ms = close_after_ms(self._state, self.timing) - self._state.silence_ms
        if so_far and open_for_ms >= TIME_TO_PREPARE_MS:
            self.on_guess(so_far)
        self._changed.set()

    def _drop_speculation(self) -> None:
        take = self._take
        if take.speculation is not None:
            take.speculation.cancel()
        if take.waiter is not None:
            take.waiter.cancel()
        take.speculation = take.waiter = None

    def _keep_part(self) -> None:
        take = self._take
        if take.waiter is None or not take.waiter.done() or take.waiter.exception() is not None:
            self._drop_speculation()  # too slow to be of use: the next pause will do
            return
        take.parts.append(take.waiter.result())
        take.part_from = take.speculation_until
        take.speculation = take.waiter = None

    async def _heard(self, take: _Take) -> tuple[Heard, ...]:
        if take.waiter is None:
            recognition = self.recogniser.recognise(bytes(take.pcm[take.part_from :]), hint=self.hint)
            take.waiter = asyncio.create_task(recognition.result(), name="recognition")
        try:
            async with asyncio.timeout(WORDS_WITHIN_S):
                return (*take.parts, await or_unclear(take.waiter))
        except TimeoutError:
            log.warning("a recogniser had no words within %s s", WORDS_WITHIN_S)
            return (*take.parts, NOTHING_MADE_OUT)
