"""What a setting's text may be."""

from pathlib import Path

import pytest

from sparring.config import values
from sparring.config.values import Value


@pytest.mark.parametrize(
    ("value", "text", "read"),
    [
        (values.whole(1, 9), "9", 9),
        (values.one_of("rules", "model"), "model", "model"),
        (values.YES_OR_NO, "No", False),
        (values.SHARE, "0.5", 0.5),
        (values.LONG_KEY, "k" * 16, "k" * 16),
        (values.FOLDER_THERE, "/", Path("/")),
        (values.STORE_ADDRESS, "az://account/container/a", "az://account/container/a"),
        (values.RESULTS_ADDRESS, "postgres://host/sparring", "postgres://host/sparring"),
        (values.RESULTS_ADDRESS, "cosmos://account/sparring", "cosmos://account/sparring"),
        (values.STORAGE_CONNECTION, "AccountName=a;AccountKey=b==", "AccountName=a;AccountKey=b=="),
    ],
)
def test_what_is_wanted_is_read(value: Value, text: str, read: object) -> None:
    """An address stays the text that it is, once it is known to be one."""
    assert value.read(text) == read


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (values.whole(1, 9), "10"),
        (values.YES_OR_NO, "perhaps"),
        (values.SHARE, "1.5"),
        (values.KEY, "two words"),
        (values.LONG_KEY, "k" * 15),
        (values.FILE_THERE, "/nowhere"),
        (values.FOLDER_THERE, "/nowhere"),
        (values.STORE_ADDRESS, "az://"),
        (values.QUEUE_ADDRESS, "azq://account"),
        (values.RESULTS_ADDRESS, "mysql://host/sparring"),
        (values.STORAGE_CONNECTION, "AccountName=a"),
        (values.WEB_ADDRESS, "https://"),
    ],
)
def test_anything_else_is_refused(value: Value, text: str) -> None:
    """With what was wanted at hand."""
    assert value.wanted
    with pytest.raises(ValueError, match=r".*"):
        value.read(text)
