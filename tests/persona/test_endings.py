"""The two ends of a call, as a persona file has them."""

import pytest

from sparring.errors import PersonaRejected
from sparring.persona import Agreement, load_personas
from tests.fakes.personas import lines_about, parsed, raw_persona


def test_who_was_not_asked_says_of_what() -> None:
    """Ways to put a rep off that claim a thing was not asked about name its topics."""
    raw = raw_persona()
    raw["agrees_when"]["not_asked"] = [{"topics": [], "lines": lines_about("him")}]
    with pytest.raises(PersonaRejected) as caught:
        parsed(raw)
    assert caught.value.field == "agrees_when.not_asked.0.topics"


def test_an_agreement_without_such_ways_keeps_its_bytes() -> None:
    """A persona from before there were any keeps its digest."""
    plain = next(one.agrees_when for one in load_personas() if not one.agrees_when.not_asked)
    assert "not_asked" not in plain.model_dump_json()
    assert Agreement.model_validate_json(plain.model_dump_json()) == plain


@pytest.mark.parametrize("claim", ["haven't asked", "nobody's asked", "don't know yet", "don't know what"])
def test_no_shipped_buyer_says_unconditionally_what_was_not_asked(claim: str) -> None:
    """Such a line would be untrue of a rep who did ask."""
    always = [line.lower() for one in load_personas() for line in one.agrees_when.not_yet]
    assert not [line for line in always if claim in line]
