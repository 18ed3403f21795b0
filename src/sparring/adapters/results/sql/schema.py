"""Tables of the results store. A statement, once published, is never changed: a change is a new migration."""

from collections.abc import Mapping

from sparring.adapters.sql.sqlite_file import Fill, Migration

_FIRST: Migration = (
    """CREATE TABLE call (
        call_id TEXT PRIMARY KEY,
        tenant_id TEXT NOT NULL,
        location_id TEXT NOT NULL,
        rep_id TEXT NOT NULL,
        persona_id TEXT NOT NULL,
        rubric_id TEXT NOT NULL,
        call_type TEXT NOT NULL,
        difficulty TEXT NOT NULL,
        attempt TEXT NOT NULL,
        started_at TEXT NOT NULL,
        duration_ms INTEGER NOT NULL,
        object_name TEXT NOT NULL,
        transcript_digest TEXT NOT NULL,
        newest INTEGER REFERENCES scorecard (number)
    ) STRICT, WITHOUT ROWID""",
    # started_at is ISO 8601 in UTC, so text order is time order
    "CREATE INDEX call_of_rep ON call (rep_id, started_at DESC)",
    """CREATE TABLE scorecard (
        number INTEGER PRIMARY KEY,
        call_id TEXT NOT NULL REFERENCES call (call_id),
        transcript_digest TEXT NOT NULL,
        grader TEXT NOT NULL,
        status TEXT NOT NULL,
        score REAL,
        passed INTEGER,
        reason TEXT,
        document BLOB NOT NULL,
        UNIQUE (call_id, transcript_digest, grader)
    ) STRICT""",
    """CREATE TABLE step (
        number INTEGER PRIMARY KEY,
        call_id TEXT NOT NULL,
        step TEXT NOT NULL,
        state TEXT NOT NULL,
        at TEXT NOT NULL,
        reason TEXT,
        UNIQUE (call_id, step)
    ) STRICT""",
    """CREATE TABLE outbox (
        message_id TEXT PRIMARY KEY,
        call_id TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
        to_address TEXT NOT NULL,
        subject TEXT NOT NULL,
        text TEXT NOT NULL,
        html TEXT NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        queued_s REAL NOT NULL,
        due_s REAL NOT NULL,
        reason TEXT
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX outbox_due ON outbox (due_s) WHERE state = 'waiting'",
    "CREATE INDEX outbox_call ON outbox (call_id)",
    "CREATE TABLE rep (rep_id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT) STRICT, WITHOUT ROWID",
    "CREATE TABLE forgotten (call_id TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE heartbeat (worker TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID",
)

_OVERRIDES: Migration = (
    """CREATE TABLE override (
        number INTEGER PRIMARY KEY,
        call_id TEXT NOT NULL,
        document BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX override_of_call ON override (call_id)",
)

_FIGURES: Migration = (
    """CREATE TABLE grading (
        number INTEGER PRIMARY KEY,
        grader_name TEXT NOT NULL,
        grader_version TEXT NOT NULL,
        grader_model TEXT NOT NULL,
        rubric_id TEXT NOT NULL,
        rubric_version INTEGER NOT NULL,
        rubric_digest TEXT NOT NULL,
        UNIQUE (grader_name, grader_version, grader_model, rubric_id, rubric_version, rubric_digest)
    ) STRICT""",
    # one row a week for the tenant, for each location and for each rep: a page reads the coarsest that answers it
    """CREATE TABLE score_tally (
        tenant_id TEXT NOT NULL,
        level TEXT NOT NULL CHECK (level IN ('tenant', 'location', 'rep')),
        location_id TEXT NOT NULL,
        rep_id TEXT NOT NULL,
        week TEXT NOT NULL,
        grading INTEGER NOT NULL REFERENCES grading (number),
        calls INTEGER NOT NULL,
        passed INTEGER NOT NULL,
        tenths INTEGER NOT NULL,
        tenths_squared INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, level, location_id, rep_id, week, grading)
    ) STRICT, WITHOUT ROWID""",
    # the network's page reads its weeks of all locations and nothing else
    """CREATE INDEX score_of_locations ON score_tally
        (tenant_id, week, location_id, grading, calls, passed, tenths, tenths_squared) WHERE level = 'location'""",
    """CREATE TABLE criterion_tally (
        tenant_id TEXT NOT NULL,
        level TEXT NOT NULL CHECK (level IN ('tenant', 'location')),
        location_id TEXT NOT NULL,
        week TEXT NOT NULL,
        rubric_id TEXT NOT NULL,
        criterion TEXT NOT NULL,
        calls INTEGER NOT NULL,
        points INTEGER NOT NULL,
        max_points INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, level, location_id, week, rubric_id, criterion)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE member (
        tenant_id TEXT NOT NULL,
        location_id TEXT NOT NULL,
        rep_id TEXT NOT NULL,
        joined INTEGER NOT NULL,
        last_at TEXT,
        PRIMARY KEY (tenant_id, location_id, rep_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX member_of_rep ON member (rep_id)",
    "CREATE TABLE shared (call_id TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE INDEX call_that_counts ON call (tenant_id, location_id, started_at DESC) WHERE attempt <> 'private'",
)

_UPLOADS: Migration = ("ALTER TABLE call ADD COLUMN uploaded_by TEXT",)

_BLOCKS: Migration = (
    # four weeks of a location in one row: a year of 350 locations is 7,000 to 15,000 rows, and 36,400 by weeks
    """CREATE TABLE score_block (
        tenant_id TEXT NOT NULL,
        block TEXT NOT NULL,
        location_id TEXT NOT NULL,
        grading INTEGER NOT NULL REFERENCES grading (number),
        calls INTEGER NOT NULL,
        passed INTEGER NOT NULL,
        tenths INTEGER NOT NULL,
        tenths_squared INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, block, location_id, grading)
    ) STRICT, WITHOUT ROWID""",
    """INSERT INTO score_block
        SELECT tenant_id,
            date(week, '-' || (CAST(julianday(week) - julianday('2000-01-03') AS INTEGER) / 7 % 4 * 7) || ' days'),
            location_id, grading, sum(calls), sum(passed), sum(tenths), sum(tenths_squared)
        FROM score_tally WHERE level = 'location' GROUP BY 1, 2, 3, 4""",
)

_PERIODS: Migration = (
    # what is kept now: so many weeks up to the Monday `until`, for each length that a page offers
    """CREATE TABLE period (
        tenant_id TEXT NOT NULL,
        weeks INTEGER NOT NULL,
        since TEXT NOT NULL,
        middle TEXT NOT NULL,
        until TEXT NOT NULL,
        PRIMARY KEY (tenant_id, weeks)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE score_period (
        tenant_id TEXT NOT NULL,
        weeks INTEGER NOT NULL,
        location_id TEXT NOT NULL,
        later INTEGER NOT NULL,
        grading INTEGER NOT NULL REFERENCES grading (number),
        calls INTEGER NOT NULL,
        passed INTEGER NOT NULL,
        tenths INTEGER NOT NULL,
        tenths_squared INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, weeks, location_id, later, grading)
    ) STRICT, WITHOUT ROWID""",
    # code that still keeps blocks would leave out periods: without their table it fails, and its event comes again
    "DROP TABLE score_block",
    # points of the newest grade's criteria, for a rep's page; of older grades when they are first asked for
    "ALTER TABLE call ADD COLUMN points TEXT",
)

_SKILLS: Migration = (
    # a rubric's categories, by rep and by location; `shares` are thousandths of a skill's points, call by call
    """CREATE TABLE skill_week (
        tenant_id TEXT NOT NULL,
        level TEXT NOT NULL CHECK (level IN ('location', 'rep')),
        location_id TEXT NOT NULL,
        week TEXT NOT NULL,
        rep_id TEXT NOT NULL,
        rubric_id TEXT NOT NULL,
        skill TEXT NOT NULL,
        calls INTEGER NOT NULL,
        points INTEGER NOT NULL,
        max_points INTEGER NOT NULL,
        shares INTEGER NOT NULL,
        shares_squared INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, level, location_id, week, rep_id, rubric_id, skill)
    ) STRICT, WITHOUT ROWID""",
    # code that does not keep skills would leave grades out: without its table it fails, and its event comes again
    "ALTER TABLE criterion_tally RENAME TO criterion_week",
)

_APPEALS: Migration = (
    """CREATE TABLE appeal (
        call_id TEXT NOT NULL,
        criterion TEXT NOT NULL,
        tenant_id TEXT NOT NULL,
        location_id TEXT NOT NULL,
        at TEXT NOT NULL,
        answered INTEGER NOT NULL,
        document BLOB NOT NULL,
        PRIMARY KEY (call_id, criterion)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX appeal_open ON appeal (tenant_id, location_id, at) WHERE answered = 0",
)

