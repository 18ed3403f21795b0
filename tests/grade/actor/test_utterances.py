"""Sentences with their places."""

from sparring.grade.actor.utterances import buyer_turns, rep_turns_before, sentences
from tests.fakes.broken_buyers import a_call


def test_sentences_stand_where_they_were_said() -> None:
    """Start and end cut the very words out of the turn."""
    turn = next(buyer_turns(a_call("Well.  Is that so?  I don\u2019t know")))
    found = list(sentences(turn))
    assert [turn.text[one.start : one.end] for one in found] == ["Well.", "Is that so?", "I don\u2019t know"]
    assert [one.is_question for one in found] == [False, True, False]
    assert found[2].lowered == "i don't know"


def test_the_reps_turns_before_a_turn() -> None:
    """In order, without the buyer's."""
    call = a_call("One.", "Two.")
    assert [turn.index for turn in rep_turns_before(call, 3)] == [0, 2]
