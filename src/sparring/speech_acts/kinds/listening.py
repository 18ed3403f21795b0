"""Listening: empathy, saying back what was heard, and summing up."""

from typing import Final

from sparring.speech_acts.acts import ActKind
from sparring.speech_acts.phrase_families import ClauseForm, Family
from sparring.speech_acts.phrases.notation import phrases

_EMPATHY = phrases("""
    (rotten|nasty|awful|unpleasant|hard|bad|terrible|cruel) (surprise|shock|blow) ~2
    (that|it) (would|had) (scare|scared|frighten|frightened|keep) (the ~2 out of)? (me|anybody|anyone) ~3
    (i am|we are)? (so|truly|terribly|deeply)? sorry (to hear|that|you|for (your|what|you|the)|about|she|he|this|\
        for all)
    ^(i am)? so sorry
    (god|no|oh|oh no|man|gosh|jesus) i am sorry$
    i am sorry ~1 i mean (it|that)
    (that|this|it|those|everything) must (be|feel|have been|have felt) ~4
    (must|has to|has got to|have to) (be|feel|have been) (so|really|just|absolutely|completely|utterly)? (maddening|infuriating|\
        exhausting|heartbreaking|frightening|terrifying|frustrating|agonizing|nerve (racking|wracking)|gut wrenching|draining|\
        devastating|unbearable|excruciating|overwhelming|distressing) (for (you|her|him|everyone|everybody|all of you|you both))?$
    (that|this|it|which) (must|has to|has got to|can|would|could|had to|must have|might) (be|have been|feel|been) \
        (so|such|incredibly|extremely|pretty|especially|terribly|a)? {hard}
    (that|this|it|which) (sounds|sounds like|seems|looks|is|was|feels|sounded) (so|like|like that is|like it is|\
        such|incredibly|pretty|terribly|awfully|a|like a|truly|like that has been|like it has been|like that must \
        be)? (a|an|so|such a|really)? {hard} (time|situation|position|place|thing|spot|week|load|experience|call|to)?
    (so|such a|incredibly|pretty|terribly|a lot to|must be) {hard} (for you|on you|for your family|for her|for him|\
        for all of you|for everyone|for both of you|for a (son|daughter|wife|husband|family))
    (that|this|it) (is|has been|sounds like) (a lot|so much|too much) ~4
    (that|it|this) (had to|has to|must|would) ~1 (make|made|have made|leave|left) you ~1 (mad|angry|furious|sick|nervous|\
        worried|frantic|scared|crazy|feel ~2 (awful|terrible|guilty|helpless|alone)) ~3
    you (have|had) been ~1 (on watch|on guard|on duty|on call|running on empty|running yourself ragged|holding your \
        breath|carrying (this|it|all)) ~4
    ^sounds (so|really|pretty|very|awfully|like it is)? (scary|frightening|terrifying|exhausting|overwhelming|awful|hard|rough|\
        tough|draining|lonely|painful|heartbreaking|stressful|difficult) (for you|for her|for him|honestly|really)?$
    (such|what) a (hard|tough|difficult|rough|stressful|scary|heavy|lot of) (time|situation|position|place|decision|\
        week|month|thing|load|responsibility)
    (i|we) can (only)? (imagine|see|hear|tell|understand|feel) (how|that|what|why|you|the) ~4 ({hard}|{feeling}|you \
        are going through|love|care|worry|mean|means|stress|weight|strain|toll)
    i can (only)? imagine (how|what|the|that)
    i can not imagine (how|what|the)
    understand (how|what|why|that) (you|this|that|it|much|your|are|must) ~5 ({hard}|{feeling}|feel|feels|feeling|\
        going through|means)
    (you|you both|you all|your family) (must be|must feel|must have been|sound|seem|are clearly|are obviously|have \
        to be|probably feel|might be feeling) (so|pretty|completely|a bit|a little|like you are)? {feeling}
    (you|your family) (have|has) (had|got|been through|been carrying|been dealing with) (so much|a lot|such a|quite \
        a|too much|an awful lot) ~4
    (you have|you are) been (through|carrying|dealing with|juggling|handling) (so much|a lot|quite a|all of|this|it \
        all|too much) ~3
    (you are|you have been) (carrying|juggling|dealing with|going through|handling|doing) (so much|a lot|all of \
        this|all this|this alone|it all|quite a lot|so many|this all)
    ~3 would (worry|scare|frighten|exhaust|upset|frustrate|wear|rattle|shake|wear out|overwhelm|stress) ~1 (me|\
        anyone|anybody|any of us|most people|a lot of people)
    (must|had to|has to) ~1 (make for|be|have been|feel like|have made for|have felt like) (a|an|such a|quite a) ~1 \
        (long|hard|tough|rough|lonely|scary|difficult|awful|terrible|heavy|stressful|busy) (day|week|night|month|\
        year|weekend|time|friday|monday|shift|stretch|call|morning|evening|few weeks|few days)
    (got|have) (your hands full|a lot on your (plate|shoulders|mind)|so much on your (plate|shoulders|mind))
    ^(that poor|poor (thing|man|woman|lady|guy)|you poor|oh no (that|what|how|she|he)) ~3
    (anyone|anybody|i) would (be|feel) ~1 {feeling}
    (i imagine|i bet|i would imagine|i expect|i would guess|i am guessing) (that|it|this|you|you both|she|he) ~8 ({feeling}|{hard}|\
        scare|scares|sleep|slept|asleep|rest|toll|wear|wears|weigh|weighs|sick|shaken)
    (that|it|this|all of this|all this) (scared|frightened|shook|rattled|worries|scares|frightens|wears|weighs|broke|breaks) (you|on you|\
        your heart) ~4
    enough to (wear|scare|break|exhaust|worry|drive|frighten) (anybody|anyone|a person|somebody|you|any of us) ~3
    (running|run) on (empty|fumes) ~1
    ^(rough|tough|hard|long|scary|awful) (week|day|night|month|year|spot|stretch)$
    you must (really|truly|both)? (love|miss|adore) (her|him|them|each other|your ({family})) ~3
    (a lot|a whole lot|so much|too much|plenty) (on|for) (one|your|a single) ~3 (shoulders|person|plate|back|pair)
    a lot for (one|any one|a single|anyone|you|your) ~2
    (no wonder|it is no wonder|i do not blame you|who would not|anyone would (be|feel)) ~3 {feeling}
    no wonder you
    (natural|normal|okay|common|understandable) (to feel|to be|that you feel|to worry|feeling) ~3
    (it is|that is|feeling) (completely|perfectly|totally|so|very)? (natural|normal|understandable) (to feel|to be|\
        to worry|feeling|that you)
    my heart goes out
    (it|that|this|none of (it|this|that)) (is|was) not (your|her|his) fault
    (asking|watching|leaving|seeing|letting|being|getting|losing|caring|doing|juggling|making|having|living|going|\
        waiting|trusting) ~6 (is|can be|must be|has to be|feels|would be) (so|never)? ({hard}|easy) ~3
    (that is|this is|what) (a|an) * (thing|way|sight|place|spot) to (see|find|walk|hear|go|come|live|wake|watch|be|carry|lose|learn) ~4
    (on top of|as well as) ~4 (grieving|mourning|a loss|losing) ~3
    (she|he|you|they) (is|are) (grieving|mourning|heartbroken) ~4
    (it|that|this) must (hurt|sting|feel|weigh|break|have|wear|take|keep|make) ~4
    (must|would|had to) (have|of) ~1 (scared|frightened|worried|shaken|hurt|worn|rattled|upset|broken|terrified|exhausted|\
        knocked) (you|her|him|them|everybody|everyone|the) ~5
    must (have)? (be|been|feel|felt) (like)? (a|an|such a|quite a|so|really|very|pretty)? ~2 {hard} ~6
    (do not|did not|never) (think|suppose|imagine|guess) you (have|slept|sleep|did|do|are|had|get|got) ~4
    (you|you both) (have got to|got to|have to|must|gotta|has to) ~1 (be|have been|feel) ~2 {feeling} ~4
    (it|that|this) (is|must be|was) (so|very|too|really|awful|terribly)? (heavy|much|hard|scary|sad|painful|exhausting) (when|for|on|to) ~6
    (at|near) (the end of your (rope|tether|strength)|your (wits|wit's) end|your limit|the breaking point) ~4
    (all|everything) on your (own|shoulders|back) ~3
    (you|your ({family})) must (be|have been|feel) ~2 (running on|worn|worried|beside|sick|dead|out of) ~4
    (and)? (it|this|that) (is|has been|must be) (wearing|weighing|eating|tearing|grinding|getting) ~2 (you|her|him|on you|at you|to \
        you) ~3
    (that is|what|this is) (an awful|a dreadful|an awfully|a terrible|a horrible|a frightful|a heavy|a hard|a great) ~1 (lot|deal|\
        thing|shock|fright|load|worry|strain|burden|thing to (see|find|go|carry|live)) ~6
    (you are not|you do not have to be|you do not have to do this) alone
    (glad|relieved) (she|he|to hear|that she|that he|you) (is|are|was)? (okay|safe|all right|home|better|called|\
        reached out|that she|that he)
    (a daughter|a son|a wife|a husband|family) (like you|who cares)
    (you are|you have been) (doing|done) (a|such a|an) (wonderful|great|amazing|good|incredible|remarkable) (job|\
        thing)
    (hear|sense) (the|how|your|that you are|in your voice) ~3 (worry|worried|tired|exhausted|stress|pain|love|\
        frustrated|frustration|concern|concerned|voice|scared|fear)
    (must|has to|have to) (weigh|wear|be weighing|be wearing|take a toll|have been) ~4 (on you|you out|toll|{hard})
    (frightening|scary|hard|painful|heartbreaking|tough|difficult|stressful|exhausting|frustrating) (to (see|watch|\
        hear|be|go|have|lose|get|leave|ask|care|do)|for (you|any|a|your|everyone|her|him)|when (you|she|he|your|it))
    (it is|that is) (never)? (easy|an easy) ~3 (to|for|when|decision|thing)
    (it|that|this) is (not|never) easy
    (worry|worrying|worried) (sick|about (her|him|your|that)) ~3 (makes sense|is natural|is normal)
    (that|this|it) (sounds|sounds like|is|was|must be|must have been|seems|feels like|has been) (like)? (a|such a|\
        an absolute|a complete|a total)? (nightmare|ordeal|shock|blow|burden|strain|struggle|heavy load|roller \
        coaster|a lot|tough spot|heartbreaking|heart wrenching|crushing|brutal|rough) ~4
    (what|such) (a|an) (hard|tough|difficult|rough|awful|terrible|long|exhausting|scary|frightening|painful|\
        heartbreaking|stressful|horrible) (year|week|month|time|day|night|few (weeks|months|days)|situation|thing|\
        call|position|spot) ~4
    (breaks|broke|hurts) my heart ~3
    you poor (thing|dear|man|woman|soul)
    (anyone|anybody|everybody|everyone|any (son|daughter|wife|husband|parent)|most people) (would|will|has to) (be|\
        feel|have been|get) ~2 (tired|exhausted|scared|worried|worn out|frightened|upset|nervous|angry|overwhelmed|\
        shaken|drained|afraid|{feeling}) ~3
    (would|will) (scare|frighten|worry|exhaust|upset|wear out|shake|hurt|unsettle|rattle) (anyone|anybody|me|any of \
        us|most people) ~2
    (you|you have) (sound|look|seem|must feel|must be|have to be) ~2 (tired|exhausted|worn|worn out|beat|drained|\
        scared|sad|down|overwhelmed|stressed|shaken|{feeling}) ~2
    (you are|you have been) (juggling|carrying|shouldering|handling|managing|holding up|balancing|dealing with|\
        doing) (a lot|so much|everything|all of it|all of this|all this|it all|too much|quite a bit|the world) ~3
    (this|that|it) (has|must have) been (a lot|so much|too much|hard|tough|rough|exhausting|a hard|a tough|a rough|\
        a long) ~4
    (i know|i can imagine|i imagine|i am sure|i bet) ~2 (how)? (hard|tough|difficult|scary|painful|exhausting|\
        frightening|stressful) ~6
    (it is|that is) (so|very|really|incredibly|terribly|awfully)? (hard|tough|painful|difficult|heartbreaking|awful|\
        scary|sad|frightening|rough|exhausting|heavy|unsettling) (to|when|on|for|watching|seeing|not|having|being|\
        being|losing|leaving) ~4
    (that is|it is|this is) (so|very|such a|incredibly|terribly|awfully|just)? (heartbreaking|awful|terrible|sad|\
        frightening|scary|exhausting|devastating|heavy|horrible|a shame)$
    my heart (goes out|breaks|aches) ~2
    ^oh (that is|how) (awful|terrible|hard|heartbreaking|sad|frightening|scary|horrible|awful for you) ~1
""")
_EMPATHY_UNDONE = phrases("""
    (sorry|apologize) (but|i (am late|missed|did not catch|do not)|what|who|can you|could you|say that|for (calling|\
        interrupting|bothering|the (delay|wait|confusion|interruption)))
    sorry to (bother|interrupt|cut|keep|bug|take)
    sorry (that|it) (is|was) (a|my) ~2 (question|fault|mistake|way to (ask|say|put)|bad)
    (not|never) (be|that|so|too)? (hard|difficult) to
    must be ~2 for (our|the|my) ~1 (aides|caregivers|team|staff|people|girls|ladies|nurses) ~4
    (it is|that is) (easy|an easy) (to|decision|process)
    a lot (of|more|about|better|less|cheaper|different)
    must be (signed|completed|done|filled|trained|licensed|certified|a mistake|nice|fun|great|good|the|in|at|on|\
        able|at least|over|met|present)
    hard to (say|tell|know) (exactly|without|until|what)
    (hard|tough|difficult|easy) (to (staff|place|fill|find|recruit|hire)|cases)
    what (is|are|has been|was) ~4
""")

