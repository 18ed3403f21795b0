"""F19: the mail server is down, busy, or refuses: no report is lost within a day, and each arrives once."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sparring.adapters.mail.message import parse_sender
from sparring.adapters.mail.smtp import SmtpMailer, SmtpSettings
from sparring.adapters.results.sql.sqlite import SqliteResults
from sparring.report.outbox import Outbox
from tests.fakes.clock import FakeClock
from tests.fakes.documents import a_call_record, a_mail, a_scorecard, a_transcript, call_id
from tests.fakes.loopback import free_port
from tests.fakes.smtp_server import SmtpServer

SENDER = parse_sender("coach@example.org")
CALLS = 5
HOUR_S = 3_600


class House:
    """An outbox with a few reports, in front of a real mail server that comes and goes."""

    def __init__(self, results: SqliteResults, clock: FakeClock) -> None:
        self.results, self.clock = results, clock

    async def relay(self, port: int) -> int:
        settings = SmtpSettings("127.0.0.1", port, SENDER, security="none", timeout_s=2.0)
        return await Outbox(self.results, SmtpMailer(settings, self.clock)).relay()

    async def reported(self, number: int) -> str:
        return (await self.results.steps(call_id(number)))[-1].state


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    clock = FakeClock()
    results = SqliteResults(tmp_path / "results.db", clock)
    for number in range(CALLS):
        call = a_transcript(call_id=call_id(number))
        await results.begin(a_call_record(call))
        await results.save(a_scorecard(call), a_mail(of=call.call_id))
    yield House(results, clock)
    await results.close()


async def test_reports_wait_out_an_outage_of_hours(house: House) -> None:
    """Ten hours without a server cost nothing but time; the reports can be read on the page meanwhile."""
    for _ in range(10):
        assert await house.relay(free_port()) == 0
        house.clock.advance(HOUR_S)
        assert await house.results.get(call_id(0)) is not None
    with SmtpServer() as server:
        assert await house.relay(server.port) == CALLS
        assert len(server.received) == CALLS
    assert [await house.reported(number) for number in range(CALLS)] == ["done"] * CALLS


async def test_a_busy_server_gets_each_report_once(house: House) -> None:
    """Refused for now, then taken: as many mails as calls."""
    with SmtpServer(replies=["451 busy"] * 7) as server:
        for _ in range(4):
            await house.relay(server.port)
            house.clock.advance(HOUR_S)
        assert len(server.received) == CALLS
        assert len({data.split(b"Message-ID:")[1].split()[0] for data in server.received}) == CALLS


async def test_one_refused_report_does_not_hold_the_others(house: House) -> None:
    """The first one is refused for good and marked so, the rest arrive."""
    with SmtpServer(replies=["550 no such user"]) as server:
        assert await house.relay(server.port) == CALLS - 1
    assert sorted([await house.reported(number) for number in range(CALLS)]) == ["done"] * (CALLS - 1) + ["failed"]


async def test_a_server_that_never_comes_back_ends_in_a_known_failure(house: House) -> None:
    """After a day the reports are given up and marked, and nothing is tried any more."""
    port = free_port()
    for _ in range(30):
        await house.relay(port)
        house.clock.advance(HOUR_S)
    assert [await house.reported(number) for number in range(CALLS)] == ["failed"] * CALLS
    with SmtpServer() as server:
        assert await house.relay(server.port) == 0
