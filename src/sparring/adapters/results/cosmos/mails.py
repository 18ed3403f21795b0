"""Reports waiting to be sent, as part of their call's item: pure edits. A mail's text stays only while it waits."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime

from sparring.adapters.results.cosmos.call_item import noted
from sparring.adapters.results.cosmos.container import Item
from sparring.adapters.retry import RetryPolicy
from sparring.ports import Mail, StepRecord


def queued(item: Item, mail: Mail, now: datetime) -> Item:
    """With the mail waiting, and its step under way; unchanged when it was queued before."""
    if mail.message_id in item.get("mails", {}):
        return item
    waiting = {"mail": asdict(mail), "queued_s": now.timestamp(), "due_s": now.timestamp(), "attempts": 0}
    return noted(_with(item, mail.message_id, waiting), StepRecord("reported", "running", now))


def due(item: Item, now_s: float, *, never_s: float) -> Iterator[tuple[float, Mail]]:
    """Those waiting that are due, each with since when; also after `never_s`, before the clock was put back."""
    for waiting in item["mails"].values():
        if waiting is not None and not now_s < waiting["due_s"] <= never_s:
            yield waiting["due_s"], Mail(**waiting["mail"])


def is_waiting(item: Item | None, message_id: str) -> bool:
    """Whether this mail is neither sent nor given up."""
    return bool((item or {}).get("mails", {}).get(message_id))


def sent(item: Item, message_id: str, now: datetime) -> Item:
    """Its text dropped, its id kept."""
    return noted(_with(item, message_id, None), StepRecord("reported", "done", now))


def failed(item: Item, message_id: str, reason: str, *, now: datetime, policy: RetryPolicy, final: bool) -> Item:
    """Waiting for its next attempt, or given up."""
    waiting = item["mails"][message_id]
    attempt = waiting["attempts"] + 1
    if final or policy.exhausted(attempt=attempt, age_s=now.timestamp() - waiting["queued_s"]):
        return noted(_with(item, message_id, None), StepRecord("reported", "failed", now, reason))
    later = {"attempts": attempt, "due_s": now.timestamp() + policy.delay_s(attempt)}
    return _with(item, message_id, {**waiting, **later})


def _with(item: Item, message_id: str, waiting: Item | None) -> Item:
    """`due_s` of the item is its earliest mail's, and is missing when none waits: only those that wait are indexed."""
    mails = {**item.get("mails", {}), message_id: waiting}
    changed = {**{name: item[name] for name in item if name != "due_s"}, "mails": mails}
    times = [one["due_s"] for one in mails.values() if one is not None]
    return {**changed, "due_s": min(times)} if times else changed
