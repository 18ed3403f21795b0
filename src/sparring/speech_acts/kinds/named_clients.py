"""Clients who can be known from what is said: by name, by where they live, by whom they know.

Flows in: a sentence and what was known before it. Flows out: acts that identify a client.
"""

from collections.abc import Iterator
from typing import Final

from sparring.speech_acts.acts import Act, ActKind, Context
from sparring.speech_acts.phrase_families import SENTENCE_TABLES, Family, Sentence
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.phrases.notation import phrases
from sparring.speech_acts.segmentation import says_any
from sparring.speech_acts.text.names import FIRST_NAMES, NO_NAMES
from sparring.speech_acts.text.text_word import TextWord
from sparring.speech_acts.text.words import bare_words

_OF_OURS: Final = SENTENCE_TABLES.phrases(
    phrases("""
    (one|two|some|any) of ours
    (is|are|was|were|has been|have been) ours
    (one of)? (our|my) (own|other|current|former|old)? (client|clients|patient|patients|resident|residents)
    (client|patient|resident|family|lady|gentleman) of (ours|mine)
    {we} (have been|are|were) with (them|her|him|the family|that family) ~3
    (use|uses|used|hired|chose|have|has|had) us (three|two|one|four|five|every|for|on|twice|since|last|all|a few|\
        now) ~3
    {we} (had|have|helped|served|started|are helping|are with|see|visit) your (neighbor|neighbors|friend|cousin|\
        coworker|colleague|pastor|doctor)
    (lets|let|likes|loves|has|got) our *
    {we} (care for|take care of|took care of|cared for|look after|looked after|have been caring for|are caring for)
    (a|one|another) (client|patient) of (ours|mine)
    {we} (do|did|handle|are doing) (her|his|their) ~1 (baths|bath|mornings|meals|nights|showers|evenings|weekends|overnights|shopping)
    (loves|likes|adores|trusts|love|like) our (girls|girl|aides|aide|gals|caregivers|people|ladies)
    it is us (that|who) (get|gets|take|takes|wash|feed|drive|sit|dress|look|looks) (him|her|them) ~3
    {we} (are|were|have been) (there|with them|with him|with her|in the house|in their home) (every|each|all|most|\
        three|two|five|seven|since|for) ~2
""")
)
_UNDONE: Final = SENTENCE_TABLES.phrases(
    phrases("""
    (can not|could not|will not|never|do not|not allowed to|not able to) ~3 (share|name|say|tell|give|use|discuss|\
        mention)
    (help|helping|care for|take care of|look after|caring for) (you|your)
    (our|a|the|your|my) (nurse|nurses|coordinator|supervisor|manager|caregiver|caregivers|aide|aides|scheduler|recruiter|office|\
        doctor|social worker|planner|administrator|director)
    (trained|trains|training|started here|works|worked|working|joined|runs|run|manages|answers|picks up|calls|drives)
    (will|would|can|could|going to) ~2 (care for|take care of|look after|help)
""")
)
_ABOUT_A_CLIENT = phrases("""
    (look after|looked after|care for|cared for|take care of|took care of|help|helped|started|have|had) (judge|reverend|\
        pastor|professor|senator|mayor|coach|father|rabbi) ~1
    ^(she|he|they) (is|are|has been|have been) ours (now|since|for|these|this) ~4
    (two|three|a few|next|four) (door|doors|houses) (down|up|over) ~3 (they|he|she|who) ~1 (use|uses|used|has|have) us ~4
    (we|i|our caregivers|our caregiver|our team|my team|one of our caregivers|our agency) (care for|take care of|\
        cared for|took care of|help|helped|serve|served|look after|looked after|work with|worked with|started|had|\
        have|are helping|are caring for|are with|have been helping|have been caring for|sit with) ~3 (mr|mrs|ms|\
        miss|dr|doctor|old mr|old mrs) ~1
    (client|patient|resident|family|clients|one) (of ours|we have|named|is|was|called|like|such as) ~2 (mr|mrs|ms|\
        miss) ~1
    (mr|mrs|ms|miss) ~2 (is|was|has been|used to be|over|down|up|on|from|in) (a|one of our|our|on|over on|from|with \
        us|at|the|across|room) ~3 (client|patient|clients|street|avenue|road|lane|drive|unit|room|with us|of ours|\
        us|dementia|stroke|cancer|the street)
    (your|her|his) (neighbor|neighbors|friend|coworker|colleague|cousin) ~3 (is|was|are|has been) (a|one of|our|\
        with) ~2 (client|clients|patient|us|ours|our)
    (you|you may|you might|you probably) (know|remember|heard of|have heard of) (mr|mrs|ms|miss) ~8
    (lives|live|lived) (on|at|over on|in) ~3 (street|avenue|road|lane|drive|court|boulevard) ~3
    (we are|i am|our aide is|our caregiver is|we have an aide|our aides are) (with|at|over at) (the|old)? ~2 \
        (sisters|brothers|couple|twins|family|place|house) (on|over on|in|at|down) ~4
    (we|i) (care|cared) for (the) ~2 (family|sisters|brothers|couple) (on|over on|in|at) ~4
    (we are|we have been|we were|i am|i was) (with|in with|over at) the ~3 (at|on|over|in|down|he|she|since) ~4
    (we are|we have been|we were) at the ~3 (at|on|over|in|down|he|she|since) ~4
    (mr|mrs|ms|miss) ~3 (has|had|uses|used|have|hired|chose|loves|is with) (us|our) ~4
    (neighbor|neighbors|friend) ~4 (has|had|have|is|was) ~2 (alzheimer's|dementia|parkinson's|cancer|stroke|\
        surgery) ~1 and (we|our|i) ~5
    (my|our|the) (aide|girl|caregiver|gal|nurse|sitter|*) ~1 (is|has been|was) (with|at|over at) (mr|mrs|ms|miss|judge|father|reverend|coach|old|councilman) ~3
""")

