"""Who stands in for whom, and that every voice a shipped persona pins is known."""

from sparring.adapters.voice.azure.people import cards, stand_ins
from sparring.persona import load_personas


def test_every_voice_that_a_shipped_persona_pins_is_known_with_its_gender() -> None:
    """So that a stand-in of the same gender can be found for each."""
    known = {card.id: card.gender for card in cards()}
    for persona in load_personas(None):
        for stage in persona.stages:
            assert known[persona.voice_of(stage.id).azure] == (stage.gender or persona.gender)


def test_stand_ins_are_of_the_same_gender_and_the_likest_comes_first() -> None:
    """Ava's own older voice before anybody else's."""
    assert stand_ins("en-US-Ava:DragonHDLatestNeural")[0] == "en-US-AvaMultilingualNeural"
    assert stand_ins("en-US-Emma2:DragonHDLatestNeural")[0] == "en-US-EmmaMultilingualNeural"
    men = {one for card in cards() if card.gender == "male" for one in stand_ins(card.id)}
    women = {one for card in cards() if card.gender == "female" for one in stand_ins(card.id)}
    assert not men & women
    assert all(card.id not in stand_ins(card.id) for card in cards())


def test_nobody_stands_in_for_a_voice_of_unknown_gender() -> None:
    """A man's voice in a woman's place would be worse than none."""
    assert stand_ins("de-DE-Somebody") == ()
