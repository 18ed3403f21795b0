"""Sentences that are like examples."""

import pytest

from sparring.speech_acts import Alike, Context, Likeness, recognise_alike
from sparring.speech_acts.learned.likeness import UNIT, Heads, load_heads, parse_heads, said_features
from sparring.speech_acts.learned.word_vectors import word_vectors
from sparring.speech_acts.segmentation import read
from sparring.speech_acts.text.heard import heard


def likenesses(text: str, *said_before: str) -> set[Likeness]:
    """What a text is like."""
    return {one.like for one in recognise_alike(text, Context(said_before=said_before)).alike}


def heads_of(weights: dict[str, list[int]], least: list[int], points: list[list[int]] | None = None) -> Heads[Likeness]:
    """Two heads by hand."""
    document = {"heads": ["asks_for_time", "proof"], "least": least, "weights": weights}
    return parse_heads(document | {"points": points or [[0] * 128] * 2}, Likeness)


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("Which number do I dial if this line goes dead?", Likeness.ASKS_CALLBACK_NUMBER),
        ("If one of them is off sick, another one we know turns up.", Likeness.BACKUP_COVER),
    ],
)
def test_what_no_phrase_stands_for_is_known_by_what_it_is_like(text: str, like: Likeness) -> None:
    """None of these is an example."""
    assert like in likenesses(text)


@pytest.mark.parametrize("text", ["Okay.", "It rained all of last week.", "My brother paints boats.", "", "..."])
def test_most_sentences_are_like_nothing(text: str) -> None:
    """A head speaks where it is sure."""
    assert not likenesses(text)


def test_every_head_there_is_was_taught() -> None:
    """The weights know the whole vocabulary, and nearly every head can be reached."""
    heads = load_heads()
    assert heads.names == tuple(Likeness)
    best = heads.weights.clip(min=0).sum(axis=0)
    assert (best >= heads.least).mean() > 0.9


def test_weights_of_what_is_there_add_up_to_what_is_reached() -> None:
    """Whole numbers, a feature once, and what nobody taught weighs nothing."""
    heads = heads_of({"w minute": [0, 2 * UNIT], "n 2": [0, UNIT, 1, UNIT]}, [3 * UNIT, 2 * UNIT])
    sentences = [frozenset({"w minute", "n 2", "w xyzzyq"}), frozenset({"w minute"}), frozenset()]
    assert heads.reached(sentences) == ([[0], [], []], [[0], []])


def test_what_two_sentences_share_weighs_once() -> None:
    """A feature of both is one feature of the two together."""
    heads = heads_of({"w minute": [0, 2 * UNIT], "w spare": [1, UNIT], "w got": [1, UNIT]}, [3 * UNIT, 2 * UNIT])
    sentences = [frozenset({"w minute", "w spare"}), frozenset({"w minute", "w got"})]
    assert heads.reached(sentences) == ([[], []], [[1]])


def test_a_word_that_no_example_has_weighs_what_its_meaning_does() -> None:
    """A point's numbers are weighed too."""
    table = word_vectors()
    place = int(abs(table.points[table.rows["clinic"]]).argmax())
    sign = 1 if table.points[table.rows["clinic"], place] > 0 else -1
    points = [[0] * 128, [0] * 128]
    points[1][place] = sign * 1_024
    heads = heads_of({}, [1, 1], points)
    assert heads.reached([frozenset({"w clinic"})]) == ([[1]], [])


def test_two_neighbours_say_together_what_neither_says_alone() -> None:
    """The span is theirs; what one of them says alone is told once."""
    text = "Nobody else covers. Would that be you?"
    found = recognise_alike(text).alike
    assert all(isinstance(one, Alike) and text[one.start : one.end].strip() for one in found)
    assert len({(one.like, one.start) for one in found}) == len(found)


def test_another_sentence_takes_nothing_away() -> None:
    """What a sentence is like it stays like, whatever is said before or after it."""
    asked = "Which number do I dial if this line goes dead?"
    assert likenesses(asked) <= likenesses(f"It rained. {asked} My brother paints boats.")


def test_what_was_heard_is_among_what_heads_go_by() -> None:
    """Words of meaning said back, and how much of what was heard they are."""
    (sentence,) = read("Up at night, walking around the house.")
    silent, told = heard(()), heard(("He walks around the house at night.",))
    assert {"sh 0", "se 0"} <= said_features(sentence, silent)
    assert not {"sh 0", "se 0"} & said_features(sentence, told)


def test_a_question_alone_says_nothing_back() -> None:
    """Whatever of the other side's words is in it."""
    told = "Care should start on Monday, on days when I work."
    assert Likeness.SAYS_BACK not in likenesses("And when would you need somebody to start?", told)
    assert Likeness.SAYS_BACK in likenesses("Okay, so care should start on Monday, on the days you work.", told)
