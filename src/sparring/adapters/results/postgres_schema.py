"""Tables of the results store on PostgreSQL: those of `schema`, by the same names and in the same columns.

Times are ISO 8601 text in UTC here too, compared byte by byte, so that one set of statements serves both databases. A
statement, once published, is never changed: a change is a new migration.
"""

from sparring.adapters.postgres import Migration

_NUMBER = "number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
_TEXT = 'TEXT COLLATE "C"'

_FIRST: Migration = (
    f"""CREATE TABLE call (
        call_id {_TEXT} PRIMARY KEY,
        tenant_id {_TEXT} NOT NULL,
        location_id {_TEXT} NOT NULL,
        rep_id {_TEXT} NOT NULL,
        persona_id {_TEXT} NOT NULL,
        rubric_id {_TEXT} NOT NULL,
        call_type {_TEXT} NOT NULL,
        difficulty {_TEXT} NOT NULL,
        attempt {_TEXT} NOT NULL,
        started_at {_TEXT} NOT NULL,
        duration_ms BIGINT NOT NULL,
        object_name {_TEXT} NOT NULL,
        transcript_digest {_TEXT} NOT NULL,
        newest BIGINT
    )""",
    "CREATE INDEX call_of_rep ON call (rep_id, started_at DESC)",
    f"""CREATE TABLE scorecard (
        {_NUMBER},
        call_id {_TEXT} NOT NULL REFERENCES call (call_id),
        transcript_digest {_TEXT} NOT NULL,
        grader {_TEXT} NOT NULL,
        status {_TEXT} NOT NULL,
        score DOUBLE PRECISION,
        passed BIGINT,
        reason {_TEXT},
        document BYTEA NOT NULL,
        UNIQUE (call_id, transcript_digest, grader)
    )""",
    "ALTER TABLE call ADD FOREIGN KEY (newest) REFERENCES scorecard (number)",
    f"""CREATE TABLE step (
        {_NUMBER},
        call_id {_TEXT} NOT NULL,
        step {_TEXT} NOT NULL,
        state {_TEXT} NOT NULL,
        at {_TEXT} NOT NULL,
        reason {_TEXT},
        UNIQUE (call_id, step)
    )""",
    f"""CREATE TABLE outbox (
        message_id {_TEXT} PRIMARY KEY,
        call_id {_TEXT} NOT NULL,
        state {_TEXT} NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
        to_address TEXT NOT NULL,
        subject TEXT NOT NULL,
        text TEXT NOT NULL,
        html TEXT NOT NULL,
        attempts BIGINT NOT NULL DEFAULT 0,
        queued_s DOUBLE PRECISION NOT NULL,
        due_s DOUBLE PRECISION NOT NULL,
        reason {_TEXT}
    )""",
    "CREATE INDEX outbox_due ON outbox (due_s) WHERE state = 'waiting'",
    "CREATE INDEX outbox_call ON outbox (call_id)",
    f"CREATE TABLE rep (rep_id {_TEXT} PRIMARY KEY, name TEXT NOT NULL, email TEXT)",
    f"CREATE TABLE forgotten (call_id {_TEXT} PRIMARY KEY, at {_TEXT} NOT NULL)",
    f"CREATE TABLE heartbeat (worker {_TEXT} PRIMARY KEY, at {_TEXT} NOT NULL)",
    f"CREATE TABLE override ({_NUMBER}, call_id {_TEXT} NOT NULL, document BYTEA NOT NULL)",
    "CREATE INDEX override_of_call ON override (call_id)",
    f"""CREATE TABLE grading (
        {_NUMBER},
        grader_name {_TEXT} NOT NULL,
        grader_version {_TEXT} NOT NULL,
        grader_model {_TEXT} NOT NULL,
        rubric_id {_TEXT} NOT NULL,
        rubric_version BIGINT NOT NULL,
        rubric_digest {_TEXT} NOT NULL,
        UNIQUE (grader_name, grader_version, grader_model, rubric_id, rubric_version, rubric_digest)
    )""",
    f"""CREATE TABLE score_tally (
        tenant_id {_TEXT} NOT NULL,
        level {_TEXT} NOT NULL CHECK (level IN ('tenant', 'location', 'rep')),
        location_id {_TEXT} NOT NULL,
        rep_id {_TEXT} NOT NULL,
        week {_TEXT} NOT NULL,
        grading BIGINT NOT NULL REFERENCES grading (number),
        calls BIGINT NOT NULL,
        passed BIGINT NOT NULL,
        tenths BIGINT NOT NULL,
        tenths_squared BIGINT NOT NULL,
        PRIMARY KEY (tenant_id, level, location_id, rep_id, week, grading)
    )""",
    f"""CREATE TABLE criterion_tally (
        tenant_id {_TEXT} NOT NULL,
        level {_TEXT} NOT NULL CHECK (level IN ('tenant', 'location')),
        location_id {_TEXT} NOT NULL,
        week {_TEXT} NOT NULL,
        rubric_id {_TEXT} NOT NULL,
        criterion {_TEXT} NOT NULL,
        calls BIGINT NOT NULL,
        points BIGINT NOT NULL,
        max_points BIGINT NOT NULL,
        PRIMARY KEY (tenant_id, level, location_id, week, rubric_id, criterion)
    )""",
    f"""CREATE TABLE member (
        tenant_id {_TEXT} NOT NULL,
        location_id {_TEXT} NOT NULL,
        rep_id {_TEXT} NOT NULL,
        joined BIGINT NOT NULL,
        last_at {_TEXT},
        PRIMARY KEY (tenant_id, location_id, rep_id)
    )""",
    "CREATE INDEX member_of_rep ON member (rep_id)",
    f"CREATE TABLE shared (call_id {_TEXT} PRIMARY KEY, at {_TEXT} NOT NULL)",
    "CREATE INDEX call_that_counts ON call (tenant_id, location_id, started_at DESC) WHERE attempt <> 'private'",
)

