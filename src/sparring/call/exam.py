"""What makes an exam the same exam for everybody: a seed that nobody chooses.

Flows in: the persona, the difficulty, the exam that a manager set. Flows out: the seed. Another wording of the persona
is another exam, and so is one that the rep chose by themselves: nobody rehearses what was set.
"""

import hashlib

from sparring.ids import ExamId
from sparring.persona import Difficulty, Persona


def exam_seed(persona: Persona, difficulty: Difficulty, exam_id: ExamId | None = None) -> int:
    """32 bits of the persona's digest, the difficulty and the exam; None: one that a rep chose by themselves."""
    inputs = f"exam {persona.digest} {difficulty}" + (f" {exam_id}" if exam_id else "")
    return int(hashlib.sha256(inputs.encode()).hexdigest()[:8], 16)