_FORKS: Migration = ("ALTER TABLE call ADD COLUMN fork_of TEXT",)

_EXAMS: Migration = (
    # closes_at keeps its offset: the last day is that of whoever set the exam
    """CREATE TABLE exam (
        exam_id TEXT PRIMARY KEY,
        tenant_id TEXT NOT NULL,
        location_id TEXT NOT NULL,
        persona_id TEXT NOT NULL,
        difficulty TEXT NOT NULL,
        set_at TEXT NOT NULL,
        closes_at TEXT
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX exam_of_team ON exam (tenant_id, location_id, set_at)",
    "ALTER TABLE call ADD COLUMN exam_id TEXT",
    "CREATE INDEX call_of_exam ON call (exam_id, started_at) WHERE exam_id IS NOT NULL",
)

_DELETED_SITTINGS: Migration = (
    # what stays of a sitting that its rep deleted (docs/adr/0052)
    """CREATE TABLE deleted_sitting (
        call_id TEXT PRIMARY KEY,
        exam_id TEXT NOT NULL,
        rep_id TEXT NOT NULL,
        started_at TEXT NOT NULL,
        deleted_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX deleted_sitting_of_exam ON deleted_sitting (exam_id, started_at)",
    "CREATE INDEX deleted_sitting_of_rep ON deleted_sitting (rep_id, started_at)",
    "CREATE INDEX sitting_of_rep ON call (rep_id, started_at) WHERE exam_id IS NOT NULL",
)

MIGRATIONS: tuple[Migration, ...] = (
    _FIRST, _OVERRIDES, _FIGURES, _UPLOADS, _BLOCKS, _PERIODS, _SKILLS, _APPEALS, _FORKS, _EXAMS, _DELETED_SITTINGS,
)  # fmt: skip

_SCORES = """INSERT INTO score_tally
    SELECT tenant_id, '{level}', {location}, {rep}, week, grading.number,
        count(*), sum(passed), sum(tenths), sum(tenths * tenths)
    FROM temp.counted
    JOIN grading USING (grader_name, grader_version, grader_model, rubric_id, rubric_version, rubric_digest)
    WHERE true GROUP BY 1, 3, 4, 5, 6
    ON CONFLICT DO UPDATE SET calls = calls + excluded.calls, passed = passed + excluded.passed,
        tenths = tenths + excluded.tenths, tenths_squared = tenths_squared + excluded.tenths_squared"""
_CRITERIA = """INSERT INTO criterion_tally
    SELECT tenant_id, '{level}', {location}, week, rubric_id, json_extract(value, '$.id'), count(*),
        sum(json_extract(value, '$.points')), sum(json_extract(value, '$.max_points'))
    FROM temp.counted JOIN scorecard USING (number), json_each(CAST(document AS TEXT), '$.criteria')
    WHERE json_extract(value, '$.status') = 'scored' GROUP BY 1, 3, 4, 5, 6
    ON CONFLICT DO UPDATE SET calls = calls + excluded.calls, points = points + excluded.points,
        max_points = max_points + excluded.max_points"""

_PIECES = "SELECT max(number) FROM (SELECT number FROM scorecard WHERE number > :after ORDER BY number LIMIT 2000)"

FILLS: Mapping[int, Fill] = {
    # what is there already is added up, two thousand scorecards at a time
    3: Fill(
        until=_PIECES,
        statements=(
            """CREATE TEMP TABLE counted AS
                SELECT number, tenant_id, location_id, rep_id, started_at, rubric_id, passed,
                    date(started_at, 'weekday 0', '-6 days') AS week,
                    CAST(round(score * 10) AS INTEGER) AS tenths,
                    json_extract(card, '$.grader.name') AS grader_name,
                    json_extract(card, '$.grader.version') AS grader_version,
                    coalesce(json_extract(card, '$.grader.model'), '') AS grader_model,
                    json_extract(card, '$.rubric.version') AS rubric_version,
                    json_extract(card, '$.rubric.digest') AS rubric_digest
                FROM (SELECT *, CAST(document AS TEXT) AS card FROM scorecard JOIN call ON newest = number
                    WHERE number > :after AND number <= :until AND scorecard.call_id = call.call_id
                    AND attempt <> 'private' AND status = 'graded')""",
            """INSERT INTO grading
                (grader_name, grader_version, grader_model, rubric_id, rubric_version, rubric_digest)
                SELECT DISTINCT grader_name, grader_version, grader_model, rubric_id, rubric_version, rubric_digest
                FROM temp.counted WHERE true ON CONFLICT DO NOTHING""",
            _SCORES.format(level="rep", location="location_id", rep="rep_id"),
            _SCORES.format(level="location", location="location_id", rep="''"),
            _SCORES.format(level="tenant", location="''", rep="''"),
            _CRITERIA.format(level="location", location="location_id"),
            _CRITERIA.format(level="tenant", location="''"),
            """INSERT INTO member
                SELECT tenant_id, location_id, rep_id, 0, max(started_at) FROM temp.counted WHERE true GROUP BY 1, 2, 3
                ON CONFLICT DO UPDATE SET last_at = max(coalesce(last_at, ''), excluded.last_at)""",
            "DROP TABLE temp.counted",
        ),
    ),
    7: Fill(
        until=_PIECES,
        statements=(
            """INSERT INTO skill_week
                SELECT tenant_id, level, location_id, week, CASE level WHEN 'rep' THEN rep_id ELSE '' END, rubric_id,
                    skill, count(*), sum(points), sum(max_points), sum(1000 * points / max_points),
                    sum((1000 * points / max_points) * (1000 * points / max_points))
                FROM (SELECT tenant_id, location_id, rep_id, rubric_id, json_extract(value, '$.category') AS skill,
                        date(started_at, 'weekday 0', '-6 days') AS week,
                        sum(json_extract(value, '$.points')) AS points,
                        sum(json_extract(value, '$.max_points')) AS max_points
                    FROM scorecard JOIN call ON newest = number, json_each(CAST(document AS TEXT), '$.criteria')
                    WHERE number > :after AND number <= :until AND scorecard.call_id = call.call_id
                    AND attempt <> 'private' AND scorecard.status = 'graded'
                    AND json_extract(value, '$.status') = 'scored' GROUP BY number, skill)
                JOIN (SELECT 'rep' AS level UNION ALL SELECT 'location')
                WHERE max_points > 0 GROUP BY 1, 2, 3, 4, 5, 6, 7
                ON CONFLICT DO UPDATE SET calls = calls + excluded.calls, points = points + excluded.points,
                    max_points = max_points + excluded.max_points, shares = shares + excluded.shares,
                    shares_squared = shares_squared + excluded.shares_squared""",
        ),
    ),
}
"""Rows that a migration leaves to be made, by its number."""
