"""A persona to start from: every part is there and right, and the author goes on to give it a life of its own.

Flows in: a few answers about a person. Flows out: a valid `Persona`. The two forms it is made from, one for each type
of call, are `skeletons/*.json`; `{...}` in them is filled in from the answers.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from sparring.persona.contract import Gender, Persona, parse_persona

_VOICES: dict[Gender, dict[str, str]] = {
    "female": {"voice": "heart", "azure": "en-US-Ava:DragonHDLatestNeural", "openai": "coral"},
    "male": {"voice": "michael", "azure": "en-US-Andrew:DragonHDLatestNeural", "openai": "ash"},
}
_FIELD = re.compile(r"\{([a-z_]+)\}")
_UNSPOKEN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Answers:
    """What one has to know about a person to practise with them. `happened` and `cared`: of a caller only."""

    name: str
    gender: Gender
    calls: bool  # they call the agency; else the rep calls them
    role: str
    summary: str
    opening: str
    secret: str  # the hidden fact the call is about, as they would say it
    secret_question: str  # what opens it
    happened: str = "Last week things changed, and it does not work alone any more."
    cared: str = "mother"
    agency: str = "Willow Lane Home Care"
    town: str = "Oakwood"

    @property
    def id(self) -> str:
        """A file name made of the person's name and role."""
        return _UNSPOKEN.sub("_", f"{self.name} {self.role.partition(' ')[0]}".lower()).strip("_")[:48]


def skeleton(answers: Answers) -> Persona:
    """A persona that can be called at once.

    Raises:
        PersonaRejected: an answer is empty, too long or cannot be spoken; names the field.
    """
    form = "inside" if answers.calls else "outside"
    first, _, last = answers.name.strip().partition(" ")
    values = {
        **{key: " ".join(str(value).split()) for key, value in asdict(answers).items()},
        **_VOICES[answers.gender],
        "id": answers.id,
        "first": first,
        "last": last.strip() or first,
    }
    return parse_persona(json.dumps(_filled(_forms()[form], values)).encode(), source=f"{answers.id}.json")


def as_written(persona: Persona) -> str:
    """A persona as a file that people edit: what is at its default is left out."""
    parts = {"schema_version": persona.schema_version} | persona.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(parts, indent=2, ensure_ascii=False) + "\n"


@cache
def _forms() -> dict[str, Any]:
    folder = files("sparring.persona") / "skeletons"
    return {name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in ("inside", "outside")}


def _filled(node: Any, values: Mapping[str, str]) -> Any:
    if isinstance(node, dict):
        return {key: _filled(value, values) for key, value in node.items()}
    if isinstance(node, list):
        filled = [_filled(one, values) for one in node]
        return list(dict.fromkeys(filled)) if all(isinstance(one, str) for one in filled) else filled
    return _FIELD.sub(lambda field: values[field[1]], node) if isinstance(node, str) else node
