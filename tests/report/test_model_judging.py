"""How a model came to a grade, in sentences."""

from typing import Any

from sparring.report.build import build_report
from sparring.report.model_judging import how_judged
from sparring.report.render import render
from sparring.scorecard import Judging, Scorecard
from tests.fakes.documents import a_persona, a_rubric, a_scorecard, a_transcript


def judged(*, disputed: bool = False, **changes: Any) -> Scorecard:
    whole: dict[str, Any] = {
        "model": "o4-mini-2025-04-16",
        "samples": 3,
        "agreement": 0.92,
        "disputed": (),
        "quotes": 30,
        "unverified_quotes": 0,
        "stand_in": None,
        "coached_by": "model",
    }
    card = a_scorecard()
    first = card.criteria[0].model_copy(update={"disputed": disputed})
    return card.model_copy(update={"judging": Judging(**(whole | changes)), "criteria": (first, *card.criteria[1:])})


def test_the_rules_say_nothing() -> None:
    """Neither as they were asked to, nor in a model's place: that is among the flags."""
    assert how_judged(a_scorecard()) == ()
    assert how_judged(judged(stand_in="It took too long.")) == ()


def test_opinions_and_their_agreement_are_said() -> None:
    """How often, and how far they agreed; once is once."""
    assert how_judged(judged()) == ("Judged by o4-mini-2025-04-16, 3 times over; the opinions agreed 92%.",)
    assert how_judged(judged(samples=1, agreement=None)) == ("Judged by o4-mini-2025-04-16, once.",)


def test_dropped_quotes_and_disputes_are_said() -> None:
    """What a coach should look at has its title."""
    card = judged(disputed=True, unverified_quotes=2)
    _, quotes, dispute = how_judged(card)
    assert quotes == "2 of the 30 quotes it gave were not found in the call and count for nothing."
    assert card.criteria[0].title in dispute


def test_the_report_shows_it_in_every_form() -> None:
    """On the page's document, in the mail's text and in its HTML."""
    card = judged(disputed=True)
    report = build_report(card, a_transcript(), a_persona(), a_rubric())
    assert report.judged == how_judged(card)
    assert report.categories[0].criteria[0].disputed
    mail = render(report, rep_name="Dana", link="http://localhost:8000")
    for form in (mail.text, mail.html):
        assert "the opinions agreed 92%" in form
        assert form.count("Opinions differ here: a coach should look.") == 1
