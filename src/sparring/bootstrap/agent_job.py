"""What happens in a job's process: warm up before there is a job, carry one call, finish it whatever happens.

Flows in: a job of LiveKit's, whose metadata names a call of ours. Flows out: that call's transcript. Everything a job
needs to know of its call stands in the diary, so a job that follows a killed one begins no differently.
"""

import asyncio
import logging
import os
import threading
from dataclasses import dataclass
from pathlib import Path

from livekit import rtc
from livekit.agents import AutoSubscribe, JobContext, JobProcess

from sparring.adapters.agent_session.spoken_call import SpokenCall
from sparring.adapters.agent_session.spoken_line import SampleClock
from sparring.adapters.clock import SystemClock
from sparring.adapters.journal.sqlite import SqliteJournal
from sparring.adapters.room.engine_client import guest_of
from sparring.adapters.room.job_metadata import JobMetadata, identity_of, read_job_metadata
from sparring.adapters.room.packet_ear import PacketEar
from sparring.adapters.room.room_call import RoomCall, mark
from sparring.adapters.room.room_line import RoomLine
from sparring.adapters.room.room_page import CommandReader
from sparring.adapters.room.worker import FINISHED_WITHIN_S
from sparring.bootstrap.folders import Folders
from sparring.bootstrap.lines import IN_ROOM, CallLines, Colour
from sparring.bootstrap.rooms import livekit_access
from sparring.bootstrap.storage import open_air_gap, open_results
from sparring.bootstrap.telemetry import configured_telemetry
from sparring.bootstrap.warm import warm
from sparring.call.active_calls import ActiveCalls
from sparring.call.diary.handover import hand_over
from sparring.call.lifecycle import CallLimits, CallStage
from sparring.call.session import CallSession
from sparring.call.takeover import CARRIED_WITHIN_S, Diary, read_so_far, take_up
from sparring.config import Config, read_config
from sparring.errors import CallOver, PersonaUnknown, SparringError
from sparring.ids import RepId
from sparring.persona import Persona, load_personas
from sparring.ports import Journal, Telemetry, TranscriptStore

log = logging.getLogger(__name__)

_CARRIER, _CALL = "sparring_carrier", "sparring_call"
GONE_WITHIN_S = FINISHED_WITHIN_S + 30.0
NAMED_WITHIN_S = 1.0  # longer than a database that is well takes, shorter than a rep waits for the phone to ring


def warm_up(proc: JobProcess, *, engines: Path) -> None:
    """Before there is a job: everything that is slow the first time. `engines`: the worker's socket."""
    config = read_config(os.environ)
    proc.userdata[_CARRIER] = Carrier(config, engines)
    warm()


async def carry(ctx: JobContext) -> None:
    """The job: hold the call in its room until the transcript is handed over."""
    carrier: Carrier = ctx.proc.userdata[_CARRIER]
    try:
        call = await carrier.join(ctx)
    except SparringError as error:
        log.warning("job %s is not carried: %s", ctx.job.id, error.code)
        ctx.shutdown(error.code)
        return
    ctx.proc.userdata[_CALL] = call
    await call.run(carrier.journal)
    await call.finish()
    if not call.replaced:
        await ctx.delete_room()
    ctx.shutdown("the call is over")


async def finish(ctx: JobContext) -> None:
    """After the job, however it ended short of a kill: what was said is handed over."""
    end_within(GONE_WITHIN_S)
    call: RoomCall | None = ctx.proc.userdata.get(_CALL)
    if call is not None:
        await call.finish()
    carrier: Carrier = ctx.proc.userdata[_CARRIER]
    await carrier.close()


def end_within(seconds: float) -> None:
    """End this process after so long at the latest: a job that never goes would keep its place for ever.

    LiveKit's client waits without a limit to leave a server that has fallen silent (rust-sdks, issue 1407).
    """
    ending = threading.Timer(seconds, os._exit, (0,))
    ending.daemon = True
    ending.start()


@dataclass(frozen=True, slots=True)
class CallAhead:
    """Whom the rep is to talk to and how far they have come; `rep_name` is empty where nobody knows it."""

    diary: Diary
    persona: Persona
    rep_name: str


