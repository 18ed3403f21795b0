"""The report as a mail to the rep it is about, and to nobody else: `MailWriter`.

The recipient comes from the rep's account, never from a call. One call and transcript have one message id, so that a
report is queued once whoever grades the call again.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sparring.errors import MailRefused
from sparring.persona import Persona
from sparring.ports import Mail, RepAccount
from sparring.report.build import build_report
from sparring.report.render import render
from sparring.rubric import Rubric
from sparring.scorecard import Scorecard
from sparring.transcript import Transcript


@dataclass(frozen=True, slots=True)
class MailWriter:
    """Words reports.

    Args:
        base_url: where people open Sparring, without a trailing slash.
        personas: gives those that may be named as the next to practise with.
    """

    base_url: str
    personas: Callable[[], Iterable[Persona]] = tuple

    def write(
        self, scorecard: Scorecard, transcript: Transcript, persona: Persona | None, rubric: Rubric, account: RepAccount
    ) -> Mail:
        """Word the report.

        Args:
            scorecard: the call's grade.
            transcript: the call.
            persona: the buyer as installed; None for an uploaded call.
            rubric: the rubric as installed.
            account: the rep, with an address.

        Raises:
            MailRefused: the rep has no address, or the account is another rep's.
        """
        if account.email is None or account.rep_id != scorecard.rep_id:
            raise MailRefused("A report goes to the address of the rep it is about, and there is none.")
        rendered = render(
            build_report(scorecard, transcript, persona, rubric, personas=self.personas()),
            rep_name=account.name,
            link=f"{self.base_url}/report/?id={scorecard.call_id}",
        )
        return Mail(
            message_id=f"{scorecard.call_id}.{scorecard.transcript_digest[:16]}",
            to_address=account.email,
            subject=rendered.subject,
            text=rendered.text,
            html=rendered.html,
        )
