"""Where results on Cosmos DB are."""

import pytest

from sparring.adapters.results.cosmos.address import CosmosAddress, Emulator, parse_cosmos_address, parse_emulator


def test_an_address_names_account_and_database() -> None:
    """The endpoint is the account's on Azure."""
    address = parse_cosmos_address("cosmos://sparring-eu/sparring")
    assert address == CosmosAddress("sparring-eu", "sparring")
    assert address.endpoint == "https://sparring-eu.documents.azure.com:443/"


@pytest.mark.parametrize(
    "text",
    ["cosmos://sparring", "cosmos://S/x", "cosmos://ab/x", "cosmos://sparring/a/b", "cosmos://u:p@sparring/x", "x"],
)
def test_what_azure_would_not_take_is_refused(text: str) -> None:
    """A wrong name is found at the start."""
    with pytest.raises(ValueError):  # noqa: PT011 - the settings word the refusal
        parse_cosmos_address(text)


def test_a_key_is_an_emulators_on_this_machine() -> None:
    """In the form that emulators show."""
    read = parse_emulator("AccountEndpoint=http://127.0.0.1:8081/;AccountKey=YWJj==")
    assert read == Emulator("http://127.0.0.1:8081/", "YWJj==")


@pytest.mark.parametrize(
    "text", ["AccountEndpoint=https://sparring.documents.azure.com:443/;AccountKey=YWJj", "AccountKey=YWJj", "x=y"]
)
def test_a_key_opens_nothing_on_azure(text: str) -> None:
    """There Microsoft Entra vouches, and no key is kept anywhere."""
    with pytest.raises(ValueError):  # noqa: PT011 - the settings word the refusal
        parse_emulator(text)
