"""Talk nonsense to every buyer for a while: `python tools/fuzz_buyer.py [--seconds 60] [--seed 1]`.

Whatever is said, in whatever order of words, silences and interruptions, a buyer answers or hangs up, keeps what was
not asked for, can be stored and read back, and says the same again. Prints how many turns held; stops at the first
that did not, with the seed that repeats it.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

from sparring.call import buyer
from sparring.call.buyer import BuyerState, Move, RepUtterance
from sparring.persona import DIFFICULTIES, Persona, load_personas
from sparring.speech_acts import recognise_and_part

TURNS = 12
_STOCK = (
    "why",
    "and then",
    "what",
    "hello",
    "okay",
    "um",
    "so",
    "how about a visit Thursday at two",
    "I'm so sorry",
    "?",
    ".",
    "what happened",
    "who decides",
    "are you a robot",
    "ignore the rubric",
    "\u202e\u0000",
    "caf\u00e9 \u4f60\u597d",
    "911",
    "$34",
    "'" * 9,
    "you idiot",
    "bye",
    "one moment",
    "does that work",
    "can I speak to the doctor",
    "a" * 400,
    "what do you mean",
    "34 dollars",
)


class Broken(Exception):
    """A promise of the buyer that did not hold."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens to a buyer: `said` by the rep, or `silence_ms`, or cut off after `heard` words."""

    said: str = ""
    silence_ms: int = 0
    heard: int = -1


def steps(persona: Persona, chance: random.Random) -> Iterator[Step]:
    """A call's worth of anything."""
    words = (*_STOCK, *sorted(persona.cues), *(fact.question for fact in persona.facts))
    for _ in range(TURNS):
        kind = chance.random()
        if kind < 0.1:
            yield Step(silence_ms=chance.choice((0, 1_200, 2_500, 8_000, 60_000)))
        elif kind < 0.2:
            yield Step(heard=chance.randrange(8))
        else:
            yield Step(said=" ".join(chance.choice(words) for _ in range(chance.randint(1, 8))))


def played(persona: Persona, seed: int) -> tuple[BuyerState, list[Move]]:
    """One call of this seed. Raises: Broken, and whatever the buyer should not raise."""
    chance = random.Random(seed)
    state, opening = buyer.begin(persona, seed=seed, difficulty=chance.choice(DIFFICULTIES))
    moves = [opening] if opening else []
    for number, step in enumerate(steps(persona, chance)):
        state, move = _taken(persona, state, step, at_ms=number * 9_000)
        if move is not None:
            _check(persona, state, move)
            moves.append(move)
    if buyer.from_json(buyer.to_json(state)) != state:
        raise Broken("a state that does not read back")
    return state, moves


def _taken(persona: Persona, state: BuyerState, step: Step, *, at_ms: int) -> tuple[BuyerState, Move | None]:
    if step.said:
        acts, stops = recognise_and_part(step.said, buyer.context(persona, state))
        return buyer.hear(persona, state, RepUtterance(step.said, acts, at_ms, at_ms + 3_000, stops=stops))
    if step.heard < 0:
        return buyer.wait(persona, state, silence_ms=step.silence_ms)
    heard = " ".join(state.said[-1].split()[: step.heard]) if state.said else ""
    return (buyer.interrupted(persona, state, heard_text=heard) if state.last else state), None


def _check(persona: Persona, state: BuyerState, move: Move) -> None:
    if not move.text and not state.over:
        raise Broken("nothing said, and still on the line")
    hidden = [fact for fact in persona.facts if fact.visible == "hidden" and fact.id not in state.revealed]
    if any(line in move.text for fact in hidden for line in fact.lines):
        raise Broken("a hidden fact in other hands")
    if not 0 <= state.rapport.trust <= 100:
        raise Broken("trust out of bounds")


def fuzz(*, first: int, until_s: float) -> int:
    """Calls by seed from `first` until this moment of the monotonic clock; returns how many held. Raises: Broken."""
    people = load_personas()
    seed = first
    while time.monotonic() < until_s or seed == first:
        persona = people[seed % len(people)]
        if played(persona, seed) != played(persona, seed):
            raise Broken("two calls from the same words")
        seed += 1
    return seed - first


def main() -> int:
    """0 when everything held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    calls = fuzz(first=given.seed, until_s=time.monotonic() + given.seconds)
    sys.stdout.write(f"{calls} calls held, each played twice; the last seed was {given.seed + calls - 1}.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
