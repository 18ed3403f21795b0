"""Names that speakers give as their own, with their agency's."""

import pytest

from sparring.speech_acts import ActKind, recognise
from tests.speech_acts.marked import about


@pytest.mark.parametrize(
    ("text", "name", "agency"),
    [
        ("Hi, this is Dana with Harbor Home Care.", "dana", "harbor home care"),
        ("good afternoon my name is marcus i'm from willow senior care", "marcus", "willow senior care"),
        ("Good morning, Harbor Home Care, Dana speaking.", "dana", "harbor home care"),
        ("Good day, Lantern Home Care, Julie on the line.", "julie", "lantern home care"),
        ("Hello there, Amy here from Cedar Bridge.", "amy", "cedar bridge"),
        ("Hi Mr. Vance, Lily from Willow Lane.", "lily", "willow lane"),
        ("Elmhurst Family Care, this is Nathaniel.", "nathaniel", "elmhurst family care"),
        ("Elmhurst Family Care, um, this is Nathaniel.", "nathaniel", "elmhurst family care"),
        ("elmhurst family care this is nathaniel", "nathaniel", "elmhurst family care"),
        ("good morning respite care angie", "angie", "respite care"),
    ],
)
def test_the_speakers_name_and_agency_are_known(text: str, name: str, agency: str) -> None:
    """By what stands around them or because they are common names; capitals are not needed."""
    for variant in (text, text.lower()):
        assert about(ActKind.GIVES_NAME, variant) == [name]
        assert about(ActKind.GIVES_AGENCY, variant) == [agency]


@pytest.mark.parametrize(
    "text",
    [
        "I'm calling about Tuesday.",
        "This is hard.",
        "I am so sorry.",
        "So it's Evelyn.",
        "May I ask who I'm talking with?",
    ],
)
def test_other_words_after_i_am_are_no_names(text: str) -> None:
    """As in "I am sorry", which introduces nobody."""
    assert about(ActKind.GIVES_NAME, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Stillwater Home Care, Vic here, how can I help?", "vic"),
        ("this is Miss Bettye with Magnolia Senior Care", "bettye"),
        ("Golden Bridge Home Care, I am Oksana.", "oksana"),
    ],
)
def test_a_name_in_no_list_is_known_beside_the_agency(text: str, name: str) -> None:
    """Where it stands tells it."""
    assert about(ActKind.GIVES_NAME, text) == [name]


@pytest.mark.parametrize("said", ["Her name is Evelyn.", "My mother's name is Evelyn.", "Your name is Evelyn, right?"])
def test_somebody_else_s_name_is_not_the_speaker_s(said: str) -> None:
    """Who says whose care it is about has not said who is calling."""
    assert ActKind.GIVES_NAME not in {act.kind for act in recognise(said)}
