"""Shortened words in full."""

import pytest

from sparring.adapters.voice.text_normalisation.normalise import normalise


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Mrs. Henderson", "Missus Henderson"),
        ("Ms. Lopez and Mr. Ruiz, Jr.", "Miz Lopez and Mister Ruiz, Junior"),
        ("Dr. Patel at St. Mary's", "Doctor Patel at Saint Mary's"),
        ("on Main St., near Elm Dr.", "on Main Street, near Elm Drive"),
        ("ADLs", "A.D.L's"),
        ("LTC, VA, RN, PT", "L.T.C, V.A, R.N, P.T"),
        ("the TVs", "the T.V's"),
        ("XKCD", "X.K.C.D"),
        ("HIPAA, OK? NO", "HIPAA, OK? NO"),
        ("12 hrs/wk", "twelve hours a week"),
        ("150 lbs", "one hundred fifty pounds"),
        ("10 mg", "ten milligrams"),
        ("98.6\u00b0F", "ninety-eight point six degrees"),
        ("#1 & #2", "number one and number two"),
        ("24+ hours", "twenty-four plus hours"),
        ("he/she", "he or she"),
        ("w/ help", "with help"),
        ("w/o help", "without help"),
        ("cooking, etc.", "cooking, et cetera"),
        ("Part A or B", "Part eh or B"),
    ],
)
def test_abbreviations(written: str, said: str) -> None:
    """Titles, units, initialisms and signs are said in full."""
    assert normalise(written) == said
