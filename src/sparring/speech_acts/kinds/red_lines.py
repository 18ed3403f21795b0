"""Red lines: promises nobody can keep, running others down, paying for referrals, steering, naming clients."""

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
    (pay|pays|cover|covers) ~1 (every penny|every dime|every cent|every hour|everything|all of it|the whole thing|\
        one hundred percent|100 percent) ~2
""")
_PAYER = phrases("""
    ({insurer}|policy|benefit|benefits|plan|government)
    they (will|are going to)? (pay|cover)
""")
_NAMED_START = phrases("""
    (maria|rosa|linda|susan|angela|grace|anna|ana|carmen|denise|tanya|latoya|keisha|patricia|sandra|gloria|joyce|\
        betty|monique|tina|nancy|karen|lisa|michelle|sofia|elena|teresa|theresa|marie|diane|donna|brenda|janet|ruth|\
        james|robert|michael|david|john|carlos|jose|luis|kevin|brian) (will|is going to|can definitely|will \
        definitely) (start|be there|begin|be her caregiver|be his caregiver|be your caregiver|be with|come|take \
        care of|be at) ~5
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

_DISPARAGES = phrases("""
    (they|those|those (guys|people|agencies)|that (agency|company|place|outfit)|the other (agency|agencies|company|\
        guys)|other agencies|your current agency|your agency|most agencies|{agency}) (are|is|were|was|have|has|had|\
        just|only|always|never|do|does|will) ~4 (terrible|awful|horrible|bad|worst|unreliable|cheap|scam|scammers|\
        rip off|ripoff|lazy|crooks|a joke|garbage|trash|useless|incompetent|dishonest|liars|sketchy|shady|\
        unprofessional|sloppy|clueless|dangerous|untrained|unlicensed|negligent|a mess|a disaster|disaster|second \
        rate|pathetic|crook|fraud|frauds|notorious|overpriced|sued|cited|thieves|bottom of the barrel|a bad \
        reputation|bad reputation|terrible reputation|amateurs|hacks|the worst)
    (they|those (guys|people|agencies)|that (agency|company|place|outfit)|the other (agency|agencies|company|guys)|\
        other agencies|{agency}) (never|do not|does not|hardly ever|will not|rarely|barely|could not) (even|ever|\
        really|actually|bother to)? (show up|train|screen|check|care|answer|return|supervise|know what|follow|pay|\
        give a|do background|show|background check|bother|insure|have a clue) ~5
    (they|those (guys|people)|that (agency|company|place|outfit)|the other (agency|guys)|{agency}) (will|would) \
        (rob|cheat|rip|lie|steal|neglect|abandon|drop|let you down|leave you|screw|overcharge|nickel) ~4
    (they|those (guys|people)|that (agency|company|place|outfit)|{agency}) (lie|lies|lied|steal|steals|stole|cheat|\
        cheats|neglect|abuse|cut corners|hire anyone|hires anyone|hire anybody|hire (felons|criminals|people off \
        the street)|overcharge|nickel and dime|are in it for) ~4
    (stay|keep|run|steer) (far)? away from (them|that|those|the other|{agency}) ~3
    (i|we) would (never|not) (use|trust|hire|let|send|recommend|leave) (them|that|those|my (mother|mom|dad|father)|\
        anyone|my own|my dog) ~5
    (you|you will) get what you pay for with (them|those|that)
    half (of)? (their|those|the) (people|caregivers|aides|staff) (never|do not|are|can not|will not|hardly) ~4
    (is|are) (a|such a|one big)? (joke|scam|rip off|racket|mess|disaster|circus|nightmare|bunch of (crooks|thieves|\
        amateurs|liars|clowns))$
    (hire|hires|hiring) (anybody|anyone|just anybody|just anyone|people|criminals|felons) ~1 (with a pulse|off the \
        street|who walks in|at all|with a record|from the street|breathing)
    never let (them|those people|that agency|any of them) ~3 (near|in|into|around|touch) ~4
    (worst|terrible|awful|horrible|bad) (agency|company|reputation|reviews|record|outfit|provider|place|bunch) ~4
    (do not|never) (use|trust|go with|call|hire) (them|that agency|those|the other|that company|that place) ~3
    (their|agency's|those|its|'s) ({caregiver}) ~1 (are|is|were) ~3 (untrained|unlicensed|unreliable|lazy|terrible|\
        awful|dangerous|dishonest|thieves|bad|useless|never|unscreened|a joke|off the street|criminals|incompetent)
    (aides|caregivers|helpers) (are|were) ~2 (untrained|unlicensed|unscreened|lazy|dishonest|thieves|criminals|off \
        the street|incompetent)
    (i have|we have|everyone has|have you) heard ~3 (horror stories|terrible things|bad things|awful things|nothing \
        but bad|nightmares) ~4
    horror stories about ~4
    (they|that agency|the other agency) (are|is) known for ~5
    (have|has|had|got) ~2 (a bit of a|quite a|something of a|sort of a) reputation ~8
    (have|has|had|got) ~2 reputation for ~2 (dropping|cancelling|canceling|leaving|losing|lying|turnover|not|never) ~4
    (some|half|most|many|a lot|lots|one or two|a few) of (them|those|those people|those agencies) ~1 (steal|cheat|rob) ~4
    never know ~1 with (those|these) (private|cheap|other) ~2
    heard (they|one of them|one of those|those|some of them) ~1 (are|is) (always|forever|constantly) (short|late|\
        behind|out of) ~4
    all (they|those people|those guys|those agencies) (care about|want|do) is ~5
    (they|that agency|those agencies) (only)? care (only)? about (the)? (money|profit|profits)
    full of (crooks|thieves|liars|complaints)
    (most|other|those|these|those other|these other|the other|all the other|half the|half of the) (agencies|companies|\
        places|outfits|ones|guys|agency) ~3 (do not|never|does not|hardly|will not|can not|barely|just|only) ~2 (train|\
        screen|check|do background|run background|show up|care|answer|supervise|bother|send anybody|send anyone|want your money|take your money) ~4
    (their|those|that agency's|the other agency's) (aides|caregivers|people|staff|nurses|helpers) (sleep|steal|lie|\
        do not|never|are|show up|drink|cheat|hardly|just sit|sit) ~5
    (lies|lie|lied|cheats|cheat|steals|steal|robs|overcharges|overcharge) (to|from)? ~1 (families|family|people|\
        clients|patients|everyone|everybody|seniors|their) ~4
    (would not|will not|never) (let|trust|leave|want|send) (those people|them|that agency|that company|those folks) \
        ~3 (near|with|around|in|to|anywhere) ~4
    * (is|are) (the worst|a terrible|an awful|a horrible|a crooked|a useless) (agency|company|outfit|provider|\
        place) ~3
    (she|he|that (woman|girl|lady|man|person|helper)|those (women|girls|ladies|men|helpers)|a private ~1|(women|girls|\
        people|helpers|ladies) (like (that|her|him)|off the street)) ~1 (will|would|is going to|are going to|could) \
        (rob|cheat|rip|steal from|clean) (you|her|him|your|them) ~3
    one of those (women|girls|ladies|men|people|types|ones|helpers) (who|that) ~2 (rob|robs|steal|steals|cheat|cheats|\
        lie|lies|drink|drinks|disappear|disappears|vanish|rip|take advantage|clean) ~4
    (she|he|that (woman|girl|lady|man|person|helper)) ~2 (is|sounds like|must be|looks like) ~1 (a|an) (thief|crook|\
        fraud|criminal|con artist|gold digger|drunk|druggie|scammer) ~2
""")

