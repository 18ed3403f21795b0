"""A persona to start from."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from sparring.errors import PersonaRejected
from sparring.persona import LOCAL_VOICES, Answers, as_written, check_persona, parse_persona, skeleton
from sparring.persona.broad_cues import broad_cues
from sparring.speech_acts import Topic

CALLER = Answers(
    name="Martha Lane",
    gender="female",
    calls=True,
    role="Daughter with two jobs",
    summary="Calls about her father.",
    opening="Hi, I'm calling about my father.",
    secret="He has been found outside at night.",
    secret_question="How are the nights?",
    happened="He fell last week.",
    cared="father",
)
CALLED = Answers(
    name="Ben Ortiz",
    gender="male",
    calls=False,
    role="Case manager",
    summary="Busy, and has agencies.",
    opening="Ben Ortiz speaking.",
    secret="Nobody starts on a Saturday.",
    secret_question="Which cases go wrong?",
)


@pytest.mark.parametrize("answers", [CALLER, CALLED], ids=["caller", "called"])
def test_a_skeleton_has_no_mistakes(answers: Answers) -> None:
    """Whoever calls whom; the search for a way through is the command's."""
    made = skeleton(answers)
    assert check_persona(made) == ()
    assert made.call_direction == ("buyer_calls" if answers.calls else "rep_calls")
    assert LOCAL_VOICES[made.voice.local] == answers.gender


def test_the_answers_stand_where_they_belong() -> None:
    """The opening word for word, the secret hidden, nothing left to fill in."""
    made = skeleton(CALLER)
    assert made.opening_line == CALLER.opening
    hidden = {fact.text: fact for fact in made.facts if fact.visible == "hidden"}
    assert hidden[CALLER.secret].question == CALLER.secret_question
    assert "my father" in " ".join(made.facts[0].lines)
    assert not re.search(r"\{[a-z_]+\}", as_written(made))
    assert made.id == "martha_lane_daughter"


def test_what_is_written_reads_back_as_the_same_persona() -> None:
    """Leaving out what is at its default changes nothing."""
    made = skeleton(CALLER)
    assert parse_persona(as_written(made).encode(), source="mine.json") == made
    assert "schema_version" in json.loads(as_written(made))


def test_a_person_of_one_name_has_no_line_twice() -> None:
    """First and last name are the same."""
    made = skeleton(replace(CALLED, name="Ben"))
    assert len(set(made.hearing_names)) == len(made.hearing_names)


@pytest.mark.parametrize("change", [{"name": ""}, {"opening": "x" * 300}, {"summary": ""}])
def test_an_answer_that_cannot_stand_is_refused(change: dict[str, Any]) -> None:
    """Empty or too long; the field is named."""
    with pytest.raises(PersonaRejected):
        skeleton(replace(CALLER, **change))


def test_a_secret_is_reached_by_its_own_words_and_not_by_those_of_the_form() -> None:
    """A promise is asked for as a promise; "how are the nights" is another question then."""
    promise = replace(
        CALLER,
        secret="I promised my mother that he would never go to a home.",
        secret_question="What have you promised each other?",
    )
    hidden = next(fact for fact in skeleton(promise).facts if fact.text == promise.secret)
    assert hidden.cues == ("promis",)
    assert Topic.SAFETY not in hidden.topics
    kept = next(fact for fact in skeleton(CALLER).facts if fact.text == CALLER.secret)
    assert "at night" in kept.cues
    assert kept.topics == (Topic.SAFETY,)


def test_no_cue_of_a_skeleton_answers_other_questions_than_its_own() -> None:
    """What `persona check` would ask its author to mend first is not there."""
    assert broad_cues(skeleton(CALLER)) == ()
    assert broad_cues(skeleton(CALLED)) == ()
