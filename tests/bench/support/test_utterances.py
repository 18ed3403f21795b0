"""The corpus is counted fairly: what must be found, what may be, and what must not."""

from bench.support.utterances import Tally, Utterance, compared, load

from sparring.speech_acts import Act, ActKind, Context, Topic

ASKED = Utterance("x", ("closed_question:safety", "names_time", "names_time"), frozenset({"empathy"}), Context())


def test_missed_wrong_and_right_are_told_apart() -> None:
    """Times count once each, other acts once per utterance; what is allowed is neither right nor wrong."""
    acts = [
        Act(ActKind.NAMES_TIME, 0, 1),
        Act(ActKind.EMPATHY, 0, 1),
        Act(ActKind.CLOSED_QUESTION, 0, 1, Topic.TIMING),
    ]
    missed, wrong, right = compared(ASKED, acts)
    assert sorted(missed) == ["closed_question:safety", "names_time"]
    assert wrong == ["closed_question:timing"]
    assert right == ["names_time"]


def test_rates_of_nothing_are_full() -> None:
    """No act to find means none was missed."""
    assert (Tally().recall(), Tally().precision()) == (1.0, 1.0)


def test_an_utterance_as_heard_has_no_marks_or_capitals_and_fillers() -> None:
    """As a recogniser gives it."""
    heard = Utterance("Well, I don't know what to say, it's $35.", (), frozenset(), Context()).as_heard()
    assert heard.text == "well i dont know uh what to say it's 35 dollars"


def test_no_held_out_utterance_stands_in_the_development_corpus() -> None:
    """What rules were tuned to cannot judge them."""
    known = {utterance.text.lower() for utterance in load("development")}
    assert not {utterance.text.lower() for utterance in load("held_out")} & known
