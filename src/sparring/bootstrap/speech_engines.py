"""Hearing and voice of this process while they get ready: both are opened in the background, or lent by another.

Flows in: settings. Flows out: engines for the calls' lines, each with a status for the page; a part of a call may also
be done by the buyer's own realtime session.
"""

import asyncio
import importlib
import logging
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from sparring.bootstrap.realtime import (
    IN_SESSION,
    WHY_IT_SPEAKS,
    InSession,
    hears_in_session,
    speaks_in_session,
    why_it_hears,
)
from sparring.bootstrap.warm import read_ahead, settle
from sparring.config import Config
from sparring.errors import NoRoomForCall, SparringError, code_of
from sparring.ports import Clock, EngineStatus, Progress, Recogniser, Synthesiser

log = logging.getLogger(__name__)

OFF = "none"
NOT_LOADED = "Speech could not be loaded. Tell whoever runs Sparring: its log names the error."


class SpeechEngines:
    """One for all calls of a process.

    Args:
        config: which engines.
        clock: theirs.
    """

    def __init__(self, config: Config, clock: Clock) -> None:
        self._config, self._clock = config, clock
        self.in_rooms, self.in_session = False, InSession()
        self.parts: Any = None  # `sparring.bootstrap.call_engine`, once it is imported
        self.hearing, self.voice = EngineStatus(), EngineStatus()
        self.recogniser: Recogniser | None = None
        self.synthesiser: Synthesiser | None = None
        self.stand_by: Synthesiser | None = None

    def leave_to_rooms(self, url: str) -> None:
        """Calls by voice are held in LiveKit's rooms and carried by agents: nothing is opened here."""
        host = urlsplit(url).hostname or url
        self.in_rooms = True
        for status in (self.hearing, self.voice):
            status.name, status.state, status.progress = "agent", "ready", 1.0
            status.sentence = f"Calls by voice are held in LiveKit's rooms at {host}."

    async def load(self) -> None:
        """Open both engines side by side; a failure of any kind is shown, and typing still works."""
        try:
            await self._load()
        except Exception as error:  # noqa: BLE001 - the root of a task: nobody else would say that speech will not come
            log.error("speech not loaded: %s", code_of(error))  # noqa: TRY400 - a trace may quote what a service said
            for status in (self.hearing, self.voice):
                if status.state == "loading":
                    _switch_off(status, NOT_LOADED)

    async def use(
        self, recogniser: Recogniser | None, synthesiser: Synthesiser | None, *, stand_by: Synthesiser | None = None
    ) -> None:
        """Engines that are open already, in place of `load`; None where the buyer's session does it."""
        await self._import_parts()
        self.recogniser, self.synthesiser, self.stand_by = recogniser, synthesiser, stand_by
        if recogniser is None:
            await self._load_hearing()
        if synthesiser is None:
            await self._load_voice()
        for status, engine in ((self.hearing, recogniser), (self.voice, synthesiser)):
            if engine is not None:
                status.name, status.state = engine.name, "ready"

    async def close(self) -> None:
        """Stop whatever is open."""
        for engine in (self.recogniser, self.synthesiser, self.stand_by):
            if engine is not None:
                await engine.close()

    def refuse_when_not_ready(self) -> None:
        """Raises: NoRoomForCall while nobody hears or nobody speaks."""
        hears = self.recogniser is not None or self.in_session.hears
        if hears and (self.synthesiser is not None or self.in_session.speaks):
            return
        failed = [status.sentence for status in (self.hearing, self.voice) if status.state == "failed"]
        if failed:
            raise NoRoomForCall(f"{failed[0]} You can type the call instead.")
        raise NoRoomForCall("Hearing and voice are still getting ready. Wait a few seconds, or type the call instead.")

    async def _load(self) -> None:
        if self.in_rooms:
            await asyncio.to_thread(read_ahead)  # calls in writing are held here all the same
            return
        await self._import_parts()
        work = self._load_hearing(), self._load_voice(), self._load_stand_by(), asyncio.to_thread(read_ahead)
        await asyncio.gather(*work)
        await self._get_ready()

    async def _import_parts(self) -> None:
        self.parts = await asyncio.to_thread(importlib.import_module, "sparring.bootstrap.call_engine")

    async def _get_ready(self) -> None:
        """Nothing is loaded, built or swept up for the first time in somebody's call."""
        if self.synthesiser is not None:
            await self.parts.warm_up(self.parts.Speech(self.recogniser, self.synthesiser), self._clock)
        settle()

    async def _load_hearing(self) -> None:
        self.recogniser, hears = await self._part(
            self.hearing,
            setting=self._config.hearing,
            off="Hearing is switched off in the settings.",
            in_session=hears_in_session,
            why=why_it_hears(self._config),
            opener=self.parts.open_hearing,
        )
        self.in_session = replace(self.in_session, hears=hears)

    async def _load_voice(self) -> None:
        self.synthesiser, speaks = await self._part(
            self.voice,
            setting=self._config.voice,
            off="The voice is switched off in the settings.",
            in_session=speaks_in_session,
            why=WHY_IT_SPEAKS,
            opener=self.parts.open_voice,
        )
        self.in_session = replace(self.in_session, speaks=speaks)

    async def _part(
        self,
        status: EngineStatus,
        *,
        setting: str,
        off: str,
        in_session: Callable[[Config], bool],
        why: str,
        opener: Callable[[Config, Clock, Progress], Coroutine[Any, Any, tuple[Any, str]]],
    ) -> tuple[Any, bool]:
        """The engine that does it, and whether the buyer's realtime session does; neither where the status says why."""
        if setting == OFF:
            _switch_off(status, off)
            return None, False
        try:
            done = in_session(self._config)
        except SparringError as error:
            _switch_off(status, error.sentence)
            return None, False
        if done:
            status.name, status.state, status.progress, status.sentence = IN_SESSION, "ready", 1.0, why
            return None, True
        return await _load(lambda told: opener(self._config, self._clock, told), status), False

    async def _load_stand_by(self) -> None:
        self.stand_by = await self.parts.open_stand_by(self._config)


def _switch_off(status: EngineStatus, sentence: str) -> None:
    status.state, status.sentence = "failed", sentence


async def _load(opener: Callable[[Progress], Coroutine[Any, Any, tuple[Any, str]]], status: EngineStatus) -> Any:
    def progress(share: float, sentence: str) -> None:
        status.progress, status.sentence = share, sentence

    try:
        engine, why = await opener(progress)
    except SparringError as error:
        status.state, status.sentence = "failed", error.sentence
        log.warning("engine not opened: %s", error.code)
        return None
    status.name, status.state, status.progress, status.sentence = engine.name, "ready", 1.0, why
    return engine
