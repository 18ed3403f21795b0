"""What an endpoint lacks is said by name, for every part alike."""

from typing import Any, Literal

import pytest

from sparring.bootstrap.endpoint_settings import address_and_model, advice
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


@pytest.mark.parametrize(
    ("outcome", "key", "names"),
    [
        ("auth_failed", None, "SPARRING_JUDGE_KEY, or on Azure"),
        ("auth_failed", "k", "Check SPARRING_JUDGE_KEY"),
        ("no_such_model", "k", "SPARRING_JUDGE_MODEL"),
        ("unavailable", "k", "SPARRING_JUDGE_URL"),
    ],
)
def test_what_does_not_answer_says_which_setting_to_look_at(outcome: str, key: str | None, names: str) -> None:
    """And without a key, what an identity needs."""
    assert names in advice("JUDGE", outcome, key=key)


def test_what_speaks_for_itself_gets_no_advice() -> None:
    """A model that declines is no mistake of the operator's."""
    assert advice("BUYER", "refused", key=None) == ""
