"""`sparring persona new`: a valid persona by asking a few questions, or from answers given on the command line."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sparring.cli.output import err, out
from sparring.cli.persona import print_way, proof_of
from sparring.errors import DocumentRejected

if TYPE_CHECKING:
    from sparring.persona import Answers, Persona

_WHO_CALLS = ("they", "rep")
_GENDERS = ("female", "male")


@dataclass(frozen=True, slots=True)
class _Ask:
    """One thing to know about a person. `proposed`: from the answers so far."""

    key: str
    question: str
    proposed: Callable[[Mapping[str, str]], str]
    one_of: tuple[str, ...] = ()
    of_callers: bool = False  # asked of those who call only
    at_most: int = 200  # letters: what a line, with the words around it, has room for


def _by_direction(they: str, rep: str) -> Callable[[Mapping[str, str]], str]:
    return lambda known: (they if known["calls"] == "they" else rep).format(**known)


def _always(proposal: str) -> Callable[[Mapping[str, str]], str]:
    return lambda _: proposal


_ASKS = (
    _Ask("calls", "Who calls: they, or the rep", _always("they"), _WHO_CALLS),
    _Ask("name", "First and last name", _always("Martha Lane")),
    _Ask("gender", "Gender, which the voice follows", _always("female"), _GENDERS),
    _Ask("cared", "Who needs care, as in 'mother'", _always("mother"), of_callers=True),
    _Ask("role", "Who they are, in a few words", _by_direction("Family caller", "Social worker at a rehab center")),
    _Ask(
        "summary",
        "What a rep may read beforehand, in one sentence",
        _by_direction("Calls about help for a {cared} and is not sure about it.", "Has agencies already, and is busy."),
    ),
    _Ask(
        "opening",
        "Their first words, word for word",
        _by_direction("Hi, um, I'm calling about my {cared}. I don't really know how this works.", "{name} speaking."),
    ),
    _Ask(
        "happened",
        "What has happened, as they would say it",
        _always("Last week there was a fall, and it doesn't work alone any more."),
        of_callers=True,
    ),
    _Ask(
        "secret",
        "What the rep has to find out, as they would say it",
        _by_direction(
            "Nobody's there at night, and it has gone wrong before.",
            "Late Friday I can't get anybody to start, and people come back.",
        ),
    ),
    _Ask(
        "secret_question",
        "A question that opens it",
        _by_direction("How are the nights, and who is there then?", "Which cases go wrong, on which day and why?"),
    ),
    _Ask("agency", "The rep's agency", _always("Willow Lane Home Care")),
    _Ask("town", "Where it is", _always("Oakwood")),
)


def persona_new(
    answers: Annotated[
        list[str] | None, typer.Argument(metavar="[KEY=ANSWER]...", help="Given, hence not asked.")
    ] = None,
    *,
    to: Annotated[Path | None, typer.Option(help="Folder to write to; else SPARRING_PERSONAS_DIR, else here.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing: take what is proposed.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file of the same name.")] = False,
) -> None:
    """Make a persona that can be called at once, and then be given a life of its own in an editor.

    Asks for calls, name, gender, cared, role, summary, opening, happened, secret, secret_question, agency and town.
    """
    from sparring.persona import skeleton  # noqa: PLC0415

    made = skeleton(_answered(_given(answers or []), yes=yes))
    problems, way = proof_of(made)
    for problem in problems:
        err.print(f"  {problem}", markup=False)
    if problems:
        raise typer.Exit(1)
    path = _write(made, _folder(to), force=force)
    out.print(f"Written: {path}", highlight=False, markup=False, soft_wrap=True)
    if way:
        print_way(way)
    out.print(
        f"Call: SPARRING_PERSONAS_DIR={path.parent} sparring call {made.id}",
        highlight=False,
        markup=False,
        soft_wrap=True,
    )


def _given(pairs: list[str]) -> dict[str, str]:
    """Raises: DocumentRejected for what is no KEY=ANSWER."""
    keys = {ask.key for ask in _ASKS}
    split = [pair.partition("=") for pair in pairs]
    for key, equals, _ in split:
        if not equals or key not in keys:
            raise DocumentRejected("command line", key[:40], f"not KEY=ANSWER with one of {', '.join(sorted(keys))}")
    return {key: answer for key, _, answer in split}


def _answered(given: Mapping[str, str], *, yes: bool) -> "Answers":
    """What is known about the person after asking for what is not given. Raises: DocumentRejected."""
    from sparring.persona import Answers  # noqa: PLC0415

    known: dict[str, str] = {}
    for ask in _ASKS:
        proposed = ask.proposed(known)
        skipped = yes or (ask.of_callers and known.get("calls") == "rep")
        if answer := given.get(ask.key):
            if problem := _problem(ask, answer):
                raise DocumentRejected("answers", ask.key, problem)
            known[ask.key] = answer
        else:
            known[ask.key] = proposed if skipped else _prompted(ask, proposed)
    calls, gender = known.pop("calls") == "they", known.pop("gender")
    return Answers(calls=calls, gender="female" if gender == "female" else "male", **known)


def _prompted(ask: _Ask, proposed: str) -> str:
    """What is typed; asked again while it cannot be taken, so that no answer given before is lost.

    Raises: DocumentRejected when there is nobody to type it.
    """

    def usable(typed: str) -> str:
        typed = typed.strip()
        if problem := _problem(ask, typed):
            raise typer.BadParameter(problem)
        return typed

    try:
        answer: str = typer.prompt(ask.question, default=proposed, value_proc=usable)
    except typer.Abort:
        if sys.stdin.isatty():
            raise
        wanted = f"nobody answers: give {ask.key}=ANSWER, or take what is proposed with --yes"
        raise DocumentRejected("answers", ask.key, wanted) from None
    return answer


def _problem(ask: _Ask, answer: str) -> str:
    """Why an answer cannot be taken; empty when it can."""
    if ask.one_of and answer not in ask.one_of:
        return f"not one of {', '.join(ask.one_of)}"
    return f"longer than {ask.at_most} letters" if len(answer) > ask.at_most else ""


def _folder(to: Path | None) -> Path:
    from sparring.config import read_config  # noqa: PLC0415

    return to or read_config(os.environ).personas_dir or Path.cwd()


def _write(made: "Persona", folder: Path, *, force: bool) -> Path:
    """Raises: DocumentRejected when the file is there already or the folder cannot be written to."""
    from sparring.persona import as_written  # noqa: PLC0415

    path = folder / f"{made.id}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("w" if force else "x", encoding="utf-8") as file:
            file.write(as_written(made))
    except FileExistsError:
        raise DocumentRejected(path.name, "", "there already; --force replaces it") from None
    except OSError:
        raise DocumentRejected(path.name, "", "cannot be written there") from None
    return path.resolve()
