"""Acts that only the conversation shows: saying back what was heard, and tying a service to a need that was named.

Flows in: a sentence with the acts its own words do, and what was heard before. Flows out: the acts, corrected. Both
brains go by it. Repeated words of the other side were the best single sign of listening on 2,246 exchanges that experts
had rated (ddemszky/conversational-uptake: rank correlation .48, length of the reply .36).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from sparring.speech_acts.acts import Act, ActKind
from sparring.speech_acts.learned.linear_model import load_model
from sparring.speech_acts.learned.turn_features import turn_features
from sparring.speech_acts.phrase_families import SENTENCE_TABLES, Match, Sentence, found
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.phrases.notation import phrases
from sparring.speech_acts.segmentation import says_any
from sparring.speech_acts.text.asking import Asks
from sparring.speech_acts.text.clauses import Clause
from sparring.speech_acts.text.heard import HeardBefore, stems

_FEWEST_WORDS: Final = 4
_SHARED_STEMS: Final = 2
_SHARED_PART: Final = 0.4  # of a statement's stems, from which it says something back
REFLECTION_MODEL: Final = "behaviour"
REFLECTION_THRESHOLD: Final = 0.6
"""The highest that costs less than .02 of the best F1 on AnnoMI (grouped cross-validation, per sentence)."""
_THEIRS: Final = word_set(
    """you your yours he she his her him they their them mom dad mother father mom's dad's husband wife nights night
    mornings evenings weekends fridays families everyone nobody patients residents"""
)
_PERSONAL: Final = word_set(
    """he she his her him mom dad mother father mom's dad's mother's father's husband wife those"""
)
_TIMES: Final = word_set(
    """monday tuesday wednesday thursday friday saturday sunday tomorrow one two three four five six seven eight nine
    ten eleven noon morning afternoon even week today"""
)
_TIED: Final = SENTENCE_TABLES.phrases(
    phrases("""
    (because|since) (she|he|you|your|the|it|friday|fridays|nights|mornings|weekends|that|this|those|{family}|there|\
        nobody|no one|they|four hour|short)
    (because|since) (one|two|three|four|five|some|half|most|many) (of|patients|people|families|residents|cases)
    (that is|those are) (us|what we do|our thing)
    (staff|start|cover|answer|run|work|pick up) ~1 (fridays|friday|weekends|nights|saturdays|sundays|evenings|short shifts|same day) ~4
    off (your|her|his|their) (hands|plate|shoulders|back)
    so (that)? (she|he|you|they|your|mom|dad|nobody|no one|somebody|someone|the|it is not|it does not)
    that way (she|he|you|they|your|mom|dad)
    because of
    (that is|which is) (where|why|exactly|what|the one)
    (given|based on|with) what you
    for (the|her|his|your|those|that|someone like)
    (what|that|as|like) you (said|mentioned|described|told me|just|have|need|want|are|were)
    your ~3 (mother|mom|dad|father|husband|wife|discharges|discharge|patients|cases|residents|families|team|friday|\
        weekend|unit|floor)
""")
)
_FRONTED: Final = SENTENCE_TABLES.phrases(
    phrases("""
    ^for (your|those|these|the|that|this|a|{day}|fridays|saturdays|sundays|weekends|nights|somebody|someone|people|patients|families|her|his|anybody|anyone) ~12 (we|our|i)
    ^with (your|those|these|the|that|this|her|him|them) ~10 (we|our) ~2
    ^so (for|with) (your|those|these|the|that|this|a|somebody|someone|people|patients|families|her|his) ~12 (we|our|i)
""")
)
"""What an offer is for stands before it, whatever its verb: "For your contested guardianships, we log every visit"."""
_FIRST_PERSON: Final = word_set("i we my our us let")
_GOES_ON: Final = word_set("and so but which who because since then or")
_DRAWS_TOGETHER: Final = word_set("so sounds then")
_SAYS_SO: Final = SENTENCE_TABLES.phrases(
    phrases("""
    you (said|mentioned|told me|described|told us|were saying|just said|just mentioned)
