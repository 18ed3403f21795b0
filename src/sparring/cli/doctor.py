"""`sparring doctor`: what is configured, which engine does each part and why, what is missing. It tries for real."""

import asyncio
import os
import shutil
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal
from urllib.parse import urlsplit

import typer
from rich.markup import escape

from sparring.cli.output import print_json, print_rows, progress
from sparring.errors import ConfigRejected, SparringError

if TYPE_CHECKING:
    from sparring.config import Config
    from sparring.ports import Clock

_LOW_SPACE_BYTES = 500_000_000
_COLOURS = {"ok": "green", "warn": "yellow", "missing": "red"}


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One line of the doctor's sheet."""

    part: str
    uses: str
    state: Literal["ok", "warn", "missing"]
    sentence: str


def doctor(
    *, as_json: Annotated[bool, typer.Option("--json", help="One JSON value instead of a table.")] = False
) -> None:
    """Look at this machine and this configuration. Exit status 1 when something needed is missing."""
    from sparring.config import read_config  # noqa: PLC0415

    findings = asyncio.run(_examine(read_config(os.environ)))
    if as_json:
        print_json([asdict(finding) for finding in findings])
    else:
        rows = [
            (one.part, escape(one.uses), f"[{_COLOURS[one.state]}]{one.state}[/]", escape(one.sentence))
            for one in findings
        ]
        print_rows(("part", "uses", "state", "why, and what to do"), rows)
    if any(one.state == "missing" for one in findings):
        raise typer.Exit(1)


async def _examine(config: "Config") -> list[Diagnosis]:
    from sparring.adapters.clock import SystemClock  # noqa: PLC0415

    clock = SystemClock()
    return [
        await _transport(config),
        _log_in(config),
        _pages(),
        _space(config.data_dir),
        await _hearing(config, clock),
        await _voice(config, clock),
        *await _stand_by(config),
        *_library(config),
        await _mail(config),
        await _buyer(config),
        await _judge(config),
        *await _second_brain(config),
        await _telemetry(config),
        *_leftovers(config),
    ]


async def _transport(config: "Config") -> Diagnosis:
    """How a spoken call's sound travels; a media server is asked whether it knows us, and who carries calls there."""
    from sparring.adapters.clock import SystemClock  # noqa: PLC0415
    from sparring.bootstrap.rooms import open_rooms, places_board  # noqa: PLC0415

    direct = "The browser connects straight to this process; nothing leaves the machine."
    try:
        rooms = open_rooms(config)
        if rooms is None:
            return Diagnosis("transport", "webrtc-direct", "ok", direct)
        try:
            await rooms.probe()
        finally:
            await rooms.close()
    except SparringError as error:
        return Diagnosis("transport", "livekit-room", "missing", error.sentence)
    return _in_rooms(config, await places_board(config, SystemClock()).free())


def _in_rooms(config: "Config", free: int | None) -> Diagnosis:
    """Of a media server that knows us; `free`: what its agents would take, None where there is none."""
    uses = f"livekit-room at {urlsplit(config.livekit_url or '').hostname}"
    if free is None:
        sentence = (
            f"It answers and knows our key, but no agent named “{config.agent_name}” takes calls: start `sparring "
            "agent` with these settings and this data folder. Until then calls are typed."
        )
        return Diagnosis("transport", uses, "warn", sentence)
    sentence = f"It answers and knows our key. Agents named “{config.agent_name}” would take {free} more calls now."
    return Diagnosis("transport", uses, "ok" if free else "warn", sentence)


def _log_in(config: "Config") -> Diagnosis:
    from sparring.bootstrap.log_in import assumed_of_log_in  # noqa: PLC0415

    return Diagnosis("log-in", *assumed_of_log_in(config))


def _pages() -> Diagnosis:
    from sparring.web.page_archive import unpacked  # noqa: PLC0415

    try:
        files = unpacked()  # read to its end: one that broke off is found here, and not by the first who opens a page
    except SparringError as error:
        return Diagnosis("pages", "static export", "missing", error.sentence)
    return Diagnosis("pages", "static export", "ok", f"{len(files)} files of this version.")


def _space(folder: Path) -> Diagnosis:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        free_bytes = shutil.disk_usage(folder).free
        writable = os.access(folder, os.W_OK)
    except OSError:
        free_bytes, writable = 0, False
    if not writable:
        return Diagnosis("data", str(folder), "missing", "Cannot be written. Choose another: SPARRING_DATA_DIR=…")
    low = free_bytes < _LOW_SPACE_BYTES
    sentence = f"{free_bytes // 1_000_000:,} MB free." + (" Make room before long calls." if low else "")
    return Diagnosis("data", str(folder), "warn" if low else "ok", sentence)


