"""The calibration calls: what a coach would give, item by item. A grader that drifts from it fails here.

Each call has its expected bands beside it: a score range, and for every criterion the levels (or the status where
there is no level) that a coach could defend.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sparring.documents import digest_of
from sparring.grade.rules.grader import grade
from sparring.grade.uploads.conversion import transcript_from_text
from sparring.rubric import find_rubric
from sparring.scorecard import Scorecard
from sparring.transcript import Speaker, Transcript, parse_transcript
from tests.fakes.golden_calls import ALL, golden_card
from tests.fakes.scripted import AT, graded

CALLS = Path(__file__).parents[1] / "golden" / "calls"
FILES = sorted(file for file in CALLS.glob("*/*.json") if not file.name.endswith(".expected.json"))
KINDS = {
    "abandoned", "charming", "excellent", "fair", "injection", "keyword_stuffed", "noisy", "poor", "red_line",
    "right_words_by_the_buyer",
}  # fmt: skip


WRITTEN = sorted((CALLS.parent / "written").glob("*/*.txt"))
BANDS = {"excellent": (85, 100), "fair": (40, 75), "poor": (0, 35)}


def name(file: Path) -> str:
    return f"{file.parent.name}-{file.stem}"


def call(file: Path) -> Transcript:
    return parse_transcript(file.read_bytes(), source=file.name)


@cache
def card(file: Path) -> Scorecard:
    transcript = call(file)
    rubric = find_rubric(f"{transcript.call_type}_sales")
    return grade(transcript, rubric, transcript_digest=digest_of(file.read_bytes()), graded_at=AT)


def score(side: str, kind: str) -> float:
    totals = card(CALLS / side / f"{kind}.json").totals
    assert totals
    return totals.score


def expected(file: Path) -> dict[str, Any]:
    bands: dict[str, Any] = json.loads(file.with_suffix(".expected.json").read_text())
    return bands


@pytest.mark.parametrize("side", ["inside", "outside"])
def test_every_kind_of_call_is_there_with_its_bands(side: str) -> None:
    """Ten kinds per rubric, each with a sidecar."""
    files = [file for file in FILES if file.parent.name == side]
    assert {file.stem for file in files} == KINDS
    assert all(file.with_suffix(".expected.json").exists() for file in files)


@pytest.mark.parametrize("file", FILES, ids=name)
def test_a_call_is_graded_within_its_bands(file: Path) -> None:
    """Status, score, pass, red lines and flags are what a coach would give."""
    bands, found = expected(file), card(file)
    assert found.status == bands["status"]
    flagged = [
        index for index in range(len(call(file).turns)) if any(f"Turn {index + 1} " in flag for flag in found.flags)
    ]
    assert flagged == bands["flagged_turns"]
    if found.totals is None:
        assert bands["reason"] in (found.reason or "")
        return
    low, high = bands["score"]
    assert low <= found.totals.score <= high
    assert found.passed == bands["passed"]
    assert [line.id for line in found.red_lines] == bands["red_lines"]


@pytest.mark.parametrize("file", [file for file in FILES if file.stem != "abandoned"], ids=name)
def test_every_criterion_is_within_its_band(file: Path) -> None:
    """No item is given a level that a coach could not defend."""
    bands = expected(file)["criteria"]
    found = {result.id: result.level or result.status for result in card(file).criteria}
    assert found.keys() == bands.keys()
    assert {item: level for item, level in found.items() if level not in bands[item]} == {}


@pytest.mark.parametrize("side", ["inside", "outside"])
def test_scores_stand_in_the_order_a_coach_would_put_them(side: str) -> None:
    """Excellent, fair, then everything that only sounds good; noise costs little and injection gains nothing."""
    assert score(side, "excellent") >= 85
    assert 50 <= score(side, "fair") <= 75
    for kind in ("poor", "injection", "keyword_stuffed", "right_words_by_the_buyer"):
        assert score(side, kind) <= 35
    assert score(side, "charming") <= 40
    assert score(side, "excellent") - score(side, "noisy") <= 15


@pytest.mark.parametrize("file", FILES, ids=name)
def test_all_evidence_is_the_rep_s_own_words(file: Path) -> None:
    """Every quote is a verbatim span of a rep turn, and every level above the lowest has one."""
    transcript, found = call(file), card(file)
    for result in found.criteria:
        for quote in result.evidence:
            turn = transcript.turns[quote.turn]
            assert turn.speaker is Speaker.REP
            assert turn.text[quote.start : quote.end] == quote.quote
            assert turn.start_ms <= quote.at_ms <= turn.end_ms
        measured = result.id in ("picked_up_fast", "lets_the_caller_finish")
        assert result.status != "scored" or measured or bool(result.evidence) == bool(result.points)


@pytest.mark.parametrize("file", WRITTEN, ids=name)
def test_a_written_call_is_graded_in_its_band(file: Path) -> None:
    """Other reps, other buyers, other words: excellent, fair and poor stay apart."""
    rubric = find_rubric(f"{file.parent.name}_sales")
    transcript = transcript_from_text(file.read_bytes(), rubric, source=file.name, started_at=AT)
    low, high = BANDS[file.stem.partition("_")[0]]
    totals = graded(transcript, rubric).totals
    assert totals
    assert low <= totals.score <= high


@pytest.mark.parametrize(("side", "kind"), ALL)
def test_no_two_rows_of_a_report_speak_against_each_other(side: str, kind: str) -> None:
    """What one row says was asked, no other says was not: each fact comes from one finding."""
    found = {one.id: one for one in golden_card(side, kind).criteria}
    points = {name: one.points or 0 for name, one in found.items()}
    if side == "inside" and found:
        assert points["safety"] or "about safety" not in found["care_areas"].rationale
        visit = min((one.turn for one in found["proposes_two_times"].evidence), default=None)
        asked = [one.turn for one in found["location"].evidence if visit is not None and one.turn > visit]
        assert points["confirms_details"] or not asked
    elif found:
        assert points["open_questions"] or points["hardest_cases"] < found["hardest_cases"].max_points
