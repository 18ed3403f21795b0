"""What a voice around another does not change is the inner one's."""

import asyncio
from contextlib import aclosing

from sparring.adapters.voice.wrapper import VoiceWrapper
from sparring.ports import StandIns
from tests.fakes.phone import ToneSynthesiser


class StoodIn(ToneSynthesiser):
    """Another speaks for everybody."""

    def stand_in_for(self, voice_id: str) -> str:
        return "another"


async def sound_of(voice: VoiceWrapper, text: str) -> int:
    async with aclosing(voice.speak(text, voice_id="grace", mood="warm")) as blocks:
        return len([block async for block in blocks])


def test_it_speaks_as_the_inner_one() -> None:
    """Name, rate, voices, and every block."""
    inner = ToneSynthesiser()
    voice = VoiceWrapper(inner)
    assert (voice.name, voice.sample_rate_hz, voice.voices()) == (inner.name, inner.sample_rate_hz, inner.voices())
    assert asyncio.run(sound_of(voice, "Yes, please.")) == 20
    assert inner.spoken == [("Yes, please.", "grace", "warm")]


def test_stand_ins_are_known_through_any_number_of_them() -> None:
    """A voice that nobody stands in for speaks for itself."""
    assert isinstance(VoiceWrapper(ToneSynthesiser()), StandIns)
    assert VoiceWrapper(ToneSynthesiser()).stand_in_for("grace") == "grace"
    assert VoiceWrapper(VoiceWrapper(StoodIn())).stand_in_for("grace") == "another"
