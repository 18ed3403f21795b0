"""`sparring call PERSONA`: typed practice in the terminal, then the report."""

import asyncio
import os
import secrets
import sys
from pathlib import Path
from typing import Annotated, Any, Literal, cast

import typer

from sparring.cli.output import err, out
from sparring.errors import DocumentRejected

MAX_SCRIPT_BYTES = 262_144
MAX_LINE_CHARS = 2_000


def call(
    persona: Annotated[str, typer.Argument(help="Who to call, as `sparring persona list` names them.")],
    *,
    seed: Annotated[int | None, typer.Option(min=0, help="The same seed gives the same buyer.")] = None,
    difficulty: Annotated[
        str | None, typer.Option(help="easy, normal or hard; the persona's own when left out.")
    ] = None,
    script: Annotated[Path | None, typer.Option(help="One line of the rep per turn, instead of the keyboard.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the transcript as JSON and nothing else.")] = False,
) -> None:
    """Practise in writing. An empty line or Ctrl-D hangs up."""
    from sparring.persona import find_persona  # noqa: PLC0415

    found = find_persona(persona, _config().personas_dir)
    level = _level(difficulty or found.difficulty)
    if script is None:
        transcript = asyncio.run(_at_the_keyboard(found, level, secrets.randbelow(2**32) if seed is None else seed))
    else:
        transcript = asyncio.run(_from_script(found, level, _lines(script), seed or 0))
    if as_json:
        from sparring.documents import dump_document  # noqa: PLC0415

        sys.stdout.buffer.write(dump_document(transcript))
        return
    if script is not None:
        for turn in transcript.turns:
            _print_turn(turn)
    _print_report(transcript, found)


def _config() -> Any:
    from sparring.config import read_config  # noqa: PLC0415

    return read_config(os.environ)


def _level(text: str) -> Literal["easy", "normal", "hard"]:
    if text not in ("easy", "normal", "hard"):
        raise typer.BadParameter("must be easy, normal or hard")
    return cast("Literal['easy', 'normal', 'hard']", text)


def _lines(script: Path) -> list[str]:
    try:
        data = script.read_bytes()
    except OSError:
        raise DocumentRejected(script.name, "", "the file cannot be read") from None
    if len(data) > MAX_SCRIPT_BYTES:
        raise DocumentRejected(script.name, "", f"larger than {MAX_SCRIPT_BYTES} bytes")
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise DocumentRejected(script.name, "", "not UTF-8") from None
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE_CHARS:
            raise DocumentRejected(script.name, f"line {number}", f"longer than {MAX_LINE_CHARS} characters")
    return [line.strip() for line in lines if line.strip()]


async def _from_script(persona: Any, level: Any, lines: list[str], seed: int) -> Any:
    from sparring.adapters.journal.memory import MemoryJournal  # noqa: PLC0415
    from sparring.adapters.store.memory import MemoryStore  # noqa: PLC0415
    from sparring.call.rehearsal import Script, rehearse  # noqa: PLC0415
    from sparring.rubric import find_rubric  # noqa: PLC0415

    rubric = find_rubric(persona.rubric_id)
    script = Script(tuple(lines), seed, level)
    return await rehearse(persona, rubric, script, journal=MemoryJournal(), store=MemoryStore())


async def _at_the_keyboard(persona: Any, level: Any, seed: int) -> Any:
    from sparring.bootstrap import open_terminal_call  # noqa: PLC0415

    err.print(f"[bold]{persona.name}[/], {persona.role}. {persona.situation}")
    err.print("[dim]Type what you say. An empty line hangs up.[/]")
    async with open_terminal_call(_config(), persona, level, seed=seed, show=_print_turn) as terminal:
        while not terminal.over:
            text = await asyncio.to_thread(_ask)
            if not text:
                break
            await terminal.line.type_text(text[:MAX_LINE_CHARS])
        await terminal.line.hang_up("rep", reason="The rep hung up.")
        return await terminal.hand_over()


def _ask() -> str:
    err.print("[bold cyan]You:[/] ", end="")
    return sys.stdin.readline().strip()


def _print_turn(turn: Any) -> None:
    who = "[bold cyan]You:[/]" if turn.speaker == "rep" else "[bold magenta]Buyer:[/]"
    if turn.speaker == "buyer" or not sys.stdin.isatty():
        err.print(who, end=" ")
        err.print(turn.text, markup=False)


def _print_report(transcript: Any, persona: Any) -> None:
    from sparring.bootstrap import grade_now  # noqa: PLC0415
    from sparring.cli.report import print_report  # noqa: PLC0415

    print_report(grade_now(transcript, persona), out)
