"""Reports through a real SMTP server."""

import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sparring.adapters.mail.message import parse_sender
from sparring.adapters.mail.smtp import SmtpMailer, SmtpSettings
from sparring.errors import ConfigRejected, MailFailed, MailRefused
from tests.fakes.certificates import self_signed, serving_as
from tests.fakes.clock import FakeClock
from tests.fakes.documents import a_mail
from tests.fakes.loopback import free_port
from tests.fakes.smtp_server import SmtpServer

SENDER = parse_sender("Sparring <coach@example.org>")


def settings(port: int, **changes: object) -> SmtpSettings:
    return replace(SmtpSettings("127.0.0.1", port, SENDER, security="none", timeout_s=2.0), **changes)  # type: ignore[arg-type]


def mailer(port: int, **changes: object) -> SmtpMailer:
    return SmtpMailer(settings(port, **changes), FakeClock())


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a self-signed certificate for the loopback name, in one file."""
    return self_signed(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def server_tls(certificate: Path) -> ssl.SSLContext:
    return serving_as(certificate)


@pytest.fixture
def trusting(certificate: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate))


@pytest.mark.parametrize("reply", ["421 shutting down", "450 mailbox busy", "451 local error", "452 no space"])
async def test_a_passing_refusal_is_tried_again(reply: str) -> None:
    """4xx is MailFailed, and the next attempt at the same server delivers."""
    with SmtpServer(replies=[reply]) as server:
        with pytest.raises(MailFailed) as failed:
            await mailer(server.port).send(a_mail())
        assert failed.value.retryable
        assert not isinstance(failed.value, MailRefused)
        await mailer(server.port).send(a_mail())
        assert len(server.received) == 1


@pytest.mark.parametrize("reply", ["550 no such user", "552 too large", "554 spam"])
async def test_a_final_refusal_is_not_tried_again(reply: str) -> None:
    """5xx for this report is MailRefused."""
    with SmtpServer(replies=[reply]) as server:
        with pytest.raises(MailRefused) as refused:
            await mailer(server.port).send(a_mail())
        assert not refused.value.retryable
        assert server.received == []


@pytest.mark.parametrize(("reply", "final"), [("550 unknown", True), ("450 greylisted", False)])
async def test_a_refused_recipient_is_final_or_not_as_the_server_says(reply: str, final: bool) -> None:  # noqa: FBT001 - a table's column
    """An unknown mailbox is final, a greylisted one is not."""
    with SmtpServer(refused={"dana@example.org": reply}) as server:
        with pytest.raises(MailFailed) as failed:
            await mailer(server.port).send(a_mail())
        assert isinstance(failed.value, MailRefused) is final


async def test_a_server_that_is_down_is_tried_again() -> None:
    """No connection is MailFailed."""
    with pytest.raises(MailFailed) as failed:
        await mailer(free_port()).send(a_mail())
    assert failed.value.retryable


async def test_a_server_that_says_nothing_is_given_up_on() -> None:
    """A connection without a greeting ends at the time limit."""
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(MailFailed):
        await mailer(silent.getsockname()[1], timeout_s=0.2).send(a_mail())


@pytest.fixture
def hanging_up() -> Iterator[int]:
    """The port of a server that greets and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def greet() -> None:
            connection, _ = server.accept()
            with connection:
                connection.sendall(b"220 hello\r\n")

        thread = threading.Thread(target=greet)
        thread.start()
        yield server.getsockname()[1]
        thread.join()


async def test_a_server_that_hangs_up_is_tried_again(hanging_up: int) -> None:
    """A connection that is lost before the message was taken is MailFailed."""
    with pytest.raises(MailFailed) as failed:
        await mailer(hanging_up).send(a_mail())
    assert failed.value.retryable


async def test_starttls_protects_the_report_and_the_password(
    server_tls: ssl.SSLContext, trusting: ssl.SSLContext
) -> None:
    """The login and the message travel inside TLS that was verified."""
    with SmtpServer(tls=server_tls, login=("coach", "s3cret")) as server:
        protected = mailer(
            server.port,
            host="localhost",
            security="starttls",
            username="coach",
            password="s3cret",
            tls_context=trusting,
        )
        await protected.send(a_mail())
        assert server.protected == [True]


async def test_tls_from_the_first_byte_works(server_tls: ssl.SSLContext, trusting: ssl.SSLContext) -> None:
    """Implicit TLS, as on port 465."""
    with SmtpServer(tls=server_tls, implicit=True) as server:
        await mailer(server.port, host="localhost", security="tls", tls_context=trusting).send(a_mail())
        assert len(server.received) == 1


async def test_a_server_without_tls_gets_nothing() -> None:
    """Where TLS was asked for, nothing is sent in the clear."""
    with SmtpServer() as server:
        with pytest.raises(MailFailed):
            await mailer(server.port, security="starttls").send(a_mail())
        assert server.received == []


async def test_an_unknown_certificate_gets_nothing(server_tls: ssl.SSLContext) -> None:
    """A server that cannot prove its name is not trusted with a report."""
    with SmtpServer(tls=server_tls) as server:
        with pytest.raises(MailFailed) as failed:
            await mailer(server.port, host="localhost", security="starttls").send(a_mail())
        assert failed.value.retryable
        assert server.received == []


async def test_a_wrong_password_can_still_be_mended(server_tls: ssl.SSLContext, trusting: ssl.SSLContext) -> None:
    """A setting of ours that is wrong costs no report: it is tried again."""
    with SmtpServer(tls=server_tls, login=("coach", "s3cret")) as server:
        wrong = mailer(
            server.port, host="localhost", security="starttls", username="coach", password="no", tls_context=trusting
        )
        with pytest.raises(MailFailed) as failed:
            await wrong.send(a_mail())
        assert failed.value.retryable
        assert server.received == []


def test_a_password_never_travels_unprotected() -> None:
    """A login without TLS is refused at start, except on the machine itself."""
    with pytest.raises(ConfigRejected):
        settings(25, host="mail.example.org", username="coach", password="s3cret")
    settings(25, host="localhost", username="coach", password="s3cret")


def test_a_password_is_not_shown() -> None:
    """Printing the settings shows no secret."""
    assert "s3cret" not in repr(settings(25, username="coach", password="s3cret"))
