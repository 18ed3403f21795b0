"""What the agency does and promises: services, services tied to a need, and how the price is fixed."""

from typing import Final

from sparring.speech_acts.acts import ActKind
from sparring.speech_acts.phrase_families import ClauseForm, Family
from sparring.speech_acts.phrases.notation import phrases

_PRICE_PROCESS = phrases("""
    (has|have|got) ~4 (taxes|insurance|payroll|workers comp|everything) ~3 in it
    (goes|comes|go|come) (down|up) ~3 (with|for|at) ~1 (more|fewer|longer) ~1 (hours|days|shifts)
    {money} ~3 (depends|depend|varies|vary|is based|are based|based on|is determined|will depend|would depend|is \
        set|is fixed|gets set|is calculated|comes down to|changes with)
    depends on (how|what|whether|which|the kind|the level|the number|when) ~3
    (quote|number|price|figure|estimate) (until|before|once|after) ~6
    (cover|covers|includes|include) ~8 (taxes|payroll|workers comp|liability|backup|supervision|insurance and)
    (billed|bill you|invoiced|invoice you) (every|weekly|monthly|biweekly|at the end|by the) ~2
    (depends|depend|depending|based) on ~3 (how many hours|the hours|hours|level of care|the care|the schedule|\
        schedule|what she needs|what he needs|needs|number of hours|time of day|care she|care he|amount of)
    (exact|final|firm|precise|actual|written|clear|specific|accurate|real|full) {money} ~8 (assessment|visit|after|\
        once|before|in writing|when|until|at the)
    (give|send|get|have|provide|put) (you)? ~3 (exact|final|firm|written|accurate|precise) ~3 ({money}|number|\
        figure|in writing|estimate)
    (after|at|once|during|following) (the|our|that|we|an|your|i) ~4 (assessment|visit|meet|met|seen|home visit) ~8 \
        ({money}|number|figure|estimate|in writing)
    ({money}|that|it|this|which) (includes|include|covers|is all inclusive|already includes|is inclusive) ~6 (tax|\
        taxes|insurance|payroll|workers|training|supervision|background|nurse|backup|back up|care plan|visits|\
        everything|scheduling)
    (all inclusive|no hidden (fee|fees|cost|costs|charges)|no (extra|surprise|additional) (fee|fees|charge|charges|\
        costs))
    (no|without a|without any) (deposits|contracts|long term contracts|setup fees|cancellation fees|cancellation fee)
    (no|without a) (deposit|long term contract|contract|contracts|minimum|sign up fee|setup fee|start up fee|\
        registration fee)
    {number} hour minimum
    (minimum|minimums) (of|is|per|shift|visit) ~4 (hour|hours|visit)
    (bill|billed|billing|invoice|invoiced) (weekly|every week|biweekly|monthly|by the hour|hourly|at the end|you|\
        every two|each week)
    (assessment|visit|consultation) is (free|no charge|no cost|complimentary|at no cost)
    (no charge|no cost|free of charge) (for|to you|assessment)
    you (only|just)? pay (only|just)? (for|by) (the hours|what|hours|the hour|the time)
    in writing before (you|we|anything|care)
    (work|figure|sort|go|talk) (out|through|over) the (price|cost|rate|numbers|pricing|exact cost|total) ~4
    (you|we|families|clients) (pay|bill|are billed|get billed|invoice|are invoiced|charge|settle up) ~3 (week|\
        weekly|month|monthly|end of|every|after|in arrears|only for|as you go|by the hour|front|advance) ~4
    (price|rate|cost|what you pay|the total|pricing|it|that|the number|the bill) (depends|will depend|varies|is \
        based|changes|goes|comes down) (on|with|by|to) ~4
    (price|rate|rates|prices) (does not|do not|will not|never) (change|go up|increase|move) ~4
    (nothing|no money|no payment|no fee|no fees|no deposit|no charge) (up front|upfront|in advance|to start|down|\
        before|until|for the visit|hidden) ~3
    (put|give|get|have|send|write|writes) ~3 (rate|price|cost|quote|number|it|that|everything|numbers|figure) \
        (down)? (in writing|on paper) ~3
    (taxes|insurance|payroll) and all ~2
    ^(all in|all included|everything included)$
    depends (how|what|which|when) ~6
    on (the)? (weekend|weekends|holidays|holiday|sundays|nights|overnights) (it|that|the rate)? ~1 (is|goes|runs|costs) ~4
    {count} hour (minimum|at the least|at least|minimums)
    no (hidden|extra|surprise|set up|sign up|enrollment) (fee|fees|charges|costs) ~3
    (exact|firm|final|real|actual|precise) (price|cost|rate|number|quote|figure|total) ~4
    (price|rate|quote) (in writing|on paper) ~3
    ^(it|that|this|which|the (rate|price|cost|fee)) (includes|include|covers|cover|takes in) ~6
    (that|which|it) (takes in|includes|covers) ~1 (the|all|everything|your|our) ~4
""")

