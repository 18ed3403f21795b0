"""What the buyer brought up: objections, competitors, price, a place; from events first, else in words.

Flows in: turns and events. Flows out: each moment with its turn and span, and for objections their kind. A call that
our own buyer played says in its events when an objection was raised; an uploaded call only has words.
"""

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from sparring.grade.heard.admissible import sentence_spans
from sparring.grade.heard.hesitation import ConcernContext, as_taken, held_back, is_no_concern
from sparring.grade.heard.places import places_in
from sparring.grade.heard.volunteered import volunteered_in
from sparring.signals import Moment
from sparring.speech_acts.kinds.objection_answers import DOUBT
from sparring.speech_acts.learned.concerns import concern_in
from sparring.speech_acts.phrases.index import Index
from sparring.speech_acts.phrases.notation import Phrase, phrases
from sparring.speech_acts.text.words import SentenceWords, sentences
from sparring.transcript import EventKind, Speaker, Transcript, Turn


class BuyerMoment(NamedTuple):
    """One thing the buyer brought up, at `turn.text[start:end]`.

    `kind` says which sort of objection it is, or which place, in plain words. `since`: an answer after that turn, where
    there is one, came in time.
    """

    moment: Moment
    turn: int
    kind: str
    start: int
    end: int
    since: int | None = None


