"""Who the buyer is: one JSON file steers both brains.

Flows in: persona files. Flows out: a frozen `Persona`, its public card, and a list of its mistakes in sentences.
Everything that `public_card` does not copy is hidden from the rep until the report.
"""

from sparring.persona.broad_cues import broad_cues
from sparring.persona.check import LOCAL_VOICES, check_persona, refusals_of
from sparring.persona.contract import (
    MAX_PERSONA_BYTES,
    Correction,
    Fact,
    Gender,
    Needs,
    Objection,
    OwnQuestion,
    Persona,
    Raised,
    Reaction,
    Stage,
    Voice,
    parse_persona,
)
from sparring.persona.difficulty import DIFFICULTIES, Difficulty, DifficultySettings, Thresholds
from sparring.persona.endings import Agreement, HangUp, HangUpCause, NotAsked
from sparring.persona.hint import Hint
from sparring.persona.library import find_persona, load_personas, public_card
from sparring.persona.skeleton import Answers, as_written, skeleton
from sparring.persona.stems import spoken_words, stem, stems

__all__ = [
    "DIFFICULTIES",
    "LOCAL_VOICES",
    "MAX_PERSONA_BYTES",
    "Agreement",
    "Answers",
    "Correction",
    "Difficulty",
    "DifficultySettings",
    "Fact",
    "Gender",
    "HangUp",
    "HangUpCause",
    "Hint",
    "Needs",
    "NotAsked",
    "Objection",
    "OwnQuestion",
    "Persona",
    "Raised",
    "Reaction",
    "Stage",
    "Thresholds",
    "Voice",
    "as_written",
    "broad_cues",
    "check_persona",
    "find_persona",
    "load_personas",
    "parse_persona",
    "public_card",
    "refusals_of",
    "skeleton",
    "spoken_words",
    "stem",
    "stems",
]