_UPLOADS: Migration = (f"ALTER TABLE call ADD COLUMN uploaded_by {_TEXT}",)

_BLOCKS: Migration = (
    f"""CREATE TABLE score_block (
        tenant_id {_TEXT} NOT NULL,
        block {_TEXT} NOT NULL,
        location_id {_TEXT} NOT NULL,
        grading BIGINT NOT NULL REFERENCES grading (number),
        calls BIGINT NOT NULL,
        passed BIGINT NOT NULL,
        tenths BIGINT NOT NULL,
        tenths_squared BIGINT NOT NULL,
        PRIMARY KEY (tenant_id, block, location_id, grading)
    )""",
    """INSERT INTO score_block
        SELECT tenant_id,
            to_char(CAST(week AS date) - (CAST(week AS date) - DATE '2000-01-03') / 7 % 4 * 7, 'YYYY-MM-DD'),
            location_id, grading, sum(calls), sum(passed), sum(tenths), sum(tenths_squared)
        FROM score_tally WHERE level = 'location' GROUP BY 1, 2, 3, 4""",
)

_PERIODS: Migration = (
    f"""CREATE TABLE period (
        tenant_id {_TEXT} NOT NULL,
        weeks BIGINT NOT NULL,
        since {_TEXT} NOT NULL,
        middle {_TEXT} NOT NULL,
        until {_TEXT} NOT NULL,
        PRIMARY KEY (tenant_id, weeks)
    )""",
    f"""CREATE TABLE score_period (
        tenant_id {_TEXT} NOT NULL,
        weeks BIGINT NOT NULL,
        location_id {_TEXT} NOT NULL,
        later BIGINT NOT NULL,
        grading BIGINT NOT NULL REFERENCES grading (number),
        calls BIGINT NOT NULL,
        passed BIGINT NOT NULL,
        tenths BIGINT NOT NULL,
        tenths_squared BIGINT NOT NULL,
        PRIMARY KEY (tenant_id, weeks, location_id, later, grading)
    )""",
    "DROP TABLE score_block",
    f"ALTER TABLE call ADD COLUMN points {_TEXT}",
)

_SKILLS: Migration = (
    f"""CREATE TABLE skill_week (
        tenant_id {_TEXT} NOT NULL,
        level {_TEXT} NOT NULL CHECK (level IN ('location', 'rep')),
        location_id {_TEXT} NOT NULL,
        week {_TEXT} NOT NULL,
        rep_id {_TEXT} NOT NULL,
        rubric_id {_TEXT} NOT NULL,
        skill {_TEXT} NOT NULL,
        calls BIGINT NOT NULL,
        points BIGINT NOT NULL,
        max_points BIGINT NOT NULL,
        shares BIGINT NOT NULL,
        shares_squared BIGINT NOT NULL,
        PRIMARY KEY (tenant_id, level, location_id, week, rep_id, rubric_id, skill)
    )""",
    """INSERT INTO skill_week
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
        WHERE max_points > 0 GROUP BY 1, 2, 3, 4, 5, 6, 7""",
    "ALTER TABLE criterion_tally RENAME TO criterion_week",
)

_APPEALS: Migration = (
    f"""CREATE TABLE appeal (
        call_id {_TEXT} NOT NULL,
        criterion {_TEXT} NOT NULL,
        tenant_id {_TEXT} NOT NULL,
        location_id {_TEXT} NOT NULL,
        at {_TEXT} NOT NULL,
        answered BIGINT NOT NULL,
        document BYTEA NOT NULL,
        PRIMARY KEY (call_id, criterion)
    )""",
    "CREATE INDEX appeal_open ON appeal (tenant_id, location_id, at) WHERE answered = 0",
)

MIGRATIONS: tuple[Migration, ...] = (_FIRST, _UPLOADS, _BLOCKS, _PERIODS, _SKILLS, _APPEALS)
