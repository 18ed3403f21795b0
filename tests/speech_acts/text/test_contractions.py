"""What a contraction stands for."""

import pytest

from sparring.speech_acts.text.contractions import CONTRACTED, word_forms


@pytest.mark.parametrize(
    ("raw", "forms"),
    [
        ("can't", ["can", "not"]),
        ("hasn't", ["has", "not"]),
        ("gonna", ["going", "to"]),
        ("they're", ["they", "are"]),
        ("what's", ["what", "is"]),
        ("cant", ["can", "not"]),
        ("n't", ["not"]),
        ("dr", ["dr"]),
    ],
)
def test_a_contraction_is_spelt_out_and_a_word_stays_itself(raw: str, forms: list[str]) -> None:
    """With its apostrophe and, as a recogniser may write it, without."""
    assert word_forms(raw) == forms


@pytest.mark.parametrize("raw", ["mom's", "dad's", "father's", "o'clock", "ma'am"])
def test_what_is_somebodys_is_no_contraction(raw: str) -> None:
    """Nor is an hour: these are one word each."""
    assert word_forms(raw) == [raw]


def test_what_is_spelt_out_is_spelt_out_to_the_end() -> None:
    """No listed word stands for another that would have to be looked up again."""
    again = {raw: spelt for raw, spelt in CONTRACTED.items() for word in spelt.split() if word_forms(word) != [word]}
    assert again == {}
