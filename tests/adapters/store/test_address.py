"""Where the air gap is."""

from pathlib import Path

import pytest

from sparring.adapters.store.address import BucketAddress, parse_store_address


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("az://sparring/air-gap", BucketAddress("az", "sparring", "air-gap", "")),
        ("az://sparring/air-gap/team_a/", BucketAddress("az", "sparring", "air-gap", "team_a/")),
        ("s3://sparring.example/calls/2026", BucketAddress("s3", "", "sparring.example", "calls/2026/")),
        ("gs://sparring", BucketAddress("gs", "", "sparring", "")),
        ("/srv/air-gap", Path("/srv/air-gap")),
    ],
)
def test_an_address_names_a_bucket_or_a_folder(text: str, meant: object) -> None:
    """The cloud, the account where there is one, the bucket, and what lies before every name."""
    assert parse_store_address(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "az://sparring",
        "az://Sparring/air-gap",
        "az://sparring/a",
        "az://sparring/air--gap",
        "s3://",
        "s3://b/../c",
        "ftp://x",
    ],
)
def test_what_no_cloud_would_take_is_refused(text: str) -> None:
    """A wrong name is found at the start, not at the first call's end."""
    with pytest.raises(ValueError):  # noqa: PT011 - the settings word the refusal
        parse_store_address(text)


def test_an_address_is_shown_as_it_was_written() -> None:
    """Without a key, since it holds none."""
    assert str(parse_store_address("az://sparring/air-gap/team_a")) == "az://sparring/air-gap/team_a"