_ALL_IN = phrases("""
    (that|it) is (for)? (everything|all of it|the whole thing|all in|all included|everything included|inclusive|all there is|the total) ~6
    everything is (inside|included|in it|in there|covered) ~3
""")
_A_RATE = phrases("""
    (dollars|bucks|hourly)
    (an|per|each|one) hour
""")
_PRICE_PROCESS_UNDONE = phrases("""
    what (is|does) ~3 depend
    (you|they) (said|mentioned|told me) ~8
    (hold|honor|keep) (this|that|the|your) (price|rate) ~2
""")

_NEED_LINK = phrases("""
    (because|since) (you (said|mentioned|told me|are worried|want|were worried)|she (is|has|was|can not|does not|\
        falls|fell|wakes|loves|gets|needs|likes)|he (is|has|was|can not|does not|falls|fell|wakes|loves|gets|needs|\
        likes)|your (mom|mother|dad|father|husband|wife) ~4) ~14 (we|our|i would|a caregiver|someone|the caregiver)
    (we|our|a caregiver|someone|the caregiver) ~14 (because|since) (you (said|mentioned|told me)|she|he|your (mom|\
        mother|dad|father|husband|wife)) ~4
    (you|as you) (said|mentioned|told me|described) ~14 (so|and) (we|our|what we|a caregiver|i would|that is (where|\
        why|exactly|what)) ~3
    (given|based on|with) what you (said|told me|have told me|described|have described|mentioned|shared) ~4 (we|our|\
        i|a|someone|the)
    for (the|her|his|your|those|that|a) ~4 (you (mentioned|described|told me about|talked about|said)) ~4
    (exactly|precisely) (what|why|where|the kind of) ~5 (we|our|caregivers|come in|do|help)
    (to|who can|who would) (make sure|keep|watch) (she|he|her|him|your (mom|mother|dad|father|husband|wife)) ~6 (at \
        night|does not|safe|the shower|the stairs|wander|fall|medications|pills)
    when (you|she|he) ~5 (that is when|we would|we could|our caregiver|the caregiver|a caregiver|someone) ~3
    for (someone|a person|a patient|people|families|cases|patients|a discharge|discharges) (like|such as) (her|him|\
        that|your|those|the) ~3 (we|our) ~2
    for (your|those|the) (friday|weekend|late|hard|hardest|short notice|evening|four hour|short|difficult|complex|\
        dementia) ~3 (discharge|discharges|cases|patients|shifts|starts) ~3 (we|our)
    (we|our) ~8 for (your|those|the) (friday|weekend|late|hard|hardest|short notice|evening|four hour|short|\
        difficult|complex|dementia) ~3 (discharge|discharges|cases|patients|shifts|starts)
""")

_PURPOSE = phrases("""
    (so that|that way|which means|so) (you|she|he|your (mom|mother|dad|father|husband|wife)) (can|could|will|would|\
        is|are|gets|get|has|have|does not|do not|never|will not|would not|is not|are not) ~3 (sleep|rest|be alone|\
        alone|worry|fall|stay|feel|have to|be safe|home|miss|go back|work|breathe|by (herself|himself)|racing|\
        rushing|stuck|climb|climbing|lifting)
    so (nobody|no one) (has to|is|needs to) ~4
""")

_OFFERS = phrases("""
    (we|our|someone|somebody|a caregiver|an aide|the caregiver|the aide|they|a nurse|i) (can|could|will|would|also|\
        always|have|would have|provide|send|start|stay|do|cover|help|take|come|make|caregiver|caregivers|aides|aide|\
        nurse|team)
""")

