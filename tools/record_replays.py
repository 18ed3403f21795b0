"""Records the golden calls of `tests/golden/replays`: run it when the buyer was changed on purpose, and read the diff.

Flows in: the scripts of `tests/golden/scripts`, as the recogniser understands them now. Flows out: one file per script
and setting, with the acts in it, so that the mind is replayed apart from the recogniser; and the digest of every
version of a persona in `persona_versions.json`, which is never written over: a changed persona needs a new version.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sparring.call import buyer
from sparring.call.buyer import RepUtterance
from sparring.persona import DIFFICULTIES, Difficulty, Persona, find_persona, load_personas
from sparring.speech_acts import Act, ActKind, Topic, recognise

GOLDEN = Path(__file__).parent.parent / "tests" / "golden"
SCRIPTS, REPLAYS, VERSIONS = GOLDEN / "scripts", GOLDEN / "replays", GOLDEN / "persona_versions.json"
SEED = 7
TURN_MS = 9_000


def plain(said: RepUtterance) -> dict[str, Any]:
    """An utterance for JSON, without its stops: they follow from the text."""
    return {name: value for name, value in asdict(said).items() if name != "stops"}


def utterance_of(raw: dict[str, Any]) -> RepUtterance:
    """Inverse of `plain`, after JSON."""
    acts = tuple(
        Act(ActKind(one["kind"]), one["start"], one["end"], Topic(one["topic"]) if one["topic"] else None, one["about"])
        for one in raw["acts"]
    )
    return RepUtterance(raw["text"], acts, raw["start_ms"], raw["end_ms"], unsure=raw["unsure"])


def replay(persona: Persona, recorded: dict[str, Any]) -> list[dict[str, Any]]:
    """The buyer's moves in a recorded call, as plain JSON values."""
    state, opening = buyer.begin(persona, seed=recorded["seed"], difficulty=recorded["difficulty"])
    moves = [opening] if opening else []
    for raw in recorded["utterances"]:
        state, move = buyer.hear(persona, state, utterance_of(raw))
        moves.append(move)
    values: list[dict[str, Any]] = json.loads(json.dumps([asdict(move) for move in moves]))
    return values


def recording(persona: Persona, lines: list[str], level: Difficulty) -> dict[str, Any]:
    """One call by script, with everything needed to play it again."""
    state, _ = buyer.begin(persona, seed=SEED, difficulty=level)
    utterances: list[dict[str, Any]] = []
    for turn, line in enumerate(lines):
        if state.over:
            break
        acts = recognise(line, buyer.context(persona, state))
        said = RepUtterance(line, acts, turn * TURN_MS, turn * TURN_MS + 350 * len(line.split()))
        state, _ = buyer.hear(persona, state, said)
        utterances.append(plain(said))
    call = {"persona": persona.id, "digest": persona.digest, "seed": SEED, "difficulty": level}
    return call | {"utterances": utterances, "moves": replay(persona, call | {"utterances": utterances})}


def with_versions(known: dict[str, str]) -> dict[str, str]:
    """The digests of all versions, those of today included. Raises: SystemExit where a version has other content."""
    today = {f"{persona.id} {persona.version}": persona.digest for persona in load_personas()}
    changed = [one for one, digest in today.items() if known.get(one, digest) != digest]
    if changed:
        raise SystemExit(f"changed without a new version: {', '.join(changed)}")
    return dict(sorted((known | today).items()))


def main() -> None:
    """Record every script: on every setting where good and bad reps were written, else on the persona's own."""
    versions = with_versions(json.loads(VERSIONS.read_text()) if VERSIONS.exists() else {})
    VERSIONS.write_text(json.dumps(versions, indent=1) + "\n")
    REPLAYS.mkdir(exist_ok=True)
    for script in sorted(SCRIPTS.glob("*.txt")):
        persona = find_persona(script.stem.rpartition("_")[0])
        lines = [line for line in script.read_text().splitlines() if line.strip()]
        all_reps = (SCRIPTS / f"{persona.id}_poor.txt").exists()
        for level in DIFFICULTIES if all_reps else (persona.difficulty,):
            path = REPLAYS / f"{script.stem}_{level}.json"
            path.write_text(json.dumps(recording(persona, lines, level), indent=1) + "\n")
            print(path.name)


if __name__ == "__main__":
    main()
