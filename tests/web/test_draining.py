"""Which signal ends the server at once, and which lets its calls end first; the whole of it is F2."""

import signal

import pytest
import uvicorn

from sparring.web.draining import DrainingServer


async def nothing(*_: object) -> None:
    """An application."""


def server(*, drain_s: float, drained: bool = False) -> DrainingServer:
    return DrainingServer(uvicorn.Config(nothing), lambda: drained, drain_s=drain_s)


@pytest.mark.parametrize(
    ("signals", "drain_s", "ends"),
    [
        ([signal.SIGTERM], 20.0, False),
        ([signal.SIGTERM, signal.SIGTERM], 20.0, True),
        ([signal.SIGTERM, signal.SIGINT], 20.0, True),
        ([signal.SIGINT], 20.0, True),
        ([signal.SIGTERM], 0.0, True),
    ],
)
def test_only_a_first_termination_is_waited_for(signals: list[int], drain_s: float, *, ends: bool) -> None:
    """And only where there is time for it."""
    one = server(drain_s=drain_s)
    for number in signals:
        one.handle_exit(number, None)
    assert one.should_exit is ends


@pytest.mark.parametrize(("drained", "ticks"), [(True, 1), (False, 5)])
async def test_it_ends_when_no_call_is_left_or_time_is_up(*, drained: bool, ticks: int) -> None:
    """Time is half a second here, looked at every tenth."""
    one = server(drain_s=0.5, drained=drained)
    one.handle_exit(signal.SIGTERM, None)
    for tick in range(1, ticks + 1):
        assert not one.should_exit
        await one.on_tick(tick)
    assert one.should_exit
