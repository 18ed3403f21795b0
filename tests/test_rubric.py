"""Rubrics as data: the shipped ones hold their promises, and a bad one is told everything that is wrong with it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sparring.documents import VersionRef
from sparring.errors import RubricRejected
from sparring.rubric import (
    Criterion,
    Rubric,
    check_rubric,
    find_rubric,
    find_version,
    load_rubrics,
    parse_rubric,
    slots_in,
)
from sparring.signals import Moment

SHIPPED = Path(__file__).parents[1] / "src" / "sparring" / "rubrics"
PUBLISHED = Path(__file__).parent / "golden" / "rubric_versions.json"


def small() -> dict[str, Any]:
    """The smallest rubric that is right: one criterion of two levels."""
    low = {"id": "absent", "title": "No", "points": 0, "check": "Did not."}
    high = {"id": "clear", "title": "Yes", "points": 5, "check": "Did.", "when": [[{"acts": ["thanks"]}]]}
    criterion = {
        "id": "thanks",
        "title": "Thanks",
        "points": 5,
        "kind": "quoted",
        "levels": [low, high],
        "coaching": {"strength": "You thanked.", "fix": "Thank.", "better": ["Thank you, {buyer}.", "Thank you."]},
    }
    return {
        "id": "small",
        "version": 1,
        "title": "Small",
        "call_type": "inside",
        "points": 5,
        "pass_score": 70,
        "categories": [{"id": "manners", "title": "Manners", "points": 5, "criteria": [criterion]}],
        "red_lines": [],
    }


def reasons(rubric: dict[str, Any]) -> str:
    """All mistakes that the check finds, one a line."""
    return "\n".join(str(mistake) for mistake in check_rubric(json.dumps(rubric).encode(), source="small.json"))


def first_criterion(rubric: dict[str, Any]) -> dict[str, Any]:
    """The rubric's only criterion."""
    criterion: dict[str, Any] = rubric["categories"][0]["criteria"][0]
    return criterion


def test_inside_sales_has_ninety_points_in_six_categories() -> None:
    """The inside rubric weighs its categories 15/11/30/14/10/10, empathy eleven."""
    rubric = find_rubric("inside_sales")
    assert [category.points for category in rubric.categories] == [15, 11, 30, 14, 10, 10]
    assert rubric.points == 90
    assert rubric.call_type == "inside"
    assert rubric.categories[1].id == "empathy_and_listening"


def test_outside_sales_has_a_hundred_points_in_five_by_four_by_five() -> None:
    """The outside rubric has five categories of four criteria of five points."""
    rubric = find_rubric("outside_sales")
    assert [len(category.criteria) for category in rubric.categories] == [4] * 5
    assert {criterion.points for _, criterion in rubric.criteria()} == {5}
    assert (rubric.points, rubric.call_type) == (100, "outside")


@pytest.mark.parametrize("rubric_id", ["inside_sales", "outside_sales"])
def test_shipped_rubrics_have_no_mistakes(rubric_id: str) -> None:
    """The check finds nothing wrong with a shipped file, and the file stands under its id."""
    data = (SHIPPED / f"{rubric_id}.json").read_bytes()
    assert check_rubric(data, source=rubric_id) == ()
    assert parse_rubric(data, source=rubric_id).id == rubric_id


def test_every_shipped_criterion_can_be_coached_and_every_red_line_answered() -> None:
    """Each lost point has a sentence to say instead, each red line a way back."""
    for rubric in load_rubrics().values():
        assert all(criterion.coaching.better for _, criterion in rubric.criteria())
        assert all(line.fix and line.better for line in rubric.red_lines)


def test_what_only_the_buyer_can_bring_up_applies_only_then() -> None:
    """Objections and comparisons are graded when there was an objection or a competitor."""
    moments = {criterion.id: criterion.applies_when for _, criterion in find_rubric("inside_sales").criteria()}
    assert moments["compares_fairly"] is Moment.COMPETITOR_RAISED
    assert moments["asks_before_answering"] is Moment.OBJECTION_RAISED
    objections = find_rubric("outside_sales").categories[3]
    assert {criterion.applies_when for criterion in objections.criteria} == {Moment.OBJECTION_RAISED}


