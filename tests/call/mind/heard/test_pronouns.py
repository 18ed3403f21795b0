"""Whom "he" or "she" stands for in a question."""

import pytest

from sparring.call.mind.heard.pronouns import with_names
from sparring.call.mind.heard.understanding import understood
from sparring.call.mind.heard.utterance import Reading, RepUtterance
from sparring.persona import find_persona
from sparring.speech_acts import recognise_and_part


def heard(persona_id: str, text: str, said_last: str = "") -> Reading:
    """An utterance with names for its pronouns."""
    persona = find_persona(persona_id)
    acts, stops = recognise_and_part(text)
    return with_names(persona, said_last, understood(persona, RepUtterance(text, acts, 0, 4_000, stops=stops)))


@pytest.mark.parametrize(
    ("persona", "text", "named"),
    [
        ("daughter_discharge", "Sorry, I meant Kevin. What does he do?", "what does kevin do"),
        ("daughter_discharge", "Does Kevin help? Is he far away?", "is kevin far away"),
        ("daughter_discharge", "Kevin pays, okay. And your dad, is he walking?", "and your dad is he walking"),
        ("daughter_discharge", "Frank is a proud man. Does he sleep?", "does he sleep"),
        ("veterans_wife", "Lorraine had nurses, that's different. Can he stand?", "can he stand"),
        ("price_shopper", "So your wife is tired of it. What does she think?", "what does linda think"),
        ("private_helper", "I understand you like Bea. Is she insured?", "is bea insured"),
        ("price_shopper", "So Linda wants this too. Did she say why?", "did linda say why"),
    ],
)
def test_a_pronoun_stands_for_whoever_was_named_just_before(persona: str, text: str, named: str) -> None:
    """Whom the call is about, and kin by their title, keep their pronouns."""
    assert named in [one.text for one in heard(persona, text).asked]


def test_a_pronoun_of_the_other_sex_stands_for_whom_the_buyer_has_just_named() -> None:
    """Asked of a woman's son, "what does he think?" is about nobody else."""
    said_last = "We have one son, Peter."
    assert heard("husband_dementia", "What does he think?", said_last).asked[0].text == "what does peter think"
    assert heard("husband_dementia", "What does she think?", said_last).asked[0].text == "what does she think"
