"""What takes up the buyer's words."""

import pytest

from sparring.grade.admissible import admissible
from sparring.grade.uptake import Spoken, is_list, stems, taken_up
from sparring.speech_acts import ActKind, recognise

USED = stems("my father fell twice this month he wanders at night and needs help with bathing")


def kinds(text: str, *, before: str = "", used: frozenset[str] = USED) -> set[ActKind]:
    """Acts of a one-sentence utterance after correction."""
    sentence = admissible(text, ()).sentences[0]
    return {act.kind for act in taken_up(Spoken(sentence, text, before, recognise(text)), used)}


def test_saying_back_is_told_by_shared_words() -> None:
    """A plain statement about them in their own words is a reflection, and without these words it is none."""
    text = "So your father fell twice in a month."
    assert ActKind.REFLECTION in kinds(text)
    assert ActKind.REFLECTION not in kinds(text, used=frozenset())


def test_a_question_in_their_words_is_no_reflection() -> None:
    """Asking is not saying back."""
    assert ActKind.REFLECTION not in kinds("Does your father wander at night?")


def test_a_pitch_in_their_words_is_tied_to_their_need() -> None:
    """A service that answers what they said is tied to it, by a word that ties."""
    tied = "Because he wanders at night, we would have someone awake with him."
    assert ActKind.VALUE_LINK in kinds(tied)
    assert ActKind.VALUE_LINK not in kinds(tied, used=frozenset())


def test_a_tie_may_stand_in_the_sentence_before() -> None:
    """Here "You said nights are the worst. We staff nights." is one thought."""
    assert ActKind.VALUE_LINK in kinds("We staff the nights.", before="you said nights are the worst")
    assert ActKind.VALUE_LINK not in kinds("We staff the nights.")


def test_a_link_to_nothing_is_a_capability() -> None:
    """The form of a link does not make one where the buyer had said nothing of it."""
    text = "Since you mentioned the stairs, our caregivers help with the stairs every day."
    assert ActKind.VALUE_LINK not in kinds(text)


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Bathing, dressing, meals, mobility, memory care.", True),
        ("We help with bathing, dressing, meals, and company.", False),
        ("Bathing, dressing, meals.", False),
        ("Like bathing, um, uh, meals?", False),
        ("Does she need help with bathing, meals, walking, dressing?", False),
    ],
)
def test_words_in_a_row_are_no_sentence(text: str, *, listed: bool) -> None:
    """A list needs somebody who does something before it says anything."""
    assert is_list(text) is listed


def test_a_list_does_nothing() -> None:
    """Whatever its words would do in a sentence, a list does not."""
    assert kinds("Empathy, assessment, background checks, backup, non-medical, price.") == set()


@pytest.mark.parametrize(
    ("one", "other"), [("bruised", "bruises"), ("fell", "falls"), ("mom", "mother"), ("bathing", "showers")]
)
def test_words_of_one_meaning_have_one_stem(one: str, other: str) -> None:
    """Endings and everyday synonyms do not hide that a word was taken up."""
    assert stems(one) == stems(other)


def test_small_words_and_numbers_have_no_stem() -> None:
    """What anybody says to anybody takes nothing up."""
    assert stems("so you need help with that at two thousand and 10") == frozenset()
