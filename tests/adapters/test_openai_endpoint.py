"""An endpoint's address may not give away what was said, nor a password."""

import pytest

from sparring.adapters.openai_endpoint import Endpoint
from sparring.errors import ConfigRejected


@pytest.mark.parametrize("url", ["http://speech.example.org/v1", "https://user:secret@speech.example.org/v1"])
def test_an_address_that_gives_something_away_is_refused(url: str) -> None:
    """In the clear, or with a secret in it, which is not repeated."""
    with pytest.raises(ConfigRejected) as refused:
        Endpoint(url, "m")
    assert "secret" not in refused.value.sentence


def test_this_machine_may_be_asked_in_the_clear() -> None:
    """A server of one's own beside us."""
    assert Endpoint("http://localhost:8880/v1", "kokoro").host == "localhost"
