"""What somebody asked for and does not get."""

from sparring.errors import TooManyUploads


def test_a_share_that_is_used_up_says_until_when() -> None:
    """In whole seconds, as `Retry-After` is; an hour where nothing else is known."""
    assert TooManyUploads("Wait.", retry_after_s=90).retry_after_s == 90
    assert TooManyUploads("Wait.").retry_after_s == 3_600
