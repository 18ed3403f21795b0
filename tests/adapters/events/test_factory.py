"""Building the queue that an address names."""

import pytest

from sparring.adapters.events.event_grid import BlobFolder
from sparring.adapters.events.factory import QueueAddress, open_storage_queue, parse_queue_address
from sparring.adapters.retry import EVENT_GRID
from sparring.errors import ConfigRejected
from tests.fakes.clock import FakeClock


def test_an_address_names_account_and_queue() -> None:
    """And is shown as it was written."""
    assert parse_queue_address("azq://sparring/calls-written") == QueueAddress("sparring", "calls-written")
    assert str(QueueAddress("sparring", "calls-written")) == "azq://sparring/calls-written"


@pytest.mark.parametrize(
    "text", ["azq://sparring", "az://sparring/calls", "azq://sparring/Calls", "azq://s/calls", "x"]
)
def test_what_azure_would_not_take_is_refused(text: str) -> None:
    """A wrong name is found at the start."""
    with pytest.raises(ValueError):  # noqa: PT011 - the settings word the refusal
        parse_queue_address(text)


def test_a_key_of_another_account_is_refused() -> None:
    """Two settings that contradict each other are named."""
    with pytest.raises(ConfigRejected, match="SPARRING_EVENTS"):
        open_storage_queue(
            QueueAddress("another", "calls"),
            connection_string="AccountName=sparring;AccountKey=YWJj",
            blobs=BlobFolder("air-gap"),
            clock=FakeClock(),
            policy=EVENT_GRID,
        )


async def test_without_a_key_the_identity_vouches() -> None:
    """Nothing is fetched before the first use."""
    made = open_storage_queue(
        QueueAddress("sparring", "calls"),
        connection_string=None,
        blobs=BlobFolder("air-gap"),
        clock=FakeClock(),
        policy=EVENT_GRID,
    )
    await made.close()
