"""Nobody evades twice running what they could say the second time."""

from dataclasses import replace

import pytest

from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.facts.disclosure import AskedBuyer
from sparring.call.mind.facts.evasions import evaded_just_now, not_evaded_twice
from sparring.call.mind.heard.questions import Question
from sparring.call.mind.manner import Tone
from sparring.call.mind.wording import worded
from sparring.persona import Difficulty
from tests.fakes.personas import a_fact, a_secret, small_persona
from tests.fakes.reps import opened

_NIGHTS = a_secret("nights", "safety", needs={"trust": 30, "empathy": True})
_FALL = a_fact("fall", "what_happened", lines=["She fell.", "The stairs, in the dark.", "Down she went.", "A fall."])
_AGAIN = Question(None, is_open=True, text="what happens at night")


def _dodged(difficulty: Difficulty, rep_said: str) -> Part:
    practice = opened(small_persona(facts=[_NIGHTS]), difficulty=difficulty)
    trusting = replace(practice.state.rapport, trust=60)
    state = replace(practice.state, last=(Part(PartKind.GUARD, "nights"),), rep_said=(rep_said,), rapport=trusting)
    return not_evaded_twice(AskedBuyer(practice.persona, state, trusting), _AGAIN, Part(PartKind.GUARD, "nights"))


@pytest.mark.parametrize(
    ("difficulty", "rep_said", "kind"),
    [
        ("normal", "you said mostly and i have time for it what happens at night", PartKind.TELL),
        ("normal", "what happens at night", PartKind.GUARD),
        ("hard", "you said mostly and i have time for it what happens at night", PartKind.GUARD),
    ],
)
def test_who_stays_with_what_was_dodged_is_told_it(difficulty: Difficulty, rep_said: str, kind: PartKind) -> None:
    """To stay with it is as good as a kind word, but to a hard buyer; to read on from a list is not."""
    assert _dodged(difficulty, rep_said) == Part(kind, "nights")


def test_a_story_goes_on_where_one_has_just_not_known_something_of_it() -> None:
    """What has not been said of it yet is told instead of another "I don't know"."""
    practice = opened(small_persona(facts=[_FALL]))
    told = replace(practice.state.rapport, told=("fall",))
    last = (Part(PartKind.UNKNOWN, "after.taken"),)
    state = replace(practice.state, last=last, said=("She fell.", "I didn't ask."), rapport=told)
    listener = AskedBuyer(practice.persona, state, told)
    unknown = Part(PartKind.UNKNOWN, "after.if")
    asked = Question(None, is_open=True, text="was she on the stairs")
    assert not_evaded_twice(listener, asked, unknown) == Part(PartKind.TELL_MORE, "fall")
    assert not_evaded_twice(listener, _AGAIN, unknown) == unknown
    everything = replace(state, said=("She fell.", "The stairs, in the dark. Down she went.", "A fall."))
    assert not_evaded_twice(AskedBuyer(practice.persona, everything, told), asked, unknown) == unknown


def test_a_move_that_tells_something_evades_nothing() -> None:
    """Whatever else it leaves open."""
    state = opened(small_persona()).state
    assert evaded_just_now(replace(state, last=(Part(PartKind.UNKNOWN), Part(PartKind.WONDER, "one"))))
    assert not evaded_just_now(replace(state, last=(Part(PartKind.UNKNOWN), Part(PartKind.TELL, "needs"))))
    assert not evaded_just_now(replace(state, last=(Part(PartKind.NUDGE, "go_on"),)))


@pytest.mark.parametrize("persona", ["price_shopper", "veterans_wife", "elder_law_attorney", "discharge_planner"])
def test_who_is_asked_on_refuses_outright_and_each_time_in_other_words(persona: str) -> None:
    """The first time in words of their own, then that they will not tell, then that they still will not."""
    practice = opened(persona, difficulty="hard")
    secret = next(one.id for one in practice.persona.facts if one.visible == "hidden" and not one.needs.after)
    groups = []
    for _ in range(3):
        part = Part(PartKind.GUARD, secret)
        (written,) = worded(practice.persona, practice.state, (part,), Tone("neutral"))
        groups.append(written.group.partition(" ")[0])
        practice.state = replace(practice.state, last=(written,), said=(*practice.state.said, written.text))
    assert groups[1:] == ["guard.work" if practice.persona.rep_calls else "guard", "guard.again"]
