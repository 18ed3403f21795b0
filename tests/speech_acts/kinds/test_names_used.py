"""The other side's name, said again."""

import pytest

from sparring.speech_acts import ActKind
from tests.speech_acts.marked import about


@pytest.mark.parametrize("text", ["okay karen tell me more", "Thanks, Mrs. Whitfield.", "thanks karin"])
def test_a_known_name_is_used(text: str) -> None:
    """First or last name, and one letter that a recogniser got wrong, count."""
    assert len(about(ActKind.USES_NAME, text, "Karen Whitfield")) == 1


def test_a_name_that_is_not_theirs_is_not_used() -> None:
    """Whoever gave a name is not spoken to by another."""
    assert about(ActKind.USES_NAME, "Thanks, Linda.", "Karen Whitfield") == []
    assert about(ActKind.USES_NAME, "We are there twenty-four seven.", "Steven Cho") == []
    assert about(ActKind.USES_NAME, "Thanks, Mrs. Okafor.", "Karen Whitfield") == []


@pytest.mark.parametrize(
    "said", ["Thanks, Mrs. Okafor.", "is this mrs okafor the discharge lead", "Mrs. Okafor, good morning."]
)
def test_a_title_speaks_to_somebody_whatever_the_name(said: str) -> None:
    """A surname is in no list; talk about "Mrs. Okafor on Oak Lane" speaks to nobody."""
    assert about(ActKind.USES_NAME, said) == ["okafor"]
    assert about(ActKind.USES_NAME, "Mrs. Okafor on Oak Lane has us.") == []


@pytest.mark.parametrize("said", ["Thanks, Karen.", "Oh Karen, that must be hard.", "You have a good day, Karen."])
def test_somebody_who_never_gave_a_name_can_be_spoken_to_by_name(said: str) -> None:
    """A briefing tells the rep who calls; the report may not say that the name was not used."""
    assert about(ActKind.USES_NAME, said) == ["karen"]


@pytest.mark.parametrize(
    "said",
    ["Sunrise Home Care, Karen, how can I help?", "This is Karen.", "Karen will come tomorrow.", "So Karen fell?"],
)
def test_a_name_that_nobody_is_called_by_is_not_used(said: str) -> None:
    """One's own name and talk about others are no address."""
    assert about(ActKind.USES_NAME, said) == []
