"""The command line as a person or a script uses it: real processes, real exit statuses."""

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sparring.adapters.clock import SystemClock
from sparring.adapters.events.sqlite import open_queue
from sparring.adapters.results.sqlite import SqliteResults
from sparring.bootstrap.folders import Folders
from sparring.ports import ObjectWritten
from sparring.rubric import find_rubric
from sparring.transcript import object_name
from tests.contracts.test_analysis import graded
from tests.fakes.clock import START, FakeClock
from tests.fakes.documents import CALL_ID, REP_ID, a_call_record, a_scorecard, a_transcript, call_id
from tests.fakes.judge_service import KEY, JudgeService
from tests.fakes.judges import answering, nothing

SCRIPTS = Path("tests/golden/scripts")
GOOD = """Rep: Thank you for calling Willow Lane Home Care, this is Dana. How can I help you?
Buyer: Hi, I'm calling about my dad.
Rep: I'm so sorry, that sounds like a lot. May I ask your name, and a number in case we get cut off?
Buyer: Laura, five five five, zero one four two.
Rep: Thank you, Laura. What happened that brought your father to the hospital?
Buyer: He fell and broke his hip.
Rep: Who is with him at home during the day and at night?
Buyer: Nobody. He lives alone.
Rep: Would tomorrow at two or Friday at ten suit you for a free visit at the house?
Buyer: Tomorrow at two.
"""


def sparring(*arguments: str, data: Path, stdin: str = "", **settings: str) -> "subprocess.CompletedProcess[str]":
    """One command, with a data folder of its own."""
    environ = {**os.environ, "SPARRING_DATA_DIR": str(data), **settings}
    return subprocess.run(
        [sys.executable, "-m", "sparring", *arguments],
        capture_output=True,
        text=True,
        input=stdin,
        env=environ,
        check=False,
        timeout=60,
    )


def lines_of(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_scripted_call_prints_its_transcript_and_nothing_else(tmp_path: Path) -> None:
    """The same script, persona and seed give the same bytes, and no trace is left."""
    script = tmp_path / "script.txt"
    script.write_text("Thank you for calling, this is Dana.\n\nWhat happened?\n")
    runs = [
        sparring("call", "daughter_discharge", "--seed", "7", "--script", str(script), "--json", data=tmp_path / "d")
        for _ in range(2)
    ]
    assert runs[0].returncode == 0, runs[0].stderr
    assert runs[0].stdout == runs[1].stdout
    transcript = json.loads(runs[0].stdout)
    rep = next(turn["text"] for turn in transcript["turns"] if turn["speaker"] == "rep")
    assert rep == "Thank you for calling, this is Dana."
    assert not (tmp_path / "d").exists()


def test_a_call_at_the_keyboard_ends_in_a_report_and_in_the_air_gap(tmp_path: Path) -> None:
    """Lines from standard input, an empty line to hang up."""
    done = sparring("call", "daughter_discharge", data=tmp_path, stdin="Hello, this is Dana.\nWhat happened?\n\n")
    assert done.returncode == 0, done.stderr
    assert "Buyer:" in done.stderr
    assert list(tmp_path.glob("air-gap/transcripts/*/*/*/*.json"))


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


def test_a_practice_call_is_judged_as_it_is_set(tmp_path: Path) -> None:
    """The report in the terminal says who judged."""
    script = tmp_path / "rep.txt"
    script.write_text("\n".join(line.removeprefix("Rep: ") for line in GOOD.splitlines() if line.startswith("Rep:")))
    with JudgeService(answering(nothing)) as service:
        settings = {"SPARRING_JUDGE_URL": service.url, "SPARRING_JUDGE_MODEL": "llama3", "SPARRING_JUDGE_KEY": KEY}
        done = sparring(
            "call", "daughter_discharge", "--script", str(script), data=tmp_path, SPARRING_GRADER="model", **settings
        )
    assert done.returncode == 0
    assert "Judged by" in done.stdout


def test_serve_refuses_a_judge_that_is_half_set(tmp_path: Path) -> None:
    """Before anything is started, with the names that are missing."""
    done = sparring("serve", data=tmp_path, SPARRING_GRADER="model")
    assert done.returncode == 1
    assert "SPARRING_JUDGE_URL" in done.stderr


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


@pytest.mark.parametrize("what", ["persona", "rubric"])
def test_the_library_is_listed_shown_and_checked_as_json(tmp_path: Path, what: str) -> None:
    """Everything installed is right, and can be shown by the id it is listed under."""
    listed = json.loads(sparring(what, "list", "--json", data=tmp_path).stdout)
    assert len(listed) >= 2
    shown = json.loads(sparring(what, "show", listed[0]["id"], "--json", data=tmp_path).stdout)
    assert shown["id"] == listed[0]["id"]
    if what == "rubric":
        checked = sparring(what, "check", "--json", data=tmp_path)
        assert checked.returncode == 0
        assert all(not one["problems"] for one in json.loads(checked.stdout))


@pytest.mark.parametrize("what", ["persona", "rubric"])
def test_a_malformed_file_names_file_field_and_reason(tmp_path: Path, what: str) -> None:
    """And the exit status is 1."""
    listed = json.loads(sparring(what, "list", "--json", data=tmp_path).stdout)
    document = json.loads(sparring(what, "show", listed[0]["id"], "--json", data=tmp_path).stdout)
    document["version"] = "one"
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(document))
    done = sparring(what, "check", str(path), "--json", data=tmp_path)
    assert done.returncode == 1
    problem = json.loads(done.stdout)[0]["problems"][0]
    assert "mine.json" in problem
    assert "version" in problem


