"""Which engine is opened, and why."""

from pathlib import Path

import pytest

from sparring.adapters.voice import factory, open_synthesiser
from sparring.errors import VoiceFailed
from sparring.ports import Progress, Synthesiser
from tests.adapters.voice.test_pronunciation import Echo


@pytest.fixture
def missing(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Engines that do not start; the others are echoes."""
    names: set[str] = set()

    async def opened(name: str, progress: Progress) -> Synthesiser:
        if name in names:
            raise VoiceFailed(f"{name} is not installed.")
        echo = Echo()
        echo.name = name
        return echo

    monkeypatch.setattr(factory, "_opened", opened)
    return names


async def chosen(wanted: str | None) -> tuple[str, str]:
    synthesiser, why = await open_synthesiser(Path(), wanted=wanted, progress=lambda _share, _sentence: None)
    return synthesiser.name, why


@pytest.mark.parametrize("wanted", [None, "auto"])
async def test_the_best_that_starts_is_used(missing: set[str], wanted: str | None) -> None:
    """Without a wish it is hibari."""
    name, why = await chosen(wanted)
    assert name == "hibari"
    assert why.startswith("hibari speaks:")


async def test_a_fallback_says_why(missing: set[str]) -> None:
    """The sentence of what did not start is in the reason."""
    missing |= {"hibari", "flite"}
    name, why = await chosen(None)
    assert name == "espeak"
    assert "hibari is not installed." in why
    assert "flite is not installed." in why


async def test_a_wish_is_a_wish(missing: set[str]) -> None:
    """It is used though there is better, and nothing else is used when it is missing."""
    assert await chosen("flite") == ("flite", "flite speaks, because the setting asks for it.")
    missing.add("flite")
    with pytest.raises(VoiceFailed, match="flite is not installed"):
        await chosen("flite")


async def test_without_any_engine_the_sentence_says_what_to_install(missing: set[str]) -> None:
    """And why each did not start."""
    missing |= {"hibari", "flite", "espeak"}
    with pytest.raises(VoiceFailed, match=r"libflite1.*espeak is not installed"):
        await chosen("auto")


async def test_voice_can_be_switched_off(missing: set[str]) -> None:
    """Typing is still there."""
    with pytest.raises(VoiceFailed, match="switched off"):
        await chosen("none")


@pytest.mark.speech
@pytest.mark.parametrize("wanted", ["hibari", "flite"])
async def test_a_real_engine_speaks_through_its_process(wanted: str) -> None:
    """Twice the same, and closing early does no harm."""
    try:
        synthesiser, _ = await open_synthesiser(Path(), wanted=wanted, progress=lambda _share, _sentence: None)
    except VoiceFailed as error:
        pytest.skip(error.sentence)
    line = "Well, I'm not sure about that. It is a lot of money, and my brother has to agree as well, you know."
    try:
        first = [block async for block in synthesiser.speak(line, voice_id="walter")]
        blocks = synthesiser.speak(line, voice_id="walter")
        assert await anext(blocks) == first[0]
        await blocks.aclose()
        assert first == [block async for block in synthesiser.speak(line, voice_id="walter")]
        assert 3 < len(first) / 50 < 12
    finally:
        await synthesiser.close()
