"""Names given: the speaker's own, and the agency's beside it.

A recogniser gives no capitals, so a name is known by what stands around it, by its capital where there is one, or
because it is a common first name.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from sparring.speech_acts.acts import Act, ActKind
from sparring.speech_acts.kinds.agency_names import (
    AGENCY_STOPS,
    ENDS_A_PLACE,
    INTRODUCES_AGENCY,
    NAMED_AGENCY,
    agency,
    agency_before,
    agency_first,
    agency_introduced,
    place_greeted_with,
)
from sparring.speech_acts.phrase_families import SENTENCE_TABLES, Match, Sentence, matches
from sparring.speech_acts.phrases.index import Index
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.phrases.notation import phrases
from sparring.speech_acts.text.names import FIRST_NAMES, GREETINGS, NO_NAMES, TITLES, is_first_name, may_be_name
from sparring.speech_acts.text.text_word import TextWord, ends_before
from sparring.speech_acts.text.words import SentenceWords

_INTRODUCES = phrases("""
    (this is|my name is|my name's|the name is|you are speaking (with|to)|you are talking (to|with)|you have \
        (reached|got)|it is|call me|i am|name is|myself)
""")
_CONCLUDES: Final = word_set("so then and")
_SURE_INTRODUCES: Final = ("name", "speaking")
_OTHERS: Final = ("her", "his", "their", "your", "'s")
_SIGNS_OFF: Final = word_set("here speaking")
_ON_THE_LINE: Final = (" on the line ", " on the phone ")
_BELONGING: Final = word_set("with from at of over here down up out")
_AFTER_NAME: Final = word_set("with from at calling speaking here again over")


def gives_names(sentence: Sentence) -> Iterator[Act]:
    """The speaker's name and the speaker's agency, where they are given."""
    for phrase, named in sentence.possible(_NAMING):
        for match in matches(phrase, sentence):
            yield from named(sentence, match)
    if not FIRST_NAMES.isdisjoint(sentence.vocabulary):
        yield from _name_first(sentence)
        yield from _name_after_agency(sentence)
    if not _SIGNS_OFF.isdisjoint(sentence.vocabulary):
        yield from _name_between_pauses(sentence)
    if not ENDS_A_PLACE.isdisjoint(sentence.vocabulary):
        yield from place_greeted_with(sentence)


def may_give_names(words: SentenceWords) -> bool:
    """Whether `gives_names` can find anything in a sentence; told by its words, before it is read any further."""
    by_word = any(not known.isdisjoint(words.vocabulary) for known in (FIRST_NAMES, _SIGNS_OFF, ENDS_A_PLACE))
    return by_word or bool(_NAMING_ALONE.places(words.grams))


def _own_name(sentence: Sentence, match: Match) -> Iterator[Act]:
    items = sentence.words.items
    start = _past_title(items, match.last + 1)
    length = _name_length(items, start)
    if not length:
        return
    introduced = sentence.words.between(match.first, match.last)
    before = items[match.first - 1].text if match.first else ""
    if ("it is" in introduced and before in _CONCLUDES) or (introduced == " name is " and before.endswith(_OTHERS)):
        return  # "so it's Evelyn" says a name over, "her name is Evelyn" gives somebody else's
    after = start + length
    follows = items[after].text if after < len(items) else ""
    sure = any(word in introduced for word in _SURE_INTRODUCES)
    if (
        sure
        or is_first_name(items[start])
        or (follows in _AFTER_NAME and items[start].text not in NO_NAMES and "it is" not in introduced)
        or (ends_before(items, after) and may_be_name(items[start]) and _names_an_agency(sentence, match.first))
    ):
        yield from _named(sentence, match.first, start, length)


def _named(sentence: Sentence, first: int, start: int, length: int) -> Iterator[Act]:
    items = sentence.words.items
    name = " ".join(word.text for word in items[start : start + length])
    opening, closing = sentence.covering(first, start + length - 1)
    yield sentence.act(ActKind.GIVES_NAME, opening.first, closing.last, about=name)
    yield from agency_before(sentence, first)
    after = start + length
    if (
        after + 1 < len(items)
        and any(word.text not in _BELONGING for word in items[after:])
        and items[after].text in _BELONGING
    ):
        start = next(at for at in range(after, len(items)) if items[at].text not in _BELONGING)
        yield from agency(sentence, first, start)


def _name_after_agency(sentence: Sentence) -> Iterator[Act]:
    """As in "Comfort Plus, Angie": nothing but an agency's name, a pause, and a first name."""
    last = len(sentence.words.items) - 1
    if is_first_name(sentence.words.items[last]) and any(True for _ in agency_before(sentence, last)):
        yield from _named(sentence, last, last, 1)


def _name_first(sentence: Sentence) -> Iterator[Act]:
    """As in "Sarah speaking", "Sarah on the line", and at the head of a sentence "Sarah with Harbor"."""
    items = sentence.words.items
    for index, word in enumerate(items[:-1]):
        if word.text not in FIRST_NAMES:
            continue
        follows = items[index + 1].text
        heads = word.paused or all(
            before.text in GREETINGS or before.text == "there" or before.text in TITLES or is_first_name(before)
            for before in items[:index]
        )
        if (
            follows in ("speaking", "here")
            or (follows == "on" and sentence.words.since(index).startswith(_ON_THE_LINE, len(word.text) + 1))
            or (heads and follows in ("with", "from", "over"))
        ):
            yield from _named(sentence, index, index, 1)


def _name_between_pauses(sentence: Sentence) -> Iterator[Act]:
    """As in "Harbor Home Care, Vic here": between two pauses a word of no other meaning is a name, known or not."""
    items = sentence.words.items
    for index, word in enumerate(items[:-1]):
        if word.text in FIRST_NAMES or not may_be_name(word) or items[index + 1].text not in _SIGNS_OFF:
            continue
        begins = word.paused or not index
        if begins and (index + 2 == len(items) or items[index + 2].paused):
            yield from _named(sentence, index, index, 1)


def _names_an_agency(sentence: Sentence, introduced: int) -> bool:
    """As in "Golden Bridge Home Care, I am Oksana": beside the agency's name no state of mind is told."""
    if any(True for _ in agency_before(sentence, introduced)):
        return True
    return any(
        named is agency_first and any(True for _ in matches(phrase, sentence))
        for phrase, named in sentence.possible(_NAMING)
    )


def _past_title(items: Sequence[TextWord], start: int) -> int:
    """As in "this is Miss Bettye": the name stands behind the title."""
    return start + 1 if start + 1 < len(items) and items[start].text in TITLES else start


def _name_length(items: Sequence[TextWord], start: int) -> int:
    """How many words from `start` on are a name: at most two, the second only when it looks like one."""
    if start >= len(items) or items[start].text in NO_NAMES or not items[start].text.isalpha():
        return 0
    if start + 1 < len(items) and not items[start + 1].paused:
        second = items[start + 1].text
        if second not in NO_NAMES and second.isalpha() and is_first_name(items[start]) and second not in AGENCY_STOPS:
            return 2
    return 1


_NAMED_BY: Final = ((_INTRODUCES, _own_name), (NAMED_AGENCY, agency_first), (INTRODUCES_AGENCY, agency_introduced))
"""What a phrase is followed by, or stands in: how the name is taken from there."""
_HOW_NAMED: Final = tuple((phrase, named) for table, named in _NAMED_BY for phrase in table)
_NAMING: Final = SENTENCE_TABLES.part(_HOW_NAMED)
_NAMING_ALONE: Final = Index(_HOW_NAMED)
