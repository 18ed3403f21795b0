"""What is said to a short question after a story."""

from dataclasses import replace
from typing import Any

import pytest

from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.facts.disclosure import AskedBuyer
from sparring.call.mind.facts.followed_up import adds, followed_up
from sparring.call.mind.heard.questions import Question
from tests.fakes.personas import a_fact, small_persona
from tests.fakes.reps import opened

_FALL = a_fact(
    "fall",
    "what_happened",
    lines=["She fell.", "It was the stairs, and the light was out.", "She fell, yes.", "A fall, since Easter."],
)
_FAMILY = a_fact("family", "other", asked_as=["How did the family take it?"], needs={"after": ["fall"]})
_WHEN = a_fact("when", "other", question="When was it?", needs={"after": ["fall"]})


def _asked(words: str, *facts: dict[str, Any], last: PartKind = PartKind.TELL) -> Part | None:
    practice = opened(small_persona(facts=[_FALL, *facts]))
    told = replace(practice.state.rapport, told=("fall",), trust=100)
    parts = (Part(PartKind.TELL, "fall"), Part(last, "fall"))
    state = replace(practice.state, last=parts, said=("She fell.",), rapport=told)
    return followed_up(AskedBuyer(practice.persona, state, told), Question(None, is_open=True, text=words))


def test_what_comes_after_a_story_and_answers_the_question_is_told() -> None:
    """By its own ways to be asked for, and not because it comes next."""
    assert _asked("how did the family take it", _FAMILY) == Part(PartKind.TELL, "family")
    assert _asked("who noticed", _FAMILY) == Part(PartKind.UNKNOWN, "after.noticed")


def test_how_one_felt_at_another_story_is_not_how_one_felt_at_this_one() -> None:
    """What was told of the stroke says nothing of the fall; what one feels at all may be said of either."""
    felt = {"asked_as": ["How did that make you feel?"]}
    stroke = a_fact("stroke", "other")
    of_the_stroke = a_fact("felt_stroke", "feelings", needs={"after": ["stroke"]}, **felt)
    practice = opened(small_persona(facts=[_FALL, stroke, of_the_stroke, a_fact("tired", "feelings", **felt)]))
    told = replace(practice.state.rapport, told=("stroke", "fall"), trust=100)
    state = replace(practice.state, last=(Part(PartKind.TELL, "fall"),), said=("She fell.",), rapport=told)
    asked = Question(None, is_open=True, text="how did that make you feel")
    assert followed_up(AskedBuyer(practice.persona, state, told), asked) == Part(PartKind.TELL, "tired")


def test_a_story_goes_on_with_whatever_comes_next_but_a_date() -> None:
    """When it was is no answer to what happened then."""
    assert _asked("and then what happened", _WHEN, _FAMILY) == Part(PartKind.TELL, "family")
    assert _asked("and then what happened", _WHEN) == Part(PartKind.UNKNOWN, "after.then")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("how so", PartKind.TELL_MORE),
        ("why was that", PartKind.TELL_MORE),
        ("since when", PartKind.TELL_MORE),
        ("how did she take it", PartKind.UNKNOWN),
        ("what did you do", PartKind.UNKNOWN),
    ],
)
def test_more_of_a_fact_is_told_only_where_that_answers(words: str, kind: PartKind) -> None:
    """To a "how so?", or where a line has the since or the how often in it that is wanted."""
    part = _asked(words)
    assert part is not None
    assert part.kind is kind


def test_a_why_after_a_worry_is_about_the_worry() -> None:
    """How somebody took it is about the story all the same, and after nothing told there is nothing to follow up."""
    assert _asked("why do you say that", last=PartKind.OBJECT) is None
    assert _asked("how did the family take it", _FAMILY, last=PartKind.OBJECT) == Part(PartKind.TELL, "family")
    practice = opened(small_persona(facts=[_FALL]))
    listener = AskedBuyer(practice.persona, practice.state, practice.state.rapport)
    assert followed_up(listener, Question(None, is_open=True, text="since when")) is None


def test_whoever_asks_on_hears_nothing_again_and_no_other_fact() -> None:
    """Six questions after one story get six answers, none of which tells a fact that was not asked for."""
    practice = opened("price_shopper", difficulty="easy")
    practice.speak("What happened with the stove?")
    told, said = practice.state.rapport.told, set[str]()
    for words in ("How so?", "How did the fire chief take it?", "Who noticed?", "Is that still the case?"):
        practice.state = replace(practice.state, last=(Part(PartKind.TELL, "the_stove"),))
        said.add(practice.speak(words).text)
    assert practice.state.rapport.told == told
    assert len(said) == 4


def test_a_line_adds_something_when_most_of_its_words_are_new() -> None:
    """The same in other words is more of nothing."""
    assert adds("The mailman found him in the hall.", "He fell in March.")
    assert not adds("In March he fell, yes.", "He fell in March.")


def test_of_several_sequels_the_one_most_like_the_question_is_told() -> None:
    """Their order in the persona says nothing."""
    helped = a_fact("helped", "other", question="What would have helped her?", needs={"after": ["fall"]})
    hospital = a_fact("hospital", "other", question="What happened to her at the hospital?", needs={"after": ["fall"]})
    for facts in ((helped, hospital), (hospital, helped)):
        assert _asked("and then what happened", *facts) == Part(PartKind.TELL, "hospital")


def test_how_it_was_for_one_is_no_reason_to_tell_of_another_worry() -> None:
    """Asked whether that worries one, one speaks of what was just told; another fact may answer in kind."""
    worry = a_fact("worry", "concern", cues=["worry"])
    assert _asked("does that worry you", worry) == Part(PartKind.UNKNOWN, "after.felt")
    felt = a_fact("felt", "feelings", asked_as=["Was that hard on you?"])
    assert _asked("does that worry you", worry, felt) == Part(PartKind.TELL, "felt")


def test_what_the_call_is_about_is_told_by_its_own_way_to_ask() -> None:
    """When it began is asked for by itself, though it would follow any story."""
    began = a_fact("began", "what_happened", question="When did it all start?", asked_as=["When did it start?"])
    assert _asked("when did it start", began) == Part(PartKind.TELL, "began")
