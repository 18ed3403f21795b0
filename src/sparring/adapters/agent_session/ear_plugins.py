"""The ear in the shape `AgentSession` wants: it asks for a VAD and an STT, and both stand on the same `Ear`.

The VAD stream feeds the ear and publishes the turns it opens and closes; the STT stream hands over the text when the
session flushes it. The session sees an ordinary VAD with an ordinary recogniser behind it.
"""

import asyncio
import logging
from dataclasses import replace
from typing import Any

from livekit import rtc
from livekit.agents import DEFAULT_API_CONNECT_OPTIONS, APIConnectOptions, inference, stt, vad
from livekit.agents.language import LanguageCode

from sparring.adapters.agent_session.listener import AnyEar, Utterance
from sparring.call.turn_taking.turn import Action
from sparring.errors import code_of
from sparring.ports import MIC_RATE_HZ

log = logging.getLogger(__name__)

UNCLEAR = "(unclear)"
"""Stands for speech nobody could make out; the buyer asks again."""

NEVER_S = 3_600.0  # the inner detector must not close turns by itself


def silero() -> vad.VAD:
    """The detector that tells speech from noise; it never closes a turn by itself."""
    return inference.VAD(model="silero", min_silence_duration=NEVER_S)


class EarVad(vad.VAD):
    """The ear as the session's voice activity detector.

    Args:
        ear: opens and closes turns.
        detector: says whether somebody speaks.
    """

    def __init__(self, ear: AnyEar, detector: vad.VAD) -> None:
        super().__init__(capabilities=vad.VADCapabilities(update_interval=0.032))
        self.ear, self.detector = ear, detector

    def stream(self) -> "EarVadStream":
        """One stream a call."""
        return EarVadStream(self)


class EarVadStream(vad.VADStream):
    """Runs the detector and the ear side by side; only the ear opens and closes turns."""

    def __init__(self, parent: EarVad) -> None:
        self._ear = parent.ear
        self._inner = parent.detector.stream()
        self._last: vad.VADEvent | None = None
        super().__init__(parent)

    async def _main_task(self) -> None:
        tasks = [
            asyncio.create_task(work, name=name)
            for work, name in (
                (self._listen(), "ear-listen"),
                (self._detect(), "ear-detect"),
                (self._watch_text(), "ear-text"),
            )
        ]
        try:
            for task in (await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED))[0]:
                task.result()  # the microphone's end is the first one of a call that goes well
        except Exception as error:
            log.error("nobody hears the rep: %s", code_of(error))  # noqa: TRY400 - a trace may quote what was heard
            self._ear.on_deaf()
            raise
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self._inner.aclose()

    async def _listen(self) -> None:
        async for frame in self._input_ch:
            if not isinstance(frame, rtc.AudioFrame):
                continue
            self._inner.push_frame(frame)
            self._publish(self._ear.feed(bytes(frame.data.cast("b"))))

    async def _detect(self) -> None:
        async for event in self._inner:
            if event.type is vad.VADEventType.INFERENCE_DONE:
                self._last = event
                self._ear.detector_says(speech=event.probability >= 0.5 or self._still_voiced(event))
                self._event_ch.send_nowait(self._as_the_ear_sees_it(event))

    def _as_the_ear_sees_it(self, event: vad.VADEvent) -> vad.VADEvent:
        """Between turns there is no speech: a verdict that lags behind the close would count as an interruption."""
        spoken_s = self._ear.spoken_ms / 1000
        return replace(event, speech_duration=spoken_s, speaking=event.speaking and spoken_s > 0)

    async def _watch_text(self) -> None:
        while True:
            await self._ear.text_arrived()
            self._publish(self._ear.poll())

    @staticmethod
    def _still_voiced(event: vad.VADEvent) -> bool:
        return event.speaking and event.probability > 0.35

    def _publish(self, actions: tuple[Action, ...]) -> None:
        if Action.BEGIN in actions:
            self._event_ch.send_nowait(self._event(vad.VADEventType.START_OF_SPEECH))
        if Action.CLOSE in actions:
            self._event_ch.send_nowait(self._event(vad.VADEventType.END_OF_SPEECH))
            self._inner.flush()

    def _event(self, kind: vad.VADEventType) -> vad.VADEvent:
        base = self._last or vad.VADEvent(kind, samples_index=0, timestamp=0, speech_duration=0, silence_duration=0)
        return replace(base, type=kind, speaking=kind is vad.VADEventType.START_OF_SPEECH, inference_duration=0.0)


class EarStt(stt.STT[str]):
    """The ear as the session's recogniser: flushed by the session when the ear has closed a turn."""

    def __init__(self, ear: AnyEar) -> None:
        super().__init__(
            capabilities=stt.STTCapabilities(
                streaming=True, interim_results=False, manual_flush=True, offline_recognize=False
            )
        )
        self.ear = ear

    async def _recognize_impl(self, *_: Any, **__: Any) -> stt.SpeechEvent:
        raise NotImplementedError

    def stream(
        self, *, language: Any = None, conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS
    ) -> "EarSttStream":
        """One stream a call; the recogniser speaks English."""
        del language
        return EarSttStream(self, conn_options)


class EarSttStream(stt.RecognizeStream):
    """Answers every flush, with an empty text if need be: the session waits two seconds for an answer at hang-up."""

    def __init__(self, parent: EarStt, conn_options: APIConnectOptions) -> None:
        super().__init__(stt=parent, conn_options=conn_options, sample_rate=MIC_RATE_HZ)
        self._ear = parent.ear

    async def _run(self) -> None:
        async for item in self._input_ch:
            if isinstance(item, rtc.AudioFrame):
                continue
            utterance = await self._ear.closed_turn()
            self._event_ch.send_nowait(self._final(_words(utterance)))

    @staticmethod
    def _final(text: str) -> stt.SpeechEvent:
        said = stt.SpeechData(language=LanguageCode("en"), text=text, confidence=1.0 if text else 0.0)
        return stt.SpeechEvent(type=stt.SpeechEventType.FINAL_TRANSCRIPT, request_id="ear", alternatives=[said])


def _words(utterance: Utterance | None) -> str:
    if utterance is None:
        return ""
    return utterance.text or (UNCLEAR if utterance.unsure else "")
