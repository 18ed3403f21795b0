"""Brain 2 as an Azure Function: each trigger hands what came to the same worker that `sparring grader` runs.

Flows in: Event Grid's events about new transcripts, by a Storage Queue or directly, and a timer. Flows out: scorecards,
mails, dead letters. A trigger that raises is delivered again: by the queue every two minutes for a day (host.json), by
Event Grid on its own schedule. Whatever no attempt can help is kept as a dead letter with a reason and acknowledged.
"""

import json
import os
from collections.abc import Callable
from functools import cache

import azure.functions as func

from sparring.bootstrap.function_grader import PushedGrader, build_pushed_grader
from sparring.config import read_config

QUEUE = "calls-written"
"""The Storage Queue that Event Grid writes to; made by infra/modules/storage.bicep."""

POISONED = f"{QUEUE}-poison"
"""Where the Functions host puts a message after its last delivery; its name is the host's."""

CONNECTION = "CallEvents"
"""Prefix of the settings that say where the queue is and as whom to read it (`CallEvents__queueServiceUri` …)."""

EVERY_HALF_MINUTE = "*/30 * * * * *"
EVERY_NIGHT = "0 30 3 * * *"


def create_app(brain: Callable[[], PushedGrader]) -> func.FunctionApp:
    """The triggers over `brain`, which is asked for it when the first one fires."""
    app = func.FunctionApp()

    @app.function_name("grade_queued")
    @app.queue_trigger(arg_name="message", queue_name=QUEUE, connection=CONNECTION)
    async def grade_queued(message: func.QueueMessage) -> None:
        await brain().deliver(message.get_body(), attempt=message.dequeue_count or 1)

    @app.function_name("grade_pushed")
    @app.event_grid_trigger(arg_name="event")
    async def grade_pushed(event: func.EventGridEvent) -> None:
        await brain().deliver(_body_of(event))

    @app.function_name("bury_poisoned")
    @app.queue_trigger(arg_name="message", queue_name=POISONED, connection=CONNECTION)
    async def bury_poisoned(message: func.QueueMessage) -> None:
        await brain().bury(message.get_body())

    # a timer runs on one instance at a time: so does the relay, and no report is handed over twice
    @app.function_name("relay_reports")
    @app.timer_trigger(arg_name="timer", schedule=EVERY_HALF_MINUTE, run_on_startup=False)
    async def relay_reports(timer: func.TimerRequest) -> None:
        await brain().relay()

    @app.function_name("erase_old_calls")
    @app.timer_trigger(arg_name="timer", schedule=EVERY_NIGHT, run_on_startup=False)
    async def erase_old_calls(timer: func.TimerRequest) -> None:
        await brain().sweep()

    return app


def _body_of(event: func.EventGridEvent) -> bytes:
    """The event as it came over the wire, from the parts that the host hands on."""
    at = event.event_time.isoformat() if event.event_time else None
    parts = {"id": event.id, "subject": event.subject, "eventType": event.event_type, "eventTime": at}
    return json.dumps({**parts, "data": event.get_json()}).encode()


@cache
def _brain() -> PushedGrader:
    return build_pushed_grader(read_config(os.environ))


app = create_app(_brain)
