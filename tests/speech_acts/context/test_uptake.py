"""What was heard decides: words said back are reflections, offers are tied to needs that were said."""

from sparring.speech_acts import Act, ActKind, Context, recognise

NEED = Context(said_before=("She wakes at three every night and tries to leave the house.",))


def _acts(text: str, context: Context = NEED) -> list[Act]:
    return list(recognise(text, context))


def _spans(kind: ActKind, text: str, context: Context = NEED) -> list[str]:
    return [text[act.start : act.end] for act in _acts(text, context) if act.kind is kind]


def test_saying_back_what_was_heard_is_a_reflection() -> None:
    """Without any phrase that announces it."""
    assert _spans(ActKind.REFLECTION, "So she's up every night and leaves the house.") == [
        "So she's up every night and leaves the house"
    ]


def test_the_same_words_with_nothing_heard_reflect_nothing() -> None:
    """There is nothing they could say back."""
    assert _spans(ActKind.REFLECTION, "So she's up every night and leaves the house.", Context()) == []


def test_a_statement_said_back_with_a_mark_is_no_question() -> None:
    """A rising tone asks for a yes, but people who label conversations call it a reflection."""
    kinds = {act.kind for act in _acts("So she tries to leave the house every night?")}
    assert ActKind.REFLECTION in kinds
    assert ActKind.CLOSED_QUESTION not in kinds


def test_an_offer_tied_to_a_need_that_was_said_is_a_value_link() -> None:
    """It is then no bare capability."""
    text = "Because she wakes at night, our caregiver can stay awake with her."
    assert _spans(ActKind.VALUE_LINK, text) == [text.rstrip(".")]
    assert _spans(ActKind.CAPABILITY, text) == []


def test_an_offer_tied_to_nothing_that_was_said_is_a_capability() -> None:
    """A need that the rep made up earns nothing."""
    text = "Because he loves golf, our caregivers can drive him to the course."
    assert _spans(ActKind.VALUE_LINK, text) == []
    assert _spans(ActKind.CAPABILITY, text) != []


def test_what_the_agency_does_says_nothing_back() -> None:
    """An offer that repeats the buyer's words is an offer."""
    assert _spans(ActKind.REFLECTION, "We can have somebody in the house every night.") == []


def test_the_sound_of_listening_with_nothing_taken_up_is_no_reflection() -> None:
    """By its form it says something back; of what was said at any time in the call it holds nothing."""
    text = "It sounds like golf matters most."
    assert _spans(ActKind.REFLECTION, text, Context()) == [text.rstrip(".")]
    assert _spans(ActKind.REFLECTION, text) == []


def test_what_was_said_long_ago_may_be_said_back() -> None:
    """A summary goes back to the beginning of the call."""
    later = tuple(
        f"The {color} chair would do." for color in ("red", "blue", "green", "black", "white", "brown", "old")
    )
    context = Context(said_before=(*NEED.said_before, *later))
    assert _spans(ActKind.REFLECTION, "It sounds like leaving the house worries you most.", context) != []


def test_an_offer_is_tied_by_what_it_is_for() -> None:
    """Here "so somebody" carries the tie, in a sentence without marks."""
    context = Context(said_before=("people with dementia who get up at night",))
    text = "yeah that's a hard one we do overnights so somebody would be awake with them the whole night"
    assert _spans(ActKind.VALUE_LINK, text, context) != []


def test_a_need_said_back_ties_the_offer_in_the_sentence_after_it() -> None:
    """A pause between the two is how a recogniser writes it, not what was said."""
    text = "You told me she leaves the house at night. Our caregiver can stay awake with her."
    assert _spans(ActKind.VALUE_LINK, text) == ["Our caregiver can stay awake with her"]


def test_what_nobody_pays_for_is_no_offer() -> None:
    """Telling that insurance leaves something out ties no service to a need, though it names both."""
    context = Context(said_before=("Washing and dressing, that's the hard one.",))
    text = "It doesn't pay for the kind of help with washing and dressing that we do."
    assert _spans(ActKind.VALUE_LINK, text, context) == []


def test_a_greeting_by_name_says_nothing_back() -> None:
    """Their name was heard, and still it is only manners."""
    context = Context(said_before=("Dorothy Kowalski, dear.",))
    assert _spans(ActKind.REFLECTION, "Nice to meet you, Dorothy.", context) == []
