"""What deserves more than "go on"."""

from dataclasses import replace

from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.heard.understanding import understood
from sparring.call.mind.turn_context import TurnContext
from sparring.call.mind.welcome import PLEASED_TRUST, welcomed
from sparring.speech_acts import ActKind
from tests.fakes.reps import practise, saying


def test_a_promise_pleases_who_trusts_and_not_whoever_only_puts_people_through() -> None:
    """At the front desk nobody doubts what is not meant for them."""
    practice = practise("front_desk_block")
    reading = understood(practice.persona, saying("Somebody always comes.", ActKind.BACKUP_COVER))
    turn = TurnContext(practice.persona, practice.state, reading)
    at_the_desk = replace(practice.state.rapport, trust=PLEASED_TRUST)
    assert list(welcomed(turn, at_the_desk)) == []
    through = replace(at_the_desk, stage=len(practice.persona.stages) - 1)
    assert list(welcomed(turn, through)) == [Part(PartKind.NUDGE, "pleased")]
    assert list(welcomed(turn, replace(through, trust=PLEASED_TRUST - 1))) == [Part(PartKind.NUDGE, "doubtful")]
