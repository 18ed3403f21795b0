"""What hears and what speaks on a spoken call, and the ear that comes of it.

Flows in: engines that are shared, or a service of the call's own. Flows out: `Speech`, and one call's ear.
"""

from collections.abc import Callable
from dataclasses import dataclass

from livekit.agents import vad

from sparring.adapters.agent_session.ear import Ear
from sparring.adapters.agent_session.listener import AnyEar
from sparring.adapters.agent_session.uplink_ear import OwnTurnsEar, ServedTurnsEar
from sparring.call.turn_taking.turn import SENSITIVITY, patiently
from sparring.errors import HearingFailed
from sparring.persona import Persona
from sparring.ports import Clock, Recogniser, Synthesiser, Uplink


@dataclass(frozen=True, slots=True)
class Speech:
    """What hears and speaks. `detector` tells speech from noise; Silero when left out.

    `rep_name` is likely to be said, as the persona's names are.
    `uplink`: the call's own way to a service that hears, in the place of the recogniser. `own_pauses`: the voice pauses
    between the pieces of a line by itself. `on_heard`: told how many milliseconds of a line were heard, and whether the
    rep cut it short.
    """

    recogniser: Recogniser | None
    synthesiser: Synthesiser
    detector: vad.VAD | None = None
    rep_name: str = ""
    uplink: Uplink | None = None
    own_pauses: bool = False
    on_heard: Callable[[int, bool], None] = lambda _heard_ms, _interrupted: None

    def likely_names(self, persona: Persona) -> tuple[str, ...]:
        """What whoever hears is told it may hear."""
        return tuple(filter(None, (*persona.hearing_names, self.rep_name)))


def ear_of(
    speech: Speech,
    persona: Persona,
    *,
    clock: Clock,
    on_caption: Callable[[str], None],
    on_utterance: Callable[[], None],
) -> AnyEar:
    """Ours, or that of the service which the rep's sound goes to. Raises: HearingFailed when there is neither."""
    # a caller lets the greeting finish, which often has more than one sentence
    timing = patiently(SENSITIVITY[persona.interrupt_sensitivity])
    if speech.uplink is not None:
        kind = ServedTurnsEar if speech.uplink.finds_turns else OwnTurnsEar
        return kind(speech.uplink, timing, clock=clock, on_caption=on_caption, on_utterance=on_utterance)
    if speech.recogniser is None:
        raise HearingFailed("Nothing hears on this call: type it instead.")
    hint = ", ".join(speech.likely_names(persona))
    return Ear(speech.recogniser, timing, hint=hint, clock=clock, on_caption=on_caption, on_utterance=on_utterance)