_DISPARAGES_UNDONE = phrases("""
    (who|how|what) ~1 (makes|make|ensures|do you make) (sure)? ~8
    (not|never|would not|will not|do not|can not|am not|rather not|not going to|not here to) ~5 (say anything|speak|\
        badmouth|bad mouth|talk about|run down|criticize|comment|put down|knock|speak for|say bad|tear down|judge|\
        saying|compare)
    (you|she|he) (said|mentioned|told me|were saying|felt|feel|described|are telling me|told) ~12
    (it|that|this|week|day|month|house|situation|paperwork|everything|traffic|discharge|discharges|friday|fridays|\
        weather|schedule|process|system|insurance) (is|are|was|has been|must be|sounds like) ~1 (a|such a)? ~1 \
        (mess|disaster|nightmare|joke|circus)
    (do|does|did|are|is|was|were|have|has|had|what|how|why|who) (they|you|the|that|those|your|other|any) ~10$
    (not|never|are not|is not) (a)? (bad|terrible|awful|dishonest|scam|untrained|cheap|the worst|unreliable|worst|\
        dangerous)
    (it|that|this) sounds (like|as if) ~8
    sorry (that|they|to hear|you|about) ~8
    (good|fine|decent|great|reputable|wonderful) (agency|agencies|people|company|reputation|provider|option) ~3
    (our|my) ({caregiver}) ~6
    (we|i) (do not|never|would never|will not|are not) ~1 (hire|hiring|send|sending|take|bring) ~6
    (never|not|nobody|none) ~4 (untrained|unlicensed|unscreened)
    (we|i|our) (were|was|have been|are|am) ~2 (terrible|awful|unreliable|late|wrong|a mess|overpriced)
    (when|if|what happens|so when) (they|the|that|those|a) ~6 (show up|answer|return|call back) ~4
    (he|she|they|your (mom|mother|dad|father|brother|sister|husband|wife)|somebody|someone|people) (said|says|told|\
        thinks|thought|felt|mentioned) ~8
    ^(what|which|how|why|it|this|that) (time|is|was|part|would|a|thing) ~8
    (rob|cheat) (you|her|him|them|your ~1) of
    (afraid|scared|worry|worried|fear|nervous) ~2 (she|he|that|those|somebody|someone|people) ~8
""")