_ABOUT_A_CLIENT_UNDONE = phrases("""
    (can not|could not|do not|will not|never|not able to|not allowed to|without|would not) ~5 (share|name|names|say \
        who|tell you|identify|identifying|give|details|discuss|say her|say his)
    (where|which|what|who|does|do|did|is) (does|do|is|are|street|she|he|your|you|they) ~4
    (your|my) (own)? (mom|mother|dad|father|husband|wife|parents|address) ~6
    (you|she|he) (live|lives|lived) ~3
    so (she|he|you|your) ~4
    ^(so|and)? (how|who|where|which|what|do|does|did|is|are|was|were) ~8 (live|lives|lived) ~6
""")

_WITH_US = phrases("""
    (is|was|are|were|been|she is|he is|they are) ~2 (one|two|some) of ours
    (client|clients|patient|patients|customer|customers) (of|with|for)? ~1 (ours|mine|us)
    (is|are|was|were|has been|have been|been|signed on|signed up|went|started) (with|on service with) (us|our agency|harbor|our ~1)
    (uses|use|used|hired|has|has got|have|had|called|chose|picked|loves|calls|signed with|swears by|trusts|went with|switched to) (us|our (aide|aides|caregiver|\
        caregivers|girl|girls|lady|ladies|overnight|agency|nurse|service|people|gal|gals))
    {we} (take care of|took care of|look after|looked after|care for|cared for|sit with|sat with|bathe|dress|help|helped|serve|served|cover|\
        are helping|are caring for|are looking after|are taking care of|just took on|just started|took on|started|just signed|\
        signed|send someone to|send somebody to|handle|handled|are over at|are with|were with|are there for)
    {we} (have got|got|have|had) (old|that|mr|mrs|miss|judge|father|coach|reverend|dr|your|the (old|retired|mayor's|judge's|pastor's|sheriff's)|harold|*) ~3 \
        (retired|in (4c|4b|2b|3a|apartment|unit|room)|up on|priest|judge|mother|mom|father|dad|wife|husband|until (he|she) passed)
    (a|an|our|my|one of our|one of my) (girl|aide|caregiver|lady|gal|nurse|someone|somebody|guy|sitter) ~2 (over)? ~1 (at|with|in|down|two|next|on|there|goes|for) ~2
    (our|my) (aide|aides|caregiver|caregivers|girl|girls|gal|gals|overnight aide|overnight|night girl|*) (helps|help|sits with|is with|is at|are at|goes to|\
        go to|bathes|dresses|drives|takes|stays with|is over|has been with|help her|help him)
    (we are|we have been|we were) (there|over there|in there) ~1 (nights|mornings|every|days|weekends|evenings|three|two|five|twice|overnight|around) ~2
    {we} (do|did|handle) (her|his|their) (baths|bath|mornings|meals|nights|showers|laundry|evenings|weekends|shopping|overnights|pills|lunches|errands)
    (visits|hours|shifts|nights|mornings|overnights|days a week|times a week) ~2 (from|with|by) (us|our ~1)
    (how|ask) ~6 (likes|like|love|loves|likes having|feels about) ~1 (our|us)
    (one|two|another) of our ~1 (ladies|gentlemen|clients|families|patients|gents|regulars|folks|people|residents)
    (we are|we have been|our ~1 is|our ~1 are) ~1 (the ones|the one|who) ~2 (getting|doing|helping|taking|driving|bathing|looking|dressing|feeding|he calls|she calls)
    (guess who|who do you think) ~3 (calls|called|takes|helps|looks|they|he|she|hired|use) ~2
    we (do|are doing) ~2 (hours|nights|mornings|days|overnights|evenings|weekends|visits|meals) ~3 (there|for (her|him|them)|over there)
    (before|since|when|until) (he|she|they) (hired|called|found|got|signed|started|came) ~1 (us|with us|to us)
    (brought|let|lets) (us in|our *) ~2
    {we} (do|did|handle|are doing) (her|his|their) (husband's|wife's|mother's|mom's|father's|dad's|aunt's|sister's|brother's) ~3
    (loves|likes|adores|trusts|love|like|adore) our *
    (our|my) (aide|aides|caregiver|girl|girls|gal|gals|night girl|nurse) (found|got|walked|calmed|caught|picked|drove|spotted|sat|held|brought) (him|her|them) ~3
    it is (us|our ~1|one of our ~1) (who|that) ~5
    (is|are) (one of our|our) (mornings|nights|overnights|regulars|ladies|gentlemen|gents|clients|families|twelve hours|live ins|couples) ~2
    (aide's|caregiver's|girl's|nurse's) car ~4
    {we} ~1 (drive|drives|walk|bathe|feed|take|lift|wash|turn|get) (her|him|them) ~4
    (his ~1|her ~1|whose ~1) ~2 (we|our ~1|our girls) (drive|bathe|feed|take|look|care|sit|dress|walk) ~4
    {we} (see|saw|visit|had|have had|started|began|have started) (with)? ~4 (since|this morning|last week|last month|every|twice|nights|for ~2 (months|years|weeks))
    (i was|i have been|i am|we were) (at|over at|with) the ~2 (this morning|yesterday|last night|today|every|all week)
    (one|two|three|some) of ours (is|was|are|were) ~2
    {we} have been (with|there|in|over) ~3
""")
_WHO_IT_IS = phrases("""
    (the|that|old|your old|your|our|retired|our old|that old|the old|the retired|a retired|that retired|your council) ~1 ({renown}) ~1 (over|from|at|on|in|who|with|\
        actually|out|here|is|mr|you|there|and)
    (the|our|your|old|that)? (mayor's|judge's|pastor's|priest's|sheriff's|principal's|councilman's|coach's|chief's|senator's|dentist's|doctor's|\
        banker's|lady's|librarian's|governor's|rabbi's|reverend's|minister's|superintendent's|baker's|butcher's|barber's|commissioner's|\
        weatherman's|neighbor's|landlord's|boss's|florist's) (mother|mom|father|dad|wife|husband|sister|brother|aunt|parents|folks|mother in law|\
        grandmother|grandfather|son|daughter)
    (father|judge|reverend|pastor|coach|dr|doctor|mr|mrs|miss|ms|deacon|mayor|sister|chief|senator|rabbi|officer|professor) * (mom|mother|father|dad|wife|husband|\
        sister|brother|from|over|on|down|up|in|at|who|that|for|the|has|is|was|had|his|her|used)
    (the|that) (widow|lady|couple|man|woman|gentleman|fellow|family|guy|gal|sisters|brothers|twins|owner|priest|teacher|professor) ~1 (from|who ran|who runs|who owns|\
        who owned|who taught|who used|that ran|that runs|that owned|that taught|over at|down at|at the|across from|next door|behind|on) ~5
    (the|that|a)? (yellow|blue|white|brick|corner|green|red|big|pink|gray|stone|little|ranch|log) (house|place|bungalow|colonial|duplex|cottage|farmhouse|cape|\
        one with) ~4
    (two|three|four|a few|one|next|couple) ~1 (door|doors|houses) (down|up|over|from|away|to) ~2
    right (across|around|down|up) (the)? (street|hall|road|block|corner|way) (from|there)? ~2
    (in|up in|over in|down in) (apartment|unit|room|4b|4c|2b|3a) ~1
    (on|over on|off) ~2 (street|avenue|road|lane|drive|court|boulevard|circle|terrace|place)
    (next door to|next to|across from|behind|beside|by) (you|the|st|your) ~2 (church|school|library|bank|diner|park|firehouse|post office)
    (your|that) (friend|neighbor|cousin|buddy|coworker|colleague|teacher|principal|dentist|barber|mailman|landlord|boss|pastor|hairdresser|roommate|\
        doctor|choir director|old ~1) ~3
    (you|you would|you might|you will|you probably|you must|i bet you|everybody|everyone|you all) (know|knows|remember|recognize|know of|have met|met) (him|her|them|\
        the|mr|mrs|old|that|who)
    (remember|you know|ask|if you have ever had|ever meet|ever met|know) (the|old|that|mr|mrs|dr) ~2
    from (your (church|bridge|club|building|street|block|choir|bridge club|book club|parish|school|synagogue|temple|gym|hall|floor)|bridge|choir|church|\
        channel ~1|the (bank|bakery|diner|hardware|pharmacy|church|school|news|library|choir|legion|vfw|elks|rotary)) ~1
    (the|that) ~1 (widow|lady|couple|man|woman|gentleman|fellow|family|guy|sisters|brothers|twins|owner) ~1 (above|over|behind|beside|by|near|across|next to|who owned|who ran|who owns|who runs|that owned) ~1 (the|that|from|a) ~2
    (councilman|councilwoman|alderman|commissioner|deacon|bishop|sheriff|mayor|principal|officer|chief|governor|father|judge|reverend|pastor|coach|dr|mr|mrs|ms|miss|senator) * (wife|husband|mother|mom|\
    father|dad|brother|sister|aunt|uncle|son|daughter|family|twin) ~2
    from your (rotary|lodge|elks|legion|vfw|golf club|pta|bank|block|road|softball team|bowling league|country club|knitting group|old ~1)
    {renown} from ~3
    (who|he|she|they) (taught|coached|married|baptized|delivered|ran|owned) ~1 (half|everybody|everyone|all of|most of|your|the whole|this) ~3
""")
_NOT_MADE_KNOWN = phrases("""
    (can not|could not|do not|will not|never|not able|not allowed|without|would not|no names|not at liberty) ~6 (share|name|names|say who|say|tell|identify|\
        identifying|give|details|discuss|use|mention|repeat)
    (said|says|agreed|happy|glad|permission|okay|okayed|fine with|offered|willing|volunteered|takes calls|reference|references|referee|gave us|let us share) ~6
    ^(and|so)? (where|which|what|who|does|do|did|is|was|how|are|would|could|can|when|has|have) (does|do|is|are|she|he|your|you|they|the|it|that|there|we|i) ~10
    (lane|street|avenue|road|drive|court) (home|care|agency)
    (your|my) (own|late|poor)? (mom|mother|dad|father|husband|wife|parents|address|brother|sister|aunt|uncle|grandmother|mother's|mom's|dad's|father's) ~8
    (help|helping|care for|take care of|look after|caring for|send|serve|with) (you|your|her|him|your ~1)
    (our|a|the|your|my) (nurse|nurses|coordinator|supervisor|manager|scheduler|recruiter|office|social worker|planner|administrator|director|\
        hospital|agency|owner|team lead) ~3
    (another|a|one|some|somebody|someone) (family|lady|gentleman|man|woman|client|daughter|son|couple) (we|i|once|last|who|like|in|with|had|that|told) ~4
    (will|would|can|could|going to|may|happy to|able to|glad to|like to) ~2 (care for|take care of|look after|help|send|start|come|match|have|cover|meet|do|serve) ~4
    you (live|lived) ~3
""")

