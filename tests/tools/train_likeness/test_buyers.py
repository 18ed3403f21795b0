"""What teaches the head that hears a buyer hold back."""

from tools.train_likeness.buyers import buyers_bags, of_buyer
from tools.train_likeness.corpus import CONCERNS, SCORED, examples_in, sections

from sparring.grade.uploads.conversion import transcript_from_text
from sparring.rubric import find_rubric
from sparring.speech_acts.learned.concerns import HOLDS_BACK
from tests.fakes.scripted import AT

SAID = b"""Rep: Hi, it's Jo from Lantern Care.
Buyer: Good morning. It's about my mother.
Rep: We have caregivers who could come in the mornings.
Buyer: Okay, that sounds nice.
Rep: It's thirty-two dollars an hour.
Buyer: Hm. That's a lot.
Rep: It includes insurance.
Buyer: I see.
"""


def test_a_turn_teaches_whether_it_holds_back_and_nothing_where_one_may_doubt() -> None:
    """Nor before anything was offered: the head is not asked there."""
    call = transcript_from_text(SAID, find_rubric("inside_sales"), source="a call", started_at=AT)
    told = {3: frozenset((HOLDS_BACK,)), 4: frozenset((f"?{HOLDS_BACK}",))}
    bags = {bag.windows[0].turn: bag.labels[HOLDS_BACK].counts for bag in of_buyer(call, told, source="a call")}
    assert bags == {3: False, 5: True}


def test_buyers_turns_are_told_of_calls_that_people_scored() -> None:
    """By their numbers, of no turn that is not there, and by no other name."""
    for kind in ("inside", "outside"):
        for call, turns in sections(CONCERNS / f"{kind}.txt"):
            said = (SCORED / kind / f"{call}.txt").read_text("utf-8").count("Buyer: ")
            assert max(turns, default=0) <= said
            assert all(names in ({HOLDS_BACK}, {f"?{HOLDS_BACK}"}) for names in turns.values())


def test_examples_are_of_both_kinds() -> None:
    """And ordinary lines hold nothing back."""
    found = list(examples_in(CONCERNS / "examples.txt"))
    assert {one.counts for one in found if one.head == HOLDS_BACK} == {True, False}
    assert not any(one.counts for one in found if one.head is None)


def test_nothing_of_the_held_out_half_teaches() -> None:
    """A line before a judged utterance teaches once, from the development half."""
    judged = [bag for bag in buyers_bags() if bag.kind == "judged"]
    assert {bag.labels[HOLDS_BACK].counts for bag in judged} == {True, False}
    assert len(judged) < 200
