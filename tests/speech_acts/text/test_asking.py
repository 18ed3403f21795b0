"""Which clauses ask, and how, by their form: a recogniser gives no question marks."""

import pytest

from sparring.speech_acts.segmentation import read
from sparring.speech_acts.text.asking import Asks

OPEN = [
    "what brings you to us",
    "how is she doing with meals",
    "tell me about your mother",
    "can you walk me through a typical day",
    "so what has been going on",
    "i'm curious how he gets around",
    "why are you looking for help now",
    "how important is it to you",
    "okay and what he can do alone",
    "how you will pay for this",
    "he was six weeks in rehab why he was there",
    "i wanted to simply ask you how you feel about it",
    "what makes you say that is it the number itself",
]
CLOSED = [
    "does he live alone",
    "how many hours a day do you think she needs",
    "when is he being discharged",
    "where does your father live",
    "any falls",
    "who drives her to the doctor",
    "your brother agrees is that right",
    "when did all this start",
    "how many hours you are thinking every day",
    "where she lives your mother",
    "who hands the families that list",
]
NOT_ASKED = [
    "i know how hard this is",
    "that is what we do",
    "whatever you need we can help",
    "i can imagine how stressful this week has been",
    "the caregiver who lives nearby comes at eight",
    "what i hear is she never sleeps",
    "it's it's not permanent",
    "should your aide be out we send another",
    "what he needs is a rest",
    "what matters most is the heart",
    "i know which ones she takes",
    "let me recap what i've got so far",
    "but you know what, a memory care place is going to run you more",
]


def _asks(text: str) -> set[Asks]:
    return {clause.asks for sentence in read(text) for clause in sentence.clauses} - {Asks.NO}


@pytest.mark.parametrize("text", OPEN)
def test_an_open_question_is_known_without_its_mark(text: str) -> None:
    """Question words of manner and matter and invitations to tell ask openly."""
    assert _asks(text) == {Asks.OPEN}


@pytest.mark.parametrize("text", CLOSED)
def test_a_closed_question_is_known_without_its_mark(text: str) -> None:
    """Inversions, tags and questions for one fact ask for a yes, a no or that fact."""
    assert _asks(text) == {Asks.CLOSED}


@pytest.mark.parametrize("text", NOT_ASKED)
def test_question_words_inside_statements_ask_nothing(text: str) -> None:
    """Relative clauses, clefts, stutters and conditions look like questions and are none."""
    assert _asks(text) == set()


@pytest.mark.parametrize("text", ["Yeah?", "Okay?", "No?"])
def test_a_listening_sound_with_a_mark_asks_nothing(text: str) -> None:
    """A rising "yeah" only keeps the other side talking."""
    assert _asks(text) == set()
