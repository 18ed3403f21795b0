"""Short questions that any story may be followed by."""

import pytest

from sparring.call.mind.heard.follow_ups import FollowUp, follow_up


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("how so", FollowUp.HOW_SO),
        ("what makes you say that", FollowUp.HOW_SO),
        ("oh wow why was that", FollowUp.WHY),
        ("since when", FollowUp.SINCE_WHEN),
        ("how long has that been going on", FollowUp.SINCE_WHEN),
        ("has he always been like that", FollowUp.SINCE_WHEN),
        ("and then what happened", FollowUp.THEN),
        ("how did that end", FollowUp.THEN),
        ("how did the family take it", FollowUp.TAKEN),
        ("what did they say for themselves", FollowUp.SAID),
        ("how did that make you feel", FollowUp.FELT),
        ("and how was it for you with the daughter in denver", FollowUp.FELT),
        ("how does that leave you feeling at the end of the week", FollowUp.FELT),
        ("how does that sit with you", FollowUp.FELT),
        ("does it wear you out", FollowUp.FELT),
        ("what did you think when you heard that", FollowUp.FELT),
        ("what went through your mind when you opened it", FollowUp.FELT),
        ("how was your mother afterwards", FollowUp.TAKEN),
        ("and what did you do", FollowUp.DONE),
        ("who noticed", FollowUp.NOTICED),
        ("who else knows about that", FollowUp.KNOWN),
        ("is that still the case", FollowUp.STILL),
        ("and since then", FollowUp.STILL),
        ("does that happen a lot", FollowUp.OFTEN),
        ("was that last week", FollowUp.LATELY),
        ("could that happen again", FollowUp.AGAIN),
        ("what would have helped you think", FollowUp.HELPED),
    ],
)
def test_what_is_asked_of_any_story_is_told_apart(words: str, kind: FollowUp) -> None:
    """By the whole of a short question, whatever leads up to it."""
    assert follow_up(words) is kind


@pytest.mark.parametrize(
    "words",
    [
        "how long have you been a nurse",
        "what happened to your last caregiver",
        "how does she take her pills",
        "who noticed the smell in the kitchen",
        "is he still in the hospital",
        "what would have to be true for you to try somebody new on a friday afternoon",
    ],
)
def test_a_question_with_a_thing_of_its_own_is_about_that(words: str) -> None:
    """Whatever it begins with."""
    assert follow_up(words) is None


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("how does that go for the two of you", FollowUp.HOW_SO),
        ("is it hard on you giving her a bath", FollowUp.FELT),
        ("does that worry you", FollowUp.FELT),
        ("how does your week go", None),
    ],
)
def test_how_it_goes_and_how_hard_it_is_ask_on(words: str, wanted: FollowUp | None) -> None:
    """After whatever was told."""
    assert follow_up(words) is wanted


def test_a_clause_behind_such_a_question_changes_nothing() -> None:
    """It only says when, or who is meant: "how is she taking it, waiting since Thursday?"."""
    assert follow_up("how is she taking it waiting since thursday") is FollowUp.TAKEN
    assert follow_up("how do you feel about that when you hear one of them fell") is FollowUp.FELT
    assert follow_up("what happens when you call") is None
