"""What Sparring tells of itself: spans and measures, and the one list of attributes that may go with them. No words.

Flows in: what a stage took. Flows out: values for the `Telemetry` port. An attribute is an id, a code or a number, by
this list; a value that is not of its key's class is withheld here, whichever adapter is behind the port.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Literal, get_args

from sparring.ids import CallId
from sparring.transcript import Usage, UsageUnit

KeyClass = Literal["id", "code", "number"]
Value = str | int | float | bool

WITHHELD: Final = "withheld"
"""Stands in the place of a value that is not of its key's class."""

_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:/@+-]{0,119}")
_CODE: Final = re.compile(r"[a-z0-9][a-z0-9_.-]{0,63}")


class Key(StrEnum):
    """Every attribute there is."""

    CALL = "sparring.call.id"
    TURN = "sparring.turn.index"
    PERSONA = "sparring.persona.id"
    RUBRIC = "sparring.rubric.id"
    VOICE = "sparring.voice.id"
    MODEL = "sparring.model.id"
    TRANSPORT = "sparring.transport"
    HEARING_ENGINE = "sparring.hearing.engine"
    BUYER_ENGINE = "sparring.buyer.engine"
    VOICE_ENGINE = "sparring.voice.engine"
    CALL_TYPE = "sparring.call.type"
    DIRECTION = "sparring.call.direction"
    DIFFICULTY = "sparring.call.difficulty"
    ATTEMPT = "sparring.call.attempt"
    ENDED_BY = "sparring.call.ended_by"
    CHANNEL = "sparring.turn.channel"
    STAGE = "sparring.stage"
    OUTCOME = "sparring.outcome"
    STATUS = "sparring.grade.status"
    GRADER = "sparring.grader.name"
    COMPLETE = "sparring.call.complete"
    INTERRUPTED = "sparring.turn.interrupted"
    TURNS = "sparring.call.turns"
    VOICES = "sparring.call.distinct_voices"  # the most that spoke for one person: 1, or somebody's voice changed
    PEOPLE = "sparring.call.people"
    HEARD_BY = (
        "sparring.call.heard_by"  # in a room: the rep's `packets` straight from the server, or LiveKit's `client`
    )
    FALLBACKS = "sparring.call.fallbacks"  # from the former to the latter
    ATTEMPT_NUMBER = "sparring.event.attempt"
    SECTION = "sparring.judge.section"  # of the rubric, or `coaching`
    SAMPLE = "sparring.judge.sample"
    CRITERION = "sparring.criterion.id"
    QUOTES = "sparring.evidence.quotes"
    LOST = "sparring.evidence.lost"  # of these quotes, not found in the call
    SERVER_MS = "sparring.turn.server_ms"
    GLASS_MS = "sparring.turn.glass_to_glass_ms"
    PITCH_HZ = "sparring.turn.pitch_hz"
    PART = "sparring.usage.part"
    SERVICE = "sparring.usage.service"
    UNIT = "sparring.usage.unit"
    ESTIMATED = "sparring.usage.estimated"
    CHARACTERS = "sparring.usage.characters"
    AUDIO_MS = "sparring.usage.audio_ms"
    INPUT_TOKENS = "sparring.usage.input_tokens"
    CACHED_INPUT_TOKENS = "sparring.usage.cached_input_tokens"
    OUTPUT_TOKENS = "sparring.usage.output_tokens"
    INPUT_AUDIO_TOKENS = "sparring.usage.input_audio_tokens"
    CACHED_INPUT_AUDIO_TOKENS = "sparring.usage.cached_input_audio_tokens"
    OUTPUT_AUDIO_TOKENS = "sparring.usage.output_audio_tokens"
    # of OpenTelemetry's conventions for generative AI, those without words
    GEN_AI_OPERATION = "gen_ai.operation.name"
    GEN_AI_PROVIDER = "gen_ai.provider.name"
    GEN_AI_REQUEST_MODEL = "gen_ai.request.model"
    GEN_AI_RESPONSE_MODEL = "gen_ai.response.model"
    GEN_AI_OUTPUT = "gen_ai.output.type"
    GEN_AI_INPUT_TOKENS = "gen_ai.usage.input_tokens"
    GEN_AI_CACHED_TOKENS = "gen_ai.usage.cache_read.input_tokens"  # among those
    GEN_AI_OUTPUT_TOKENS = "gen_ai.usage.output_tokens"
    ERROR_TYPE = "error.type"
    DB_OPERATION = "db.operation.name"


_AMOUNTS: Final[Mapping[UsageUnit, Key]] = {unit: Key(f"sparring.usage.{unit}") for unit in get_args(UsageUnit)}
_NUMBERS: Final = (
    Key.TURN,
    Key.COMPLETE,
    Key.INTERRUPTED,
    Key.TURNS,
    Key.VOICES,
    Key.PEOPLE,
    Key.FALLBACKS,
    Key.ATTEMPT_NUMBER,
    Key.SERVER_MS,
    Key.GLASS_MS,
    Key.PITCH_HZ,
    Key.ESTIMATED,
    Key.SAMPLE,
    Key.QUOTES,
    Key.LOST,
    Key.GEN_AI_INPUT_TOKENS,
    Key.GEN_AI_CACHED_TOKENS,
    Key.GEN_AI_OUTPUT_TOKENS,
    *_AMOUNTS.values(),
)
_IDS: Final = (
    Key.CALL,
    Key.PERSONA,
    Key.RUBRIC,
    Key.VOICE,
    Key.MODEL,
    Key.HEARING_ENGINE,
    Key.BUYER_ENGINE,
    Key.VOICE_ENGINE,
    Key.SERVICE,
    Key.SECTION,
    Key.CRITERION,
    Key.GEN_AI_REQUEST_MODEL,
    Key.GEN_AI_RESPONSE_MODEL,
)
CLASSES: Final[Mapping[Key, KeyClass]] = {
    key: "number" if key in _NUMBERS else "id" if key in _IDS else "code" for key in Key
}


