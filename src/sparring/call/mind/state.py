"""What the buyer carries from turn to turn: plain data that can be stored, compared and rewound.

Flows in and out of `buyer`: one `BuyerState` per move. A harder buyer carries the easier ones with it, each living
through the same call, so that it can never grant what an easier one would have withheld.
"""

import json
from dataclasses import dataclass, field, fields
from typing import Any

from sparring.call.mind.decision import Part, PartKind
from sparring.persona import Difficulty


@dataclass(frozen=True, slots=True)
class Concern:
    """An objection on the table and how far the rep has come with it."""

    id: str
    acknowledged: bool = False
    explored: bool = False
    answered: bool = False
    plainly: bool = False  # in so many words, or twice
    quiet: int = 0  # turns since it was last spoken of


@dataclass(frozen=True, slots=True)
class Rapport:
    """How the buyer stands to the rep. Trust 0-100, patience 0-200 points."""

    trust: int
    patience: int
    stage: int = 0  # index into the persona's stages
    told: tuple[str, ...] = ()  # facts, in the order told
    concerns: tuple[Concern, ...] = ()  # open ones, in the order raised
    settled: tuple[str, ...] = ()
    wishes_met: tuple[int, ...] = ()  # of the present stage
    empathy: int = 0  # turns in which the rep showed some
    brushed_aside: int = 0  # times the rep went on as if a concern had not been said
    proposed: bool = False  # a next step is on the table
    times: tuple[str, ...] = ()  # days and hours the rep named for it
    agreed: bool = False
    left: str = ""  # why the buyer hung up; empty while on the line


@dataclass(frozen=True, slots=True)
class BuyerState:
    """Everything the next move depends on besides the persona and the rep's next words."""

    persona_id: str
    seed: int
    difficulty: Difficulty
    rapport: Rapport
    easier: "BuyerState | None" = None  # the next easier buyer, on the same call
    turn: int = 0  # rep utterances heard
    opened: bool = False  # the opening line has been said
    pick_up_due: bool = False  # put through: the next person has not spoken yet
    over: bool = False
    said: tuple[str, ...] = ()  # the buyer's moves, oldest first
    last: tuple[Part, ...] = ()  # of the last move
    used: dict[str, int] = field(default_factory=dict)  # how many lines of each group have been said
    heard: dict[str, int] = field(default_factory=dict)  # rep turns in which each act occurred
    asked: dict[str, int] = field(default_factory=dict)  # rep turns in which each topic was asked
    dodged: tuple[str, ...] = ()  # hidden facts the rep asked for in vain
    rep_said: tuple[str, ...] = ()  # normalised, newest last
    rep_claims: tuple[str, ...] = ()  # statements of the rep's that may answer a worry, normalised
    rep_cues: tuple[str, ...] = ()  # the persona's cues that the rep has stated
    rep_name: str = ""
    amounts: tuple[str, ...] = ()  # prices the rep named
    wondered: tuple[str, ...] = ()  # own questions asked
    reacted: tuple[int, ...] = ()  # reactions used up
    silences: int = 0
    unsure_run: int = 0
    talked_over: int = 0
    warned: bool = False  # said that time or patience is short
    closing_turns: int = 0  # rep turns since agreement

    @property
    def revealed(self) -> tuple[str, ...]:
        """Ids of the facts told, in the order told."""
        return self.rapport.told

    def said_lately(self, moves: int) -> str:
        """The buyer's own words of so many moves, the newest last."""
        return " ".join(self.said[-moves:])


def to_json(state: BuyerState) -> str:
    """One line of JSON, the same for the same state."""
    return json.dumps(state, default=_plain, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> BuyerState:
    """Inverse of `to_json`. Raises: ValueError, KeyError or TypeError for text that `to_json` did not write."""
    return _state(json.loads(text))


def _plain(value: Any) -> dict[str, Any]:
    # not `dataclasses.asdict`, which copies everything first and takes five times as long
    return {one.name: getattr(value, one.name) for one in fields(value)}


def _state(raw: dict[str, Any]) -> BuyerState:
    raw["rapport"] = _rapport(raw["rapport"])
    raw["easier"] = _state(raw["easier"]) if raw["easier"] else None
    raw["last"] = tuple(Part(**{**part, "kind": PartKind(part["kind"])}) for part in raw["last"])
    return BuyerState(**{name: _tupled(value) for name, value in raw.items()})


def _rapport(raw: dict[str, Any]) -> Rapport:
    concerns = tuple(Concern(**concern) for concern in raw.pop("concerns"))
    return Rapport(concerns=concerns, **{name: _tupled(value) for name, value in raw.items()})


def _tupled(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
