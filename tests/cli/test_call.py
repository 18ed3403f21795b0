"""`sparring call`: at the keyboard, and by a script."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.cli.process import GOOD, sparring
from tests.fakes.judge_service import KEY, JudgeService
from tests.fakes.judges import answering, nothing


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


def test_an_error_is_a_code_and_a_sentence_and_status_one(tmp_path: Path) -> None:
    """No traceback for what a person can mend."""
    done = sparring("call", "nobody", data=tmp_path)
    assert done.returncode == 1
    assert "persona_unknown" in done.stderr
    assert "Traceback" not in done.stderr


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
