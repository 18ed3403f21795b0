"""The service's side of the conversation, kept equal to ours."""

from collections.abc import Sequence

import pytest

from sparring.adapters.model.realtime.conversation import Conversation
from sparring.ports import Spoken


def said(*texts: str) -> tuple[Spoken, ...]:
    """Rep and buyer in turns."""
    return tuple(Spoken("buyer" if index % 2 else "rep", text) for index, text in enumerate(texts))


def after(*steps: Sequence[Spoken]) -> tuple[list[str], list[str]]:
    """What the service holds at the end, and the types of the last step's events."""
    conversation, held, kinds = Conversation(), dict[str, str](), list[str]()
    for heard in steps:
        kinds = []
        for event in conversation.catch_up(heard):
            kinds.append(event["type"].rsplit(".", 1)[-1])
            if kinds[-1] == "create":
                held[event["item"]["id"]] = event["item"]["content"][0]["text"]
            else:
                del held[event["item_id"]]
    return list(held.values()), kinds


@pytest.mark.parametrize(
    ("steps", "kinds"),
    [
        ([said("a", "b")], ["create", "create"]),
        ([said("a", "b"), said("a", "b", "c")], ["create"]),
        ([said("a", "b"), said("a", "b")], []),
        ([said("a", "b whole", "c"), said("a", "b", "c")], ["delete", "delete", "create", "create"]),
        ([said("a", "b", "c"), said("a")], ["delete", "delete"]),
    ],
)
def test_only_the_difference_is_sent(steps: list[Sequence[Spoken]], kinds: list[str]) -> None:
    """Whatever was added, cut short, corrected or is too long ago; what it holds is then what was said."""
    held, last = after(*steps)
    assert held == [one.text for one in steps[-1]]
    assert last == kinds


def test_a_window_that_moves_on_drops_the_oldest_turn_alone() -> None:
    """The greeting and the opening stay at the head of a long call."""
    turns = said(*"abcdefgh")
    held, kinds = after(turns, (*turns[:2], *turns[4:], Spoken("rep", "i")))
    assert held == ["a", "b", "e", "f", "g", "h", "i"]
    assert kinds == ["delete", "delete", "create"]
