"""Where the time of answers went, against the budgets."""

from sparring.report.budgets import BUDGET_MS, answer, answers_of, budget_lines
from sparring.transcript import TurnLatency
from tests.fakes.documents import a_transcript

LATENCY = TurnLatency(endpointing_ms=280, hearing_ms=5, mind_ms=30, voice_ms=420, server_ms=760, glass_to_glass_ms=880)


def test_a_call_s_answers_have_their_stages_and_what_is_left_over() -> None:
    """Playout is what no stage accounts for, transport what the page adds."""
    call = a_transcript()
    turns = (*call.turns[:1], call.turns[1].model_copy(update={"latency": LATENCY}), *call.turns[2:])
    (one,) = answers_of(call.model_copy(update={"turns": turns}))
    assert one.turn == 1
    assert (one.stages_ms["playout"], one.stages_ms["transport"]) == (25, 120)
    assert one.over == ("voice",)


def test_lines_have_ranks_and_how_many_answers_kept_to_the_budget() -> None:
    """Nearest rank: with twenty answers the 95th percentile is the second slowest."""
    given = [answer(turn, {"voice": 100.0}) for turn in range(18)] + [
        answer(18, {"voice": 310.0}),
        answer(19, {"voice": 900.0}),
    ]
    (line,) = budget_lines(given)
    assert (line.stage, line.p50_ms, line.p95_ms, line.within, line.measured) == ("voice", 100, 310, 18, 20)
    assert not line.kept


def test_stages_stand_in_their_order_and_unmeasured_ones_are_left_out() -> None:
    """A call in writing has no line at all."""
    lines = budget_lines([answer(1, {"glass_to_glass": 500.0, "end_of_turn": 200.0, "server": 450.0})])
    assert [line.stage for line in lines] == ["end_of_turn", "server", "transport", "glass_to_glass"]
    assert all(line.kept for line in lines)
    assert [stage for stage in BUDGET_MS if stage in {line.stage for line in lines}] == [line.stage for line in lines]
    assert budget_lines([]) == ()
