"""Reports waiting in their call's item."""

from datetime import timedelta

from sparring.adapters.results.cosmos import mails
from sparring.adapters.results.cosmos.call_item import steps_of
from sparring.adapters.retry import EVENT_GRID
from tests.fakes.clock import START
from tests.fakes.documents import a_mail

MAIL = a_mail()


def test_a_mail_is_queued_once() -> None:
    """Again it changes nothing, also after it was sent."""
    item = mails.queued({}, MAIL, START)
    assert mails.queued(item, MAIL, START + timedelta(days=1)) == item
    assert [mail for _, mail in mails.due(item, START.timestamp(), never_s=START.timestamp() + 3_630)] == [MAIL]
    gone = mails.sent(item, MAIL.message_id, START)
    assert mails.queued(gone, MAIL, START) == gone


def test_only_what_waits_is_indexed() -> None:
    """The time of the earliest; none when all are sent, and then no text is left."""
    item = mails.queued(mails.queued({}, MAIL, START), a_mail(1), START + timedelta(seconds=5))
    assert item["due_s"] == START.timestamp()
    item = mails.sent(item, MAIL.message_id, START)
    assert item["due_s"] == START.timestamp() + 5
    item = mails.sent(item, a_mail(1).message_id, START)
    assert "due_s" not in item
    assert "dana@example.org" not in str(item)
    assert not mails.is_waiting(item, MAIL.message_id)


def test_a_failed_mail_waits_and_is_given_up_in_the_end() -> None:
    """By the schedule, or at once."""
    item, final = mails.queued({}, MAIL, START), {"now": START, "policy": EVENT_GRID}
    later = mails.failed(item, MAIL.message_id, "mail_failed", final=False, **final)  # type: ignore[arg-type]
    assert later["due_s"] == START.timestamp() + EVENT_GRID.delay_s(1)
    over = mails.failed(later, MAIL.message_id, "mail_refused", final=True, **final)  # type: ignore[arg-type]
    assert (steps_of(over)[-1].state, steps_of(over)[-1].reason) == ("failed", "mail_refused")
    assert not mails.is_waiting(over, MAIL.message_id)
