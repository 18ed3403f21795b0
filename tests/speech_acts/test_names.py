"""Names given, agencies given, and the other side's name said again."""

import pytest

from sparring.speech_acts import ActKind, Context, recognise


def _about(kind: ActKind, text: str, other_name: str = "") -> list[str]:
    return [act.about for act in recognise(text, Context(other_name=other_name)) if act.kind is kind]


@pytest.mark.parametrize(
    ("text", "name", "agency"),
    [
        ("Hi, this is Dana with Harbor Home Care.", "dana", "harbor home care"),
        ("good afternoon my name is marcus i'm from willow senior care", "marcus", "willow senior care"),
        ("Good morning, Harbor Home Care, Dana speaking.", "dana", "harbor home care"),
        ("Good day, Lantern Home Care, Julie on the line.", "julie", "lantern home care"),
        ("Hello there, Amy here from Cedar Bridge.", "amy", "cedar bridge"),
    ],
)
def test_the_speakers_name_and_agency_are_known(text: str, name: str, agency: str) -> None:
    """By what stands around them or because they are common names; capitals are not needed."""
    for variant in (text, text.lower()):
        assert _about(ActKind.GIVES_NAME, variant) == [name]
        assert _about(ActKind.GIVES_AGENCY, variant) == [agency]


@pytest.mark.parametrize("text", ["I'm calling about Tuesday.", "This is hard.", "I am so sorry.", "It is important."])
def test_other_words_after_i_am_are_no_names(text: str) -> None:
    """As in "I am sorry", which introduces nobody."""
    assert _about(ActKind.GIVES_NAME, text) == []


@pytest.mark.parametrize("text", ["okay karen tell me more", "Thanks, Mrs. Whitfield.", "thanks karin"])
def test_a_known_name_is_used(text: str) -> None:
    """First or last name, and one letter that a recogniser got wrong, count."""
    assert len(_about(ActKind.USES_NAME, text, "Karen Whitfield")) == 1


def test_an_unknown_name_is_not_used() -> None:
    """Only a name that was given before can be used back."""
    assert _about(ActKind.USES_NAME, "Thanks, Linda.", "Karen Whitfield") == []
    assert _about(ActKind.USES_NAME, "Thanks, Karen.") == []
