"""What a rep may be told in practice, and when they need it no more."""

import pytest

from sparring.persona import Hint
from sparring.speech_acts import ActKind

NAME = Hint(line="Say who you are, and ask what happened.", acts=(ActKind.GIVES_NAME,), facts=("the_fall",))


@pytest.mark.parametrize(
    ("acts", "told", "done"),
    [({"gives_name"}, ("the_fall",), True), ({"gives_name"}, (), False), ((), ("the_fall",), False)],
)
def test_a_hint_is_done_when_all_it_names_is(acts: set[str], told: tuple[str, ...], *, done: bool) -> None:
    """Half of it is not enough."""
    assert NAME.is_done(acts=acts, told=told, settled=()) is done


def test_a_hint_that_names_nothing_always_holds() -> None:
    """Nobody is ever done with going slowly."""
    assert not Hint(line="Go slowly.").is_done(acts=("gives_name",), told=("the_fall",), settled=("price",))