_OFFERS_VALUE = phrases("""
    (gift card|gift cards|gift certificate|bonus|bonuses|cash|commission|commissions|referral fee|referral fees|\
        finder's fee|finders fee|kickback|kickbacks|tickets|reward|rewards|incentive|incentives|bottle of wine|spa \
        day|starbucks card|amazon card|visa card|percent|dollars|thank you gift|something extra|vacation|trip|fruit \
        basket|gift basket|little something|perks|points|a check|payment|dinner|steak dinner|lunch) ~6 (for|per|\
        each|every|when|if) ~5 (referral|referrals|refer|patient|patients|patient's|client|clients|case|cases|\
        family|families|lead|leads|send|sends|admission|start|discharge)
    (for|per|each|every|when|if) (each|every|any|you|a|one|the|anyone|all)? ~4 (referral|referrals|refer|patient|\
        patients|case|cases|client|family|lead|send us|send me|admission) ~8 (we|i|you|there|gets|earns|get|is|\
        comes with) ~6 (gift card|gift cards|gift certificate|bonus|cash|commission|fee|kickback|tickets|reward|\
        incentive|wine|spa|starbucks|amazon|percent|dollars|gift|vacation|trip|basket|little something|perks|check|\
        dinner|lunch|treat)
    (we|i) (pay|give|offer|send|provide|compensate|reward|have) ~6 (for|per) (each|every|any|the|your|a|all)? \
        (referral|referrals|patient|lead|leads|case|cases|client you|family you)
    (dollars|bonus|percent|cash) (per|for each|for every|a) (admission|referral|patient|head|case|client|discharge|\
        family) ~3
    (reward|rewards|thank|thanks|treat|treats|pay|pays) (partners|our partners|referral sources|planners|case \
        managers|nurses|social workers|facilities|people|offices|staff) ~2 (for|per|when|with|every) ~4
    (take|takes|taking) (you|your team|your staff|everyone|the team) (out)? (to|for) ~3 (dinner|lunch|drinks|a game|\
        the game|golf|a show) ~2 (if|when|for|once|after) ~5
    (make|making) it worth your (while|time)
    (tickets|gift card|gift cards|cash|bonus|dinner|lunch|lunches|something nice|trip|gift|gifts|spa day|treat|\
        treats|check) ~6 if you (keep|send|refer|give|get|fill|steer|choose|pick|use) ~4
    (something|what is|plenty) in it for (you|your team|you too|the staff|your staff)
    (we|i) (take|will take|always take|take good|take very good|take great) (good|great|very good)? care of (the \
        people|people|folks|those|you|our referral|our partners|anyone|the folks) (who|that|partners|sources|if you|\
        when you) (send|refer|sources|help|us)? ~4
    (referral|referring) (bonus|fee|program|reward|rewards|incentive|fees|bonuses) ~5
    (scratch|scratches) (my|our|your) back ~4
    (slip|pay|reward|compensate|treat|reimburse|spoil) you (something|a little|for (each|every|the|any|your|sending|\
        referring)|in cash|per|back|well|with) ~5
    (show|express) (our|my) (appreciation|gratitude) (with|in|by) ~4 (gift|card|cash|check|lunch|dinner|way)
    (we|i) (will|would|can) (buy|get|bring|treat) (you|your team|your staff|the staff) ~5 (for|if|when|every time|\
        each time|whenever) ~3 (refer|send|referral|patient|sends|case)
    (free|discounted) (care|services|hours|respite) ~3 (for you|for your (own)? (family|mother|mom|parents|staff)) ~5
    (every|each|any|per) (referral|patient|case|family|client|admission|discharge) (gets|earns|wins|brings|comes \
        with|means|is worth) ~8
    (for|per) (every|each|any) (referral|patient|case|family|client|admission|discharge) you send ~8
    for (the|your) (first|next) (one|few|two|three|referral|patient|client|family|case) ~1 (you|send|sent|send us|send \
        me)? ~2 (send|refer|give us|get us)? ~8 (gift card|gift cards|gift|cash|bonus|bottle|basket|tickets)
    (we|i) (take|will take|always take|look) (good|great|very good|special)? (care of|after) (the|our|any)? ~2 \
        (planners|people|nurses|social workers|case managers|partners|folks|friends|offices|doctors|ones) (who|\
        that) (send|refer|help|support|use) ~4
    (gift card|gift cards|gift|tickets|lunch|dinner|bonus|cash|check|dollars|basket|wine) ~2 (for)? (every|each|\
        per) (patient|referral|case|family|client|admission|discharge|time) ~5
    (get|buy|bring|send|give|treat) (you|your team|the team|your staff|the staff|your office) ~4 (if|when|once|each \
        time|every time|whenever|as soon as) (we get|you send|you refer|you get us|you keep|you use|you call us|\
        you fill|we see|they|a few|patients) ~5
""")

