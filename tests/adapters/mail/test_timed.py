"""Mails that are handed over, or not, are told of with ids and codes."""

import pytest

from sparring.adapters.mail.timed import TimedMailer
from sparring.errors import MailFailed, MailRefused
from sparring.ports import Mail
from sparring.telemetry import Key, Metric
from tests.fakes.clock import FakeClock
from tests.fakes.documents import CALL_ID, a_mail
from tests.fakes.memory import MemoryMailer
from tests.fakes.telemetry import MemoryTelemetry


class SlowMailer(MemoryMailer):
    """Takes two seconds, and may refuse after them."""

    def __init__(self, clock: FakeClock, error: MailFailed | None = None) -> None:
        super().__init__()
        self._clock, self._error = clock, error

    async def send(self, mail: Mail) -> None:
        """See the port."""
        self._clock.advance(2)
        if self._error is not None:
            raise self._error
        await super().send(mail)


async def test_a_mail_that_was_taken_is_told_of() -> None:
    """How long it took, and whose call it was."""
    clock, telemetry = FakeClock(), MemoryTelemetry()
    mailer = TimedMailer(SlowMailer(clock), telemetry=telemetry, clock=clock)
    await mailer.send(a_mail())
    await mailer.forget(CALL_ID)
    (span,) = telemetry.spans
    assert (span.call_id, round(span.duration_ms), span.failed) == (CALL_ID, 2_000, False)
    assert telemetry.values(Metric.MAILS) == [1]


async def test_a_refusal_is_told_by_its_code_and_still_raised() -> None:
    """Whoever relays decides what becomes of it."""
    clock, telemetry = FakeClock(), MemoryTelemetry()
    mailer = TimedMailer(SlowMailer(clock, MailRefused("no such box")), telemetry=telemetry, clock=clock)
    with pytest.raises(MailRefused):
        await mailer.send(a_mail())
    (span,) = telemetry.spans
    assert span.failed
    assert span.attributes[Key.OUTCOME] == "mail_refused"
    assert "box" not in str(telemetry.attributes())


async def test_a_mail_of_no_call_is_counted_only() -> None:
    """A message id that begins with no call's id belongs to no trace."""
    clock, telemetry = FakeClock(), MemoryTelemetry()
    mail = Mail("other", "a@example.org", "s", "t", "h")
    await TimedMailer(MemoryMailer(), telemetry=telemetry, clock=clock).send(mail)
    assert telemetry.spans == []
    assert telemetry.values(Metric.MAILS) == [1]