_REFLECTION = phrases("""
    (it|that|this)? sounds (like|as if|as though) ~2 (she|he|they|you|your|it|the|there|mom|dad|this|what|everyone|\
        nights|mornings|most)
    (it|that)? seems (like|as if|as though|that) (she|he|they|you|your|it|the|there|mom|dad)
    (what)? i am hearing (is|from you|that|you|a lot)
    what i (hear|heard) (is|you saying|from you)
    (so)? i (hear|heard) (that|you|you say|you saying) (you|that|say|saying|are|your|want|need|do)
    (if)? i (am hearing|understand|understood|heard|hear|have|got|am understanding) (you|this|that|it)? (right|\
        correctly|properly)
    ^(so|and|earlier|well)? you (mentioned|said|told me|were saying|shared|brought up|talked about|described|were \
        telling me)
    (because|since) you (said|mentioned)
    you (mentioned|said|told me|were saying|shared|brought up|described|were telling me) (that|she|he|they|your|you|\
        earlier|the|it|about|how|there|mom|dad|a|her|his|nights|some|is|was|being)
    you are saying (that)? (you|she|he|they|your|it|the|there|mom|dad)
    (from|based on) what (you|you have) (are saying|said|told me|tell me|shared|described|have said)
    (in other words|so you feel|so you are feeling|you feel like|so for you|so the (big|biggest|main|real|hardest) \
        (thing|worry|concern|issue|part|problem))
    so (the|your) (biggest|main|big|real|hardest) (thing|worry|concern|issue|part|problem|priority) (is|for you|here)
    (so)? what (worries|matters|concerns|bothers) you (most)? is
    let me (make sure|see if) i (understand|heard|have|got|am|follow|understood)
    (i want|want) to make sure i (understand|heard|have|got|understood)
    as you (said|mentioned|put it|told me|described)
    like you (said|mentioned|told me)
    (you are|you sound|you seem) (mad|angry|upset|annoyed|frustrated|disappointed) (at|with|about) ~2
    (you are|you sound|you seem) (worried|concerned|afraid|scared|nervous|anxious) (about|that|she|he|if|of)
    part of you
    on (the)? one hand
    what (i|i am|you are) (understand|understanding|hearing|hear|telling me|telling us|saying|describing) (is|\
        from)? ~2
    (it|that)? seems (like)? (that)? (the|your|mornings|nights|evenings|days|mom|dad|she|he|you|most|what|weekends|\
        fridays) ~2
    (so)? (for you|to you) (it is|this is|the) ~4
    you (do not want|would not want|would rather|are hoping|were hoping) (to|her|him|it|that|the|your|a|mom|dad|\
        anyone|someone) ~3
""")
_REFLECTION_UNDONE = phrases("""
    sounds like a (plan|good|great)
    sounds (good|great|like a plan)
    (have|has) you mentioned
    (did|have) you (say|said|mention|mentioned|told|tell)
    did you say
    what did you say
    you said your name
    (your|the|her|his) (email|number|address|phone|name|zip|phone number)
    if you (said|told)
""")

