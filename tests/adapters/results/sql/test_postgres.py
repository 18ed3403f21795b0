"""Results on PostgreSQL, beyond what the contract says."""

import pytest

from sparring.adapters.results.sql.postgres import opens_with_entra


@pytest.mark.parametrize(
    ("url", "by_token"),
    [
        ("postgresql://grader@sparring.postgres.database.azure.com/sparring?sslmode=require", True),
        ("postgresql://grader:word@sparring.postgres.database.azure.com/sparring", False),
        ("postgresql://grader@db.example.org/sparring", False),
        ("postgresql:///sparring?host=/run/postgresql", False),
    ],
)
def test_a_token_is_the_password_on_azure_alone(url: str, by_token: bool) -> None:  # noqa: FBT001 - a table's column
    """A token goes to Azure's own servers and nowhere else."""
    assert opens_with_entra(url) is by_token
