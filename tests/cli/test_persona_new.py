"""`sparring persona new` as its author uses it."""

import json
from pathlib import Path

from sparring.persona import parse_persona
from tests.cli.process import sparring

CALLED = ("calls=rep", "name=Ben Ortiz", "gender=male", "role=Case manager")


def test_a_persona_is_made_from_what_is_given_and_what_is_proposed(tmp_path: Path) -> None:
    """It is proven before it is written, can be checked again, and the shortest way is printed both times."""
    made = sparring("persona", "new", *CALLED, "--yes", "--to", str(tmp_path), data=tmp_path)
    assert made.returncode == 0, made.stderr
    path = tmp_path / "ben_ortiz_case.json"
    assert parse_persona(path.read_bytes(), source=path.name).opening_line == "Ben Ortiz speaking."
    assert "Shortest way found, on hard" in made.stdout
    again = sparring("persona", "check", str(path), "--json", data=tmp_path)
    checked = json.loads(again.stdout)[0]
    assert checked["problems"] == []
    assert checked["way"]["difficulty"] == "hard"
    assert checked["way"]["turns"][-1]["rep"].startswith(("Could we", "I understand"))


def test_what_is_not_given_is_asked(tmp_path: Path) -> None:
    """An empty answer takes what is proposed."""
    typed = "they\nRosa Lima\nfemale\naunt\n" + 10 * "\n"
    made = sparring("persona", "new", "--to", str(tmp_path), data=tmp_path, stdin=typed)
    assert made.returncode == 0, made.stderr
    person = parse_persona((tmp_path / "rosa_lima_family.json").read_bytes(), source="rosa_lima_family.json")
    assert "my aunt" in person.opening_line


def test_where_nobody_answers_it_says_what_to_give(tmp_path: Path) -> None:
    """A pipe that ends too soon is no one who gave up."""
    made = sparring("persona", "new", "calls=they", "--to", str(tmp_path), data=tmp_path, stdin="")
    assert made.returncode == 1
    assert "name=ANSWER, or take what is proposed with --yes" in " ".join(made.stderr.split())


def test_nothing_is_replaced_unasked(tmp_path: Path) -> None:
    """The file stays as it was, and the sentence says how to replace it."""
    path = tmp_path / "ben_ortiz_case.json"
    path.write_text("mine")
    done = sparring("persona", "new", *CALLED, "--yes", "--to", str(tmp_path), data=tmp_path)
    assert (done.returncode, path.read_text()) == (1, "mine")
    assert "--force" in done.stderr


def test_an_answer_that_is_none_is_refused(tmp_path: Path) -> None:
    """An unknown key, a wrong choice, a line too long to be said: nothing is written."""
    for wrong in ("colour=red", "gender=blue", "secret=" + "very long " * 30):
        done = sparring("persona", "new", *CALLED[:2], wrong, "--yes", "--to", str(tmp_path / "made"), data=tmp_path)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
    assert not (tmp_path / "made").exists()


def test_what_cannot_be_taken_is_asked_again(tmp_path: Path) -> None:
    """A slip in one answer loses none of those given before."""
    typed = "they call\nthey\nRosa Lima\nwoman\nfemale\naunt\n" + "Caller\n" + "very long " * 30 + "\n" + 10 * "\n"
    made = sparring("persona", "new", "--to", str(tmp_path), data=tmp_path, stdin=typed)
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "rosa_lima_caller.json").exists()
    assert "not one of they, rep" in made.stdout + made.stderr
    assert "longer than 200 letters" in made.stdout + made.stderr
