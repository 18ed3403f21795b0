"""Connection strings as Azure's portal shows them."""

import pytest

from sparring.adapters.azure.connection_string import STORAGE_PARTS, parse_connection_string


def test_parts_are_told_apart_at_the_first_equals_sign() -> None:
    """A key ends with equals signs of its own."""
    text = "DefaultEndpointsProtocol=https;AccountName=sparring;AccountKey=YWJj==;EndpointSuffix=core.windows.net"
    assert parse_connection_string(text, needs=STORAGE_PARTS)["AccountKey"] == "YWJj=="


@pytest.mark.parametrize("text", ["", "AccountName=sparring", "AccountName=;AccountKey=x", "AccountName"])
def test_a_string_without_account_or_key_is_refused(text: str) -> None:
    """Half a secret opens nothing."""
    with pytest.raises(ValueError):  # noqa: PT011 - the settings word the refusal
        parse_connection_string(text, needs=STORAGE_PARTS)
