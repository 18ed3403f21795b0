"""Which mail system carries the reports."""

from pathlib import Path

import pytest

from sparring.adapters.mail.acs import AcsMailer
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


ACS = "https://harbour.communication.azure.com"


def test_azure_is_reached_by_identity_or_by_key() -> None:
    """An endpoint alone asks Microsoft Entra; a connection string holds a key, which no sentence and no repr shows."""
    by_identity = open_mailer(Config(acs_endpoint=ACS), FakeClock())
    by_key = open_mailer(Config(acs_connection_string=f"endpoint={ACS}/;accesskey=c2VjcmV0"), FakeClock())
    assert isinstance(by_identity, AcsMailer)
    assert isinstance(by_key, AcsMailer)
    assert (by_identity._settings.endpoint, by_identity._settings.access_key) == (ACS, None)
    assert (by_key._settings.endpoint, by_key._settings.access_key) == (ACS, "c2VjcmV0")
    assert "c2VjcmV0" not in repr(by_key._settings)


@pytest.mark.parametrize(
    "text", ["accesskey=c2VjcmV0", "endpoint=http://x/;accesskey=c2VjcmV0", f"endpoint={ACS}", "?"]
)
def test_half_a_connection_string_refuses_to_start(text: str) -> None:
    """The sentence shows its form and nothing of it."""
    with pytest.raises(ConfigRejected, match="as the portal shows it") as refused:
        open_mailer(Config(acs_connection_string=text), FakeClock())
    assert "c2VjcmV0" not in refused.value.sentence


def test_reports_go_one_way() -> None:
    """Two mail systems at once are a mistake, whichever was meant."""
    with pytest.raises(ConfigRejected, match="one way"):
        open_mailer(Config(acs_endpoint=ACS, smtp_url="smtps://mail.example.org"), FakeClock())
