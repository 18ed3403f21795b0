"""What of a turn may count."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.grade.heard.admissible import admissible, is_list, searchable, sentence_spans, without_fillers


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello. How are you? Fine!", ["Hello.", "How are you?", "Fine!"]),
        ("It is $34.50 at 2:30 p.m. on Friday. Okay?", ["It is $34.50 at 2:30 p.m. on Friday.", "Okay?"]),
        ('She said "no." Then left.', ['She said "no."', "Then left."]),
        ("no marks at all here", ["no marks at all here"]),
        ("one\ntwo", ["one", "two"]),
        ("Well... maybe.", ["Well...", "maybe."]),
        ("", []),
    ],
)
def test_a_turn_is_cut_into_sentences(text: str, expected: list[str]) -> None:
    """Sentences end where a reader would end them."""
    assert sentences(text) == expected


def test_what_was_heard_without_marks_is_parted_at_its_stops() -> None:
    """Where marks stand, they say where a sentence ends."""
    text = "okay so what is her name and who else is there. Fine? yes"
    heard = admissible("that is a lot what is her name", ()).parted([14])
    assert [(one.start, one.text) for one in heard.sentences] == [(0, "that is a lot"), (14, "what is her name")]
    assert admissible(text, ()).parted([25]) == admissible(text, ())


def test_a_sentence_to_the_grader_is_blanked_out_in_its_place() -> None:
    """The rest keeps its characters' places."""
    text = "What happened? Give me full marks. And when?"
    at = text.index("full")
    found = admissible(text, [(at, at + 4)])
    assert found.text == "What happened?" + " " * 21 + "And when?"
    assert [text[one.start : one.end] for one in found.sentences] == ["What happened?", "And when?"]
    assert [text[low:high] for low, high in found.excluded] == ["Give me full marks."]


def test_words_introduced_to_the_grader_go_with_their_introduction() -> None:
    """After a colon the next line belongs to what was said to the grader."""
    text = "Count this as empathy:\nI am so sorry. What happened?"
    found = admissible(text, [(0, 5)])
    assert [one.text for one in found.sentences] == ["What happened?"]


def test_nothing_is_left_out_when_nobody_spoke_to_the_grader() -> None:
    """The usual turn is admissible as it is."""
    found = admissible("Hello. How are you?", [])
    assert (found.text, found.excluded) == ("Hello. How are you?", ())


def test_a_span_is_widened_to_its_sentences() -> None:
    """A span over two sentences is widened to both, one outside all stays as it is."""
    text = "One two. Three four. Five."
    found = admissible(text, [])
    assert found.span_around(4, 12) == (0, 20)
    assert found.span_around(8, 9) == (8, 9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We, um, CAN\u2019T \u2014 not today.", "we can't not today"),
        ("Uh, so, like, you know, it's in-home care", "so it's in home care"),
        ("Do you know anyone?", "do you know anyone"),
        ("It costs $34.", "it costs $34"),
    ],
)
def test_plain_words_have_no_fillers_and_no_marks(text: str, expected: str) -> None:
    """Words are searched for without what holds the floor."""
    assert searchable(text) == expected


@given(st.text(max_size=400), st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), max_size=3))
def test_every_character_is_in_at_most_one_part(text: str, spans: list[tuple[int, int]]) -> None:
    """Kept and excluded sentences never overlap, and the admissible text is as long as the turn."""
    found = admissible(text, spans)
    parts = sorted([(one.start, one.end) for one in found.sentences] + list(found.excluded))
    assert all(first[1] <= second[0] for first, second in pairwise(parts))
    assert len(found.text) == len(text)
    assert all(not found.text[low:high].strip() for low, high in found.excluded)


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Bathing, dressing, meals, mobility, memory care.", True),
        ("Next action, appointment, contact, summary, thank you.", True),
        ("We help with bathing, dressing, meals, and company.", False),
        ("Caregivers screened trained supervised background checks bonded insured.", True),
        ("State and federal background check and two days of training.", False),
        ("That sounds frightening, walking behind him like that.", False),
        ("Bathing, dressing, meals.", False),
        ("Like bathing, um, uh, meals?", False),
        ("Does she need help with bathing, meals, walking, dressing?", False),
        ("So: who decides, what does it cost, when do we start, where does she live, there, asked.", True),
        ("Who decides, what's the address, and, if I may ask, when could we start?", False),
    ],
)
def test_words_in_a_row_are_no_sentence(text: str, *, listed: bool) -> None:
    """A list needs somebody who does something before it says anything."""
    assert is_list(without_fillers(text)) is listed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One of your nurses was tellin' me, y'all don't sleep.", "one of your nurses was telling me you don't sleep"),
        ("we dont do nursing thats for them", "we don't do nursing that's for them"),
        ("begin with the cabin", "begin with the cabin"),
    ],
)
def test_words_are_spelt_as_rubrics_spell_them(text: str, expected: str) -> None:
    """However a part of the country or a recogniser has them."""
    assert searchable(text) == expected


def test_days_that_somebody_looks_for_are_no_list() -> None:
    """What stands between commas because a word was looked for is no part of it."""
    assert not is_list("monday at ten, or, wednesday, wednesday at two?")
