"""How many names a sentence says."""

import pytest

from sparring.grade.heard.names_said import names_said


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Harbor Lane, Kate here.", {"harbor lane", "kate"}),
        ("You've got Pinewood Home Care and I'm Jess.", {"pinewood home care", "jess"}),
        ("Home Care of Ashby County. Walt.", {"ashby county", "walt"}),
        ("welcome to oak and ember home care my name is lin", {"an agency", "lin"}),
        ("meadow brook home care dave speaking", {"an agency", "dave"}),
        ("Uhm, evergreen at Home, this is Devon.", {"evergreen home", "devon"}),
        ("Um, Harbor home care, kate speaking", {"an agency", "kate"}),
        ("Hello, this is Dana speaking.", {"dana"}),
        ("Willow Lane Home Care, how can I help you?", {"willow lane home care"}),
        ("good morning maple senior care", {"an agency"}),
        ("Good Morning, how may I help?", set()),
        ("", set()),
    ],
)
def test_two_names_are_told_from_one(text: str, names: set[str]) -> None:
    """By capitals and pauses, and without them by first names and what agencies are called."""
    assert names_said(text) == names
