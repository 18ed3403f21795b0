"""Names: the speaker's own, the agency's, and the other side's name used back.

A recogniser gives no capitals, so a name is known by what stands around it, by its capital where there is one, or
because it is a common first name.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sparring.speech_acts.acts import Act, ActKind
from sparring.speech_acts.phrase_families import SENTENCE_TABLES, Match, Sentence, matches
from sparring.speech_acts.phrases.index import Index
from sparring.speech_acts.phrases.lexicon import COMMON, WORD_LISTS, word_set
from sparring.speech_acts.phrases.notation import phrases
from sparring.speech_acts.text.text_word import TextWord
from sparring.speech_acts.text.words import SentenceWords

FIRST_NAMES: Final = word_set(
    """aaron abby adam adele alan albert alex alexis alice alicia alison allison amanda amber amy ana andrea andrew
    andy angela angelica angie anita ann anna anne annie anthony antonio april arlene art arthur ashley audrey
    barb barbara ben benjamin bernadette bernice beth bethany betty beverly bill bob bobby bonnie brad brandon
    brenda brian bridget brittany bruce bryan caitlin calvin cameron camila carl carla carlos carmen carol
    caroline carolyn carrie catherine cathy cecilia charlene charles charlotte chelsea cheryl chloe chris
    christian christina christine christopher cindy claire clara claudia colleen connie courtney craig crystal
    curtis cynthia daisy dale dan dana daniel danielle darlene darren dave david dawn deb deborah debra denise
    dennis derek diana diane diego dolores don donald donna doris dorothy doug douglas earl eddie edith edward
    eileen elaine eleanor elena eli elijah elizabeth ella ellen emily emma eric erica erin ernest esther ethan
    ethel eugene eva evelyn florence frances francis francisco frank fred gabriel gabriela gail gary george gerald
    geraldine gina ginny glen glenda gloria gordon grace greg gregory gwen hannah harold harriet harry hazel
    heather heidi helen henry holly howard ian ida irene isaac isabel isabella jack jackie jacob jacqueline jaime
    jake james jamie jan jane janet janice jared jasmine jason jay jean jeanne jeff jeffrey jen jenna jennifer
    jenny jeremy jerry jesse jessica jill jim jimmy jo joan joanne joe joel john johnny jon jonathan jordan jorge
    jose joseph josh joshua joy joyce juan juanita judith judy julia julian julie june justin kara karen kate
    katherine kathleen kathy katie kayla keith kelly ken kenneth kevin kim kimberly kristen kristin kristina kurt
    kyle larry laura lauren laurie lawrence leah lee leo leon leonard leslie lewis lillian lily linda lisa liz
    lois lora loretta lori lorraine louis louise lucas lucia lucille lucy luis luke lydia lynn mabel madison mae
    maggie manuel marc marcia marcus margaret maria marian marie marilyn mario marion marjorie mark marlene marsha
    martha martin marvin mary matt matthew maureen max maxine megan melanie melissa melvin mercedes michael
    michele michelle miguel mike mildred minnie miranda mitchell molly monica monique morgan myra nancy naomi
    natalie natasha nathan neil nicholas nick nicole nina noah nora norma norman olga olivia oscar owen pam pamela
    pat patricia patrick patty paul paula pauline pedro peggy penny pete peter phil philip phyllis priya rachel
    ralph ramona randy ray raymond rebecca renee rhonda ricardo richard rick rita rob robert roberta robin rodney
    roger ron ronald rosa rose rosemary roy ruben ruby russell ruth ryan sabrina sally sam samantha samuel sandra
    sandy sara sarah scott sean sergio shannon sharon shawn sheila shelly sherry shirley sofia sonia sophia sophie
    stacy stanley stella stephanie stephen steve steven stuart sue susan suzanne sylvia tamara tammy tanya tara
    ted teresa terry theresa thelma thomas tiffany tim timothy tina todd tom tommy toni tony tracy travis troy
    tyler valerie vanessa vera veronica vicki victor victoria vince vincent viola violet virginia vivian walter
    wanda warren wayne wendy wesley will william willie wilma yolanda yvonne zachary zoe gladys agnes bertha opal
    pearl beatrice constance eunice fern geneva gertrude henrietta hilda iris ivy josephine lena leona lorene
    maude muriel myrtle nellie patsy rosalie sadie selma velma winifred wilbur clarence chester clyde edgar elmer
    floyd gilbert gus herbert herman homer hugh irving lester lloyd luther milton otto percy roland rudy sidney
    stan theodore vernon virgil wallace ava mia aisha jada malik keisha tamika latoya guadalupe lupe marisol
    alejandro javier luz mei anh minh anjali deepa raj arjun sanjay fatima omar ahmed mohammed ali leila noor amara kwame tasha"""
)  # fmt: skip
NO_NAMES: Final = COMMON | word_set(
    """calling speaking with from again here just also sorry glad happy sure not going looking trying hoping
    wondering very really so great good okay fine well back ready afraid worried today tomorrow now home care
    agency office available concerned curious interested able aware thinking saying asking hearing reaching
    following checking right wrong happening important difficult hard tough late early new old free paid non
    medical truly honestly thank thanks yes no too still always never only exactly because where how why whether
    its it's always returning nurse caregiver manager owner director coordinator assistant daughter son wife
    husband mother father responsible required talking something someone everything anything nothing what's over under
    licensed insured local near based family private there's emergency"""
)
_AGENCY_STOPS: Final = word_set(
    """how may can what this my i we and today who is are where the a so speaking how's thank please hi hello good it
    was were calling returning here because about to for our your at on when would could do did if you"""
)
_INTRODUCES = phrases("""
    (this is|my name is|my name's|the name is|you are speaking (with|to)|you are talking (to|with)|you have \
        (reached|got)|it is|call me|i am|name is|myself)
""")
_CONCLUDES: Final = word_set("so then and")
_SURE_INTRODUCES: Final = ("name", "speaking")
_WORDS_OF_AN_AGENCY: Final = 2
_MOST_WORDS_OF_AN_AGENCY: Final = 5
_OF_AGENCIES: Final = word_set("care home family senior seniors private health living")
"""Words that are no names by themselves and stand in the names of agencies."""
_ENDS_AN_AGENCY: Final = word_set("care health homecare services living helpers companions")
_NAME_PART: Final = re.compile(r"[^\W\d_]+")
_TITLES: Final = word_set("mr mrs ms miss dr")
_OTHERS: Final = ("her", "his", "their", "your", "'s")
_SIGNS_OFF: Final = word_set("here speaking")
_BEFORE_TITLED: Final = frozenset(
    ("is this", "are you", "speaking with", "speaking to", "talking to", "talking with", "speak with", "speak to", "talk to",
     "talk with", "looking for", "thank you", "good morning", "good afternoon", "see you")
)  # fmt: skip
_ON_THE_LINE: Final = (" on the line ", " on the phone ")
_LEADS_TO_NAME: Final = word_set(
    "oh okay ok thanks thank you well hi hello hey so sorry dear mr mrs ms and now yes yeah right sure bye\
 good morning afternoon evening"
)
_BELONGING: Final = word_set("with from at of over here down up out")
_AFTER_NAME: Final = word_set("with from at calling speaking here again over")
_INTRODUCES_AGENCY = phrases("""
    (thank you|thanks) for (calling|reaching out to|contacting|choosing|(the|your) call to)
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
_NAMED_AGENCY = phrases("""
    (home care|senior care|home health|in home care|elder care|senior services|home helpers|caregivers|senior \
        helpers|care partners|home instead|care at home|senior living|keepers)
    (care|elder|elder care|family) companions
    (home support|home helpers|in home support|home caregivers|hands home care|years at home|care at home|caring hands)
""")


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


def may_give_names(words: SentenceWords) -> bool:
    """Whether `gives_names` can find anything in a sentence; told by its words, before it is read any further."""
    by_word = any(not known.isdisjoint(words.vocabulary) for known in (FIRST_NAMES, _SIGNS_OFF))
    return by_word or bool(_NAMING_ALONE.places(words.grams))


def _agency_first(sentence: Sentence, match: Match) -> Iterator[Act]:
    """As in "Good morning, Harbor Home Care": an agency's name at the head of a sentence."""
    start = next((at for at, word in enumerate(sentence.words.texts) if word not in _GREETINGS), 0)
    if 0 < match.first - start <= 3 and _all_name(sentence.words.items[start : match.first]):
        yield from _agency(sentence, 0, start)


def _agency_introduced(sentence: Sentence, match: Match) -> Iterator[Act]:
    """As in "calling from Harbor Home Care"."""
    yield from _agency(sentence, match.first, match.last + 1)


def _all_name(words: Sequence[TextWord]) -> bool:
    return all(word.text not in NO_NAMES and word.text not in _NOT_AGENCY_NAMES for word in words)


def name_parts(name: str) -> tuple[str, ...]:
    """The words of a name that can be used alone: "Mrs. Rosa Alvarez" is "rosa" and "alvarez"."""
    return tuple(part for part in _NAME_PART.findall(name.lower()) if part not in _TITLES)


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
    if _TITLES.isdisjoint(sentence.vocabulary):
        return
    items, texts = sentence.words.items, sentence.words.texts
    for at, word in enumerate(items[:-1]):
        if word.text not in _TITLES or not _may_be_name(items[at + 1]):
            continue
        led = word.paused or (at > 0 and all(before in _LEADS_TO_NAME for before in texts[:at]))
        led = led or (not at and _ends_there(items, at + 2))  # "Mrs. Petrakis has us" speaks to nobody
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


_NUMBERS: Final = frozenset(WORD_LISTS["count"].split("|"))


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
        or _known(items[start])
        or (follows in _AFTER_NAME and items[start].text not in NO_NAMES and "it is" not in introduced)
        or (_ends_there(items, after) and _may_be_name(items[start]) and _names_an_agency(sentence, match.first))
    ):
        yield from _named(sentence, match.first, start, length)


