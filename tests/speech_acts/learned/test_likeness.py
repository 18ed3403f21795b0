"""Sentences that are like examples."""

import pytest

from sparring.speech_acts import Alike, Context, Likeness, recognise_to_compare
from sparring.speech_acts.learned.likeness import UNIT, Heads, Reached, alike, load_heads, parse_heads
from sparring.speech_acts.learned.word_vectors import word_vectors
from sparring.speech_acts.learned.worded import Said, Worded, said
from sparring.speech_acts.phrases.notation import grams_of
from sparring.speech_acts.segmentation import read
from sparring.speech_acts.text.heard import heard


def found_in(text: str, *said_before: str) -> list[Alike]:
    """What a text is like, with the words that are."""
    (found,) = alike([recognise_to_compare(text, Context(said_before=said_before)).said])
    return found


def likenesses(text: str, *said_before: str) -> set[Likeness]:
    """What a text is like."""
    return {one.like for one in found_in(text, *said_before)}


def rows_of(heads: Heads[Likeness], *words: str) -> frozenset[int]:
    """Rows of a sentence of these words."""
    return heads.rows_of(Worded(words, grams_of(words), ">", ()))


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
    several = heads.rows_of(Worded(("minute", "xyzzyq"), grams_of(("minute", "xyzzyq")), ">", ("n 2",)))
    turn = [several, rows_of(heads, "minute"), rows_of(heads)]
    assert heads.reached([turn]) == [Reached([{0: 0}, {}, {}], [{0: 0}, {}])]


def test_what_two_sentences_share_weighs_once() -> None:
    """A feature of both is one feature of the two together."""
    heads = heads_of({"w minute": [0, 2 * UNIT], "w spare": [1, UNIT], "w got": [1, UNIT]}, [3 * UNIT, 2 * UNIT])
    turn = [rows_of(heads, "minute", "spare"), rows_of(heads, "minute", "got")]
    assert heads.reached([turn]) == [Reached([{}, {}], [{1: 0}])]


def test_the_last_sentence_of_a_turn_has_no_next_one() -> None:
    """However many turns are looked at together."""
    heads = heads_of({"w spare": [1, UNIT], "w got": [1, UNIT]}, [3 * UNIT, 2 * UNIT])
    apart, together = (
        [[rows_of(heads, one)] for one in ("spare", "got")],
        [rows_of(heads, "spare"), rows_of(heads, "got")],
    )
    alone = Reached([{}], [])
    assert heads.reached([*apart, [], together]) == [alone, alone, Reached([], []), Reached([{}, {}], [{1: 0}])]


def test_many_turns_are_like_what_each_is_like() -> None:
    """More of them than are looked at at once, silent ones among them."""
    turns = [
        "Which number do I dial if this line goes dead?",
        "",
        "If one of them is off sick, another one we know turns up.",
    ]
    each = [found_in(turn) for turn in turns]
    assert any(each)
    assert list(alike([said(read(turn), heard(())) for turn in turns * 20])) == each * 20


def test_rows_are_those_of_the_names_that_were_taught() -> None:
    """Words and neighbours are looked up as the sentence has them, and no name is put together for it."""
    heads = load_heads()
    turn = said(read("So who would she call at night if the aide is ill? We send somebody she knows."), heard(()))
    for one in turn.worded:
        assert heads.rows_of(one) - {0} == {heads.rows[name] for name in one.features() if name in heads.rows}
        assert len(heads.rows_of(one)) > len(one.words)


def test_nothing_is_like_nothing() -> None:
    """No turn, and turns without a word."""
    assert list(alike([])) == []
    assert list(alike([Said((), ())] * 2)) == [[], []]


def test_a_word_that_no_example_has_weighs_what_its_meaning_does() -> None:
    """A point's numbers are weighed too."""
    table = word_vectors()
    place = int(abs(table.points[table.rows["clinic"]]).argmax())
    sign = 1 if table.points[table.rows["clinic"], place] > 0 else -1
    points = [[0] * 128, [0] * 128]
    points[1][place] = sign * 1_024
    heads = heads_of({}, [1, 1], points)
    assert heads.reached([[rows_of(heads, "clinic")]]) == [
        Reached([{1: int(heads.scores([frozenset({"w clinic"})])[0, 1]) - 1}], [])
    ]


def test_two_neighbours_say_together_what_neither_says_alone() -> None:
    """The span is theirs; what one of them says alone is told once."""
    text = "Nobody else covers. Would that be you?"
    found = found_in(text)
    assert all(isinstance(one, Alike) and text[one.start : one.end].strip() for one in found)
    assert len({(one.like, one.start) for one in found}) == len(found)


def test_another_sentence_takes_nothing_away() -> None:
    """What a sentence is like it stays like, whatever is said before or after it."""
    asked = "Which number do I dial if this line goes dead?"
    assert likenesses(asked) <= likenesses(f"It rained. {asked} My brother paints boats.")


def test_a_question_alone_says_nothing_back() -> None:
    """Whatever of the other side's words is in it."""
    told = "Care should start on Monday, on days when I work."
    assert Likeness.SAYS_BACK not in likenesses("And when would you need somebody to start?", told)
    assert Likeness.SAYS_BACK in likenesses("Okay, so care should start on Monday, on the days you work.", told)


def test_nobody_asks_by_carrying_a_number_about() -> None:
    """What is mostly asked must be like it by more where nothing is asked."""
    told = "My doctor gave me your number.", "The doctor told me to. It took me four days to dial."
    said = "Four days is a long time to carry a phone number around."
    assert Likeness.ASKS_CALLBACK_NUMBER not in likenesses(said, *told)


def test_one_sentence_is_like_four_things_at_most() -> None:
    """Who seems to ask for seven things at once asks for most of them by chance."""
    said = "Who's usually in that meeting besides the daughter, and what do you tell them?"
    assert len(likenesses(said)) == 4