_OBJECTIONS: Mapping[str, tuple[Phrase, ...]] = {
    "price": phrases("""
        (too|so|more|a bit|kind of) (expensive|pricey|costly|much money|steep)
        (sounds|is|are|seems|looks) (expensive|pricey|steep|high)
        can not ~1 afford
        (out of|over|beyond|not in) (my|our|the|his|her) budget
        cheaper
        half (the|that) (price|cost|rate)
        that is (a lot|too much|more than)
        (cost|costs|charge|charges|pay|paying) ~1 (that much|so much|too much|more than)
        more than (we|i|they) (can|could|expected|thought|wanted|planned|have)
        (more|higher) than (we|i|they) ~2 (hoped|budgeted|figured|bargained|imagined|guessed|heard|spend|make|paid)
        (that|this) (kind|sort) of money
        (it|that|which) (adds up|would be a stretch|is a stretch|is a lot to spend)
        (that|it|this|yours|you) (is|are) ~2 (steep|pricey|costly|expensive|high|a fortune|real money)
        (considerably|substantially|quite a bit|a good deal|a lot|much|rather|way) (more|higher|dearer) than
        (on|have|live on|living on) (a|her|his|our|my) ~1 (fixed income|pension|tight budget)
        (charge|charges|cost|costs) (a lot|far|way|so much)? more than
        (charge|charges|cost|costs) ~1 (twice|double|three times) ~2
        why (would|should) (i|we|she|he) pay ~3
    (you|that|it) (are|is|sound|sounds) (probably|rather|quite|very|too|pretty|a bit|awful|awfully) dear
        (you|they) (cost|charge|are) more (expensive|than|money)?
        (suppose|guess|bet|imagine|assume) ~3 (expensive|pricey|costly|a fortune|real money)
        (cost|costs|charge|charges|run|runs|want|wants|that is|it is) ~2 (an arm and a leg|a fortune|a bundle|\
            a pretty penny|a small fortune)
        (hard|hope|tough|easy)? to justify (that|the|it|spending) ~2
    """),
    "provider": phrases("""
        (already|currently) (have|work|working|use|using|partner|got)
        (we|i) (have|have got) (our|my|three|two|several|enough|plenty of) ~1 (agencies|agency)
        (happy|satisfied|covered|all set) with
        fine with (who|those|them|what|the ones|our)
        (have|have got|got|use|using) (agencies|agency|people|somebody|someone|our own) ~1 for (that|this|it|those)
        (happy|fine|good) ~1 (who|what|the ones) we (use|have|work) ~2
        not need (another|a new|more|any more) ~1 (agency|agencies|vendor|list)
        (all|pretty well|pretty much|well|quite|already|pretty) (set|covered|supplied|taken care of) (with|for|by|on|\
            here|already)
        (have|has|got) (two|three|four|five|a couple|several|some|a few|our own|plenty) ~2 (i|we|they|that) ~1 (use|\
            like|call|work with|trust|rotate|rely on)
        (one|a) more (name|agency|vendor|rep|folder|list|brochure) ~2
        (same|usual|regular) (agency|agencies|company|people|outfit) (for years|we always|every time)
        (stick|sticking|stay|staying|go|going) with (the|who|what|our) ~2 (we|i) ~1 (have|know|use|got|like)
    """),
    "trust": phrases("""
        (stranger|strangers)
        how (do|can|would) (i|we) (know|trust|be sure)
        (bad|terrible|awful) experience
        let (us|me|her|him|them) down
        (never|not) (showed|show) up?
        no (show|shows)
        not comfortable
        (my|our|the|his|her) ~1 (worry|concern|fear|problem|hesitation) (is|with|would be) ~4
        (i|we) (am|are) ~2 (worried|nervous|uneasy|skeptical|concerned) (about|that|if) ~2 (you|your|strangers|\
        stranger|somebody|someone|agency|\
            agencies|having|letting|sending|who|cost|price|money|contract|people|privacy|trusting) ~4
        (hates|hate|dislikes|against) the idea ~4
        (hard|difficult) to trust
        burned by
        (everybody|everyone|they all|you all|all of you|every agency|every one of you|every rep) (say|says|promise|\
            promises|tell|tells) ~2 (that|the same|so|me|us|it)?
        heard (that|it|this|all that|that one) before
        (been|got|was|were) ~1 (let down|burned|burnt|stung|stood up) ~2
        i (worry|fret) (though|(about|that|if|whether) ~1 (you|your|strangers|sending|agencies|letting|losing|\
            people)) ~3
        (not sure|do not know|not certain) (if|that|whether)? ~1 (i|we|she|he) ~1 (can|could|want to)? ~1 trust ~2
        (tired|sick) of (reps|salespeople|agencies|people|hearing) ~4
        (did not|does not|never|not going to) ~2 (go|went|end|work) (well|out) (last|the last|with|for|when)
        (would|could) (she|he|they|i|we) even (know|like|want|trust) ~4
        (why|how) should (i|we) (trust|believe) ~3
        (do not|did not) (love|like) the (idea|thought|sound) ~4
        (skeptical|leery|wary|nervous about|uneasy about)
    """),
    "need": phrases("""
        (not|never|refuses to) (want|accept|agree|allow|let) ~3 (help|care|it|anyone|anybody|someone|somebody|in)
        not think (she|he|they|we) need*
        (she|he|they) (is|are) not ready
        (it|that|this|feels|seems|still|much|way|bit) ~2 too (soon|early)
        (i|we) promised
        (have|throw|throws|had) a (fit|cow|conniption) ~4
        (will|would) (never|not) (go for|accept|stand for|hear of|agree to) ~3
        (not|never) (ready|there yet) for (that|this|it|help|somebody|someone) ~1
    """),
    "authority": phrases("""
        (need|have|want|like|going) to ~1 (talk|speak|check|discuss|ask) ~3 {family}
        families (choose|decide|pick|get to choose)
        (do not|does not|can not|never) (take|see|accept|do|meet with|talk to) ~1 (sales (calls|people|reps|visits)|\
            salespeople|salesmen|solicitors|vendors|reps|marketers)
        not ~1 (take|taking|accept|accepting|put through) ~2 (call|calls|visits|drop ins) from ~1 (agencies|vendors|\
            reps|salespeople|companies|outside)
        (it|that|this) is not (up to me|my call|my decision)
        (patient|patients) ~1 choice
        we (can not|do not|are not allowed to|are not supposed to) ~1 (recommend|steer|favor|pick|endorse|suggest)
        (have|has|got) to be ~1 (careful|neutral|impartial)
        (families|patients|they) ~1 (choose|pick|decide) for themselves
        (we|i) (can not|could not|must not|may not|do not|are not allowed to|are not supposed to|\
            try not to) ~4 (favor|recommend|endorse|steer|prefer|promote|push|single out) ~4
        (we|i) (can not|do not|are not allowed to|are not supposed to|never) ~1 (give|make|hand) (out|\
            any)? ~1 recommendations ~1
        (there is|the|a) ~1 (liability|conflict of interest|policy against|compliance) ~3
        (that is|it is|would be) (up to|for) (the|my|our) ~1 (family|families|director|boss|manager|administrator|\
            {family}|doctor|patient|patients) ~2
        (run|clear|talk|take) (it|that|this) ~1 (by|with|past|over with|to) (my|our|the|her|his) ~2
    """),
    "delay": phrases("""
        think (about it|it over|this over)
        (let me|i will|we will) (call|get back to|ring) you
        not right now
        (looking|shopping|calling) around
        (send|mail|email|leave) (me|us) (some|a|your|the) ~1 (information|info|brochure|card|flyer|material*)
        (we|i) (are|am) ~1 (busy|swamped|slammed)
        not (the|a) (best|good) time
        (sleep on|mull over|chew on|sit with) (it|that|this)
        (i|we) (do not|did not) ~1 have (the)? (time|bandwidth) ~3
        (maybe|perhaps) (later|another time|next (month|year)|in the (new year|spring|fall|summer)) ~1
        (not|too) (ready|soon|early) to (decide|commit|sign) ~2
    """),
    "coverage": phrases("""
        (medicare|insurance) (pays|covers|will pay|will cover|should pay|should cover)
        (thought|figured|assume|assumed|told) ~2 (medicare|insurance|medicaid|the va) (pays|covers|paid|covered|\
            would|will|picks|takes) ~3
    """),
}  # fmt: skip
_OTHERS: Mapping[Moment, tuple[Phrase, ...]] = {
    Moment.COMPETITOR_RAISED: phrases("""
        (other|another|different|several|couple of|two|three|four|five) (agency|agencies|company|companies|provider*)
        (agency|company|place) (down the|across) (road|street|town)
        private (caregiver|helper|aide|person|nurse)
        (somebody|someone|a woman|a lady|a man) private
        (the|that|your|those|these|another) other (place|places|one|ones|outfit|guys|people|company|agency)
        (other|another) (place|places|outfit|quote)
        (calling|called|tried|trying|ringing) ~1 (agencies|around)
        (lady|woman|girl|man|neighbor|someone) (from church|down the street|who charges)
        (your|the) (competitor|competitors|competition)
        (already|currently) (have|work with|use|using|working with) ~2 (agency|agencies)
        (the|my|our|that|your) (last|old|other|previous|first) (agency|outfit|company|place) ~2
        * ~1 (told|promised) (me|us) (exactly)? the same (thing|story|line) ~1
        (our|usual|preferred|favorite|regular|local|current) ~1 (agency|agencies)
        (quoted|charges|charge|offered|wants|asks) (me|us)? (only|just)? (#|{number}) (dollars|an hour)
        (off|on|from) (the)? (internet|craigslist|facebook|care dot com) ~3
        (firm|agency|company|service|place|outfit|people|lady|girl|woman) ~5 (charges|quoted|charged|quotes) ~3
        (firm|agency|company|service|place|outfit|lady|girl|woman|one) ~5 (said|wants|wanted|asks|asked|gave me|\
        told me|does it for|\
            would do it for|gets) ~1 {count} ~2
        (firm|agency|company|service|place|outfit|lady|girl|woman|man|somebody|someone) ~6 (does|do|would do|\
        did) (it|that|this) for ~3
        (another|other|different|competing|rival) (firm|firms|outfit|home care|service|quote|agency)
        (got|have|had|found) ~1 (a|some|another) (guy|fellow|firm|place|man|woman|lady|girl|outfit) (at|for|who) ~3
        (hired|hire|found|know|knows|got) (a|this|some) ~1 (girl|lady|woman|man|neighbor|student|\
            college kid) ~8 (dollars|hour|cash|cheap*)
        (they|others|somebody|someone|one place|a friend) ~2 (said|quoted|charge|charges|told us|told me|pays|\
            do it for) ~2 (#|fifteen|eighteen|twenty ~1|thirty ~1) (dollars|an hour|per hour|bucks)?
    """),
    Moment.PRICE_RAISED: phrases("""
        how much
        (rate|rates|price|prices|cost|costs|charge|fee|fees|pricing)
        (per|an) hour
    """),
    Moment.JOB_SOUGHT: phrases("""
        (looking for|need|want) (work|a job|a position|shifts)
        (are you|you are|are you guys) hiring
        (apply|applying|application) (for|about) (a|the) (job|position|opening)
        (job|caregiver|aide) (opening|openings|application)
        (like|love|want|hoping|hope) to ~2 work (for|with) you ~1
        (calling|call|asking|ask|here|it is|this is) about (a|the|your|that) (job|position|opening|openings)
    """),
    Moment.STORY_TOLD: phrases("""
        (she|he|mom|dad|mother|father|wife|husband|aunt|uncle|they) ~2 (fell|collapsed|wandered|fainted)
        (had|has had|having) (a|another|her|his) ~1 (fall|stroke|seizure|surgery|heart attack|operation)
        broke (her|his) ~1 (hip|leg|arm|wrist|ankle|pelvis|shoulder)
        (coming|comes|came|sent|sending|discharged|discharging|released|going) ~3 (home|from the hospital|from rehab)
        (is|was|been|went|ended up|back) in (the|a)? ~1 (hospital|rehab)
        (was|been|got|just) ~1 diagnosed
        (had|has|with|after) (a|an|her|his)? ~2 (stroke|heart attack|broken hip|hip replacement|pneumonia|dementia|\
            alzheimer's|parkinson's|stent|bypass|seizure) ~2
        (got out|walked out|police) ~8 (night|morning|brought|found|back) ~2
        (passed away|died)
        left the (stove|oven|water|gas|door) ~1
        (got|was|gets) lost
        (caregiver|aide|she|he|they|somebody|nobody) ~2 (quit|walked out|never came|not show up|never showed up)
    """),
}  # fmt: skip


