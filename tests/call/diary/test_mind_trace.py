"""What the buyer's mind was told, noted in step with the call."""

from sparring.call import exchange
from sparring.call.diary.mind_trace import MindTrace
from sparring.persona import find_persona
from sparring.transcript import StepKind


def test_what_was_told_is_taken_once_and_in_order() -> None:
    """Each step names the state that it led to; nothing told, nothing noted."""
    state = exchange.begun(find_persona("daughter_discharge"), seed=7, difficulty="normal").state
    trace = MindTrace()
    trace.told(StepKind.SAID, state, turn=0)
    trace.told(StepKind.SILENCE, state, silence_ms=8_000)
    (noted,) = trace.take()
    assert [(step.kind, step.turn, step.silence_ms) for step in noted.steps] == [
        (StepKind.SAID, 0, None),
        (StepKind.SILENCE, None, 8_000),
    ]
    assert {step.state for step in noted.steps} == {exchange.mark(state)}
    assert trace.take() == []