class Carrier:
    """This process's way from a job to a call.

    Args:
        config: of the worker.
        engines: the socket of the worker's recogniser and voice.
    """

    def __init__(self, config: Config, engines: Path) -> None:
        clock, folders = SystemClock(), Folders(config.data_dir)
        self._config, self._engines, self._clock = config, engines, clock
        self.journal: Journal = SqliteJournal(folders.journal, clock)
        self._store: TranscriptStore = open_air_gap(config)
        self._telemetry: Telemetry = configured_telemetry(config, clock, brain="actor")
        self._lines = CallLines(config, self.journal, self._store, clock, telemetry=self._telemetry)
        self._personas = {persona.id: persona for persona in load_personas(config.personas_dir)}

    async def join(self, ctx: JobContext) -> RoomCall:
        """Take the call up. Raises: JobRejected, CallOver, ForkRefused, PersonaUnknown, HearingFailed."""
        job = read_job_metadata(ctx.job.metadata, room=ctx.job.room.name)
        diary, persona = await self._call_of(job)
        marking = asyncio.create_task(mark(self.journal, job.call_id), name="on-its-way")
        try:
            return await self._joined(ctx, job, diary, persona)
        finally:
            marking.cancel()
            await asyncio.gather(marking, return_exceptions=True)

    async def _joined(self, ctx: JobContext, job: JobMetadata, diary: Diary, persona: Persona) -> RoomCall:
        commands = CommandReader(identity_of(job.rep_id))
        commands.listen(ctx.room)
        rep_name, _ = await asyncio.gather(
            self.name_of(job.rep_id), ctx.connect(auto_subscribe=AutoSubscribe.AUDIO_ONLY)
        )
        if (await read_so_far(self.journal, job.call_id)).carriers > diary.carriers:
            raise CallOver("Another process has taken this call up meanwhile.")
        return await self._begin(ctx.room, commands, CallAhead(diary, persona, rep_name))

    async def close(self) -> None:
        """Let go of what this process holds."""
        await self._lines.close()
        await self._telemetry.close()

    async def name_of(self, rep_id: RepId) -> str:
        """Likely to be said, so the recogniser is told; a call is held without it all the same."""
        accounts = open_results(self._config, self._clock)
        try:
            async with asyncio.timeout(NAMED_WITHIN_S):
                account = await accounts.get_rep(rep_id)
        except (TimeoutError, SparringError):
            return ""
        finally:
            await accounts.close()
        return account.name if account else ""

    async def _call_of(self, job: JobMetadata) -> tuple[Diary, Persona]:
        diary = await read_so_far(self.journal, job.call_id)
        persona = self._personas.get(diary.opened.persona.id)
        if diary.opened.rep_id != job.rep_id or persona is None:
            raise PersonaUnknown("This worker does not know the call's buyer.")
        if diary.stage is CallStage.REVIEW:
            await hand_over(self.journal, self._store, job.call_id)
            raise CallOver("The call has ended.")
        lost = job.call_id in await self.journal.abandoned(idle_s=CARRIED_WITHIN_S)
        if diary.carriers and not lost:
            raise CallOver("Another process carries this call.")
        return diary, persona

    async def _begin(self, room: rtc.Room, commands: CommandReader, ahead: CallAhead) -> RoomCall:
        config, lines, persona, diary = self._config, self._lines, ahead.persona, ahead.diary
        lent = await guest_of(self._engines)
        await lines.speech.use(lent.recogniser, lent.synthesiser, stand_by=lent.stand_by)
        opened = diary.opened.model_copy(update={"engines": lines.engines("voice", transport=IN_ROOM)})
        access = livekit_access(config)
        packets = None if access is None else PacketEar(access, room.name).hear

        def line_of(spoken: SpokenCall, samples: SampleClock, colour: Colour) -> RoomLine:
            return RoomLine(spoken, samples, room, self._clock, colour=colour, packets=packets)

        def go_on(session: CallSession) -> None:
            take_up(session, persona, diary)

        limits = CallLimits(calls=1, rejoin_s=config.rejoin_s, call_s=config.call_limit_s, review_s=config.review_s)
        active_calls = ActiveCalls(self.journal, self._store, self._clock, limits=limits)
        call = await active_calls.open(lines.spoken_maker(opened, persona, line_of, go_on, rep_name=ahead.rep_name))
        assert isinstance(call.line, RoomLine)
        return RoomCall(room, commands, active_calls=active_calls, call=call, line=call.line, picked_up=diary.picked_up)
