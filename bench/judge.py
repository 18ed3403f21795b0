"""What the forms of the model judge let through, and what judging costs besides waiting for the model.

    python bench/judge.py [--walks N] [--json]

Uniformly random tokens walk through every section's form: each finished text must score in range or be refused (for NUL
or a bidirectional control, which no document of ours may hold), each truncated one must be refused. The cost is the
processor time of our own steps, with a model that answers at once.
"""

import argparse
import asyncio
import json
import random
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from sparring.adapters.clock import SystemClock
from sparring.errors import AnswerRejected
from sparring.grade.judge import ModelGrader, Policy, model_grader_ref
from sparring.grade.judge.answer import read_section
from sparring.grade.judge.form import judged, section_form
from sparring.grade.judge.grader import in_process
from sparring.rubric import Category, Criterion, find_rubric, load_rubrics
from tests.fakes.golden_calls import CALLS, golden_call
from tests.fakes.judges import ScriptedJudge, as_the_rules
from tests.fakes.walks import walks

CUTS_A_WALK = 20


def main() -> int:
    """Returns: exit status 1 when a walk was out of range or a truncated one was taken."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--walks", type=int, default=100, help="for each section")
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    sections = [(rubric.id, category) for rubric in load_rubrics().values() for category in rubric.categories]
    counts = [walked(rubric_id, category, chosen.walks) for rubric_id, category in sections]
    total = {name: sum(count[name] for count in counts) for name in counts[0]}
    found = {"sections": len(sections), **total, "own_cpu_ms": cpu_ms()}
    print(json.dumps(found) if chosen.json else told(found))
    return 1 if total["out_of_range"] or total["truncated_taken"] else 0


def told(found: dict[str, Any]) -> str:
    """For people."""
    low, middle, high = found["own_cpu_ms"]
    return (
        f"{found['walks']} walks through {found['sections']} forms: {found['out_of_range']} out of range, "
        f"{found['refused']} refused; "
        f"{found['truncated']} truncated answers: {found['truncated_taken']} taken; "
        f"own processor time a call, three opinions: median {middle} ms ({low} to {high})"
    )


def walked(rubric_id: str, category: Category, count: int) -> dict[str, int]:
    criteria, cut = judged(category), random.Random(category.id)
    outside = refused = taken = 0
    for text in walks(section_form(criteria), seed=f"{rubric_id} {category.id}", count=count):
        if is_taken(text, criteria):
            outside += not in_range(text, criteria)
        else:
            refused += 1
        taken += sum(is_taken(text[: cut.randrange(len(text))], criteria) for _ in range(CUTS_A_WALK))
    return {
        "walks": count,
        "refused": refused,
        "out_of_range": outside,
        "truncated": count * CUTS_A_WALK,
        "truncated_taken": taken,
    }


def in_range(text: str, criteria: tuple[Criterion, ...]) -> bool:
    levels = zip(read_section(text, criteria), criteria, strict=True)
    return all(0 <= one.levels[claim.level].points <= one.points for claim, one in levels)


def is_taken(text: str, criteria: tuple[Criterion, ...]) -> bool:
    try:
        read_section(text, criteria)
    except AnswerRejected:
        return False
    return True


def cpu_ms() -> tuple[float, float, float]:
    """Least, median and most over the calibration calls."""
    calls = [file for file in sorted(CALLS.glob("*/*.json")) if ".expected" not in file.name]
    spent = [_spent_ms(file) for file in calls]
    return round(min(spent), 1), round(statistics.median(spent), 1), round(max(spent), 1)


def _spent_ms(file: Path) -> float:
    call = golden_call(file.parent.name, file.stem)
    rubric = find_rubric(f"{call.call_type}_sales")
    judge, policy = ScriptedJudge(as_the_rules(call, rubric)), Policy(samples=3)
    grader = ModelGrader(judge, policy, SystemClock(), in_process, lambda: "0" * 16)
    ref = model_grader_ref(judge.name, policy)
    began_s = time.process_time()
    asyncio.run(grader(call, rubric, transcript_digest="0" * 64, graded_at=call.started_at, grader=ref))
    return 1_000 * (time.process_time() - began_s)


if __name__ == "__main__":
    sys.exit(main())
