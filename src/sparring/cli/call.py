"""`sparring call PERSONA`: typed practice in the terminal, then the report."""

import asyncio
import os
import secrets
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sparring.cli.files import read_at_most
from sparring.cli.keyboard import Keyboard
from sparring.cli.output import err, out, print_bytes, so_many
from sparring.errors import DocumentRejected, PersonaUnknown

if TYPE_CHECKING:
    from sparring.call.scripted_call import Script
    from sparring.config import Config
    from sparring.persona import Difficulty, Persona
    from sparring.transcript import Transcript, Turn

MAX_SCRIPT_BYTES = 262_144
MAX_LINE_CHARS = 2_000
_SEEDS = 2**32
_INTERRUPTED = 128 + signal.SIGINT  # exit status
_SHOWN_CHARS = 60


def call(
    persona: Annotated[str, typer.Argument(help="Who to call, as `sparring persona list` names them.")],
    *,
    seed: Annotated[int | None, typer.Option(min=0, max=2**53 - 1, help="The same seed gives the same buyer.")] = None,
    difficulty: Annotated[str | None, typer.Option(help="easy, normal or hard; else the persona's own.")] = None,
    script: Annotated[Path | None, typer.Option(help="One line of the rep per turn, instead of the keyboard.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the transcript as JSON and nothing else.")] = False,
) -> None:
    """Practise in writing. An empty line, Ctrl-D or Ctrl-C hangs up."""
    from sparring.config import read_config  # noqa: PLC0415
    from sparring.documents import dump_document  # noqa: PLC0415

    config = read_config(os.environ)
    found, level = _choose(config, persona, difficulty)
    if script is None:
        transcript = asyncio.run(_at_the_keyboard(config, found, level, _or_any(seed)))
    else:
        lines = read_script(script, seed=seed or 0, difficulty=level)
        transcript = asyncio.run(_rehearsed(found, lines))
        _tell_of_unsaid(lines, transcript)
    if as_json:
        print_bytes(dump_document(transcript))
        return
    if script is not None:
        for turn in transcript.turns:
            _print_turn(turn)
    try:
        _print_report(transcript, found, judge=config if config.grader == "model" else None)
    except KeyboardInterrupt:
        if script is None:
            _tell_where_it_is(config, transcript)
        raise typer.Exit(_INTERRUPTED) from None


def read_script(path: Path, *, seed: int, difficulty: "Difficulty") -> "Script":
    """The lines of a script file; empty ones are skipped. Raises: DocumentRejected."""
    from sparring.call.scripted_call import Script  # noqa: PLC0415

    data = read_at_most(path, MAX_SCRIPT_BYTES)
    if len(data) > MAX_SCRIPT_BYTES:
        raise DocumentRejected(path.name, "", f"larger than {MAX_SCRIPT_BYTES} bytes")
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise DocumentRejected(path.name, "", "not UTF-8") from None
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE_CHARS:
            raise DocumentRejected(path.name, f"line {number}", f"longer than {MAX_LINE_CHARS} characters")
    return Script(tuple(line.strip() for line in lines if line.strip()), seed, difficulty)


def _tell_of_unsaid(script: "Script", transcript: "Transcript") -> None:
    said = sum(turn.speaker == "rep" for turn in transcript.turns)
    if unsaid := script.lines[said:]:
        first = unsaid[0] if len(unsaid[0]) <= _SHOWN_CHARS else f"{unsaid[0][:_SHOWN_CHARS]}…"
        ended = transcript.ending.reason.rstrip(".")
        err.print(f"{ended}: {so_many(len(unsaid), 'line')} of the script not said, from “{first}” on.", markup=False)


def _tell_where_it_is(config: "Config", transcript: "Transcript") -> None:
    from sparring.bootstrap.folders import Folders  # noqa: PLC0415
    from sparring.transcript import object_name  # noqa: PLC0415

    kept = Folders(config.data_dir).air_gap / object_name(transcript)
    how = f"`sparring grade {kept}` grades it." if kept.is_file() else f"It is {object_name(transcript)} in your store."
    err.print(f"\nYou left before the report was made. The call is kept: {how}", markup=False, soft_wrap=True)


