"""One connection to a realtime service: several answers over it, every fault of it told to whoever waits.

Flows in: prompts, and the service's events. Flows out: the words of each answer. A connection that broke, was ended by
the service or is past its time says so and is not asked again.
"""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from sparring.adapters.buyer_model.realtime import wire
from sparring.adapters.buyer_model.realtime.answer import ModelAnswer
from sparring.adapters.buyer_model.realtime.conversation import Conversation
from sparring.adapters.buyer_model.realtime.usage import Ledger, Owed
from sparring.adapters.buyer_model.realtime.wire import WireEvent
from sparring.adapters.openai.faults import failed
from sparring.errors import ModelFailed
from sparring.ports import BuyerPrompt

RENEW_AFTER_S = 1_200.0  # services end a session after 30 or 60 minutes; renewed between two answers, nobody notices

_MISSHAPEN = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What an event of another shape than the protocol's ends in; their texts would tell what it held."""


class Socket:
    """One that is open. `lost` is set once nothing can be asked over it any more, `old` once it should be renewed.

    Args:
        connection: whose session is agreed upon.
        voice: that speaks; None: the session writes.
        renew_after_s: until it is old.
    """

    def __init__(
        self, connection: ClientConnection, *, voice: str | None = None, renew_after_s: float = RENEW_AFTER_S
    ) -> None:
        self._connection, self._conversation, self._voice = connection, Conversation(), voice
        self._answers: dict[str, ModelAnswer] = {}
        self._unwanted: set[str] = set()  # responses that were cancelled before they were said
        self.ledger = Ledger()
        """Told what answers and transcriptions took; the call's, where it is one's."""
        self._owed: dict[str, Owed] = {}  # by number, and by the response's id once it has begun; waited for or not
        self._asked, self._told = 0, False
        self.useful = False
        """Whether it ever brought an answer to its end, or the words of a turn."""
        self._outgoing: asyncio.Queue[WireEvent] = asyncio.Queue()
        self.lost = asyncio.Event()
        self.old = False
        self._then: Callable[[], object] = _nothing
        self._on_sound: Callable[[WireEvent], None] = lambda _: None
        self._on_no_turn: Callable[[str], None] = lambda _: None
        self._ageing = asyncio.get_running_loop().call_later(renew_after_s, self._grow_old)
        self._tasks = [asyncio.create_task(work, name="realtime") for work in (self._read(), self._write())]

    @property
    def used(self) -> bool:
        """Whether anything ever was asked or told over it."""
        return self._asked > 0 or self._told

    def listen(self, *, on_sound: Callable[[WireEvent], None], on_no_turn: Callable[[str], None]) -> None:
        """Who is told what the service makes of sound, and of a turn, by its number, that it does not take for one."""
        self._on_sound, self._on_no_turn = on_sound, on_no_turn

    def when_quiet(self, then: Callable[[], object]) -> None:
        """Do it once no answer is under way: now, or when the sound of the last one has come, unless all is lost."""
        self._then = then
        self._look_whether_quiet()

    def send(self, event: WireEvent) -> None:
        """In the order of calls; nothing is sent any more once it is lost."""
        if not self.lost.is_set():
            self._told = True
            self._outgoing.put_nowait(event)

    def was_said(self, item_id: str, text: str) -> None:
        """The service wrote down a turn of the rep; without words it is none, and forgotten."""
        if text:
            self.useful = True
            self._conversation.write_down(item_id, text)
        else:
            self.send(wire.forget(item_id))

    def ask(self, prompt: BuyerPrompt) -> ModelAnswer:
        """Bring the service up to date, and ask for words, spoken if the session has a voice."""
        answer = self._new_answer(prompt)
        if not answer.ended:
            for event in self._conversation.catch_up(prompt.heard):
                self._outgoing.put_nowait(event)
            asking = wire.ask if self._voice is None else wire.ask_aloud
            self._outgoing.put_nowait(asking(prompt, answer.number))
        return answer

    def read_aloud(self, text: str, *, mood: str) -> ModelAnswer:
        """Ask for these words, spoken."""
        answer = self._new_answer(BuyerPrompt(identity=text, heard=(), now=mood))
        if not answer.ended:
            self._outgoing.put_nowait(wire.read_aloud(text, mood, answer.number))
        return answer

    def leave(self, answer: ModelAnswer) -> None:
        """Nobody wants more words of it. Where there was no sign of life since it was asked, the line is dead."""
        if answer.read:
            return
        self._answers.pop(answer.number, None)
        ended = answer.ended
        answer.cut()
        self._look_whether_quiet()
        if ended:
            for event in self._conversation.take_back(answer.item_id):
                self.send(event)
        elif answer.response_id:
            self._outgoing.put_nowait(wire.cancel(answer.response_id))
            self._unwanted.add(answer.response_id)
        elif not answer.noticed:
            self._lose("unavailable")

    def stop(self, answer: ModelAnswer) -> None:
        """Nobody wants more sound of it; what was heard of it stands."""
        if not answer.ended and answer.response_id:
            self._outgoing.put_nowait(wire.cancel(answer.response_id))

    def was_heard(self, answer: ModelAnswer, heard_ms: int) -> None:
        """Only so much of its sound."""
        if answer.item_id and heard_ms > 0:
            self._conversation.cut_short(answer.item_id)
            self.send(wire.truncate(answer.item_id, heard_ms))

    def _new_answer(self, asked: BuyerPrompt) -> ModelAnswer:
        self._asked += 1
        answer = ModelAnswer(str(self._asked))
        if self.lost.is_set():
            answer.end(failed("unavailable"))
        else:
            self._answers[answer.number] = answer
            self._owed[answer.number] = self.ledger.asked(asked)
        return answer

    async def close(self) -> None:
        """Say goodbye, within a second."""
        self._lose("unavailable")
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._connection.close()

    async def _write(self) -> None:
        with suppress(ConnectionClosed):  # whoever reads notices too
            while True:
                await self._connection.send(json.dumps(await self._outgoing.get()))

    async def _read(self) -> None:
        why = "unavailable"
        try:
            while not self.lost.is_set():
                self._take(wire.read(await self._connection.recv()))
        except ConnectionClosed:
            pass
        except ModelFailed as failure:
            why = failure.outcome
        except _MISSHAPEN:
            why = "unusable"
        finally:
            self._lose(why)

    def _take(self, event: WireEvent) -> None:
        for answer in self._answers.values():
            answer.noticed = True
        kind = str(event.get("type"))
        if kind.startswith(wire.OF_SOUND):
            self.ledger.transcribed(event.get("usage"))
            self._on_sound(event)
        elif kind == "response.created":
            self._begun(wire.part(event, "response"))
        elif kind == "response.done":
            self._done(wire.part(event, "response"))
        elif kind == "error":
            self._fault(wire.part(event, "error"))
        else:
            self._more(kind, event)

    def _begun(self, response: WireEvent) -> None:
        number, response_id = str(wire.part(response, "metadata").get(wire.ASK)), str(response.get("id"))
        if number in self._owed:
            self._owed[response_id] = self._owed.pop(number)
        if number not in self._answers:
            self._outgoing.put_nowait(wire.cancel(response_id))
            self._unwanted.add(response_id)
            return
        self._answers[number].response_id = response_id
        if self._in_another_voice(response):
            self._outgoing.put_nowait(wire.cancel(response_id))
            self._unwanted.add(response_id)
            self._end(self._answers[number], wire.OTHER_VOICE)

    def _in_another_voice(self, response: WireEvent) -> bool:
        told = wire.part(wire.part(response, "audio"), "output").get("voice")
        return self._voice is not None and told is not None and told != self._voice

    def _done(self, response: WireEvent) -> None:
        """What nobody wanted is taken out of the conversation; what was spoken stands there as it was."""
        response_id = response.get("id")
        if owed := self._owed.pop(str(response_id), None):
            self.ledger.reported(owed, response.get("usage"))
        if response_id in self._unwanted:
            for one in response.get("output") or ():
                self._outgoing.put_nowait(wire.forget(str(one.get("id"))))
        if spoken := self._of_response(response_id):
            self._end(spoken, wire.outcome_of_response(response))
            if self._voice is not None and response.get("conversation_id") and spoken.item_id:
                self._conversation.speak(spoken.item_id, spoken.text)

    def _fault(self, error: WireEvent) -> None:
        """One answer's, nobody's, or the whole connection's."""
        about, _, which = str(error.get("event_id") or "").partition("-")
        if about == wire.ASK and (owed := self._owed.pop(which, None)):
            self.ledger.refused(owed)
        if about == wire.ASK and which in self._answers:
            self._end(self._answers[which], wire.outcome_of_error(error))
        elif about == wire.TURN:
            self._on_no_turn(which)
        elif about not in (wire.ASK, wire.CANCEL, wire.FORGET, wire.TRUNCATE):
            self._lose(wire.outcome_of_error(error))

    def _more(self, kind: str, event: WireEvent) -> None:
        """Of an answer: words, sound, or where it stands. Words are paid for whether or not anybody waits for them."""
        response_id, text = event.get("response_id"), str(event.get("delta") or "")
        worded = kind in ("response.output_text.delta", "response.output_audio_transcript.delta")
        if worded and (owed := self._owed.get(str(response_id))):
            owed.answered_chars += len(text)
        answer = self._of_response(response_id)
        if answer is None:
            return
        if worded:
            answer.add(text)
        elif kind == "response.output_audio.delta":
            answer.add_sound(wire.sound_of(event))
        elif kind == "response.output_audio_transcript.done":
            answer.all_said()
        elif kind == "response.output_item.added":
            answer.item_id = str(wire.part(event, "item").get("id") or "")

    def _of_response(self, response_id: object) -> ModelAnswer | None:
        return next((one for one in self._answers.values() if one.response_id == response_id), None)

    def _end(self, answer: ModelAnswer, outcome: str) -> None:
        self._answers.pop(answer.number, None)
        self.useful = self.useful or outcome == wire.DONE
        answer.end(None if outcome == wire.DONE else failed(outcome))
        self._look_whether_quiet()

    def _look_whether_quiet(self) -> None:
        if not self._answers:
            then, self._then = self._then, _nothing
            then()

    def _lose(self, outcome: str) -> None:
        self._ageing.cancel()
        self._then = _nothing
        for answer in list(self._answers.values()):
            self._end(answer, outcome)
        self.lost.set()

    def _grow_old(self) -> None:
        self.old = True


def _nothing() -> None:
    """Nobody waits for the connection to be quiet."""
