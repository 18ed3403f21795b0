"""An agency's name: said at the head of a sentence, after words that introduce it, or before the speaker's own name."""

from collections.abc import Iterator, Sequence
from typing import Final

from sparring.speech_acts.acts import Act, ActKind
from sparring.speech_acts.phrase_families import Match, Sentence
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.phrases.notation import phrases
from sparring.speech_acts.text.names import GREETINGS, NO_AGENCY_NAMES, NO_NAMES, TITLES, is_first_name
from sparring.speech_acts.text.text_word import TextWord

INTRODUCES_AGENCY = phrases("""
    (thank you|thanks) (so much|very much|ever so much)? for (calling|ringing|phoning|reaching out to|contacting|\
        choosing|(the|your) call to)
    (i am|this is) (calling)? (from|with)
    we are (calling)? from
    calling (you)? from
    you have reached
    (you are|you have come) through to
    here at
    on behalf of
    (i|we) (work|am) (with|for|at) ~0
    (i represent|representing)
""")
NAMED_AGENCY = phrases("""
    (home care|senior care|home health|in home care|elder care|senior services|home helpers|caregivers|senior \
        helpers|care partners|home instead|care at home|senior living|keepers)
    (care|elder|elder care|family) companions
    (home support|home helpers|in home support|home caregivers|hands home care|years at home|care at home|caring hands)
""")
AGENCY_STOPS: Final = word_set(
    """how may can what this my i we and today who is are where the a so speaking how's thank please hi hello good it
    was were calling returning here because about to for our your at on when would could do did if you"""
)
_NOT_AGENCY: Final = word_set("us me back in them today again early so the number out now")
_WORDS_OF_AN_AGENCY: Final = 2
_MOST_WORDS_OF_AN_AGENCY: Final = 5
_OF_AGENCIES: Final = word_set("care home family senior seniors private health living")
"""Words that are no names by themselves and stand in the names of agencies."""
_ENDS_AN_AGENCY: Final = word_set("care health homecare services living helpers companions")
_MOST_WORDS_OF_A_PLACE: Final = 3
ENDS_A_PLACE: Final = word_set(
    """lane ridge creek harbor harbour oak oaks view grove hill hills meadow meadows valley point river spring springs
    lake haven bridge gardens bay brook field fields light path gate pines maple elms cove shore hollow
    glen woods crest crossing landing heights house terrace"""
)


def agency_first(sentence: Sentence, match: Match) -> Iterator[Act]:
    """As in "Good morning, Harbor Home Care": an agency's name at the head of a sentence."""
    start = next((at for at, word in enumerate(sentence.words.texts) if word not in GREETINGS), 0)
    if 0 < match.first - start <= 3 and _all_name(sentence.words.items[start : match.first]):
        yield from agency(sentence, 0, start)


def agency_introduced(sentence: Sentence, match: Match) -> Iterator[Act]:
    """As in "calling from Harbor Home Care"."""
    yield from agency(sentence, match.first, match.last + 1)


def place_greeted_with(sentence: Sentence) -> Iterator[Act]:
    """As in "Hello, Willow Lane.": a greeting, and between pauses two or three words that end like a place.

    Nobody else is greeted so: a person has a first name or a title.
    """
    items = sentence.words.items
    last = len(items) - 1
    led = next((place for place, word in enumerate(items) if word.text not in GREETINGS), last)
    after = next((place for place in range(led + 1, len(items)) if items[place].paused), len(items))
    name = items[led:after]
    is_place = 1 < len(name) <= _MOST_WORDS_OF_A_PLACE and name[-1].text in ENDS_A_PLACE
    is_person = any(is_first_name(word) or word.text in TITLES for word in name)
    if led and name[0].paused and is_place and not is_person and _all_name(name[:-1]):
        yield from agency(sentence, led, led, stop=after)


def agency_before(sentence: Sentence, at: int) -> Iterator[Act]:
    """As in "Elmhurst Family Care, this is Nathaniel": words of no other use, and then the speaker's name.

    A recogniser hears no pause between the two: then the last of the words tells that they name an agency.
    """
    items = sentence.words.items
    start = next((place for place, word in enumerate(items) if word.text not in GREETINGS), 0)
    led = items[start:at]
    apart = items[at].paused or (bool(led) and led[-1].text in _ENDS_AN_AGENCY)
    alone = len(led) >= _WORDS_OF_AN_AGENCY and apart and not any(word.paused for word in led[1:])
    own = [word for word in led if word.text not in _OF_AGENCIES]
    if alone and _all_name(own) and not any(is_first_name(word) or word.text in TITLES for word in led):
        yield from agency(sentence, start, start, stop=at)


def agency(sentence: Sentence, first: int, start: int, *, stop: int | None = None) -> Iterator[Act]:
    """The agency's name from word `start` on, before word `stop` if that is given."""
    items = sentence.words.items
    end, last = start, min(start + _MOST_WORDS_OF_AN_AGENCY, len(items) if stop is None else stop)
    while end < last and not _agency_ends(items, start, end):
        end += 1
    name = items[start:end]
    if not name or _no_agency_begins(name) or all(word.text in _NOT_AGENCY for word in name):
        return
    opening, closing = sentence.covering(first, end - 1)
    yield sentence.act(ActKind.GIVES_AGENCY, opening.first, closing.last, about=" ".join(word.text for word in name))


def _all_name(words: Sequence[TextWord]) -> bool:
    return all(word.text not in NO_NAMES and word.text not in NO_AGENCY_NAMES for word in words)


def _no_agency_begins(name: Sequence[TextWord]) -> bool:
    begins = name[0].text in NO_AGENCY_NAMES or (
        len(name) == 1 and is_first_name(name[0])
    )  # "Thanks for calling, Sandra"
    return begins and not (name[0].text == "good" and len(name) > 2)  # "Good Neighbor Care"


def _agency_ends(items: Sequence[TextWord], start: int, end: int) -> bool:
    text = items[end].text
    if end == start and (text == "the" or (text == "good" and not _greets(items, end))):
        return False
    return text in AGENCY_STOPS or (end > start and items[end].paused)


def _greets(items: Sequence[TextWord], at: int) -> bool:
    """Whether "good" begins a greeting here and no agency's name, as "Good Neighbor Care" does."""
    return at + 1 == len(items) or items[at + 1].text in GREETINGS
