"""Linear models are data with provenance, scored without any library."""

import json
import math
from importlib.resources import files

import pytest

from sparring.speech_acts.learned.linear_model import LinearModel, load_model, parse_model

MODEL = LinearModel(("no", "yes"), (0.0, 1.0), {"word": (0.5, -0.5)})


def test_scores_add_up_weights_times_values() -> None:
    """Unknown features weigh nothing."""
    assert MODEL.scores({"word": 2.0, "unseen": 9.0}) == [1.0, 0.0]


def test_probabilities_sum_to_one_even_for_huge_scores() -> None:
    """The exponential cannot overflow."""
    probabilities = MODEL.probabilities({"word": 5_000.0})
    assert math.isclose(sum(probabilities.values()), 1.0)
    assert probabilities["no"] == 1.0


def test_a_document_becomes_a_model() -> None:
    """Where it comes from is for readers of the file."""
    model = parse_model({"provenance": {}, "classes": ["a"], "bias": [1], "weights": {"x": [2]}})
    assert model.scores({"x": 3.0}) == [7.0]


def test_shipped_weights_say_where_they_come_from() -> None:
    """Data set, licence, digest, date, features and figures stand beside the weights."""
    document = json.loads((files("sparring.speech_acts.learned") / "weights" / "behaviour.json").read_text("utf-8"))
    provenance = document["provenance"]
    assert {
        "trained_on",
        "url",
        "licence",
        "sha256",
        "trained_at",
        "features",
        "judged",
        "figures",
    } <= provenance.keys()
    assert len(provenance["sha256"]) == 64
    assert provenance["figures"]
    assert load_model("behaviour").classes == tuple(document["classes"])


def test_a_model_that_was_not_packed_is_missed_by_name() -> None:
    """The error names the file."""
    with pytest.raises(FileNotFoundError):
        load_model("nothing")
