"""The rep's network is gone in the middle of an answer: the buyer waits, and says again what went out unheard.

Flows in: when the rep's sound stops and when it comes again. Flows out: a voice and captions that stand still
meanwhile, so that what counts as heard ends where the rep's network did.
"""

from sparring.adapters.agent_session.audio_io import CallAudioInput, CallAudioOutput
from sparring.adapters.agent_session.captions import CaptionSynchroniser


def wait_out(sound_in: CallAudioInput, sound_out: CallAudioOutput, captions: CaptionSynchroniser) -> None:
    """From now on, for every outage of one call."""
    taken_back_ms = 0

    def begins() -> None:
        nonlocal taken_back_ms
        taken_back_ms = sound_out.hold()
        if taken_back_ms:
            captions.hold()

    def ends() -> None:
        if sound_out.go_on():
            sound_in.cut_off_ms = 0  # the buyer goes on: their last words need no saying again
        if taken_back_ms:
            captions.go_on(after_ms=taken_back_ms)

    sound_in.on_cut_off, sound_in.on_back = begins, ends
