"""The vocabulary of signals."""

import pytest
from pydantic import TypeAdapter, ValidationError

from sparring.signals import (
    Anchor,
    AnySignal,
    CallMeasure,
    Measured,
    Moment,
    Never,
    Said,
    Signal,
    WordPlaces,
    WordSearch,
    first_words,
    row_implies,
    word_pattern,
)
from sparring.speech_acts import ActKind, Topic

SIGNAL: TypeAdapter[AnySignal] = TypeAdapter(Signal)
ASKED = (ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ('{"acts": ["price"]}', Said),
        ('{"mentions": [["bath*"]]}', Said),
        ('{"never": ["disparages"]}', Never),
        ('{"measure": "rings", "at_most": 3}', Measured),
    ],
)
def test_a_signal_is_told_by_its_own_key(data: str, kind: type) -> None:
    """Each signal is read as the kind its keys name."""
    assert isinstance(SIGNAL.validate_json(data), kind)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ('{"acts": []}', "needs acts, mentions or likenesses"),
        ('{"acts": ["hums"]}', "Input should be"),
        ('{"mentions": [["Bath"]]}', "String should match pattern"),
        ('{"mentions": [["bath"]], "at_least": 2, "counted": "mentions"}', "wants 2 different mentions and lists 1"),
        ('{"measure": "rings"}', "needs at_least, at_most or both"),
        ('{"never": []}', "at least 1 item"),
        ('{"acts": ["price"], "before": {"topics": ["safety"]}}', "names either what was said or a moment"),
        (
            '{"acts": ["price"], "before": {"acts": ["thanks"], "moment": "price_raised"}}',
            "names either what was said or a moment",
        ),
    ],
)
def test_a_signal_that_says_nothing_is_refused(data: str, reason: str) -> None:
    """A signal that could never decide anything is refused with the reason."""
    with pytest.raises(ValidationError, match=reason):
        SIGNAL.validate_json(data)


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [
        (Said(acts=(ActKind.OPEN_QUESTION,)), Said(acts=ASKED)),
        (Said(acts=ASKED, at_least=2), Said(acts=ASKED)),
        (Said(acts=ASKED, topics=(Topic.SAFETY,)), Said(acts=ASKED)),
        (Said(acts=ASKED, before=Anchor(acts=(ActKind.PRICE,))), Said(acts=ASKED)),
        (Said(acts=ASKED, mentions=(("fall*",),)), Said(acts=ASKED)),
        (Said(acts=ASKED, unless=(("fall*",),)), Said(acts=ASKED)),
        (Never(never=(ActKind.ABUSE, ActKind.DISPARAGES)), Never(never=(ActKind.ABUSE,))),
        (Measured(measure=CallMeasure.RINGS, at_most=2), Measured(measure=CallMeasure.RINGS, at_most=3)),
        (
            Measured(measure=CallMeasure.TALK_SHARE, at_least=0.5),
            Measured(measure=CallMeasure.TALK_SHARE, at_least=0.4),
        ),
    ],
)
def test_a_stronger_signal_implies_a_weaker_one_and_not_the_reverse(stronger: AnySignal, weaker: AnySignal) -> None:
    """Implication follows what is asked for and runs one way."""
    assert row_implies((stronger,), (weaker,))
    assert not row_implies((weaker,), (stronger,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Said(acts=ASKED), Never(never=ASKED)),
        (Measured(measure=CallMeasure.RINGS, at_most=2), Measured(measure=CallMeasure.OVERLAPS, at_most=2)),
        (Said(acts=ASKED, after=Anchor(moment=Moment.PRICE_RAISED)), Said(acts=ASKED, before=Anchor(acts=ASKED))),
        (Said(acts=ASKED, at_least=3, counted="turns"), Said(acts=ASKED, at_least=2, counted="topics")),
        (Said(mentions=(("bath",),)), Said(acts=ASKED)),
        (Said(mentions=(("bath",),)), Said(mentions=(("meal",),))),
    ],
)
def test_unlike_signals_imply_nothing(one: AnySignal, other: AnySignal) -> None:
    """Signals of different kinds, places or counts are not compared."""
    assert not row_implies((one,), (other,))
    assert not row_implies((other,), (one,))


def test_a_row_implies_another_when_each_of_its_signals_is_implied() -> None:
    """More signals in a row make it stronger."""
    asks, thanks = Said(acts=ASKED), Said(acts=(ActKind.THANKS,))
    assert row_implies((asks, thanks), (thanks,))
    assert not row_implies((thanks,), (asks, thanks))


@pytest.mark.parametrize(
    ("group", "text", "found"),
    [
        (("bath*",), "help with bathing", True),
        (("bath",), "help with bathing", False),
        (("in-home",), "an in home visit", True),
        (("24/7",), "we are there 24 7", True),
        (("o'clock",), "at ten o'clock", True),
        (("long-term care insurance",), "long term care insurance", True),
    ],
)
def test_words_are_found_whole_or_by_their_beginning(group: tuple[str, ...], text: str, *, found: bool) -> None:
    """A word group matches whole words, any ending after a star, and ignores marks inside words."""
    assert bool(word_pattern(group).pattern.search(text)) is found


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("help with bathing", {0}),
        ("an in home visit for mom", {1, 2}),
        ("in the bathroom", {0}),
        ("nothing of it", set()),
    ],
)
def test_the_groups_that_a_text_uses_are_told_by_their_places(text: str, used: set[int]) -> None:
    """As each group by itself is found."""
    groups = (("bath*",), ("in-home", "at home"), ("mom", "dad"))
    assert WordSearch(groups).used_in(text, frozenset(text.split())) == used
    assert Said(mentions=groups).sought.wording.used_in(text, frozenset(text.split())) == used
    assert used == {place for place, group in enumerate(groups) if word_pattern(group).pattern.search(text)}


def test_a_text_that_is_asked_about_again_has_the_same_answer() -> None:
    """And another in between its own."""
    wording = WordSearch((("bath*",), ("mom",)))
    asked = ["help with bathing", "help with bathing", "mom", "help with bathing", "mom in the bath"]
    assert [wording.used_in(text, frozenset(text.split())) for text in asked] == [{0}, {0}, {1}, {0}, {0, 1}]


@pytest.mark.parametrize(
    "text", ["help with bathing", "at ten o'clock", "an in home visit", "mom's name", "nothing of it"]
)
def test_a_text_that_has_none_of_the_first_words_has_nothing_of_the_group(text: str) -> None:
    """Whoever looks for the group may look for these first."""
    group = ("bath*", "o'clock", "in-home", "mom")
    whole, beginnings = first_words(group)
    assert whole == {"o", "in", "mom"}
    assert beginnings == ("bath",)
    may = any(word in text for word in (*whole, *beginnings))
    assert may >= bool(word_pattern(group).pattern.search(text))


def test_sentences_are_found_by_whole_words_and_by_beginnings() -> None:
    """Each once and in their order, whichever of the words it has."""
    places = WordPlaces(["we start monday", "starting is easy", "nobody knows", "monday we start"])
    assert list(places.possible(WordSearch([("start", "monday"), ("we",)]), least=1)) == [0, 3]
    assert list(places.possible(WordSearch([("start*",)]), least=1)) == [0, 1, 3]
    assert list(places.possible(WordSearch([("friday",)]), least=1)) == []
    assert list(places.possible(WordSearch([("friday",), ("start*",)]), least=2)) == []
