"""Reps who say what a test wants, to a buyer with no call around it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sparring.call import buyer
from sparring.call.buyer import BuyerState, Move, RepUtterance
from sparring.call.mind.decision import PartKind
from sparring.persona import Difficulty, Persona, find_persona
from sparring.speech_acts import Act, ActKind, Topic, recognise_and_part

SCRIPTS = Path(__file__).parent.parent / "golden" / "scripts"
TURN_MS = 9_000


def saying(
    text: str, *kinds: ActKind, topic: Topic | None = None, at_ms: int = 0, lasts_ms: int = 4_000
) -> RepUtterance:
    """An utterance whose acts are given: each covers all of it, and questions are about `topic`."""
    questions = (ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION)
    acts = tuple(Act(kind, 0, len(text), topic if kind in questions else None) for kind in kinds)
    return RepUtterance(text, acts, at_ms, at_ms + lasts_ms)


@dataclass
class Practice:
    """A conversation with a buyer, one sentence of the rep at a time."""

    persona: Persona
    state: BuyerState
    moves: list[Move] = field(default_factory=list)

    @property
    def kinds(self) -> list[PartKind]:
        """The parts of the last move."""
        return [part.kind for part in self.state.last]

    def say(self, text: str, *kinds: ActKind, topic: Topic | None = None) -> Move:
        """Say something that does exactly these acts."""
        return self.hear(saying(text, *kinds, topic=topic, at_ms=self.state.turn * TURN_MS))

    def speak(self, text: str) -> Move:
        """Say something and leave it to the recogniser what it does."""
        acts, stops = recognise_and_part(text, buyer.context(self.persona, self.state))
        at_ms = self.state.turn * TURN_MS
        return self.hear(RepUtterance(text, acts, at_ms, at_ms + 350 * len(text.split()), stops=stops))

    def hear(self, utterance: RepUtterance) -> Move:
        """One exchange; somebody who is put through picks up at once."""
        self.state, move = buyer.hear(self.persona, self.state, utterance)
        self.moves.append(move)
        if self.state.pick_up_due:
            self.silence(2_000)
        return move

    def silence(self, silence_ms: int) -> Move | None:
        """Say nothing for a while."""
        self.state, move = buyer.wait(self.persona, self.state, silence_ms=silence_ms)
        if move is not None:
            self.moves.append(move)
        return move

    @property
    def agreed(self) -> bool:
        """Whether the buyer has taken the next step."""
        return self.state.rapport.agreed


def practise(persona: Persona | str, *, seed: int = 1, difficulty: Difficulty | None = None) -> Practice:
    """A fresh call with a buyer, by id or as given."""
    who = find_persona(persona) if isinstance(persona, str) else persona
    state, opening = buyer.begin(who, seed=seed, difficulty=difficulty or who.difficulty)
    return Practice(who, state, [opening] if opening else [])


def opened(persona: Persona | str, *, seed: int = 1, difficulty: Difficulty | None = None) -> Practice:
    """A call in which the buyer has said the opening line."""
    practice = practise(persona, seed=seed, difficulty=difficulty)
    if not practice.state.opened:
        practice.say("Hello.", ActKind.GREETING)
    return practice


def follow(
    persona: Persona | str, lines: Iterable[str], *, seed: int = 1, difficulty: Difficulty | None = None
) -> Practice:
    """A call by script: lines after the buyer has hung up are not said."""
    practice = practise(persona, seed=seed, difficulty=difficulty)
    for line in lines:
        if not practice.state.over:
            practice.speak(line)
    return practice


def script(name: str) -> list[str]:
    """The lines of a script in `tests/golden/scripts`."""
    return [line for line in (SCRIPTS / f"{name}.txt").read_text().splitlines() if line.strip()]