""")
)
_DENIES: Final = SENTENCE_TABLES.phrases(
    phrases("""
    (does|do|did|will|would|can) not (pay|cover) ~10 (that)? (we|they) (do|offer|provide)
""")
)
_OFFERING: Final = SENTENCE_TABLES.phrases(
    phrases("""
    (we|they|(our|the|a|an|your) ~1 (caregiver|caregivers|aide|aides|nurse|nurses|team|people|companion)) (can|\
        could|will|would|do|always|also)? (only|also|even)? (be there|be here|be in|be with|stay|stays|sit|sits|do|does|\
        help|helps|take|takes|come|comes|bring|make|makes|keep|keeps|pick|choose|find|introduce|watch|watches|walk|\
        walks|cook|cooks|drive|drives|handle|have someone|have somebody|start|staff|cover|match|provide|stand|get \
        her|get him|check|checks|send|assign|work with|go with|meet|call you|pick up)
    (someone|somebody) (can|could|will|would) (be|stay|sit|help|come|walk|cook|drive|watch|get|make|take)
    ({helper}) (who|that) ~1 (handle|handles|do|does|come|comes|stay|stays|sit|sits|help|helps|want|wants|work|works|drive|\
        drives|walk|walks|get|gets|lift|lifts|know|knows|take|takes|bathe|bathes|cook|cooks|can|could|will|would)
    (someone|somebody|(a|an|one|two|the same) ~1 ({helper})) (there|here|with|in|at|beside|by|to|every|each|for|on)
    (we|i) (have|have got|keep|got|run|built|set up|send|assign|put|use) ~5 ({helper})
    (whoever|the one who|the person who|whichever ({helper})) (comes|is there|goes|stays|sits|works) ~6
    (she|he|they|({helper})) (is|are) (reminding|helping|staying|coming|going|sitting|cooking|washing|bathing|driving|walking|watching|making) ~3
    (take|takes|lift|lifts) ~4 off (your|her|his|their) (hands|plate|shoulders|back)
    (with us|here) (every|each|there is|there are) ~4
    (our|the|a) ~2 (crew|team|staff|people|line|office) (start|starts|take|takes|cover|covers|answer|answers|pick|picks|handle|handles) ~4
    (that is|those are) (us|what we do|our thing|where (we|i) come in|what (we|i) am here for)
    (we|i) (staff|start|cover|answer|run|work|pick up) ~1 (fridays|friday|weekends|nights|saturdays|sundays|evenings|short shifts|same day) ~4
    (what|why) (we|i) ~1 (built|made|started|set up|created|run|keep|have) ~6 for
    (each|every) (couple|family|patient|client|resident|person) (gets|has|is given|keeps) (one|a|the same|two|their own) ~4
