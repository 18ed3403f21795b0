"""What is said to a question for feelings."""

from dataclasses import replace

from sparring.call.mind.decision import Part, PartKind
from tests.fakes.personas import a_fact, small_persona
from tests.fakes.reps import Practice, opened

_HEARING = a_fact("hearing", "care_needs", cues=["hearing"], lines=["She hears well, one.", "Two.", "Three.", "Four."])
_TIRED = a_fact(
    "tired", "feelings", cues=["tired"], question="How does it feel to you?", asked_as=["How did that feel?"]
)
_ELSEWHERE = [
    a_fact(one, "location", cues=[one]) for one in ("garage", "garden", "kitchen", "stairs", "cellar", "attic")
]


def _asked(*facts: dict[str, object]) -> Practice:
    practice = opened(small_persona(facts=[_HEARING, *_ELSEWHERE, *facts]), difficulty="easy")
    practice.state = replace(practice.state, turn=4)
    practice.speak("How did it feel, hearing it?")
    return practice


def test_who_is_asked_how_it_felt_tells_of_themselves() -> None:
    """A word that another fact shares is not what is asked for."""
    told = [part.ref for part in _asked(_TIRED).state.last if part.kind is PartKind.TELL]
    assert told == ["tired"]


def test_who_has_nothing_to_tell_of_it_tells_nothing_else() -> None:
    """Nobody answers how it felt with how well somebody hears."""
    practice = _asked()
    assert practice.kinds[0] is PartKind.UNKNOWN
    assert Part(PartKind.TELL, "hearing") not in practice.state.last


def test_how_one_feels_about_a_day_is_asked_of_the_day() -> None:
    """Nobody answers "how do you feel about Thursday at ten?" with how tired they are."""
    practice = opened(small_persona(facts=[_HEARING, *_ELSEWHERE, _TIRED]), difficulty="easy")
    practice.state = replace(practice.state, turn=4)
    practice.speak("How do you feel about Thursday at ten?")
    assert PartKind.TELL not in practice.kinds
    assert practice.state.rapport.proposed or practice.state.rapport.agreed or PartKind.NOT_YET in practice.kinds