_OFFERS_VALUE_UNDONE = phrases("""
    (can not|could not|do not|will not|never|not allowed|not able|would not|are not|am not|not|illegal|against the \
        law|against|prohibited|no|nothing|anti kickback|kickback statute|unethical|without|decline|have to say no) \
        ~8 (give|giving|pay|paying|offer|offering|accept|gift|gifts|bonus|fee|fees|referral|referrals|anything|\
        value|kickback|kickbacks|reward|compensate|lunch|incentive|statute|cards|money|commission)
    (illegal|against the law|not legal|prohibited|a felony|violates|violation|anti kickback) ~3
    (we|i) (can not|do not|never|will not|could not) ~4
    (do|does|did|are|is|have|what) (other|they|you|those|your|any|the other) ~8 (pay|offer|give|accept|gift|bonus|\
        fee|policy|allowed)
    some (agencies|companies) ~10
    (if|whether) (another|other|anyone|someone|an agency) ~8
    (you|they) (said|mentioned|asked|were asking) ~10
    (dollars|rate|price|cost) (an|per) hour
    (percent|#) of (our|the|your|families|clients|patients|referrals|cases)
    (percent|out of) ~4 (satisfaction|started|staffed|accepted|filled|stay)
    (lunch and learn|education|in service) ~4
    (send|give|text|tell|leave|read) (me|us) ~1 (your|the|a|an|her|his|that) ~2 (email|e mail|address|number|name|\
        zip|date|form|details|papers|hour|time|day)
""")

