"""What has to be told before what."""

from dataclasses import replace
from typing import Any

import pytest

from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.facts.disclosure import AskedBuyer, fact_of
from sparring.call.mind.facts.story_order import come_to, guessed, not_ahead
from sparring.call.mind.heard.questions import Question
from tests.fakes.personas import a_fact, a_secret, lines_about, small_persona
from tests.fakes.reps import opened


def test_what_was_asked_for_is_told_in_one_breath_with_what_comes_before_it() -> None:
    """A day means nothing without what happened on it, and is what was asked for."""
    call = a_fact("call", "other", cues=["call"], asked_as=["What about that call?"])
    when = a_fact(
        "when", "other", cues=["when was that call"], asked_as=["When was that call?"], needs={"after": ["call"]}
    )
    practice = opened(small_persona(facts=[call, when]), difficulty="easy")
    practice.speak("When was that call of hers?")
    assert [part.ref for part in practice.state.last if part.kind is PartKind.TELL] == ["call", "when"]


def test_what_is_hidden_is_owned_to_once_the_rep_has_said_it() -> None:
    """Who has heard "a job, great" does not dodge which shifts; to who has said nothing, they do."""
    job = a_secret("job", "other", cues=["a job"], needs={"trust": 10})
    shifts = a_fact("shifts", "other", cues=["shifts"], needs={"after": ["job"]})
    for before, kind in (("A job, great. ", PartKind.TELL), ("", PartKind.GUARD)):
        practice = opened(small_persona(facts=[job, shifts]), difficulty="easy")
        practice.speak(f"{before}Which shifts could you do?")
        assert kind in practice.kinds


_CALL = a_fact("call", "other", cues=["the call"])
_ASKS_WHEN = Question(None, is_open=False, text="when was that call of hers", found=frozenset({"when was that call"}))


def _listener(*told: str, facts: list[dict[str, Any]], said: tuple[str, ...] = (), trust: int = 100) -> AskedBuyer:
    practice = opened(small_persona(facts=facts), difficulty="easy")
    rapport = replace(practice.state.rapport, told=told, trust=trust)
    return AskedBuyer(practice.persona, replace(practice.state, rep_cues=said, rapport=rapport), rapport)


def _when(**changes: Any) -> dict[str, Any]:
    return (
        a_fact(
            "when", "other", cues=["when was that call"], asked_as=["When was that call?"], needs={"after": ["call"]}
        )
        | changes
    )


@pytest.mark.parametrize(
    ("told", "when", "first", "follows"),
    [
        ((), _when(), Part(PartKind.TELL, "call"), True),
        ((), _when(), Part(PartKind.GUARD, "call"), False),
        ((), _when(), Part(PartKind.TELL, "other"), False),
        (("when",), _when(), Part(PartKind.TELL, "call"), False),
        ((), _when(needs={"after": ["call", "other"]}), Part(PartKind.TELL, "call"), False),
        (("other",), _when(needs={"after": ["call", "other"]}), Part(PartKind.TELL, "call"), True),
        ((), _when(visible="hidden", guarded=lines_about("not when")), Part(PartKind.TELL, "call"), False),
    ],
    ids=["next", "only dodged", "of another", "told already", "more before it", "all before it", "hidden"],
)
def test_what_was_asked_for_follows_only_what_leads_straight_to_it(
    told: tuple[str, ...], when: dict[str, Any], first: Part, *, follows: bool
) -> None:
    """Once everything before it has been told, if it is open and new."""
    listener = _listener(*told, facts=[_CALL, a_fact("other", "other"), when])
    assert come_to(listener, _ASKS_WHEN, first) == ((Part(PartKind.TELL, "when"),) if follows else ())


def test_what_is_only_near_by_chance_does_not_follow() -> None:
    """A question that is surely for nothing brings nothing with it."""
    listener = _listener(facts=[_CALL, _when()])
    asked = Question(None, is_open=False, text="who won the game")
    assert come_to(listener, asked, Part(PartKind.TELL, "call")) == ()


@pytest.mark.parametrize(
    ("told", "said", "trust", "kind"),
    [
        ((), ("a job",), 100, PartKind.TELL),
        ((), (), 100, PartKind.GUARD),
        ((), ("a car",), 100, PartKind.GUARD),
        ((), ("a job",), 5, PartKind.GUARD),
        (("job",), ("a job",), 100, PartKind.GUARD),
    ],
    ids=["guessed", "nothing said", "something else said", "not earned", "told already"],
)
def test_a_secret_is_owned_to_when_it_is_guessed_earned_and_new(
    told: tuple[str, ...], said: tuple[str, ...], trust: int, kind: PartKind
) -> None:
    """And dodged where one of these is missing."""
    job = a_secret("job", "other", cues=["a job"], needs={"trust": 10})
    listener = _listener(*told, facts=[job], said=said, trust=trust)
    asked = Question(None, is_open=False, text="which shifts")
    assert guessed(listener, asked, listener.persona.facts[0]) == Part(kind, "job")


def test_a_secret_is_owned_to_when_the_question_names_it() -> None:
    """Asked what work one has done, one says that one looks for some."""
    job = a_secret("job", "other", cues=["a job"], needs={"trust": 10})
    asked = Question(None, is_open=False, text="which shifts for a job", found=frozenset({"a job"}))
    assert guessed(_listener(facts=[job], trust=100), asked, fact_of(_listener(facts=[job]).persona, "job")).kind is (
        PartKind.TELL
    )


POINTS_BACK = "Anxious about mornings, since that day."


def moody(*, told: tuple[str, ...] = (), said: tuple[str, ...] = ()) -> list[str]:
    """The ways of a caller to tell a mood, of which two point back to a hidden story."""
    story = a_secret("story", "other", cues=["story"])
    persona = small_persona(facts=[story])
    practice = opened(persona)
    state = replace(practice.state, rapport=replace(practice.state.rapport, told=told), said=said)
    return not_ahead(persona, state, ["Fine, mostly.", POINTS_BACK, "Not since that Wednesday."])


def test_nothing_points_back_to_what_has_not_been_told() -> None:
    """Nobody says "since that day" to who has not heard of any day."""
    assert moody() == ["Fine, mostly."]


def test_once_the_story_is_told_it_may_be_pointed_back_to() -> None:
    """A day by its name, once that has been named."""
    assert moody(told=("story",)) == ["Fine, mostly.", POINTS_BACK]
    assert len(moody(told=("story",), said=("It was a Wednesday.",))) == 3


def test_where_every_way_points_back_one_of_them_is_said() -> None:
    """Nobody is left without words."""
    practice = opened(small_persona())
    assert not_ahead(practice.persona, practice.state, [POINTS_BACK]) == [POINTS_BACK]
