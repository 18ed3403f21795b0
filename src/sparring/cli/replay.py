"""`sparring replay FILE`: whether the buyer's side of a call is exactly what its mind makes of the rep's words."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sparring.cli.files import read_at_most
from sparring.cli.output import fail, out, print_json, so_many
from sparring.errors import PersonaRejected, SparringError, TranscriptRejected

if TYPE_CHECKING:
    from sparring.call.replay import Difference
    from sparring.persona import Persona
    from sparring.transcript import Transcript

DIFFERS, REFUSED = 1, 2


def replay(
    file: Annotated[Path, typer.Argument(help="A transcript as JSON.")],
    *,
    persona: Annotated[
        Path | None, typer.Option(help="The persona file of that time, if it was changed since.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The outcome as one line of JSON.")] = False,
) -> None:
    """Replay a call. Exit status 0: the same; 1: the buyer's side differs, and where; 2: the file was refused."""
    try:
        transcript, difference = replay_file(file, persona)
    except SparringError as error:
        if as_json:
            print_json({"file": file.name, "error": {"code": error.code, "sentence": error.sentence}})
        else:
            fail(error)
        raise typer.Exit(REFUSED) from None
    if as_json:
        print_json(_outcome(file, transcript, difference))
    else:
        _print(transcript, difference)
    if difference is not None:
        raise typer.Exit(DIFFERS)


def replay_file(path: Path, persona_file: Path | None) -> "tuple[Transcript, Difference | None]":
    """The call and where it differs, if anywhere. Raises: TranscriptRejected, PersonaRejected, PersonaUnknown."""
    from sparring.call.replay import first_difference  # noqa: PLC0415
    from sparring.transcript import MAX_TRANSCRIPT_BYTES, parse_transcript  # noqa: PLC0415

    data = read_at_most(path, MAX_TRANSCRIPT_BYTES, rejected=TranscriptRejected)
    transcript = parse_transcript(data, source=path.name)
    persona = _persona(transcript, persona_file)
    if persona.digest != transcript.persona.digest:
        reason = f"the call was taken by another wording of {persona.id}; name the file of that time with --persona"
        raise TranscriptRejected(path.name, "persona.digest", reason)
    return transcript, first_difference(persona, transcript)


def _persona(transcript: "Transcript", path: Path | None) -> "Persona":
    from sparring.config import read_config  # noqa: PLC0415
    from sparring.persona import MAX_PERSONA_BYTES, find_persona, parse_persona  # noqa: PLC0415

    if path is None:
        return find_persona(transcript.persona.id, read_config(os.environ).personas_dir)
    return parse_persona(read_at_most(path, MAX_PERSONA_BYTES, rejected=PersonaRejected), source=path.name)


def _outcome(path: Path, transcript: "Transcript", difference: "Difference | None") -> dict[str, Any]:
    return {
        "file": path.name,
        "same": difference is None,
        "turn": difference.turn if difference else None,
        "what": difference.what if difference else None,
        "recorded": difference.recorded if difference else None,
        "replayed": difference.replayed if difference else None,
        "turns": len(transcript.turns),
        "traced": transcript.trace is not None,
        "mind": transcript.trace.mind if transcript.trace else None,
        "worded_by_model": _worded(transcript),
    }


def _worded(transcript: "Transcript") -> int:
    """Turns that a model gave their words: there it is what was decided that is compared."""
    return sum(turn.wording is not None for turn in transcript.turns)


def _print(transcript: "Transcript", difference: "Difference | None") -> None:
    held = f"{so_many(len(transcript.turns), 'turn')}, seed {transcript.seed}, {transcript.difficulty}"
    by = f"recorded by {transcript.trace.mind}" if transcript.trace else "recorded without a trace of the mind"
    if difference is None:
        state = " and every state of the mind" if transcript.trace else ""
        worded = _worded(transcript)
        words = "to the last word" + (f" but for {so_many(worded, 'turn')} in a model's words" if worded else "")
        out.print(f"[green]The same[/]: the buyer's side{state}, {words} ({held}, {by}).", markup=True)
        return
    out.print(f"[red]Differs at turn {difference.turn}[/] in {difference.what} ({held}, {by}).")
    out.print(f"  recorded: {difference.recorded}", markup=False)
    out.print(f"  replayed: {difference.replayed}", markup=False)