def test_every_mistake_of_a_persona_file_has_its_line(tmp_path: Path) -> None:
    """Whoever mends one is not sent back for the next."""
    document = json.loads(sparring("persona", "show", "daughter_discharge", "--json", data=tmp_path).stdout)
    document |= {"version": "one", "name": "", "colour": "red"}
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(document))
    problems = json.loads(sparring("persona", "check", str(path), "--json", data=tmp_path).stdout)[0]["problems"]
    assert {problem.split(": ")[1] for problem in problems} == {"version", "name", "colour"}


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


def test_an_error_is_a_code_and_a_sentence_and_status_one(tmp_path: Path) -> None:
    """No traceback for what a person can mend."""
    done = sparring("call", "nobody", data=tmp_path)
    assert done.returncode == 1
    assert "persona_unknown" in done.stderr
    assert "Traceback" not in done.stderr


def refused(data: Path) -> str:
    """The id of a transcript that brain 2 gave up on."""
    clock = FakeClock()
    queue = open_queue(Folders(data).events, clock)

    async def give_up() -> None:
        await queue.publish([ObjectWritten("event", object_name(a_transcript()), START)])
        event = await queue.receive()
        assert event
        await queue.dead_letter(event, "transcript_rejected rubric.version")
        await queue.close()

    asyncio.run(give_up())
    return CALL_ID


def test_dead_letters_are_listed_and_tried_again(tmp_path: Path) -> None:
    """The list names id and reason; what is tried again is gone from it; an unknown id is a sentence and status one."""
    shown_id = refused(tmp_path)
    (letter,) = json.loads(sparring("dead-letter", "list", "--json", data=tmp_path).stdout)
    assert (letter["id"], letter["reason"]) == (shown_id, "transcript_rejected rubric.version")
    retried = sparring("dead-letter", "retry", shown_id, "--json", data=tmp_path)
    assert (retried.returncode, json.loads(retried.stdout)) == (0, [shown_id])
    assert json.loads(sparring("dead-letter", "list", "--json", data=tmp_path).stdout) == []
    again = sparring("dead-letter", "retry", shown_id, data=tmp_path)
    assert again.returncode == 1
    assert "not_found" in again.stderr


def test_dropping_a_dead_letter_asks_first(tmp_path: Path) -> None:
    """Nothing is dropped without a yes, and nothing without saying what."""
    shown_id = refused(tmp_path)
    assert sparring("dead-letter", "drop", shown_id, data=tmp_path, stdin="n\n").returncode == 1
    assert sparring("dead-letter", "drop", shown_id, data=tmp_path).returncode == 1
    assert sparring("dead-letter", "drop", "--yes", data=tmp_path).returncode == 2
    assert len(json.loads(sparring("dead-letter", "list", "--json", data=tmp_path).stdout)) == 1
    assert sparring("dead-letter", "drop", "--all", "--yes", data=tmp_path).returncode == 0
    assert "Nothing" in sparring("dead-letter", "list", data=tmp_path).stdout


def test_a_team_is_printed_and_told_to_machines(tmp_path: Path) -> None:
    """Before there is a call that counts it says so; another period or place is refused."""
    assert "No call that counts" in sparring("team", data=tmp_path).stdout
    network = json.loads(sparring("team", "--network", "--json", data=tmp_path).stdout)
    assert (network["overview"]["figure"], network["locations"]) == (None, [])
    assert sparring("team", "--location", "../etc", data=tmp_path).returncode == 1
    assert sparring("team", "--weeks", "3", data=tmp_path).returncode == 2