def _named(sentence: Sentence, first: int, start: int, length: int) -> Iterator[Act]:
    items = sentence.words.items
    name = " ".join(word.text for word in items[start : start + length])
    opening, closing = sentence.covering(first, start + length - 1)
    yield sentence.act(ActKind.GIVES_NAME, opening.first, closing.last, about=name)
    yield from _agency_before(sentence, first)
    after = start + length
    if (
        after + 1 < len(items)
        and any(word.text not in _BELONGING for word in items[after:])
        and items[after].text in _BELONGING
    ):
        start = next(at for at in range(after, len(items)) if items[at].text not in _BELONGING)
        yield from _agency(sentence, first, start)


def _agency_before(sentence: Sentence, at: int) -> Iterator[Act]:
    """As in "Elmhurst Family Care, this is Nathaniel": words of no other use, and then the speaker's name.

    A recogniser hears no pause between the two: then the last of the words tells that they name an agency.
    """
    items = sentence.words.items
    start = next((place for place, word in enumerate(items) if word.text not in _GREETINGS), 0)
    led = items[start:at]
    apart = items[at].paused or (bool(led) and led[-1].text in _ENDS_AN_AGENCY)
    alone = len(led) >= _WORDS_OF_AN_AGENCY and apart and not any(word.paused for word in led[1:])
    own = [word for word in led if word.text not in _OF_AGENCIES]
    if alone and _all_name(own) and not any(_known(word) or word.text in _TITLES for word in led):
        yield from _agency(sentence, start, start, stop=at)


