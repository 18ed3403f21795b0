"""A collector is asked for real whether it takes what it would be sent."""

import pytest

from sparring.adapters.telemetry.probe import probe
from sparring.errors import ConfigRejected
from tests.fakes.http_service import HttpService, JsonHandler


class Collector(HttpService):
    """Answers so, and remembers who came where, vouched for by what."""

    def __init__(self, status: int) -> None:
        self.status = status
        self.came: list[tuple[str, str | None]] = []
        self.bind(_Handler)


class _Handler(JsonHandler):
    service: Collector

    def post(self) -> None:
        self.body()
        self.service.came.append((self.path, self.headers.get("Authorization")))
        self.answer(self.service.status, b"")


async def test_a_collector_that_takes_it_is_said_to() -> None:
    """Nothing is sent but the headers that are set."""
    with Collector(200) as collector:
        assert await probe(f"{collector.root}/", "Authorization=Bearer%20s3cret") == (
            True,
            "The collector takes what it is sent.",
        )
    assert collector.came == [("/v1/traces", "Bearer s3cret")]


@pytest.mark.parametrize(
    ("status", "names"),
    [(401, "SPARRING_OTLP_HEADERS"), (403, "SPARRING_OTLP_HEADERS"), (404, "SPARRING_OTLP_URL"), (415, "protobuf")],
)
async def test_one_that_does_not_is_explained(status: int, names: str) -> None:
    """By its status alone."""
    with Collector(status) as collector:
        taken, sentence = await probe(collector.root, None)
    assert not taken
    assert names in sentence


async def test_one_that_is_not_there_is_said_to_be_away() -> None:
    """Within seconds."""
    with Collector(200) as collector:
        pass
    assert await probe(collector.root, None) == (
        False,
        "The collector cannot be reached: check SPARRING_OTLP_URL and the network.",
    )


async def test_headers_that_are_none_are_refused() -> None:
    """Without showing them."""
    with pytest.raises(ConfigRejected, match="hidden"):
        await probe("http://127.0.0.1:1", "s3cret")