def test_calls_that_count_are_exported(tmp_path: Path) -> None:
    """A header and a line a call; a private one is not among them."""

    async def keep_some() -> None:
        results = SqliteResults(Folders(tmp_path).results, SystemClock())
        for number, kind in enumerate(("counted", "private")):
            call, card = graded(number, kind=kind, started_at=SystemClock().now(), rep_id=REP_ID)
            await results.begin(call)
            await results.save(card, None)
        await results.close()

    asyncio.run(keep_some())
    lines = sparring("export", data=tmp_path, SPARRING_TENANT="harbour").stdout.splitlines()
    assert lines[0].startswith("call_id,tenant_id,location_id,rep_id")
    assert [line.split(",")[0] for line in lines[1:]] == [call_id(0)]
    assert lines[1].endswith(",71.3,1")
    assert len(sparring("export", data=tmp_path).stdout.splitlines()) == 1


def in_a_shell(command: str, data: Path, **environ: str) -> "subprocess.CompletedProcess[str]":
    """As a person types it, with pipes and redirections; `sparring` is the command."""
    return subprocess.run(
        ["bash", "-c", command.replace("sparring", f"{sys.executable} -m sparring")],
        capture_output=True,
        text=True,
        env={**os.environ, "SPARRING_DATA_DIR": str(data / "data"), **environ},
        cwd=data,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("command", "status", "says"),
    [
        ("sparring grade empty dir gone binary huge --json", 2, ""),
        ("sparring persona check gone dir empty binary huge", 1, "gone: there is no such file"),
        ("sparring rubric check dir gone --json", 1, ""),
        ("sparring call daughter_discharge --script binary", 1, "not UTF-8"),
        ("sparring call daughter_discharge --script huge", 1, "larger than"),
        ("sparring call daughter_discharge --difficulty brutal", 1, "easy, normal, hard"),
        ("sparring grade call.txt --rubric nothing", 2, "inside_sales"),
        ("sparring persona check .", 1, ".: that is a folder"),
        ("SPARRING_DATA_DIR=empty sparring serve", 1, "Choose another: SPARRING_DATA_DIR="),
        ("SPARRING_TRUSTED_NETWORK=yes SPARRING_HOST=203.0.113.7 sparring serve", 1, "no address 203.0.113.7"),
        ("sparring call daughter_discharge <&-", 0, "hangs up"),
        ("sparring grade call.txt --json >&-", 0, ""),
        ("sparring grade call.txt --json >/dev/full", 1, "No space left"),
        ("sparring call daughter_discharge --script call.txt >/dev/full", 1, "No space left"),
        ("sparring persona list | head -1", 0, ""),
        ("sparring grade call.txt call.txt call.txt --json | head -1", 0, ""),
        ("SPARRING_PERSONAS_DIR=gone sparring persona list", 1, "a folder that is there"),
        ("SPARRING_PORT=99999 sparring serve", 1, "1 to 65535"),
        ("SPARRING_DATA_DIR=empty sparring dead-letter list", 1, "free space"),
        ("LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 sparring persona list", 0, ""),
        ("COLUMNS=40 NO_COLOR=1 sparring persona list", 0, ""),
    ],
)
def test_bad_input_and_bad_luck_end_in_a_sentence(tmp_path: Path, command: str, status: int, says: str) -> None:
    """Whatever is named, closed or full: the status says that it failed, the sentence why; no traceback is shown."""
    (tmp_path / "dir").mkdir()
    (tmp_path / "empty").touch()
    (tmp_path / "binary").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "huge").write_bytes(b"a" * 3_000_000)
    (tmp_path / "call.txt").write_text(GOOD)
    done = in_a_shell(command, tmp_path)
    assert done.returncode == status, done.stderr
    assert says in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr + done.stdout
    assert "\x1b[" not in done.stdout
    if "--json" in command and status == 2:
        assert [one["error"]["code"] for one in lines_of(done.stdout)] == ["transcript_rejected"] * 5