_CAPABILITY = phrases("""
    {we} (can|could|will|would)? do (the|a|all the|your|her|his) (tub|bath|baths|lifting|stairs|socks|shopping|cooking|laundry|nights|\
        mornings|evenings|weekends|meals|pills|driving|cleaning|dishes|house) ~4
    (somebody|someone|an aide|a caregiver|our aide) (comes|would come|will come|could come|sits|would sit|does|takes|helps) ~4 \
        (mornings|morning|evenings|evening|nights|night|afternoons|hours|house|bath|meals|stairs|shopping|dressed) ~4
    with us (you|they|families) (get|have|reach|talk to) ~6
    {we} (can|could|do|will|would|also|can also|are able to|would be able to|typically|usually|often|always)? \
        (also)? (provide|offer|help|assist|handle|take care of|specialize in|do|does|cover|arrange|send|support|\
        cook|bathe|drive|stay|sit|prepare|work with|care for|look after|remind|accommodate|take|accept|start|staff|\
        serve|visit|visits|handles) ~6 ({area}|care|caregiver|caregivers|services|overnights|hourly|live in|nights|\
        families|clients|aides|aide|someone|somebody|in home|respite|hospice|dementia|companions|shift|shifts|\
        starts|hours|cases|discharges|intake|bedside|weekends|evenings)
    (our|the|these|those|a|your) (caregiver|caregivers|aide|aides|helper|companion|nurses|team|people|staff) (can|\
        will|would|could|are able to|is able to|help|helps|do|does|come|comes|assist|assists|provide|provides|stay|\
        stays|cook|take|takes) ~6
    (they|she|he|someone|a caregiver|an aide) (can|will|would|could) (help|assist|cook|drive|prepare|stay|sit|do|\
        remind|take|make|come) ~4 {area}
    (we|our) (specialize|specialise|focus|concentrate) (in|on)
    (we are|it is|that is) (a|an) (full service|licensed|home care|non medical|in home|senior care|local|family \
        owned) ~3 (agency|company|provider|care)
    (our|the) (services|service|care|program|programs) (include|includes|range|ranges|cover|covers|are|is)
    help with (things like|everything from|bathing|dressing|meals|all|personal|light|transportation|errands|\
        medication|daily|activities)
    we (serve|cover) (all|the|your|that|families|clients|most|this)
    ({we}|they|(our|the|a|your) ({caregiver})) (can|could|will|would|also|even|do)? (also)? (drive|drives|bathe|\
        bathes|cook|cooks|clean|cleans|shop|shops|lift|transfer|feed|dress|remind|reminds|accompany|tidy|prepare|\
        prepares|sit with|stay with|wait with|run errands|keep (her|him|them) company|do (the|her|his) ~1 (shopping|\
        laundry|dishes|errands|cleaning|cooking|housekeeping)|keep the (house|kitchen|home)|pick up (her|his|the|\
        their)|take (her|him|them)|get (her|him|them) (up|dressed|out|ready|to)) ~4
    {we} have ~3 (aides|caregivers|nurses|programs|program|companions|staff|people) (who|for|that|trained|in|on|\
        available) ~4
    {we} (can|do) (do|offer|start with|handle) (as little as|anything from|short|{number} hour|short notice|hourly|\
        overnight|live in|weekend|weekends|nights|24 hour)
    we (match|pair) ~4 (caregiver|caregivers|aide|personality|personalities|client|her|him|them|you)
    (same|one|consistent) caregiver (every|each|all|most|throughout|for)
    we (do|can do) (that|it|all of that|exactly that)
    (yes)? we (can|could) (absolutely|certainly|definitely|do|help with) (that|help|do)
    (care plan|plan of care) ~4 (for (her|him|your|you)|with you|around|tailored|built|based|customized|write|create)
    (create|write|build|make|put together|design|develop|do) (a|the|her|his|your) (care plan|plan of care|custom \
        plan|personalized plan|plan)
    (send|sends|have|place|put|keep|keeps) ~2 (aides|aide|caregivers|caregiver|companions|helpers|someone|somebody) ~2 (into|\
    in|to|at|on call|with|awake|overnight) ~4
    one of our (aides|companions|caregivers|helpers|people|team) ~1 (sits|stays|comes|arrives|goes|starts|is|works|drives|\
    walks|sleeps|arrive|sit|stay|come) ~6
    {we} (do|have|run|keep) (overnights|mornings|evenings|a morning crew|a night crew|an evening crew|weekends|a free) ~6
    {we} (do|can do) ~1 (laundry|cooking|cleaning|errands|meals|everything|it all) ~6
    ({we} have|{we} have got) (wonderful|lovely|great|good|nice) (girls|ladies|people|women|folks|caregivers|aides) ~4
    (our|a|one of our) (helper|companion|aide|caregiver) would (get|help|take|sit|drive|come|be|arrive) ~6
    (we|i|our (aides|caregivers|people|team|agency|staff)|they) (also|can|could|will|would)? (also)? (do|does|offer|\
        offers|provide|provides|handle|handles|cover|covers|help with|helps with|take care of|look after|looks \
        after|care for|cares for|work with|works with|support|supports|serve|serves|specialize in|assist with|cook|\
        cooks|clean|cleans|drive|drives|sit with|sits with|walk|walks|prepare|prepares|bathe|bathes) ~2 (meals|meal|\
        laundry|rides|cooking|cleaning|bathing|dressing|showers|shower|overnight|overnights|overnight care|respite|\
        companionship|housekeeping|errands|shopping|groceries|appointments|dementia|parkinson's|alzheimer's|stroke|\
        hospice|personal care|live in|twenty four hour|around the clock|hourly care|transportation|walks|cards|\
        company|getting dressed|the shower|the bath|toileting|mobility|transfers|light|people with|patients with|\
        clients with|veterans|seniors|couples|short shifts|weekends) ~3
    (our|the|a|your|one of our) ({caregiver}) ~1 (goes|walks|makes|brings|sits|stays|watches|keeps|rides|meets|fixes|cooks|drives|\
        reminds|helps|washes|dresses|gets) (with|to|him|her|them|the|a|in|at|by|lunch|breakfast|dinner|until|for|you) ~6
    (one person|somebody|someone|one of us|two people|two of us|the same ~1|a person) (meets|stays|goes|comes|gets|sits|brings|walks|helps|\
        takes|drives|waits|cooks|checks|rides) (him|her|them|with|at|in|by|to|until|the|on|along|over|food|up|for) ~6
    (our|the|a|an|your|one of our) ({caregiver}) (is|are) (reminding|helping|staying|coming|going|sitting|cooking|washing|bathing|driving|walking|\
        watching|making|taking|preparing|cleaning|giving) ~6
    (with us|here) (every|each|there is|there are|all|any) ~8
    (what|why) (we|i) ~1 (built|made|started|set up|created|run|keep|have) ~6 for
    {we} (can|could|will|would|are going to)? ~1 (have|put|send|place|get) (a|an|one of our|the same|somebody|someone) ~1 ({helper})? ~1 (there|here|\
        with|every|each|beside|by) ~8
    (our|the|a) ~2 (crew|team|staff|people|line|office) (start|starts|take|takes|cover|covers|answer|answers|pick|picks|handle|handles) ~6
    {we} (staff|start|cover|answer|run|work|pick up) ~1 (fridays|friday|weekends|nights|saturdays|sundays|evenings|short shifts|same day) ~6
    (take|takes|lift|lifts) ~4 off (your|her|his|their) (hands|plate|shoulders|back) ~2
    (our people|our aides|our caregivers|caregivers) (sit|play|take|keep|walk|read) (with)? (her|him|them|people|\
        your|seniors|clients) ~4
""")

