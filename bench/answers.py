"""How often a rep's new words find the right answer: lines with what a right answer is in, the rate by kind out.

    python bench/answers.py [--json] [--misses]

The lines of `tests/golden/rep_lines.json` were written from what is public about each persona and what it knows, not
from its cues. Half of them, drawn by a digest of the line, is held out: its rate is printed, its misses never are.
Lines marked as fitted, in words far from the file's, chose the weights of `call/mind/facts/nearness.py`: a set of
their own.
A line is said in the middle of a call to a buyer at ease (`right`), and to one on whom nothing has been settled yet
(`pushed`: an answered question that gets a worry or a question of the buyer's own in the same breath).
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from bench.support.spread import told

from sparring.call import buyer
from sparring.call.buyer import BuyerState, RepUtterance
from sparring.call.mind.decision import Part, PartKind
from sparring.persona import Persona, load_personas
from sparring.speech_acts import recognise_and_part

LINES: Final = Path(__file__).parents[1] / "tests" / "golden" / "rep_lines.json"
UNDER_WAY: Final = 4  # turns of the rep before the line
_OF_FACTS: Final = frozenset(
    {PartKind.TELL, PartKind.COME_BACK, PartKind.RECALL, PartKind.TELL_MORE, PartKind.PUT_RIGHT, PartKind.GUARD}
)
_PUSHES: Final = frozenset(
    {
        PartKind.OBJECT,
        PartKind.OBJECT_AGAIN,
        PartKind.OBJECT_FIRST,
        PartKind.BEHIND,
        PartKind.WONDER,
        PartKind.WONDER_AGAIN,
    }
)
# What counts as a right answer where no fact is asked for
_MANNERS: Final = {
    "unknown": frozenset({PartKind.UNKNOWN}),
    "pleasantry": frozenset({PartKind.PLEASANTRY}),
    "name": frozenset({PartKind.NAME}),
    "time": frozenset({PartKind.GIVE_TIME}),
    "step": frozenset({PartKind.AGREE, PartKind.NO_TIME, PartKind.NOT_YET, PartKind.OBJECT_FIRST, PartKind.CONFIRM}),
    "nod": frozenset({PartKind.NUDGE, PartKind.REACT, PartKind.THANK, PartKind.SETTLE, PartKind.SOFTEN})
    | {PartKind.COME_BACK, PartKind.PLEASANTRY, PartKind.NAME, PartKind.WONDER},
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a rep and what a right answer is: of each group in `want` one fact, or one kind of manners."""

    persona: Persona
    kind: str
    text: str
    want: tuple[frozenset[str], ...]
    after: str  # the fact told just before; empty: none in particular
    tuned: bool = False  # written while the mind was being mended
    fitted: bool = False  # chose the weights of `nearness`

    @property
    def held_out(self) -> bool:
        """Whether nobody may look at what becomes of it."""
        return not (self.tuned or self.fitted) and hashlib.sha256(self.text.encode()).digest()[0] % 2 == 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one line."""

    line: Line
    right: bool
    pushed: bool
    parts: tuple[Part, ...]
    said: str


def lines() -> list[Line]:
    """The corpus, persona by persona."""
    personas = {one.id: one for one in load_personas()}
    rows: dict[str, list[dict[str, Any]]] = json.loads(LINES.read_text("utf-8"))
    return [
        Line(
            personas[persona_id],
            row["kind"],
            row["line"],
            tuple(frozenset(group) for group in row["want"]),
            row.get("after", ""),
            row.get("tuned", False),
            row.get("fitted", False),
        )
        for persona_id, some in rows.items()
        for row in some
    ]


def outcome(line: Line) -> Outcome:
    """Say a line to its buyer, twice: once at ease, once with everything still open."""
    parts, said = answered(line, at_ease(line))
    open_parts, _ = answered(line, _under_way(line))
    pushed = _answers(open_parts, line) and any(part.kind in _PUSHES for part in open_parts)
    return Outcome(line, is_right(line, parts), pushed, parts, said)


def at_ease(line: Line) -> BuyerState:
    """A buyer who trusts, has had every worry settled and nothing left to ask."""
    state, persona = _under_way(line), line.persona
    settled = tuple(one.id for one in persona.objections)
    rapport = replace(state.rapport, settled=settled)
    return replace(state, rapport=rapport, wondered=tuple(one.id for one in persona.questions))


def _under_way(line: Line) -> BuyerState:
    """In the middle of a call, with trust earned: what comes before the facts wanted has been told, they have not."""
    persona = line.persona
    state, _ = buyer.begin(persona, seed=1, difficulty="easy")
    needed = {fact for group in line.want for fact in group} | {line.after}
    before = tuple(dict.fromkeys(_told_before(persona, needed)))
    rapport = replace(state.rapport, trust=100, patience=200, empathy=1, stage=len(persona.stages) - 1, told=before)
    state = replace(state, opened=True, turn=UNDER_WAY, rapport=rapport, said=(persona.opening_line,))
    if not line.after:
        return state
    told = persona.facts_by_id[line.after]
    last = Part(PartKind.TELL, told.id, f"fact:{told.id}", told.lines[0])
    return replace(
        state,
        rapport=replace(rapport, told=(*(one for one in before if one != told.id), told.id)),
        said=(*state.said, told.lines[0]),
        last=(last,),
    )


def _told_before(persona: Persona, facts: Iterable[str]) -> Iterator[str]:
    for fact_id in facts:
        if fact_id in persona.facts_by_id:
            after = persona.facts_by_id[fact_id].needs.after
            yield from _told_before(persona, after)
            yield from after


def answered(line: Line, state: BuyerState) -> tuple[tuple[Part, ...], str]:
    """The parts of the buyer's move, and its words."""
    acts, stops = recognise_and_part(line.text, buyer.context(line.persona, state))
    after, move = buyer.hear(line.persona, state, RepUtterance(line.text, acts, 60_000, 64_000, stops=stops))
    return after.last, move.text