""")
)
_NOT_SAYING_BACK: Final = frozenset(
    {
        ActKind.CAPABILITY, ActKind.VALUE_LINK, ActKind.PROPOSES_NEXT_STEP, ActKind.PRICE, ActKind.PROOF,
        ActKind.PRICE_PROCESS, ActKind.STAFFING, ActKind.BACKUP_COVER, ActKind.SERVICE_PROMISE, ActKind.NON_MEDICAL,
        ActKind.ADVICE, ActKind.PRESSURE, ActKind.CONFIRMS_CONTACT, ActKind.SUMMARISES, ActKind.ASKS_CONTACT,
        ActKind.STEERS_CHOICE, ActKind.OFFERS_VALUE_FOR_REFERRALS, ActKind.PROMISES_OUTCOME, ActKind.MEDICAL_ADVICE,
        ActKind.DISPARAGES, ActKind.ANSWERS_OBJECTION, ActKind.EXPLAINS_REFERRING, ActKind.ASKS_FOR_CASE,
        ActKind.CALL_911, ActKind.GREETING, ActKind.GOODBYE, ActKind.GIVES_AGENCY, ActKind.IDENTIFIES_CLIENT, ActKind.ABUSE,
    }
)  # fmt: skip
_OFFERS: Final = frozenset({ActKind.CAPABILITY, ActKind.SERVICE_PROMISE, ActKind.STAFFING, ActKind.BACKUP_COVER})


def taken_up(sentence: Sentence, acts: Sequence[Act], before: HeardBefore) -> Iterator[Act]:
    """The acts of one sentence, corrected by what was heard, and the reflections it makes."""
    linked = list(_linked(sentence, acts, before))
    corrected = [*linked, *_unlinked(acts, linked)]
    if any(act.kind is ActKind.REFLECTION for act in corrected) and _takes_up_nothing(sentence, before):
        corrected = [act for act in corrected if act.kind is not ActKind.REFLECTION]
    said_back = list(_said_back(sentence, corrected, before))
    yield from said_back
    yield from (act for act in corrected if not _asks_only_by_mark(act, said_back, sentence))


def carried_on(read: Sequence[tuple[Sentence, Sequence[Act]]], before: HeardBefore) -> Iterator[Act]:
    """Offers tied to what the sentence before them said back, as in "You told me nights are hard. Our aide stays".

    One sentence or two is how a recogniser marks a pause, not what was said.
    """
    for (told, said), (_, acts) in pairwise(read):
        if not any(act.kind is ActKind.REFLECTION for act in said) or not says_any(_SAYS_SO, told):
            continue
        if not told.stems.isdisjoint(before.ever):
            offers = (act for act in acts if act.kind is ActKind.CAPABILITY)
            yield from (replace(act, kind=ActKind.VALUE_LINK) for act in offers)


def _takes_up_nothing(sentence: Sentence, before: HeardBefore) -> bool:
    """Whether a sentence shares no word of meaning with anything heard: it may sound like listening, and is not."""
    return bool(before.ever) and sentence.stems.isdisjoint(before.ever)


def _linked(sentence: Sentence, acts: Iterable[Act], before: HeardBefore) -> Iterator[Act]:
    """Offers tied to a need: by what was heard if anything was, by their words otherwise."""
    worded = [act for act in acts if act.kind is ActKind.VALUE_LINK]
    if not before.words:
        yield from worded
        return
    if says_any(_DENIES, sentence):  # "Medicare does not pay for the bathing that we do" offers nothing
        return
    offers = [sentence.words_of(act) for act in acts if act.kind in _OFFERS]
    offers += _offered(sentence)
    offers += [match for match in found(_FRONTED, sentence) if _is_taken_up(sentence, match, before)]
    if not worded and not offers:
        return
    ties = [clause for clause in sentence.clauses if _takes_up(sentence, clause, before)]
    said_so = says_any(_SAYS_SO, sentence)
    if worded and (ties or said_so):
        yield from worded
    elif offers and (said_so or (ties and _is_tied(sentence))):
        yield _link(sentence, offers, [clause for clause in ties if clause.asks is Asks.NO])


def _link(sentence: Sentence, offers: Sequence[tuple[int, int]], told: Sequence[Clause]) -> Act:
    """From the offer to the clause nearest to it that takes up what was said."""
    spans = [(offer, clause) for offer in offers for clause in told]
    if not spans:
        opening, closing = sentence.covering(*offers[0])
        return sentence.act(ActKind.VALUE_LINK, opening.first, closing.last)
    offer, tie = min(spans, key=lambda pair: max(pair[1].first - pair[0][1], pair[0][0] - pair[1].last))
    opening, closing = sentence.covering(*offer)
    return sentence.act(ActKind.VALUE_LINK, min(opening.first, tie.first), max(closing.last, tie.last))


def _is_tied(sentence: Sentence) -> bool:
    return not _PERSONAL.isdisjoint(sentence.vocabulary) or says_any(_TIED, sentence) or says_any(_FRONTED, sentence)


def _is_taken_up(sentence: Sentence, match: Match, before: HeardBefore) -> bool:
    """Whether what stands before the offer was heard."""
    words = sentence.words.texts[match.first : match.last + 1]
    return sentence.covering(*match)[1].asks is Asks.NO and not stems(words).isdisjoint(before.ever)


def _offered(sentence: Sentence) -> Iterator[Match]:
    return (match for match in found(_OFFERING, sentence) if sentence.covering(*match)[1].asks is Asks.NO)


def _takes_up(sentence: Sentence, clause: Clause, before: HeardBefore) -> bool:
    return not stems(sentence.words.texts[clause.first : clause.last + 1]).isdisjoint(before.ever)


def _unlinked(acts: Iterable[Act], linked: Sequence[Act]) -> Iterator[Act]:
    """The other acts: an offer tied to nothing is a capability, one that is tied is no longer."""
    for act in acts:
        if act.kind not in (ActKind.VALUE_LINK, ActKind.CAPABILITY):
            yield act
        elif not any(link.start <= act.start and act.end <= link.end for link in linked):
            yield replace(act, kind=ActKind.CAPABILITY)


def _said_back(sentence: Sentence, acts: Iterable[Act], before: HeardBefore) -> Iterator[Act]:
    if any(act.kind is ActKind.REFLECTION for act in acts):
        return
    for first, last in _plain_statements(sentence, acts):
        if last - first + 1 >= _FEWEST_WORDS and _says_back(sentence, first, last, before):
            yield sentence.act(ActKind.REFLECTION, first, last)


def _says_back(sentence: Sentence, first: int, last: int, before: HeardBefore) -> bool:
    words = sentence.words.texts[first : last + 1]
    if not _FIRST_PERSON.isdisjoint(words) or words[:2] == ["you", "will"] or words[1:3] == ["you", "will"]:
        return False
    said = stems(words)
    shared = said & before.stems
    if len(shared) >= _SHARED_STEMS and len(shared) >= _SHARED_PART * len(said) and not shared <= _TIMES:
        return True
    # the model was trained on therapy, where talk about "you" is nearly always about the client's own words; on a
    # sales call the words must show it: something taken up, or "so" before it
    taken_up = not said.isdisjoint(before.all_stems) or (before.words and not _DRAWS_TOGETHER.isdisjoint(words[:2]))
    if not taken_up or _THEIRS.isdisjoint(words):
        return False
    features = turn_features((sentence.part(first, last),), before)
    return load_model(REFLECTION_MODEL).probabilities(features)["reflection"] >= REFLECTION_THRESHOLD


def _plain_statements(sentence: Sentence, acts: Iterable[Act]) -> Iterator[tuple[int, int]]:
    """Runs of clauses that neither ask nor offer anything, nor go on from an offer."""
    busy = [sentence.words_of(act) for act in acts if act.kind in _NOT_SAYING_BACK]
    free = [clause for clause in sentence.clauses if not _asks_by_form(clause) and not _touches(clause, busy)]
    runs: list[list[Clause]] = []
    for clause in free:
        if runs and clause.first == runs[-1][-1].last + 1:
            runs[-1].append(clause)
        else:
            runs.append([clause])
    for run in runs:
        opener = sentence.words.texts[run[0].first]
        goes_on = opener in _GOES_ON and any(last + 1 == run[0].first for _, last in busy)
        if not goes_on and opener not in ("since", "because"):
            yield run[0].first, run[-1].last


def _asks_by_form(clause: Clause) -> bool:
    return clause.asks is not Asks.NO and clause.asks_by_form


def _touches(clause: Clause, spans: Iterable[tuple[int, int]]) -> bool:
    return any(first <= clause.last and last >= clause.first for first, last in spans)


def _asks_only_by_mark(act: Act, said_back: Iterable[Act], sentence: Sentence) -> bool:
    """As in "She is alone at night?" says something back; people who label conversations do not call it a question."""
    if act.kind is not ActKind.CLOSED_QUESTION or sentence.clauses[-1].asks_by_form:
        return False
    return any(one.start <= act.start and one.end >= act.end for one in said_back)
