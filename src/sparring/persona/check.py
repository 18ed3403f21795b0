"""What a persona file gets wrong: each mistake in one sentence its author can act on.

Flows in: bytes, or a parsed persona and the voices there are. Flows out: every refusal of the bytes, or sentences about
the persona; none when it is fit to practise with.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from sparring.documents import mistakes_in
from sparring.errors import PersonaRejected
from sparring.persona.contract import MAX_PERSONA_BYTES, Gender, Persona, Raised, Stage, Voice
from sparring.persona.difficulty import DIFFICULTIES
from sparring.persona.stems import spoken_words

MAX_LINE_WORDS = 30
LOCAL_VOICES: Mapping[str, Gender] = {
    "heart": "female",
    "ruth": "female",
    "grace": "female",
    "nora": "female",
    "michael": "male",
    "walter": "male",
    "victor": "male",
    "sam": "male",
}
"""Ids of the voices that ship with the package; `adapters/voice` makes them."""
_SETTLING = ("answered", "acknowledged", "explored")
_HEARABLE = re.compile(r"[a-z0-9']+(?: [a-z0-9']+)*")
_SPEAKABLE = re.compile(r"[A-Za-z0-9 ,.?!'\-:;$%\u00e0-\u00ff]+")
_LINE_FIELDS = frozenset(
    {"lines", "guarded", "again", "behind", "softened", "settled", "thanks", "picks_up", "blocks", "passes"}
    | {"no_time", "not_yet", "confirms", "farewell", "says_name", "says_contact", "gives_time", "unknown"}
    | {"running_short", "pitched_early", "touched"}
)


def refusals_of(data: bytes, *, source: str) -> tuple[PersonaRejected, ...]:
    """Everything `parse_persona` would refuse; empty when it would not."""
    return mistakes_in(data, Persona, source=source, max_bytes=MAX_PERSONA_BYTES, rejected=PersonaRejected)


def check_persona(persona: Persona, voices: Mapping[str, Gender] = LOCAL_VOICES) -> tuple[str, ...]:
    """What would make this persona unfair, unwinnable or unpleasant to hear, one sentence each; empty when it is fine.

    Args:
        persona: parsed, hence well formed.
        voices: ids and genders of the local voices there are.
    """
    checks = (_facts, _asked_twice, _objections, _way_to_yes, _levels, _voices, _speakable, _hearable, _hints)
    found = [problem for check in checks for problem in check(persona)]
    known = [
        f"Stage {one.id} wants voice {v.local}, which is unknown or of the other gender."
        for one, v in _spoken_by(persona, voices)
    ]
    return (*found, *known)


def _facts(persona: Persona) -> Iterator[str]:
    earnable: set[str] = set()
    while fresh := [f.id for f in persona.facts if f.id not in earnable and set(f.needs.after) <= earnable]:
        earnable.update(fresh)
    shift = persona.levels.hard.trust_shift
    for fact in persona.facts:
        if fact.id not in earnable:
            yield f"Fact {fact.id} can never be earned: what must be told before it waits for it in turn."
        if fact.visible == "hidden" and len(fact.guarded) < 4:
            yield f"Hidden fact {fact.id} needs at least four guarded lines for a rep who has not earned it."
        if fact.visible == "hidden" and fact.needs.trust + shift > 100:
            yield f"Fact {fact.id} needs more than 100 points of trust on hard."


def _asked_twice(persona: Persona) -> Iterator[str]:
    """A question that stands with two facts asks for neither."""
    asked: dict[str, str] = {}
    for fact in persona.facts:
        for way in fact.asked_as:
            words = spoken_words(way)
            if words in asked:
                yield f"{way!r} in asked_as of {fact.id} stands with {asked[words]} already."
            asked[words] = fact.id


def _objections(persona: Persona) -> Iterator[str]:
    for objection in persona.objections:
        if not objection.settled_by and not objection.cues:
            yield f"Objection {objection.id} can never be settled: give it settled_by or cues."
        if not objection.softened_by:
            yield f"Objection {objection.id} can never be acknowledged: give it softened_by."
        if objection.raised == Raised():
            yield f"Objection {objection.id} is never raised: say when."


def _way_to_yes(persona: Persona) -> Iterator[str]:
    wanted = persona.agrees_when
    easy = {objection.id for objection in persona.objections if objection.from_level == "easy"}
    if not wanted.acts and not wanted.cues:
        yield "Nothing makes this buyer agree: give agrees_when acts or cues."
    if wanted.facts_at_least > len(persona.facts):
        yield f"agrees_when wants {wanted.facts_at_least} facts told, there are {len(persona.facts)}."
    for missing in sorted(set(wanted.objections) - easy):
        yield f"agrees_when wants {missing} settled, which is not raised on easy."
    for stage in persona.stages[:-1]:
        if len(stage.wishes) < persona.levels.hard.gate:
            yield f"Stage {stage.id} has {len(stage.wishes)} wishes, hard wants {persona.levels.hard.gate} of them met."
        if len(stage.passes) < 4 or len(stage.blocks) < 4:
            yield f"Stage {stage.id} needs at least four lines each for passes and blocks."
    for stage in persona.stages[1:]:
        if len(stage.picks_up) < 4:
            yield f"Stage {stage.id} needs at least four lines to pick up with."


def _levels(persona: Persona) -> Iterator[str]:
    for lower, upper in pairwise(DIFFICULTIES):
        easier, harder = persona.thresholds(lower), persona.thresholds(upper)
        kinder = {
            "trust_start": harder.trust_start > easier.trust_start,
            "trust_to_agree": harder.trust_to_agree < easier.trust_to_agree,
            "trust_shift": harder.trust_shift < easier.trust_shift,
            "patience": harder.patience > easier.patience,
            "gate": harder.gate < easier.gate,
            "settles_when": _SETTLING.index(harder.settles_when) < _SETTLING.index(easier.settles_when),
            "time_limit_s": (harder.time_limit_s or 10**6) > (easier.time_limit_s or 10**6),
        }
        yield from (f"{name} is kinder on {upper} than on {lower}." for name, wrong in kinder.items() if wrong)


def _voices(persona: Persona) -> Iterator[str]:
    spoken = [persona.voice_of(stage.id).local for stage in persona.stages]
    people = {stage.name or persona.name for stage in persona.stages}
    if len(set(spoken)) < len(people):
        yield "Two people on this call share one voice."
    for name in (persona.names[0], *persona.agency.split()[:1]):
        if not any(name in one for one in persona.hearing_names):
            yield f"hearing_names lacks {name}, which the rep is likely to say."


def _spoken_by(persona: Persona, voices: Mapping[str, Gender]) -> Iterator[tuple[Stage, Voice]]:
    """Stages whose voice is unknown or of the other gender."""
    for stage in persona.stages:
        voice = persona.voice_of(stage.id)
        if voices.get(voice.local) != (stage.gender or persona.gender):
            yield stage, voice


def _speakable(persona: Persona) -> Iterator[str]:
    for where, lines in _all_lines(persona.model_dump(), ""):
        for line in lines:
            if not _SPEAKABLE.fullmatch(line):
                yield f"{where}: {line!r} has characters that cannot be spoken."
            if len(line.split()) > MAX_LINE_WORDS:
                yield f"{where}: {line!r} is too long to be said in one breath."
        if len(set(lines)) < len(lines):
            yield f"{where}: one line stands twice."


def _hearable(persona: Persona) -> Iterator[str]:
    """What a rep says is read as small words without marks, so a cue with a hyphen would never be found."""
    for cue in sorted(persona.cues):
        if not _HEARABLE.fullmatch(cue):
            yield f"Cue {cue!r} can never be heard: write it in small letters, with spaces and no other marks."


def _hints(persona: Persona) -> Iterator[str]:
    known = persona.facts_by_id.keys() | persona.objections_by_id.keys()
    for hint in persona.ordered_hints:
        for missing in sorted({*hint.facts, *hint.objections} - known):
            yield f"Hint {hint.line!r} waits for {missing}, which is neither a fact nor an objection."


def _all_lines(node: Any, where: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key in _LINE_FIELDS and value:
                yield f"{where}.{key}".strip("."), value
            else:
                yield from _all_lines(value, f"{where}.{key}".strip("."))
    elif isinstance(node, tuple):
        for index, value in enumerate(node):
            name = value.get("id", index) if isinstance(value, dict) else index
            yield from _all_lines(value, f"{where}.{name}")