def is_right(line: Line, parts: tuple[Part, ...]) -> bool:
    """Whether each group wanted has its answer, and nothing else is told, dodged or not known."""
    wanted = frozenset[str]().union(*line.want)
    strange = any(part.kind in _OF_FACTS and part.ref not in wanted and not _is_free(part, wanted) for part in parts)
    unknown = "unknown" not in wanted and any(part.kind is PartKind.UNKNOWN for part in parts)
    return not (strange or unknown) and all(any(_meets(part, group) for part in parts) for group in line.want)


def _is_free(part: Part, wanted: frozenset[str]) -> bool:
    """Whether a fact may come by itself: to a rep who only says something the buyer may add one."""
    return "nod" in wanted and part.kind in (PartKind.TELL, PartKind.COME_BACK)


def _meets(part: Part, group: frozenset[str]) -> bool:
    if part.kind in _OF_FACTS:
        return part.ref in group or ("nod" in group and part.kind is not PartKind.GUARD)
    return any(part.kind in kinds for name, kinds in _MANNERS.items() if name in group)


def _answers(parts: tuple[Part, ...], line: Line) -> bool:
    wanted = frozenset[str]().union(*line.want)
    return any(part.kind in _OF_FACTS and part.kind is not PartKind.GUARD and part.ref in wanted for part in parts)


def measure(outcomes: list[Outcome]) -> dict[str, Any]:
    """Right answers in percent and pushes, by set and kind."""
    figures: dict[str, Any] = {}
    for half, fitted, held_out in (("development", False, False), ("held_out", False, True), ("fitted", True, False)):
        some = [one for one in outcomes if (one.line.fitted, one.line.held_out) == (fitted, held_out)]
        figures |= {f"{half}_lines": len(some), f"{half}_right_percent": _percent(some)}
        for kind in dict.fromkeys(one.line.kind for one in outcomes):
            figures[f"{half}_{kind}_right_percent"] = _percent([one for one in some if one.line.kind == kind])
        figures[f"{half}_pushed_percent"] = round(100 * sum(one.pushed for one in some) / max(1, len(some)), 1)
    return figures


def _percent(outcomes: list[Outcome]) -> float:
    return round(100 * sum(one.right for one in outcomes) / max(1, len(outcomes)), 1)


def misses(outcomes: list[Outcome]) -> Iterator[str]:
    """What went wrong on the development half, one line each."""
    for one in outcomes:
        if one.line.held_out or (one.right and not one.pushed):
            continue
        want = " + ".join(",".join(sorted(group)) for group in one.line.want)
        got = " ".join(f"{part.kind.value}:{part.ref}" for part in one.parts)
        flag = "pushed" if one.right else "wrong"
        yield f"{flag} {one.line.persona.id} {one.line.kind} | {one.line.text} | want {want} | got {got} | {one.said}"


def main() -> int:
    """Print the figures, and the misses of the development half if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    outcomes = [outcome(line) for line in lines()]
    if given.misses:
        print("\n".join(misses(outcomes)), file=sys.stderr)
    print(told(measure(outcomes), as_json=given.json))
    return 0


if __name__ == "__main__":
    sys.exit(main())
