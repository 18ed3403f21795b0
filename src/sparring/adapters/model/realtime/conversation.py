"""What the service holds of the call, kept equal to what was really said.

Flows in: everything heard so far, and turns that the service wrote down itself from sound. Flows out: the events that
bring its side up to date: the new, and the end of what turned out otherwise, such as an answer that the rep cut short.
On a new connection that is everything.
"""

from collections import deque
from collections.abc import Iterator, Sequence

from sparring.adapters.model.realtime.wire import Event, forget, item
from sparring.ports import Spoken

_FIRST = "root"  # where an item stands that comes before all others


class Conversation:
    """One connection's."""

    def __init__(self) -> None:
        self._held: list[tuple[str, Spoken]] = []
        self._written_down: deque[tuple[str, Spoken]] = deque()  # by the service; nobody has asked about them yet
        self._made = 0

    def write_down(self, item_id: str, text: str) -> None:
        """The service holds this turn of the rep as sound."""
        self._written_down.append((item_id, Spoken("rep", text)))

    def catch_up(self, heard: Sequence[Spoken]) -> Iterator[Event]:
        """The events, in the order in which they must be sent; afterwards they count as sent."""
        kept: list[tuple[str, Spoken]] = []
        for item_id, spoken in self._held:
            if len(kept) < len(heard) and heard[len(kept)] == spoken:
                kept.append((item_id, spoken))
            else:
                yield forget(item_id)
        for spoken in heard[len(kept) :]:
            for passed in self._passed_over(spoken):
                yield forget(passed)
            if self._written_down and self._written_down[0][1] == spoken:
                kept.append(self._written_down.popleft())
                continue
            after = (kept[-1][0] if kept else _FIRST) if self._written_down else None
            self._made += 1
            kept.append((f"said_{self._made}", spoken))
            yield item(spoken, kept[-1][0], after=after)
        self._held = kept

    def _passed_over(self, spoken: Spoken) -> Iterator[str]:
        """Turns that the record does not have as the service wrote them down, before one that it has."""
        if spoken in (one for _, one in self._written_down):
            while self._written_down[0][1] != spoken:
                yield self._written_down.popleft()[0]
