"""Tables of the results store on PostgreSQL: those of `schema`, said as PostgreSQL says them.

Times are ISO 8601 text in UTC here too, compared byte by byte, so that one set of statements serves both databases. A
statement, once published, is never changed: a change is a new migration. What fills rows is written for each database.
"""

import re

from sparring.adapters.results.sql import schema
from sparring.adapters.sql.postgres import Migration

_NUMBER = "number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
_TEXT = 'TEXT COLLATE "C"'
_SPOKEN = "to_address|subject|text|html|name|email"  # columns that nothing is ordered or looked up by
_NAMES = (
    (r"\) STRICT(, WITHOUT ROWID)?$", ")"),
    (r"\bnumber INTEGER PRIMARY KEY", _NUMBER),
    (r"\bnewest INTEGER REFERENCES scorecard \(number\)", "newest BIGINT"),  # of a table that is not there yet
    (r"\bINTEGER\b", "BIGINT"),
    (r"\bREAL\b", "DOUBLE PRECISION"),
    (r"\bBLOB\b", "BYTEA"),
    (rf"\b(?!(?:{_SPOKEN}) )(\w+) TEXT\b", rf"\1 {_TEXT}"),
)
# published on one line, and so it stays
_OVERRIDE = f"CREATE TABLE override ({_NUMBER}, call_id {_TEXT} NOT NULL, document BYTEA NOT NULL)"
_AFTER_SCORECARD = "ALTER TABLE call ADD FOREIGN KEY (newest) REFERENCES scorecard (number)"


def said_here(statement: str) -> str:
    """One of SQLite's statements about tables and indexes as PostgreSQL takes it."""
    for theirs, ours in _NAMES:
        statement = re.sub(theirs, ours, statement)
    return statement


def _first() -> Migration:
    """Everything that the first three migrations of SQLite made, but for the index that its planner alone needs."""
    first, (_, *overrides), figures, *_ = schema.MIGRATIONS
    others = [one for one in (*overrides, *figures) if "INDEX score_of_locations" not in one]
    made = [*map(said_here, first), _OVERRIDE, *map(said_here, others)]
    after = next(place for place, one in enumerate(made) if one.startswith("CREATE TABLE scorecard"))
    return (*made[: after + 1], _AFTER_SCORECARD, *made[after + 1 :])


_SCORE_BLOCKS = """INSERT INTO score_block
        SELECT tenant_id,
            to_char(CAST(week AS date) - (CAST(week AS date) - DATE '2000-01-03') / 7 % 4 * 7, 'YYYY-MM-DD'),
            location_id, grading, sum(calls), sum(passed), sum(tenths), sum(tenths_squared)
        FROM score_tally WHERE level = 'location' GROUP BY 1, 2, 3, 4"""

_SKILL_WEEKS = """INSERT INTO skill_week
        SELECT tenant_id, level, location_id, week, CASE level WHEN 'rep' THEN rep_id ELSE '' END AS whose, rubric_id,
            skill, count(*), sum(points), sum(max_points), sum(div(1000 * points, max_points)),
            sum(div(1000 * points, max_points) * div(1000 * points, max_points))
        FROM (SELECT tenant_id, location_id, rep_id, rubric_id, one ->> 'category' AS skill,
                to_char(date_trunc('week', CAST(started_at AS timestamptz) AT TIME ZONE 'UTC'), 'YYYY-MM-DD') AS week,
                sum(CAST(one ->> 'points' AS BIGINT)) AS points, sum(CAST(one ->> 'max_points' AS BIGINT)) AS max_points
            FROM scorecard JOIN call ON newest = number,
                jsonb_array_elements(CAST(convert_from(document, 'UTF8') AS jsonb) -> 'criteria') AS one
            WHERE attempt <> 'private' AND scorecard.status = 'graded' AND one ->> 'status' = 'scored'
            GROUP BY number, tenant_id, location_id, rep_id, rubric_id, started_at, skill) AS scored,
            (VALUES ('rep'), ('location')) AS levels (level)
        WHERE max_points > 0 GROUP BY 1, 2, 3, 4, 5, 6, 7"""

_UPLOADS, _BLOCKS, _PERIODS, _SKILLS, _APPEALS, _FORKS, _EXAMS, _DELETED_SITTINGS = (
    tuple(map(said_here, made)) for made in schema.MIGRATIONS[3:]
)

MIGRATIONS: tuple[Migration, ...] = (
    _first(),
    _UPLOADS,
    (_BLOCKS[0], _SCORE_BLOCKS),
    _PERIODS,
    (_SKILLS[0], _SKILL_WEEKS, *_SKILLS[1:]),
    _APPEALS,
    _FORKS,
    _EXAMS,
    _DELETED_SITTINGS,
)
