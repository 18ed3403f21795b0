"""Words are tuples that are made and asked without a call into Python."""

from sparring.speech_acts.text.text_word import TEXT_OF, TextWord, ends_before, text_word


def test_a_word_of_its_fields_is_the_word() -> None:
    """The short way gives what the class gives."""
    assert text_word(("care", 0, 4, True)) == TextWord("care", 0, 4, True)
    assert isinstance(text_word(("care", 0, 4, True)), TextWord)


def test_words_are_asked_what_they_are_all_at_once() -> None:
    """By the first of their fields."""
    assert list(map(TEXT_OF, [TextWord("home", 0, 4, False), TextWord("care", 5, 9, False)])) == ["home", "care"]


def test_talk_ends_before_a_word_at_a_pause_and_at_its_end() -> None:
    """A comma counts like the end of what is said."""
    words = [TextWord("hi", 0, 2, False), TextWord("there", 3, 8, False), TextWord("dana", 10, 14, True)]
    assert [ends_before(words, at) for at in (1, 2, 3)] == [False, True, True]
