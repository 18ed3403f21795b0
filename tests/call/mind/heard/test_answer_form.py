"""What kind of answer a question wants."""

import pytest

from sparring.call.mind.heard.answer_form import INVITES_TO, AnswerForm, asks_late, form_of, half_asks, has_form
from sparring.call.mind.heard.questions import Question


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("so does he", AnswerForm.YES_OR_NO),
        ("who comes", AnswerForm.WHO),
        ("when is that", AnswerForm.WHEN),
        ("where is it", AnswerForm.WHERE),
        ("where does it get hard", AnswerForm.OTHER),
        ("how long has it been", AnswerForm.HOW_MANY),
        ("why not", AnswerForm.WHY),
        ("what is it like", AnswerForm.OTHER),
        ("when somebody goes home on a weekend who do you call", AnswerForm.WHO),
        ("when your mom was alive did she cook", AnswerForm.YES_OR_NO),
    ],
)
def test_the_question_word_says_what_answer_is_wanted(text: str, form: AnswerForm) -> None:
    """So that not knowing can be said to the point."""
    assert Question(None, is_open=False, text=text).form is form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("it's for who", AnswerForm.WHO),
        ("she lost weight how much", AnswerForm.HOW_MANY),
        ("he lives where", AnswerForm.WHERE),
        ("he helps", AnswerForm.YES_OR_NO),
        ("and your son", AnswerForm.YES_OR_NO),
        ("what is your brother called", AnswerForm.NAME),
    ],
)
def test_the_kind_of_answer_follows_from_the_words(text: str, form: AnswerForm) -> None:
    """Without a question word a yes or a no is wanted; "called" wants a name."""
    assert Question(None, is_open=False, text=text).form is form


def test_a_question_word_may_follow_a_preposition() -> None:
    """As in "at what time of day"; "in what we do" tells."""
    assert asks_late("at what time of day")
    assert not asks_late("in what we do")
    assert not asks_late("what time")


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("i can see that it stopped in the spring but not why", AnswerForm.WHY),
        ("my notes don't say what happened back then", AnswerForm.OTHER),
        ("nobody told me how it ended", AnswerForm.OTHER),
    ],
)
def test_who_says_what_they_do_not_know_asks_for_it(words: str, form: AnswerForm) -> None:
    """It has the form of a statement, and on the telephone it is answered."""
    assert half_asks(words)
    assert form_of(words) is form


@pytest.mark.parametrize("words", ["why not", "she never asks how it is that we know", "not that i know of"])
def test_other_words_of_not_knowing_ask_nothing(words: str) -> None:
    """What the rep knows of themselves is not asked for."""
    assert not half_asks(words)


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("got any kids", True),
        ("been doing this a long time", True),
        ("got it", False),
        ("been there", False),
    ],
)
def test_a_question_may_leave_out_who_it_is_about(words: str, *, asks: bool) -> None:
    """On the telephone "have you" is left out as often as not."""
    assert has_form(words) is asks


@pytest.mark.parametrize(
    ("words", "asks"),
    [("and if you can't find anyone for them", True), ("and if you call me i'll come", False), ("if she falls", False)],
)
def test_and_if_alone_asks_what_then(words: str, *, asks: bool) -> None:
    """What follows from it is left unsaid."""
    assert half_asks(words) is asks


def test_a_wish_for_a_picture_of_something_asks_for_it() -> None:
    """So does one to understand whose job something is."""
    assert INVITES_TO.search("i'd like to get a picture of your workday")
    assert INVITES_TO.search("i'm trying to understand whose job it is to cook")


def test_a_tag_makes_a_question_of_what_is_said() -> None:
    """It wants a yes or a no, whatever question word stands before it; "anyone would" wants nothing."""
    assert form_of("that isn't what you need is it") is AnswerForm.YES_OR_NO
    assert form_of("what is it") is AnswerForm.OTHER
    assert not has_form("anyone would carry that around")
    assert has_form("anyone with her today")
