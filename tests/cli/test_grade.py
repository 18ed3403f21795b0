"""`sparring grade`: files in, a scorecard a line out."""

import json
import os
from pathlib import Path

from tests.cli.process import GOOD, lines_of, sparring
from tests.fakes.judge_service import KEY, JudgeService
from tests.fakes.judges import answering, nothing


def test_grading_prints_one_scorecard_a_line_in_order(tmp_path: Path) -> None:
    """A refused file gets a line with an error, and the exit status is 2."""
    files = []
    for name, text in (("good.txt", GOOD), ("bad.txt", "no labels here"), ("short.txt", "Rep: Hi.\nBuyer: Hi.\n")):
        (tmp_path / name).write_text(text)
        files.append(str(tmp_path / name))
    done = sparring("grade", *files, "--json", data=tmp_path)
    good, bad, short = lines_of(done.stdout)
    assert done.returncode == 2
    assert 0 < good["score"] <= 100
    assert {"score", "reason", "red_lines", "criteria"} <= set(good)
    quoted = [evidence for criterion in good["criteria"] for evidence in criterion["evidence"]]
    assert all(evidence["quote"] in GOOD for evidence in quoted)
    assert quoted
    assert bad["error"]["code"] == "transcript_rejected"
    assert (short["score"], short["status"]) == (None, "not_gradable")
    assert short["reason"]


def test_a_model_grades_a_file_when_it_is_asked_to(tmp_path: Path) -> None:
    """By option or by setting; without a judge that is set the command says what is missing."""
    file = tmp_path / "call.txt"
    file.write_text(GOOD)
    with JudgeService(answering(nothing)) as service:
        settings = {"SPARRING_JUDGE_URL": service.url, "SPARRING_JUDGE_MODEL": "llama3", "SPARRING_JUDGE_KEY": KEY}
        by_option = sparring("grade", str(file), "--grader", "model", "--json", data=tmp_path, **settings)
        by_setting = sparring("grade", str(file), data=tmp_path, SPARRING_GRADER="model", **settings)
        rules = sparring("grade", str(file), "--grader", "rules", "--json", data=tmp_path, SPARRING_GRADER="model")
    (card,) = lines_of(by_option.stdout)
    assert (card["grader"]["name"], card["grader"]["model"]) == ("model", "llama3")
    assert card["score"] < 5
    assert "Judged by" in by_setting.stdout
    assert lines_of(rules.stdout)[0]["grader"]["name"] == "rules"
    bare = sparring("grade", str(file), "--grader", "model", "--json", data=tmp_path)
    assert (bare.returncode, lines_of(bare.stdout)[0]["error"]["code"]) == (2, "config_rejected")


def test_a_transcript_of_ours_grades_the_same_from_its_file(tmp_path: Path) -> None:
    """JSON and text are told apart by their first character; a rubric of the other kind is refused."""
    script = tmp_path / "script.txt"
    script.write_text("\n".join(line[5:] for line in GOOD.splitlines() if line.startswith("Rep: ")))
    transcript = tmp_path / "call.json"
    transcript.write_text(
        sparring("call", "daughter_discharge", "--script", str(script), "--json", data=tmp_path).stdout
    )
    first, second = (sparring("grade", str(transcript), "--json", data=tmp_path) for _ in range(2))
    assert first.returncode == 0
    assert first.stdout == second.stdout
    other = sparring("grade", str(transcript), "--rubric", "outside_sales", "--json", data=tmp_path)
    assert lines_of(other.stdout)[0]["error"]["code"] == "rubric_rejected"
    missing = sparring("grade", str(tmp_path / "none.json"), "--json", data=tmp_path)
    assert (missing.returncode, lines_of(missing.stdout)[0]["error"]["code"]) == (2, "transcript_rejected")


def test_names_of_any_kind_grade_as_the_labels_do(tmp_path: Path) -> None:
    """Once somebody says who the rep is: in text, in captions, in JSON; else the refusal says how to."""
    turns = [line.split(": ", 1) for line in GOOD.splitlines()]
    names = {"Rep": "Speaker 1", "Buyer": "Laura Bennett"}
    named = [(names[who], words) for who, words in turns]
    stamps = [f"00:{at // 60:02}:{at % 60:02}.000 --> 00:{at // 60:02}:{at % 60:02}.900" for at in range(len(named))]
    forms = {
        "labels.txt": GOOD,
        "names.txt": "\r\n".join(f"{who}: {words}" for who, words in named),
        "call.vtt": "\ufeffWEBVTT\r\n\r\n"
        + "\r\n\r\n".join(f"{at}\r\n<v {who}>{words}</v>" for at, (who, words) in zip(stamps, named, strict=True)),
        "call.json": json.dumps({"turns": [{"speaker": who, "text": words} for who, words in named]}),
    }
    for name, text in forms.items():
        (tmp_path / name).write_text(text, newline="")
    whole = sparring("grade", str(tmp_path / "labels.txt"), "--json", data=tmp_path)
    files = [str(tmp_path / name) for name in list(forms)[1:]]
    named_so = sparring("grade", *files, "--rep-speaker", "speaker 1", "--json", data=tmp_path)
    expected = lines_of(whole.stdout)[0]["score"]
    assert expected is not None
    assert [one["score"] for one in lines_of(named_so.stdout)] == [expected] * 3
    unnamed = sparring("grade", *files, data=tmp_path)
    assert (unnamed.returncode, unnamed.stderr.count("--rep-speaker")) == (2, 3)


def test_words_and_names_of_files_are_shown_as_they_are(tmp_path: Path) -> None:
    """Square brackets are no markup, and a name that is no UTF-8 is spelt out; no file after it goes without a line."""
    said = "Rep: [/x] I will pay you two hundred dollars for every referral you send us.\nBuyer: I can't do that.\n" * 6
    odd, plain = tmp_path / os.fsdecode(b"bad\xff.txt"), tmp_path / "[call].txt"
    for path in (odd, plain):
        path.write_text(said)
    shown = sparring("grade", str(plain), "--rubric", "outside_sales", data=tmp_path)
    assert (shown.returncode, "[call].txt" in shown.stdout, "[/x]" in shown.stdout) == (0, True, True)
    done = sparring("grade", str(odd), str(plain), "--rubric", "outside_sales", "--json", data=tmp_path)
    assert [one["file"] for one in lines_of(done.stdout)] == ["bad\\xff.txt", "[call].txt"]


def test_a_call_is_not_graded_as_another_kind_than_it_was_held_as(tmp_path: Path) -> None:
    """Its rubric names the kind; a file that was changed afterwards is refused."""
    held = json.loads((Path("tests/golden/transcripts") / "version_3.json").read_text())
    held["call_type"] = "outside" if held["call_type"] == "inside" else "inside"
    path = tmp_path / "swapped.json"
    path.write_text(json.dumps(held))
    done = sparring("grade", str(path), "--json", data=tmp_path)
    (line,) = lines_of(done.stdout)
    assert (done.returncode, line["error"]["code"]) == (2, "transcript_rejected")
    assert "call_type" in line["error"]["sentence"]


def test_a_grade_says_how_far_it_may_be_off(tmp_path: Path) -> None:
    """The error bar of this grader on this rubric stands beside the score."""
    file = tmp_path / "call.txt"
    file.write_text(GOOD)
    bar = lines_of(sparring("grade", str(file), "--json", data=tmp_path / "d").stdout)[0]["error_bar"]
    assert bar["low"] <= bar["high"]
    assert bar["calls"] > 1
    assert "\u00b1" in sparring("grade", str(file), data=tmp_path / "d").stdout
