"""Azure Communication Services: `AcsMailer(settings, clock)` implements `Mailer` with Azure's own package.

Each report is an operation whose id is derived from the message id. It is looked up before anything is sent, so that a
worker killed after the service took a report finds it there: Azure promises to recognise a repeated request for five
minutes only (learn.microsoft.com/rest/api/communication/repeatable-requests). Then it is followed to its end.
"""

import asyncio
import logging
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Any

from azure.communication.email.aio import EmailClient
from azure.core.credentials import AzureKeyCredential
from azure.core.credentials_async import AsyncTokenCredential
from azure.core.exceptions import AzureError, HttpResponseError
from azure.core.rest import HttpRequest
from azure.identity.aio import DefaultAzureCredential

from sparring.adapters.mail.message import Sender, as_message
from sparring.errors import MailFailed, MailRefused
from sparring.ids import CallId
from sparring.ports import Clock, Mail

API_VERSION = "2025-09-01"
MOST_OPERATIONS = 5
"""Operations of one report: a new one only after the service gave the last one up for a reason that may pass."""

_SHORTEST_WAIT_S, _LONGEST_WAIT_S = 0.05, 30.0  # whatever Retry-After asks for
_REPORTS = uuid.UUID("5a1f0a6e-0c55-4f0e-9b59-6b8f8b0b8d5c")  # namespace of the operations' ids
_FINAL_STATUS = (400, 413)
_MAYBE_KNOWN = (400, 409)  # what a repeated id may be answered with
_FINAL_CODES = ("EmailDropped", "EmailDroppedAllRecipientsSuppressed")

_UNREACHABLE = "Azure Communication Services cannot be reached, or does not take mail from us now."
_NO_IDENTITY = "Microsoft Entra knows no identity of this process: give it a managed identity, or run `az login`."
_SHUT = (
    "Azure Communication Services does not let us in: check its key, or give this process the role Communication and "
    "Email Service Owner on the resource."
)
_NOT_LET_IN = {None: _NO_IDENTITY, 401: _SHUT, 403: _SHUT}  # by status; without one nobody was asked
_REFUSED = "Azure Communication Services refuses this report for good."
_SLOW = "Azure Communication Services has taken this report and not sent it yet; it is looked at again."


@dataclass(frozen=True, slots=True)
class AcsSettings:
    """How to reach the resource.

    Args:
        endpoint: `https://NAME.communication.azure.com`.
        sender: an address of a domain that is linked to the resource; its display name is set there.
        access_key: None: Microsoft Entra, by managed identity on Azure.
        limit_s: how long one report may take until the service says that it is on its way.
        look_again_s: between two looks at an operation, where the service does not say.
        ca_file: authorities in place of the system's.
    """

    endpoint: str
    sender: Sender
    access_key: str | None = field(default=None, repr=False)
    limit_s: float = 60.0
    look_again_s: float = 2.0
    ca_file: str | None = None


