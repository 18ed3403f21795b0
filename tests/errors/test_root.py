"""What may be logged of any failure."""

from sparring.errors import MailFailed, code_of


def test_a_failure_is_logged_by_code_or_type() -> None:
    """Never by what it says, which may be anybody's words."""
    assert code_of(MailFailed("The mail to Dana was not taken.")) == "mail_failed"
    assert code_of(ValueError("what Dana said")) == "ValueError"
