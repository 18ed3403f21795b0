"""Tables of the results store. A statement, once published, is never changed: a change is a new migration."""

from sparring.adapters.database import Migration

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

MIGRATIONS: tuple[Migration, ...] = (_FIRST, _OVERRIDES)
