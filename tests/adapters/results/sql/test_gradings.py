"""What sums were graded by."""

from functools import partial
from pathlib import Path
from typing import Any

from sparring.adapters.results.sql import gradings
from sparring.adapters.results.sql.schema import MIGRATIONS
from sparring.adapters.sql.sqlite_file import Database
from sparring.errors import ResultsFailed
from sparring.scorecard import GraderRef
from tests.fakes.documents import a_scorecard

MODEL = GraderRef(name="model", version="2", model="a-model")


class Rows(list[Any]):
    """Implements `Rows` over a list."""

    rowcount = 0

    def fetchone(self) -> Any:
        """See the protocol."""
        return self.pop(0) if self else None

    def fetchall(self) -> list[Any]:
        """See the protocol."""
        return list(self)


async def test_sums_are_named_by_their_number(tmp_path: Path) -> None:
    """One number for each grader version on each rubric version, the same whenever it is asked for."""
    database = Database(tmp_path / "results.db", MIGRATIONS, failed=ResultsFailed)
    ruled, judged = a_scorecard(), a_scorecard().model_copy(update={"grader": MODEL})
    numbers = [await database.write(partial(gradings.number_of, card=card)) for card in (ruled, judged) * 2]
    assert numbers[:2] == numbers[2:]
    assert numbers[0] != numbers[1]
    sums = Rows([("omaha", 0, numbers[0], 2, 1, 1_200, 720_000), ("omaha", 1, numbers[1], 1, 1, 900, 810_000)])
    found = await database.read(lambda on: gradings.tallies(on, sums))
    assert [(one.later, one.grader, one.rubric, one.calls, one.tenths) for one in found] == [
        (False, ruled.grader, ruled.rubric, 2, 1_200),
        (True, MODEL, judged.rubric, 1, 900),
    ]
    await database.close()
