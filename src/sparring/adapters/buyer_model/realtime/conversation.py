"""What the service holds of the call, kept equal to what was really said.

Flows in: everything heard so far, and what the service holds as sound, the rep's or its own. Flows out: the events that
bring its side up to date: the new, and the end of what turned out otherwise, such as an answer that the rep cut short.
On a new connection that is everything.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sparring.adapters.buyer_model.realtime.wire import WireEvent, forget, item
from sparring.ports import PromptTurn

_FIRST = "root"  # where an item stands that comes before all others


class Conversation:
    """One connection's."""

    def __init__(self) -> None:
        self._held: list[tuple[str, PromptTurn]] = []
        self._as_sound: deque[_Sound] = deque()  # that nobody has asked about yet, in the order it was said
        self._cut_short: set[str] = set()
        self._made = 0

    def write_down(self, item_id: str, text: str) -> None:
        """The service holds this turn of the rep as sound."""
        self._as_sound.append(_Sound(item_id, PromptTurn("rep", text)))

    def speak(self, item_id: str, text: str) -> None:
        """The service holds this answer of its own as sound."""
        self._as_sound.append(_Sound(item_id, PromptTurn("buyer", text.strip()), cut=item_id in self._cut_short))

    def cut_short(self, item_id: str) -> None:
        """And only a part of it was heard."""
        self._cut_short.add(item_id)  # its end may come only now
        for sound in self._as_sound:
            sound.cut |= sound.item_id == item_id

    def take_back(self, item_id: str) -> Iterator[WireEvent]:
        """Nobody heard that answer."""
        for sound in [one for one in self._as_sound if one.item_id == item_id]:
            self._as_sound.remove(sound)
            yield forget(item_id)

    def catch_up(self, heard: Sequence[PromptTurn]) -> Iterator[WireEvent]:
        """The events, in the order in which they must be sent; afterwards they count as sent."""
        kept: list[tuple[str, PromptTurn]] = []
        for item_id, spoken in self._held:
            if len(kept) < len(heard) and heard[len(kept)] == spoken:
                kept.append((item_id, spoken))
            else:
                yield forget(item_id)
        for spoken in heard[len(kept) :]:
            for passed in self._passed_over(spoken):
                yield forget(passed)
            if self._as_sound and self._as_sound[0].says(spoken):
                kept.append((self._as_sound.popleft().item_id, spoken))
                continue
            after = (kept[-1][0] if kept else _FIRST) if self._as_sound else None
            self._made += 1
            kept.append((f"said_{self._made}", spoken))
            yield item(spoken, kept[-1][0], after=after)
        self._held = kept

    def _passed_over(self, spoken: PromptTurn) -> Iterator[str]:
        """Sound that the record does not have so, before what it has."""
        if any(sound.says(spoken) for sound in self._as_sound):
            while not self._as_sound[0].says(spoken):
                yield self._as_sound.popleft().item_id


@dataclass(slots=True)
class _Sound:
    """`cut`: only the beginning of it was heard."""

    item_id: str
    spoken: PromptTurn
    cut: bool = False

    def says(self, other: PromptTurn) -> bool:
        if self.cut and other.text:
            return self.spoken.speaker == other.speaker and self.spoken.text.startswith(other.text)
        return self.spoken == other
