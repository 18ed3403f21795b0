"""Hands the waiting reports to the mail system, each until it is taken, refused for good, or a day old.

Flows in: due mails of the results store. Flows out: sent mails, and what became of each, noted after the fact: a relay
killed in between sends again under the same message id.
"""

import logging
from dataclasses import dataclass

from sparring.errors import MailFailed
from sparring.ports import Mailer, Results

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outbox:
    """The relay between `results` and `mailer`."""

    results: Results
    mailer: Mailer

    async def relay(self) -> int:
        """Try every mail that is due now; the number handed over. Raises: ResultsFailed."""
        handed_over = 0
        for mail in await self.results.unsent():
            try:
                await self.mailer.send(mail)
            except MailFailed as error:
                _log.warning("report %s not sent: %s", mail.message_id, error.code)
                await self.results.mark_failed(mail.message_id, error.code, final=not error.retryable)
            else:
                await self.results.mark_sent(mail.message_id)
                handed_over += 1
        return handed_over
