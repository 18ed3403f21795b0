"""Handing reports to the mail system."""

import pytest

from sparring.errors import MailFailed, MailRefused
from sparring.report.outbox import Outbox
from tests.fakes.clock import FakeClock
from tests.fakes.documents import CALL_ID, a_call_record, a_mail, a_scorecard, a_transcript, call_id
from tests.fakes.memory import MemoryMailer, MemoryResults


@pytest.fixture
async def outbox() -> Outbox:
    results = MemoryResults(FakeClock())
    await results.begin(a_call_record())
    await results.save(a_scorecard(), a_mail())
    return Outbox(results, MemoryMailer())


async def reported(outbox: Outbox) -> tuple[str, str | None]:
    record = (await outbox.results.steps(CALL_ID))[-1]
    return record.state, record.reason


async def test_a_waiting_report_is_sent_once(outbox: Outbox) -> None:
    """The first turn sends it, the second has nothing to do."""
    assert [await outbox.relay(), await outbox.relay()] == [1, 0]
    assert outbox.mailer.sent == [a_mail()]  # type: ignore[attr-defined]
    assert await reported(outbox) == ("done", None)


async def test_a_failed_report_is_sent_at_its_next_attempt(outbox: Outbox) -> None:
    """A server that was down for a while gets the report when it is back."""
    outbox.mailer.failures = [MailFailed("down"), MailFailed("down")]  # type: ignore[attr-defined]
    for delay_s, handed_over in ((10, 0), (30, 0), (0, 1)):
        assert await outbox.relay() == handed_over
        outbox.results.clock.advance(delay_s)  # type: ignore[attr-defined]
    assert await reported(outbox) == ("done", None)


async def test_a_refused_report_is_given_up_with_the_reason(outbox: Outbox) -> None:
    """Nobody tries an address for a day that will never take mail."""
    outbox.mailer.failures = [MailRefused("unknown")]  # type: ignore[attr-defined]
    assert [await outbox.relay(), await outbox.relay()] == [0, 0]
    assert await reported(outbox) == ("failed", "mail_refused")


async def test_one_report_that_fails_does_not_hold_the_others(outbox: Outbox) -> None:
    """The rest of the waiting reports go out in the same turn."""
    for number in (1, 2):
        call = a_transcript(call_id=call_id(number))
        await outbox.results.begin(a_call_record(call))
        await outbox.results.save(a_scorecard(call), a_mail(of=call.call_id))
    outbox.mailer.failures = [MailFailed("down")]  # type: ignore[attr-defined]
    assert await outbox.relay() == 2


async def test_a_log_names_the_report_and_the_code_alone(outbox: Outbox, caplog: pytest.LogCaptureFixture) -> None:
    """What the mail system said, and to whom, is in no log."""
    outbox.mailer.failures = [MailFailed("dana@example.org is unknown")]  # type: ignore[attr-defined]
    await outbox.relay()
    assert caplog.messages == [f"report {a_mail().message_id} not sent: mail_failed"]