class SpanName(StrEnum):
    """Every span there is; a stage's span goes by the stage."""

    CALL = "sparring.call"
    TURN = "sparring.turn"
    STAGE = "sparring.stage"
    FALLBACK = "sparring.fallback"  # of a call in a room: heard by LiveKit's client for so long
    GRADING = "sparring.grading"
    STEP = "sparring.grading.step"
    JUDGING = "sparring.judging"  # of a call by a model
    SECTION = "sparring.judging.section"  # one question
    CHECK = "sparring.judging.check"  # one opinion's quotes for one criterion, looked up in the call
    CHAT = "chat"  # one answer of a model; told with the model's name behind it, as the GenAI conventions have it
    MAIL = "sparring.mail"
    USAGE = "sparring.usage"  # what one model did for one part of the call


class Metric(StrEnum):
    """Every measure there is. Distributions, except those that the adapter counts."""

    ANSWER_MS = "sparring.answer_ms"  # the rep's last sample received -> the buyer's first one sent
    GLASS_MS = "sparring.glass_to_glass_ms"  # the same as the rep's ears have it, measured in the page
    STAGE_MS = "sparring.stage_ms"
    DISTINCT_VOICES = "sparring.distinct_voices"
    GRADING_MS = "sparring.grading_ms"
    STEP_MS = "sparring.grading.step_ms"
    MAIL_MS = "sparring.mail_ms"
    CALLS = "sparring.calls"
    TURNS = "sparring.turns"
    INTERRUPTIONS = "sparring.interruptions"
    GAPS = "sparring.sound.gaps"  # blocks of 20 ms that a call by voice missed: of the microphone, the voice, the line
    FALLBACKS = "sparring.sound.fallbacks"  # of calls in rooms, from the rep's packets to LiveKit's client
    MAILS = "sparring.mails"
    USED = "sparring.used"  # in the unit it is told with
    CHECKS = "sparring.evidence.checks"
    CHAT_S = "gen_ai.client.operation.duration"  # in seconds, as the conventions have it
    REQUEST_UNITS = "azure.cosmosdb.client.operation.request_charge"


Attributes = Mapping[Key, Value]


@dataclass(frozen=True, slots=True)
class Span:
    """Something that is over. It began `ago_ms` before it is told, took `duration_ms`, and may have had parts.

    All spans of one call are one trace, whichever process tells them. `root` is the call itself: the others are its.
    """

    name: SpanName
    call_id: CallId
    ago_ms: float
    duration_ms: float
    attributes: Attributes = field(default_factory=dict)
    parts: tuple["Span", ...] = ()
    failed: bool = False

    @property
    def root(self) -> bool:
        """Whether this is the span that all others of the call hang from."""
        return self.name is SpanName.CALL

    @property
    def label(self) -> str:
        """The name it is told under."""
        model = exportable(self.attributes).get(Key.GEN_AI_REQUEST_MODEL.value)
        return self.name.value if model is None else f"{self.name.value} {model}"


def usage_spans(call_id: CallId, usage: Iterable[Usage]) -> Iterator[Span]:
    """One a model and part of the call, with every amount of it; what was estimated stands apart."""
    amounts: dict[tuple[str, str, str, bool], dict[Key, Value]] = {}
    for one in usage:
        whose = amounts.setdefault((one.part, one.service, one.model, one.estimated), {})
        whose[_AMOUNTS[one.unit]] = one.amount
    for (part, service, model, estimated), spent in amounts.items():
        about: dict[Key, Value] = {
            Key.PART: part,
            Key.SERVICE: code_of(service),
            Key.MODEL: code_of(model),
            Key.ESTIMATED: estimated,
        }
        yield Span(SpanName.USAGE, call_id, 0, 0, about | spent)


def about_usage(usage: Usage) -> Attributes:
    """What `Metric.USED` is told with."""
    service, model = code_of(usage.service), code_of(usage.model)
    return {Key.PART: usage.part, Key.SERVICE: service, Key.MODEL: model, Key.UNIT: usage.unit}


def provider_of(service: str) -> str:
    """A service by the name that the GenAI conventions have for it, or its own."""
    return {"azure-openai": "azure.ai.openai"}.get(service, code_of(service).lower())


class Silent:
    """Implements the port `Telemetry` and tells nobody."""

    def span(self, span: Span) -> None:
        """See the port."""

    def measure(self, measure: Metric, value: float, attributes: Attributes) -> None:
        """See the port."""

    async def close(self) -> None:
        """See the port."""


def code_of(label: str) -> str:
    """A label that people gave, such as an engine's name, in the letters that attributes take."""
    return re.sub(r"[^A-Za-z0-9_.:/@+-]+", "_", label).strip("_") or WITHHELD


def exportable(attributes: Attributes) -> dict[str, Value]:
    """The attributes as they may leave the process; whatever is not of its key's class is withheld."""
    return {key.value: _fitting(CLASSES[key], value) for key, value in attributes.items()}


def _fitting(kind: KeyClass, value: Value) -> Value:
    if kind == "number":
        return value if isinstance(value, (bool, int)) or (isinstance(value, float) and math.isfinite(value)) else -1
    pattern = _ID if kind == "id" else _CODE
    return value if isinstance(value, str) and pattern.fullmatch(value) else WITHHELD
