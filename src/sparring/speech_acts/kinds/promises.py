"""Promises that nobody can keep: what a payer will cover, that somebody will recover, who will start."""

from typing import Final

from sparring.speech_acts.acts import ActKind
from sparring.speech_acts.phrase_families import ClauseForm, Family
from sparring.speech_acts.phrases.notation import phrases

_PROMISES = phrases("""
    (i|we) (can|could|will|do|absolutely|personally|always)? (guarantee|assure|swear|give you my word) ~2 (you|that|\
        it|she|he|her|your|medicare|a|the|this|nothing|no|we|results|him|family)
    (i|we) (can|could|will|do|absolutely|personally|always)? promise (you)? (that)? (she|he|it|your|medicare|a|\
        nothing|no|results|him|her|family|mom|dad|insurance|medicaid|they)
    (i|we) guarantee (it|that)$
    (she|he|they|you|it|nothing|nobody|mom|dad|your ~1) ~8 (i|we) guarantee$
    (is|are|are all|it is|that is|results|satisfaction|she is|he is) guaranteed
    guaranteed (to|results|coverage|approval|no|start|recovery|improvement)
    {insurer} (will|does|is going to|always|definitely|should definitely|absolutely|is sure to|pays|covers|will \
        definitely|will absolutely|will probably) ~2 (pay|cover|covers|pays|take care of|reimburse|approve|for) ~3
    {insurer} (pays|covers) (for)? (this|it|all|everything|all of|the whole|our|home care|that|the full|every) ~3
    (get|have) (it|this|you|her|him|everything) (covered|approved|paid) ~2 (by|through|under) {insurer}
    (you|she|he) (will|are going to|is going to) (be|get) (fully|completely|100 percent)? (covered|approved|\
        reimbursed) ~4
    (she|he|your (mom|mother|dad|father|husband|wife)|mom|dad|they) (will|is going to|are going to) (definitely|\
        surely|absolutely|certainly|be|get|make|have|love)? ~1 (recover|be cured|get better|walk again|be fine|fine|\
        better|improve|recovered|be back to normal|perfectly safe|completely safe|100 percent safe|cured|live \
        longer|full recovery)
    (she|he|your (mom|mother|dad|father|husband|wife)|mom|dad|they) (will|is going to|are going to) be (walking|\
        driving|dancing|back|herself|himself|cooking|home|up|running|talking) ~2 (again|in no time|herself|himself|\
        normal|around|by christmas|by summer|in weeks|on (her|his) feet) ~2
    nothing (bad)? (will|is going to|can) (ever)? (happen|go wrong) ~5
    (she|he|your (mom|mother|dad|father|husband|wife)|mom|dad|they) (will|is going to|are going to) (never|not) \
        (ever|have to)? ~1 (fall|fall again|go back to the hospital|need the hospital|wander|get worse|be \
        readmitted|be alone again)
    (never|not ever|no more) (fall|have a fall|falls|be hospitalized|go back to the hospital|wander|be readmitted|\
        end up in the hospital) ~3
    (cure|cures|reverse|reverses|heal|heals|fix|fixes|stop|stops) (the|her|his|your (mom|dad|mother|father)'s|that|\
        dementia|alzheimer's|any)? ~1 (dementia|alzheimer's|parkinson's|memory loss|falls|falling|wandering|\
        sundowning|decline|arthritis|disease)
    (tell|promise|guarantee) ~2 (they|you|she|he|families|people|folks) (will|would) ~1 (qualify|be approved|get approved|\
        get it|be covered) ~3
    (100|hundred|a hundred|one hundred) percent ~3 (safe|sure|guaranteed|guarantee|covered|satisfaction|of the time|\
        certain|free|no falls)
    (nothing|nothing bad|no harm) will (ever)? (happen|go wrong) ~4
    (i|we) (guarantee|promise|swear|bet) (you)? (that)? ({insurer}|she|he|they|it|your) (will|will not|is going to|\
        pays|covers|never) ~6
    (he|she|they|your (mom|mother|dad|father|husband|wife)) (will|is going to) be (back)? (on (his|her) feet|\
        walking|fine|well|himself|herself|good as new|home for good|all better) ~4
    {insurer} (will|is going to) (pay|cover) ~4 (trust me|no question|no problem|i promise|guaranteed|believe me|do \
        not worry|every|all|for sure) ~2
    (your|the|her|his) (policy|insurance|plan|benefits) (covers|cover|pays|pay|will cover|will pay) (for)? (all|\
        everything|every|the whole|it all|the full|all of it|a hundred percent) ~3
    (you will|you would|there will) (not|never) (ever)? (have|be|see|get) (a|any|another) (missed|late|bad|single|\
        fall|problem|missed shift) ~4
    with us (she|he|they|you) (is|are|will be) (a|one)? (hundred|100|completely|totally|perfectly|absolutely)? ~1 \
        (safe|percent|fine|protected) ~2
""")

