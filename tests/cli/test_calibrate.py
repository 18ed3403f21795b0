"""`sparring calibrate`: the grader beside people."""

import json
from pathlib import Path

from sparring.rubric import find_rubric
from tests.cli.process import lines_of, sparring

HELD_OUT = Path("tests/golden/held_out")


def test_calibrate_prints_grader_beside_people(tmp_path: Path) -> None:
    """One line of JSON a rubric, with error bars; the same figures each time."""
    runs = [sparring("calibrate", str(HELD_OUT), "--json", data=tmp_path / "d") for _ in range(2)]
    assert runs[0].returncode == 0, runs[0].stderr
    assert runs[0].stdout == runs[1].stdout
    found = {one["rubric"]["id"]: one for one in lines_of(runs[0].stdout)}
    assert set(found) == {"inside_sales", "outside_sales"}
    for one in found.values():
        kappa, score = one["agreement"]["kappa"], one["score"]
        assert kappa["low"] <= kappa["value"] <= kappa["high"] <= 1
        assert score["plus_minus"]["value"] > 0
        assert one["humans"] is None


def test_calibrate_for_people_fits_a_terminal(tmp_path: Path) -> None:
    """Who scored is named, every figure stands in its line, and nothing is cut off at the edge of the screen."""
    done = sparring("calibrate", str(HELD_OUT / "inside"), "--scored-by", "two coaches", data=tmp_path / "d")
    assert done.returncode == 0, done.stderr
    assert "two coaches" in done.stdout
    assert "One person less another: not measured" in done.stdout
    assert "…" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    for criterion in ("all criteria", *(one.id for _, one in find_rubric("inside_sales").criteria())):
        rows = [line for line in done.stdout.splitlines() if line.startswith(f"{criterion} ")]
        measured = criterion not in {"picked_up_fast", "lets_the_caller_finish"}
        assert [line.count("(") for line in rows] == ([2] if measured else [])


def test_calibrate_sets_people_beside_one_another(tmp_path: Path) -> None:
    """Where two scored the same calls, each criterion has a second row, and the scores a second line."""
    for file in sorted((HELD_OUT / "inside").iterdir())[:6]:
        if file.suffix == ".json":
            scores = json.loads(file.read_text())
            first = scores["scores"][0] | {"rater": "ann"}
            scores["scores"] = [first, {"rater": "zoe", "levels": first["levels"] | {"safety": "absent"}}]
            (tmp_path / file.name).write_text(json.dumps(scores))
        else:
            (tmp_path / file.name).write_bytes(file.read_bytes())
    done = sparring("calibrate", str(tmp_path), data=tmp_path / "d")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert "3 calls scored by 2 people: coaches." in done.stdout
    assert "One person less another, in points of 100 over 3 pairs of scores" in done.stdout
    assert lines[next(at for at, line in enumerate(lines) if line.startswith("safety")) + 1].startswith("  people")


def test_calibrate_names_the_file_that_is_wrong(tmp_path: Path) -> None:
    """File, field and reason, on standard error."""
    bad = tmp_path / "x.scores.json"
    bad.write_text((HELD_OUT / "inside" / "poor_busy.scores.json").read_text().replace('"absent"', '"superb"', 1))
    done = sparring("calibrate", str(bad), data=tmp_path / "d")
    assert done.returncode == 1
    assert "scores_rejected" in done.stderr
    assert "x.scores.json" in done.stderr
    nothing = sparring("calibrate", str(tmp_path / "empty"), data=tmp_path / "d")
    assert (nothing.returncode, "scores_rejected" in nothing.stderr) == (1, True)


def test_calibrate_says_that_nothing_is_stored_where_it_was_asked(tmp_path: Path) -> None:
    """And how to ask for what coaches stored where it was not."""
    asked, not_asked = (sparring("calibrate", *more, data=tmp_path / "d") for more in (["--stored"], []))
    assert (asked.returncode, not_asked.returncode) == (1, 1)
    assert "no coach has stored an override" in " ".join(asked.stderr.split())
    assert "--stored" in not_asked.stderr
