"""What makes an exam the same exam for everybody: a seed that nobody chooses.

Flows in: the persona and the difficulty. Flows out: the seed. Another wording of the persona is another exam.
"""

import hashlib

from sparring.persona import Difficulty, Persona


def exam_seed(persona: Persona, difficulty: Difficulty) -> int:
    """The seed of every exam with this buyer on this setting: 32 bits of the persona's digest and the difficulty."""
    return int(hashlib.sha256(f"exam {persona.digest} {difficulty}".encode()).hexdigest()[:8], 16)
