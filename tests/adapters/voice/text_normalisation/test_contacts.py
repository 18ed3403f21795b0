"""Telephone numbers, addresses and places."""

import pytest

from sparring.adapters.voice.text_normalisation.normalise import normalise


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("555-867-5309", "five five five, eight six seven, five three zero nine"),
        ("(555) 867-5309", "five five five, eight six seven, five three zero nine"),
        ("555.867.5309", "five five five, eight six seven, five three zero nine"),
        ("1-800-555-0199", "one, eight hundred, five five five, zero one nine nine"),
        ("867-5309", "eight six seven, five three zero nine"),
        ("123-45-6789", "one two three, four five, six seven eight nine"),
        ("ext. 305", "extension three oh five"),
        ("info@homecare.com", "info at homecare dot com"),
        ("www.care.org/help", "care dot org slash help"),
        ("1420 Maple Avenue, apartment 6B", "fourteen twenty Maple Avenue, apartment six B"),
        ("305 N. Oak St. in Ames", "three oh five N. Oak Street in Ames"),
        ("14 Maple Dr., please", "fourteen Maple Drive, please"),
        ("at 12 Oak St.", "at twelve Oak Street."),
        ("room 204", "room two oh four"),
        ("Apt. 12, zip 52404", "apartment twelve, zip five two four zero four"),
        ("unit 4A", "unit four eh"),
    ],
)
def test_contacts(written: str, said: str) -> None:
    """Each way to reach someone has its words."""
    assert normalise(written) == said


def test_a_short_range_is_no_telephone_number() -> None:
    """Three digits and two are counted."""
    assert normalise("300-400") == "three hundred to four hundred"
