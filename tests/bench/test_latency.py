"""The bench of latency: what of a wait is the server's, and what a room costs."""

import pytest
from bench.latency import STAGES, costs, figures, ways_ms
from bench.support.spread import Spread


def turn(glass_ms: int, server_ms: int | None) -> dict[str, int | None]:
    return dict.fromkeys(STAGES, 10) | {"glass_to_glass_ms": glass_ms, "server_ms": server_ms}


def test_the_ways_are_what_the_server_does_not_account_for() -> None:
    """A turn whose stages are unknown tells nothing of them."""
    assert ways_ms(turn(500, 400)) == pytest.approx(100)
    assert ways_ms(turn(500, None)) is None


@pytest.mark.parametrize(("room_ms", "more_ms", "held"), [(540, 40.0, True), (541, 41.0, False)])
def test_a_room_costs_what_its_ways_take_more(room_ms: int, more_ms: float, *, held: bool) -> None:
    """Medians of the same calls; how long the engines took on either is left out."""
    found = {
        "direct": figures([[turn(500, 400), turn(700, 600)]], []),
        "room": figures([[turn(room_ms, 400), turn(room_ms + 300, 700)]], []),
    }
    assert isinstance(found["room"]["ways_ms"], Spread)
    assert costs(found) == {"room_costs_more_ms": more_ms, "held": held}  # type: ignore[arg-type]


def test_a_transport_without_an_answer_is_not_taken_for_one_within_the_aim() -> None:
    """Nothing measured, nothing held."""
    found = {"direct": figures([[turn(500, 400)]], []), "room": figures([[]], [])}
    assert costs(found) == {"room_costs_more_ms": None, "held": False}  # type: ignore[arg-type]