_PAYS_ALL = phrases("""
    ({insurer}|policy|benefit|benefits|plan|government) ~4 (pay|pays|cover|covers) ~1 (every penny|every dime|every cent|\
        every hour|everything|all of it|the whole thing|one hundred percent|100 percent) ~2
    they (will|are going to)? (pay|cover) ~1 (every penny|every dime|every cent|every hour|everything|all of it|the whole \
        thing|one hundred percent|100 percent) ~2
    (va's|medicare's|insurance's|medicaid's) going to (pay|cover|take care of) ~4
    (she|he|they|mom|dad|your ~1) (is|are) (never|not ever) going (back)? to ~3 (hospital|fall|nursing home) ~2
""")
_NAMED_START = phrases("""
    (maria|rosa|linda|susan|angela|grace|anna|ana|carmen|denise|tanya|latoya|keisha|patricia|sandra|gloria|joyce|\
        betty|monique|tina|nancy|karen|lisa|michelle|sofia|elena|teresa|theresa|marie|diane|donna|brenda|janet|ruth|\
        james|robert|michael|david|john|carlos|jose|luis|kevin|brian) (will|is going to|can definitely|will \
        definitely) (start|be there|begin|be her caregiver|be his caregiver|be your caregiver|be with|come|take \
        care of|be at) ~5
""")

