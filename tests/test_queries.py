"""The ready queries of docs/queries: SQL runs on a file that real exporters wrote, KQL names what there is."""

import re
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sparring.adapters.telemetry.background import TimedSpan
from sparring.adapters.telemetry.file import FileSpanExporter, TelemetryFile
from sparring.adapters.telemetry.otel import readable, resource_of
from sparring.ids import CallId
from sparring.telemetry import Key, Span, SpanName, Value, usage_spans
from sparring.transcript import Usage
from tests.fakes.documents import call_id

QUERIES = Path(__file__).parents[1] / "docs" / "queries"
AT = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
FIRST_BYTE_MS = (40, 50, 60, 70, 400)
COLUMNS = {"timestamp", "name", "id", "operation_ParentId", "duration", "customDimensions"}
"""Of `dependencies` in Application Insights, as far as they are used."""
OPERATORS = {"where", "extend", "project", "join", "summarize", "order"}
FUNCTIONS = {
    *("tostring", "toint", "tolong", "todouble", "tobool", "bin", "percentile", "count", "countif", "dcount", "sum"),
}
WORDS = {"let", "and", "or", "on", "by", "kind", "inner", "desc", "asc", "1d", "dependencies", "left", "right"}


def blocks(file: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", (QUERIES / file).read_text("utf-8"), re.DOTALL)


SQL = blocks("sql.md", "sql")
KQL = blocks("kql.md", "kusto")


def a_call(call: CallId, *, voices: int) -> list[Span]:
    """A call with answers of the given first bytes, and what its model took."""
    heard: dict[Key, Value] = {Key.HEARD_BY: "packets", Key.FALLBACKS: voices - 1}
    spans = [Span(SpanName.CALL, call, 9_000, 9_000, {Key.VOICES: voices, Key.PEOPLE: 1} | heard)]
    spans += [Span(SpanName.FALLBACK, call, 8_000, 2_500) for _ in range(voices - 1)]
    for index, took_ms in enumerate(FIRST_BYTE_MS):
        voice = Span(SpanName.STAGE, call, 900, took_ms, {Key.STAGE: "voice", Key.TURN: index})
        mind = Span(SpanName.STAGE, call, 950, 5, {Key.STAGE: "mind", Key.TURN: index})
        about: dict[Key, Value] = {Key.TURN: index, Key.VOICE_ENGINE: "azure-speech", Key.SERVER_MS: 300 + took_ms}
        spans.append(Span(SpanName.TURN, call, 1_000, 310, about, (mind, voice)))
    steps = tuple(Span(SpanName.STEP, call, 60, 10, {Key.STAGE: stage}) for stage in ("read", "grade"))
    spans.append(Span(SpanName.GRADING, call, 60, 60, {Key.OUTCOME: "done"}, steps))
    spans += [judging(call), Span(SpanName.MAIL, call, 30, 20, {Key.OUTCOME: "sent"})]
    used = Usage(part="buyer", service="openai", model="gpt-4.1-mini", unit="input_tokens", amount=90)
    return [*spans, *usage_spans(call, (used, used.model_copy(update={"unit": "output_tokens", "amount": 7})))]


def judging(call: CallId) -> Span:
    """A section that was asked for twice, and a quote of two that nobody said."""
    answer: dict[Key, Value] = {Key.GEN_AI_OPERATION: "chat", Key.GEN_AI_REQUEST_MODEL: "o4-mini"}
    spent: dict[Key, Value] = {Key.GEN_AI_INPUT_TOKENS: 1_000, Key.GEN_AI_OUTPUT_TOKENS: 300}
    tries = (Span(SpanName.CHAT, call, 55, 10, answer, failed=True), Span(SpanName.CHAT, call, 40, 20, answer | spent))
    section = Span(SpanName.SECTION, call, 55, 36, {Key.SECTION: "discovery", Key.OUTCOME: "ok"}, tries)
    about: dict[Key, Value] = {Key.CRITERION: "needs", Key.QUOTES: 2, Key.LOST: 1, Key.OUTCOME: "partly"}
    asked = Span(SpanName.STEP, call, 55, 36, {Key.STAGE: "judge.ask"}, (section,))
    checked = Span(SpanName.STEP, call, 19, 1, {Key.STAGE: "judge.verify"}, (Span(SpanName.CHECK, call, 19, 1, about),))
    return Span(SpanName.JUDGING, call, 55, 40, {Key.OUTCOME: "graded"}, (asked, checked))


@pytest.fixture
def telemetry(tmp_path: Path) -> sqlite3.Connection:
    """Two calls of one day; on the second one somebody's voice changed."""
    exporter = FileSpanExporter(TelemetryFile(tmp_path / "telemetry.db"))
    for number in (1, 2):
        told_at = AT + timedelta(minutes=number)
        for span in a_call(call_id(number), voices=number):
            exporter.export(list(readable(TimedSpan(span, told_at), resource_of("sparring-actor", "1"))))
    exporter.shutdown()
    return sqlite3.connect(tmp_path / "telemetry.db")


def asked(telemetry: sqlite3.Connection, query: str) -> list[dict[str, Any]]:
    cursor = telemetry.execute(query)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def test_the_sql_queries_answer_what_they_say(telemetry: sqlite3.Connection) -> None:
    """Whose voice changed, when the first byte came, what grading took, what was used."""
    voices, first_bytes, _, _, grading, used = (asked(telemetry, query) for query in SQL[:6])
    telemetry.close()
    assert voices == [{"call_id": call_id(2), "voices": 2, "people": 1}]
    assert first_bytes == [{"day": "2026-11-25", "engine": "azure-speech", "n": 10, "p50": 60.0, "p95": 400.0}]
    assert grading == [{"outcome": "done", "events": 2, "mean_ms": 60.0}]
    (row,) = used
    assert (row["part"], row["model"], row["calls"], row["estimated"]) == ("buyer", "gpt-4.1-mini", 2, 0)
    assert (row["input_tokens"], row["output_tokens"], row["characters"]) == (180, 14, None)


def test_the_sql_queries_tell_which_way_reps_were_heard(telemetry: sqlite3.Connection) -> None:
    """How many calls fell back, and when each did."""
    ways, fallbacks = (asked(telemetry, query) for query in SQL[2:4])
    telemetry.close()
    assert ways == [{"day": "2026-11-25", "heard_by": "packets", "calls": 2, "fell_back": 1, "fallbacks": 1}]
    assert fallbacks == [{"call_id": call_id(2), "began": "2026-11-25 15:01:52", "ms": 2_500.0}]


def test_the_sql_queries_tell_how_grading_went(telemetry: sqlite3.Connection) -> None:
    """Stage by stage, section by section with the model's answers to it, and criterion by criterion."""
    stages, sections, criteria = (asked(telemetry, query) for query in SQL[6:])
    telemetry.close()
    assert {row["stage"]: (row["n"], row["p95"]) for row in stages} == {
        "deliver": (2, 20.0),
        "grade": (2, 10.0),
        "judge.ask": (2, 36.0),
        "judge.verify": (2, 1.0),
        "read": (2, 10.0),
    }
    (section,) = sections
    assert (section["section"], section["model"]) == ("discovery", "o4-mini")
    assert (section["questions"], section["tries"], section["failed"], section["mean_ms"]) == (2, 4, 0, 36)
    assert (section["mean_answer_ms"], section["input_tokens"], section["output_tokens"]) == (30, 2_000, 600)
    assert criteria == [{"criterion": "needs", "opinions": 2, "withheld": 0, "partly": 2, "quotes": 4, "lost": 2}]


@pytest.mark.parametrize("query", KQL, ids=range(len(KQL)))
def test_the_kql_queries_name_spans_and_attributes_that_are_told(query: str) -> None:
    """A key or a span that is renamed is renamed here too."""
    keys = re.findall(r'customDimensions\["([^"]+)"\]', query)
    names = re.findall(r'\bname == "([^"]+)"', query)
    assert keys
    assert names
    assert set(keys) <= {key.value for key in Key}
    assert set(names) <= {name.value for name in SpanName}


@pytest.mark.parametrize("query", KQL, ids=range(len(KQL)))
def test_the_kql_queries_are_pipelines_of_known_operators_over_known_columns(query: str) -> None:
    """Brackets close, every step is an operator, every function and every word is one that is used or defined."""
    bare = re.sub(r'"[^"]*"', '""', query)
    for opened, closed in ("()", "[]"):
        assert bare.count(opened) == bare.count(closed)
    assert {
        step.split()[0] for step in re.findall(r"(?:^|\n)\s*\|([^\n]+)|\| (\w[^\n]*)", bare) for step in step if step
    } <= (OPERATORS)
    assert set(re.findall(r"\b([a-z]+)\(", bare)) <= FUNCTIONS
    defined = set(re.findall(r"\b(\w+) = ", bare)) | set(re.findall(r"\blet (\w+) =", bare))
    used = set(re.findall(r"[A-Za-z_]\w*", bare))
    assert used <= COLUMNS | OPERATORS | FUNCTIONS | WORDS | defined | {"d"}


def test_every_measure_of_the_voice_that_is_asked_for_has_a_query_in_both_languages() -> None:
    """Voices of a call, and the first byte at its median and 95th percentile."""
    for queries in (SQL, KQL):
        whole = "\n".join(queries)
        assert Key.VOICES in whole
        assert re.search(r"p50.*p95", whole, re.DOTALL)