def _choose(config: "Config", persona_id: str, difficulty: str | None) -> "tuple[Persona, Difficulty]":
    from sparring.persona import DIFFICULTIES, find_persona  # noqa: PLC0415

    found = find_persona(persona_id, config.personas_dir)
    for level in DIFFICULTIES:
        if level == (difficulty or found.difficulty):
            return found, level
    raise PersonaUnknown(f"There is no such difficulty. Choose one of {', '.join(DIFFICULTIES)}.")


def _or_any(seed: int | None) -> int:
    return secrets.randbelow(_SEEDS) if seed is None else seed


async def _rehearsed(persona: "Persona", script: "Script") -> "Transcript":
    from sparring.adapters.journal.memory import MemoryJournal  # noqa: PLC0415
    from sparring.adapters.store.memory import MemoryStore  # noqa: PLC0415
    from sparring.call.scripted_call import play_script  # noqa: PLC0415
    from sparring.rubric import find_rubric  # noqa: PLC0415

    rubric = find_rubric(persona.rubric_id)
    return await play_script(persona, rubric, script, journal=MemoryJournal(), store=MemoryStore())


async def _at_the_keyboard(config: "Config", persona: "Persona", level: "Difficulty", seed: int) -> "Transcript":
    from sparring.bootstrap.terminal_call import TerminalCall, open_terminal_call  # noqa: PLC0415

    err.print(f"{persona.name}, {persona.role}. {persona.situation}", style="bold", markup=False)
    err.print("[dim]Type what you say. An empty line hangs up.[/]")
    watcher = TerminalCall(_print_turn)
    keyboard = Keyboard(_descriptor())
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, _hang_up, keyboard)
    opened = open_terminal_call(config, persona, difficulty=level, seed=seed, watcher=watcher)
    async with opened as (line, session):
        while watcher.ending is None:
            err.print("[bold cyan]You:[/] ", end="")
            text = await keyboard.line()
            if not text:
                break
            if len(text) > MAX_LINE_CHARS:
                err.print(f"That is {len(text):,} characters, and a turn takes {MAX_LINE_CHARS:,}: say it in parts.")
                continue
            await line.type_text(text)
        await line.hang_up("rep", reason="The rep hung up.")
        return await session.transcript()


def _hang_up(keyboard: Keyboard) -> None:
    err.print("\nYou hung up.")
    keyboard.close()


def _descriptor() -> int | None:
    try:
        return sys.stdin.fileno()
    except OSError:  # standard input was closed
        return None


def _print_turn(turn: "Turn") -> None:
    own = turn.speaker == "rep"
    if own and sys.stdin.isatty():
        return  # it stands on the screen already
    err.print("[bold cyan]You:[/]" if own else "[bold magenta]Buyer:[/]", end=" ")
    err.print(turn.text, markup=False)


def _print_report(transcript: "Transcript", persona: "Persona", *, judge: "Config | None") -> None:
    from sparring.cli.grade import scorecard_of  # noqa: PLC0415
    from sparring.cli.report import print_report  # noqa: PLC0415
    from sparring.documents import digest_of, dump_document  # noqa: PLC0415
    from sparring.grade.actor import audited  # noqa: PLC0415
    from sparring.persona import load_personas  # noqa: PLC0415
    from sparring.report.build import build_report  # noqa: PLC0415
    from sparring.rubric import find_rubric  # noqa: PLC0415

    rubric, digest = find_rubric(persona.rubric_id), digest_of(dump_document(transcript))
    scorecard = audited(scorecard_of(transcript, rubric, digest, model=judge), transcript, persona)
    report = build_report(scorecard, transcript, persona, rubric, personas=load_personas())
    print_report(report, out)