_SUMMARISES = phrases("""
    (let me|i will|i would like to|if i can|can i|could i|may i|i want to) (quickly|briefly)? (recap|summarize|sum \
        up|run through|go over|read back|repeat back|review|read that back|say that back|play that back|repeat what)
    (to|in) (recap|summarize|sum up|summary|review)
    ^(recap|summary|to recap|quick recap)
    what (i have|i have got|we have|we have got|i have heard|i have written|i have down) (so far|is that|is|down|here)
    (on the same page|all on the same page|have it straight|get it straight|have that straight)
    so (far)? (what i have|here is what i have|here is what i heard|what we have|what we have got|we have agreed|we \
        have covered|we are agreed|we are set|you are set|we are all set)
    so far (i have got|we have got)
    (here is|that is) (what i have|where we are|what we agreed|what happens next|the plan|what we have|what i heard|\
        what i have got)
    (so)? (the)? plan (is|then is|from here)
    (we are|you are|i have you|we have you|i have us) (all)? (set|down|confirmed|booked|scheduled) (for|on|at|with)
    (pull|put|bring) (that|this|it all|it) together
    so (just)? to (confirm|be clear|make sure)
    (just)? to confirm (we|i|you|that|everything|what|the)
    so far (i have|we have|you have|i have heard)
    let me (make sure|see if|check) (that)? i (have|got|have got) (this|that|it|everything|all of (this|that|it)) \
        (right|straight|correct|correctly|down)
    did i (miss|leave out|forget) anything
    have i (missed|got|understood|left out) ~3 (anything|that right|everything|all)
    (let me|i will|i would like to|can i|could i|i want to) ~1 (repeat|restate|go back over|go through|go over|\
        double back over|run back through|say back|read back|walk back through) ~1 (what|everything|all|the plan|\
        that|where|it) ~3
    (to|let me|let us) (put|pull|bring|sum) (it|this|that|everything|all) (all)? (together|up)
    (quick|brief|short)? recap (before|of|then|so)? ~3
    so (we have|we) (agreed|settled|landed|decided|got) ~3
    (here is|this is|that is) where we (have)? (landed|are|stand|ended up|are at) ~2
    (okay|all right)? so (in short|all in all|in summary|to recap|all together) ~2
""")

_SUMMARISES_UNDONE = phrases("""
    (read|say|repeat|play) (that|it|your|this) back ~1 (#|five|four|two|three|six|seven|eight|nine|to make sure i got)
    (your|the|her|his) (email|number|address|phone|phone number|zip)
    repeat your ~2
""")

FAMILIES: Final = (
    Family(ActKind.EMPATHY, _EMPATHY, _EMPATHY_UNDONE, ClauseForm.STATEMENT),
    Family(ActKind.REFLECTION, _REFLECTION, _REFLECTION_UNDONE, ClauseForm.STATEMENT),
    Family(ActKind.SUMMARISES, _SUMMARISES, _SUMMARISES_UNDONE),
)