_GUARANTEED_START = phrases("""
    * (starts|is there|is with (her|him|you)|will start|will be there|is going to be there|will be (her|his|your)) ~6 (you have my \
        word|i promise|i guarantee|guaranteed|count on (it|that)|hundred percent)
    ({insurer}|they) (is|are|will|has)? (going to)? say (yes|okay) ~4
    (va's|medicare's|insurance's|medicaid's) going to say yes ~2
    (i|we) (can|will|do)? (guarantee|swear|promise) ~1 (that)? * (will|is going to) (start|be there|be with|come|take care) ~4
""")
_ONE_OF_US = phrases("""
    (if|whether|when|may|might|hope|hoping|maybe|once|until) ~6 say (yes|okay)
    ^(so)? (i|we|somebody|someone|nobody|our ~1|that|it|he|she|they) (starts|is there|will start|will be there|is going to be there)
    (guarantee|swear|promise) ~1 (that)? (i|we|you|it|this|that|somebody|someone|one of us|a nurse|our nurse|nobody|there)
""")
_AN_APPOINTMENT = phrases("""
    (be there|come|be at|be with) ~4 (at|around|about|by) ({number}|noon|{count}) ~1 (o'clock|am|pm|thirty|fifteen)?$
    (be there|come|be at|be with) ~6 (assessment|visit|meet|meeting|papers|look|explain|show|answer)
""")
_PROMISES_UNDONE = phrases("""
    (can not|could not|do not|will not|not able to|never|would not|not|no one can|nobody can|no agency can|are not|\
        is not going to|hard to|unable to|impossible to|wish i could|may not|does not|did not|without) ~4 (promise|\
        guarantee|guaranteed|guarantees|assure|say that|tell you that|say she|say he|cover|pay|claim|swear|cure|be \
        sure)
    (can not|could not|do not|does not|will not|never|would not|not) ~3 (promise|guarantee|say|claim|cover|pay|pays|\
        covers|normally|usually|generally)
    no (guarantee|guarantees|promises|one can)
    (promise|guarantee) (that)? you will (talk|speak|reach|hear|get|know) ~6
    (promise|guarantee) (you)? (a|an|the) ~2 (call|callback|call back|answer|reply|response|text|visit|email|ring)
    (if|whether|might|may|could|sometimes|depends|depending|check|find out|see if|see whether|some|in some cases|\
        unlikely|possible that|hope|hopefully|usually) ~8 (cover|covers|pay|pays|covered|approved|guarantee|\
        reimburse|better|improve)
    (promise|guarantee) (to|that i will|i will|we will|i would|you will (get|hear|have) a) (call|answer|return|\
        respond|get back|be honest|be there|keep|tell|let you|not|listen|do (my|our) best|ask|send|be|follow|always|\
        never|try|do everything|check|look|email|text|come)
    (promise|guarantee) (i|we|you) (will|would) (call|answer|return|respond|get back|not|keep|tell|let|listen|do|be \
        (quick|brief|honest|short)|ask|send|follow|try|only|make|take|hear|get|always|never)
    i promise (it|this) (will)? (be|take|takes) ~3
    (i|we) promise you are
    (you|they|she|he|the other agency|the last agency) (said|mentioned|told|told me|promised|were told|was told|\
        guaranteed) ~10
    (did|do|does|has|have|are|is|were|was|would|will) (they|you|she|he|anyone|the|medicare|her|his|your|medicaid|\
        the va|insurance) ~10 (promise|promised|guarantee|guaranteed|cover|covers|pay|pays)
    ((not|never) (pay|cover|covers|pays)|(hour|rate|price|fee|hourly) ~3 covers ~1 (everything|all of it))
    (pay|pays|cover|covers) ~3 (for a short time|for a while|for a few weeks|for skilled|skilled)
    (pay|pays|cover|covers) (for)? (a|the|some|only)? (visiting|skilled|part time)? (nurse|nurses|nursing|therapist|\
        therapists|therapy|rehab|rehabilitation|hospital|doctor|doctors|equipment|hospice|home health) ~3
    be careful (of|with) ~4
    (guarantee|promise|swear|bet) (you)? (that)? (they|those ~1|nobody|no one|none of them|the others|no other ~1|not one of them) ~1 \
        (do not|does not|are not|is not|did not|have not|has|have|has not|never had|can say|can match) ~6
    (anyone|any agency|agencies) (who|that) (promises|guarantees|tells) ~6
    (broken|break|made|made a|you made|kept) ~2 (promise|promises)
    (worried|afraid|scared|concerned|hoping|hope) ~6
""")

