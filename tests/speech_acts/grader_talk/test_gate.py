"""Utterances that cannot speak of being scored are told by their words; no pattern finds anything in one of them."""

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sparring.speech_acts.grader_talk import intents, words
from sparring.speech_acts.grader_talk.gate import may_speak_of_being_scored, words_of

_PLAIN_LETTERS = st.characters(codec="ascii")


def _made_from(patterns: tuple[re.Pattern[str], ...]) -> st.SearchStrategy[str]:
    """Sentences in which all of the patterns may stand."""
    return st.tuples(*(st.from_regex(pattern, alphabet=_PLAIN_LETTERS) for pattern in patterns)).map(" ".join)


def _found(utterance: str) -> bool:
    """Whether any sentence of it speaks of being scored, by the patterns alone."""
    return any(map(words._is_to_the_grader, re.findall(words._SENTENCE, utterance)))


_COMING_TOGETHER = (
    *(intent.signs for intent in intents._INTENTS),
    (words._OUTRIGHT,),
    (words._WANTED, words._SCORER),
    (words._MACHINE, words._WANTED, words._FOR_ME),
    (words._FOR_ME, words._SCORE_WORD, words._HEIGHT),
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(_COMING_TOGETHER).flatmap(_made_from))
def test_nothing_that_the_patterns_find_is_kept_out(utterance: str) -> None:
    """Every intent and every way to speak of being scored has its words in the table."""
    assume(_found(utterance.lower()))
    assert may_speak_of_being_scored(words_of(utterance.lower()))


@pytest.mark.parametrize(
    "sentence",
    ["how is your mother doing at night?", "we could come by on tuesday at two.", "i am so sorry to hear that."],
)
def test_plain_talk_is_kept_out(sentence: str) -> None:
    """So that most utterances are not searched at all."""
    assert not may_speak_of_being_scored(words_of(sentence))