_VALUABLES = phrases("""
    (gift card|gift cards|gift|gifts|gift basket|bonus|bonuses|cash|commission|commissions|referral fee|finder's \
        fee|kickback|tickets|reward|rewards|incentive|incentives|wine|spa day|perks|vacation|a trip|a basket|\
        something nice|something extra|something special|steak dinner|lunch is on (me|us)|dinner is on (me|us)|on \
        the house|donuts|starbucks|a check)
    (buy|bring|treat|take) (you|your team|your staff|the team|everyone|the nurses) ~3 (lunch|dinner|breakfast|\
        coffee|drinks|out)
""")

_FOR_SENDING = phrases("""
    (refer|refers|referral|referrals|referring)
    (send|sends|sending|give|gives|steer|get) (us|me|our agency|harbor) ~2 (patient|patients|people|cases|case|\
        families|clients|residents|five|three|ten|someone|business|your|discharges)
    (send|sends|sending) us
    (send|sends|sending) ~2 (people|patients|families|clients|residents|cases|someone|folks) ~2 (to us|to me|our way)
    (for|per|every|each) (each|every|any)? (patient|case|family|client|admission|discharge|head|start) ~2
    for you (when|if|each|every|whenever|once)
    if you (keep us|fill|steer|choose|pick|use us|put us)
    keep us busy
""")

_STEERS = phrases("""
    (only|just) (recommend|suggest|refer to|mention|use|send to|hand out|give out) (us|our agency|our name|me)
    (only|just|always|simply) (give|send|tell|recommend|refer|mention|show|offer|steer|point|hand) (them|families|\
        patients|people|the family|every|everyone|all|your patients|all your) ~3 (us|our|ours|to us|our way|our \
        card|our name|our number|our brochure|me|my way|one name|one option|one agency)
    (do not|stop|no need to|without|quit|instead of|rather than|why) (give|giving|show|showing|offer|offering|send|\
        sending|mention|mentioning|bother|hand|handing|bothering) ~5 (list|lists|other agencies|other agency|others|\
        other options|a choice|choices|choice|competition|the other|competitors|three names)
    (take|leave|keep|cross|drop|remove) (them|the others|the other agencies|others|the competition|the rest|those) \
        off (of)? (the|your) (list|lists)
    (put|move|keep|list|place) (us|our name|our agency|my agency) (first|at the top|top|on top|as the only|number \
        one|ahead) ~4
    top of (the|your) list ~3
    (tell|telling|inform) ~3 (they|she|he|patients|families) (have to|has to|must|need to|can only|should only) \
        (use|choose|go with|pick|sign with|call) ~2
    (do not|no need to|never) (bother with|bother|mention|bring up|show them|offer) (the)? (other|others|other two|\
        rest|competition|competitors) ~4
    (say|saying|recommend|write) (just|only|nothing but)? ~1 (harbor|us|our name|our agency) (and nothing|only|and \
        that is it|everyone) ~3
    (lose|losing|drop|ditch) the list ~3
    (tell|convince|persuade|get|push|talk|steer|nudge|direct) (families|them|patients|the family|people|your \
        patients|every family|her|him|your families|residents) ~3 (to|into|that|toward|towards) ~3 (choose|choosing|\
        use|using|go with|going with|pick|picking|us|our|we are the (only|best)|have to use us|sign with)
    (send|refer|route|steer|funnel|direct) (us|me|all|every|everyone|all of|everybody) ~3 (exclusively|all your|\
        every (patient|family|discharge|case|referral)|every single|all (of)? (your|the) (patients|referrals|cases|\
        discharges|families)|everyone|to us only|to us and (only|no)) ~3
    exclusive (referral|agreement|arrangement|partner|partnership|provider) ~3
    (skip|lose|hide|bury|forget) the list
    (they|families|patients|the family) do not (need|have to|want|get|need to have) ~3 (choice|list|choose|options|\
        know about|other options|other agencies)
    (make|making|name|keep) us (your|the) (only|sole|exclusive|one and only) ~2
    your only (agency|provider|choice|option|call)
    (not|never) (mention|mentioning|show|showing|tell them about|bring up|include|give them) ~2 (others|other|rest|\
        competition|competitors|options|alternatives) ~2
    (make|be) (us|your) (the)? only (agency|choice|option|provider|one)
    (tell|telling) (the family|families|them|patients|her|him|people|your families|your patients|everyone) (that)? \
        (we are|we|our agency is) (the only|their only|your only|required|preferred|the preferred|mandatory) ~5
    (say|tell them|mention|pretend|claim) (that)? (we are|we|there is|the others are|no one else|nobody else|you) \
        ~3 (the only|only one|full|no other|booked|no one else|preferred|required)
    (do not|never|stop|no need to|instead of) (give|hand|show|offer|read|mention|tell) (them|families|her|him|the \
        family|patients|people) ~2 (the list|a list|that list|other names|the others|any other|the other|your list|\
        the competition) ~6
    (say|tell them|just say|just tell them|mention) ~2 (we are|we|our agency is|ours is) ~1 (the)? (one|ones|best|\
        only|only good|good|one you|agency) ~1 (you (recommend|use|trust|like)|there is|left|one|in town|available|\
        for them|that) ~3
    (tell|telling) ~2 (families|patients|people|them|your families|your patients|everyone) ~1 (we are|that we are|\
        we) ~4 (only|one|best|good one) ~2
    (put|keep|leave|list) (us|me|our name) ~3 (leave|drop|keep|take|forget) (the)? (others|other|rest|competition) \
        ~3
""")

