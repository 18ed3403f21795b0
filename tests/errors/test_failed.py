"""A part that did not do its work."""

from sparring.errors import MailFailed, MailRefused, ModelFailed


def test_a_refused_mail_is_a_failed_one() -> None:
    """Who handles MailFailed handles both, and sees which one may pass."""
    assert issubclass(MailRefused, MailFailed)
    assert MailFailed.retryable
    assert not MailRefused.retryable


def test_a_model_says_what_came_of_the_request() -> None:
    """One word for the record, and whether asking once more at once may help."""
    failed = ModelFailed("The service is busy.", outcome="rate_limited", again=False)
    assert (failed.outcome, failed.again) == ("rate_limited", False)
    assert (ModelFailed("Nothing came.").outcome, ModelFailed("Nothing came.").again) == ("unavailable", True)
