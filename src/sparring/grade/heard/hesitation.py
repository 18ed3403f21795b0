"""A buyer's concern told by its form, whatever it is about: a stated doubt, a refusal, "that's nice, but".

Flows in: one sentence of the buyer's and where in the call it stands. Flows out: the words that hold back. A list of
topics hears only the concerns somebody thought of; how people hold back is much the same for all of them.
"""

import re
from collections.abc import Sequence
from enum import IntEnum
from typing import Final, NamedTuple

from sparring.speech_acts.phrases.index import Index, index_of
from sparring.speech_acts.phrases.notation import Phrase, any_at_start, phrases
from sparring.speech_acts.text.words import SentenceWords


class ConcernContext(IntEnum):
    """What has gone before, each step more telling: what is no concern in a story may be one about an offer."""

    TELLING = 0  # nothing was offered yet
    ASKED = 1  # something was, and the buyer answers a question of another kind
    OFFERED = 2  # the rep has just offered, answered or asked for something


class Held(NamedTuple):
    """Words `first..last` of the sentence, the latter not included, as offsets in its text."""

    start: int
    end: int


_ANYWHERE = phrases("""
    (my|our|her|his|their|one|only|biggest|main) ~1 (worry|concern|fear|hesitation|reservation|hang up|hold up|\
        sticking \
        point|objection|question mark|reluctance) (is|would be|with|here) ~6
    (not|never) ~1 (convinced|sold on|persuaded|comfortable|thrilled|crazy about|wild about|keen|a fan|a big fan) ~6
    (i|we|she|he|they|{family}) (am|are|is|was|would be|feel|get) ~2 (hesitant|reluctant|wary|leery|torn|on the fence|\
        uneasy|skeptical|uncomfortable|apprehensive|doubtful|squeamish|cautious|in two minds|of two minds) ~4
    (i|we) (would|will) (hate (to|for|it)|hesitate|rather not|prefer not) ~4
    (i|we) hesitate to ~4
    over (my|her|his|their) dead body
    (she|he|they|{family}) (is|are|was|were) ~3 (against|opposed|resistant|resisting) ~4
    (fight|fights|fighting|fought) (us|me) (on|about|over|every|tooth) ~4
    (pitch|throw|throws) (a|another)? (fit|tantrum|hissy) ~2
    (hate|resent|blame) (me|us) (for|if|when) ~4
    (burned|burnt|stung|screwed) (us|me|her|him) ~3
    (had|tried|used|hired) ~3 (girl|lady|woman|man|aide|caregiver|agency|company|somebody|someone|\
        people) ~8 (disaster|nightmare|mess|\
        quit|stole|awful|terrible|horrible) ~4
    (worried|afraid|scared|nervous|concerned|worry|fear) ~4 (will|would|might|may|going to) ~3 (send|refuse|\
        fire|kick|lock|hate|resent|fight|\
        throw|chase|push|run) ~2 (you|them|it|me|us|her|him|somebody|someone|anybody|the|whoever|out|off|away) ~4
    ({family}) (thinks|says|said|figures) ~4 (waste|ridiculous|crazy|not worth|too much|too soon|scam|throwing) ~4
    (can not|do not|could not) ~1 (see|picture|imagine) ~1 (how|why|him|her|them|us|it|that|my ~1) ~1 (you|i|we|that|\
        it|this|\
        anybody|anyone|letting|agreeing|accepting|going|liking|having|working|with|using|taking|would|he|she|they) ~5
    the last thing (i|we|she|he|they|my|our) ~3 (need|needs|want|wants) ~4
    not know (about|that) (this|that|all|having|letting|somebody|strangers|an agency|sending|giving|bringing) ~4
    not know (if|that|whether) ~3 (would|will|could|can|gets|is) ~1 (go for|let|agree|accept|allow|like|want|trust|\
        take to|\
        stand|afford|feel|work|past|worth|fly|right for) ~4
    not sure ~4 (would|will|could|want|wants|need|needs|trust|trusts|like|likes) ~1 (go for|let|agree|accept|allow|\
        like|want|trust|\
        take to|stand|feel|be|approve|appreciate|work|help|it|that|this|a|you|the|somebody|anybody|to be|to have|\
        to let) ~5
    not sure (it|that|this|you|they|we|i) (is|are|am) ~1 (worth|for|right|ready|what|comfortable|the right|something|\
        any better|\
        up to) ~4
    not sure (about|of|on) (this|that|it|all|having|letting|you|strangers|agencies|the idea|somebody) ~4
    (do not|would not|not going to|will not) ~1 (want|have|let|put) ~1 (some|a|any|strange|random|other|\
        outside) ~1 (stranger|\
        strangers|person|people|girl|man|woman|kid|outsider|outsiders) ~4
    (do not|would not) want (to (be|get) (tied|stuck|locked|pushed|sold|rushed|roped)|to (sign|commit|impose|burden|\
        be a \
        burden)|(her|him|them|my ~1) to (feel|think)) ~4
    (he|she|they|{family}|my ~1) ~1 (will|would) (never|not) ~1 (go for|agree|accept|allow|like|stand for|hear of|\
        take to|\
        put up with|tolerate|care for|open the door|have (it|that|anyone|somebody|a)|let (anyone|anybody|somebody|\
        someone|a|\
        strangers|people|you|them)|want (it|that|anyone|anybody|somebody|someone|strangers)) ~4
    (we|i) ~1 (tried|been down|been through) ~1 (that|this|it|an agency|agencies|one|somebody|an aide) ~1 (before|\
        once|already|\
        road) ~3
    (last|previous|old|other|first|former) ~1 (agency|agencies|one|ones|girl|aide|lady|woman|caregiver|place|outfit|\
        company|people|bunch|service) ~3 (they|she|he|we had|who|that|just)? ~2 (slept|fell asleep|was asleep|\
        was sleeping|stole|robbed|yelled|smoked|quit|left|walked out|ran off|vanished|ghosted|was always late|was rude|\
        was on (her|his|the) phone|sat on (her|his|the) phone|sat there|sat around|did nothing|never|did not|\
        would not|kept) ~5
    (everything|everybody|it all|they all|all of it|vendors|referrals|all referrals) ~2 (goes|go|comes|come|run|\
        runs) through ~5
    (not allowed|not permitted|under contract|against policy|not authorized|get in trouble|lose my (job|license)|my \
        (job|license|neck) (is )?on the line) ~3
    (heard|seen) (this|that|it|the same|all this|all of this) ~2 (before|speech|pitch|exact|promise|movie|song) ~2
    (nice|good|fine|great|lovely|wonderful|well|interesting|helpful|reasonable) ~2 but ~6
    i (like|love|appreciate|hear|understand|get|believe|see) (you|that|it|what|this|the) ~4 but ~6
    (stay|staying|remain) neutral ~3
    (can not|do not) ~1 (play favorites|vouch for|solicit|steer|send you|hand out) ~4
    (i|we) (have|got|have got) enough ~1 (of)? ~1 (agencies|vendors|people|names|brochures|numbers|phone numbers) ~2
""")  # fmt: skip
_AFTER_AN_OFFER = phrases("""
    ^(the|my|only|one|our) ~1 (thing|trouble|problem|issue|catch|snag|difficulty|rub|hitch) (is|with|though|\
        would be) ~6
    ^it is that (i|we|he|she|my|our|it|you|they|{family}) ~6
    (i|we) (am|are|get|feel|would be|was)? ~3 (worry|worried|scared|nervous|anxious|concerned|afraid|\
        uneasy) ~2 (he|she|they|it|that|you|\
        your|somebody|someone|whoever|who|the|about|nobody|if|having|of) ~6
    (sounds|feels|seems) like ~3 (lot|too many|too much|so many|so much) ~6
    (will|would|does|is) not (she|he|they|it|mom|dad) ~1 (get|be|feel|hate|end|just|mind|wonder|worry) ~6
    what if it ~2 (different|someone|somebody|not|never|too|the wrong) ~6
    not know (if|how|that) (we|i) (can|could) ~1 (swing|afford|manage|pay|do|keep|cover|stretch) ~4
    (she|he|they|{family}|my ~1) ~1 (is|are)? ~1 (too|pretty|real|so|very|quite|awful|awfully|\
        super) ~1 (private|proud|independent|stubborn|\
        particular|old fashioned|set in) ~5
    (she|he|they|{family}|i) (would|will|is going to|are going to) ~1 (be|feel|get) ~2 (embarrassed|mortified|\
        humiliated|furious|mad|angry|\
        ashamed|guilty|insulted) ~4
    not ~1 (happy|thrilled|great|keen|excited|on board) ~1 (about|with|at)? ~3
    (says|thinks|insists|swears|figures) ~2 (she|he|they) (is|are|does|do|can) ~1 (fine|okay|not|all right|\
        manage|just fine|perfectly) ~4
    not need ~1 (babysitter|sitter|nanny|keeper|nurse|watching|a stranger|minding) ~3
    what (worries|bothers|scares|concerns|stops) (me|us|him|her) ~5
    (most|many|a lot|half|some) of (our|my|these|the|mine) ~6 (can not|could not|do not|will not|have not|has not|\
        never|\
        choosing|no) ~5
    (why|how) (would|should) (i|we|you|that|it|she|he) ~6
    why do you (have|need|want) ~4
    (how do|how would|how can) (i|we) (know|trust|see|check) ~5
    (how are|what makes|are) you ~1 different ~3
    (what is|is anything|so what is) ~1 different ~4
    who (says|guarantees|makes sure|has done|is in charge|do i hold) ~5
    (and)? what if (she|he|they|it|you|somebody|nobody|something|the|mom|dad|one|i|we) ~1 (hates|hate|does not|\
        do not|did not|refuses|\
        steals|fires|throws|changes|goes|falls|hurts|is not|are not|can not|not|never|breaks) ~5
    and (if|when) (it|you|they|she|he|something|nobody) ~1 (does not|do not|can not|goes|go|is not|will not|breaks|\
        fails) ~4
    (every|all|each|the last|the other|other|another|most) ~2 (agency|agencies|one|ones|company|rep|reps|of you|\
        others|salesman) ~1 \
        (says|say|said|promises|promised|tells|told|wants|want|tried|sounds|reads|looks) ~5
    (can not|could not) we (just)? (do|book|skip|get|have|go|talk) ~5
    (easy|nice) (to say|words|idea|theory) ~4
    (sounds|feels|seems) ~3 (too good|like a (scare|sales|trick|gimmick|scam)|like (failing|giving up|a betrayal|\
        giving her|\
        giving him)|disloyal) ~3
    (i|we|she|he|they) (do not|will not|does not) (take|accept|want|need) (charity|handouts|a handout|pity|a visit|\
        a meeting|\
        a lecture|any of that) ~2
    in writing (before|first) ~3
    so i would ~1 (pay|be paying|have to) ~6
    (nearly|almost|about|more than) (twice|double) ~4
    (higher|dearer) than (the|what|that|my|i|anyone) ~5
""")  # fmt: skip
_RIGHT_AFTER = phrases("""
    ^(oh|well|hm|hmm|okay|wow|gosh|jeez|boy|god|yeah|ooh)? (that is|it is)? (kind of|kinda|a bit|a little|pretty|awful|\
        awfully|rather|so|too|bit)? (steep|pricey|costly|ouch|yikes|whoa|hefty|expensive|sneaky|tricky|creepy)$
    ^(i am|we are|he is|she is|they are)? (not|no longer) (interested|for us|for me) ~3
    ^no (thanks|thank you) ~4
    (will|would|need|want|going|got|have|like) ~1 (to)? ~1 think$
    not (need|want) ~1 (babysitter|sitter|nanny|keeper|watching|minding) ~3
    ^(so|and|yeah so|okay so)? (does|do|did|is|are|would|says|say|can) (everybody|everyone|they all|all of them|\
        the rest|the others|every agency|the next one) ~3
    ^(everybody|everyone|they all|every agency|all of them) (does|do|is|are|says|say|said|promises|has|have) ~3
    ^(that is what|same as|just like|like) (everybody|everyone|they all|all of them|the others|the rest|every agency) ~3
    (i|we) (have|have got) (my|our) ~1 (list|people|person|guy|folks|go to|regulars) ~3
    (i|we|she|he|they|{family}|my ~1) ~1 (is|am|are)? ~2 (done|through|finished) with (agencies|that|those|it|all that|\
        caregivers|aides|you people|home care|companies) ~3
    ({family}|my ~1|her ~1|his ~1) ~1 (will|would|is going to|are going to) ~1 (not (like|love|be happy|be pleased|\
        be thrilled)|hate|have opinions|object|flip|lose it|blow up|kill me|say no) ~4
    i am afraid ~6
    ^but (how|what|why|who|if|you|i|we|he|she|it|that|they|my|our|the|is|are|do|does) ~6
    (i|we|you|it|that|this|there) ~1 (can not|could not|will not|would not|do not|did not|is not|are not|am not|\
        have not|never) ~8
    (he|she|they|{family}|my ~1|nobody|families|people) ~1 (will not|would not|will never|would never) ~8
    (i|we) would have to (explain|ask|talk|run|clear|answer|think|see|check|look) ~5
    not (up to|only up to|only) (me|us|my|about) ~4
    (talking|looking|shopping|checking|waiting) ~2 (to|at|with|on|around) ~3 (other|others|couple|few|places|\
        agencies|quotes) ~3
    (if) (i|we) ~8 (else|complain|complaint|call me|sue|blame|hear|goes wrong|trouble|others|everybody|wrong) ~5
""")  # fmt: skip
_AGREES: Final = any_at_start("""
    (okay|ok|all right|good|fair|fine|great|thank you|thanks|sure|yes|well good|oh good|huh|i see|right|that helps|\
        that works|\
        that could work|that would|perhaps|wonderful|perfect|deal|agreed|exactly) ~3
""")
"""How an answer begins that has given way: what it denies after that is the doubt itself."""
_NO_CONCERN = index_of(phrases("""
    ^(yes|yeah)? (that is|it is) ~1 (what|how) (it|this) (is|has been|was)$
    ^(and|so)? (who|where|which|when) (is|was|are|were) (the one|that one|those|these|that|it|he|she|they|now)$
    ^(yes|yeah|okay|no)? ~1 (you|that|it) ~1 (answered|answers|covers|covered|settles|settled|takes care|does it|\
        did it|clears|helps) ~4
    (scared|afraid|worried|frightened|nervous) ~2 (he|she|they|{family}) ~2 (go|goes|fall|falls|slip|slips|trip|\
        get|gets|tip|tips) ~1 (over|down|out|up|away|lost) ~3
    (worried|scared|nervous|afraid|concerned|anxious|worry) ~1 (about|of|that|when|if)? ~3 (fall|falls|falling|\
        wander|wandering|wanders|stairs|stove|\
        alone|lost|fire|driving|forgetting) ~4
    not ~1 there ~1 (in|at|on|during) ~6
    not have (a|an|any|one|the) ~4
    never (knew|realized|thought) ~6
    (can not|could not|not able to) (do|make|come|be there|be here) ~1 ({day}|tomorrow|then|that day|mornings|\
        afternoons|that morning) ~6
    (no|not a|not any) (problem|trouble|rush|hurry|worries|question|questions|issue|bother) ~3
    not (bad|unreasonable|too bad|mind|hurt|long|yet|really$|that bad|at all$)
    (can not|could not) (wait|complain|hurt|believe|argue|ask for|agree more|thank|say no|be more)
    (did not|do not|never) (know|think|thought|realize|expect|hear|notice) ~1 (that|you|it|of|there|about|anybody|\
        they|i|so)$
    (did not|had not|never) (know|think|thought|realize|realized|considered|hear|heard) ~6
    (nobody|no one) ~2 (told|asked|said|offered|explained|mentioned|ever) ~4
    (no one|nobody) else ~4
    rather not (say|tell|name|get into) ~4
    rather not$
    ^not that (i|we) (can|could|know|recall|remember|am|have) ~6
    not sure ~2 (i am|i have|this is|i have got|that i) ~1 (calling|got|reached|have|called|the) ~1 right ~3
    (we|i|they|you) (can not|could not) ~1 (staff|place|fill|reach|find|hire|discharge|get (anybody|anyone|somebody|\
        an aide|aides|people|hold|them|him|her)|keep (aides|staff|people|up)) ~8
    (do not|can not|did not) ~1 (understand|follow|hear you|catch|get (it|that|what)|know what you)
    why not ~2
    (do not|does not) (have|need) to (worry|decide|explain|do) ~4
    not (know|sure) (the|exactly|when|what time|his|her|offhand|off hand) ~4
    i would not (mind|say no|object) ~3
    (that|this|it|which) (is not|would not be) (a problem|an issue|hard|far|unreasonable|so bad|bad) ~2
    (do not|does not) (see|have) (a|any|the) (problem|objection|issue|reason not) ~3
    (tell|thank|see|call|meet) you (then|tomorrow|there|for) ~3
    (can not|could not|will not) ~1 (lift|sleep|drive|walk|get up|get out|stand up|bathe|cook|dress|feed|manage|\
        be there|\
        leave (her|him|work|them)|do it (alone|all|myself)|keep (doing|this|it)|hear (you|very)|see (well|very)|\
        remember|eat|wash|\
        climb|reach|find my) ~4
"""))  # fmt: skip


