"""A buyer too agreeable, and a buyer who is stuck; and what only looks like it."""

import pytest

from sparring.grade.actor.conduct import too_agreeable, unmoved
from sparring.transcript import Event, EventKind
from tests.fakes.broken_buyers import a_call, caller, happened

PROPOSES = (
    "Thank you for calling, this is Dana.",
    "What happened?",
    "Would Thursday at ten suit you for a free visit?",
)
SAYS = ("Hi.", "He fell.", "Thursday is fine.")


def earned(*, until: int, count: int | None = None) -> tuple[Event, ...]:
    """Events that bear an agreement out: the facts that must have been told, and enough of them."""
    wanted = caller().agrees_when
    others = [fact.id for fact in caller().facts if fact.id not in wanted.facts]
    facts = [*wanted.facts, *others][: max(wanted.facts_at_least, len(wanted.facts)) if count is None else count]
    return tuple(happened(EventKind.FACT_EARNED, until, fact) for fact in facts)


AGREED = happened(EventKind.AGREED, 5)


def faults(events: tuple[Event, ...], rep_says: tuple[str, ...] = PROPOSES, says: tuple[str, ...] = SAYS) -> list[str]:
    call = a_call(*says, rep_says=rep_says, events=events)
    return [one.fault for one in too_agreeable(call, caller())]


def test_an_agreement_that_was_earned_is_none() -> None:
    """A step was proposed, and what had to be told was told."""
    assert faults((*earned(until=3), AGREED)) == []


def test_an_agreement_to_nothing_is_found() -> None:
    """Nobody proposed a next step."""
    assert faults((*earned(until=3), AGREED), rep_says=("Hello.", "I see.", "Right.")) == ["too_agreeable"]


def test_an_agreement_with_a_stranger_to_the_case_is_found() -> None:
    """Nothing had been told yet."""
    assert caller().agrees_when.facts or caller().agrees_when.facts_at_least
    assert faults((AGREED,)) == ["too_agreeable"]


def test_a_concern_that_nobody_took_up_is_found() -> None:
    """It was raised, and the rep went straight on to the date."""
    concern = happened(EventKind.OBJECTION_RAISED, 3, caller().objections[0].id)
    assert faults((concern, *earned(until=3), AGREED)) == ["too_agreeable"]


@pytest.mark.parametrize(
    ("events", "rep_says", "reason"),
    [
        ((*earned(until=3), AGREED), ("Hello.", "I see.", "Right."), "Nothing had been proposed to them."),
        ((happened(EventKind.OBJECTION_RAISED, 3, caller().objections[0].id), *earned(until=3), AGREED), PROPOSES,
         "Nothing had been said to their concern: \u201cHe fell.\u201d"),
    ],
)  # fmt: skip
def test_what_had_not_been_earned_is_told(events: tuple[Event, ...], rep_says: tuple[str, ...], reason: str) -> None:
    """A coach need not guess what was missing."""
    [found] = too_agreeable(a_call(*SAYS, rep_says=rep_says, events=events), caller())
    assert found.sentence == f"The buyer agreed before you had earned it. {reason}"


def test_a_concern_that_was_settled_or_taken_up_is_none() -> None:
    """Aloud, or by an answer after which the buyer let it go without a word."""
    concern = happened(EventKind.OBJECTION_RAISED, 1, caller().objections[0].id)
    settled = happened(EventKind.OBJECTION_SETTLED, 3, caller().objections[0].id)
    assert faults((concern, settled, *earned(until=3), AGREED)) == []
    takes_up = (PROPOSES[0], "I understand your concern. What worries you about it?", PROPOSES[2])
    assert faults((concern, *earned(until=3), AGREED), rep_says=takes_up) == []


@pytest.mark.parametrize("text", ["Sign me up.", "You know what, I'm sold.", "Great, let's book it."])
def test_giving_in_out_of_nowhere_is_found(text: str) -> None:
    """Words of agreement that the buyer's mind knows nothing of."""
    assert faults((), says=("Hi.", text, "Yes.")) == ["too_agreeable"]


@pytest.mark.parametrize(
    "text", ["You can't just sign me up.", "Where do I sign?", "Before I'm sold, what does it cost?"]
)
def test_talk_of_signing_is_none(text: str) -> None:
    """Not agreeing, and asking."""
    assert faults((), says=("Hi.", text, "Yes.")) == []


def test_an_agreement_nobody_heard_to_its_end_is_none() -> None:
    """What was interrupted has not been said."""
    call = a_call(*SAYS, events=(AGREED,))
    turns = (*call.turns[:5], call.turns[5].model_copy(update={"interrupted": True}))
    assert list(too_agreeable(call.model_copy(update={"turns": turns}), caller())) == []


def test_the_same_sentence_to_everything_is_found() -> None:
    """Three times to three different things."""
    (found,) = unmoved(a_call("Hi.", *["I really do not know about that."] * 3))
    assert (found.fault, found.evidence.turn) == ("stuck", 7)


@pytest.mark.parametrize(
    ("rep_says", "buyer_says"),
    [
        (("Who is he?", "Say that again?", "Pardon?", "Sorry, what was that?"), ["I said it is my father."] * 4),
        (("Will you pay?", "Will you pay?", "Will you pay?", "Will you pay?"), ["I will not pay for that."] * 4),
        (("One?", "Two?", "Three?", "Four?"), ["Yes, please."] * 4),
        (("One?", "Two?", "Three?", "Four?"), [f"I do not know about number {n}." for n in range(4)]),
    ],
)
def test_repeating_for_a_reason_is_none(rep_says: tuple[str, ...], buyer_says: list[str]) -> None:
    """The rep asked to hear it again, asked the same again, or the words are everyday ones."""
    assert list(unmoved(a_call(*buyer_says, rep_says=rep_says))) == []


def test_a_buyer_who_does_not_answer_is_found() -> None:
    """Twice the rep had to speak on into a long silence."""
    call = a_call("Hi.", "One.", "Two.", "Three.")
    rep = [turn for turn in call.turns if turn.speaker == "rep"]
    alone = tuple(
        turn.model_copy(update={"index": place, "start_ms": place * 30_000, "end_ms": place * 30_000 + 3_000})
        for place, turn in enumerate(rep)
    )
    (found,) = unmoved(call.model_copy(update={"turns": alone}))
    assert found.evidence.turn == 1


def test_a_rep_who_speaks_on_after_a_breath_is_none() -> None:
    """Two parts of one utterance are no silence."""
    call = a_call("Hi.", "One.", "Two.")
    alone = tuple(
        turn.model_copy(update={"index": place, "start_ms": place * 4_000, "end_ms": place * 4_000 + 3_000})
        for place, turn in enumerate(turn for turn in call.turns if turn.speaker == "rep")
    )
    assert list(unmoved(call.model_copy(update={"turns": alone}))) == []
