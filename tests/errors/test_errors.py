"""The error tree."""

import inspect
import re

import pytest

from sparring import errors
from sparring.errors import DocumentRejected, SparringError

EVERY = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, SparringError)]


def made(kind: type[SparringError]) -> SparringError:
    if issubclass(kind, DocumentRejected):
        return kind("a.json", "turns.3", "is too long")
    return kind("What happened and what to do.")


@pytest.mark.parametrize("kind", EVERY)
def test_every_error_stands_in_the_drawing(kind: type[SparringError]) -> None:
    """The tree at the top of the module is the whole tree, each error under its parent."""
    lines = [line for line in (errors.__doc__ or "").splitlines() if re.search(rf"\b{kind.__name__}\b", line)]
    assert len(lines) == 1
    depth = len(inspect.getmro(kind)) - len(inspect.getmro(SparringError))
    drawn = lines[0].index(kind.__name__)
    assert drawn == 4 + 4 * depth


@pytest.mark.parametrize("kind", EVERY)
def test_every_error_explains_itself(kind: type[SparringError]) -> None:
    """A condition as docstring, a code that is safe to log, an HTTP status."""
    assert kind.__doc__
    assert re.fullmatch(r"[a-z][a-z_]*", kind.code)
    assert 400 <= kind.http_status <= 599


def test_codes_tell_errors_apart() -> None:
    """One code, one error."""
    codes = [kind.code for kind in EVERY]
    assert sorted(set(codes)) == sorted(codes)


@pytest.mark.parametrize("kind", EVERY)
def test_the_sentence_is_the_message(kind: type[SparringError]) -> None:
    """What is shown to a person is what the exception says."""
    error = made(kind)
    assert error.sentence == str(error)


def test_what_may_pass_is_marked_so() -> None:
    """Outages are retryable; documents, ids and refusals for good are not."""
    retryable = {kind.__name__ for kind in EVERY if kind.retryable}
    assert {"StoreUnavailable", "ResultsFailed", "EventsFailed", "MailFailed", "NoRoomForCall"} <= retryable
    assert not retryable & {"TranscriptRejected", "ObjectMissing", "ObjectConflict", "GradeFailed", "MailRefused"}


@pytest.mark.parametrize("kind", EVERY)
def test_an_error_is_found_by_the_end_of_its_name(kind: type[SparringError]) -> None:
    """What is told apart from another error stands beside it; what is nobody's `…Failed` or `…Rejected` was refused."""
    eldest = inspect.getmro(kind)[-1 - len(inspect.getmro(SparringError))] if kind is not SparringError else kind
    ending = re.search(r"Failed$|Rejected$", eldest.__name__)
    wanted = "root" if kind is SparringError else ending.group().lower() if ending else "refused"
    assert kind.__module__ == f"sparring.errors.{wanted}"
