"""The forms a model fills in: inside the subset, fixed for a rubric version, and impossible to fill in out of range."""

import json
import random
from functools import cache
from typing import Any

import jsonschema
import pytest

from sparring.errors import AnswerRejected
from sparring.grade.judge.answer import read_coaching, read_section
from sparring.grade.judge.form import (
    coaching_form,
    coaching_name,
    in_order,
    judged,
    section_form,
    section_name,
    section_of,
)
from sparring.rubric import Category, Rubric, load_rubrics
from tests.fakes.structured_outputs import lint
from tests.fakes.walks import walks

RUBRICS = list(load_rubrics().values())
SECTIONS = [(rubric, category) for rubric in RUBRICS for category in rubric.categories]
NAMES = [f"{rubric.id}-{category.id}" for rubric, category in SECTIONS]
WALKS = 5  # a section; `bench/judge.py` walks further


@pytest.mark.parametrize(("rubric", "category"), SECTIONS, ids=NAMES)
@pytest.mark.parametrize("sample", [0, 1, 2])
def test_every_form_is_in_the_subset(rubric: Rubric, category: Category, sample: int) -> None:
    """Whatever the order, at most 100 properties, 5 levels, nothing optional and no bounds."""
    assert lint(section_form(in_order(judged(category), sample=sample))) == ()


@pytest.mark.parametrize("rubric", RUBRICS, ids=lambda rubric: rubric.id)
def test_the_coachs_form_is_in_the_subset(rubric: Rubric) -> None:
    """It binds every sentence to a criterion of the rubric."""
    assert lint(coaching_form(rubric)) == ()


def test_the_largest_section_a_rubric_may_have_fits() -> None:
    """Sixteen criteria of four levels are what a category may hold."""
    criterion = RUBRICS[0].categories[0].criteria[1]
    many = [criterion.model_copy(update={"id": f"{'c' * 38}{number:02}"}) for number in range(16)]
    assert lint(section_form(many)) == ()


def test_measured_criteria_are_never_asked_about() -> None:
    """Rings and overlaps are counted in code."""
    first = RUBRICS[0].categories[0]
    assert "picked_up_fast" in [criterion.id for criterion in first.criteria]
    assert "picked_up_fast" not in [criterion.id for criterion in judged(first)]


def test_evidence_comes_before_rationale_and_level() -> None:
    """Keys are filled in in their order: the words first, the verdict last."""
    form: Any = section_form(judged(RUBRICS[0].categories[0]))
    for criterion in form["properties"]["criteria"]["properties"].values():
        assert list(criterion["properties"]) == ["evidence", "rationale", "level"]


def test_orders_differ_by_sample_and_hold_the_same_criteria() -> None:
    """The first opinion follows the rubric, the others an order of their own that never changes."""
    criteria = judged(RUBRICS[0].categories[2])
    orders = [in_order(criteria, sample=sample) for sample in range(3)]
    assert orders[0] == criteria
    assert len({tuple(one.id for one in order) for order in orders}) == 3
    assert all(set(order) == set(criteria) for order in orders)
    assert in_order(criteria, sample=2) == orders[2]


def test_a_forms_name_tells_version_section_and_order_apart() -> None:
    """Services keep a compiled form by its schema; ours can be told apart in a log."""
    names = {section_name(rubric, category, sample=k) for rubric, category in SECTIONS for k in range(3)}
    assert len(names) == 3 * len(SECTIONS)
    newer = Rubric.model_validate_json(
        RUBRICS[0].model_copy(update={"version": RUBRICS[0].version + 1}).model_dump_json()
    )
    assert section_name(newer, newer.categories[0], sample=0) not in names
    assert all(len(name) <= 64 and name.replace("_", "").isalnum() for name in names)


@pytest.mark.parametrize(("rubric", "category"), SECTIONS, ids=NAMES)
def test_every_walk_through_a_form_is_an_answer_in_range(rubric: Rubric, category: Category) -> None:
    """Uniformly random tokens stand in for the worst model: each finished walk parses, validates and scores in range.

    llguidance is the engine behind OpenAI's structured outputs.
    """
    criteria = judged(category)
    form = section_form(criteria)
    for text in walks_of(rubric, category):
        jsonschema.validate(json.loads(text), form)
        claims = read_section(text, criteria)
        assert [claim.criterion for claim in claims] == [criterion.id for criterion in criteria]
        for claim, criterion in zip(claims, criteria, strict=True):
            assert 0 <= criterion.levels[claim.level].points <= criterion.points


@pytest.mark.parametrize(("rubric", "category"), SECTIONS, ids=NAMES)
def test_every_truncated_walk_is_refused(rubric: Rubric, category: Category) -> None:
    """An answer that was cut off anywhere is no answer."""
    criteria = judged(category)
    cut = random.Random(category.id)
    for text in walks_of(rubric, category):
        for _ in range(40):
            with pytest.raises(AnswerRejected):
                read_section(text[: cut.randrange(len(text))], criteria)


def test_every_walk_through_the_coachs_form_is_read() -> None:
    """And every truncated one is refused."""
    for text in walks(coaching_form(RUBRICS[0]), seed="coaching", count=WALKS):
        read_coaching(text)
        with pytest.raises(AnswerRejected):
            read_coaching(text[:-1])


def test_a_form_with_bare_numbers_would_be_out_of_range() -> None:
    """The walks can fail: a score as an integer leaves its range nearly always."""
    form = {
        "type": "object",
        "properties": {"score": {"type": "integer"}},
        "required": ["score"],
        "additionalProperties": False,
    }
    scores = [json.loads(text)["score"] for text in walks(form, seed="numbers", count=50)]
    assert sum(not 0 <= score <= 5 for score in scores) > 25


@cache
def walks_of(rubric: Rubric, category: Category) -> tuple[str, ...]:
    """Of a section's form in the rubric's own order."""
    return tuple(walks(section_form(judged(category)), seed=f"{rubric.id} {category.id}", count=WALKS))


@pytest.mark.parametrize(("rubric", "category"), SECTIONS, ids=NAMES)
def test_a_forms_name_tells_its_section(rubric: Rubric, category: Category) -> None:
    """Whoever sees what was asked knows by which part of the rubric, and which of the opinions it was."""
    assert section_of(section_name(rubric, category, sample=2)) == (category.id, 2)
    assert section_of(coaching_name(rubric)) == ("coaching", 0)
