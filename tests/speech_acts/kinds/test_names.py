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
        assert _about(ActKind.GIVES_NAME, variant) == [name]
        assert _about(ActKind.GIVES_AGENCY, variant) == [agency]


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
    assert _about(ActKind.GIVES_NAME, text) == []


@pytest.mark.parametrize("text", ["memory care this is hard", "we do personal care this is important"])
def test_a_kind_of_care_is_no_agency(text: str) -> None:
    """And what is said of it no name."""
    assert _about(ActKind.GIVES_AGENCY, text) == _about(ActKind.GIVES_NAME, text) == []


@pytest.mark.parametrize("text", ["okay karen tell me more", "Thanks, Mrs. Whitfield.", "thanks karin"])
def test_a_known_name_is_used(text: str) -> None:
    """First or last name, and one letter that a recogniser got wrong, count."""
    assert len(_about(ActKind.USES_NAME, text, "Karen Whitfield")) == 1


def test_a_name_that_is_not_theirs_is_not_used() -> None:
    """Whoever gave a name is not spoken to by another."""
    assert _about(ActKind.USES_NAME, "Thanks, Linda.", "Karen Whitfield") == []
    assert _about(ActKind.USES_NAME, "We are there twenty-four seven.", "Steven Cho") == []
    assert _about(ActKind.USES_NAME, "Thanks, Mrs. Okafor.", "Karen Whitfield") == []


@pytest.mark.parametrize(
    "said", ["Thanks, Mrs. Okafor.", "is this mrs okafor the discharge lead", "Mrs. Okafor, good morning."]
)
def test_a_title_speaks_to_somebody_whatever_the_name(said: str) -> None:
    """A surname is in no list; talk about "Mrs. Okafor on Oak Lane" speaks to nobody."""
    assert _about(ActKind.USES_NAME, said) == ["okafor"]
    assert _about(ActKind.USES_NAME, "Mrs. Okafor on Oak Lane has us.") == []


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
    assert _about(ActKind.GIVES_NAME, text) == [name]


@pytest.mark.parametrize("said", ["Thanks, Karen.", "Oh Karen, that must be hard.", "You have a good day, Karen."])
def test_somebody_who_never_gave_a_name_can_be_spoken_to_by_name(said: str) -> None:
    """A briefing tells the rep who calls; the report may not say that the name was not used."""
    assert _about(ActKind.USES_NAME, said) == ["karen"]


@pytest.mark.parametrize(
    "said",
    ["Sunrise Home Care, Karen, how can I help?", "This is Karen.", "Karen will come tomorrow.", "So Karen fell?"],
)
def test_a_name_that_nobody_is_called_by_is_not_used(said: str) -> None:
    """One's own name and talk about others are no address."""
    assert _about(ActKind.USES_NAME, said) == []


@pytest.mark.parametrize("said", ["Her name is Evelyn.", "My mother's name is Evelyn.", "Your name is Evelyn, right?"])
def test_somebody_else_s_name_is_not_the_speaker_s(said: str) -> None:
    """Who says whose care it is about has not said who is calling."""
    assert ActKind.GIVES_NAME not in {act.kind for act in recognise(said)}


def test_who_is_thanked_for_calling_is_no_agency() -> None:
    """A first name alone is the caller's."""
    assert _about(ActKind.GIVES_AGENCY, "Thank you for calling, Sandra.") == []
    assert _about(ActKind.GIVES_AGENCY, "Thank you for calling Grace Home Care.") == ["grace home care"]
