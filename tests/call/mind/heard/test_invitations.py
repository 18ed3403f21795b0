"""Questions that only invite."""

import pytest

from sparring.call.mind.heard.invitations import asks_whole_story, leads_in, only_invites
from sparring.call.mind.heard.questions import Question


@pytest.mark.parametrize(
    ("text", "story", "leads"),
    [
        ("so what's been going on with your dad", True, True),
        ("tell me about your mom", False, True),
        ("tell me about the stairs in the house", False, False),
        ("what does she need", False, False),
        ("and what about you laura", False, True),
        ("she's got diabetes", False, True),
        ("what about the stairs", False, False),
    ],
)
def test_an_invitation_asks_for_nothing_in_particular(text: str, *, story: bool, leads: bool) -> None:
    """Words of its own make it a question like any other."""
    asked = Question(None, is_open=True, text=text)
    assert asks_whole_story(asked) is story
    assert leads_in(asked) is leads


def test_an_invitation_that_names_something_is_more_than_one() -> None:
    """A cue is something in particular, too."""
    assert only_invites(Question(None, is_open=True, text="tell me all about it"))
    assert not only_invites(Question(None, True, "tell me all about it", found=frozenset({"all about it"})))


def test_how_it_began_asks_for_the_whole_story() -> None:
    """A day or a number is not wanted by it."""
    assert asks_whole_story(Question(None, is_open=True, text="how did it all start"))
    assert not asks_whole_story(Question(None, is_open=True, text="how did your day start"))


def test_what_is_wrong_with_a_house_is_no_story() -> None:
    """With a father it is."""
    assert asks_whole_story(Question(None, is_open=True, text="what's wrong with your dad"))
    assert not asks_whole_story(Question(None, is_open=True, text="what's wrong with the house"))
