"""Whether what was said so far is all there is."""

import pytest

from sparring.call.turn_taking.completeness import Completeness, completeness_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Completeness.PLAIN),
        ("Yes, on Monday.", Completeness.FINISHED),
        ("What time would suit you?", Completeness.ASKED),
        ("So I was thinking, um", Completeness.UNFINISHED),
        ("I understand, but.", Completeness.UNFINISHED),
        ("We could send someone to", Completeness.UNFINISHED),
        ("We could, maybe...", Completeness.UNFINISHED),
        ("he lives alone", Completeness.PLAIN),
        ("Yes, I think he is.", Completeness.FINISHED),
        ("See you then.", Completeness.FINISHED),
        ("Is there anything that matters to you.", Completeness.ASKED),
        ("So what you", Completeness.UNFINISHED),
        ("Can you tell me how?", Completeness.UNFINISHED),
        ("Who looks after her?", Completeness.ASKED),
        ("Could we come by on Thursday at two?", Completeness.LIKELY_MORE),
        ("Could we come by on Thursday at two or on Friday at ten?", Completeness.ASKED),
        ("What happened on Thursday?", Completeness.ASKED),
        ("The best thing is", Completeness.UNFINISHED),
        ("Thank you for calling Willow Lane, this is Dana, how can I help you", Completeness.ASKED),
        ("I'm so sorry to hear that, what happened.", Completeness.ASKED),
        ("I see, who is with him at", Completeness.UNFINISHED),
    ],
)
def test_completeness_is_read_off_words_more_than_off_stops(text: str, expected: Completeness) -> None:
    """Recognisers add full stops freely: a trailing 'but.' is not an end."""
    assert completeness_of(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Good morning, this is Dana.",
        "I'm so sorry to hear that.",
        "That sounds exhausting.",
        "Okay.",
        "You are doing a lot for her.",
        "We could send somebody on.",
    ],
)
def test_words_that_leave_nothing_to_answer_are_likely_to_go_on(text: str) -> None:
    """A greeting, a word of sympathy or one word alone is mostly followed by the rep's own matter."""
    assert completeness_of(text) is Completeness.LIKELY_MORE


@pytest.mark.parametrize(
    "text",
    [
        "If your mother is coming home on Friday.",
        "Okay, when a caregiver calls in sick.",
        "I see. Before I say anything about prices.",
    ],
)
def test_a_clause_that_another_must_follow_breaks_off(text: str) -> None:
    """A recogniser puts a full stop behind it, as behind everything."""
    assert completeness_of(text) is Completeness.UNFINISHED


@pytest.mark.parametrize(
    "text",
    [
        "If your mother is coming home on Friday, we should be there before lunch.",
        "When a caregiver calls in sick then we send another one.",
        "After the visit.",
        "Before Friday.",
    ],
)
def test_a_clause_that_has_its_main_clause_does_not_break_off(text: str) -> None:
    """With or without a comma, and a time of day is no clause."""
    assert completeness_of(text) is Completeness.FINISHED


@pytest.mark.parametrize(
    "text",
    ["What does she need help with", "Who is the care for.", "Who am I speaking with?", "What makes you say so?"],
)
def test_a_question_may_end_with_a_word_that_elsewhere_breaks_off(text: str) -> None:
    """Its preposition stands at its end."""
    assert completeness_of(text) is Completeness.ASKED


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("Could you tell me what a day looked like for him?", "Before he went into the hospital.", Completeness.ASKED),
        ("Our nurse comes to the house.", "Before he goes home on Friday.", Completeness.FINISHED),
        ("What number can I call you on?", "In case we get cut off while we are talking,", Completeness.ASKED),
        ("May I ask your name?", "My name is Dana Miles.", Completeness.LIKELY_MORE),
        ("That sounds frightening.", "Who is with him at night.", Completeness.ASKED),
        ("Our nurse comes.", "To see the", Completeness.UNFINISHED),
    ],
)
def test_words_after_a_pause_may_go_on_with_the_sentence_before_it(
    before: str, text: str, expected: Completeness
) -> None:
    """A long turn is understood part by part, and a recogniser ends each with a full stop."""
    assert completeness_of(text, before=before) is expected
