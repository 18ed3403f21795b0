"""How readily a voice on the line counts as the rep speaking, and the buyer lets it interrupt: by persona and call.

Flows in: a persona's `interrupt_sensitivity` and the type of its call. Flows out: one row of a table, for a detector of
a service and for our own. How soon a turn is over by our own machine stands in `turn.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Sensitivity = Literal["low", "medium", "high"]
CallType = Literal["inside", "outside"]


@dataclass(frozen=True, slots=True)
class Detection:
    """One row.

    Args:
        threshold: 0-1, how sure a service's detector must be that it hears speech.
        prefix_padding_ms: sound before that moment which belongs to the turn.
        silence_ms: after which a service's detector takes the turn for over.
        eagerness: the same for a detector that judges by meaning: it waits up to 8, 4 or 2 s.
        interrupt_after_ms: of the rep's voice over the buyer's, until the buyer stops; whatever detects it.
    """

    threshold: float
    prefix_padding_ms: int
    silence_ms: int
    eagerness: Literal["low", "medium", "high"]
    interrupt_after_ms: int


DETECTION: Mapping[tuple[CallType, Sensitivity], Detection] = MappingProxyType(
    {
        ("inside", "low"): Detection(0.6, 300, 700, "low", 350),
        ("inside", "medium"): Detection(0.5, 300, 500, "medium", 250),
        ("inside", "high"): Detection(0.45, 300, 300, "high", 220),
        ("outside", "low"): Detection(0.7, 400, 700, "low", 400),
        ("outside", "medium"): Detection(0.6, 400, 500, "medium", 300),
        ("outside", "high"): Detection(0.55, 400, 300, "high", 250),
    }
)
"""Sources. The middle of `inside` is what OpenAI's service does by itself (0.5, 300 ms, 500 ms, "medium"; its realtime
reference), Azure's own silence of 200 ms cuts thinking pauses. 250 ms of voice is what our own path was tuned to: 200
jumps at coughs, 500 ms (LiveKit's default) feels deaf. `outside` calls are practised in cars and corridors: a detector
must be surer, keeps more of what came before, and the buyer is slower to give way. Away from the middle the steps are
choices, not measurements."""
