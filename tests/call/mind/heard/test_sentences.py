"""Spoken text as words and sentences."""

import pytest

from sparring.call.mind.heard.sentences import bare, hits, mentions, normalised, spoken
from sparring.speech_acts import stops


def test_fillers_come_off_the_front() -> None:
    """And nothing else does."""
    assert bare("okay so well who is it then") == "who is it then"


def test_words_are_small_and_parted_by_one_space() -> None:
    """Apostrophes of every kind stay."""
    assert normalised("  Don\u2019t -- go!") == "don't go"


def test_a_short_cue_is_a_whole_word() -> None:
    """A longer one may be the beginning of a word."""
    assert hits("he takes care of the worries", frozenset({"car", "worr"})) == {"worr"}
    assert mentions("two cars", ("car",))
    assert not mentions("with care", ("car",))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Who is it? She fell.", ["Who is it?", " She fell."]),
        ("she fell and who is with her now", ["she fell ", "and who is with her now"]),
        ("I see, tell me more about the nights", ["I see, tell me more about the nights"]),
        ("No pets, I take it?", ["No pets, I take it?"]),
        ("Does she like music, or what?", ["Does she like music, or what?"]),
        ("What happened with the helper who came before?", ["What happened with the helper who came before?"]),
        ("And the doctor, what did he say?", ["And the doctor, what did he say?"]),
        (
            "Are you a lawyer, no, what I wanted to ask is who gets her up?",
            ["Are you a lawyer, no, what I wanted to ask is ", "who gets her up?"],
        ),
        ("makes sense hey is your wife helping out", ["makes sense ", "hey is your wife helping out"]),
        ("The days and the nights, how are those?", ["The days and the nights, how are those?"]),
        ("What did we do then, did anybody call you?", ["What did we do then, ", "did anybody call you?"]),
        ("How often is that, do you think?", ["How often is that, do you think?"]),
        (
            "With Medicare and Lorraine and the Army in one talk, what does a morning look like?",
            ["With Medicare and Lorraine and the Army in one talk, ", "what does a morning look like?"],
        ),
        ("After you close them, who looks in on them?", ["After you close them, who looks in on them?"]),
    ],
)
def test_a_sentence_ends_at_its_mark_or_where_a_question_begins(text: str, parts: list[str]) -> None:
    """As a listener hears it."""
    assert [one.marked for one in spoken(text, stops(text)).sentences] == parts


def test_a_span_is_read_with_the_sentences_it_stands_in() -> None:
    """What a recogniser ran together without end is cut around the span."""
    text = "i see and who is with her at night"
    found = spoken(text, stops(text)).at(text.index("who"), len(text))
    assert (found.words, found.core) == ("and who is with her at night", "who is with her at night")
    assert len(spoken("we do " * 80, ()).at(200, 210).marked) < 120


def test_what_she_does_is_found_by_what_one_does() -> None:
    """Cues have "get out", reps say "she gets out"."""
    assert hits("she gets out of the house", frozenset({"get out of the house"})) == {"get out of the house"}


def test_recognised_speech_is_parted_where_a_question_joins() -> None:
    """Between what is said and what is asked there is no mark."""
    said = spoken("okay got it so is she alone at night", ())
    assert [one.core for one in said.sentences] == ["got it", "is she alone at night"]
    assert len(spoken("he works and so does she", ()).sentences) == 1


def test_a_verb_in_a_sentence_with_a_full_stop_begins_no_question() -> None:
    """Whoever writes marks writes one behind a question."""
    text = "The hiring line is Monday to Friday. Anything else?"
    assert len(spoken(text, (text.index("is"),)).sentences) == 2
    unmarked = "what is it is she ill"
    assert len(spoken(unmarked, (unmarked.index("is she"),)).sentences) == 2


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("first one on my sheet how many of them go home in a week", "how many of them go home in a week"),
        ("tell me how many of them go home in a week", "tell me how many of them go home in a week"),
        ("not much um so how many of them go home", "how many of them go home"),
        ("oh wow did you go there yourself", "wow did you go there yourself"),
        ("That's on my sheet, how many of them go home.", "That's on my sheet, how many of them go home."),
    ],
)
def test_recognised_speech_is_parted_where_a_question_begins(text: str, last: str) -> None:
    """Unless the words before bind it, or a mark ends what is said."""
    assert spoken(text, ()).sentences[-1].marked == last


def test_a_list_of_what_is_written_down_asks_nothing() -> None:
    """After a colon a statement goes on, whatever the recogniser hears there."""
    text = "You get one line: who came, when, and how long."
    assert len(spoken(text, (text.index("who"),)).sentences) == 1


def test_recognised_speech_is_parted_where_something_is_suggested() -> None:
    """A suggestion stands by itself unless a question word binds it."""
    said = spoken("we send the same two people could we try it with one patient", ())
    assert [one.core for one in said.sentences][-1] == "could we try it with one patient"
    assert len(spoken("so what time could we come", ()).sentences) == 1
    assert len(spoken("i wonder if we could meet", ()).sentences) == 1


def test_why_d_you_is_why_did_you() -> None:
    """Only where a question follows: "who'd like that" is something else."""
    assert normalised("So why'd you stop? Who'd like that?") == "so why did you stop who'd like that"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("This is Nina from Willow Lane, is Ms Stern available?", 2),
        ("hi my name is Nina can I speak to Marcia", 2),
        ("Is Marcia available?", 1),
        ("This is where the help is in.", 1),
    ],
)
def test_asking_for_somebody_is_a_sentence_of_its_own(text: str, count: int) -> None:
    """After whoever calls has said who they are."""
    assert len(spoken(text, ()).sentences) == count
