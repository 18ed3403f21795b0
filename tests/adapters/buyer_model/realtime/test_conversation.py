"""The service's side of the conversation, kept equal to ours."""

from collections.abc import Sequence

import pytest

from sparring.adapters.buyer_model.realtime.conversation import Conversation
from sparring.ports import PromptTurn


def said(*texts: str) -> tuple[PromptTurn, ...]:
    """Rep and buyer in turns."""
    return tuple(PromptTurn("buyer" if index % 2 else "rep", text) for index, text in enumerate(texts))


def after(*steps: Sequence[PromptTurn]) -> tuple[list[str], list[str]]:
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
def test_only_the_difference_is_sent(steps: list[Sequence[PromptTurn]], kinds: list[str]) -> None:
    """Whatever was added, cut short, corrected or is too long ago; what it holds is then what was said."""
    held, last = after(*steps)
    assert held == [one.text for one in steps[-1]]
    assert last == kinds


def test_a_window_that_moves_on_drops_the_oldest_turn_alone() -> None:
    """The greeting and the opening stay at the head of a long call."""
    turns = said(*"abcdefgh")
    held, kinds = after(turns, (*turns[:2], *turns[4:], PromptTurn("rep", "i")))
    assert held == ["a", "b", "e", "f", "g", "h", "i"]
    assert kinds == ["delete", "delete", "create"]


SOUND = PromptTurn("rep", "Where is he?")


def applied(conversation: Conversation, heard: Sequence[PromptTurn], there: list[str]) -> list[str]:
    """Ids in the service's order once it was brought up to date; `there`: before that."""
    for event in conversation.catch_up(heard):
        if event["type"] == "conversation.item.delete":
            there.remove(event["item_id"])
        else:
            after = event.get("previous_item_id")
            at = len(there) if after is None else 0 if after == "root" else there.index(after) + 1
            there.insert(at, event["item"]["id"])
    return there


def test_a_turn_that_the_service_holds_as_sound_is_not_told_again() -> None:
    """What comes before it is put before it."""
    conversation = Conversation()
    conversation.write_down("item_1", SOUND.text)
    heard = (PromptTurn("rep", "Hello."), PromptTurn("buyer", "Hi."), SOUND)
    assert applied(conversation, heard, ["item_1"]) == ["said_1", "said_2", "item_1"]
    assert (
        applied(conversation, (*heard, PromptTurn("buyer", "At home.")), ["said_1", "said_2", "item_1"])[-1] == "said_3"
    )


def test_sound_that_the_record_has_otherwise_is_taken_out() -> None:
    """A turn that was corrected, and one that two parts were made one of."""
    conversation = Conversation()
    conversation.write_down("item_1", "Where is she?")
    conversation.write_down("item_2", SOUND.text)
    assert applied(conversation, (PromptTurn("rep", "Hello."), SOUND), ["item_1", "item_2"]) == ["said_1", "item_2"]


def test_an_answer_that_was_cut_short_stands_as_what_was_heard_of_it() -> None:
    """As sound; one that only begins like it does not."""
    conversation = Conversation()
    conversation.cut_short("spoken_1")
    conversation.speak("spoken_1", "He fell in the kitchen.")
    assert applied(conversation, (PromptTurn("buyer", "He fell"),), ["spoken_1"]) == ["spoken_1"]
    conversation.speak("spoken_2", "He broke his hip.")
    heard = (PromptTurn("buyer", "He fell"), PromptTurn("buyer", "He broke"))
    assert applied(conversation, heard, ["spoken_1", "spoken_2"])[:2] == ["spoken_1", "said_1"]


def test_an_answer_that_nobody_heard_is_taken_back() -> None:
    """Once."""
    conversation = Conversation()
    conversation.speak("spoken_1", "Thank you for calling.")
    assert [event["item_id"] for event in conversation.take_back("spoken_1")] == ["spoken_1"]
    assert not [*conversation.take_back("spoken_1")]
