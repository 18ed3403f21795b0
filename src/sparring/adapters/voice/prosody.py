"""How a mood changes speech: pace, pitch, range, loudness and pauses, as factors on a voice's own."""

from dataclasses import dataclass
from typing import Final

from sparring.ports import Mood


@dataclass(frozen=True, slots=True)
class Prosody:
    """Factors; 1 leaves the voice as it is."""

    rate: float
    pitch: float
    pitch_range: float
    gain: float
    pauses: float


DELIVERIES: Final[dict[Mood, Prosody]] = {
    "neutral": Prosody(rate=1.00, pitch=1.00, pitch_range=1.00, gain=1.00, pauses=1.0),
    "warm": Prosody(rate=0.96, pitch=1.02, pitch_range=1.15, gain=0.95, pauses=1.1),
    "annoyed": Prosody(rate=1.10, pitch=1.04, pitch_range=1.25, gain=1.15, pauses=0.6),
    "hesitant": Prosody(rate=0.90, pitch=0.98, pitch_range=0.85, gain=0.85, pauses=1.8),
}