_TABLES: tuple[tuple[Moment, str, tuple[Phrase, ...]], ...] = (
    *((moment, "", table) for moment, table in _OTHERS.items()),
    *((Moment.OBJECTION_RAISED, kind, table) for kind, table in _OBJECTIONS.items()),
)
_STILL_HELD = phrases("""
    it is (just)? this$
    (one|a|another) thing (still|that still) (sits|bothers|nags|worries|troubles) ~3
    (what|here is what) (still)? (keeps|stops|bothers|worries|holds) (me|us) ~4
    what (i|we) (can not|could not) ~1 get past ~3
    (still|only|just) (leaves|comes back to|comes down to) ~4
""")
"""How somebody says that a concern they had told stands, before they say which."""
_PLACE = attrgetter("start")
_SAID_OF_A_CONCERN = 2
"""Sentences that a recorded buyer ends with when it objects in words that no table has."""
_INDEX = Index((phrase, place) for place, (_, _, table) in enumerate(_TABLES) for phrase in table)


def raised_in(turn: Turn) -> Iterator[BuyerMoment]:
    """What the buyer brings up in one turn, by their words."""
    for words in sentences(turn.text):
        for table, start, end in _found(words):
            moment, kind, _ = _TABLES[table]
            yield BuyerMoment(moment, turn.index, kind, start, end)
    for place in places_in(turn.text):
        yield BuyerMoment(Moment.PLACE_NAMED, turn.index, place.words, place.start, place.end)
    for told in volunteered_in(turn.text):
        yield BuyerMoment(told.moment, turn.index, told.words, told.start, told.end)


