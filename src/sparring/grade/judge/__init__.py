"""The model judge: one question per section of a rubric, its answers checked, and a scorecard made of them in code.

Flows in: a transcript, a rubric and a `JudgeModel`. Flows out: a scorecard whose every level rests on verified words.
No model writes a number, and what it writes is believed only as far as the call bears it out.
"""

from sparring.grade.judge.grader import ModelGrader, Policy, model_grader_ref

__all__ = ["ModelGrader", "Policy", "model_grader_ref"]