_CAPABILITY_UNDONE = phrases("""
    (help|assist|helping|support) (you)? (out)? (with)? (that|this|you|it)$
    (we|this) (are|is|am) (strictly|only|purely|just)? (a|an)? non medical ~2
    (does|do|did|will|would) not (pay|cover) ~10
    (stay|stays|stayed|been) with us
    take (good|very good|great) care of (your team|you|the people|people)
    (we|our caregivers|they|i|caregivers|aides|she|he|caregiver|aide|helper|someone|somebody|nurse) (do not|can not|\
        are not|will not|could not|would not|is not) ~2 (provide|offer|do|help|able|allowed|give|handle|cover|have|\
        take)
    (other|the other|those|that|their) (agencies|agency|company|companies)
    (call|email|text|reach|contact) ~2 (you|back)
    if (they|someone) ~3
""")

_SERVICE_PROMISE = phrases("""
    (answered|returned|replied to|dealt with) ~1 (on|by|within|in) ~1 (same|hour|day|next) ~2
    (reach|reaches|come to|comes to|get) (me|us) (personally|direct|directly) ~4
    (know|knows|hear|hears|answer|reply|word|yes or no|a yes|a no) ~3 (inside of|inside|within|in under|in less than|in half) ~1 \
        ({number}|the) ~2 (hour|hours|minutes|minute|day)
    (tell|call|text|ring) (you|them|her|him) ~3 (inside|within|in) ~1 ({number}|the) ~1 (hour|hours|minutes|minute)
    (answer|answers|call|calls|reply|text|back) ~6 (hour|minutes|hours) (tops|at most|at the most|flat|or less) ~3
    (me or my ({family})|one of us|my ({family})) ~1 (answers|picks up) ~4
    (she|he|they|coordinator|who) ~1 (replies|answers|responds|calls back|rings back) ~1 (the same|that same|within|inside) ~4
    (saturdays|sundays|saturday|sunday) (as well|too|included|also)
    (call|calls|phone|text|reach) (me|us)? ~1 (day or night|night or day|any hour|morning or night) ~4
    (weekends|nights|sundays|holidays|evenings) (included|too|as well|and all) ~3
    you (would|will|can) have (a|an|somebody|someone|the) ~2 (sitter|aide|caregiver|person|answer) ~2 (inside|within|in|by) ~4
    (real|live|actual) (person|human|voice) ~6
    (someone|somebody|a (real|live)? person|a human|i|we|a nurse|the office|our office|a care manager|a supervisor|\
        staff) (will|always|answer|answers|is|are|picks|pick) ~4 (answer|answers|pick up|picks up|on call|available|\
        reachable|the phone) ~5
    (answer|answers|pick up|picks up|respond|responds|return|returns|call|calls|get back) ~6 (within|in under|in \
        less than|under) (the|{number}) ~2 (minute|minutes|hour|hours|day)
    (we|i|our|you|start|started|starts|care|someone|somebody|caregiver|in place|there|staffed|visit|nurse) ~6 \
        (within|in under|in less than|under|as little as|as soon as|as early as|inside) (the same|the next|{number}|\
        twenty four|forty eight|seventy two) ~1 (hour|hours|day|days|minutes|business day)
    (we|i|our|someone|start|starts) ~6 (same day|the next day|next day|on the weekend|on weekends|on short notice|\
        seven days a week|24/7|24 hours|twenty four hours a day|around the clock|twenty four seven|nights and \
        weekends|evenings and weekends|weekends and holidays|after hours|on a friday|friday (afternoon|night|\
        evening))
    (24/7|twenty four seven|seven days a week|around the clock|any hour|day or night|nights weekends) ~3 (on call|\
        line|answer|available|coverage|support|reach|care|staff|live|call us)
    you (will|would|can)? (always|get|have|reach|call) ~3 (me directly|my cell|my direct|one (contact|person|point \
        of contact)|a direct line|single point of contact|the same person|one number|a live person|a real person|my \
        personal)
    (my|your) (own|personal|direct)? (cell|cell phone|direct line|direct number|mobile|personal cell|personal number)
    my own (number|phone|line|name)
    i (pick up|answer) ~5
    i am (answering|picking up) ~5
    same day (start|starts|answer|callback|call back|service) ~2
    (in|within|inside) {number} (hour|hours|minutes|minute) you (have|get|know|hear|will) ~6
    (send|have|get|put) (somebody|someone|a person|one of us|an aide|a caregiver) ~2 ~1 (the|that) same (day|afternoon|evening|night|morning) ~3
    i (will|would) (personally|myself) ~4
    (one|a single|a dedicated|your own|a named|single) (named)? (point of contact|contact|care manager|care \
        coordinator|coordinator|contact person)
    (i|we) (promise|guarantee|commit) (to|that i will|i will|we will) (call|answer|return|respond|get back|be there|\
        show up|keep you|tell you|let you know|pick up|phone|email|text)
    (let you know|notify you|call you|tell you|text you|update you|report back|send you an update|keep you (posted|\
        updated|in the loop|informed)) ~5 (every|within|same day|the same day|each|after each|after the first|right \
        away|immediately|before|if anything|when|as soon as)
    (nurse|nurses|supervisor|manager|coordinator|one of (us|our nurses|our team)|scheduler|person|owner) ~3 (picks \
        up|answers|calls you|calls back|call you back|is on call|will answer|will pick up|will text|will call|texts \
        you|calls (you)? within)
    (we|i) (will|can|could|would) (have|get) (someone|somebody|an aide|a caregiver|a nurse|an answer|help|a person|\
        care) ~6 (by|within|tonight|tomorrow|the same|in place|before|this afternoon|this evening|today) ~2
    (text|call|email|phone) you (each|every|the night before|the day before|when|after|as soon as|before|with the|\
        once|same) ~4
    on call (24|day|around|every|nights|after|all|at all)
    we (never|always) (miss|leave|cancel|show up|call ahead|turn|say) ~4
    (you|they|families|your team) (will|can|are able to|get to) (always|still)? (reach|get|call|text|talk to|speak \
        to|get hold of) (me|us|a person|a real person|a live person|someone|a human|somebody|a nurse|the owner|the \
        manager) ~3 (any|anytime|always|day|night|weekends|sundays|around|even|directly|twenty four|24|hour|hours|\
        holidays|hour and) ~3
    (call|text|reach) (us|me)? ~1 (at any|any|at all) (hour|hours|time|time of (the)? (day|night)) ~5
    (one of us|a person|a human|somebody|someone|i|we|a nurse|our office) (always|will|will always)? (pick up|picks \
        up|answer|answers) ~4
    (we|i) (answer|respond|reply|call back|get back|return (your)? calls|return every call|confirm|give you an \
        answer|let you know) (to you|you)? ~3 (within|in under|in less than|inside|the same day|by the end) ~4
    (call|dial|text|have) (one|a single|the same) (number|person|contact) ~4
    (you|she|he|they) always (reach|get|have|deal with|talk to|hear) ~4
    (we|i) (can|could|will|would|are able to) (have|get|send|put) (an aide|a caregiver|somebody|someone|a person|\
        help|care|people) ~4 (by|tonight|tomorrow|within|this (week|afternoon|evening|morning)|the same day|the \
        next day) ~2
    (i will|we will) (get back|call back|respond|reply|answer|have an answer|let you know|confirm) ~4 (within|by|in \
        (an|two|one|fifteen|thirty|a few|#)|the same|before|today) ~3
""")