def as_taken(turn: Sequence[SentenceWords], standing: ConcernContext) -> ConcernContext:
    """Where a turn stands: one that begins by taking the offer denies only a doubt it had."""
    return min(standing, ConcernContext.ASKED) if turn and _AGREES(turn[0].text) else standing


def _tables() -> Index[ConcernContext]:
    filed = (
        (ConcernContext.TELLING, _ANYWHERE),
        (ConcernContext.ASKED, _AFTER_AN_OFFER),
        (ConcernContext.OFFERED, _RIGHT_AFTER),
    )
    return Index((phrase, least) for least, table in filed for phrase in table)


_HOLDS_BACK: Final = _tables()


def held_back(words: SentenceWords, standing: ConcernContext) -> Held | None:
    """The first words of a sentence that hold back; None where nothing does, or where it only sounds so."""
    due = (phrase for phrase, least in _HOLDS_BACK.possible(words.grams) if standing >= least)
    hit = next(filter(None, (_hit(phrase, words) for phrase in due)), None)
    if hit is None or is_no_concern(words):
        return None
    return Held(hit.start(), hit.end())


def is_no_concern(words: SentenceWords) -> bool:
    """Whether a sentence only sounds like holding back: a denial of trouble, a need, an answer to a check."""
    return any(_hit(phrase, words) for phrase, _ in _NO_CONCERN.possible(words.grams))


def _hit(phrase: Phrase, words: SentenceWords) -> re.Match[str] | None:
    """Where the phrase stands in a sentence: at its begin or end where the phrase wants that."""
    hit = phrase.pattern.search(words.text)
    if hit is None or (phrase.at_start and hit.start() > 0) or (phrase.at_end and hit.end() != len(words.text) - 1):
        return None
    return hit
