"""The default mail system: a folder of .eml files that any mail program opens. Nothing leaves the machine.

Implements `Mailer`. A file is whole or not there, and the same report is written once however often it is sent.
"""

import asyncio
from contextlib import suppress
from pathlib import Path

from sparring.adapters.mail.message import Sender, as_message, checked_message_id
from sparring.adapters.store.files import create_file, remove_file
from sparring.errors import MailFailed
from sparring.ids import CallId
from sparring.ports import Clock, Mail

_UNWRITABLE = "The mail folder cannot be written now."


class FolderMailer:
    """Mails as files `<message id>.eml` under `root`, which is created when first written to."""

    name = "folder"

    def __init__(self, root: Path, clock: Clock, *, sender: Sender) -> None:
        self._root, self._clock, self._sender = root, clock, sender
        self._staging = root / ".staging"

    async def send(self, mail: Mail) -> None:
        """Raises: MailRefused, MailFailed."""
        message = as_message(mail, sender=self._sender, at=self._clock.now())
        path = self._root / f"{checked_message_id(mail)}.eml"
        try:
            await asyncio.to_thread(self._write, path, bytes(message))
        except OSError:
            raise MailFailed(_UNWRITABLE) from None

    async def forget(self, call_id: CallId) -> None:
        """Remove this call's mails. Raises: MailFailed."""
        try:
            await asyncio.to_thread(self._remove, call_id)
        except OSError:
            raise MailFailed(_UNWRITABLE) from None

    def _write(self, path: Path, data: bytes) -> None:
        with suppress(FileExistsError):
            create_file(path, data, staging=self._staging)

    def _remove(self, call_id: CallId) -> None:
        for path in self._root.glob(f"{call_id}.*.eml"):
            remove_file(path, staging=self._staging)
