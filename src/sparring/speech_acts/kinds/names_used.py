"""Names used: the other side's name, said back to them."""

from collections.abc import Iterator
from typing import Final

from sparring.speech_acts.acts import Act, ActKind
from sparring.speech_acts.kinds.names_given import gives_names
from sparring.speech_acts.phrase_families import Sentence
from sparring.speech_acts.phrases.lexicon import COMMON, WORD_LISTS, word_set
from sparring.speech_acts.text.names import FIRST_NAMES, TITLES, may_be_name
from sparring.speech_acts.text.text_word import ends_before

_BEFORE_TITLED: Final = frozenset(
    ("is this", "are you", "speaking with", "speaking to", "talking to", "talking with", "speak with", "speak to", "talk to",
     "talk with", "looking for", "thank you", "good morning", "good afternoon", "see you")
)  # fmt: skip
_LEADS_TO_NAME: Final = word_set(
    "oh okay ok thanks thank you well hi hello hey so sorry dear mr mrs ms and now yes yeah right sure bye\
 good morning afternoon evening"
)
_NUMBERS: Final = frozenset(WORD_LISTS["count"].split("|"))


def uses_name(sentence: Sentence, parts: tuple[str, ...]) -> Iterator[Act]:
    """The other side's name, known from before by its parts, and said again."""
    surname_known = len(parts) > 1
    yield from (act for act in _addressed_by_title(sentence) if not surname_known or act.about in parts)
    if not parts:
        yield from _addressed(sentence)
        return
    initials = {part[0] for part in parts}
    said = {word for word in sentence.vocabulary if word[0] in initials and any(_same_name(word, p) for p in parts)}
    if not said or _introducing(sentence):
        return
    for index, word in enumerate(sentence.words.items):
        if word.text in said:
            opening, closing = sentence.covering(index, index)
            yield sentence.act(ActKind.USES_NAME, opening.first, closing.last, about=word.text)


def _addressed_by_title(sentence: Sentence) -> Iterator[Act]:
    """As in "Thanks, Mrs. Okafor" and "Is this Mr. Boudreaux": a title speaks to somebody, whatever the name behind it."""
    if TITLES.isdisjoint(sentence.vocabulary):
        return
    items, texts = sentence.words.items, sentence.words.texts
    for at, word in enumerate(items[:-1]):
        if word.text not in TITLES or not may_be_name(items[at + 1]):
            continue
        led = word.paused or (at > 0 and all(before in _LEADS_TO_NAME for before in texts[:at]))
        led = led or (not at and ends_before(items, at + 2))  # "Mrs. Petrakis has us" speaks to nobody
        if led or " ".join(texts[max(at - 2, 0) : at]) in _BEFORE_TITLED:
            opening, closing = sentence.covering(at, at + 1)
            yield sentence.act(ActKind.USES_NAME, opening.first, closing.last, about=items[at + 1].text)


def _addressed(sentence: Sentence) -> Iterator[Act]:
    """Somebody who never gave a first name is spoken to by it: "Thank you, Harold"; who says their own name is not."""
    items = sentence.words.items
    if FIRST_NAMES.isdisjoint(sentence.vocabulary) or any(True for _ in gives_names(sentence)):
        return
    last, spoken = len(items) - 1, not COMMON.isdisjoint(sentence.vocabulary)  # a list of catchwords speaks to nobody
    for at, word in enumerate(items):
        led = all(before.text in _LEADS_TO_NAME for before in items[:at])
        ends = at == last or items[at + 1].paused
        if (
            word.text in FIRST_NAMES
            and ends
            and ((at > 0 and led) or (at == last and (led or (word.paused and spoken))))
        ):
            opening, closing = sentence.covering(at, at)
            yield sentence.act(ActKind.USES_NAME, opening.first, closing.last, about=word.text)


def _introducing(sentence: Sentence) -> bool:
    return sentence.words.text.startswith((" my name is ", " this is ")) and len(sentence.words.items) < 5


def _same_name(said: str, name: str) -> bool:
    """Equal, or a recogniser's slip of one letter in a name of five or more; "twenty-four seven" speaks to no Steven."""
    if said[0] != name[0]:
        return False
    said = said.removesuffix("'s")
    if said == name:
        return True
    meant = said in COMMON or said in _NUMBERS
    return len(name) >= 5 and said[:1] == name[:1] and not meant and _one_letter_apart(said, name)


def _one_letter_apart(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    split = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[split + (len(short) == len(long)) :] == long[split + 1 :]
