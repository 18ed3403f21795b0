"""Where a line is cut."""

from hypothesis import given
from hypothesis import strategies as st

from sparring.adapters.voice.clauses import ELLIPSIS_MS, MOST_CHARACTERS, PAUSE_MS, clauses


def texts(text: str) -> list[str]:
    return [clause.text for clause in clauses(text)]


def test_sentences_are_spoken_one_by_one() -> None:
    """Each end of a sentence is a cut."""
    assert texts("No. I don't. Why should I?") == ["No.", "I don't.", "Why should I?"]


def test_a_long_first_sentence_is_cut_at_its_first_comma() -> None:
    """So that the first sound comes early; later sentences stay whole."""
    line = "Well, to be honest, that is a lot of money for us. And, as I said, we are not sure about it."
    assert texts(line) == ["Well,", "to be honest, that is a lot of money for us.",
                           "And, as I said, we are not sure about it."]  # fmt: skip


def test_a_long_first_sentence_without_a_comma_is_cut_before_a_conjunction() -> None:
    """The first part gets a comma, so that the voice does not fall."""
    assert texts("I already have somebody who helps my mother with her daily routine.") == [
        "I already have somebody,",
        "who helps my mother with her daily routine.",
    ]


def test_a_short_first_sentence_stays_whole() -> None:
    """Six words are spoken at once."""
    assert texts("Yes, I can hear you now.") == ["Yes, I can hear you now."]


def test_initialisms_do_not_end_a_sentence() -> None:
    """The full stops inside P.O.A are no ends, nor is an initial in a name."""
    assert texts("The P.O.A Form is here.") == ["The P.O.A Form is here."]
    assert texts("It's J. R. Smith here.") == ["It's J. R. Smith here."]


def test_a_name_with_phonemes_is_never_cut() -> None:
    """Brackets stay together."""
    line = "Please ask for [Mary, who is new](/m\u025b\u0279i/) because she knows all about it."
    assert all(text.count("[") == text.count("]") for text in texts(line))


def test_the_pause_follows_the_sign() -> None:
    """An ellipsis is the longest, a cut inside a sentence the shortest."""
    pauses = [clause.pause_ms for clause in clauses("Well... Okay. But why? No!")]
    assert pauses == [ELLIPSIS_MS, PAUSE_MS["."], PAUSE_MS["?"], PAUSE_MS["!"]]


@given(st.text(alphabet="abcde ABC.,!?;\u2014'\"", max_size=900))
def test_no_word_is_lost_and_no_clause_is_too_long(text: str) -> None:
    """The clauses together say what the line says."""
    line = " ".join(text.split())
    parts = clauses(line)
    letters = [letter for clause in parts for letter in clause.text if letter.isalpha()]
    assert letters == [letter for letter in line if letter.isalpha()]
    assert all(len(clause.text) <= MOST_CHARACTERS or " " not in clause.text[60:200] for clause in parts)


def test_nothing_has_no_clauses() -> None:
    """An empty line is empty."""
    assert clauses("") == ()
