"""A whole spoken call inside one process."""

import asyncio
from pathlib import Path

import pytest

from sparring.bootstrap.spoken_demo import PHONE_RATE_HZ, _other_voice, render, speak_demo
from sparring.config import Config
from sparring.errors import HearingFailed, PersonaUnknown
from sparring.persona import find_persona
from tests.fakes.phone import A_MAN, A_WOMAN, ToneSynthesiser

LINES = ("Thank you for calling Willow Lane, this is Dana.", "What happened to your father?")


def test_without_engines_the_demo_says_so(tmp_path: Path) -> None:
    """There is nothing to show in silence; an unknown persona is refused before engines are opened."""
    silent = Config(hearing="none", voice="none", data_dir=tmp_path)

    async def demo(persona: str) -> None:
        await speak_demo(silent, persona, LINES, progress=lambda *_: None, show=lambda *_: None)

    with pytest.raises(HearingFailed):
        asyncio.run(demo("daughter_discharge"))
    with pytest.raises(PersonaUnknown):
        asyncio.run(demo("nobody"))


def test_the_rep_has_a_voice_that_nobody_takes_for_the_buyers() -> None:
    """Of the other gender, whoever the buyer is."""
    persona = find_persona("daughter_discharge", None)
    of_the_buyer = {
        card.id: persona.model_copy(update={"voice": persona.voice.model_copy(update={"local": card.id})})
        for card in (A_WOMAN, A_MAN)
    }
    voice = ToneSynthesiser()
    assert _other_voice(voice, of_the_buyer["grace"]) == "michael"
    assert _other_voice(voice, of_the_buyer["michael"]) == "grace"


async def test_a_line_is_rendered_for_the_phone() -> None:
    """200 ms of tone a word at the voice's rate are as long at the phone's."""
    pcm = await render(ToneSynthesiser(), "one two three", "grace")
    assert len(pcm) / 2 / PHONE_RATE_HZ == pytest.approx(0.6, abs=0.001)