def _name_after_agency(sentence: Sentence) -> Iterator[Act]:
    """As in "Comfort Plus, Angie": nothing but an agency's name, a pause, and a first name."""
    last = len(sentence.words.items) - 1
    if _known(sentence.words.items[last]) and any(True for _ in _agency_before(sentence, last)):
        yield from _named(sentence, last, last, 1)


def _past_title(items: Sequence[TextWord], start: int) -> int:
    """As in "this is Miss Bettye": the name stands behind the title."""
    return start + 1 if start + 1 < len(items) and items[start].text in _TITLES else start


def _known(word: TextWord) -> bool:
    return word.text in FIRST_NAMES


def _name_length(items: Sequence[TextWord], start: int) -> int:
    """How many words from `start` on are a name: at most two, the second only when it looks like one."""
    if start >= len(items) or items[start].text in NO_NAMES or not items[start].text.isalpha():
        return 0
    if start + 1 < len(items) and not items[start + 1].paused:
        second = items[start + 1].text
        if second not in NO_NAMES and second.isalpha() and _known(items[start]) and second not in _AGENCY_STOPS:
            return 2
    return 1


def _name_first(sentence: Sentence) -> Iterator[Act]:
    """As in "Sarah speaking", "Sarah on the line", and at the head of a sentence "Sarah with Harbor"."""
    items = sentence.words.items
    for index, word in enumerate(items[:-1]):
        if word.text not in FIRST_NAMES:
            continue
        follows = items[index + 1].text
        heads = word.paused or all(
            before.text in _GREETINGS or before.text == "there" or before.text in _TITLES or _known(before)
            for before in items[:index]
        )
        if (
            follows in ("speaking", "here")
            or (follows == "on" and sentence.words.since(index).startswith(_ON_THE_LINE, len(word.text) + 1))
            or (heads and follows in ("with", "from", "over"))
        ):
            yield from _named(sentence, index, index, 1)