_STEERS_UNDONE = phrases("""
    (not|never|would not|do not want|am not|can not|will not|wouldn't dream|are not) ~3 (asking|ask|trying|steer|\
        steering|want you to|here to|expect|suggesting|suggest|tell|telling|push|looking)
    (their|the family's|the patient's|families have a|patient) choice
    (families|patients|they) (choose|always choose|should choose|have the right|have a choice|get to choose|decide|\
        still choose)
    (alongside|one of|one option|one more|along with|next to|another name|add us|be on|on the) ~5
    (do|does|did|who|how|what|where|when) (you|they|your|families|gives) ~8
""")

_ABOUT_A_CLIENT = phrases("""
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
""")

_ABOUT_A_CLIENT_UNDONE = phrases("""
    (can not|could not|do not|will not|never|not able to|not allowed to|without|would not) ~5 (share|name|names|say \
        who|tell you|identify|identifying|give|details|discuss|say her|say his)
    (where|which|what|who|does|do|did|is) (does|do|is|are|street|she|he|your|you|they) ~4
    (your|my) (mom|mother|dad|father|husband|wife|parents|address) ~6
    (you|she|he) (live|lives|lived) ~3
    so (she|he|you|your) ~4
""")

FAMILIES: Final = (
    Family(ActKind.PROMISES_OUTCOME, _PROMISES, _PROMISES_UNDONE, ClauseForm.STATEMENT),
    Family(ActKind.PROMISES_OUTCOME, _PAYS_ALL, _PROMISES_UNDONE, ClauseForm.STATEMENT, along_with=_PAYER),
    Family(ActKind.PROMISES_OUTCOME, _NAMED_START, _AN_APPOINTMENT, ClauseForm.STATEMENT),
    Family(ActKind.DISPARAGES, _DISPARAGES, _DISPARAGES_UNDONE),
    Family(ActKind.OFFERS_VALUE_FOR_REFERRALS, _OFFERS_VALUE, _OFFERS_VALUE_UNDONE),
    Family(ActKind.OFFERS_VALUE_FOR_REFERRALS, _VALUABLES, _OFFERS_VALUE_UNDONE, along_with=_FOR_SENDING),
    Family(ActKind.STEERS_CHOICE, _STEERS, _STEERS_UNDONE),
    Family(ActKind.IDENTIFIES_CLIENT, _ABOUT_A_CLIENT, _ABOUT_A_CLIENT_UNDONE),
)
