"""What the mind was told and what is still unheard; the session and the replay share it."""

from sparring.call import exchange
from sparring.call.exchange import RepSaid
from sparring.transcript import EventKind
from tests.fakes.calls import a_caller

GREETING = RepSaid("Thank you for calling Willow Lane Home Care, this is Dana.", 0, 3_000, "typed")
ASKS = RepSaid("What happened to your father?", 6_000, 8_000, "typed")
WHO = RepSaid("Who is with him during the day?", 9_000, 10_500, "typed")


def test_a_caller_waits_to_be_greeted() -> None:
    """Nothing is unheard before the rep has said something or has been silent."""
    now = exchange.begun(a_caller(), seed=1, difficulty="easy")
    assert now.unheard is None
    assert exchange.waited(a_caller(), now, silence_ms=500).unheard is None
    assert exchange.waited(a_caller(), now, silence_ms=3_000).unheard is not None


def test_a_rep_who_speaks_on_said_one_thing() -> None:
    """Two parts before the first sound of the answer lead to the same state as one."""
    start = exchange.begun(a_caller(), seed=1, difficulty="easy")
    whole = RepSaid(f"{GREETING.text} {ASKS.text}", GREETING.start_ms, ASKS.end_ms, "typed")
    in_two = exchange.said(a_caller(), exchange.said(a_caller(), start, GREETING), ASKS)
    assert exchange.mark(in_two.state) == exchange.mark(exchange.said(a_caller(), start, whole).state)


def test_what_was_not_heard_has_not_been_said() -> None:
    """An answer cut off before its first word opens nothing; heard out, it does."""
    start = exchange.begun(a_caller(), seed=1, difficulty="easy")
    greeted = exchange.said(a_caller(), start, GREETING)
    assert greeted.unheard is not None
    opened = exchange.heard(a_caller(), greeted, greeted.unheard.text, interrupted=False)
    answered = exchange.said(a_caller(), opened, WHO)
    move = answered.unheard
    assert move is not None
    whole = exchange.heard(a_caller(), answered, move.text, interrupted=False)
    cut = exchange.heard(a_caller(), answered, "", interrupted=True)
    earned = {kind for kind, _ in exchange.outcome(move, whole.state, anything_heard=True)}
    assert EventKind.FACT_EARNED in earned
    assert exchange.outcome(move, cut.state, anything_heard=False) == ()


def test_a_mark_names_a_state() -> None:
    """The same for the same state, another for another."""
    start = exchange.begun(a_caller(), seed=1, difficulty="easy")
    again = exchange.begun(a_caller(), seed=1, difficulty="easy")
    other = exchange.begun(a_caller(), seed=2, difficulty="easy")
    assert exchange.mark(start.state) == exchange.mark(again.state) != exchange.mark(other.state)
    assert len(exchange.mark(start.state)) == 32