FAMILIES: Final = (
    Family(ActKind.IDENTIFIES_CLIENT, _ABOUT_A_CLIENT, _ABOUT_A_CLIENT_UNDONE),
    Family(ActKind.IDENTIFIES_CLIENT, _WHO_IT_IS, _NOT_MADE_KNOWN, along_with=_WITH_US),
)

_TITLES: Final = word_set(
    "mr mrs ms miss judge reverend pastor rabbi father coach professor councilman mayor sheriff deacon senator"
)
_CLIENT_WORDS: Final = word_set(
    """us we our know them neighbor neighbors friend cousin coworker colleague client clients patient patients resident
    residents ours care caring look looked cared"""
)
_PLURALS: Final = word_set(
    """caregivers families patients clients nurses aides doctors agencies weekends neighbors residents services
    hospitals mornings evenings afternoons stairs others papers sisters brothers parents people folks"""
)
_NEARBY: Final = 10  # words between the client and the name


def identifies_client(sentence: Sentence, context: Context) -> Iterator[Act]:
    """A client named by title or by first and last name; names the other side has used do not count."""
    if _CLIENT_WORDS.isdisjoint(sentence.vocabulary):
        return
    if not says_any(_OF_OURS, sentence) or says_any(_UNDONE, sentence):
        return
    items = sentence.words.items
    known = {*bare_words(context.other_name), *(word for said in context.said_before for word in bare_words(said))}
    near = [at for at, word in enumerate(items) if word.text in _CLIENT_WORDS]
    for at in range(len(items) - 1):
        name = items[at + 1] if items[at].text in _TITLES else items[at]
        titled = items[at].text in _TITLES and name.text.isalpha()
        family = (
            items[at].text == "the"
            and _is_family_name(items[at + 1].text)
            and items[at + 2 : at + 3] != ()
            and items[at + 2].text in ("on", "over", "down", "from", "next", "across")
        )
        full = items[at].text in FIRST_NAMES and _is_surname(items[at + 1])
        if (titled or full or family) and name.text not in known and any(abs(at - one) <= _NEARBY for one in near):
            opening, closing = sentence.covering(min(at, *near), max(at + 1, *near))
            yield sentence.act(ActKind.IDENTIFIES_CLIENT, opening.first, closing.last, about=name.text)


def _is_surname(word: TextWord) -> bool:
    """Whether a word that follows a first name at once may be the rest of it."""
    name = word.text.removesuffix("'s")
    return name.isalpha() and not word.paused and name not in NO_NAMES


def _is_family_name(word: str) -> bool:
    """Whether a word may be a family in the plural ("the Hendersons"), as far as spelling tells."""
    return word.endswith("s") and len(word) > 5 and word not in _PLURALS
