"""Running others down: other agencies, their caregivers, a helper whom the family pays itself."""

from typing import Final

from sparring.speech_acts.acts import ActKind
from sparring.speech_acts.phrase_families import ClauseForm, Family
from sparring.speech_acts.phrases.notation import phrases

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
    (private|cheap) (lady's|woman's|girl's|helper's|man's) ~2 going to (rob|cheat|rip|steal|clean|disappear) ~4
    they (leave|let) (people|clients|patients|folks|them|families|residents) ~1 (sit|sitting|lie|lying|soaked|wet|alone) ~5
    (they|those ~1|that (place|agency|company|outfit)|the (other|others) ~1|{agency}) ~2 (let|lets|leave|leaves|left) (people|\
        them|her|him|folks|clients|patients|residents|somebody) ~1 (lie|lying|sit|sitting|rot|wait) ~2 (in|on|for hours|all day) ~3
    (they|those ~1|that (place|agency|company|outfit)|the (other|others) ~1|{agency}) ~1 (take|takes|took|grab) (your|her|his|the|\
        people's|families) money ~4
    (they|those ~1|that (place|agency|company|outfit)|the (other|others) ~1|{agency}) ~2 (fake|fakes|faked|forge|forges|pad|pads|\
        padded|make up|invent) (the|their|your|all the)? ~1 (records|record|hours|timesheets|time sheets|notes|charts|visits)
    (they|those ~1|that (place|agency|company|outfit)|the (other|others) ~1|{agency}) ~2 (off the street|with criminal records|with \
        (a)? ~1 records|ex convicts|convicts|felons)
    in their own (mess|dirt|filth|urine)
    (would not|will not|never) let ~3 (look after|near|touch|take care of|watch) ~1 my ~1 (dog|cat|mother|mom|grandmother|\
        father|dad|worst enemy)
    (private|cheap) (helpers|caregivers|aides|people|women|girls|ladies) ~1 (will|would|are going to|could)? ~1 \
        (rob|cheat|rip|steal|clean|vanish|disappear) ~4
    (other|those|these|most) ~1 (agencies|companies|places|outfits|ones|guys) ~1 (will|would)? (send|sends) (anybody|\
        anyone|whoever|any old body|strangers|people off) ~5
    one of those (women|girls|ladies|men|people|types|ones|helpers) (who|that) ~2 (rob|robs|steal|steals|cheat|cheats|\
        lie|lies|drink|drinks|disappear|disappears|vanish|rip|take advantage|clean) ~4
    (she|he|that (woman|girl|lady|man|person|helper)) ~2 (is|sounds like|must be|looks like) ~1 (a|an) (thief|crook|\
        fraud|criminal|con artist|gold digger|drunk|druggie|scammer) ~2
""")

_DISPARAGES_UNDONE = phrases("""
    (my|our) (own)? ~1 (agency|company|outfit|office|service|firm|franchise) ~6
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
    (when|if|what happens|so when) (they|the|that|those|a) ~6 (show|show up|answer|return|call back) ~4
    ^(who|whom|where) (answers|comes|calls|covers|goes|steps|picks) ~10
    (he|she|they|your (mom|mother|dad|father|brother|sister|husband|wife)|somebody|someone|people) (said|says|told|\
        thinks|thought|felt|mentioned) ~8
    ^(what|which|how|why|it|this|that) (time|is|was|part|would|a|thing) ~8
    a mess (after|since|when|over) ~2
    (will|would) drop (by|to|off|in|down) ~3
    (rob|cheat) (you|her|him|them|your ~1) of
    (afraid|scared|worry|worried|fear|nervous) ~2 (she|he|that|those|somebody|someone|people) ~8
""")

_RUNS_DOWN_A_RIVAL = phrases("""
    {rival} ~7 {demeaning}
    {hired_alone} ~6 {demeaning}
    (they|them) (are|is|were|will|would|just|all|really|always|never|even|do|have|had|got|can|could|keep|run|hire|hires|send|sent) ~4 (a joke|jokes|clowns|crooks|\
        crooked|thieves|scammers|con artists|liars|sharks|vultures|amateurs|hacks|idiots|morons|bozos|flakes|shady|sketchy|incompetent|\
        bottom of the barrel|warm bodies|with a pulse|fog a mirror|off the street|rob you|rob you blind|rip you off|fleece|gouge|bleed you|milk you|\
        nickel and dime|cut corners|only care about|in it for the money|after your money|hire anybody|hire anyone|a revolving door|sued|\
        ghost you|leave you hanging|leave you high and dry|leave you in the lurch|leave you stranded|a dumpster fire|a train wreck|the worst|fly by night|\
        garbage|trash|horror stories|lie to you|no idea what they are doing|worthless|felons|criminals|drunks)
    (would not|never|not) ~1 (let|trust|send|hire|use|wish|recommend|leave|want|touch|hand|put) ~5 ({rival}|{hired_alone}) ~4 (near|to|with|on|in|if|\
        a dime|a goldfish|a houseplant|my|for)
    (would not|never|not) ~1 (trust|let|hire|use|wish|touch|hire) (them|her|him|that one|{rival}|{hired_alone}) ~5 (if you paid|for a second|with my|with a ten|\
        ten foot|my worst|with a goldfish|a goldfish|houseplant|my cat|my dog|my car|as far as|on my worst|near my|for all|to walk|to water|\
        to feed|for love|my own|in my)
    (is|are) (just|nothing but)? (a|such a|one big)? (joke|scam|racket|circus|clown show|rip off|disgrace|con|sham|fraud|laughing stock) (in|around|to|and|if|ask|when|\
        honestly|believe) ~3
    (state|inspector|inspectors|police|board|medicaid|feds|attorney general|health department|bbb) ~2 (sniffing|investigating|looking into|been after|shut|cited|fined|\
        went after|suspended|pulled) ~4
    (outfit|agency|place|company|franchise|crew|registry) (that|who) (left|leaves|lost|dropped|robbed|killed|forgot|stole|stiffed|ruined) ~8
    (nobody|not one|no one|none of them) ~2 (at|over at|in|over) (that|there|those|their|the other) ~2 (has|have|knows|know|cares|care|answers|checks|trains|gives) ~4
    (families|clients|people|folks|patients) ~3 (running|crying|fleeing|begging|screaming|escaping|in tears) ~4 (from|to us|away|over here) ~3
    (do not|would not|you do not) ~1 want to (see|know) (how|what|who) (they|that ~1) ~5
    (okay|fine|happy) with (no shows|strangers|theft|late|being ripped off|getting robbed) ~4
    ({rival}|they) (can not|could not|never|can never|do not) ~1 (keep|hold onto|hang on to|hold on to|find|retain) (an aide|aides|staff|anybody|people|a caregiver|\
        anyone|caregivers|a nurse|help|their people|good people) ~4
    (would not|never) ~1 (leave|trust|let|send) (a|my) ~1 (plant|plants|houseplant|goldfish|dog|cat|car|hamster|parakeet|mother|mom|worst enemy|keys) ~1 (with|to|near|in) ~3
    ({rival}|they) ~2 (got|were|have been|been|are always|keep getting|get) ~1 (written up|cited|fined|sued|shut down|suspended|investigated|raided|kicked out|\
        in trouble) ~4
    (churn|churns|burn|burns) through (caregivers|aides|people|staff|girls) ~3
    (treat|treats) ~1 (them|people|their ~1|families|clients|her|him|you) ~3 (like (dirt|cattle|garbage|trash|numbers|a number|dogs|paper towels)|the same|worse)
    (they|their ~1) ~3 (bankrupt|bankruptcy|warm body|warm bodies|cowboys|bozos)
    (good luck) ~3 ({rival}|{hired_alone}|them|getting (anyone|anybody|them|somebody|a call|a human|a person)) ~6
    (you will|you would|you are going to) ~1 (be sorry|regret it|live to regret|come crawling|come running back|be back) ~4 (with|{rival}|them|{hired_alone})
    (stay|steer|keep|run|run fast|run far) (far|well|clear|clear of|the other way)? ~1 (away|from|clear|of) ~2 ({rival}|{hired_alone}|them|that one)
    (clean|cleaning|cleaned|mop|mopping|fix|fixing|pick|picking) ~2 (up)? ~1 (after)? ~1 (their|that agency's|the other agency's|after them) (mess|messes|\
        disaster|disasters|screw ups|mistakes|pieces)
    (heard|seen|know|could tell you|tell you) ~3 (stories|horror|an earful|nightmares|complaints) ~3 (about)? ~1 ({rival}|{hired_alone}|them) ~3
    ({rival}|{hired_alone}) ~2 (is|are|will be|would be|was|will|would) ~2 (gone|drunk|high|asleep|stoned|hung over|passed out|casing|snooping|going through) ~4
    (you|and you) (are|would be|will be) (asking for|begging for|inviting|looking for) (trouble|it|a lawsuit|theft|heartache)
    ({rival}|{agency}|they) ~4 (lost|lose|losing) (their|its|his|her) (license|licence|contract|accreditation|insurance|certification) ~3
    ({rival}|{agency}|they|those people) ~2 (bill|billed|bills|charge|charged|charges) ~2 (for)? ~2 (hours|visits|time|shifts) (nobody|no one|never|they|that) ~4
    ({rival}|{agency}|their|those) ~2 (turnover|turn over) (is|rate|so|was) ~8
    ({rival}|{agency}|they|those (people|places)|it) (are|is) ~1 (a|just a|nothing but a|like a)? (mill|factory|puppy mill|body shop|temp agency|assembly line|call center|sweatshop|money machine|meat market) ~6
    ({rival}|{agency}|they|one you ~3) ~3 (in|all over|made) the (papers|paper|news|headlines) ~6
    ({rival}|{hired_alone}|{agency}|they) ~5 (take|takes|took|taking) (you|her|him|them|people|families) ~1 (to the cleaners|for a ride|for all|for everything) ~4
    ({rival}|{hired_alone}|{agency}|they) ~2 promise (you|everybody|everyone|people|families)? ~1 (the moon|the world|the stars|the sky|anything|everything) ~8
    ({rival}|those people|{agency}) ~1 (could not|can not|can barely|can hardly) ~1 (run|organize|find|manage|schedule|spell|boil|change|handle|fill|cover|staff|even|tell) ~6
    (half of|most of|none of|not one of) (those|these|their) ~2 (could not|can not|do not|would not) ~1 (even|know|read|speak|drive|cook|lift|care|have|write|tell) ~5
    (everybody|everyone|people|families|clients|folks|half) ~3 (leaves|leave|left|quit|quits|fires|fired|drops) (them|there|{rival}|{agency}) ~8
    (she|he|that one|they|those ~1) (will|would) be (gone|off|out the door|away|long gone|down the road) ~2 with ~2 (silver|jewelry|purse|checkbook|ring|rings|tv|pills|money|car|savings|credit card|china) ~4
    (seen|know|knows|heard) ~2 what (their|{rival}|those) ~2 (aides|caregivers|people|girls|leave|left|do|did|get up to|are like) ~8
    (could|can|should) tell you ~2 (stories|a story|things|a thing or two|plenty) ~2 about ~6
    (sends|send|sent|sending) ~1 (you|her|him|people|families|out)? ~1 (a warm body|warm bodies|whoever is|whoever they|whoever happens|anybody they|anyone they|a stranger every|a different stranger|some kid|kids|children) ~5
    (cheap|cheaper|that cheap) for a reason ~6
    (would not|never) ~1 (send|wish|put|leave) ~1 (my|a) (worst enemy|enemy|dog|cat|own) ~4
    that (kind|sort|type) (always|never|only|will|is|are) ~5
    (nobody|no one) (ever|over there)? ~2 (picks up|answers|calls back|turns up|shows up|comes back) ~2 (over there|at that|there|ask anyone|ask anybody|you will see|believe me|trust me)
""")
_NOT_RUN_DOWN = phrases("""
    (not|never|no|nothing|would not|will not|do not|can not|am not|rather not|not here to) ~5 (say|saying|speak|badmouth|bad mouth|talk|run down|\
        running|criticize|comment|put down|knock|knocking|tear down|judge|compare|against|saying anything|bad word|call them)
    (not|never|no|are not|is not|hardly|nobody is|i do not think|do not think) ~3 {demeaning}
    (you|she|he|your ~1|mom|dad|somebody|your (mom|mother|dad|father|sister|brother|son|daughter|wife|husband)) (said|say|saying|mentioned|told|were|were telling|\
        felt|feel|feels|described|are telling|thought|think|had|have had|went|have been|got|got burned|were left|have seen|hired) ~12
    ^(so|and|but|oh|then|wow)? (did|do|does|are|is|was|were|have|has|had|what|how|why|who|when|where|which|would|could|can) ~14
    (sounds|sound|must have been|must be|that is|i am) (like (you|she|he|they|it|your|that|a lot)|as if|a lot|awful|terrible|so|sorry|hard|rough|frustrating|upsetting) ~10
    sorry ~10
    (good|fine|decent|great|reputable|wonderful|lovely|excellent|nice|kind|honest) ~1 (agency|agencies|people|company|reputation|provider|option|woman|lady|\
        helper|person|folks|caregivers|aides|work)
    (if|whether|in case|when|afraid|scared|worried|worry|worries|nervous|fear|hope|unless) ~10
    (we|i|our ~1) (were|was|have been|are|am|had|dropped|made|let|get|will|can|screwed|do) ~6
    (we|our|us) (do not|never|will not|are not|can not|would never) ~8
    (the|your|her|his|this|that) (house|kitchen|stairs|paperwork|schedule|week|day|traffic|weather|insurance|system|situation|disease|dementia|night|\
        nights|weekend|discharge|hospital|commute) (is|was|are|were|has|sounds) ~4
    (could|can) tell you (stories|plenty|things) ~2 about (my|our|the day|us|that dog|her|him|mom)
""")

FAMILIES: Final = (
    Family(ActKind.DISPARAGES, _DISPARAGES, _DISPARAGES_UNDONE),
    Family(ActKind.DISPARAGES, _RUNS_DOWN_A_RIVAL, _NOT_RUN_DOWN, ClauseForm.STATEMENT),
)
