"""A report as an e-mail message: text and HTML side by side, under a message id that is the same for every attempt.

Flows in: a `Mail`. Flows out: an RFC 5322 message for exactly one recipient, or `MailRefused`.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from sparring.errors import ConfigRejected, IdRejected, MailRefused
from sparring.ids import EmailAddress, parse_email_address
from sparring.ports import Mail

_MESSAGE_ID = re.compile(r"[a-z0-9_.]{1,120}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who a report comes from."""

    name: str
    address: EmailAddress

    @property
    def domain(self) -> str:
        """What stands behind the @."""
        return self.address.rpartition("@")[2]


def parse_sender(text: str) -> Sender:
    """`coach@example.org` or `Sparring <coach@example.org>`. Raises: ConfigRejected."""
    named = re.fullmatch(r"([^<>\x00-\x1f\x7f]{0,80}?) ?<([^<>]+)>", text)
    name, address = (named[1], named[2]) if named else ("Sparring", text)
    try:
        return Sender(name, parse_email_address(address))
    except IdRejected:
        raise ConfigRejected("The sender of reports needs to look like: Sparring <coach@example.org>.") from None


def as_message(mail: Mail, *, sender: Sender, at: datetime) -> EmailMessage:
    """The message to hand over at the aware time `at`.

    Raises:
        MailRefused: the recipient is not one address, or a header would hold a line break.
    """
    message = EmailMessage(policy=SMTP)
    try:
        message["From"] = Address(display_name=sender.name, addr_spec=sender.address)
        message["To"] = Address(addr_spec=parse_email_address(mail.to_address))
        message["Subject"] = mail.subject
        message["Date"] = format_datetime(at)
        # a mail system that honours it delivers a report once, however often it was handed over
        message["Message-ID"] = f"<{checked_message_id(mail)}@{sender.domain}>"
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: keeps out-of-office replies away
        message.set_content(mail.text)
        message.add_alternative(mail.html, subtype="html")
    except (ValueError, MessageError, IdRejected):
        raise MailRefused("The mail's recipient, subject or id is not one a mail can have.") from None
    return message


def checked_message_id(mail: Mail) -> str:
    """The mail's id, safe in a header and as a file name. Raises: MailRefused."""
    if not _MESSAGE_ID.fullmatch(mail.message_id):
        raise MailRefused("The mail's id is not one of ours.")
    return mail.message_id
