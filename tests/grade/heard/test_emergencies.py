"""An emergency is what happens now: told outright, by a sign that does not last, or by a change that has just begun."""

from datetime import UTC, datetime

import pytest

from sparring.grade.heard.emergencies import Emergency, EmergencyWatch
from sparring.grade.heard.testimony import hear
from sparring.grade.rules.grader import grade
from sparring.rubric import find_rubric
from sparring.signals import Moment
from sparring.transcript import Transcript
from tests.fakes.scripted import Call

AT = datetime(2026, 1, 1, tzinfo=UTC)


def told(*turns: str) -> Emergency | None:
    """The first emergency a buyer tells of in these turns, every other one of the call."""
    watch = EmergencyWatch()
    return next(filter(None, [watch.hear(2 * place, text) for place, text in enumerate(turns)]), None)


@pytest.mark.parametrize(
    "turns",
    [
        ["She can't breathe!"],
        ["He's having chest pains right now."],
        ["My husband won't wake up."],
        ["One side of her mouth is hanging down."],
        ["Half her face isn't moving."],
        ["Half of his face is sagging."],
        ["Her face looks crooked."],
        ["Her left arm just hangs there."],
        ["She's acting kind of weird.", "My grandma. She's eighty-one.", "Like half an hour ago. Is this bad?"],
        ["Dad's talking funny, it came on all of a sudden."],
        ["Something is wrong with my mom.", "It just started, she was making eggs."],
        ["He's not making sense.", "Maybe twenty minutes ago."],
        ["She just fell in the kitchen!"],
        ["She fell. I have to go."],
        ["My mom is on the floor and I can't get her up."],
        ["There's been a fall, she's still on the floor."],
        ["He fell off the bed, he's bleeding and won't talk to me."],
        ["He's turning blue."],
        ["She's not waking up."],
        ["My wife has chest pains."],
        ["He's been slurring his words since this morning."],
        ["He had a stroke in May.", "His arm is limp, it just started, ten minutes ago."],
    ],
)
def test_what_happens_now_is_an_emergency(turns: list[str]) -> None:
    """However a frightened caller puts it, and however many turns it takes."""
    assert told(*turns)


@pytest.mark.parametrize(
    "turns",
    [
        ["The arm hangs a bit. He can hold a paper with it, not a cup."],
        ["He had a stroke in March.", "His left arm hangs. He can hold a paper with it."],
        ["We were in rehab after the stroke.", "His left arm is still limp."],
        ["His speech is slurred from the stroke."],
        ["Half of his face is sagging, it has been for years."],
        ["She had a stroke last year."],
        ["He was in the hospital with chest pains in May."],
        ["He had a stroke two years ago and can't lift his arm."],
        ["I'm out of breath just thinking about it."],
        ["She's been acting weird since March.", "The nurse left half an hour ago."],
        ["Mom's confused a lot lately.", "My sister called ten minutes ago."],
        ["She fell last week. I have to go."],
        [
            "They fixed his hip last Tuesday, after he fell.",
            "I feel a lot better than ten minutes ago. Bye.",
        ],
        ["She fell yesterday.", "I called somebody else half an hour ago."],
        ["She was found on the floor last month."],
        ["She's on the floor just now, can I take a message?"],
        ["She had chest pain last night but it's gone."],
        ["He has chest pains when he climbs the stairs."],
        ["He's been slurring his words since the stroke."],
        ["He fell and lay on the floor for an hour before I found him."],
        ["She fell twice this winter.", "He called ten minutes ago."],
        ["She fell and broke her hip. They're sending her home.", "She was fine before that."],
    ],
)
def test_what_has_been_so_for_long_is_none(turns: list[str]) -> None:
    """What is left of an illness, a fall of last week and a slow change are why people call an agency."""
    assert told(*turns) is None


def test_help_that_was_called_for_between_the_sign_and_its_hour_came_in_time() -> None:
    """Who says 911 at the first sign has not let the emergency pass that the next turn makes plain."""
    signs = "B: She's acting kind of weird.\nR: {0}\nB: Half an hour ago, at breakfast.\nR: Is she alone?\nB: I'm here."
    for said, crossed in (("Please hang up and call 911.", False), ("When did it start?", True)):
        call = Call(f"R: Willow Lane, this is Sam.\n{signs.format(said)}").transcript()
        raised = hear(call).first(Moment.EMERGENCY_RAISED)
        assert raised
        assert raised.turn == 3
        assert ("emergency_ignored" in _red_lines(call)) is crossed


def _red_lines(call: Transcript) -> set[str]:
    card = grade(call, find_rubric("inside_sales"), transcript_digest="0" * 64, graded_at=AT)
    return {line.id for line in card.red_lines}
