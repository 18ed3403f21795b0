"""The one list of attributes: every key has a class, and a value that is not of it does not leave the process."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from opentelemetry.semconv._incubating.attributes import gen_ai_attributes
from opentelemetry.semconv._incubating.metrics import azure_metrics, gen_ai_metrics
from opentelemetry.semconv.attributes import db_attributes, error_attributes

import sparring
from sparring.ids import CallId
from sparring.telemetry import CLASSES, WITHHELD, Key, Metric, Silent, Span, SpanName, code_of, exportable, provider_of

SOURCE = Path(sparring.__file__).parent
CALL = CallId("call_00000000000000000000")


def attribute_dicts() -> Iterator[tuple[str, ast.expr]]:
    """Every key written in a dictionary that goes into a span or a measure, in the whole source."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""
            if isinstance(node, ast.Call) and name == "measure" and len(node.args) == 3:
                for part in ast.walk(node.args[2]):
                    if isinstance(part, ast.Dict):
                        yield from ((path.name, key) for key in part.keys if key is not None)


def test_every_key_is_classified() -> None:
    """A key is an id, a code or a number: there is no class for words."""
    assert set(CLASSES) == set(Key)
    assert set(CLASSES.values()) == {"id", "code", "number"}


def test_every_key_that_the_source_tells_with_is_of_the_list() -> None:
    """No measure is told with a key written as a bare string."""
    keys = list(attribute_dicts())
    assert keys
    assert [name for name, key in keys if not (isinstance(key, ast.Attribute) and hasattr(Key, key.attr))] == []


def test_opentelemetry_is_fed_in_one_room_only() -> None:
    """Nobody else can tell anything: what leaves goes through the list."""
    users = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if "opentelemetry" in path.read_text("utf-8") and path.parent.name != "telemetry"
    }
    assert users == set()


@pytest.mark.parametrize(
    ("key", "value", "leaves"),
    [
        (Key.CALL, CALL, CALL),
        (Key.VOICE, "en-US-Ava:DragonHDLatestNeural", "en-US-Ava:DragonHDLatestNeural"),
        (Key.VOICE, "She said hello", WITHHELD),
        (Key.VOICE, "x" * 121, WITHHELD),
        (Key.ENDED_BY, "rep", "rep"),
        (Key.ENDED_BY, "My father fell", WITHHELD),
        (Key.ENDED_BY, "Ruth", WITHHELD),
        (Key.OUTCOME, 7, WITHHELD),
        (Key.TURN, 3, 3),
        (Key.COMPLETE, True, True),
        (Key.PITCH_HZ, 187.5, 187.5),
        (Key.PITCH_HZ, float("nan"), -1),
        (Key.TURN, "three", -1),
    ],
)
def test_a_value_that_is_not_of_its_keys_class_is_withheld(key: Key, value: str | float, leaves: str | float) -> None:
    """Whatever a code path puts in, words do not come out."""
    assert exportable({key: value}) == {key.value: leaves}


def test_labels_of_engines_become_ids() -> None:
    """Blanks and brackets of an engine's name are not in the way."""
    assert code_of("whisper base.en (int8)") == "whisper_base.en_int8"
    assert code_of("  ") == WITHHELD


async def test_silent_telemetry_takes_everything() -> None:
    """Who is told nothing need not ask whether somebody listens."""
    silent = Silent()
    silent.span(Span(SpanName.CALL, CALL, 1, 1))
    silent.measure(Metric.CALLS, 1, {})
    await silent.close()


def test_what_goes_by_opentelemetrys_conventions_is_in_them() -> None:
    """Its own list knows every such key, and the measures."""
    known = {value for name, value in vars(gen_ai_attributes).items() if name.startswith("GEN_AI_")}
    assert {key.value for key in Key if key.value.startswith("gen_ai.")} <= known
    assert Key.ERROR_TYPE.value == error_attributes.ERROR_TYPE
    assert Key.DB_OPERATION.value == db_attributes.DB_OPERATION_NAME
    assert Metric.REQUEST_UNITS.value == azure_metrics.AZURE_COSMOSDB_CLIENT_OPERATION_REQUEST_CHARGE
    assert Metric.CHAT_S.value == gen_ai_metrics.GEN_AI_CLIENT_OPERATION_DURATION
    assert provider_of("azure-openai") == gen_ai_attributes.GenAiProviderNameValues.AZURE_AI_OPENAI.value
    assert provider_of("openai") == gen_ai_attributes.GenAiProviderNameValues.OPENAI.value


def test_a_models_answer_is_told_by_its_model() -> None:
    """As the conventions have it; a name that is no id does not get into a span's name either."""
    chat = Span(SpanName.CHAT, CALL, 1, 1, {Key.GEN_AI_REQUEST_MODEL: "o4-mini"})
    assert chat.label == "chat o4-mini"
    assert Span(SpanName.CHAT, CALL, 1, 1, {Key.GEN_AI_REQUEST_MODEL: "she said"}).label == "chat withheld"
    assert Span(SpanName.MAIL, CALL, 1, 1).label == "sparring.mail"
