"""`sparring rubric list`, `show` and `check`: what calls are graded by, and whether a rubric file is right."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from sparring.cli.checked_files import AsJson, Checked, documents_in, report, show
from sparring.cli.output import print_json, print_rows
from sparring.errors import DocumentRejected

rubric = typer.Typer(help="What calls are graded by: list, show, check.", no_args_is_help=True)


@rubric.command("list")
def rubric_list(*, as_json: AsJson = False) -> None:
    """Every rubric."""
    from sparring.rubric import load_rubrics  # noqa: PLC0415

    rows = [
        {"id": one.id, "version": one.version, "title": one.title, "points": one.points, "pass_score": one.pass_score}
        for one in load_rubrics().values()
    ]
    if as_json:
        print_json(rows)
        return
    columns = ("id", "version", "title", "points", "pass at")
    print_rows(columns, [[escape(str(value)) for value in row.values()] for row in rows])


@rubric.command("show")
def rubric_show(rubric_id: str, *, as_json: AsJson = False) -> None:
    """One rubric."""
    from sparring.rubric import find_rubric  # noqa: PLC0415

    show(find_rubric(rubric_id).model_dump(mode="json"), as_json=as_json)


@rubric.command("check")
def rubric_check(files: Annotated[list[Path] | None, typer.Argument()] = None, *, as_json: AsJson = False) -> None:
    """Every mistake in rubric files, or in the shipped rubrics when none is given. Exit status 1 if there is one."""
    from sparring.documents import dump_document  # noqa: PLC0415
    from sparring.rubric import MAX_RUBRIC_BYTES, load_rubrics  # noqa: PLC0415

    shipped = [(one.id, dump_document(one)) for one in load_rubrics().values()] if not files else []
    documents = documents_in(files, MAX_RUBRIC_BYTES) if files else shipped
    report([Checked(source, _mistakes(data, source)) for source, data in documents], as_json=as_json)


def _mistakes(data: bytes | DocumentRejected, source: str) -> tuple[str, ...]:
    from sparring.rubric import check_rubric  # noqa: PLC0415

    if isinstance(data, DocumentRejected):
        return (data.sentence,)
    return tuple(error.sentence for error in check_rubric(data, source=source))
