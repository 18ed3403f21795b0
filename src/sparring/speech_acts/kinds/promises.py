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

FAMILIES: Final = (
    Family(ActKind.PROMISES_OUTCOME, _PROMISES, _PROMISES_UNDONE, ClauseForm.STATEMENT),
    Family(ActKind.PROMISES_OUTCOME, _PAYS_ALL, _PROMISES_UNDONE, ClauseForm.STATEMENT),
    Family(ActKind.PROMISES_OUTCOME, _GUARANTEED_START, _ONE_OF_US, ClauseForm.STATEMENT),
    Family(ActKind.PROMISES_OUTCOME, _NAMED_START, _AN_APPOINTMENT, ClauseForm.STATEMENT),
)
