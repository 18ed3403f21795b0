"""The form a model fills in: for each criterion of a section evidence, then rationale, then a level, by name.

Flows in: a rubric's category. Flows out: a JSON Schema that every service takes, the same for every call of a rubric
version, so that services compile it once. Keys are filled in in their order, so the words come before the verdict.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sparring.documents import digest_of
from sparring.rubric import Category, Criterion, Rubric

COACHING = "coaching"
_QUOTE = {"turn": {"type": "integer"}, "quote": {"type": "string"}}


def judged(category: Category) -> tuple[Criterion, ...]:
    """The criteria of a section that a model is asked about; what is measured is measured in code."""
    return tuple(criterion for criterion in category.criteria if criterion.kind == "quoted")


def in_order(criteria: Sequence[Criterion], *, sample: int) -> tuple[Criterion, ...]:
    """The order in which the `sample`-th opinion goes through them: the rubric's own first, then others.

    Where several criteria are judged in one answer their order shifts levels; a few fixed orders even that out.
    """
    if sample == 0:
        return tuple(criteria)
    return tuple(sorted(criteria, key=lambda criterion: digest_of(f"{sample} {criterion.id}".encode())))


def section_form(criteria: Iterable[Criterion]) -> Mapping[str, Any]:
    """The schema of one section's answer."""
    return _object({"criteria": _object({criterion.id: _criterion(criterion) for criterion in criteria})})


def section_name(rubric: Rubric, category: Category, *, sample: int) -> str:
    """A name for the section's form, another one for every rubric version, section and order."""
    return f"{rubric.ref.digest[:12]}_{category.id[:40]}_{sample}"


def coaching_name(rubric: Rubric) -> str:
    """Likewise for the form of the coach's words."""
    return f"{rubric.ref.digest[:12]}_{COACHING}"


def section_of(form: str) -> tuple[str, int]:
    """The section that a form's name tells, and which opinion on it: back from `section_name`, or `coaching_name`."""
    section = form.partition("_")[2]
    category, _, sample = section.rpartition("_")
    return (category, int(sample)) if category and sample.isdigit() else (section, 0)


def coaching_form(rubric: Rubric) -> Mapping[str, Any]:
    """The schema of the coach's words: sentences, each bound to a criterion."""
    criterion = {"type": "string", "enum": [criterion.id for _, criterion in rubric.criteria()]}
    strength = _object({"criterion": criterion, "sentence": {"type": "string"}})
    advice = _object({"criterion": criterion, "what": {"type": "string"}, "better": {"type": "string"}})
    return _object({"strengths": _list(strength), "advice": _list(advice)})


def _criterion(criterion: Criterion) -> dict[str, Any]:
    levels = [level.id for level in criterion.levels]
    return _object(
        {
            "evidence": _list(_object(_QUOTE)),
            "rationale": {"type": "string"},
            "level": {"type": "string", "enum": levels},
        }
    )


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }
