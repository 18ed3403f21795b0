"""Reading rules."""

from sparring.adapters.voice.text_normalisation.rule import Rule, read_all


def test_every_match_is_said() -> None:
    """The words come from the match."""
    assert Rule(r"(\d)x", lambda m: f"{m[1]} times").read("2x or 3x") == "2 times or 3 times"


def test_rules_read_in_their_order() -> None:
    """A later rule sees what an earlier one said."""
    rules = (Rule("a", lambda _: "b"), Rule("b", lambda _: "c"))
    assert read_all(rules, "ab") == "cc"