def _ends_there(items: Sequence[TextWord], after: int) -> bool:
    return after == len(items) or items[after].paused


def _names_an_agency(sentence: Sentence, introduced: int) -> bool:
    """As in "Golden Bridge Home Care, I am Oksana": beside the agency's name no state of mind is told."""
    if any(True for _ in _agency_before(sentence, introduced)):
        return True
    return any(
        named is _agency_first and any(True for _ in matches(phrase, sentence))
        for phrase, named in sentence.possible(_NAMING)
    )


def _name_between_pauses(sentence: Sentence) -> Iterator[Act]:
    """As in "Harbor Home Care, Vic here": between two pauses a word of no other meaning is a name, known or not."""
    items = sentence.words.items
    for index, word in enumerate(items[:-1]):
        if word.text in FIRST_NAMES or not _may_be_name(word) or items[index + 1].text not in _SIGNS_OFF:
            continue
        begins = word.paused or not index
        if begins and (index + 2 == len(items) or items[index + 2].paused):
            yield from _named(sentence, index, index, 1)


def _may_be_name(word: TextWord) -> bool:
    return word.text not in NO_NAMES and word.text not in _NOT_AGENCY_NAMES and word.text.isalpha()


def _agency(sentence: Sentence, first: int, start: int, *, stop: int | None = None) -> Iterator[Act]:
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


def _no_agency_begins(name: Sequence[TextWord]) -> bool:
    begins = name[0].text in _NOT_AGENCY_NAMES or (len(name) == 1 and _known(name[0]))  # "Thanks for calling, Sandra"
    return begins and not (name[0].text == "good" and len(name) > 2)  # "Good Neighbor Care"


def _agency_ends(items: Sequence[TextWord], start: int, end: int) -> bool:
    text = items[end].text
    if end == start and (text == "the" or (text == "good" and not _greets(items, end))):
        return False
    return text in _AGENCY_STOPS or (end > start and items[end].paused)


def _greets(items: Sequence[TextWord], at: int) -> bool:
    """Whether "good" begins a greeting here and no agency's name, as "Good Neighbor Care" does."""
    return at + 1 == len(items) or items[at + 1].text in _GREETINGS


_GREETINGS: Final = word_set("hi hello hey good day morning afternoon evening thanks thank you for calling")
_NOT_AGENCY_NAMES: Final = word_set(
    """yeah yes okay so well our one a an two few question questions about quick an idea update any some other
    another most many need needs want use like private good great their those these including provide provides
    offer offers do does non medical quality ongoing long term short live every each more much"""
)
_NOT_AGENCY: Final = word_set("us me back in them today again early so the number out now")
_NAMED_BY: Final = ((_INTRODUCES, _own_name), (_NAMED_AGENCY, _agency_first), (_INTRODUCES_AGENCY, _agency_introduced))
"""What a phrase is followed by, or stands in: how the name is taken from there."""
_HOW_NAMED: Final = tuple((phrase, named) for table, named in _NAMED_BY for phrase in table)
_NAMING: Final = SENTENCE_TABLES.part(_HOW_NAMED)
_NAMING_ALONE: Final = Index(_HOW_NAMED)
