"""A6: whatever bytes arrive as transcript, persona or rubric are accepted whole or meet the one documented error."""

import json
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.call import buyer
from sparring.call.buyer import RepUtterance
from sparring.documents import dump_document
from sparring.errors import DocumentRejected, PersonaRejected, RubricRejected, TranscriptRejected
from sparring.persona import parse_persona
from sparring.rubric import Rubric, check_rubric, load_rubrics, parse_rubric
from sparring.speech_acts import recognise
from sparring.transcript import parse_transcript
from tests.abuse.mutations import MUTATIONS, mutations, outcomes
from tests.fakes.documents import a_persona, a_rubric, a_transcript

WHOLE = dump_document(a_transcript())
PERSONA, RUBRIC = dump_document(a_persona()), dump_document(a_rubric())
SAID = "Who is with him at the house during the day?"


def outcome(data: bytes) -> str:
    try:
        parse_transcript(data, source="mutated")
    except TranscriptRejected:
        return "refused"
    return "accepted"


def persona_outcome(data: bytes) -> str:
    """An accepted persona is one that a call can be held with."""
    try:
        persona = parse_persona(data, source="mutated")
    except PersonaRejected:
        return "refused"
    state, _ = buyer.begin(persona, seed=1, difficulty="normal")
    acts = recognise(SAID, buyer.context(persona, state))
    assert buyer.hear(persona, state, RepUtterance(SAID, acts, 0, 2_000))[1].text
    return "accepted"


def rubric_outcome(data: bytes) -> str:
    try:
        parse_rubric(data, source="mutated")
    except RubricRejected:
        return "refused"
    return "accepted"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("outcome_of", "whole"),
    [
        pytest.param(outcome, WHOLE, id="transcript"),
        pytest.param(persona_outcome, PERSONA, id="persona"),
        pytest.param(rubric_outcome, RUBRIC, id="rubric"),
    ],
)
def test_ten_thousand_mutations_meet_the_one_error(outcome_of: Callable[[bytes], str], whole: bytes) -> None:
    """Flipped, cut, stuffed, truncated and doubled bytes are accepted whole, or raise the documented rejection."""
    assert outcome_of(whole) == "accepted"
    found = outcomes(outcome_of, whole)
    assert sum(found.values()) == MUTATIONS
    assert 0.8 * MUTATIONS < found["refused"] < MUTATIONS


def test_check_finds_a_mistake_exactly_where_a_rubric_is_refused() -> None:
    """Whoever writes a rubric is told everything that would keep it from being used, and nothing else."""
    for data in mutations(RUBRIC, count=300):
        assert bool(check_rubric(data, source="mutated")) == (rubric_outcome(data) == "refused")


def refusals(parse: Callable[..., object], whole: bytes) -> list[DocumentRejected]:
    found = []
    for data in mutations(whole, count=300):
        try:
            parse(data, source="mine.json")
        except DocumentRejected as error:
            found.append(error)
    return found


@pytest.mark.parametrize(("parse", "whole"), [(parse_persona, PERSONA), (parse_rubric, RUBRIC)])
def test_a_refusal_names_file_and_reason_in_one_line(parse: Callable[..., object], whole: bytes) -> None:
    """The author learns where to look; the sentence can be printed."""
    found = refusals(parse, whole)
    assert len(found) > 200
    for error in found:
        assert error.sentence.startswith("mine.json: ")
        assert error.reason
        assert len(error.sentence) < 600
        assert error.sentence.isprintable()


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(st.binary(max_size=400))
def test_any_bytes_are_refused(data: bytes) -> None:
    """Bytes that are no transcript are no transcript."""
    assert outcome(data) == "refused"


@given(st.data())
def test_any_value_in_any_field_is_accepted_or_refused(data: st.DataObject) -> None:
    """A wrong value anywhere in the tree never raises anything else."""
    tree = json.loads(WHOLE)
    node, key = data.draw(st.sampled_from(list(places(tree))))
    node[key] = data.draw(JSON_VALUES)
    assert outcome(json.dumps(tree).encode()) in ("refused", "accepted")


