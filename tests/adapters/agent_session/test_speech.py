"""What hears on a call, and the ear that comes of it."""

import pytest

from sparring.adapters.agent_session.ear import Ear
from sparring.adapters.agent_session.listener import AnyEar
from sparring.adapters.agent_session.speech import Speech, ear_of
from sparring.adapters.agent_session.uplink_ear import OwnTurnsEar, ServedTurnsEar
from sparring.errors import HearingFailed
from sparring.persona import find_persona
from tests.fakes.phone import CodedRecogniser, ToneSynthesiser
from tests.fakes.uplinks import CodedUplink
from tests.virtual_time import VirtualClock


def ear(speech: Speech) -> AnyEar:
    persona = find_persona("daughter_discharge")
    return ear_of(speech, persona, clock=VirtualClock(), on_caption=lambda _: None, on_utterance=lambda: None)


def test_whoever_hears_has_an_ear_of_its_kind() -> None:
    """A service in the place of the recogniser, and one that finds turns by itself."""
    voice = ToneSynthesiser()
    assert isinstance(ear(Speech(CodedRecogniser([]), voice)), Ear)
    assert isinstance(ear(Speech(CodedRecogniser([]), voice, uplink=CodedUplink([]))), OwnTurnsEar)
    assert isinstance(ear(Speech(None, voice, uplink=CodedUplink([], finds_turns=True))), ServedTurnsEar)


def test_a_call_that_nothing_hears_is_refused() -> None:
    """With what to do instead."""
    with pytest.raises(HearingFailed, match="type it"):
        ear(Speech(None, ToneSynthesiser()))


def test_the_persona_s_names_and_the_rep_s_are_likely() -> None:
    """The rep's last, where it is known."""
    persona = find_persona("daughter_discharge")
    assert Speech(None, ToneSynthesiser(), rep_name="Dana").likely_names(persona) == (*persona.hearing_names, "Dana")
    assert Speech(None, ToneSynthesiser()).likely_names(persona) == persona.hearing_names
