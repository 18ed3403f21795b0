"""The buyer's mouth: a `Synthesiser` in the shape `AgentSession` wants, with one pinned voice per stage of the call."""

from collections.abc import Callable
from contextlib import aclosing

from livekit.agents import DEFAULT_API_CONNECT_OPTIONS, APIConnectOptions, tts, utils

from sparring.ports import Mood, Synthesiser


class Delivery:
    """In which voice and mood the next words are spoken; set by the mind, read by the mouth."""

    def __init__(self, voice_id: str) -> None:
        self.voice_id = voice_id
        self.mood: Mood = "neutral"


class Mouth(tts.TTS[str]):
    """Speaks whole turns; the synthesiser cuts them into clauses itself, so the first one is heard at once.

    Args:
        synthesiser: shared by all calls.
        delivery: this call's voice and mood.
        on_first_sound: called when the first sound of a turn exists.
    """

    def __init__(self, synthesiser: Synthesiser, delivery: Delivery, *, on_first_sound: Callable[[], None]) -> None:
        super().__init__(
            capabilities=tts.TTSCapabilities(streaming=True),
            sample_rate=synthesiser.sample_rate_hz,
            num_channels=1,
        )
        self.synthesiser, self.delivery, self.on_first_sound = synthesiser, delivery, on_first_sound

    def synthesize(
        self, text: str, *, conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS
    ) -> tts.ChunkedStream:
        """One text, through the same stream."""
        return self._synthesize_with_stream(text, conn_options=conn_options)

    def stream(self, *, conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS) -> tts.SynthesizeStream:
        """One turn."""
        return _SpokenTurn(tts=self, conn_options=conn_options)


class _SpokenTurn(tts.SynthesizeStream):
    """One segment: the stock adapter would wait for each sentence to be spoken before asking for the next."""

    async def _run(self, output_emitter: tts.AudioEmitter) -> None:
        mouth = self._tts
        assert isinstance(mouth, Mouth)
        output_emitter.initialize(
            request_id=utils.shortuuid(),
            sample_rate=mouth.sample_rate,
            num_channels=1,
            mime_type="audio/pcm",
            stream=True,
        )
        output_emitter.start_segment(segment_id=utils.shortuuid())
        text = "".join([part async for part in self._input_ch if isinstance(part, str)])
        if text.strip():
            self._mark_started()
            await self._speak(mouth, text, output_emitter)
        output_emitter.end_segment()

    @staticmethod
    async def _speak(mouth: Mouth, text: str, output_emitter: tts.AudioEmitter) -> None:
        delivery = mouth.delivery
        blocks = mouth.synthesiser.speak(text, voice_id=delivery.voice_id, mood=delivery.mood)
        first = True
        async with aclosing(blocks) as stream:
            async for block in stream:
                if first:
                    mouth.on_first_sound()
                    first = False
                output_emitter.push(block)
