"""Judges that answer as a test wants: as the rules would, as somebody who invents, or by a script."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sparring.grade.rules.grader import grade
from sparring.ports import JudgeOutcome, JudgeQuestion, JudgeReply
from sparring.rubric import Rubric
from sparring.scorecard import CriterionResult
from sparring.transcript import Transcript
from tests.fakes.clock import START

Fill = Callable[[str, list[str]], dict[str, Any]]
"""A criterion and its levels, lowest first, to what is filled in."""


def claim(level: str, *quotes: tuple[int, str], rationale: str = "You said so.") -> dict[str, Any]:
    """What a form holds for one criterion."""
    evidence = [{"turn": turn, "quote": quote} for turn, quote in quotes]
    return {"evidence": evidence, "rationale": rationale, "level": level}


def nothing(_: str, levels: list[str]) -> dict[str, Any]:
    """The lowest level everywhere."""
    return claim(levels[0])


def inventing(_: str, levels: list[str]) -> dict[str, Any]:
    """The highest level everywhere, on words that nobody said."""
    return claim(levels[-1], (0, "We promise the finest caregivers anywhere in the whole county"))


def as_the_rules(transcript: Transcript, rubric: Rubric) -> Fill:
    """What the rules found, in the shape of an answer."""
    card = grade(transcript, rubric, transcript_digest="0" * 64, graded_at=START)
    by_id: dict[str, CriterionResult] = {result.id: result for result in card.criteria}

    def fill(criterion: str, levels: list[str]) -> dict[str, Any]:
        found = by_id[criterion]
        if found.level is None:
            return claim(levels[0])
        return claim(found.level, *((one.turn, one.quote) for one in found.evidence))

    return fill


def fill_in(schema: Any, fill: Fill) -> str:
    """An answer to a section's form, or an empty one to the form of the coaching."""
    properties = schema["properties"]
    if "criteria" not in properties:
        return json.dumps({"strengths": [], "advice": []})
    criteria = properties["criteria"]["properties"]
    levels = {name: form["properties"]["level"]["enum"] for name, form in criteria.items()}
    return json.dumps({"criteria": {name: fill(name, of) for name, of in levels.items()}}, ensure_ascii=False)


def answering(fill: Fill) -> Callable[[dict[str, Any]], str]:
    """For `JudgeService`: fills in whatever form a request brings."""
    return lambda body: fill_in(body["response_format"]["json_schema"]["schema"], fill)


def record_in(material: str) -> Any:
    """The document between the marks of a question's material."""
    found = re.fullmatch(r"<call-(\w+)>\n(.*)\n</call-\1>.*", material, re.DOTALL)
    assert found
    return json.loads(found[2])


@dataclass
class ScriptedJudge:
    """Implements `JudgeModel`: gives `replies` in turn, then fills in every form."""

    fill: Fill = nothing
    replies: list[JudgeReply] = field(default_factory=list)
    name: str = "scripted"
    service: str = "openai-compatible"
    model: str = "scripted"
    asked: list[JudgeQuestion] = field(default_factory=list)
    roomier: list[bool] = field(default_factory=list)
    coaching: str | None = None

    async def ask(self, question: JudgeQuestion, *, limit_s: float, roomier: bool = False) -> JudgeReply:
        """See the port."""
        assert limit_s > 0
        self.asked.append(question)
        self.roomier.append(roomier)
        if self.replies:
            return self.replies.pop(0)
        if self.coaching is not None and "strengths" in question.schema["properties"]:
            return JudgeReply(JudgeOutcome.OK, self.coaching, "scripted-1")
        return JudgeReply(JudgeOutcome.OK, fill_in(question.schema, self.fill), "scripted-1")

    async def close(self) -> None:
        """Nothing to let go of."""


def sections_asked(questions: Sequence[JudgeQuestion]) -> list[str]:
    """Names of the sections' forms, in order."""
    return [question.schema_name for question in questions if "criteria" in question.schema["properties"]]