async def _engine(part: str, opener: Callable[[], Coroutine[Any, Any, tuple[Any, str]]]) -> Diagnosis:
    try:
        engine, why = await opener()
    except ConfigRejected as error:
        return Diagnosis(part, "none", "missing", f"{error.sentence} Calls can be typed.")
    except SparringError as error:
        return Diagnosis(part, "none", "warn", f"{error.sentence} Calls can be typed.")
    await engine.close()
    return Diagnosis(part, engine.name, "ok", why)


async def _hearing(config: "Config", clock: "Clock") -> Diagnosis:
    """Who hears the rep: an engine or a service of its own, or the buyer's realtime session."""
    from sparring.bootstrap.realtime import REALTIME, examine_uplink  # noqa: PLC0415
    from sparring.bootstrap.speech import open_hearing  # noqa: PLC0415

    if config.hearing == "none":
        return Diagnosis("hearing", "none", "warn", "Switched off by SPARRING_HEARING=none. Calls can be typed.")
    if config.hearing != REALTIME:
        return await _engine("hearing", lambda: open_hearing(config, clock, progress))
    return await _in_session("hearing", f"{REALTIME}, by {config.realtime_transcriber}", examine_uplink(config))


async def _voice(config: "Config", clock: "Clock") -> Diagnosis:
    """Who speaks for the buyer, likewise. A model that speaks for itself is a warning even when it works."""
    from sparring.bootstrap.realtime import REALTIME, examine_voice  # noqa: PLC0415
    from sparring.bootstrap.speech import open_voice  # noqa: PLC0415

    if config.voice == "none":
        return Diagnosis("voice", "none", "warn", "Switched off by SPARRING_VOICE=none. Calls can be typed.")
    if config.voice != REALTIME:
        return await _engine("voice", lambda: open_voice(config, clock, progress))
    found = await _in_session("voice", f"{REALTIME}, not anchored", examine_voice(config))
    return replace(found, state="warn") if found.state == "ok" else found


async def _stand_by(config: "Config") -> list[Diagnosis]:
    """Who speaks when a service's voice falls silent; a voice of this machine is not a service's."""
    from sparring.bootstrap.speech import VOICES_OF_SERVICES, open_stand_by  # noqa: PLC0415

    if config.voice not in VOICES_OF_SERVICES:
        return []
    read = "A turn that the service does not say in time is read by the rep."
    if config.voice_stand_by == "none":
        return [Diagnosis("stand-by voice", "none", "ok", f"{read} SPARRING_VOICE_STAND_BY=auto has a voice stand by.")]
    synthesiser = await open_stand_by(config)
    if synthesiser is None:
        return [Diagnosis("stand-by voice", "none", "warn", f"No voice of this machine starts. {read}")]
    await synthesiser.close()
    sentence = "Says what the service does not say in time, with a voice of the same gender, to the end of that call."
    return [Diagnosis("stand-by voice", synthesiser.name, "ok", sentence)]


async def _in_session(part: str, uses: str, examined: Coroutine[Any, Any, tuple[bool, str]]) -> Diagnosis:
    from sparring.bootstrap.realtime import REALTIME  # noqa: PLC0415

    try:
        works, sentence = await examined
    except ConfigRejected as error:
        return Diagnosis(part, REALTIME, "missing", error.sentence)
    return Diagnosis(part, uses, "ok" if works else "warn", sentence if works else f"{sentence} Calls can be typed.")


def _library(config: "Config") -> Iterator[Diagnosis]:
    from sparring.bootstrap.unused_settings import unknown_voices  # noqa: PLC0415
    from sparring.persona import load_personas  # noqa: PLC0415
    from sparring.rubric import load_rubrics  # noqa: PLC0415

    try:
        personas = load_personas(config.personas_dir)
        yield Diagnosis("personas", f"{len(personas)} installed", "ok", "`sparring persona check` proves each of them.")
        for sentence in unknown_voices(personas) if config.voice == "azure" else ():
            yield Diagnosis("personas", "azure voices", "warn", sentence)
    except SparringError as error:
        yield Diagnosis("personas", "unreadable", "missing", error.sentence)
    yield Diagnosis("rubrics", ", ".join(load_rubrics()), "ok", "`sparring rubric check` explains every mistake.")


