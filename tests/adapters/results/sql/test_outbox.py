"""Statements about reports waiting to be sent."""

import sqlite3
from collections.abc import Iterator

import pytest

from sparring.adapters.results.sql import outbox
from sparring.adapters.results.sql.schema import MIGRATIONS
from sparring.adapters.retry import EVENT_GRID
from tests.fakes.clock import START
from tests.fakes.documents import CALL_ID, a_mail

NOW_S = START.timestamp()


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    for migration in MIGRATIONS:
        for statement in migration:
            connection.execute(statement)
    outbox.queue(connection, CALL_ID, a_mail(), NOW_S)
    yield connection
    connection.close()


def row(database: sqlite3.Connection) -> tuple[str, str, str]:
    found: tuple[str, str, str] = database.execute("SELECT state, to_address, html FROM outbox").fetchone()
    return found


def test_a_sent_report_keeps_its_id_and_nothing_else(database: sqlite3.Connection) -> None:
    """Neither the address nor the words are kept, and the same report is not queued again."""
    outbox.end_sent(database, a_mail().message_id, START)
    assert row(database) == ("sent", "", "")
    assert not outbox.queue(database, CALL_ID, a_mail(), NOW_S)
    assert outbox.due(database, NOW_S + 1e6, 10, policy=EVENT_GRID) == []


def test_a_report_that_was_given_up_keeps_its_id_and_nothing_else(database: sqlite3.Connection) -> None:
    """The same holds when nobody took it."""
    outbox.end_failed(database, a_mail().message_id, "mail_refused", now=START, policy=EVENT_GRID, final=True)
    assert row(database) == ("failed", "", "")


def test_a_report_that_was_deleted_meanwhile_is_no_concern(database: sqlite3.Connection) -> None:
    """A relay that comes back to a deleted call changes nothing."""
    database.execute("DELETE FROM outbox")
    outbox.end_sent(database, a_mail().message_id, START)
    outbox.end_failed(database, a_mail().message_id, "mail_failed", now=START, policy=EVENT_GRID, final=False)
    assert database.execute("SELECT count(*) FROM step").fetchone() == (0,)


def test_a_sent_report_cannot_fail_any_more(database: sqlite3.Connection) -> None:
    """A second relay that was slower does not undo what the first one did."""
    outbox.end_sent(database, a_mail().message_id, START)
    outbox.end_failed(database, a_mail().message_id, "mail_failed", now=START, policy=EVENT_GRID, final=True)
    assert row(database)[0] == "sent"
