"""Towns, streets and postcodes, and what only looks like one."""

import pytest

from sparring.grade.heard.places import places_in


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("She lives in Dayton, on Maple Street.", ["dayton", "maple"]),
        ("We're in West Chester.", ["west chester"]),
        ("I'm calling from Columbus.", ["columbus"]),
        ("His house is still near Oak Park.", ["oak park"]),
        ("The zip is 45402.", ["45402"]),
        ("In the house we grew up in, in Westerville.", ["westerville"]),
        ("It began last year, in October.", []),
        ("He was in March of last year in the hospital.", []),
        ("She is in Mercy Hospital.", []),
        ("They live down the street.", []),
        ("I believe in Mom.", []),
        ("Home on Friday, in the morning.", []),
    ],
)
def test_places_are_told_from_what_is_none(text: str, places: list[str]) -> None:
    """Months, hospitals and people are nobody's address."""
    assert [one.words for one in places_in(text)] == places


def test_a_place_has_its_span() -> None:
    """So that it can be shown where it was said."""
    text = "She lives in Dayton."
    (place,) = places_in(text)
    assert text[place.start : place.end] == "Dayton"
