"""Reports as files."""

import email
from pathlib import Path

import pytest

from sparring.adapters.mail.folder import FolderMailer
from sparring.adapters.mail.message import parse_sender
from sparring.errors import MailFailed
from tests.fakes.clock import FakeClock
from tests.fakes.documents import CALL_ID, OTHER_CALL_ID, a_mail

SENDER = parse_sender("coach@example.org")


def mailer(root: Path, clock: FakeClock | None = None) -> FolderMailer:
    return FolderMailer(root, clock or FakeClock(), sender=SENDER)


def names(root: Path) -> list[str]:
    return sorted(path.name for path in root.glob("*.eml"))


async def test_a_report_is_one_file_that_mail_programs_open(tmp_path: Path) -> None:
    """The file is a whole message under the report's id, for its owner alone."""
    await mailer(tmp_path).send(a_mail())
    (name,) = names(tmp_path)
    assert name == f"{a_mail().message_id}.eml"
    assert email.message_from_bytes((tmp_path / name).read_bytes())["To"] == "dana@example.org"
    assert (tmp_path / name).stat().st_mode & 0o077 == 0


async def test_a_report_that_is_sent_again_is_the_same_file(tmp_path: Path) -> None:
    """A relay that was killed after sending leaves one report, not two."""
    clock = FakeClock()
    await mailer(tmp_path, clock).send(a_mail())
    before = (tmp_path / names(tmp_path)[0]).read_bytes()
    clock.advance(60)
    await mailer(tmp_path, clock).send(a_mail())
    assert (tmp_path / names(tmp_path)[0]).read_bytes() == before
    assert len(names(tmp_path)) == 1


async def test_forgetting_a_call_removes_its_files(tmp_path: Path) -> None:
    """Every report of the call goes, and no other call's."""
    for mail in (a_mail(1), a_mail(2), a_mail(1, of=OTHER_CALL_ID)):
        await mailer(tmp_path).send(mail)
    await mailer(tmp_path).forget(CALL_ID)
    assert names(tmp_path) == [f"{a_mail(1, of=OTHER_CALL_ID).message_id}.eml"]


async def test_a_folder_that_cannot_be_written_is_tried_again_later(tmp_path: Path) -> None:
    """An outage is MailFailed and may pass."""
    (tmp_path / "outbox").write_text("in the way")
    with pytest.raises(MailFailed) as failed:
        await mailer(tmp_path / "outbox").send(a_mail())
    assert failed.value.retryable
