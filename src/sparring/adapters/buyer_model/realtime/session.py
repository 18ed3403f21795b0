"""What a session is asked to do: to read or to hear, and to write; checked against what the service says it will do.

Flows in: settings of one call. Flows out: the `session.update` that asks for them. Source: OpenAI's realtime reference
and openai-python's `RealtimeSessionCreateRequest`.
"""

from dataclasses import dataclass
from typing import Literal

from sparring.adapters.buyer_model.realtime.resampling import OUT_HZ
from sparring.adapters.buyer_model.realtime.wire import OTHER_VOICE, WireEvent, part
from sparring.adapters.openai.faults import ANSWER_TOKENS, THINKING_TOKENS, failed
from sparring.call.turn_taking.detection import Detection

Turns = Literal["client", "server_vad", "semantic_vad"]
RETAINED = 0.8  # of a conversation that has grown too long: dropped in one go, so that what is left stays cached
PCM = {"type": "audio/pcm", "rate": OUT_HZ}
SPOKEN_TOKENS = 1_000  # a second of sound is 20, https://platform.openai.com/docs/guides/realtime-costs
_LANGUAGE = "en"
_SURE = ("gpt-4o",)  # transcribers that say how sure they are of each token
_KEYWORDS = ("gpt-transcribe", "gpt-live-transcribe")
_NO_PROMPT = ("gpt-realtime-whisper", "gpt-4o-transcribe-diarize")


@dataclass(frozen=True, slots=True)
class Hears:
    """A session that is sent sound.

    Args:
        transcriber: the model that writes down what is said.
        turns: who finds them: our own machine, the service by loudness, or the service by meaning.
        detection: how readily, where the service does.
        names: likely to be said.
    """

    transcriber: str
    turns: Turns
    detection: Detection
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """All of it. `hears`: None: no sound is sent. `voice`: that speaks; None: it writes."""

    hears: Hears | None = None
    voice: str | None = None


READS_AND_WRITES = Session()


def asked(session: Session) -> WireEvent:
    """Nobody but us says when something is answered."""
    audio: WireEvent = {"input": {"turn_detection": None} if session.hears is None else _input(session.hears)}
    if session.voice is not None:
        audio["output"] = {"format": PCM, "voice": session.voice}
    wanted: WireEvent = {
        "type": "realtime",
        "output_modalities": ["text" if session.voice is None else "audio"],
        "audio": audio,
        "max_output_tokens": THINKING_TOKENS + (ANSWER_TOKENS if session.voice is None else SPOKEN_TOKENS),
    }
    if session != READS_AND_WRITES:  # sound fills a conversation, two dozen turns in writing do not
        wanted["truncation"] = {"type": "retention_ratio", "retention_ratio": RETAINED}
    if session.hears is not None and session.hears.transcriber.startswith(_SURE):
        wanted["include"] = ["item.input_audio_transcription.logprobs"]
    return {"type": "session.update", "event_id": "session", "session": wanted}


def check(session: Session, agreed: WireEvent) -> None:
    """What a service says it will do.

    Raises: ModelFailed when it would answer or interrupt by itself, write nothing down, or speak with another voice.
    """
    if session.voice is not None and part(part(agreed, "audio"), "output").get("voice") != session.voice:
        raise failed(OTHER_VOICE)
    if session.hears is None:
        return
    told = part(part(agreed, "audio"), "input")
    detects = part(told, "turn_detection")
    asked_for = session.hears.turns != "client" and detects.get("create_response") is False
    by_itself = bool(detects) and (not asked_for or detects.get("interrupt_response") is True)
    if by_itself or not part(told, "transcription").get("model"):
        raise failed("request_rejected")


def _input(hears: Hears) -> WireEvent:
    return {"format": PCM, "transcription": _transcription(hears), "turn_detection": _detects(hears)}


def _transcription(hears: Hears) -> WireEvent:
    model, names = hears.transcriber, hears.names
    if model.startswith(_KEYWORDS):
        return {"model": model, "languages": [_LANGUAGE]} | ({"keywords": list(names)} if names else {})
    wanted: WireEvent = {"model": model, "language": _LANGUAGE}
    if names and not model.startswith(_NO_PROMPT):
        wanted["prompt"] = ", ".join(names)
    return wanted


def _detects(hears: Hears) -> WireEvent | None:
    if hears.turns == "client":
        return None
    answers_nothing = {"create_response": False, "interrupt_response": False}
    if hears.turns == "semantic_vad":
        return {"type": "semantic_vad", "eagerness": hears.detection.eagerness, **answers_nothing}
    return {
        "type": "server_vad",
        "threshold": hears.detection.threshold,
        "prefix_padding_ms": hears.detection.prefix_padding_ms,
        "silence_duration_ms": hears.detection.silence_ms,
        **answers_nothing,
    }
