"""`Recogniser` over any endpoint with OpenAI's transcription protocol: one request a stretch.

Flows in: PCM at 16 kHz. Flows out: text, with times of words where the endpoint gives them. A guess that is no longer
wanted is cancelled, which ends its request.
"""

import io
import math
import wave
from collections.abc import Mapping, Sequence
from typing import Any, Final

import openai

from sparring.adapters.hearing.pending import PendingRecognition
from sparring.adapters.openai.audio import AudioClient, sentence_of
from sparring.adapters.openai.audio_usage import tokens_of
from sparring.adapters.openai.endpoint import Endpoint
from sparring.errors import HearingFailed
from sparring.ports import MIC_RATE_HZ, Clock, Heard, Progress, Recognition
from sparring.transcript import Word

ENGINE: Final = "openai-hearing"
UNSTATED: Final = 0.8  # an endpoint that does not say how sure it is; above what a buyer asks again for
UNSURE_BELOW: Final = 0.35
_WITH_LOGPROBS: Final = "gpt-"  # models that give log probabilities of tokens, and no times


class OpenAIHearing:
    """One for all calls.

    Args:
        endpoint: where, with which model.
        clock: how long an answer took.
    """

    name = ENGINE

    def __init__(self, endpoint: Endpoint, clock: Clock) -> None:
        self.model = endpoint.model
        self._client = AudioClient(endpoint)
        self._clock = clock

    async def start(self, progress: Progress) -> None:
        """Half a second of silence, for real: a key or a model that is wrong shows now. Raises: HearingFailed."""
        progress(0.5, "The endpoint that hears is called.")
        await self.hear(bytes(MIC_RATE_HZ), hint="", words=False)

    def recognise(self, pcm_16khz: bytes, *, hint: str = "", words: bool = False) -> Recognition:
        """See the port."""
        return PendingRecognition(self.hear(pcm_16khz, hint=hint, words=words))

    async def close(self) -> None:
        """Let go of connections."""
        await self._client.close()

    async def hear(self, pcm_16khz: bytes, *, hint: str, words: bool) -> Heard:
        """One request. Raises: HearingFailed."""
        began_s = self._clock.monotonic_s()
        try:
            answer = await self._client.audio.transcriptions.create(**self._wanted(pcm_16khz, hint=hint, words=words))
        except openai.OpenAIError as error:
            raise HearingFailed(sentence_of(error, part="hearing", url_setting="SPARRING_HEARING_URL")) from None
        told: dict[str, Any] = answer.model_dump()
        text, confidence = str(told.get("text") or "").strip(), _confidence(told)
        took_ms = (self._clock.monotonic_s() - began_s) * 1000
        unsure, tokens = bool(text) and confidence < UNSURE_BELOW, tokens_of(told.get("usage"), ENGINE, self.model)
        return Heard(text, confidence, unsure, _words(told, confidence), took_ms, tokens)

    def _wanted(self, pcm: bytes, *, hint: str, words: bool) -> dict[str, Any]:
        wanted: dict[str, Any] = {"model": self.model, "file": ("turn.wav", _wav(pcm)), "language": "en"}
        if hint:
            wanted["prompt"] = hint
        if self.model.startswith(_WITH_LOGPROBS):
            return wanted | {"response_format": "json", "include": ["logprobs"]}
        granularity = {"timestamp_granularities": ["word"]} if words else {}
        return wanted | {"response_format": "verbose_json"} | granularity


def _wav(pcm: bytes) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(MIC_RATE_HZ)
        sound.writeframes(pcm)
    return file.getvalue()


def _confidence(told: Mapping[str, Any]) -> float:
    """Mean probability of tokens or segments, 0-1."""
    tokens = [one.get("logprob") for one in told.get("logprobs") or ()]
    segments = [one.get("avg_logprob") for one in told.get("segments") or ()]
    given = [value for value in (*tokens, *segments) if isinstance(value, (int, float)) and math.isfinite(value)]
    return min(1.0, sum(math.exp(min(0.0, value)) for value in given) / len(given)) if given else UNSTATED


def _words(told: Mapping[str, Any], confidence: float) -> tuple[Word, ...]:
    listed: Sequence[Mapping[str, Any]] = told.get("words") or ()
    return tuple(
        Word(
            text=str(one["word"]).strip()[:80],
            start_ms=max(0, round(float(one["start"]) * 1000)),
            probability=confidence,
        )
        for one in listed
        if "word" in one and "start" in one
    )
