"""What was heard is compared by the words that carry meaning, without their endings."""

from hypothesis import given
from hypothesis import strategies as st

from sparring.speech_acts.text.heard import RECENT, heard, stem, stems


def test_light_words_do_not_count() -> None:
    """As "the" and "is", which say nothing about what was taken up."""
    assert stems(["the", "stairs", "are", "what", "she", "is", "afraid", "of"]) == {"stair", "afraid"}


def test_words_for_one_thing_share_a_stem() -> None:
    """Mom is mother, fell is fall, pills are medication."""
    assert stem("mom") == stem("mother's") == "mother"
    assert stem("fell") == stem("falls") == "fall"
    assert stem("pills") == stem("meds") == "medication"


def test_the_last_utterance_stands_apart_from_those_before_it() -> None:
    """Only a few utterances are looked back on."""
    said = ["garden"] + ["nothing"] * RECENT + ["stairs"]
    known = heard(said)
    assert known.stems == {"stair"}
    assert "garden" not in known.all_stems


def test_word_pairs_are_turned_as_they_would_be_said_back() -> None:
    """As in "I am", which is said back as "you are"."""
    assert ("you", "are") in heard(["I am tired"]).turned


def test_nothing_heard_is_nothing_to_compare_with() -> None:
    """The first turn of a call takes up nothing."""
    assert not heard([]).all_stems


@given(st.text(alphabet="abdeginsyl'", max_size=20))
def test_a_stem_is_stable(word: str) -> None:
    """The same word always has the same stem."""
    assert stem(word) == stem(word)
