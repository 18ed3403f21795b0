"""What no referral may rest on: something of value given for it, or families steered away from choosing freely."""

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

_STEERS = phrases("""
    (skip|hide|drop|lose|toss|ditch|put away|leave out|forget|pull) (the|those|all the|all)? ~1 (others|other ones|other names|\
        other agencies|other folders|other brochures|other cards|rest of (them|the list)|list|competition)
    (keep|put|leave|stick) ~3 (others|other ~1|rest|list|lists|binder) ~2 (in|under|behind) (the|your|a) (drawer|desk|counter|bin|\
        back|shelf)
    (only|just|sole) (one|ones|name|card|brochure|folder|agency) (that)? (they|she|he|families|people|patients) (see|sees|need|\
        needs|hear|hears|get|gets|find|finds)
    (no|not any|not much) (point|need|use|sense) ~1 (talking to|calling|seeing|asking|looking at|trying|interviewing|meeting) \
        (with)? (another|others|any|anybody|anyone|other|somebody|someone) ~2
    (do not|never|without) (let|letting) ~2 (shop|shopping|look|call) around ~3
    (do not|does not|no need to|never|without) (need to|have to|needing to|bother to|even)? (shop|shopping|look) around ~3
    (tell|say to) (them|families|her|him|people|the (family|daughter|son|patient|families|patients)) (that)? it is us ~2
    (leave|take|keep) (the)? (other names|others|other ones|rest|other agencies) off ~3
    (tell|telling) ~2 you only (work with|use|recommend|trust|know|have) us ~2
    do not need to call (anybody|anyone|any other ~1) else ~6
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
    if (you|they) ~1 (put|place|list) us ~4
    (do not|not|never) want (to be|you to|anybody|anyone) ~6
    (not|never|would not|do not want|am not|can not|will not|wouldn't dream|are not) ~3 (asking|ask|trying|steer|\
        steering|want you to|here to|expect|suggesting|suggest|tell|telling|push|looking)
    (their|the family's|the patient's|families have a|patient) choice
    (families|patients|they) (choose|always choose|should choose|have the right|have a choice|get to choose|decide|\
        still choose)
    (alongside|one of|one option|one more|along with|next to|another name|add us|be on|on the) ~5
    (do|does|did|who|how|what|where|when) (you|they|your|families|gives) ~8
""")

FAMILIES: Final = (
    Family(ActKind.OFFERS_VALUE_FOR_REFERRALS, _OFFERS_VALUE, _OFFERS_VALUE_UNDONE),
    Family(ActKind.OFFERS_VALUE_FOR_REFERRALS, _VALUABLES, _OFFERS_VALUE_UNDONE, along_with=_FOR_SENDING),
    Family(ActKind.OFFERS_VALUE_FOR_REFERRALS, _FOR_ALL_OF_THEM, _OFFERS_VALUE_UNDONE, ClauseForm.STATEMENT),
    Family(ActKind.OFFERS_VALUE_FOR_REFERRALS, _GIFTS, _OFFERS_VALUE_UNDONE, along_with=_FOR_PEOPLE),
    Family(ActKind.STEERS_CHOICE, _STEERS, _STEERS_UNDONE),
)
