"""Azure's voices that personas pin, and who of the same gender stands in when one is refused."""

from typing import Final, Literal

from sparring.ports import VoiceCard

ENGINE: Final = "azure-speech"
_LICENCE: Final = "Azure Speech, product terms"
_WOMEN: Final = ("Ava", "Emma", "Emma2", "Jenny", "Aria", "Nova", "Phoebe", "Serena")
_MEN: Final = ("Andrew", "Andrew2", "Adam", "Brian", "Davis", "Steffan")
_STAND_INS: Final = {
    "female": (
        "en-US-AvaMultilingualNeural",
        "en-US-EmmaMultilingualNeural",
        "en-US-JennyNeural",
        "en-US-Ava:DragonHDLatestNeural",
    ),
    "male": (
        "en-US-AndrewMultilingualNeural",
        "en-US-BrianMultilingualNeural",
        "en-US-GuyNeural",
        "en-US-Andrew:DragonHDLatestNeural",
    ),
}


def cards() -> tuple[VoiceCard, ...]:
    """Every DragonHD voice of American English that personas may pin."""
    return tuple(_card(name, "female") for name in _WOMEN) + tuple(_card(name, "male") for name in _MEN)


def stand_ins(voice: str) -> tuple[str, ...]:
    """Voices of the same gender in order of likeness; none for a voice whose gender nobody knows."""
    gender = next((card.gender for card in cards() if card.id == voice), None)
    if gender is None:
        return ()
    name = voice.removeprefix("en-US-").partition(":")[0].rstrip("2")
    others = [one for one in _STAND_INS[gender] if one != voice]
    return tuple(sorted(others, key=lambda one: name not in one))


def _card(name: str, gender: Literal["female", "male"]) -> VoiceCard:
    return VoiceCard(
        id=f"en-US-{name}:DragonHDLatestNeural",
        gender=gender,
        family=name.rstrip("2").lower(),
        engine=ENGINE,
        licence=_LICENCE,
    )
