"""Text becomes plain words that know their characters; fillers, stutters and contractions are gone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.speech_acts.text.words import _lower, _split, _split_simple, bare_words, sentences

SAID = st.lists(
    st.sampled_from(
        [
            "i",
            "am",
            "pm",
            "m",
            "mr",
            "st",
            "a",
            "like",
            "you",
            "know",
            "mean",
            "uh",
            "huh",
            "it's",
            "o'clock",
            "the",
            "the",
            "is",
            "is",
            "care",
            "giver",
            "cannot",
        ]
    )
    | st.sampled_from([",", ".", "?", "...", "!", "' ", ", ,"]),
    max_size=24,
).map(" ".join)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't you, um, think it's late?", "do not you think it is late"),
        ("she's been, you know, uh, alone", "she has been alone"),
        ("oh you hmm know, I, um, mean it was late", "oh it was late"),
        ("It's-it's not permanent", "it is not permanent"),
        ("the the care giver comes", "the caregiver comes"),
        ("thats what im saying", "that is what i am saying"),
        ("$35/hr", "35 dollars per hour"),
        ("I'm fixin' to call y'all this mornin'", "i am fixing to call you this morning"),
        ("come again' then", "come again then"),
        ("ill text you if shes ill", "i will text you if she is ill"),
        ("Mister Hale's favourite neighbour", "mr hale's favorite neighbor"),
        ("we're 96% full", "we are 96 percent full"),
        ("I'd like 3:30 p.m.", "i would like 3:30 pm"),
    ],
)
def test_words_are_spelt_out(text: str, words: str) -> None:
    """What was typed and what was recognised end up as the same words."""
    assert " ".join(bare_words(text)) == words


def test_sentences_end_at_marks_and_not_at_titles_or_clock_times() -> None:
    """As in "Mr. Lee" and "2 p.m."; a question mark is remembered."""
    found = list(sentences("Mr. Lee comes at 2 p.m. tomorrow. Is that okay?"))
    assert [(len(sentence.items), sentence.asked) for sentence in found] == [(7, False), (3, True)]


def test_a_text_without_words_has_no_sentences() -> None:
    """Marks and fillers alone say nothing."""
    assert list(sentences("... um, uh! ?")) == []


@given(st.text(max_size=300))
def test_every_word_points_into_the_utterance(text: str) -> None:
    """Whatever the characters, words stand in order inside the text they came from."""
    for sentence in sentences(text):
        starts = [word.start for word in sentence.items]
        assert starts == sorted(starts)
        assert all(0 <= word.start < word.end <= len(text) for word in sentence.items)


@given(st.text(alphabet="abeimou ', .", max_size=80))
def test_the_text_of_a_sentence_maps_back_to_its_words(text: str) -> None:
    """The offset of each word in the text that phrases are matched against leads to that word."""
    for sentence in sentences(text):
        offset = 0
        for index, word in enumerate(sentence.items):
            assert sentence.at(offset) == index
            offset += 1 + len(word.text)


def test_blanks_at_either_end_say_nothing() -> None:
    """What stands between them is cut as it is without them."""
    assert bare_words("  is that okay  ") == ["is", "that", "okay"]


@given(SAID | SAID.map(lambda text: text.replace(" .", ".").replace(" ,", ",")))
def test_plain_words_are_cut_alike_by_the_short_way(text: str) -> None:
    """Everyday text is cut without asking for each kind of piece; what comes out is the same."""
    found = _split_simple(_lower(text))
    assert not found or found == list(_split(text, _lower(text)))
