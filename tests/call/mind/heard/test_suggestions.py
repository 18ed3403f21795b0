"""Whether a sentence suggests something."""

from sparring.call.mind.heard.suggestions import suggests


def test_a_suggestion_asks_for_nothing() -> None:
    """Whatever it begins with; what may befall somebody is asked about."""
    assert suggests("could we meet")
    assert suggests("what if it was only the ones they've said no to")
    assert not suggests("what if she falls")
