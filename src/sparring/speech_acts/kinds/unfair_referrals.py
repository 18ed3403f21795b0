"""Something of value given for people sent: what no referral may rest on."""

from typing import Final

from sparring.speech_acts.acts import ActKind
from sparring.speech_acts.phrase_families import ClauseForm, Family
from sparring.speech_acts.phrases.notation import phrases

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
    (put|pay|give|send|slip|hand) ~2 (#|{count}|{number}) (dollars|bucks) ~6
    (take care of|pay for|sponsor|cater|host) your ~2 (party|lunch|retreat|dinner|picnic)
    tickets to the ~2
    (buy|bring|send|drop off) ~1 (lunch|dinner|breakfast|bagels|donuts|cookies|cake|pizza|flowers|a basket|wine) ~1 \
        (for|to)? ~3
""")

_GIFTS = phrases("""
    (pizza|pizzas|donuts|bagels|cookies|lunch|lunches|dinner|dinners|breakfast|gift|gifts|tickets|basket|baskets|\
        flowers|wine|bonus|cash|envelope|spa|golf|party|raffle|prize|trip)
    (sponsor|treat|reward|thank|pay|cater) (you|your|the) ~3
    (#|{count}|{number}|hundred|fifty|twenty) (dollars|bucks)
""")
_FOR_PEOPLE = phrases("""
    you (send|sent|steer|give|get) (me|us|over|people|patients|somebody|someone|my|our) ~2
    (each|every|per|for|for the|whenever|any|more) ~2 (admit|admits|admission|admissions|discharge|discharges|referral|referrals|sign up|\
        start|intake)
    (your|the|those|more) (referrals|discharges|fridays|admits|admissions)
    (my|our) name (first|on top|at the top|only)
    (say|give|mention) (my|our) (name|card) ~2 (first|only)
    (send|sends|sending|steer|steering) ~2 (my|our|this) way
""")
_FOR_ALL_OF_THEM = phrases("""
    (bring|buy|send|drop off|get) ~2 (donuts|bagels|lunch|breakfast|pizza|pizzas|cookies|coffee|dinner) ~2 (for|to)? ~1 (your|the) \
        (whole|entire) (staff|team|floor|crew|unit|office) ~4
    (bring|buy|send|drop off|get) ~2 (donuts|bagels|lunch|breakfast|pizza|pizzas|cookies|coffee|dinner) ~6 (every|each) ({day}|week|\
        month) ~2
""")
_FOR_SENDING = phrases("""
    (drop|give|slip|get|send|find|bring) (me|us) (a|one|your|some|the|two|three|five) ~1 (name|names|referral|referrals|patient|\
        patients|resident|residents|case|cases|client|clients|family|families)
    (for|per) (each|every) (one|person|family) (that|who|you) (signs|starts|comes|stays|send|give) ~3
    you (help|scratch) (me|us|my back) ~1
    put us (up top|on top|first|at the top)
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

_PEOPLE_SENT = phrases("""
    {sends} ~1 (me|us) ~4 {people_sent}
    {sends} ~3 {people_sent} ~2 (our way|my way|this way|to us|to me|over to us|over to me|over here|in our direction)
    {sends} ~3 (our way|my way|in our direction|to our door|over to us|over to me)
    you (send|refer|steer|toss|throw|funnel|route|feed) (me|us|over) ~2
    (each|every|per|for each|for every|for any|any) ~2 {people_sent} ~2 (you|we|i|that|who|from|signs|starts|comes)
    (each|every|any|per) ~1 (referral|admission|admit|intake|sign up|handoff|lead)
    (for|per|on) (the|those|your|these|all the|a|more)? (referral|referrals|admits|admissions|leads)
    (come|comes|came|coming|signs on|signs up|starts) ~1 (from|through|off) (you|your (floor|unit|office|desk|building|place|\
        shop|list|side|people|team|hospital))
    with your name on (it|them)
    {sends} ~1 (me|us) (one|two|three|four|five|ten|a few|some|yours|anybody|anyone|a couple|a pair|#)
    you {sends} ~2 (to me|to us|my way|our way)
    kept (us|me) ~1 (first|on top|in mind|up top|busy)
    you (refer|send) (one|two|a|any|us|somebody|someone|me) ~3
    (neighbor|neighbors|friend|friends|sister in law|cousin|parishioner|parishioners|member|members|coworker|patients|families|buddy|\
        somebody you know|anyone you know) ~3 (sign|signs|sign up|signs up|comes on|call us|calls us|hire us|hires us|joins|starts|land with us|use us)
    keep (them|those|it|the names|families|people) coming
    (keep|keeps|kept) us ~1 (busy|busiest|hopping)
    (call|calls|phone|phones|ring|rings|text|texts) (me|us) first
    (think|thinking|thinks) of us (first|before|when|every)
    (land|lands|landing|end up|wind up|come|find their way) with us
    (starts|start) of care
    (number|#|two|three|five|ten|a dozen) (clients|patients|referrals|families|cases|admits|discharges|names|starts|leads) and ~4
    (put|keep|move|have) (us|me|our name|harbor) ~1 (first|on top|at the top|up top|number one|in mind|busy|in the rotation|\
        on speed dial|front and center)
    (make|use|pick) us (your|the) (go to|first call|first choice|only|main) ~2
    (say|mention|drop|push|pass along|hand out) (my|our) (name|card|cards) ~3 (first|only|every|families|to them|around)
    (you|your (floor|unit|office|team|staff|building)) (hits|hit|gets to|get to|reaches|reach|sends|gets us) ~1 ({count}|five|three|#) ~3
    (throw|toss|steer|shoot|kick) ~1 (some|any|a few|a little|more)? (business|work|families|folks|people|patients) ~2
    (work|business|families|folks|people|patients|referrals|cases|names) ~1 (coming|flowing|rolling) ~2
    (our|your|my|a fair|fair) share ~3 {people_sent}
    (get|gets|getting|got|bring) (me|us) in (with|to see|front of|at) ~5
    (who|that|you|they) (think|thinks|thought) of us ~1
    (keep|keeps|kept|have|had) (our|my|harbor's) (name|card|number|folder|brochure) ~4 (mind|desk|top|wall|pile|handy|front|first|fridge|board)
    (keep|keeps|kept) (the|those|your|these)? ~1 {people_sent} (coming|flowing|rolling|steady)
    (our|the|your|my|her|his) (first|next) ({count})? {people_sent}
    (make|makes|made|making) (the|an|that|an) (introduction|introductions|connection|handoff|intro)
    remember (my|our) (card|name|number|face)
    (case managers|social workers|planners|nurses|folks|people|doctors|offices|directors|coordinators) ~2 (we|i) (work|deal|partner) with
    {sends} (the)? ~1 most ~3 (our way|our|this|business|of your|clients|patients|families|cases|to us|month|quarter|year)
    (referrals|admits|numbers|cases|discharges|names|leads) (stay|stays|are|keep|hold|go|pick|get) ~1 (steady|up|coming|flowing|good|strong)
    (lead|referral|intro|name|call|inquiry) (that|who|which) ~1 (turns|becomes|converts|signs|starts|pans|works|closes)
    (bring|brings|send|find|get|drum up|scare up|line up) (us|me) ~2 (a few|some|two|three|five|ten|a couple|one|business) ~3
    (church|parish|group|club|practice|firm|unit|floor|office|building) ~3 {sends} ~2 (its|their|all|us|me|people|members|shut ins) ~3 (us|way|me)?
    (fifth|tenth|third|hundredth|second|every other) {people_sent} ~4
    ({people_sent}) (that|who|which) (signs|starts|converts|comes on|comes over|stays|comes from|comes through)
    (top|best|biggest|busiest|favorite) (referrer|referral source|referring ~1|sender|source|partner) ~3
""")
_SOMETHING_OF_VALUE = phrases("""
    {gift} ~2 (for|in it for) (you|your|the (staff|team|nurses|girls|desk|unit|floor|office|whole|social workers|planners))
    (i|we) (will|would|can|could|always|do|am happy to|are happy to|might|usually|like to|love to|want to|owe) ~3 (bring|buy|send|\
        get|give|drop off|drop|slip|cut|hand|spring for|cover|throw in|kick in|chip in|pay|treat|mail|owe|put|stand|pick up|comp|\
        enter|donate|sponsor|write|cater|take|knock|shave) ~6 {gift}
    (bring|bringing|buy|buying|slip|drop off|spring for|cater|sponsor|donate|raffle|raffling) ~4 {gift}
    (there is|there would be|that is|it is|worth|comes with|earns|earn|gets|get|wins|win|means) ~4 {gift}
    {gift} (is|are|would be) (on|from) (me|us)
    (#|{count}|hundred|hundred and fifty|thousand) (dollars|bucks|percent)
    {gift} (every|each|per|a|apiece)
    (we|i) (have got|have|got|run|do|offer) (a|some|this|these)? ~3 (program|rewards|reward|raffle|drawing|incentive|bonus|points|\
        gift|perk|perks|commission|prize|prizes)
    (make|made) it worth (your|their|her|his|the)
    (take|taking) (real|very|such)? (good|great|nice|excellent|special|proper)? (care of|care) (you|your (staff|team|nurses|people|office|\
        girls|crew)|the (staff|girls|team|nurses))
    (look|looks|looking) after (you|your (staff|team|people)|our friends|the people who|the ones who)
    (return|returning|repay|paying back) (the|that|a|your|any)? favor
    (owe|owing) you (one|big|a|lunch|dinner|something)
    (thank|thanking|reward|spoil|treat) (you|them|your (team|staff|people|girls|nurses)|everybody) (with|properly|right|in a big way|nicely|\
        real nice|really well|very nicely|to)
    (sweeten|sweetener) (the)? ~2
    (grease|scratch) ~2 (wheels|palm|palms|back)
    (you|your (team|staff|unit|floor|office|nurses|building)) (get|gets|will get|would get|earn|earns|win|wins) ~5 {gift}
    (send|throw|toss|steer|refer|kick) (you|your way|it|them|some|ours|a few|people|families|one|clients|business) ~4 (back|in return|your way|\
        right back|to you)
    (not|never) forget (you|your|who) ~4 (christmas|holidays|year|thanksgiving|birthday)
    (bottle|case|box|tray|basket) of ~2
    (your|their) ~1 (party|luncheon|picnic|fundraiser|retreat|nurses week|potluck) ~4 (us|me|covered|paid|taken care of)
    (cover|sponsor|sponsored|sponsors|cater|host|pay for|throw|fund|help with|underwrite|donate to|chip in for) ~3 (your|their|the) ~3 (party|luncheon|\
        picnic|fundraiser|retreat|potluck|walk|budget|fund|gala|event|church|roof|team|league|scholarship)
    (gift card|spa day|tickets|finder's fee|bonus|commission|raffle|percent off|kickback|bottle of wine|gift certificate|a check|cash|day of care|free day|\
        free hours|free week|free month|free shift|dollars off|box seats|prize|reward|stipend|retainer|honorarium|medical director|consulting fee)
    a break on ~3 (rate|bill|price|hours|invoice)
    (points|rewards|bonus) (thing|system|program|card|deal)
    (basket|gift|check|bonus|envelope|card|lunch|party) ~1 (gets|grows) ~1 (bigger|nicer|better|fatter)
    (in|into) the (drawing|raffle|hat|running) ~3
    (send|throw|steer|refer) (our|you our) ~2 (your way|to you|back)
    (coffee machine|coffee fund|party fund|break room|nurses fund|sunshine fund)
    (off|hours off|knock ~3 off) your ~2 (bill|rate|invoice|balance|month|hours)
    (summer job|internship|talk to hr|put in a (good)? word|get (him|her|them|you) hired|hire your ~2|job for your ~1|letter of recommendation)
    (christmas|thanksgiving|holidays|birthday|summer) (is|are|will) ~2 (be)? ~1 (nice|good|merry|special|sweet) ~2
    (hundred|thousand|#) a (month|week|pop|head|name)
    (discount|percent off|free hours|free week|free care) ~4 (you|your|mother|mom|own)
    (put|send|fly) ~2 (up|out|away|down)? (for|at|to|in) ~4 (hotel|casino|resort|lodge|cabin|spa|beach|vegas|lake house|condo)
    (cover|covers|covering|spring for|pick up|picks up|paying for|pay for|get|grab) ~3 (sandwiches|the tab|tab|food|spread|bar|cake|coffee|pizza|bowling|tuition|gas|parking|uniforms|scrubs)
    (your|his|her|their) ~1 (kid|kids|son|daughter|nephew|niece|grandson|granddaughter|husband|wife|brother|sister) ~4 (job|internship|tuition|hired|work|position|camp|team|school)
    (you|your team|your staff|they|everybody|y'all) (like|prefer|drink|into|want) ~3 {gift}
    (take|took|taking|treat|fly) (you|you all|your|the) ~3 (team|staff|girls|crew|department|office|unit|guys|ladies|group|nurses)? ~1 (bowling|golfing|fishing|skiing|sailing|to the ~2|out to|out for|to lunch|to dinner|on a)
    do something (nice|special|extra|good)? ~1 for your ~3
    (see|sees|saw|find|finds|open|expect) ~3 {gift}
    (set|sets|setting) aside ~2 (percent|dollars|money|something|a little|a bit)
    {gift} (would|might|could|to) ~1 (help|jog|make|get|keep|convince|persuade) you ~3
    (they|it|those|that|it all) (are|is|will be|would be|could be) (all)? yours ~2
    (my|our|the) (boss|owner|company|office|franchise|manager) ~2 (lets|gives|allows|likes|sets|has) ~1 (me|us|to|aside|you) ~4 (spend|spoil|treat|thank|give|budget|little|{gift})
    (lunch|dinner|breakfast|drinks|coffee|it) ~2 (is|are|will be) ~1 on (us|me|bright|harbor|the house|our) ~3
    (give|gives|giving|hand|kick|pay|pays) back ~3 (dollars|percent|bucks|#|a portion|some|a cut|a piece|something)
    (a|your) (piece|slice|cut|taste|share|percentage) of ~4
    (hire|put|bring) you ~1 (on|as|in) ~3 (consultant|advisor|payroll|board|retainer|speaker)
    (there is|you would get|you get|they get|she gets|he gets|gets) ~2 (a little something|a surprise|a thank you|a present|goodies|a treat)
    (waive|waives|waived|comp|comped|knock off|forgive) ~4 (fee|bill|deposit|hours|invoice|week|charge|for you|your)
    (present|presents|a surprise|fund|pot|kitty|jackpot|stockings|envelopes)
""")
_PAID_QUIETLY = phrases("""
    (work out|arrange|set up|figure out|do|offer|talk about|pay|sort out|manage) ~4 (finder's fee|finders fee|referral fee|kickback|commission|spiff|\
        bounty)
    (there is|there would be|there could be) ~1 (a|an|some)? ~2 (hundred|fifty|twenty|thousand|#|{count}|money|cash|card|bonus|lunch|dinner|little|\
        something nice) ~3 in it for (you|your ~1|the ~1)
    you (do|look out|take care|help|scratch|watch) ~3 (me|us|mine|ours|my back) ~1 (and)? ~1 (i|we) (will)? ~1 (do|look out|take care|help|scratch|watch) ~2 (you|yours|your back) ~5
    one hand (washes|wash) ~4
    (hire|put|bring) you (on|as|in) ~3 (consultant|advisor|payroll|retainer) ~12
    quid pro quo ~4
    (happy|glad|willing|able|like|love|want) to (return|repay) the favor ~4
""")
_NO_VALUE_FOR_IT = phrases("""
    (can not|could not|not allowed|not able|would not|wouldn't|not permitted|never|illegal|against|prohibited|unethical|kickback|\
        kickbacks|no gifts|nothing|no strings|law|laws|rules|compliance|policy|regulations|do not) ~10 (give|giving|pay|paying|offer|\
        offering|accept|gift|gifts|gift cards|gift card|bonus|fee|fees|referral|referrals|anything|value|lunch|lunches|\
        donuts|cookies|money|cash|tickets|coffee|bring|bringing|buy|buying|trade|exchange|tie|tied|attached|reward|perks|send|dinner|swap)
    (do not|does not|not|never|no) ~3 (gift|gifts|bonus|bonuses|kickbacks|incentives|rewards|perks|commissions|raffles|tickets|money|cash|\
        favors|fees|fee)
    (no|any|without) (gift|gifts|kickback|kickbacks|money|cash|favors|lunches|perks|bonus|commission|donuts|strings|payment)
    (do|does|did|are|is|have|has|would|could) (other|they|your|any|the other|anybody|anyone|somebody) ~6 (pay|offer|give|bring|\
        accept|gift|gifts|bonus|fee|policy|allowed)
    (can|could|may|would|do|are|would you) (i|we|you) ~2 (accept|allowed|take|have rules)
    (some|other|another|certain|those|competing) ~1 (agency|agencies|companies|places|folks|outfits) ~10
    (you|they) (said|mentioned|asked|told|were asking) ~8
    (dollars|bucks|rate|price|cost|#) (an|per) (hour|day|visit|shift|week)
    (percent|#) of (our|your|families|clients|patients|referrals|cases|the ~1 (families|patients|clients|cases|referrals|time|people))
    (charge|charges|cost|costs|hourly|minimum|overtime|pays|caregivers|aides) ~6 (#|dollars|bucks)
    (what|how|who|why) (do|does|did|is|are|would|can|would) (you|they|your|it|he|she|families|a|the) ~8
    (not|never) (why|what|in exchange|a bribe|buying) ~4
    (lunch and learn|in service|ceu|ceus|continuing education)
    (brochure|brochures|folder|one page|pamphlet|flyer|card|cards|magnets|information|number) ~2 (and nothing|and that is|only)
    (do not|does not|can not|will not|never|not|nobody) ~2 (pay|pays|paying|give|gives|offer|trade|reward|tip|buy|take) ~8
    (aides|caregivers|employees|nurses of ours|our staff|our people) ~2 (get|gets|earn|are|who|that|receive) ~6
    (both|husband and wife|second person|spouse|couple|couples|long term|twelve hours|first visit) ~8
    (thank you|thanks) for (thinking|keeping|the|your|all|sending|calling) ~6
""")

FAMILIES: Final = (
    Family(ActKind.OFFERS_VALUE_FOR_REFERRALS, _PEOPLE_SENT, _NO_VALUE_FOR_IT, along_with=_SOMETHING_OF_VALUE),
    Family(ActKind.OFFERS_VALUE_FOR_REFERRALS, _PAID_QUIETLY, _NO_VALUE_FOR_IT, ClauseForm.STATEMENT),
    Family(ActKind.OFFERS_VALUE_FOR_REFERRALS, _OFFERS_VALUE, _OFFERS_VALUE_UNDONE),
    Family(ActKind.OFFERS_VALUE_FOR_REFERRALS, _VALUABLES, _OFFERS_VALUE_UNDONE, along_with=_FOR_SENDING),
    Family(ActKind.OFFERS_VALUE_FOR_REFERRALS, _FOR_ALL_OF_THEM, _OFFERS_VALUE_UNDONE, ClauseForm.STATEMENT),
    Family(ActKind.OFFERS_VALUE_FOR_REFERRALS, _GIFTS, _OFFERS_VALUE_UNDONE, along_with=_FOR_PEOPLE),
)
