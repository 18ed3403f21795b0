"""A persona to start from: every part is there and right, and the author goes on to give it a life of its own.

Flows in: a few answers about a person. Flows out: a valid `Persona`. The two forms it is made from, one for each type
of call, are `skeletons/*.json`; `{...}` in them is filled in from the answers.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from sparring.persona.broad_cues import everyday_words
from sparring.persona.contract import Gender, Persona, parse_persona
from sparring.persona.cue_index import occurs
from sparring.persona.library import load_personas
from sparring.persona.stems import spoken_words, stem
from sparring.speech_acts import Topic, recognise

_VOICES: dict[Gender, dict[str, str]] = {
    "female": {"voice": "heart", "azure": "en-US-Ava:DragonHDLatestNeural", "openai": "coral"},
    "male": {"voice": "michael", "azure": "en-US-Andrew:DragonHDLatestNeural", "openai": "ash"},
}
_FIELD = re.compile(r"\{([a-z_]+)\}")
_UNSPOKEN = re.compile(r"[^a-z0-9]+")
_LONG_ENOUGH = 5  # letters of a word that may be a cue by itself
_MOST_CUES = 12


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
    filled = _filled(_forms()[form], values)
    secret = next(fact for fact in filled["facts"] if fact["question"] == values["secret_question"])
    secret |= _reached_by(secret, answers)
    return parse_persona(json.dumps(filled).encode(), source=f"{answers.id}.json")


def as_written(persona: Persona) -> str:
    """A persona as a file that people edit: what is at its default is left out."""
    parts = {"schema_version": persona.schema_version} | persona.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(parts, indent=2, ensure_ascii=False) + "\n"


def _reached_by(secret: Mapping[str, Any], answers: Answers) -> dict[str, list[str]]:
    """Topics and cues of the author's secret: their own words, and those of the form where the question has one."""
    asked = f" {spoken_words(answers.secret_question)} "
    known = any(occurs(cue, asked) for cue in secret["cues"])
    topics = {act.topic for act in recognise(answers.secret_question) if act.topic} - {Topic.OTHER}
    own = [one for one in _rare_words(answers) if one not in secret["cues"]]
    if known:
        return {"cues": [*secret["cues"], *own], "topics": secret["topics"]}
    return {"cues": own, "topics": sorted(topics) or [Topic.CONCERN]}


def _rare_words(answers: Answers) -> list[str]:
    """Stems of the words that question and secret have and most personas do not, those of the question first."""
    named = spoken_words(f"{answers.name} {answers.cared} {answers.agency} {answers.town}").split()
    words = spoken_words(f"{answers.secret_question} {answers.secret}").replace("'s ", " ").split()
    rare = (word for word in words if len(word) >= _LONG_ENOUGH and word not in named and _is_rare(word))
    return list(dict.fromkeys(map(stem, rare)))[:_MOST_CUES]


def _is_rare(word: str) -> bool:
    return word not in everyday_words() and 2 * _personas_with()[word] < len(load_personas())


@cache
def _personas_with() -> Counter[str]:
    """Word -> how many of the shipped personas ask for a fact or tell it with it."""
    told = (" ".join(line for fact in one.facts for line in (fact.question, *fact.lines)) for one in load_personas())
    return Counter(word for lines in told for word in set(spoken_words(lines).split()))


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
