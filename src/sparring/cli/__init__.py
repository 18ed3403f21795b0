"""The command line: `sparring serve`, `doctor`, `call`, `demo`, `grade`, `calibrate`, `persona`, `rubric` and more.

Commands import what they need when they run, so that `--help` and a warm start are quick.
"""

import errno
import gc
import os
import sys

import typer

from sparring.cli.agent import agent
from sparring.cli.calibrate import calibrate
from sparring.cli.call import call
from sparring.cli.cost import cost
from sparring.cli.dead_letters import dead_letters
from sparring.cli.demo import demo
from sparring.cli.doctor import doctor
from sparring.cli.export import export
from sparring.cli.forget import forget
from sparring.cli.grade import grade
from sparring.cli.latency import latency
from sparring.cli.output import err, fail, open_streams
from sparring.cli.override import override
from sparring.cli.persona import persona
from sparring.cli.persona_new import persona_new
from sparring.cli.replay import replay
from sparring.cli.rubric import rubric
from sparring.cli.serve import actor, grader, serve
from sparring.cli.team import team
from sparring.cli.upload import upload
from sparring.errors import SparringError

_OBJECTS_BEFORE_SWEEPING = 50_000  # what is loaded stays: to look for waste in it takes a sixth of a start
_OUTPUT_FAILED = (errno.ENOSPC, errno.EIO, errno.EBADF)

app = typer.Typer(
    help="Practise a sales call with an AI buyer; get a score you can trace to your own words.",
    no_args_is_help=False,
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
_COMMANDS = (
    *(serve, agent, grader, doctor, call, demo, grade, calibrate, override, replay),
    *(latency, cost, team, export, upload, forget),
)
for command in _COMMANDS:
    app.command()(command)
app.command(hidden=True)(actor)
persona.command("new")(persona_new)
app.add_typer(persona, name="persona")
app.add_typer(rubric, name="rubric")
app.add_typer(dead_letters, name="dead-letter")
app.add_typer(dead_letters, name="dead-letters", hidden=True)


@app.callback()
def _default(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        serve()


def main() -> None:
    """Entry point. An error of ours becomes its sentence and exit status 1; so does output that cannot be written."""
    gc.set_threshold(_OBJECTS_BEFORE_SWEEPING)
    open_streams()
    try:
        app()
    except SparringError as error:
        fail(error)
        sys.exit(1)
    except OSError as error:
        if error.errno not in _OUTPUT_FAILED:
            raise
        _stop_writing()
        err.print(f"The output could not be written: {error.strerror}.", markup=False)
        sys.exit(1)


def _stop_writing() -> None:
    """What still waits in the buffer would fail once more when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