def places(tree: Any) -> list[tuple[Any, Any]]:
    """Every place of a JSON tree as its container and key."""
    found: list[tuple[Any, Any]] = []
    keys = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in keys:
        found.append((tree, key))
        found.extend(places(value))
    return found


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(WHOLE.replace(b'"start_ms": 0', b'"start_ms": NaN', 1), id="NaN"),
        pytest.param(WHOLE.replace(b'"start_ms": 0', b'"start_ms": Infinity', 1), id="infinity"),
        pytest.param(WHOLE.replace(b'"start_ms": 0', b'"start_ms": 0.5', 1), id="a fraction"),
        pytest.param(WHOLE.replace(b'"start_ms": 0', b'"start_ms": "0"', 1), id="a number as text"),
        pytest.param(WHOLE.replace(b'"start_ms": 0', b'"start_ms": true', 1), id="a truth as a number"),
        pytest.param(WHOLE.replace(b'"start_ms": 0', b'"start_ms": -1', 1), id="a negative time"),
        pytest.param(WHOLE.replace(b"Thank you", rb"\u0000", 1), id="NUL"),
        pytest.param(WHOLE.replace(b"Thank you", rb"\u202e", 1), id="right-to-left override"),
        pytest.param(WHOLE.replace(b"Thank you", rb"\ud800", 1), id="half a surrogate"),
        pytest.param(WHOLE.replace(b'"seed": 7', b'"seed": 7, "seed": 8', 1), id="a key twice"),
        pytest.param(WHOLE.replace(b'"seed": 7', b'"seed": 7, "is_admin": true', 1), id="a key too many"),
        pytest.param(b"\xef\xbb\xbf" + WHOLE, id="a byte order mark"),
        pytest.param(WHOLE + WHOLE, id="two documents"),
    ],
)
def test_a_known_trick_is_refused(data: bytes) -> None:
    """Each of these is accepted by some JSON reader."""
    assert data != WHOLE
    assert outcome(data) == "refused"


SHAPES: dict[str, Callable[[int], bytes]] = {
    "a long list": lambda size: b"[" + b"0," * size + b"0]",
    "a list of texts": lambda size: json.dumps(["\u00e9x"] * size).encode(),
    "many keys": lambda size: json.dumps({f"key {number}": number for number in range(size)}).encode(),
    "one key many times": lambda size: b"{" + b'"a": 0, ' * size + b'"a": 0}',
    "many objects": lambda size: b'{"turns": [' + b'{"a": [{"b": "c"}]},' * size + b"{}]}",
    "one in another": lambda size: b'{"a":' * (size // 8) + b"0" + b"}" * (size // 8),
    "not closed": lambda size: b'{"a": [' * (size // 8),
    "a long text": lambda size: json.dumps("a" * size).encode(),
    "turns without end": lambda size: WHOLE.replace(b'"turns": [', b'"turns": [' + b'{"index": 0},' * size, 1),
}


def steps_of(data: bytes, outcome_of: Callable[[bytes], str] = outcome, *, wanted: str = "refused") -> int:
    """How many functions are called before the bytes are refused: the work, whatever machine does it."""
    steps = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal steps
        steps += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        found = outcome_of(data)
    finally:
        sys.setprofile(None)
    assert found == wanted
    return steps


@pytest.mark.parametrize("shape", SHAPES)
def test_the_work_of_refusing_grows_no_faster_than_the_bytes(shape: str) -> None:
    """Twice the bytes are twice the steps, with a quarter for longer names; what grows by the square has four times."""
    once, twice = (steps_of(SHAPES[shape](size)) for size in (1_000, 2_000))
    assert twice <= 2.5 * once


@pytest.mark.parametrize("rubric", load_rubrics().values(), ids=lambda rubric: rubric.id)
def test_a_nearly_whole_rubric_is_read_without_a_step_for_each_word(rubric: Rubric) -> None:
    """A rubric is the longest document: reading one, whole or nearly, takes fewer steps than one for twenty bytes."""
    whole = dump_document(rubric)
    assert steps_of(whole, rubric_outcome, wanted="accepted") < len(whole) / 20
    nearly = whole[:-3].rstrip() + b', "more": 1}'
    assert steps_of(nearly, rubric_outcome) < len(whole) / 20
