"""Amounts of one call are added up by what is charged for."""

from sparring.call.usage import Charge, Meter
from sparring.transcript import Usage

VOICE = Charge("voice", "azure-speech", "DragonHD", "characters")
HEARING = Charge("hearing", "openai", "whisper-1", "audio_ms")


def test_amounts_of_one_charge_add_up_and_others_stay_apart() -> None:
    """Two lines and one utterance are two entries, in the order they were first used."""
    meter = Meter()
    meter.add(VOICE, 40)
    meter.add(HEARING, 2_500)
    meter.add(VOICE, 2)
    assert meter.usage() == (
        Usage(part="voice", service="azure-speech", model="DragonHD", unit="characters", amount=42),
        Usage(part="hearing", service="openai", model="whisper-1", unit="audio_ms", amount=2_500),
    )


def test_nothing_used_is_no_entry_and_nothing_is_taken_back() -> None:
    """A negative amount, as a confused service might report it, does not make a call cheaper."""
    meter = Meter()
    assert meter.usage() == ()
    meter.add(VOICE, 10)
    meter.add(VOICE, -4)
    assert meter.usage()[0].amount == 10