def test_a_published_version_never_changes() -> None:
    """The digest of each version is the one it was published with; a change needs a new version."""
    published = json.loads(PUBLISHED.read_text())
    now = {f"{rubric.id} {rubric.version}": rubric.ref.digest for rubric in load_rubrics().values()}
    assert published == published | now


def test_the_digest_is_of_the_content_and_not_of_the_layout() -> None:
    """Two files that say the same have one digest, and another word gives another."""
    pretty = parse_rubric(json.dumps(small(), indent=4).encode(), source="a")
    dense = parse_rubric(json.dumps(small()).encode(), source="b")
    other = parse_rubric(json.dumps(small() | {"title": "Other"}).encode(), source="c")
    assert pretty.ref == dense.ref
    assert pretty.ref.digest != other.ref.digest


def test_the_check_a_rep_reads_is_that_of_the_highest_level() -> None:
    """What earns all points is stated before the call."""
    rubric = parse_rubric(json.dumps(small()).encode(), source="small.json")
    assert [criterion.check for _, criterion in rubric.criteria()] == ["Did."]


def test_an_unknown_rubric_is_refused_by_name() -> None:
    """Asking for a rubric that is not there says which there are."""
    with pytest.raises(RubricRejected, match="inside_sales, outside_sales"):
        find_rubric("upside_sales")


def test_every_version_ever_published_is_still_there() -> None:
    """A call held under an earlier version is graded and shown by it; an unknown one falls back to the newest."""
    for name, digest in json.loads(PUBLISHED.read_text()).items():
        rubric_id, version = name.split()
        ref = VersionRef(id=rubric_id, version=int(version), digest=digest)
        assert find_version(ref).ref == ref
    never = VersionRef(id="inside_sales", version=99, digest="0" * 64)
    assert find_version(never) == find_rubric("inside_sales")


def test_the_models_give_a_json_schema_that_the_shipped_rubrics_meet() -> None:
    """The published schema accepts what the parser accepts."""
    schema = Rubric.model_json_schema()
    for rubric_id in ("inside_sales", "outside_sales"):
        jsonschema.validate(json.loads((SHIPPED / f"{rubric_id}.json").read_text()), schema)


def wrong_sum(rubric: dict[str, Any]) -> None:
    rubric["points"] = 7


def wrong_category_sum(rubric: dict[str, Any]) -> None:
    rubric["categories"][0]["points"] = 4


def twice_the_same_criterion(rubric: dict[str, Any]) -> None:
    rubric["categories"][0]["criteria"].append(first_criterion(rubric))


def twice_the_same_part(rubric: dict[str, Any]) -> None:
    part = {"name": "thanks", "when": [[{"acts": ["thanks"]}]]}
    first_criterion(rubric)["parts"] = [part, part]


def lowest_has_points(rubric: dict[str, Any]) -> None:
    first_criterion(rubric)["levels"][0]["points"] = 1


def highest_is_short(rubric: dict[str, Any]) -> None:
    first_criterion(rubric)["levels"][1]["points"] = 4


def no_signals(rubric: dict[str, Any]) -> None:
    del first_criterion(rubric)["levels"][1]["when"]


def level_never_reached(rubric: dict[str, Any]) -> None:
    levels = first_criterion(rubric)["levels"]
    levels.insert(
        1,
        {"id": "half", "title": "Half", "points": 2, "check": "More.", "when": [[{"acts": ["thanks"], "at_least": 2}]]},
    )


def level_without_gain(rubric: dict[str, Any]) -> None:
    levels = first_criterion(rubric)["levels"]
    levels.insert(1, {"id": "half", "title": "Half", "points": 5, "check": "Some.", "when": [[{"acts": ["goodbye"]}]]})


def quoted_by_measure(rubric: dict[str, Any]) -> None:
    first_criterion(rubric)["levels"][1]["when"] = [[{"measure": "rings", "at_most": 3}]]


def measured_by_words(rubric: dict[str, Any]) -> None:
    first_criterion(rubric)["kind"] = "measured"


def unknown_slot(rubric: dict[str, Any]) -> None:
    first_criterion(rubric)["coaching"]["better"] = ["Hello {stranger}.", "Hello."]


