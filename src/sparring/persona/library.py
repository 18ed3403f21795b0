"""The personas there are: those in the package, and those in a folder of the operator's.

Flows in: JSON files. Flows out: personas in the order in which a rep meets them, and the card a rep may read.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from sparring.errors import PersonaRejected, PersonaUnknown
from sparring.persona.contract import MAX_PERSONA_BYTES, Persona, parse_persona
from sparring.persona.difficulty import DIFFICULTIES


def load_personas(extra: Path | None = None) -> tuple[Persona, ...]:
    """The shipped personas and those in the folder `extra`, which replace shipped ones of the same id.

    Ordered as a rep meets them: those who call first, easier ones first.

    Raises:
        PersonaRejected: a file in `extra` is not a persona.
    """
    found = {persona.id: persona for persona in _shipped()}
    if extra is not None:
        for path in sorted(extra.glob("*.json")):
            persona = parse_persona(_read(path), source=path.name)
            found[persona.id] = persona
    return tuple(sorted(found.values(), key=_reading_order))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_PERSONA_BYTES + 1)
    except OSError:
        raise PersonaRejected(path.name, "", "the file cannot be read") from None


def find_persona(persona_id: str, extra: Path | None = None) -> Persona:
    """Raises: PersonaUnknown, PersonaRejected."""
    for persona in load_personas(extra):
        if persona.id == persona_id:
            return persona
    raise PersonaUnknown("No such persona is installed. `sparring persona list` names those that are.")


def public_card(persona: Persona) -> dict[str, Any]:
    """What a rep may read before the call. Nothing hidden is ever copied here."""
    return {
        "id": persona.id,
        "version": persona.version,
        "name": persona.name,
        "role": persona.role,
        "summary": persona.summary,
        "situation": persona.situation,
        "goal": persona.goal,
        "agency": persona.agency,
        "call_direction": persona.call_direction,
        "call_type": persona.call_type,
        "difficulty": persona.difficulty,
        "difficulties": list(DIFFICULTIES),
        "gender": persona.gender,
        "rubric_id": persona.rubric_id,
        "hints": [hint.line for hint in persona.ordered_hints],
    }


@cache
def _shipped() -> tuple[Persona, ...]:
    folder = files("sparring") / "personas"
    entries = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".json")), key=lambda e: e.name)
    return tuple(parse_persona(entry.read_bytes(), source=entry.name) for entry in entries)


def _reading_order(persona: Persona) -> tuple[bool, int, str]:
    return (persona.rep_calls, DIFFICULTIES.index(persona.difficulty), persona.id)
