"""A model's answer cut into pieces that may be spoken."""

import random

from sparring.call.by_model.draft import Draft
from sparring.call.by_model.guard import MAX_WORDS, Guard
from tests.fakes.reps import opened


def a_draft() -> Draft:
    practice = opened("daughter_discharge")
    practice.speak("Where does he live?")
    return Draft(Guard(practice.persona, practice.state, practice.moves[-1], []))


def pieces(draft: Draft, *deltas: str) -> list[str]:
    """Everything that is spoken."""
    found = [piece for delta in deltas for piece in draft.feed(delta)]
    return found + list(draft.rest())


def test_the_first_clause_is_spoken_before_its_sentence_is_whole() -> None:
    """Then whole sentences."""
    draft = a_draft()
    assert list(draft.feed("Well, to be honest, he")) == ["Well, to be honest,"]
    assert list(draft.feed(" is in Oakwood. It is")) == ["he is in Oakwood."]
    assert list(draft.feed(" quiet there.")) == []
    assert list(draft.rest()) == ["It is quiet there."]
    assert draft.text == "Well, to be honest, he is in Oakwood. It is quiet there."


def test_a_short_beginning_waits_for_more() -> None:
    """Two words are no clause worth a breath."""
    assert list(a_draft().feed("Well, he")) == []


def test_the_pieces_do_not_depend_on_how_the_text_arrives() -> None:
    """Letter by letter or at once."""
    text = "Um, I think he is in Oakwood, on Maple. Dr. Lee knows it. Is that far from you?"
    whole = pieces(a_draft(), text)
    chance = random.Random(1)
    for _ in range(20):
        cuts = sorted(chance.sample(range(1, len(text)), k=8))
        deltas = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
        assert pieces(a_draft(), *deltas) == whole
    assert pieces(a_draft(), *text) == whole


def test_a_sentence_that_may_not_be_said_ends_the_answer() -> None:
    """What was good before it stands; nothing after it is looked at."""
    draft = a_draft()
    assert pieces(draft, "He is in Oakwood. How may I assist you? It is nice there.") == ["He is in Oakwood."]
    assert draft.held_back == "assistant_talk"


def test_a_sentence_is_judged_whole_also_when_its_beginning_was_spoken() -> None:
    """The second half is held back."""
    draft = a_draft()
    assert pieces(draft, "Since my mom died, it's just him alone in that whole house.") == ["Since my mom died,"]
    assert draft.held_back == "hidden_fact"


def test_a_speech_is_cut_at_a_sentence() -> None:
    """A move has one breath."""
    draft = a_draft()
    spoken = pieces(draft, "He is over there in Oakwood and likes it. " * 9)
    assert sum(len(piece.split()) for piece in spoken) <= MAX_WORDS
    assert draft.held_back == "too_long"
