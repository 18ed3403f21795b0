"""The command line: `sparring serve`, `doctor`, `call`, `demo`, `grade`, `persona`, `rubric`, `grader`.

Commands import what they need when they run, so that `--help` and a warm start are quick.
"""

import sys

import typer

from sparring.cli import call, demo, doctor, grade, library, serve
from sparring.cli.output import fail
from sparring.errors import SparringError

app = typer.Typer(
    help="Practise a sales call with an AI buyer; get a score you can trace to your own words.",
    no_args_is_help=False,
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (serve.serve, serve.grader, doctor.doctor, call.call, demo.demo, grade.grade):
    app.command()(command)
app.command(hidden=True)(serve.actor)
app.add_typer(library.persona, name="persona")
app.add_typer(library.rubric, name="rubric")


@app.callback()
def _default(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        serve.serve()


def main() -> None:
    """Entry point. An error of ours becomes its sentence and exit status 1."""
    try:
        app()
    except SparringError as error:
        fail(error)
        sys.exit(1)
