"""Features of a turn: its words and pairs, its shape, how it asks, and what it takes up."""

import math

from hypothesis import given
from hypothesis import strategies as st

from sparring.speech_acts.learned.turn_features import turn_features, uptake_features
from sparring.speech_acts.segmentation import read
from sparring.speech_acts.text.heard import heard


def test_words_and_their_pairs_are_features() -> None:
    """With marks for the ends of sentences and whether the last asked."""
    features = turn_features(read("Why now?"), heard([]))
    assert {"why", "why now", "now >?", "first why", "last why now"} <= features.keys()
    assert features["open"] == 1.0


def test_a_turn_without_words_has_no_features() -> None:
    """Nothing can be said about silence."""
    assert turn_features(read("..."), heard(["She fell."])) == {}


def test_what_is_said_back_is_counted() -> None:
    """Half of the meaning words are the other side's."""
    features = uptake_features(["so", "your", "mother", "fell", "tuesday"], heard(["My mom fell."]))
    assert math.isclose(features["shared"], math.log1p(2))
    assert features["taken up"] == 1.0


@given(st.text(max_size=120), st.text(max_size=120))
def test_features_are_finite_numbers(turn: str, before: str) -> None:
    """Whatever is said."""
    assert all(math.isfinite(value) for value in turn_features(read(turn), heard([before])).values())
