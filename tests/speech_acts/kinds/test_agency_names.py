"""What is an agency's name and what is not."""

import pytest

from sparring.speech_acts import ActKind
from tests.speech_acts.marked import about


@pytest.mark.parametrize("text", ["memory care this is hard", "we do personal care this is important"])
def test_a_kind_of_care_is_no_agency(text: str) -> None:
    """And what is said of it no name."""
    assert about(ActKind.GIVES_AGENCY, text) == about(ActKind.GIVES_NAME, text) == []


def test_who_is_thanked_for_calling_is_no_agency() -> None:
    """A first name alone is the caller's."""
    assert about(ActKind.GIVES_AGENCY, "Thank you for calling, Sandra.") == []
    assert about(ActKind.GIVES_AGENCY, "Thank you for calling Grace Home Care.") == ["grace home care"]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Hello, Willow Lane.", "willow lane"),
        ("Good afternoon, Silver Creek, how can I help?", "silver creek"),
        ("Thank you so much for calling Willow Lane Home Care!", "willow lane home care"),
        ("Thanks for ringing Harbor Light.", "harbor light"),
    ],
)
def test_a_place_that_is_greeted_with_is_the_agency(text: str, agency: str) -> None:
    """Whoever picks up says where one has come out, and no more."""
    assert about(ActKind.GIVES_AGENCY, text) == [agency]


@pytest.mark.parametrize("text", ["Hello, Mrs. Lane.", "Hi, Mary Lake.", "Hello, Marguerite.", "Down on Willow Lane."])
def test_a_person_with_the_name_of_a_place_is_no_agency(text: str) -> None:
    """A title or a first name tells."""
    assert about(ActKind.GIVES_AGENCY, text) == []
