"""The recogniser as a whole: our own corpus with floors, and what holds for any text."""

import functools

import pytest
from bench.support.utterances import Tally, compared, judged, load
from hypothesis import given, settings
from hypothesis import strategies as st

from sparring.speech_acts import ActKind, Context, names_given, recognise, recognise_and_part, stops
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.recogniser import UTTERANCE_LIMIT

WORDS = word_set(
    "so uh i you she we can how what is the price night mother guarantee medicare tuesday at two never 911 ? . , !"
)
SPEECH = st.lists(st.sampled_from(sorted(WORDS)), max_size=60).map(" ".join)
RED_LINES = {
    ActKind.PROMISES_OUTCOME, ActKind.DISPARAGES, ActKind.OFFERS_VALUE_FOR_REFERRALS, ActKind.STEERS_CHOICE,
    ActKind.IDENTIFIES_CLIENT, ActKind.MEDICAL_ADVICE,
}  # fmt: skip


@functools.cache
def _tally(split: str, *, as_heard: bool) -> Tally:
    utterances = load(split)
    return judged(utterance.as_heard() for utterance in utterances) if as_heard else judged(utterances)


@pytest.mark.parametrize("as_heard", [False, True])
@pytest.mark.parametrize(("split", "recall", "precision"), [("held_out", 0.89, 0.90), ("development", 0.98, 0.98)])
def test_the_corpus_is_read_above_its_floors(split: str, recall: float, precision: float, *, as_heard: bool) -> None:
    """As typed, and without marks or capitals and with fillers put in."""
    tally = _tally(split, as_heard=as_heard)
    assert tally.recall() >= recall
    assert tally.precision() >= precision


@pytest.mark.parametrize("kind", ActKind)
def test_no_kind_falls_far_behind_on_utterances_it_was_not_tuned_to(kind: ActKind) -> None:
    """Of the few held-out utterances of each kind at least half are found."""
    assert _tally("held_out", as_heard=False).recall([kind.value]) >= 0.5


@pytest.mark.parametrize("kind", ActKind)
def test_every_kind_is_in_the_development_corpus_and_found(kind: ActKind) -> None:
    """At least nine in ten, and nine in ten of what is found is right."""
    tally = _tally("development", as_heard=False)
    assert tally.right[kind.value]
    assert tally.recall([kind.value]) >= 0.9
    assert tally.precision([kind.value]) >= 0.9


def test_no_red_line_is_seen_where_none_is() -> None:
    """A false red line fails an attempt, so none of the corpus may give one."""
    for split in ("development", "held_out"):
        for utterance in load(split):
            _, wrong, _ = compared(utterance, recognise(utterance.text, utterance.context))
            assert not RED_LINES & set(wrong), utterance.text


@settings(max_examples=200)
@given(st.one_of(st.text(max_size=400), SPEECH), st.one_of(st.text(max_size=100), SPEECH))
def test_any_text_gives_ordered_acts_inside_it_and_always_the_same(text: str, before: str) -> None:
    """Whatever the characters; never an error."""
    context = Context(other_name="Karen", said_before=(before,), open_objection="price")
    acts = recognise(text, context)
    assert list(acts) == sorted(acts, key=lambda act: (act.start, act.end))
    assert all(0 <= act.start < act.end <= len(text) for act in acts)
    assert recognise(text, context) == acts


@given(SPEECH)
def test_a_sentence_added_takes_nothing_away(text: str) -> None:
    """Every sentence is read on its own."""
    kinds = {act.kind for act in recognise("Thank you for calling.")}
    assert kinds <= {act.kind for act in recognise(f"Thank you for calling. {text}")}


@pytest.mark.parametrize("text", ["They d0. I d0n't bill it and I d0n't see it.", "Zorv n't blit n't?"])
def test_half_a_contraction_is_read(text: str) -> None:
    """Of "n't" by itself nothing is left but "not"; whose name is known makes no difference."""
    assert isinstance(recognise(text), tuple)
    assert isinstance(recognise(text, Context(other_name="Karen Cole")), tuple)


def test_what_is_beyond_the_limit_is_not_read() -> None:
    """A recogniser that never stops cannot stall a call."""
    assert recognise("blah " * 4_000 + ". Where does she live?") == recognise(("blah " * 4_000)[:UTTERANCE_LIMIT])


def test_one_reading_gives_acts_and_stops() -> None:
    """The same as two would."""
    text = "so how is your mom doing and who is with her at night"
    assert recognise_and_part(text) == (recognise(text), stops(text))
    assert recognise_and_part(text).stops


@pytest.mark.parametrize(
    "text", ["Hi, this is Karen Poole.", "Steven speaking.", "It's my mother, she fell.", "Call me Lou."]
)
def test_names_alone_are_those_that_the_whole_reading_finds(text: str) -> None:
    """Nothing else is read, and nothing else is given."""
    given = [act for act in recognise(text) if act.kind is ActKind.GIVES_NAME]
    assert [(act.start, act.end, act.about) for act in names_given(text)] == [
        (act.start, act.end, act.about) for act in given
    ]