def slot_in_the_last_sentence(rubric: dict[str, Any]) -> None:
    first_criterion(rubric)["coaching"]["better"] = ["Hello {buyer}."]


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (wrong_sum, "points: says 7 points, its parts add up to 5 = 5"),
        (wrong_category_sum, "categories.manners: says 4 points"),
        (twice_the_same_criterion, "criteria: the id thanks stands 2 times"),
        (twice_the_same_part, "thanks.parts: the id thanks stands 2 times"),
        (lowest_has_points, "thanks.absent: the lowest level has 0 points and no signals"),
        (highest_is_short, "thanks.clear: the highest level has 4 of 5 points"),
        (no_signals, "thanks.clear: can never be reached: it has no signals"),
        (level_never_reached, "thanks.half: can never be reached: whenever it holds, clear holds too"),
        (level_without_gain, "thanks.clear: has no more points than half below it"),
        (quoted_by_measure, "thanks.clear: a quoted criterion needs something said in every row"),
        (measured_by_words, "thanks.clear: a measured criterion is decided by measures alone"),
        (unknown_slot, "better.0: unknown slot stranger"),
        (slot_in_the_last_sentence, "better.0: the last sentence is for calls that fill no slot"),
    ],
)
def test_a_mistake_is_explained(spoil: Callable[[dict[str, Any]], None], reason: str) -> None:
    """The check names the field and the reason, and the parser refuses the rubric."""
    rubric = small()
    spoil(rubric)
    assert reason in reasons(rubric)
    with pytest.raises(RubricRejected):
        parse_rubric(json.dumps(rubric).encode(), source="small.json")


def test_all_mistakes_are_explained_at_once() -> None:
    """Nobody has to run the check twelve times."""
    rubric = small()
    wrong_sum(rubric)
    unknown_slot(rubric)
    no_signals(rubric)
    assert len(reasons(rubric).splitlines()) == 3


def test_all_mistakes_of_shape_are_explained_at_once() -> None:
    """An unknown act, an unknown field and a missing one are all named; a parent left short of an item is not."""
    rubric = small() | {"colour": "red"}
    first_criterion(rubric)["levels"][1]["when"] = [[{"acts": ["hums"]}]]
    del rubric["title"]
    found = reasons(rubric)
    assert "title: is missing" in found
    assert "colour: is no field here: mend its spelling or leave it out" in found
    criterion = first_criterion(rubric)
    place = f"{rubric['categories'][0]['id']}.criteria.{criterion['id']}.levels.{criterion['levels'][1]['id']}"
    assert f"categories.{place}.when.0.0.said.acts.0: Input should be" in found  # by ids: nobody counts entries
    assert len(found.splitlines()) == 3


@pytest.mark.parametrize("data", [b"", b"[", b"\xff", b'{"id": "a", "id": "b"}', b'{"version": NaN}'])
def test_what_is_no_json_is_refused_once(data: bytes) -> None:
    """Bytes that are no document give one mistake, for the file as a whole."""
    assert len(check_rubric(data, source="bad.json")) == 1


def test_a_red_line_is_either_said_or_let_pass() -> None:
    """A red line names acts, or a moment and what would have answered it."""
    line = {"id": "line", "title": "Line", "fix": "Do not.", "better": "No.", "moment": "emergency_raised"}
    assert "names either acts, or a moment with answered_by" in reasons(small() | {"red_lines": [line]})


def test_slots_are_read_from_a_sentence() -> None:
    """Braces mark slots, and a stray brace is just a brace."""
    assert slots_in("You said {need}, {buyer}. {") == {"need", "buyer"}


def test_a_criterion_speaks_for_the_rep_unless_it_says_so() -> None:
    """Words of the buyer count only where a rubric asks for the buyer's."""
    data = json.dumps(first_criterion(small()))
    assert Criterion.model_validate_json(data).said_by == "rep"


def test_a_near_miss_names_a_level_that_can_be_missed() -> None:
    """Nobody can miss the lowest level, nor one that is not there."""
    raw = small()
    near = {"because": "it is a greeting", "when": [{"acts": ["greeting"]}]}
    raw["categories"][0]["criteria"][0]["near_misses"] = [near, near | {"misses": "clear"}]
    assert not check_rubric(json.dumps(raw).encode(), source="small.json")
    raw["categories"][0]["criteria"][0]["near_misses"] = [near | {"misses": "absent"}]
    found = check_rubric(json.dumps(raw).encode(), source="small.json")
    assert [one.field for one in found] == ["categories.manners.thanks.near_misses.0"]
