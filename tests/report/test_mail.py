"""The report as a mail."""

from dataclasses import replace

import pytest

from sparring.errors import MailRefused
from sparring.persona import load_personas
from sparring.ports import Mail, RepAccount
from sparring.report.mail import MailWriter
from sparring.scorecard import Scorecard
from tests.fakes.documents import (
    CALL_ID,
    GRADER,
    OTHER_REP_ID,
    REP_ID,
    a_persona,
    a_rubric,
    a_scorecard,
    a_transcript,
)

DANA = RepAccount(REP_ID, "Dana", "dana@example.org")


def a_report_mail(account: RepAccount = DANA, card: Scorecard | None = None) -> Mail:
    writer = MailWriter("https://coach.example.org", personas=load_personas)
    return writer.write(card or a_scorecard(), a_transcript(), a_persona(), a_rubric(), account)


def test_it_goes_to_the_address_of_the_account() -> None:
    """The recipient is the rep's own address, and the subject says with whom and how it went."""
    mail = a_report_mail()
    assert mail.to_address == "dana@example.org"
    assert mail.subject == "Your practice call with Maria Lopez: 71.3 of 100"


@pytest.mark.parametrize("account", [replace(DANA, email=None), replace(DANA, rep_id=OTHER_REP_ID)])
def test_nobody_else_gets_it(account: RepAccount) -> None:
    """Without an address, or with another rep's account, there is no mail."""
    with pytest.raises(MailRefused):
        a_report_mail(account)


def test_its_id_is_of_the_call_and_its_transcript() -> None:
    """Whoever grades the transcript again, the mail is the same one; it is found by the call's id."""
    regraded = a_scorecard(grader=GRADER.model_copy(update={"version": "2"}))
    assert a_report_mail().message_id == a_report_mail(card=regraded).message_id
    assert a_report_mail().message_id != a_report_mail(card=a_scorecard(transcript_digest="0" * 64)).message_id
    assert a_report_mail().message_id.startswith(f"{CALL_ID}.")


def test_it_links_to_the_same_report_on_the_web() -> None:
    """One link, to the place where people open Sparring."""
    link = f"https://coach.example.org/report/?id={CALL_ID}"
    mail = a_report_mail()
    assert link in mail.text
    assert mail.html.count("href=") == mail.html.count(f'href="{link}"') == 1


def test_it_names_whom_to_practise_with_next() -> None:
    """The advice ends with somebody to try it on, as it does on the page."""
    mail = a_report_mail()
    named = [one.name for one in load_personas() if f"Practise it next with {one.name}." in mail.text]
    assert len(named) == 1
    assert f"Practise it next with <strong>{named[0]}</strong>." in mail.html
