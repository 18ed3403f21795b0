"""Characters spoken are counted for the call, under what the service charges by."""

from sparring.adapters.voice.metered import MeteredVoice
from sparring.usage import Meter
from tests.fakes.phone import ToneSynthesiser


class Azure(ToneSynthesiser):
    """Goes by Azure's name, and has refused one voice."""

    def stand_in_for(self, voice_id: str) -> str:
        """See the port."""
        return "en-US-JennyNeural" if voice_id == "en-US-Aria:DragonHDLatestNeural" else voice_id


async def spoken(voice: MeteredVoice, text: str, voice_id: str = "heart") -> None:
    async for _ in voice.speak(text, voice_id=voice_id):
        pass


async def test_each_line_is_counted_and_a_prepared_one_once() -> None:
    """The opening line is made before the call and spoken in it."""
    meter = Meter()
    voice = MeteredVoice(ToneSynthesiser(), meter)
    await voice.prepare("Hello.", voice_id="heart")
    await spoken(voice, "Hello.")
    await spoken(voice, "Hello.")
    (used,) = meter.usage()
    assert (used.service, used.model, used.unit, used.amount) == ("tone", "tone", "characters", 12)


async def test_on_azure_the_kind_of_voice_that_spoke_is_what_is_charged_for() -> None:
    """An HD voice costs more than the one that stands in for it."""
    meter = Meter()
    voice = MeteredVoice(Azure(name="azure-speech"), meter)
    await spoken(voice, "abc", "en-US-Ava:DragonHDLatestNeural")
    await spoken(voice, "abcd", "en-US-Aria:DragonHDLatestNeural")
    assert [(used.model, used.amount) for used in meter.usage()] == [("DragonHD", 3), ("Neural", 4)]


async def test_everything_else_is_the_inner_voice_s_affair() -> None:
    """Starting and the list of voices pass through; closing does not: it is shared by all calls."""
    inner = ToneSynthesiser()
    voice = MeteredVoice(inner, Meter())
    await voice.start(lambda *_: None)
    assert voice.voices() == inner.voices()
    assert voice.stand_in_for("heart") == "heart"
    await voice.close()
