"""The part of a realtime service that hears: its buffer of sound, its detector of turns, and its transcriber.

Sound is coded as on the test phone: which sentence it is by its loudness, and as many words of it as it is long.
"""

import base64
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from tests.fakes.phone import LOUDNESS, LOUDNESS_STEP, WORD_MS

if TYPE_CHECKING:
    from tests.fakes.realtime_service import Voiced

Event = dict[str, Any]
BYTES_A_MS = 48  # of s16le mono at 24 kHz
LEAST_MS = 100  # of sound that a service commits
LOUD = 1_000.0


@dataclass
class Written:
    """How one turn is written down.

    `text`: in place of what was said; `never`: nothing comes; `fails`: says so; `misshapen`: as no protocol has it.
    """

    text: str | None = None
    after_s: float = 0.0
    fails: bool = False
    never: bool = False
    logprob: float | None = None
    misshapen: bool = False


@dataclass
class Microphone:
    """One connection's sound. `texts`: what can be said; `appended_ms`: the length of each stretch that was sent."""

    texts: Sequence[str] = ()
    detects: Event | None = None
    appended_ms: list[int] = field(default_factory=list)
    committed: list[bytes] = field(default_factory=list)
    _buffer: bytearray = field(default_factory=bytearray)
    _heard_ms: int = 0
    _quiet_ms: int = 0
    _speech: bool = False

    def append(self, event: Event) -> list[Event]:
        """More sound; the events that a detector makes of it."""
        pcm = base64.b64decode(event["audio"], validate=True)
        length_ms = len(pcm) // BYTES_A_MS
        self.appended_ms.append(length_ms)
        self._buffer += pcm
        self._heard_ms += length_ms
        return [] if self.detects is None else self._detected(loud=_loudness(pcm) > LOUD, length_ms=length_ms)

    def commit(self) -> list[Event] | None:
        """The buffer is a turn; None when there is next to nothing in it."""
        if len(self._buffer) < LEAST_MS * BYTES_A_MS:
            return None
        self.committed.append(bytes(self._buffer))
        self._buffer.clear()
        self._speech = False
        item_id = f"item_{len(self.committed)}"
        added = {"id": item_id, "type": "message", "role": "user", "content": [{"type": "input_audio"}]}
        return [
            {"type": "input_audio_buffer.committed", "item_id": item_id, "previous_item_id": None},
            {"type": "conversation.item.added", "item": added},
        ]

    def said(self, pcm: bytes) -> str:
        """The words in it: by its loudness; of a person's voice, which has none of these levels, the last."""
        samples = np.abs(np.frombuffer(pcm, np.int16).astype(np.float32))
        loud = samples[samples > LOUD]
        if not len(loud):
            return ""
        number = max(0, round((float(np.median(loud)) - LOUDNESS) / LOUDNESS_STEP))
        words = self.texts[min(number, len(self.texts) - 1)].split()
        return " ".join(words[: max(1, round(len(loud) / 24 / WORD_MS))])

    def _detected(self, *, loud: bool, length_ms: int) -> list[Event]:
        assert self.detects is not None
        self._quiet_ms = 0 if loud else self._quiet_ms + length_ms
        item = {"item_id": f"item_{len(self.committed) + 1}"}
        if loud and not self._speech:
            self._speech = True
            start_ms = max(0, self._heard_ms - length_ms - self.detects.get("prefix_padding_ms", 300))
            del self._buffer[: -max(1, self._heard_ms - start_ms) * BYTES_A_MS]
            return [{"type": "input_audio_buffer.speech_started", "audio_start_ms": start_ms, **item}]
        if self._speech and self._quiet_ms >= self.detects.get("silence_duration_ms", 500):
            stopped = {"type": "input_audio_buffer.speech_stopped", "audio_end_ms": self._heard_ms, **item}
            return [stopped, *(self.commit() or [])]
        return []


def written_down(item_id: str, text: str, written: Written) -> list[Event]:
    """The events of one transcription."""
    kind, about = "conversation.item.input_audio_transcription", {"item_id": item_id, "content_index": 0}
    if written.fails:
        return [{"type": f"{kind}.failed", **about, "error": {"type": "server_error", "code": "x"}}]
    probability: Any = [] if written.logprob is None else [{"token": "x", "logprob": written.logprob, "bytes": []}]
    probability = 7 if written.misshapen else probability
    usage = {"type": "tokens", "input_tokens": 20, "output_tokens": 5, "total_tokens": 25}
    half = len(text) // 2
    return [
        {"type": f"{kind}.delta", **about, "delta": text[:half]},
        {"type": f"{kind}.delta", **about, "delta": text[half:]},
        {"type": f"{kind}.completed", **about, "transcript": text, "logprobs": probability, "usage": usage},
    ]


def _loudness(pcm: bytes) -> float:
    samples = np.abs(np.frombuffer(pcm, np.int16).astype(np.float32))
    return float(samples.max(initial=0.0))


@dataclass
class Aloud:
    """One spoken answer: words first, then a fifth of a second of tone for each."""

    asked: Event
    own: Event
    voiced: "Voiced"
    voice: str

    @property
    def pieces(self) -> Sequence[str]:
        """Of its words."""
        return self.voiced.pieces

    @property
    def dies(self) -> bool:
        """In the middle of it, or goes on until it is cancelled."""
        return self.voiced.status is None

    @property
    def kept(self) -> bool:
        """Whether it becomes part of the conversation."""
        return self.asked["conversation"] == "auto" and not self.dies

    @property
    def item(self) -> Event:
        """As it stands there."""
        content = [{"type": "output_audio", "transcript": "".join(self.pieces)}]
        return {"id": f"spoken_{self.own['id']}", "type": "message", "role": "assistant", "content": content}

    @property
    def length_ms(self) -> int:
        """Of its sound."""
        return 200 * len("".join(self.pieces).split())

    def events(self) -> list[Event]:
        """In the order in which a service sends them."""
        output = {"output": {"format": {"type": "audio/pcm", "rate": 24_000}, "voice": self.voice}}
        response = self.own | {"audio": output, "conversation_id": "conv_1" if self.kept else None}
        about = {"response_id": self.own["id"], "item_id": self.item["id"], "output_index": 0, "content_index": 0}
        tone = base64.b64encode(b"\x00\x20" * (200 * 24)).decode()
        words, sound = (
            len("".join(self.pieces).split()),
            {"type": "response.output_audio.delta", **about, "delta": tone},
        )
        begun: list[Event] = [
            {"type": "response.created", "response": response | {"status": "in_progress", "output": []}},
            {"type": "response.output_item.added", "response_id": self.own["id"], "item": self.item},
            *({"type": "response.output_audio_transcript.delta", **about, "delta": piece} for piece in self.pieces),
        ]
        if self.dies:
            return [*begun, sound]
        done = response | {"status": "completed", "output": [self.item], "status_details": None}
        return [
            *begun,
            {"type": "response.output_audio_transcript.done", **about, "transcript": "".join(self.pieces)},
            *([sound] * words),
            {"type": "response.output_audio.done", **about},
            {"type": "response.done", "response": done},
        ]
