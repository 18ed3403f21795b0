"""Points for the form of a thing are refused, and the thing itself is credited in words that no list foresaw.

One sentence at a time, put into a call in which the rep does nothing else.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from sparring.cli.grade import grade_file
from sparring.scorecard import CriterionResult

INSIDE = """Rep: Hello.
Buyer: Hi, I'm calling about my mother. She fell on Tuesday and she's coming home from the hospital on Friday. She \
lives in Dayton, on Maple Street, by herself.
Rep: Okay, one moment, I am opening the file on my computer here.
Buyer: I can't be there all day, I work. It's a lot.
Rep: Right, the computer is a bit slow this morning.
Buyer: How much does it cost? She is coming home so soon.
Rep: {said}
Buyer: Okay.
Rep: Right, I am still typing, the system takes its time today, it really is terribly slow \
on days like this one, and there is nothing anybody can do about it.
Buyer: Well, I should go.
Rep: Bye.
"""
OUTSIDE = """Buyer: Birch Hill Rehab, case management, Steven.
Rep: Hello.
Buyer: Yes? We already work with three agencies. I don't have time for this.
Rep: Okay, one moment, I am opening the file on my computer here.
Buyer: They're fine, mostly. Weekends are hard, nobody can start on a Saturday.
Rep: {said}
Buyer: Okay.
Rep: Right, I am still typing, the system takes its time today, it really is terribly slow \
on days like this one, and there is nothing anybody can do about it.
Buyer: Well, I have to go.
Rep: Bye.
"""
NOTHING = "Hm, let me look."


Graded = Callable[[str, str, str], CriterionResult]


@pytest.fixture
def graded(tmp_path: Path) -> Graded:
    """One criterion of the call in which the rep says this."""

    def grade(rubric: str, said: str, criterion: str) -> CriterionResult:
        file = tmp_path / "call.txt"
        file.write_text((INSIDE if rubric == "inside_sales" else OUTSIDE).format(said=said))
        return next(one for one in grade_file(file, rubric).criteria if one.id == criterion)

    return grade


@pytest.mark.parametrize(
    ("rubric", "said", "criterion", "most"),
    [
        ("inside_sales", "I can hear how much you love her.", "names_the_feeling", 2),
        ("inside_sales", "You're doing an amazing job.", "names_the_feeling", 2),
        ("inside_sales", "Hello, this is Dana, how can I help you today?", "agency_and_name", 1),
        ("inside_sales", "Thanks for calling Willow Lane, this is Marcus. May I ask your name?", "who_needs_care", 0),
        ("inside_sales", "thanks for calling this is marcus who am i speaking with", "who_needs_care", 0),
        ("inside_sales", "Let me recap.", "reflects_facts", 0),
        ("inside_sales", "So you mentioned a lot.", "reflects_facts", 0),
        ("inside_sales", "Here's the plan: you'll get it tomorrow in writing.", "reflects_facts", 0),
        ("inside_sales", "Because you said she fell, we are great.", "links_service_to_need", 1),
        ("outside_sales", "I was told.", "something_specific", 0),
        ("outside_sales", "I noticed your building.", "something_specific", 0),
        ("outside_sales", "We are the best, most compassionate, five star agency.", "answers_the_point", 0),
        ("outside_sales", "Who is on the list?", "asks_to_understand", 0),
    ],
)
def test_the_form_alone_earns_little(graded: Graded, rubric: str, said: str, criterion: str, most: int) -> None:
    """Affection is not the feeling, an announced recap says nothing back, a boast answers nobody."""
    assert (graded(rubric, said, criterion).points or 0) <= most


@pytest.mark.parametrize(
    ("said", "criterion"),
    [
        ("I cannot come out on Tuesday at two or Wednesday at ten for a visit.", "proposes_two_times"),
        ("Our caregivers are not trained and nobody supervises them.", "staffing"),
        ("We never send a backup when a caregiver is sick.", "backup_cover"),
        ("We don't have a backup if the caregiver can't come.", "backup_cover"),
        ("Is it your decision alone, or does anybody else need to be asked?", "safety"),
    ],
)
def test_words_that_say_the_opposite_earn_nothing(graded: Graded, said: str, criterion: str) -> None:
    """What is refused or denied is not offered, whatever it names."""
    assert graded("inside_sales", said, criterion).points == 0


@pytest.mark.parametrize(
    ("said", "criterion", "points"),
    [
        ("Nobody comes into your home who isn't trained and background checked.", "staffing", 4),
        ("If she is sick you are never without someone: we send a backup.", "backup_cover", 3),
        ("We can't come on Monday, but we could visit on Tuesday at two or Friday at ten.", "proposes_two_times", 5),
        ("We could start tomorrow with a free assessment at ten.", "proposes_two_times", 3),
        ("How about a visit? I have two thirty tomorrow, or Friday morning at nine.", "proposes_two_times", 5),
    ],
)
def test_a_no_within_an_offer_takes_nothing_from_it(graded: Graded, said: str, criterion: str, points: int) -> None:
    """Nor is a day and its hour a choice of two times."""
    assert graded("inside_sales", said, criterion).points == points


@pytest.mark.parametrize(
    ("rubric", "said", "criterion", "level"),
    [
        ("inside_sales", "We have two people right near Maple Street.", "location", "clear"),
        ("inside_sales", "So she's back in Dayton on Friday.", "location", "clear"),
        ("inside_sales", "So she fell, and from Friday she's by herself while you work.", "what_happened", "partial"),
        ("inside_sales", "You're scared she'll fall again while you're at work.", "names_the_feeling", "clear"),
        (
            "inside_sales",
            "I can hear how much you love her, and that must be exhausting.",
            "names_the_feeling",
            "clear",
        ),
        ("inside_sales", "What's a good one for you in case we lose each other?", "callback_number", "clear"),
        ("inside_sales", "Let me recap. Your mother fell, and she's home on Friday.", "reflects_facts", "partial"),
        (
            "outside_sales",
            "I won't keep you: ninety seconds, and if it's a bad moment I'll come back.",
            "asks_for_time",
            "clear",
        ),
        ("outside_sales", "I gather you've got forty beds and a lot of knee patients.", "something_specific", "clear"),
        ("outside_sales", "Shall I ring you Monday morning to hear how it went?", "dated_follow_up", "clear"),
    ],
)
def test_the_thing_itself_is_credited(graded: Graded, rubric: str, said: str, criterion: str, level: str) -> None:
    """What was volunteered need not be asked once it is taken up; the rest is said as people say it."""
    assert graded(rubric, NOTHING, criterion).level == "absent"
    assert graded(rubric, said, criterion).level == level


def test_a_place_that_was_named_and_passed_over_is_said_to_be(graded: Graded) -> None:
    """The rep reads that there was nothing to ask, only something to use."""
    assert "named a place unasked" in graded("inside_sales", NOTHING, "location").rationale
