"""What every mail system promises, each read back from where it puts its mails."""

import email
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from sparring.adapters.mail.acs import AcsMailer, AcsSettings
from sparring.adapters.mail.folder import FolderMailer
from sparring.adapters.mail.message import parse_sender
from sparring.adapters.mail.smtp import SmtpMailer, SmtpSettings
from sparring.adapters.mail.timed import TimedMailer
from sparring.errors import MailRefused
from sparring.ports import Mailer
from sparring.telemetry import Silent
from tests.fakes.acs_service import ACCESS_KEY, AcsService
from tests.fakes.clock import FakeClock
from tests.fakes.documents import CALL_ID, OTHER_CALL_ID, a_mail
from tests.fakes.smtp_server import SmtpServer

SENDER = parse_sender("Sparring <coach@example.org>")
Delivered = Callable[[], Sequence[EmailMessage]]


@pytest.fixture(params=["folder", "timed", "smtp", "acs"])
async def mailer(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[tuple[Mailer, Delivered]]:
    clock = FakeClock()
    if request.param in ("folder", "timed"):
        files, telemetry = tmp_path / "outbox", Silent()
        folder = FolderMailer(files, clock, sender=SENDER)
        mailer = folder if request.param == "folder" else TimedMailer(folder, telemetry=telemetry, clock=clock)
        yield mailer, lambda: [_parsed(path.read_bytes()) for path in files.glob("*.eml")]
        return
    if request.param == "acs":
        with AcsService() as service:
            azure = AcsSettings(service.endpoint, SENDER, ACCESS_KEY, look_again_s=0.01)
            yield AcsMailer(azure, clock), lambda: service.delivered
        return
    with SmtpServer() as server:
        settings = SmtpSettings("127.0.0.1", server.port, SENDER, security="none")
        yield SmtpMailer(settings, clock), lambda: [_parsed(data) for data in server.received]


def _parsed(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


async def test_a_report_arrives_whole(mailer: tuple[Mailer, Delivered]) -> None:
    """Both texts, the subject and the id arrive as they were given, beyond ASCII and beyond a line's length."""
    send, delivered = mailer
    words = "Zoë said “yes” — 10 €. " + "long " * 400
    html = f"<p>{words}</p>\n.\n<p>after a lone dot</p>"
    await send.send(replace(a_mail(), text=f"{words}\n.\nend", html=html, subject="Anruf: 71 von 100 ✓ gut"))
    (message,) = delivered()
    plain, rich = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert rich is not None
    assert plain.get_content().replace("\r\n", "\n") == f"{words}\n.\nend\n"
    assert rich.get_content().replace("\r\n", "\n") == f"{html}\n"
    assert message["Subject"] == "Anruf: 71 von 100 ✓ gut"
    assert message["To"] == "dana@example.org"
    assert message["From"] == "Sparring <coach@example.org>"
    assert message["Message-ID"] == f"<{a_mail().message_id}@example.org>"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("subject", "71 of 100\r\nBcc: everyone@example.org"),
        ("subject", "71 of 100\nBcc: everyone@example.org"),
        ("to_address", "dana@example.org\r\nBcc: everyone@example.org"),
        ("to_address", "dana@example.org, everyone@example.org"),
        ("to_address", "Dana <dana@example.org>"),
        ("to_address", "-oQ/tmp@example.org\n"),
        ("to_address", ""),
        ("message_id", "../../id"),
        ("message_id", "id>\r\nBcc: everyone@example.org"),
    ],
)
async def test_no_header_can_be_smuggled_in(mailer: tuple[Mailer, Delivered], field: str, value: str) -> None:
    """A line break or a second address is refused for good, and nothing is sent."""
    send, delivered = mailer
    with pytest.raises(MailRefused):
        await send.send(replace(a_mail(), **{field: value}))
    assert delivered() == []


async def test_forgetting_a_call_leaves_other_calls_mails(mailer: tuple[Mailer, Delivered]) -> None:
    """Whatever a mail system still holds of one call goes, and only that."""
    send, delivered = mailer
    await send.send(a_mail())
    await send.send(a_mail(of=OTHER_CALL_ID))
    await send.forget(CALL_ID)
    assert f"<{a_mail(of=OTHER_CALL_ID).message_id}@example.org>" in [m["Message-ID"] for m in delivered()]
