"""Emergencies that the buyer tells of: what is happening now, not what a stroke of last spring has left behind.

Flows in: the buyer's turns, in order. Flows out: where an emergency is told. Some words tell it by themselves. A sign
such as an arm that hangs tells it unless it is said to last, or belongs to an illness that was told of before. Somebody
who is not as usual, or falls, is one where that is said to have begun just now, in the same turn or a later one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, Self

from sparring.speech_acts.phrases.index import JointIndex, TableSlice
from sparring.speech_acts.phrases.notation import phrases
from sparring.speech_acts.text.words import SentenceWords, sentences

_TABLES: Final = JointIndex()
_CERTAIN: Final = _TABLES.phrases(
    phrases("""
    (is|are|am) (having|in) ~2 (chest pain|chest pains|stroke|heart attack|seizure)
    (is|are|am) having ~1 trouble breathing
    (can not|is not|stopped|barely) (breathe|breathing)
    (is|are) (unconscious|unresponsive|not responding|choking)
    bleeding (a lot|badly|heavily|and will not stop|and it will not stop)
    (will not|does not|can not) wake up
    (is|are) not waking up
    (is|are) ~1 turning ~1 blue
    on the floor ~6 (can not|will not) ~1 (get|move|lift|talk|answer) ~3
    (fall|fell|fallen) ~5 (is|still) ~1 (lying)? on the floor
    (just|has) (collapsed|passed out)
    chest (pain|pains|hurts) (right now|now)
    (took|swallowed) (too many|all of her|all of his|all her|all his) (pills|medicine|meds)
""")
)
_SIGNS: Final = _TABLES.phrases(
    phrases("""
    (face|mouth) (is|looks) ~1 (drooping|droopy|hanging|crooked|lopsided)
    (side|half) of (her|his) (face|mouth) ~2 (drooping|droops|hanging|hangs|sagging|sags|not moving)
    half (her|his) (face|mouth) ~1 (not|does not|will not) (moving|move)
    arm ~1 (hangs|hanging|limp|numb) ~1
    (slurring|slurred|talking like ~2 drunk)
    (has|having|got) ~1 (chest pain|chest pains)
    (her|his|my) chest (hurts|is hurting|is tight|feels tight)
    (she|he|{family}) is bleeding
    on the floor (right now|now)
""")
)
_STRANGE: Final = _TABLES.phrases(
    phrases("""
    (is|are|was|being|acting|looks|looking|seems|got|went|talking) ~3 (weird|funny|strange|odd|off|out of it|not right|\
        not herself|not himself|confused|dazed|wobbly)
    (something|there is something) (is)? ~1 (wrong|not right|off) (with|about) (her|him|my ~1|{family})
    (not|does not|do not|is not) ~1 (make|making) ~1 sense
    (does not|will not|is not) (answer|answering|talk|talking|respond) ~2
    (can not|could not) (hold|lift|move|feel) (her|his) ~2
    (fell|fallen|went down|collapsed|passed out|fainted)
""")
)
_BEGAN_NOW: Final = _TABLES.phrases(
    phrases("""
    ({number}|half an|an|{count}) ~1 (minute|minutes|hour) ago
    (all of a sudden|suddenly|out of nowhere|out of the blue|in the last hour|in the last half hour)
    (was|were|seemed) ~2 (fine|normal|okay|all right|herself|himself) ~1 (this morning|an hour ago|until now|last night)
    (it is|is|are) happening ~2 now
    since (this morning|breakfast|lunch|noon|an hour ago|half an hour ago)
""")
)
_JUST: Final = re.compile(
    r"\bjust (?:now|fell|fallen|collapsed|fainted|passed out|went down)\b"
    r"|\b(?:it|this) just (?:started|began|happened|came on)\b",
    re.IGNORECASE,
)
"""Looked for in what was said: words as they were meant leave "just" out."""
_CALLED_AWAY: Final = _TABLES.phrases(phrases("i (have|got|have got|need) to (go|run|hang up|help (her|him)) ~1"))
_COLLEAGUE: Final = _TABLES.phrases(phrases("(take|leave|get|give) (a|her|him|you) ~1 (message|voicemail) ~1"))
"""Whoever is on the floor of a hospital, and can be left a message."""
_LASTING: Final = _TABLES.phrases(
    phrases("""
    (since|lately|gradually|slowly|permanently|sometimes|always|usually|when|whenever)
    for (weeks|months|years|ages|a while|some time|a long time|{number} (days|weeks|months|years)) ~1
    (these days|now and then|by now|ever since|more and more|used to)
    (days|weeks|months|years|a while|long) ago
    (last|this past|on) ~1 (monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)
    (yesterday|the other day|the day before yesterday)
    (fixed|repaired|replaced|operated on|pinned|set) (her|his) ~1 (hip|knee|leg|arm|wrist|shoulder|back|heart)
    (last|this past) (week|month|year|spring|summer|fall|autumn|winter|may|june|july|august|september|october|november|\
        december|january|february|march|april)
    in (may|june|july|august|september|october|november|december|january|february|march|april|the (spring|summer|fall|\
        winter))
    (from|after|with) (the|her|his|that|a) ~1 (stroke|surgery|operation|accident)
    a (bit|little)
    (better|more|less|worse|calmer|lighter) ~2 than ~4 ago
    (twice|three times|a couple of times|a few times|times)
