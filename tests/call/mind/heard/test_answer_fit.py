"""Whether a fact is the kind of thing that was asked for."""

import pytest

from sparring.call.mind.heard.answer_fit import (
    FactContent,
    about_somebody_else,
    kin_in,
    of_another_person,
    of_other_kin,
    of_other_words,
    of_them_alone,
    people_in,
    suits,
    told_in,
    told_of,
    wants_words_of,
)
from sparring.call.mind.heard.answer_form import AnswerForm
from sparring.call.mind.heard.questions import Question
from sparring.persona import find_persona
from tests.fakes.personas import a_fact, small_persona

HELPER = find_persona("private_helper")


def asking(text: str) -> Question:
    """A question about nothing in particular."""
    return Question(None, is_open=False, text=text)


def told(persona: str, fact_id: str) -> FactContent:
    """What a fact of a shipped persona is told in."""
    return told_of(find_persona(persona).facts_by_id[fact_id])


def names_others(question: str, fact_id: str) -> bool:
    """Whether a question to the private helper names somebody whom this fact is not about."""
    return about_somebody_else(told("private_helper", fact_id), people_in(HELPER, asking(question)))


def test_a_number_is_wanted_and_not_there() -> None:
    """A "how many clients" is not about what kind of practice it is."""
    assert not suits(told("elder_law_attorney", "practice"), asking("how many clients"))
    assert suits(told("home_health_nurse", "twenty_eight"), asking("how many patients do you see"))


def test_how_much_and_how_long_may_be_told_without_a_number() -> None:
    """A "how much help does she need" wants to hear with what."""
    assert suits(told("elder_law_attorney", "practice"), asking("how much help do they need"))


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("They operated last Tuesday.", AnswerForm.WHEN),
        ("It's Kevin, my brother.", AnswerForm.WHO),
        ("It's Kevin, my brother.", AnswerForm.NAME),
        ("Nobody, really.", AnswerForm.WHO),
        ("The night nurse reads it.", AnswerForm.WHO),
        ("Twice she was gone.", AnswerForm.HOW_MANY),
    ],
)
def test_a_line_has_what_its_question_wants(line: str, form: AnswerForm) -> None:
    """A date, a name, a number."""
    assert told_in((line,), form)


def test_a_day_is_no_name() -> None:
    """A "who picks the agency" is not answered with a Wednesday."""
    assert not told_in(("The team meets at ten, on Wednesdays.",), AnswerForm.WHO)


def test_a_question_with_a_name_is_about_that_person() -> None:
    """How old the helper is says nothing about the aunt."""
    assert names_others("how old is bea", "aunt_ruth")
    assert not names_others("how old is ruth", "aunt_ruth")


def test_what_she_did_is_not_what_the_buyer_does() -> None:
    """A fact told of oneself answers no question about one's mother, nor the other way round."""
    job = told("long_distance_son", "his_job")
    assert of_another_person(job, asking("what did she do for a living"))
    assert not of_another_person(job, asking("what do you do for a living"))
    assert of_another_person(told("private_helper", "ruths_day"), asking("do you get up early"))


def test_a_question_about_somebody_else_meets_nothing_the_buyer_says_of_themselves_first() -> None:
    """Whether he is in pain is not answered with her own back."""
    assert of_them_alone("is he in pain now")
    assert not of_them_alone("did you hurt yourself lifting him")
    assert told("veterans_wife", "her_back").begins_with_me
    assert not told("veterans_wife", "the_stroke").begins_with_me


def test_nobody_is_ruled_out_by_the_name_of_whom_the_call_is_about() -> None:
    """Most of what a caller knows is about them, whether it says their name or not."""
    husband = find_persona("husband_dementia")
    assert people_in(husband, asking("what did you promise evelyn")) == frozenset()
    assert people_in(husband, asking("what does peter say")) == frozenset({"peter"})


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("what do you tell the family then", "me"),
        ("and what did you say to him", "me"),
        ("what does your wife tell you", "them"),
        ("what did they say to that", "them"),
        ("what does she eat", ""),
        ("what do you do then", ""),
    ],
)
def test_whose_words_are_wanted_is_told_by_who_speaks(words: str, whose: str) -> None:
    """The buyer's to somebody, or somebody's."""
    assert wants_words_of(words) == whose


def test_a_fact_without_words_of_the_one_who_is_asked_about_is_of_others() -> None:
    """What somebody is like is not what one tells them; "tell me about him" asks for no words of the buyer's."""
    like, mine, theirs = (
        told_of(small_persona(facts=[a_fact("him", "other", lines=lines)]).facts[0])
        for lines in (
            ["He is proud.", "A proud man.", "Proud.", "Proud, yes."],
            ["I tell him no.", "No.", "Never.", "Not once."],
            ["She says no.", "No.", "Never.", "Not once."],
        )
    )
    assert [of_other_words(one, "me") for one in (like, mine, theirs)] == [True, False, True]
    assert [of_other_words(one, "them") for one in (like, mine, theirs)] == [True, True, False]
    assert not of_other_words(like, "")


def test_the_place_where_one_works_is_nobody() -> None:
    """A question that names it is no question about somebody else."""
    worker = find_persona("rehab_social_worker")
    asked = Question(None, is_open=True, text="what happens on the day somebody leaves birch hill")
    assert people_in(worker, asked) == frozenset()


def test_what_is_asked_of_a_brother_is_not_asked_of_a_father() -> None:
    """Whoever names nobody may mean either."""
    brother = told("daughter_discharge", "kevin_lives")
    assert of_other_kin(brother, kin_in("where does your father live"))
    assert not of_other_kin(brother, kin_in("where does your brother live"))
    assert not of_other_kin(brother, kin_in("where does he live"))
