"""A report as a message."""

from dataclasses import replace

import pytest

from sparring.adapters.mail.message import Sender, as_message, checked_message_id, parse_sender
from sparring.errors import ConfigRejected, MailRefused
from sparring.ids import EmailAddress
from tests.fakes.clock import START
from tests.fakes.documents import a_mail

SENDER = parse_sender("Sparring <coach@example.org>")


def test_the_same_report_has_the_same_id_on_every_attempt() -> None:
    """The id depends on the report, not on when it is sent."""
    first = as_message(a_mail(), sender=SENDER, at=START)
    later = as_message(a_mail(), sender=SENDER, at=START.replace(day=26))
    assert first["Message-ID"] == later["Message-ID"] == f"<{a_mail().message_id}@example.org>"
    assert first["Date"] != later["Date"]


def test_both_forms_are_alternatives_of_one_message() -> None:
    """A reader without HTML shows the text, others the page; nothing is attached."""
    message = as_message(a_mail(), sender=SENDER, at=START)
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]


def test_machines_do_not_answer_a_report() -> None:
    """The message says that a machine wrote it (RFC 3834)."""
    assert as_message(a_mail(), sender=SENDER, at=START)["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("coach@example.org", "Sparring"),
        ("Sparring <coach@example.org>", "Sparring"),
        ("Harbour, Home Care <coach@example.org>", "Harbour, Home Care"),
        ("<coach@example.org>", ""),
    ],
)
def test_a_sender_is_an_address_with_or_without_a_name(text: str, name: str) -> None:
    """Both ways of writing it are understood, and the name is quoted where it must be."""
    sender = parse_sender(text)
    assert sender == Sender(name, EmailAddress("coach@example.org"))
    assert sender.domain == "example.org"
    assert "coach@example.org" in as_message(a_mail(), sender=sender, at=START)["From"]


@pytest.mark.parametrize(
    "text", ["", "coach", "coach@localhost", "a@b.c, d@e.f", "Coach\n<coach@example.org>", "A <a@b.c> <d@e.f>"]
)
def test_a_setting_that_is_no_sender_is_refused_at_start(text: str) -> None:
    """The operator reads what it needs to look like."""
    with pytest.raises(ConfigRejected, match=r"Sparring <coach@example\.org>"):
        parse_sender(text)


@pytest.mark.parametrize("message_id", ["", "a b", "a/b", "A", "a>b", "a\n", "é", "a" * 121])
def test_an_id_that_is_not_ours_is_refused(message_id: str) -> None:
    """An id is safe in a header and as a file name."""
    with pytest.raises(MailRefused):
        checked_message_id(replace(a_mail(), message_id=message_id))
