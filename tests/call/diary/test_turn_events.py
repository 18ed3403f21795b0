"""What of a turn is worth an event."""

from sparring.call import exchange
from sparring.call.diary import turn_events
from sparring.call.diary.entries import Happened
from sparring.persona import find_persona
from sparring.transcript import EventKind, Speaker, Turn

TURN = Turn(index=4, speaker=Speaker.BUYER, text="Well.", start_ms=1_000, end_ms=1_800, channel="voice")


def kinds(found: list[Happened]) -> list[tuple[EventKind, int, int | None]]:
    return [(one.event.kind, one.event.at_ms, one.event.turn) for one in found]


def test_talking_over_counts_from_where_it_began_and_unsure_hearing_from_now() -> None:
    """The length of an overlap is that of the rep's turn; an ordinary turn is no event."""
    found = turn_events.of_rep_turn(TURN, at_ms=2_000, talked_over=True, unsure=True)
    assert kinds(found) == [(EventKind.OVERLAP, 1_000, None), (EventKind.UNSURE_HEARING, 2_000, 4)]
    assert found[0].event.duration_ms == 800
    assert turn_events.of_rep_turn(TURN, at_ms=2_000, talked_over=False, unsure=False) == []


def test_a_cut_comes_before_what_was_reworded() -> None:
    """A move of which nothing was heard is no interruption."""
    begun = exchange.begun(find_persona("discharge_planner"), seed=7, difficulty="normal")
    assert begun.unheard is not None
    told = {"at_ms": 3_000, "interrupted": True, "faults": ("too_long",)}
    heard = turn_events.of_buyer_move(begun.unheard, begun.state, TURN, **told)  # type: ignore[arg-type]
    assert kinds(heard)[:2] == [(EventKind.INTERRUPTION, 3_000, 4), (EventKind.REWORDED, 3_000, 4)]
    unheard = turn_events.of_buyer_move(begun.unheard, begun.state, None, **told)  # type: ignore[arg-type]
    assert EventKind.INTERRUPTION not in {one.event.kind for one in unheard}


def test_what_is_noticed_of_a_voice_is_noticed_where_its_turn_began() -> None:
    """Drift and a stand-in may come together; neither is the rule."""
    found = turn_events.of_the_voice(TURN, drifted=True, stood_in=True)
    assert kinds(found) == [(EventKind.VOICE_DRIFT, 1_000, 4), (EventKind.VOICE_FALLBACK, 1_000, 4)]
    assert turn_events.of_the_voice(TURN, drifted=False, stood_in=False) == []
