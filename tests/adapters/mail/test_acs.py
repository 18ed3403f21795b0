"""Reports through Azure's own package against a fake that checks its signatures."""

import ssl
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest
from azure.core.credentials import AccessToken
from azure.core.exceptions import ClientAuthenticationError

from sparring.adapters.mail.acs import MOST_OPERATIONS, AcsMailer, AcsSettings
from sparring.adapters.mail.message import parse_sender
from sparring.errors import MailFailed, MailRefused
from tests.adapters.mail import test_smtp
from tests.fakes.acs_service import ACCESS_KEY, TOKEN, AcsService, Answer
from tests.fakes.clock import FakeClock
from tests.fakes.documents import OTHER_CALL_ID, a_mail
from tests.fakes.loopback import free_port

certificate, server_tls = test_smtp.certificate, test_smtp.server_tls
SENDER = parse_sender("Sparring <coach@example.org>")
DROPPED = {"status": "Failed", "error": {"code": "EmailDropped", "message": "Dropped."}}


def mailer(service: AcsService, **changes: Any) -> AcsMailer:
    return AcsMailer(
        replace(AcsSettings(service.endpoint, SENDER, ACCESS_KEY, look_again_s=0.01), **changes), FakeClock()
    )


async def test_a_report_is_followed_until_it_is_on_its_way() -> None:
    """Taken is not sent: the operation is looked at until it ends."""
    with AcsService(outcomes=[["NotStarted", "Running", "Succeeded"]]) as service:
        await mailer(service).send(a_mail())
    assert len(service.delivered) == 1
    assert service.looked_up == 4  # before it is sent, and three times after


async def test_a_report_handed_over_again_is_delivered_once() -> None:
    """Each attempt finds the operation of the first; another report is another operation."""
    with AcsService() as service:
        for _ in range(3):
            await mailer(service).send(a_mail())
        await mailer(service).send(a_mail(of=OTHER_CALL_ID))
    assert len(service.delivered) == len(service.operations) == 2


async def test_an_answer_that_was_lost_does_not_send_twice() -> None:
    """The service took the report and the connection broke: the next attempt finds it there."""
    with AcsService(sends=[Answer(202, lost=True)]) as service:
        with pytest.raises(MailFailed) as failed:
            await mailer(service).send(a_mail())
        assert failed.value.retryable
        await mailer(service).send(a_mail())
    assert len(service.delivered) == 1


@pytest.mark.parametrize("status", [401, 403, 404, 409, 429, 500, 503])
async def test_a_refusal_that_may_pass_is_tried_again(status: int) -> None:
    """A key, a role or a domain can be mended, a limit passes; the next attempt delivers."""
    with AcsService(sends=[Answer(status)]) as service:
        with pytest.raises(MailFailed) as failed:
            await mailer(service).send(a_mail())
        assert not isinstance(failed.value, MailRefused)
        await mailer(service).send(a_mail())
    assert len(service.delivered) == 1


@pytest.mark.parametrize("status", [400, 413])
async def test_a_refusal_of_this_report_is_final(status: int) -> None:
    """Sending it again cannot help."""
    with AcsService(sends=[Answer(status)]) as service, pytest.raises(MailRefused):
        await mailer(service).send(a_mail())
    assert service.delivered == []


async def test_an_id_that_another_worker_used_meanwhile_is_found() -> None:
    """Two workers at once: the slower one's request is refused as known, and it follows the operation of the other."""
    with AcsService() as service:
        await mailer(service).send(a_mail())
        (operation,) = service.operations.values()
        quicker = mailer(service)
        service.operations, kept = {}, service.operations

        def taken_meanwhile(*_: Any) -> Answer:
            service.operations = kept
            return Answer(400, "OperationExists")

        service.send = taken_meanwhile  # type: ignore[assignment, method-assign]
        await quicker.send(a_mail())
    assert operation.states == ["Succeeded"]
    assert len(service.delivered) == 1


@pytest.mark.parametrize("code", ["EmailDropped", "EmailDroppedAllRecipientsSuppressed"])
async def test_a_mail_that_the_service_dropped_is_final(code: str) -> None:
    """An address that is suppressed or does not exist stays so."""
    outcome = {"status": "Failed", "error": {"code": code}}
    with AcsService(outcomes=[["Running", outcome]]) as service:
        for _ in range(2):
            with pytest.raises(MailRefused):
                await mailer(service).send(a_mail())
    assert len(service.operations) == 1


