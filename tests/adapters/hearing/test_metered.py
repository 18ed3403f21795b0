"""Sound that was recognised is counted for the call."""

from sparring.adapters.hearing.metered import MeteredHearing
from sparring.usage import Meter
from tests.fakes.phone import CodedRecogniser, spoken


async def test_every_stretch_is_counted_guesses_included() -> None:
    """A service charges for what it is sent, and it is sent a stretch again when more of it has come."""
    meter = Meter()
    hearing = MeteredHearing(CodedRecogniser(["Hello there."]), meter)
    sound = spoken(0, 2)
    await hearing.start(lambda *_: None)
    assert (await hearing.recognise(sound).result()).text == "Hello there."
    hearing.recognise(sound, words=True).cancel()
    await hearing.close()
    (used,) = meter.usage()
    assert (used.part, used.unit, used.amount) == ("hearing", "audio_ms", 2 * (len(sound) // 32))