def doubt_in(turn: Turn, standing: ConcernContext) -> BuyerMoment | None:
    """The first concern of a turn that is told by its form alone, else by what it is like, as it stands in the call."""
    said = list(sentences(turn.text))
    standing = as_taken(said, standing)
    for words in said:
        if held := held_back(words, standing):
            return BuyerMoment(Moment.OBJECTION_RAISED, turn.index, DOUBT, *_characters(words, held.start, held.end))
    left = [words for words in said if not is_no_concern(words)]
    like = concern_in(left, standing.name) if standing else None  # before an offer there is nothing to hold back from
    return BuyerMoment(Moment.OBJECTION_RAISED, turn.index, DOUBT, *like) if like else None


def objection_events(transcript: Transcript) -> dict[int, str]:
    """Objections our own buyer raised: the buyer turn in which it did, and what its persona calls it."""
    found: dict[int, str] = {}
    for event in transcript.events:
        if event.kind is EventKind.OBJECTION_RAISED:
            index = event.turn if event.turn is not None else _buyer_turn_at(transcript, event.at_ms)
            if index is not None:
                found.setdefault(index, event.ref or "")
    return found


def as_recorded(by_words: Sequence[BuyerMoment], turn: Turn, ref: str | None) -> list[BuyerMoment]:
    """What a recorded buyer brought up: an objection where an event says so, named by its words where these tell.

    A buyer of ours answers first and objects last. No event says that a concern stands: their words do.
    """
    objection = max((one for one in by_words if one.moment is Moment.OBJECTION_RAISED), key=_PLACE, default=None)
    others = [one for one in by_words if one.moment is not Moment.OBJECTION_RAISED]
    if ref is None:
        again = still_held(turn)
        return [*others, again] if again else others
    whole = [start for start, _ in sentence_spans(turn.text)]
    start = whole[-_SAID_OF_A_CONCERN] if len(whole) > _SAID_OF_A_CONCERN else 0
    return [*others, objection or BuyerMoment(Moment.OBJECTION_RAISED, turn.index, ref, start, len(turn.text))]


def still_held(turn: Turn) -> BuyerMoment | None:
    """A concern of before that the buyer says still stands, from where they say so to the end of the turn."""
    for words in sentences(turn.text):
        if any(one.pattern.search(words.text) for one in _STILL_HELD):
            return BuyerMoment(Moment.OBJECTION_RAISED, turn.index, DOUBT, words.items[0].start, len(turn.text))
    return None


def _buyer_turn_at(transcript: Transcript, at_ms: int) -> int | None:
    before = [turn.index for turn in transcript.turns if turn.speaker is Speaker.BUYER and turn.start_ms <= at_ms]
    return before[-1] if before else None


def _found(words: SentenceWords) -> Iterator[tuple[int, int, int]]:
    """For each table, in order, the characters of its first phrase that the sentence says."""
    done = -1
    for phrase, table in _INDEX.possible(words.grams):
        hit = None if table == done else phrase.pattern.search(words.text)
        if hit:
            done = table
            yield table, *_characters(words, hit.start(), hit.end())


def _characters(words: SentenceWords, start: int, end: int) -> tuple[int, int]:
    """The characters of the turn that `words.text[start:end]` stands for."""
    return words.items[words.at(start)].start, words.items[words.at(end - 1)].end