_SERVICE_PROMISE_UNDONE = phrases("""
    (should|would|could) have (called|answered|picked|told|sent|been) ~2
    (can not|could not|will not|do not|are not|not able to) ~2 (promise|guarantee|commit|start|answer|always|offer|\
        be there|do)
    (what|how|when|who|which|where) (is|are|do|does|can|would|will|did) ~8
    (what is|may i have|can i (get|have)|is this|is that|give me|have|is it) ~2 (your) (cell|cell phone|mobile|\
        direct line)
    (they|the other) ~3 (answer|promised|said)
    (you|they) (said|mentioned|told me) ~8
    (new|your) (client|start date)
""")

FAMILIES: Final = (
    Family(ActKind.PRICE_PROCESS, _PRICE_PROCESS, _PRICE_PROCESS_UNDONE, ClauseForm.STATEMENT),
    Family(ActKind.PRICE_PROCESS, _ALL_IN, _PRICE_PROCESS_UNDONE, ClauseForm.STATEMENT, along_with=_A_RATE),
    Family(ActKind.VALUE_LINK, _NEED_LINK, _CAPABILITY_UNDONE, ClauseForm.STATEMENT),
    Family(ActKind.VALUE_LINK, _PURPOSE, _CAPABILITY_UNDONE, ClauseForm.STATEMENT, along_with=_OFFERS),
    Family(ActKind.CAPABILITY, _CAPABILITY, _CAPABILITY_UNDONE, ClauseForm.STATEMENT),
    Family(ActKind.SERVICE_PROMISE, _SERVICE_PROMISE, _SERVICE_PROMISE_UNDONE, ClauseForm.STATEMENT),
)
