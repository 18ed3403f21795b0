"""Names as a persona says them."""

from collections.abc import AsyncGenerator, Sequence

from sparring.adapters.voice.pronunciation import Lexicon, PronouncedNames, common_names
from sparring.adapters.voice.text_normalisation.normalise import normalise
from sparring.ports import Mood, Progress, VoiceCard


class Echo:
    """Speaks by giving the text back."""

    name = "echo"
    sample_rate_hz = 24_000

    def __init__(self) -> None:
        self.prepared: list[str] = []
        self.closed = False

    async def start(self, progress: Progress) -> None:
        progress(1.0, "Ready.")

    def voices(self) -> Sequence[VoiceCard]:
        return ()

    async def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncGenerator[bytes, None]:
        yield f"{voice_id} {mood}: {text}".encode()

    async def prepare(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> None:
        self.prepared.append(text)

    async def close(self) -> None:
        self.closed = True


LEXICON = {"Nguyen": "/w\u026an/", "Siobhan": "Shivawn", "Siobhan Kelly": "Shivawn Kelly-Ann"}


def test_words_and_phonemes_replace_names() -> None:
    """Whole words only, the longest first, with what follows them."""
    names = Lexicon(LEXICON)
    assert names.rewritten("Dr. Nguyen's aide") == "Dr. [Nguyen](/w\u026an/)'s aide"
    assert names.rewritten("Siobhan, or Siobhan Kelly?") == "Shivawn, or Shivawn Kelly-Ann?"
    assert names.rewritten("Nguyens and nguyen") == "Nguyens and nguyen"


def test_a_rewritten_name_survives_normalisation() -> None:
    """The engine gets the phonemes, and the rest of the line as words."""
    text = Lexicon(LEXICON).rewritten("Nguyen at 3")
    assert normalise(text) == "[Nguyen](/w\u026an/) at three"


def test_common_names_leave_a_personas_own_reading_alone() -> None:
    """What already has phonemes keeps them; the rest of the line gets the common reading."""
    text = common_names().rewritten("[Nguyen](/nu\u0261\u02c8\u025bn/) and Sean's nurse")
    assert text == "[Nguyen](/nu\u0261\u02c8\u025bn/) and [Sean](/\u0283\u02c8\u0254n/)'s nurse"


def test_without_a_lexicon_nothing_changes() -> None:
    """Brackets and all."""
    assert Lexicon({}).rewritten("[x](/y/) Nguyen") == "[x](/y/) Nguyen"


async def test_it_speaks_and_prepares_as_the_inner_synthesiser() -> None:
    """Voice and mood go through, and what is shared is not closed."""
    echo = Echo()
    names = PronouncedNames(echo, LEXICON)
    await names.start(lambda _share, _sentence: None)
    said = [block async for block in names.speak("Siobhan?", voice_id="ruth", mood="warm")]
    await names.prepare("Siobhan", voice_id="ruth")
    await names.close()
    assert said == [b"ruth warm: Shivawn?"]
    assert echo.prepared == ["Shivawn"]
    assert (names.name, names.sample_rate_hz, names.voices(), echo.closed) == ("echo", 24_000, (), False)
