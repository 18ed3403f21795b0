"""Amounts of one call are added up by what is charged for."""

import pytest

from sparring.transcript import MAX_LABEL, Usage
from sparring.usage import Charge, Meter, Tokens, added_up, reckoned, told

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


def test_tokens_of_one_kind_are_one_entry_and_estimates_stand_apart() -> None:
    """A kind that an answer did not take is none."""
    meter = Meter()
    meter.add_tokens("buyer", Tokens("openai", "m", input=30, cached_input=60, output=7))
    meter.add_tokens("buyer", Tokens("openai", "m", input=10, output=3))
    meter.add_tokens("buyer", reckoned("openai", "m", asked_chars=41, answered_chars=0))
    assert [(one.unit, one.amount, one.estimated) for one in meter.usage()] == [
        ("input_tokens", 40, False),
        ("cached_input_tokens", 60, False),
        ("output_tokens", 10, False),
        ("input_tokens", 11, True),
    ]


def test_what_several_calls_used_is_added_up() -> None:
    """And an estimate does not become a figure by it."""
    one = Usage(part="buyer", service="s", model="m", unit="output_tokens", amount=2)
    about = one.model_copy(update={"estimated": True})
    assert added_up([(one, about), (one,), ()]) == (one.model_copy(update={"amount": 4}), about)


def test_a_service_that_names_itself_at_length_does_not_spoil_the_transcript() -> None:
    """Its name is cut where the contract's ends."""
    meter = Meter()
    meter.add(Charge("buyer", "s", "m" * 500, "output_tokens"), 1)
    assert len(meter.usage()[0].model) == MAX_LABEL


@pytest.mark.parametrize("number", [None, True, -3, 2.5, "7", [7]])
def test_what_is_no_count_counts_nothing(number: object) -> None:
    """A service may tell anything; nobody is charged for what it does not say."""
    assert (told(number), told(7)) == (0, 7)