""")
)
_ILLNESS_TOLD: Final = _TABLES.phrases(
    phrases("""
    (had|has had|since|after|from|survived|of) (the|a|an|her|his|that|two|another)? ~2 (stroke|strokes|bell's palsy)
    (the|her|his|that) ~1 stroke
    (her|his) (left|right) side ~2 (weak|paralyzed|gone)
""")
)
_TURNS_APART: Final = 6
"""Of the buyer's: so long after somebody was said to be strange it may still be told when that began."""


class _Sentence(NamedTuple):
    """A sentence, and where in the tables the phrases are that can stand in it: in most sentences none can."""

    words: SentenceWords
    places: Sequence[int]

    @classmethod
    def of(cls, words: SentenceWords) -> Self:
        """Look one up, once for all tables."""
        return cls(words, _TABLES.places(words.grams))

    def says(self, table: TableSlice[None]) -> bool:
        """Whether it says one of the table's phrases."""
        if not self.places:
            return False
        return any(phrase.pattern.search(self.words.text) for phrase, _ in _TABLES.of_part(table, self.places))


@dataclass(frozen=True, slots=True)
class Emergency:
    """Told at `turn.text[start:end]`; help that was called for after the turn `since` was called for in time."""

    start: int
    end: int
    since: int


@dataclass(slots=True)
class EmergencyWatch:
    """Listens to a buyer, turn by turn."""

    _strange_since: int | None = None
    _turns_since: int = 0
    _illness_told: bool = False

    def hear(self, index: int, text: str) -> Emergency | None:
        """The emergency that this turn of the buyer's tells of.

        Args:
            index: of the turn in the call.
            text: what was said in it.
        """
        read = [_Sentence.of(words) for words in sentences(text)]
        self._turns_since += 1
        if not any(one.places for one in read) and "just" not in text.casefold():
            return None  # most turns say nothing of the kind
        fresh = [one for one in read if one.says(_BEGAN_NOW) or not one.says(_LASTING)]
        told = _first(_CERTAIN, read) or self._sign(fresh)
        began = _first(_BEGAN_NOW, fresh) or _first_of(_just_begun(fresh, text))
        self._notice(index, read, fresh)
        if self._strange_since == index:
            began = began or _first(_CALLED_AWAY, read)
        if told:
            return Emergency(*told, since=index)
        if began and self._strange_since is not None and self._turns_since <= _TURNS_APART:
            return Emergency(*began, since=self._strange_since)
        return None

    def _notice(self, index: int, read: Sequence[_Sentence], fresh: Sequence[_Sentence]) -> None:
        """Somebody is strange from the first turn on that says so, unless it is said to last."""
        self._illness_told = self._illness_told or _first(_ILLNESS_TOLD, read) is not None
        if len(fresh) < len(read):
            self._strange_since = None
        if self._strange_since is None and _first(_STRANGE, fresh):
            self._strange_since, self._turns_since = index, 0

    def _sign(self, fresh: Sequence[_Sentence]) -> tuple[int, int] | None:
        if self._illness_told and not _first(_BEGAN_NOW, fresh):
            return None
        return _first(_SIGNS, [one for one in fresh if not (one.says(_ILLNESS_TOLD) or one.says(_COLLEAGUE))])


def _first(table: TableSlice[None], read: Sequence[_Sentence]) -> tuple[int, int] | None:
    """Characters of the first sentence that says one of the phrases."""
    return _first_of([one for one in read if one.says(table)])


def _first_of(read: Sequence[_Sentence]) -> tuple[int, int] | None:
    return (read[0].words.items[0].start, read[0].words.items[-1].end) if read else None


def _just_begun(fresh: Sequence[_Sentence], text: str) -> list[_Sentence]:
    if "just" not in text.casefold():
        return []
    return [one for one in fresh if _JUST.search(_said(one.words, text))]


def _said(words: SentenceWords, text: str) -> str:
    return text[words.items[0].start : words.items[-1].end]