async def test_an_operation_that_failed_for_a_passing_reason_is_begun_anew() -> None:
    """Under another id, for the service keeps what became of the first."""
    broke = {"status": "Failed", "error": {"code": "InternalServerError"}}
    with AcsService(outcomes=[[broke], ["Canceled"], ["Succeeded"]]) as service:
        await mailer(service).send(a_mail())
    assert len(service.operations) == 3


async def test_a_service_that_fails_every_operation_is_not_tried_for_ever() -> None:
    """After a few operations the report is given up."""
    with AcsService(outcomes=[["Failed"]] * 9) as service, pytest.raises(MailRefused):
        await mailer(service).send(a_mail())
    assert len(service.operations) == MOST_OPERATIONS


async def test_a_service_that_does_not_come_to_an_end_is_looked_at_later() -> None:
    """What it has taken is not sent again."""
    with AcsService(outcomes=[["Running"]]) as service:
        for _ in range(2):
            with pytest.raises(MailFailed, match="looked at again"):
                await mailer(service, limit_s=0.3).send(a_mail())
    assert len(service.delivered) == 1


async def test_a_wrong_key_is_no_refusal_of_the_report() -> None:
    """It can be mended, and the report waits; the sentence holds no key and no address."""
    with AcsService() as service, pytest.raises(MailFailed) as failed:
        await mailer(service, access_key="d3Jvbmc=").send(a_mail())
    assert not isinstance(failed.value, MailRefused)
    assert "d3Jvbmc" not in failed.value.sentence + repr(AcsSettings("https://x", SENDER, "d3Jvbmc="))
    assert service.delivered == []


async def test_nobody_listening_is_tried_again() -> None:
    """No connection is MailFailed."""
    settings = AcsSettings(f"http://127.0.0.1:{free_port()}", SENDER, ACCESS_KEY)
    with pytest.raises(MailFailed):
        await AcsMailer(settings, FakeClock()).send(a_mail())


async def test_a_sender_of_a_domain_that_is_not_linked_can_be_mended() -> None:
    """The resource says 404; the report waits."""
    with AcsService(display_names={"other@example.org": "Other"}) as service, pytest.raises(MailFailed):
        await mailer(service).send(a_mail())


class Entra:
    """Implements `AsyncTokenCredential`."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.scopes: list[str] = []

    async def get_token(self, *scopes: str, **_: Any) -> AccessToken:
        """A token for an hour."""
        self.scopes += scopes
        return AccessToken(self.token, 4_102_444_800)

    async def close(self) -> None:
        """Nothing to let go of."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        trace: TracebackType | None = None,
    ) -> None:
        """Nothing to let go of."""


@pytest.mark.parametrize(("token", "arrives"), [(TOKEN, True), ("somebody-elses", False)])
async def test_an_identity_needs_no_key(
    server_tls: ssl.SSLContext, certificate: Path, token: str, *, arrives: bool
) -> None:
    """A token of Microsoft Entra, over TLS alone, for Azure's mail service."""
    entra = Entra(token)
    with AcsService(tls=server_tls) as service:
        settings = AcsSettings(service.endpoint, SENDER, look_again_s=0.01, ca_file=str(certificate))
        sending = AcsMailer(settings, FakeClock(), credential=entra).send(a_mail())
        if arrives:
            await sending
        else:
            with pytest.raises(MailFailed):
                await sending
    assert len(service.delivered) == arrives
    assert entra.scopes
    assert {scope.split("/")[2] for scope in entra.scopes} == {"communication.azure.com"}


class Nobody(Entra):
    """Vouches for no process."""

    async def get_token(self, *scopes: str, **_: Any) -> AccessToken:
        raise ClientAuthenticationError(str(scopes))


async def test_whoever_is_let_in_is_told_without_a_mail() -> None:
    """The service is asked for a report that never was; a wrong key is named as such, an absent service likewise."""
    with AcsService() as service:
        await mailer(service).examine()
        with pytest.raises(MailFailed, match="does not let us in: check its key"):
            await mailer(service, access_key="d3Jvbmc=").examine()
    with pytest.raises(MailFailed, match="cannot be reached"):
        await AcsMailer(AcsSettings(f"http://127.0.0.1:{free_port()}", SENDER, ACCESS_KEY), FakeClock()).examine()
    assert service.delivered == []


async def test_a_process_without_an_identity_is_told_so() -> None:
    """It is neither the network nor a role that is missing."""
    settings = AcsSettings("https://x.communication.azure.com", SENDER)
    with pytest.raises(MailFailed, match="knows no identity of this process"):
        await AcsMailer(settings, FakeClock(), credential=Nobody("")).examine()
