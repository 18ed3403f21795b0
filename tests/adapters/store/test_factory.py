"""Building the store that an address names."""

from pathlib import Path

import pytest

from sparring.adapters.store.address import parse_store_address
from sparring.adapters.store.bucket import BucketStore
from sparring.adapters.store.factory import open_store
from sparring.adapters.store.folder import FolderStore
from sparring.errors import ConfigRejected

KEYS = "AccountName=sparring;AccountKey=YWJj"


def test_a_path_is_a_folder(tmp_path: Path) -> None:
    """Nothing of a cloud is loaded."""
    assert isinstance(open_store(tmp_path), FolderStore)


@pytest.mark.parametrize("address", ["az://sparring/air-gap", "s3://sparring/team_a", "az://sparring/air-gap/team_a"])
async def test_a_bucket_is_opened_without_being_asked(address: str) -> None:
    """A cloud that is down does not keep Sparring from starting."""
    made = open_store(parse_store_address(address), connection_string=KEYS)
    assert isinstance(made, BucketStore)
    await made.close()


async def test_without_a_key_the_identity_vouches() -> None:
    """Nothing is fetched before the first use."""
    made = open_store(parse_store_address("az://sparring/air-gap"))
    await made.close()


def test_a_key_of_another_account_is_refused() -> None:
    """Two settings that contradict each other are named."""
    with pytest.raises(ConfigRejected, match="SPARRING_STORAGE_CONNECTION_STRING"):
        open_store(parse_store_address("az://another/air-gap"), connection_string=KEYS)
