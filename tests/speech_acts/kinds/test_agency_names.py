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
