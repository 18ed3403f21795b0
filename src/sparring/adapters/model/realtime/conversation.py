"""What the service holds of the call, kept equal to what was really said.

Flows in: everything heard so far. Flows out: the events that bring the service's side up to date: the new, and the end
of what turned out otherwise, such as an answer that the rep cut short. On a new connection that is everything.
"""

from collections.abc import Iterator, Sequence

from sparring.adapters.model.realtime.wire import Event, forget, item
from sparring.ports import Spoken


class Conversation:
    """One connection's."""

    def __init__(self) -> None:
        self._held: list[tuple[str, Spoken]] = []
        self._made = 0

    def catch_up(self, heard: Sequence[Spoken]) -> Iterator[Event]:
        """The events, in the order in which they must be sent; afterwards they count as sent."""
        kept: list[tuple[str, Spoken]] = []
        for item_id, spoken in self._held:
            if len(kept) < len(heard) and heard[len(kept)] == spoken:
                kept.append((item_id, spoken))
            else:
                yield forget(item_id)
        for spoken in heard[len(kept) :]:
            self._made += 1
            kept.append((f"said_{self._made}", spoken))
            yield item(spoken, kept[-1][0])
        self._held = kept
