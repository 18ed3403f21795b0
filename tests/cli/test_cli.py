"""Whatever is named, closed or full: every command says so in a sentence, and by its exit status."""

from pathlib import Path

import pytest

from tests.cli.process import GOOD, in_a_shell, lines_of


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
        ("sparring calibrate --stored", 1, "no coach has stored an override"),
        ("sparring override call_0123456789abcdefghij safety clear --reason a", 1, "no grade of this call"),
        ("sparring forget call_0123456789abcdefghij --yes", 1, "No transcript of this call"),
        ("sparring upload gone --rep rep_0123456789abcdefghij --rubric inside_sales --consent", 1, "no such file"),
        ("sparring replay call_0123456789abcdefghij", 2, "no such file"),
        ("sparring persona new --yes", 0, ""),
        ("sparring export", 0, ""),
        ("sparring cost --all", 0, ""),
        ("sparring team", 0, ""),
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
