"""Which mail system carries the reports."""

from pathlib import Path

import pytest

from sparring.adapters.mail.folder import FolderMailer
from sparring.adapters.mail.smtp import SmtpMailer
from sparring.bootstrap.mail import open_mailer
from sparring.config import Config
from sparring.errors import ConfigRejected
from tests.fakes.clock import FakeClock


def opened(url: str | None, mail_from: str = "Coach <coach@example.org>") -> FolderMailer | SmtpMailer:
    mailer = open_mailer(Config(data_dir=Path("unused"), smtp_url=url, mail_from=mail_from), FakeClock())
    assert isinstance(mailer, FolderMailer | SmtpMailer)
    return mailer


def test_without_an_address_reports_are_files() -> None:
    """Nothing leaves the machine by default."""
    assert isinstance(opened(None), FolderMailer)


@pytest.mark.parametrize(
    ("url", "security", "port"),
    [
        ("smtp://mail.example.org", "starttls", 587),
        ("smtps://mail.example.org", "tls", 465),
        ("smtp://localhost:2525?tls=none", "none", 2525),
    ],
)
def test_the_address_says_how_the_mail_travels(url: str, security: str, port: int) -> None:
    """STARTTLS unless said otherwise."""
    mailer = opened(url)
    assert isinstance(mailer, SmtpMailer)
    assert (mailer._settings.security, mailer._settings.port) == (security, port)


def test_a_name_and_password_may_hold_any_character() -> None:
    """They are unquoted as URLs are."""
    mailer = opened("smtps://coach%40example.org:p%3Ass@mail.example.org")
    assert isinstance(mailer, SmtpMailer)
    assert (mailer._settings.username, mailer._settings.password) == ("coach@example.org", "p:ss")


def test_a_sender_that_is_no_address_refuses_to_start() -> None:
    """The sentence shows what it should look like."""
    with pytest.raises(ConfigRejected, match=r"coach@example\.org"):
        opened(None, mail_from="somebody")
