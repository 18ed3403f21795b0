"""What an endpoint lacks is said by name, for every part alike."""

from typing import Any, Literal

import pytest

from sparring.bootstrap.needed import address_and_model
from sparring.config import Config
from sparring.errors import ConfigRejected

PARTS: tuple[Literal["BUYER", "JUDGE", "VOICE", "HEARING"], ...] = ("BUYER", "JUDGE", "VOICE", "HEARING")


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ((), "SPARRING_{0}_URL and SPARRING_{0}_MODEL"),
        (("url",), "SPARRING_{0}_MODEL"),
        (("model",), "SPARRING_{0}_URL"),
    ],
)
def test_what_is_missing_is_named(
    part: Literal["BUYER", "JUDGE", "VOICE", "HEARING"], given: tuple[str, ...], missing: str
) -> None:
    """Both, or the one."""
    settings: dict[str, Any] = {f"{part.lower()}_{what}": "https://x" for what in given}
    with pytest.raises(ConfigRejected) as refused:
        address_and_model(Config(**settings), part, because="SPARRING_X=y")
    assert refused.value.sentence == f"SPARRING_X=y also needs {missing.format(part)}."


def test_what_is_there_is_given() -> None:
    """Address first."""
    config = Config(judge_url="https://x", judge_model="m")
    assert address_and_model(config, "JUDGE", because="SPARRING_GRADER=model") == ("https://x", "m")