async def _mail(config: "Config") -> Diagnosis:
    """How reports leave. A service of Azure's is asked whether it lets us in."""
    from sparring.adapters.clock import SystemClock  # noqa: PLC0415
    from sparring.bootstrap.mail import examine_mail  # noqa: PLC0415

    try:
        uses, failure = await examine_mail(config, SystemClock())
    except ConfigRejected as error:
        return Diagnosis("mail", "none", "missing", error.sentence)
    if uses == "folder":
        sent = "set SPARRING_ACS_ENDPOINT or SPARRING_SMTP_URL to send them."
        return Diagnosis("mail", "file outbox", "ok", f"Reports are kept as .eml files; {sent}")
    unsent = f"{failure} Reports wait for 24 hours." if failure else ""
    if config.mail_from == type(config)().mail_from:
        sender = "Set SPARRING_MAIL_FROM to an address that this mail system may send for."
        return Diagnosis("mail", uses, "warn", " ".join(filter(None, (unsent, sender))))
    return Diagnosis("mail", uses, "warn" if unsent else "ok", unsent or f"Reports are sent as {config.mail_from}.")


async def _buyer(config: "Config") -> Diagnosis:
    """Who words what the buyer decides. The key is never shown; whether it is taken is tried."""
    if config.buyer == "mind":
        return Diagnosis(
            "buyer", "rules", "ok", "A deterministic mind, worded from the persona; needs no model and no key."
        )

    from sparring.bootstrap.buyer import buyer_endpoint, examine_buyer  # noqa: PLC0415

    try:
        endpoint = buyer_endpoint(config)
        answers, sentence = await examine_buyer(config)
    except ConfigRejected as error:
        return Diagnosis("buyer", config.buyer, "missing", error.sentence)
    uses = f"rules, worded by {endpoint.model} at {urlsplit(endpoint.url).hostname}, by {endpoint.way_in}"
    instead = "" if answers else " Meanwhile the persona's own lines are spoken."
    return Diagnosis("buyer", uses, "ok" if answers else "warn", sentence + instead)


async def _judge(config: "Config") -> Diagnosis:
    """Who grades. The key is never shown; whether it is taken is tried."""
    if config.grader == "rules":
        return Diagnosis(
            "judge", "rules", "ok", "No model and no key; set SPARRING_GRADER=model to have a model judge."
        )

    from sparring.adapters.clock import SystemClock  # noqa: PLC0415
    from sparring.bootstrap.judge import examine_judge, judge_settings  # noqa: PLC0415

    try:
        settings = judge_settings(config)
        judge = await examine_judge(config, SystemClock())
    except ConfigRejected as error:
        return Diagnosis("judge", "model", "missing", error.sentence)
    uses = f"{settings.model} at {urlsplit(settings.url).hostname}, by {settings.way_in}"
    instead = "Meanwhile the rules stand in." if config.judge_stand_in else "Meanwhile calls are unscored."
    why = " ".join([judge.sentence, *([] if judge.answers else [instead]), *judge.remarks])
    return Diagnosis("judge", uses, "ok" if judge.answers and not judge.remarks else "warn", why)


async def _telemetry(config: "Config") -> Diagnosis:
    """Where figures go; a collector is sent an empty export."""
    from sparring.adapters.telemetry.probe import probe  # noqa: PLC0415
    from sparring.bootstrap.folders import Folders  # noqa: PLC0415

    kept = [str(Folders(config.data_dir).telemetry)] if config.telemetry == "file" else []
    if config.otlp_url is None:
        nowhere = "Nothing is told; what each answer took still stands in the transcripts."
        sentence = "Ids, codes and figures, for 30 days; they leave this machine nowhere." if kept else nowhere
        return Diagnosis("telemetry", kept[0] if kept else "none", "ok", sentence)
    uses = ", ".join((*kept, f"OTLP to {urlsplit(config.otlp_url).hostname}"))
    try:
        taken, sentence = await probe(config.otlp_url, config.otlp_headers)
    except ConfigRejected as error:
        return Diagnosis("telemetry", uses, "missing", error.sentence)
    return Diagnosis("telemetry", uses, "ok" if taken else "warn", sentence)


def _leftovers(config: "Config") -> Iterator[Diagnosis]:
    """Settings that are set and do nothing."""
    from sparring.bootstrap.unused_settings import leftovers  # noqa: PLC0415

    for sentence in leftovers(config):
        yield Diagnosis("settings", "", "warn", sentence)


async def _second_brain(config: "Config") -> list[Diagnosis]:
    from sparring.adapters.clock import SystemClock  # noqa: PLC0415
    from sparring.bootstrap.doctor import examine_storage  # noqa: PLC0415

    return [Diagnosis(*one) for one in await examine_storage(config, SystemClock())]