def test_ctrl_c_at_the_keyboard_hangs_up_without_waiting_for_enter(tmp_path: Path) -> None:
    """The call ends as a hang-up of the rep's, whole and handed over, and its report is shown at once."""
    environ = {**os.environ, "SPARRING_DATA_DIR": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-m", "sparring", "call", "daughter_discharge"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ,
    ) as process:
        assert process.stdin
        assert process.stderr
        process.stdin.write(b"Hello, this is Dana.\n")
        process.stdin.flush()
        shown = b""
        while b"Buyer:" not in shown:
            shown += process.stderr.read(1)
        process.send_signal(signal.SIGINT)
        printed, told = process.communicate(timeout=60)
    assert process.returncode == 0
    assert b"You hung up." in told
    assert b"Traceback" not in told
    assert b"No score" in printed, "the report says that a call of two turns is too short"
    (kept,) = tmp_path.glob("air-gap/transcripts/*/*/*/*.json")
    transcript = json.loads(kept.read_bytes())
    assert (transcript["ending"]["by"], transcript["ending"]["complete"]) == ("rep", True)
    assert "Hello, this is Dana." in [turn["text"] for turn in transcript["turns"]]


def test_a_script_longer_than_its_call_is_said_to_be(tmp_path: Path) -> None:
    """Who hung up, how many lines were not said and the first of them: on standard error, also beside JSON."""
    script, lines = tmp_path / "rude.txt", [f"You are an idiot and I hate you, number {number}." for number in range(9)]
    script.write_text("\n".join(lines))
    done = sparring("call", "daughter_discharge", "--script", str(script), "--json", data=tmp_path / "d")
    said = [turn["text"] for turn in json.loads(done.stdout)["turns"] if turn["speaker"] == "rep"]
    told = " ".join(done.stderr.split())
    assert 0 < len(said) < len(lines)
    assert f"The buyer hung up: {len(lines) - len(said)} lines of the script not said" in told
    assert f"from “{lines[len(said)]}” on" in told
    script.write_text(lines[0])
    assert "not said" not in sparring("call", "daughter_discharge", "--script", str(script), data=tmp_path / "d").stderr


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
            first = scores["scores"][0]
            scores["scores"].append({"rater": "zoe", "levels": first["levels"] | {"safety": "absent"}})
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


async def test_an_override_is_stored_and_feeds_calibration(tmp_path: Path) -> None:
    """It stands beside the grade, which stays, and shows up among what coaches changed."""
    folder = tmp_path / "d"
    results = SqliteResults(Folders(folder).results, SystemClock())
    card = a_scorecard()
    await results.begin(a_call_record())
    await results.save(card, None)
    await results.close()
    asked = ("override", card.call_id, "names_the_feeling", "partial", "--reason", "After the price.", "--by", "Ann")
    done = sparring(*asked, "--json", data=folder)
    assert done.returncode == 0, done.stderr
    made = json.loads(done.stdout)
    assert (made["level"], made["graded_level"], made["by"]) == ("partial", "clear", "Ann")
    again = sparring("calibrate", "--stored", "--json", data=folder)
    stored = json.loads(again.stdout)
    leaning, compared = stored["overrides"][0], stored["calibrations"][0]
    assert (leaning["criterion"], leaning["lowered"], leaning["mean_points"]) == ("names_the_feeling", 1, -2.0)
    assert (compared["grader"]["name"], compared["calls"], compared["raters"]) == ("rules", 1, 1)
    assert (compared["agreement"]["items"], compared["agreement"]["bias_points"]["value"]) == (1, 2.0)
    told = sparring("calibrate", "--stored", data=folder).stdout
    assert re.search(r"all criteria +1 +- +100% +\+2\.0", told)
    assert re.search(r"rules 1 +names_the_feeling +1 +0 +0 +1 +-2\.0", told)
    results = SqliteResults(Folders(folder).results, SystemClock())
    assert await results.get(card.call_id) == card
    await results.close()


def test_an_override_of_nothing_is_a_sentence(tmp_path: Path) -> None:
    """An unknown call, and an id that is none."""
    unknown = ("call_0123456789abcdefghij", "safety", "clear", "--reason", "I heard it.")
    assert "not_found" in sparring("override", *unknown, data=tmp_path / "d").stderr
    assert "id_rejected" in sparring("override", "..", *unknown[1:], data=tmp_path / "d").stderr


def test_a_grade_says_how_far_it_may_be_off(tmp_path: Path) -> None:
    """The error bar of this grader on this rubric stands beside the score."""
    file = tmp_path / "call.txt"
    file.write_text(GOOD)
    bar = lines_of(sparring("grade", str(file), "--json", data=tmp_path / "d").stdout)[0]["error_bar"]
    assert bar["low"] <= bar["high"]
    assert bar["calls"] > 1
    assert "\u00b1" in sparring("grade", str(file), data=tmp_path / "d").stdout
