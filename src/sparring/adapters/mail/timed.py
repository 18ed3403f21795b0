"""A `Mailer` that tells how long handing a mail over took, and what came of it; ids and codes, never an address."""

from sparring.errors import IdRejected, MailFailed
from sparring.ids import CallId, parse_call_id
from sparring.ports import Clock, Mail, Mailer, Telemetry
from sparring.telemetry import Key, Metric, Span, SpanName

_CALL_ID_CHARACTERS = 25  # a message id begins with its call's


class TimedMailer:
    """Implements `Mailer` around another.

    Args:
        mailer: sends.
        telemetry: is told.
        clock: how long it took.
    """

    def __init__(self, mailer: Mailer, *, telemetry: Telemetry, clock: Clock) -> None:
        self.name = mailer.name
        self._mailer, self._telemetry, self._clock = mailer, telemetry, clock

    async def send(self, mail: Mail) -> None:
        """See the port."""
        began_s = self._clock.monotonic_s()
        try:
            await self._mailer.send(mail)
        except MailFailed as error:
            self._tell(mail, error.code, began_s)
            raise
        self._tell(mail, "sent", began_s)

    async def forget(self, call_id: CallId) -> None:
        """See the port."""
        await self._mailer.forget(call_id)

    def _tell(self, mail: Mail, outcome: str, began_s: float) -> None:
        took_ms, about = (self._clock.monotonic_s() - began_s) * 1000, {Key.OUTCOME: outcome}
        self._telemetry.measure(Metric.MAILS, 1, about)
        self._telemetry.measure(Metric.MAIL_MS, took_ms, about)
        try:
            call_id = parse_call_id(mail.message_id[:_CALL_ID_CHARACTERS])
        except IdRejected:
            return
        self._telemetry.span(Span(SpanName.MAIL, call_id, took_ms, took_ms, about, failed=outcome != "sent"))
