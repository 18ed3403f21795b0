"""Mails, and where they go out."""

from dataclasses import dataclass
from typing import Protocol

from sparring.ids import CallId


@dataclass(frozen=True, slots=True)
class Mail:
    """One report e-mail. `message_id` begins with the call's id and is the same for every attempt to send it."""

    message_id: str
    to_address: str
    subject: str
    text: str
    html: str


class Mailer(Protocol):
    """Hands a mail to a mail system."""

    name: str

    async def send(self, mail: Mail) -> None:
        """Raises: MailRefused when sending it again cannot help, MailFailed otherwise."""

    async def forget(self, call_id: CallId) -> None:
        """Remove the copies of this call's mails that are still ours. Raises: MailFailed."""
