"""What is said of one's own story where one knows no more of it."""

from dataclasses import replace

import pytest

from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.heard.questions import Question
from sparring.call.mind.not_known.groups import no_answer
from sparring.call.mind.not_known.of_a_story import of_a_story, of_what_was_told, was_told
from sparring.call.mind.state import BuyerState
from tests.fakes.reps import opened


def _asking(text: str) -> Question:
    return Question(None, is_open=True, text=text)


def _told(persona: str, said: str) -> BuyerState:
    state = opened(persona).state
    return replace(state, last=(Part(PartKind.TELL, "any"),), said=(said,))


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("how long did he stay there", "after.how_long"),
        ("how long have they known each other", "after.since_when"),
        ("do you know how she is doing now", "after.do_you_know"),
        ("how often did she call him", "after.often"),
        ("how old is it", "how_many"),
        ("what did you do that night", "after.done"),
        ("what keeps you from telling him", "after.why"),
        ("how did it come to be you", "after.how"),
        ("who drove her there", "after.who_of_it"),
        ("when did he call them", "after.lately"),
        ("did he call them", "after.if"),
        ("what did the form say about him", "after.more"),
        ("was his son angry when he heard", "after.taken"),
        ("and who for", "after.whom"),
    ],
)
def test_not_to_know_it_fits_the_form_of_the_question(text: str, group: str) -> None:
    """How long, who, why or how: the answer is of the same kind."""
    assert of_a_story(_asking(text)) == group


@pytest.mark.parametrize("persona", ["husband_dementia", "kickback_bait", "rehab_social_worker", "price_shopper"])
def test_nobody_asks_back_about_their_own_story(persona: str) -> None:
    """Neither "how do you mean?" nor the thing said back as if it were new."""
    state = _told(persona, "I fell asleep at a red light last week.")
    asked = _asking("what keeps you from telling him about the red light")
    assert of_what_was_told(state, asked)
    assert no_answer(opened(persona).persona, state, asked) == "after.why"


def test_a_thing_is_known_for_some_moves() -> None:
    """Later somebody may ask back."""
    state = replace(_told("husband_dementia", "At a red light."), last=())
    assert was_told(state, "the red light")
    assert not was_told(state, "")
    assert not was_told(replace(state, said=("At a red light.", "Yes.", "No.", "Well.")), "the red light")


def test_what_points_at_nothing_told_is_no_question_on_it() -> None:
    """Nor is any after a move that told nothing."""
    state = _told("price_shopper", "She left a pan on the stove.")
    assert not of_what_was_told(state, _asking("what is your favorite color"))
    assert not of_what_was_told(replace(state, last=(Part(PartKind.NUDGE, "go_on"),)), _asking("how did she do it"))
    passed = replace(state, last=(Part(PartKind.UNKNOWN, "after.taken"),))
    assert of_what_was_told(passed, _asking("how did she do it"))