class AcsMailer:
    """See the module. One connection a report; `credential` stands in for Microsoft Entra's."""

    name = "acs"

    def __init__(self, settings: AcsSettings, clock: Clock, *, credential: AsyncTokenCredential | None = None) -> None:
        logging.getLogger("azure").setLevel(logging.ERROR)  # it logs headers, and each way to an identity that it tries
        self._settings, self._clock, self._credential = settings, clock, credential

    async def send(self, mail: Mail) -> None:
        """Raises: MailRefused, MailFailed."""
        message = as_message(mail, sender=self._settings.sender, at=self._clock.now())
        content = _content(mail, message, self._settings.sender)
        try:
            async with self._client() as client, asyncio.timeout(self._settings.limit_s):
                await _Report(client, mail.message_id, content, self._settings.look_again_s).send()
        except TimeoutError:
            raise MailFailed(_SLOW) from None
        except (AzureError, ValueError):
            raise MailFailed(_UNREACHABLE) from None

    async def examine(self) -> None:
        """Ask for an operation that never was: who may look may send. Raises: MailFailed, which says what is wrong."""
        try:
            async with self._client() as client, asyncio.timeout(self._settings.limit_s):
                await _look(client, str(uuid.uuid5(_REPORTS, "nobody's")))
        except HttpResponseError as error:
            raise MailFailed(_NOT_LET_IN.get(error.status_code, _UNREACHABLE)) from None
        except (AzureError, TimeoutError, ValueError):
            raise MailFailed(_UNREACHABLE) from None

    async def forget(self, call_id: CallId) -> None:
        """What was sent is not ours any more."""

    @asynccontextmanager
    async def _client(self) -> AsyncIterator[EmailClient]:
        settings = self._settings
        # no retries inside: what a lost answer did is looked up before the next attempt
        options: dict[str, Any] = {"api_version": API_VERSION, "retry_total": 0}
        if settings.ca_file is not None:
            options["connection_verify"] = settings.ca_file
        if settings.access_key is not None:
            async with EmailClient(settings.endpoint, AzureKeyCredential(settings.access_key), **options) as client:
                yield client
            return
        credential = self._credential or DefaultAzureCredential()
        async with credential, EmailClient(settings.endpoint, credential, **options) as client:
            yield client


@dataclass(frozen=True, slots=True)
class _Report:
    """One report on its way."""

    client: EmailClient
    message_id: str
    content: dict[str, Any]
    look_again_s: float

    async def send(self) -> None:
        """Raises: MailRefused, MailFailed, AzureError."""
        for number in range(MOST_OPERATIONS):
            operation = str(uuid.uuid5(_REPORTS, f"{self.message_id} {number}"))
            found = await _look(self.client, operation) or await self._begin(operation)
            if await self._is_sent(operation, found):
                return
        raise MailRefused(_REFUSED)

    async def _begin(self, operation: str) -> dict[str, Any]:
        """The operation, begun; or found, where another worker was quicker."""
        try:
            await self.client.begin_send(self.content, operation_id=operation, polling=False)
        except HttpResponseError as error:
            found = await _look(self.client, operation) if error.status_code in _MAYBE_KNOWN else None
            if found is not None:
                return found
            if error.status_code in _FINAL_STATUS:
                raise MailRefused(_REFUSED) from None
            raise
        return {"status": "Running"}

    async def _is_sent(self, operation: str, found: dict[str, Any]) -> bool:
        """Follow it to its end; False when it failed and another one may succeed. Raises: MailRefused."""
        while True:
            match found.get("status"):
                case "Succeeded":
                    return True
                case "Failed" | "Canceled":
                    if (found.get("error") or {}).get("code") in _FINAL_CODES:
                        raise MailRefused(_REFUSED)
                    return False
            wait_s = float(found.get("retry_after_s", self.look_again_s))
            await asyncio.sleep(min(max(wait_s, _SHORTEST_WAIT_S), _LONGEST_WAIT_S))
            found = await _look(self.client, operation) or {}


async def _look(client: EmailClient, operation: str) -> dict[str, Any] | None:
    """What the service knows of an operation; None when it knows none of this id."""
    path = f"/emails/operations/{operation}?api-version={API_VERSION}"
    response = await client.send_request(HttpRequest("GET", path))
    if response.status_code == 404:
        return None
    response.raise_for_status()
    found: dict[str, Any] = response.json()
    asked = response.headers.get("retry-after", "")
    return {**found, "retry_after_s": asked} if asked.isdigit() else found


def _content(mail: Mail, message: EmailMessage, sender: Sender) -> dict[str, Any]:
    """The message in the service's form. Nobody's opening or clicking is tracked."""
    return {
        "senderAddress": sender.address,
        "recipients": {"to": [{"address": mail.to_address}]},
        "content": {"subject": mail.subject, "plainText": mail.text, "html": mail.html},
        "headers": {"Message-ID": str(message["Message-ID"])},
        "userEngagementTrackingDisabled": True,
    }
