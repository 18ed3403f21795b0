"""What a rep can choose from, and what carries the call: public persona cards, rubrics, engines."""

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter

from sparring.errors import NotYours
from sparring.persona import public_card
from sparring.rubric import Rubric
from sparring.web.accounts import Wired

router = APIRouter()


@router.get("/api/engines")
async def engines(wired: Wired) -> dict[str, Any]:
    """Which engine does what, and how far it is."""
    return {
        "transport": wired.lines.engines("voice").transport,
        "hearing": asdict(wired.lines.hearing),
        "voice": asdict(wired.lines.voice),
        "buyer": {"name": wired.lines.engines("voice").buyer},
        "outside": wired.lines.outside,
    }


@router.get("/api/personas")
async def personas(wired: Wired) -> dict[str, Any]:
    """The buyers, as much as a rep may know before the call."""
    return {"personas": [public_card(persona) for persona in wired.personas.values()]}


@router.get("/api/rubrics")
async def rubrics(wired: Wired) -> dict[str, Any]:
    """What calls are graded on, by title and kind of call."""
    return {
        "rubrics": [
            {"id": one.id, "title": one.title, "call_type": one.call_type, "points": one.points}
            for one in wired.rubrics.values()
        ]
    }


@router.get("/api/rubrics/{rubric_id}")
async def rubric(rubric_id: str, wired: Wired) -> dict[str, Any]:
    """What a call is graded on. Raises: NotYours."""
    found = wired.rubrics.get(rubric_id)
    if found is None:
        raise NotYours("There is no such rubric.")
    return public_rubric(found)


def public_rubric(rubric: Rubric) -> dict[str, Any]:
    """Criteria and what earns all their points; the machine's own signals stay here."""
    return {
        "id": rubric.id,
        "version": rubric.version,
        "title": rubric.title,
        "points": rubric.points,
        "pass_score": rubric.pass_score,
        "categories": [
            {
                "id": category.id,
                "title": category.title,
                "points": category.points,
                "criteria": [
                    {
                        "id": criterion.id,
                        "title": criterion.title,
                        "points": criterion.points,
                        "check": criterion.check,
                        "observable": criterion.kind == "quoted",
                    }
                    for criterion in category.criteria
                ],
            }
            for category in rubric.categories
        ],
        "red_lines": [{"id": line.id, "title": line.title} for line in rubric.red_lines],
    }
