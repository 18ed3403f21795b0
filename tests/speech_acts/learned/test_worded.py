"""What heads go by."""

from sparring.speech_acts.learned.worded import Worded, said, said_after, worded
from sparring.speech_acts.segmentation import read
from sparring.speech_acts.text.heard import heard


def test_what_was_heard_is_among_what_heads_go_by() -> None:
    """Words of meaning said back, and how much of what was heard they are."""
    (sentence,) = read("Up at night, walking around the house.")
    silent, told = heard(()), heard(("He walks around the house at night.",))
    assert {"sh 0", "se 0"} <= said_after(sentence, silent).features()
    assert not {"sh 0", "se 0"} & said_after(sentence, told).features()


def test_neighbours_and_words_one_apart_have_names() -> None:
    """Beside each word, where it begins and ends, and what else is told."""
    features = Worded(["who", "helps", "her"], frozenset(), ">?", ("n 3",)).features()
    pairs = {"b < who", "b who helps", "b helps her", "b her >?", "k who _ her"}
    assert features == {"w who", "w helps", "w her", "n 3"} | pairs


def test_a_mark_and_a_form_that_ask_are_told_apart() -> None:
    """One may stand without the other."""
    marked, formed = read("She is alone? Who helps her")
    assert "mark ?" in worded(marked.words).others
    assert "mark ?" not in worded(formed.words).others
    assert "asks CLOSED" in said_after(formed, heard(())).others


def test_a_turn_has_each_of_its_sentences() -> None:
    """In order, worded for the heads."""
    turn = said(read("She fell. Who helps her?"), heard(()))
    assert [list(one.words) for one in turn.worded] == [["she", "fell"], ["who", "helps", "her"]]
    assert len(turn.sentences) == 2