_NOBODY_CAN_KNOW = phrases("""
    {payer} (will|is going to|has to|does|would|definitely|always|will always|will absolutely|pretty much|simply|just)? ~2 (pick up|picks up|foot|\
        foots|pay|pays|cover|covers|take care of|takes care of|reimburse|reimburses|handle|handles|approve|approves|give|gives) ~1 (the|you|him|\
        her|it|every|all|back|for)? ~2 (tab|bill|whole|every|entire|all|everything|full|lot|back|no questions|penny|dime|cent)
    {payer} (will|is going to|are going to) ~1 (approve|accept|green light|sign off|say yes|let him in|let her in|pay|reimburse|come through|\
        rubber stamp) ~4
    {payer} (covers|pays for|takes care of|handles|picks up) (this|it|that|us|all|home care|the whole|our|everything|every) ~4
    (will|is|are|would|it is|that is|this is|he is|she is|you are) (all|fully|completely|totally|automatically|definitely|absolutely|\
        entirely|pretty much)? (covered|paid|approved|reimbursed|qualified|taken care of) (by|under|through) ~1 {payer} ~2
    (will not|is not going to|never|will never) ~1 (cost|pay|owe|spend) ~2 (a|one|you)? ~1 (penny|dime|cent|nickel|\
        out of pocket) ~3
    {loved} (will|is going to|are going to|can|would) ~2 (qualify|get approved|be approved|get in|be in|be accepted|get the benefit|sail through) ~2 \
        (no|guaranteed|for sure|easy|automatically|definitely|trust|promise|hundred|question|slam|absolutely|without)
    {loved} (will|is going to|are going to|are|is) ~1 (never|not ever|not|no longer) ~4 (fall|falling|hospital|nursing home|emergency room|er|\
        ward|rehab|wander|wandering|readmitted|bedsore|bedsores|decline|worse|lonely again|hurt|alone again|worry again|no show|\
        missed)
    {loved} (will|is going to|are going to|would) ~2 (be|feel|look|act|get|come|bounce|sleep) ~1 (back to (normal|herself|himself|old|her|his)|good as new|\
        her old self|his old self|like new|herself again|himself again|on her feet|on his feet|back on|all better|well again|right again|\
        like a baby|(walking|driving|dancing) ~4 again|stronger|cured|healed|out of that|fit as)
    (get|have|turn|bring) (her|him|them|mom|dad|your ~1) ~3 (back to normal|good as new|old self|on (her|his|their) feet|walking|driving|turned around|\
        cured|off the walker|out of the wheelchair) ~2 (in|within|by|before|no time|guaranteed|promise)
    (readmissions|falls|hospital stays|admissions|hospitalizations|wandering|sundowning|bedsores|confusion|memory|pain|depression) (will|is going to|\
        are going to) ~2 (drop|stop|go away|disappear|vanish|clear|clear up|improve|go down|be gone|be a thing|plummet|come back|heal|fall) ~3
    (they|it|those|that) (will|is going to|are going to) ~1 (drop|go down|fall|be cut) (by|in) (half|a third|#|ninety|eighty|fifty) ~3
    (sores|bedsores|wound|wounds|rash|swelling|infection|cough|dizziness) ~1 (will|is going to|are going to) ~2 (clear|heal|go away|be gone|disappear|\
        dry up) ~3
    (zero|no) (risk|chance|falls|danger|surprises|missed shifts|no shows|call outs) ~3 (with|when|if|ever|guaranteed|at all|on our watch|period)
    (rate|price|rates|fee|cost) (will|is) ~1 (never|not ever|not ~2 ever) ~1 (go up|change|increase|rise|going up) ~3
    (we|our (girls|aides|caregivers|people|ladies|gals|nurses|team)|i) (have|will|are|do|would) ~1 (never|not|not once) ~2 (missed|miss|had a|been late|\
        lost|let|dropped|going to miss|had one|fail|failed|be late|no show) ~6 (and (we|i|you)|period|ever|promise|guarantee|guaranteed|mark my|not going|\
        will not|never will)
    (same|one) (aide|caregiver|person|girl|lady|face|gal|woman|helper|nurse) ~3 (every|each|all|seven|always|from|until|no matter) ~6 (promise|guarantee|\
        guaranteed|word|period|no exceptions|no matter|for sure|hundred percent|count on|bank on|swear|always|never|without fail|nobody else)
    (you|she|he|mom|dad) (will|is going to|are going to) ~1 (have|get|see|always have|always see) * ~2 (every|each|every single|all) ~4 (nobody else|no one else|\
        never anybody|word|promise|guarantee|guaranteed|no exceptions|no matter|for sure|period|without fail)
    (falls|readmissions|hospital|approved|covered|safe) ~6 (put|have) (it|that) in writing
    (off the table|out of the picture|a thing of the past|ancient history|history|a distant memory) ~2 (for good|forever|with us|guaranteed|now|for her|for him)
    (somebody|someone|an aide|a caregiver|she|he|they|we|our ~1) (will|is going to|are going to) be ~3 (no matter what|rain or shine|come hell|blizzard|\
        without fail|every single time|guaranteed|period|no exceptions|come what may)
    (no matter what|rain or shine|blizzard|hell or high water|hurricane|snowstorm|come what may) ~6 (will|is going to) (be|show|come) ~4
    (there is no way|no way|not a chance|no chance) ~1 (she|he|they|that|mom|dad|your ~1|{payer}) ~1 (will not|will|would|does not|can|falls|gets|ends|goes|\
        is going|could) ~5
    {payer} (do not|does not|never|will not|would not|cannot|can not) ~1 (turn down|turn away|deny|denies|say no|reject|refuse|turns down) ~4
    (days|weeks|month|months) and (you are|he is|she is|they are|you will be|it is) (in|approved|covered|done|set) ~2
    (slam dunk|a sure thing|shoo in|a cinch|foregone conclusion|a lock|in the bag|piece of cake|money in the bank|rubber stamp)
    (take it to the bank|bet the farm|bet my (house|life|paycheck|job)|stake my (life|name|job)|bank on it|mark my words|on my mother's grave|\
        scout's honor|cross my heart|put my name on it|my right hand to god|swear on)
    (hundred|100) percent ~4 (no way|she|he|will|going)
    (she|he|mom|dad|your ~1) (will|is going to) (absolutely|just|definitely|totally)? (love|adore) ~3 (hundred|guarantee|guaranteed|promise|no way|no question|\
        for sure|trust me)
    (keep|keeps|kept) (her|him|them|your ~1) ~1 (out of|from) ~2 (hospital|nursing home|emergency room|er|falling) ~3 (guarantee|guaranteed|promise|for good|\
        forever|no matter|hundred|period|for sure|for the rest)
    (tax|taxes|deduction|deductible|write off|refund) ~3 (all|every|whole|full) ~3 (back|off|penny)
    {payer} ~2 (pick|picks) (it|that|this|everything|them) ~1 up ~2
    ({payer}|they) always (pay|pays|approve|approves|say yes|says yes|cover|covers|come through) ~3
    {loved} (will|is going to|are going to) ~1 (not|never) ~1 (end up|wind up|land|finish) (in|on) ~2 (home|facility|hospital|er|ward|memory care|floor|wheelchair) ~4
    {payer} ~2 (gives|give|pays|send|sends|refund|refunds) ~2 (all|every) ~5
    {loved} (will|is going to|are going to) ~1 (never|not) ~1 (get|have|see|spend|need) (another|one more|a single) ~1 (fall|call from ~3|night|day in|stay|trip|\
    hospital|emergency|scare|accident|bedsore|bad day|bill) ~4
    (not a thing|nothing|not one thing) (that)? (can|could|will|is going to) ~1 (go wrong|happen to|touch|harm) ~4
    (give|gives) us (till|until|a|one|two|three|four|five|six|#|{count}) ~2 (and|till|until) (he|she|they|your ~1|mom|dad|you) (is|are|will|has|have) ~5
    (readmissions|falls|admissions|returns|bounce backs|no shows|call outs|rehospitalizations) ~2 (go|goes|going|drop|drops|down|fall|falls) ~1 to (zero|nothing|none|nil) ~2
    (with us|once we are|once our ~1|with our ~1|soon as we|after we) ~5 (falls|falling|wandering|readmissions|calls|worry|worrying|confusion|sundowning|accidents) ~2 (stop|stops|\
    end|ends|go away|goes away|disappear|are over|is over|are gone|are done|dry up) ~2
    (memory|balance|mood|appetite|speech|strength|walking|mind|legs|heart|sight|breathing|memory's going|mood's going|balance's going|appetite's going) (is going to|will|to) ~2 (get better|get stronger|come right|be better|return|recover|be fine|pick up)
    (never|not once|not) ~1 been (a|one) (day|time|shift|visit|weekend|case|family) ~2 (we|our ~1|somebody) (could not|did not|missed|failed|were not|dropped) ~4
    (nobody|no one|none|not one) ~6 (on our watch|while we are there|under our care|in our care) ~6
    (get|have|see) (your|all your|all of your|the) money back ~6 (taxes|tax|insurance|medicare|the va|state|april)
    (get|gets|getting) (it|that|all of it|every ~1) ~1 back (on|from|through|at) ~1 (taxes|tax|insurance|medicare|the va)
    (she|he|mom|dad|your ~1|medicare|the va) ~10 (that is a promise|is my promise|is our promise|give you my word|have my word|my word on (it|that)|i promise you (that|so))
    * (is|will be) yours ~3 (every|as long as|for as long|for good|from day one) ~10 (my word|promise|guarantee|guaranteed|count on)
    (i|we) (can|will|are going to|am going to|could) ~2 (get|have) (her|him|them|you|mom|dad|your ~1) ~2 (approved|qualified|on medicaid|in the program|accepted|home for good|walking again|\
    talking again|eating again|driving again|out of that ~1|off (the|that|her|his) (walker|oxygen|wheelchair|pills|cane))
    {loved} (will|is going to|are going to) ~1 (live|make it|last) (to|till|until|past) ~1 (hundred|100|ninety|a hundred|one hundred) ~2
    {loved} (will|is going to|are going to) ~1 outlive ~3
    {loved} (will|is going to|are going to) ~1 (be) ~1 (safe as houses|safe as can be|as safe as|perfectly fine|totally fine|just like new|right as rain|home free|set for life|out of danger) ~3
    (no|zero) more (falls|hospital|er|emergency rooms|wandering|sleepless nights|ambulances|surprises|911 calls) ~3 (ever|period|with us|once|guaranteed|promise|from now|after|when|that is)
    (there is|there will be) (no|zero|not a) ~1 (question|doubt|way) ~2 {payer} ~4
    (you are|he is|she is|they are|your ~1 is) (guaranteed|certain|sure) to (get|be|qualify|improve|recover|like|love|stay|go|have) ~4
    (i|we) (can|will) (tell|promise) you right now ~1 ({payer}|she|he|they|you|your ~1) (will|is going to|are going to|is) ~4
""")
_NOT_FOR_SURE = phrases("""
    (can not|could not|do not|will not be able|not able to|would not|nobody can|no one can|no agency can|never|not going to|not) ~4 (promise|guarantee|\
        guaranteed|say|tell|know|swear|assure|claim|speak for|count on|put)
    (if|whether|unless|may|might|maybe|perhaps|could|sometimes|depends|depending|check|find out|see if|probably|likely|some|usually|generally|\
        hope|hopefully|hoping|try|trying|tries|goal|aim|most|often|possibly|assuming|once|in case|up to) ~12
    ~10 (if (he|she|they|you|it|the|your)|depends|depending|might|we hope|i hope|maybe)
    (you|they|she|he|somebody|someone|the other agency|the last agency|your ~1|who|anyone|anybody) (said|mentioned|told|told me|promised|heard|thought|\
        were told|was told|guaranteed|believe|were hoping|was hoping|want|wanted|worried|afraid|says) ~12
    (did|do|does|has|have|are|is|was|were|can|what|who|how|when|why|which|would|will) (they|you|she|he|anyone|the|medicare|her|his|your|medicaid|it|that) ~12
    (assessment|first visit|consultation|home visit|nurse visit|phone call|call|quote) ~10
    {payer} (will|would)? (not|never) ~1 (pay|cover|approve|reimburse) ~4
    (does not|do not|did not|no longer|stopped|without|may not|might not|can not) ~1 (pay|pays|paying|cover|covers|covering|reimburse|approve)
    (skilled|a short time|few weeks|part time nurse|visiting nurse|therapy|therapist|hospice|equipment|hospital stay|doctor visits)
    (rate|hour|price|fee|hourly|that) ~3 (covers|includes)
    {loved} (will|would) not (need|have|want) to (sign|pay|decide|do|call)
    (worried|afraid|scared|concerned|fear) ~8
    (work|works|working) with ~6
    for a (while|short|few|time|bit)
    (so|that) (she|he|they|you) ~1 (does|do|will|would|can|is|are) ~1 (not|never) ~4
    (call|calls|text|texts|ring|answer|phone|there at|there by|email) ~6 (promise|word)
    (give|gives) us ~3 (call|ring|holler|buzz|minute|second|chance)
""")

FAMILIES: Final = (
    Family(ActKind.PROMISES_OUTCOME, _NOBODY_CAN_KNOW, _NOT_FOR_SURE, ClauseForm.STATEMENT, governed=True),
    Family(ActKind.PROMISES_OUTCOME, _PROMISES, _PROMISES_UNDONE, ClauseForm.STATEMENT, governed=True),
    Family(ActKind.PROMISES_OUTCOME, _PAYS_ALL, _PROMISES_UNDONE, ClauseForm.STATEMENT, governed=True),
    Family(ActKind.PROMISES_OUTCOME, _GUARANTEED_START, _ONE_OF_US, ClauseForm.STATEMENT, governed=True),
    Family(ActKind.PROMISES_OUTCOME, _NAMED_START, _AN_APPOINTMENT, ClauseForm.STATEMENT, governed=True),
)
