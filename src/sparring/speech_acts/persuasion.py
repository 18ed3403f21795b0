"""Persuading: advice and pressure, price and how it is fixed, what the agency does, proves and promises."""

from typing import Final

from sparring.speech_acts.acts import ActKind
from sparring.speech_acts.families import Family, Form
from sparring.speech_acts.phrases import phrases

_ADVICE = phrases("""
    you (should|ought to|must|had better|need to|have to|have got to|got to) (not)? (go|get|have|take|call|talk|think|consider|look|try|make|start|stop|do|be|tell|ask|move|hire|put|keep|bring|let|see|use|check|sit|speak|find|plan|give|remember|know|understand|realize|listen|at least|also|first|definitely)
    you (might|may|will|could) want to (consider|think|look|try|talk|ask|check|start|have|get)
    (i|we|i would) (strongly|highly|would|always|usually|often)? (recommend|suggest|advise|encourage|urge) (you|that|a|an|the|starting|getting|having|talking|looking|trying|to|families|at|our|calling)
    my (advice|suggestion|recommendation) (is|would be|to you)
    if i were (you|in your)
    (the)? best (thing|option|way|approach|bet|choice) (to do|would be|is to|for (you|her|him|your) ~3)
    it (would|might|could) be (best|better|wise|good|smart|a good idea|worth|helpful) (if you|to|for you)
    (have you|you could|why not|why do not you|what if you) (thought about|considered|tried|consider|try|talk|ask) ~2
    you could (try|ask|start|consider|also|look|think|have|talk)
    make sure (you|to|she|he|that you)
    (i|we) think you (should|need|ought|would be|might|could)
    (do not|never) (forget|wait|let (her|him)|leave (her|him)|rush|worry about) ~3
    it is (time|important|better|best) (to|for you|that you)
    consider (having|getting|trying|starting|asking|moving|talking)
    ^(try|start) (to|by|with|with a|having|a few|asking|giving)
    families (should|need to) ~3
""")
_ADVICE_UNDONE = phrases("""
    (do|does|did) you ~2 (have to|need to|want to)
    you (do not|did not|never|will not) (have|need) to
    (what|when|whatever|anything|everything|all|if|that|where|how|questions) (else)? you (need|have|have got|would) to
    (should|would|could|might) you ~2 (have|need|want)
    you (need|have) to (worry|decide) (about nothing|nothing)
    not (going to|here to|in a position to) (tell|advise|recommend)
    (all|the only thing) you (need|have) to do is
    you have to (say|tell me|share)
    you need (help|care|someone|us|to know about)
""")

_PRESSURE = phrases("""
    (sign|signed|sign up|commit|decide|book|start|pay|decision|answer|deposit|yes) ~4 (right now|today only|before (we|you) hang up|on this call|this minute|immediately|tonight|by (tonight|tomorrow|end of day|the end of the day))
    (sign|sign up|commit|decide|decision|deposit|credit card) ~4 today
    (i|we) (need|must have|have to have|want) (an answer|a decision|your decision|a yes|your answer|your credit card|a commitment|you to (decide|sign|commit))
    (only|last|just) ~2 (one|two|#|a few|few|couple)? (slot|slots|spot|spots|opening|openings|place|places|caregiver|caregivers|space) (left|available|remaining|open)
    (slots|spots|openings|spaces|spot|slot|rate|price|offer|discount|deal|special) ~3 (fill up|filling up|filling fast|go fast|going fast|expires|expire|ends|end|gone|runs out|disappear|will not last|be gone|goes away|only good)
    (price|prices|rate|rates) (goes|go|is going|are going|will go|will be going|going) up (tomorrow|next|on|after|soon|if you wait)
    before it is too late
    (you|your family) (will|would|are going to|is going to|might|could) ~2 regret
    (what are you|why are you|why would you|no point in) waiting (for)?
    (do|would|can) you (want|live with|really want|forgive yourself|sleep) ~4 (to)? (fall|falls|falling|die|dies|hurt|happens|happened|suffer|on your conscience)
    how (would|will|are|do) you (feel|going to feel|live|think you will feel) ~2 (if|when|with) ~5 (fall|falls|dies|happens|happened|hurt|yourself)
    you (can not|could not) afford (to wait|not to|to lose|another)
    (time is|clock is|you are) (running out|ticking|out of time|running out of time)
    (today|tonight) only
    only (good|valid|available|offered) (today|until|through|if you)
    (good|real|loving|caring|responsible) (son|daughter|wife|husband|child) (would|does|would not|wouldn't|does not|puts)
    if you (really|truly)? (love|loved|cared|care about|cared about) (her|him|your|them)
    (if|when|every day) you (wait|hesitate|put this off|delay|keep waiting|do not (act|decide|start|sign|hire|do something|do this|get)) ~6 (fall|falls|die|dies|hospital|late|worse|regret|hurt|alone|fault|blame|lose|happen|again)
    (you|she|he) (do not|does not) have (a|any|much|the)? (choice|other choice|other options|the luxury|time to (think|wait|shop))
    (there is|you have) no time to (think|wait|lose|shop)
    (lock|locking) (in|it|this|that) ~3 (today|now|tonight|before)
    (stop|quit) (stalling|shopping|wasting|dragging|putting)
    (something|anything) (bad|terrible|awful) ~3 (happen|happens) ~4 (your fault|on you|conscience)
    (it|that) (will|would) be (your fault|on you|on your conscience|too late)
    you are (risking|gambling with|neglecting|abandoning|putting) ~4
    (she|he|your mom|your mother|your dad|your father) (will|could|is going to|might) (end up|die|be dead|lie there|fall again|be in a nursing home) ~6 (if you|because you|unless you)
    unless you (sign|act|decide|start|book|commit)
    act (now|fast|today|quickly)
    (just|go ahead and) (give me|sign|put) ~3 (credit card|card number|on the line|the papers|the contract)
    (need|get) (your|a) (signature|deposit|credit card|payment) ~4 (now|today|tonight|right away|this call)
    can not (hold|guarantee|keep) (this|that|the|your) (spot|slot|price|rate|offer|caregiver) ~5
    you must (decide|sign|choose|act|start)
""")
_PRESSURE_UNDONE = phrases("""
    (not|never) ~3 (pressure|push|rush|need|have to|must|asking|going to ask|expect|required|obligated|looking) ~6
    no (pressure|obligation|rush|hurry|need|commitment|deposit|contract|strings|charge|cost|one needs)
    take your time
    (do not|does not) (need|have|want|owe|require) ~6 (today|now|decide|sign|decision|answer|commitment|deposit|contract)
    nothing (to sign|you sign|needs to be signed|has to be)
    without (signing|committing|any|deciding|a commitment)
    (what|which|anything|where|who|how) ~6 (decide|decision|sign|start) today
    (you|they) (said|mentioned|told me) ~8
    (before|until) you (decide|sign|commit)
    (can|could) we (start|set up|book) ~4
    (was|were|had) ~2 (pushed|pressured)
    (available|free|here|open|start care) today
""")

_PRICE_PROCESS = phrases("""
    {money} ~3 (depends|depend|varies|vary|is based|are based|based on|is determined|will depend|would depend|is set|is fixed|gets set|is calculated|comes down to|changes with)
    (depends|depend|depending|based) on ~3 (how many hours|the hours|hours|level of care|the care|the schedule|schedule|what she needs|what he needs|needs|number of hours|time of day|care she|care he|amount of)
    (exact|final|firm|precise|actual|written|clear|specific|accurate|real|full) {money} ~8 (assessment|visit|after|once|before|in writing|when|until|at the)
    (give|send|get|have|provide|put) (you)? ~3 (exact|final|firm|written|accurate|precise) ~3 ({money}|number|figure|in writing|estimate)
    (after|at|once|during|following) (the|our|that|we|an|your|i) ~4 (assessment|visit|meet|met|seen|home visit) ~8 ({money}|number|figure|estimate|in writing)
    ({money}|that|it|this|which) (includes|include|covers|is all inclusive|already includes|is inclusive) ~6 (tax|taxes|insurance|payroll|workers|training|supervision|background|nurse|backup|back up|care plan|visits|everything|scheduling)
    (all inclusive|no hidden (fee|fees|cost|costs|charges)|no (extra|surprise|additional) (fee|fees|charge|charges|costs))
    (no|without a) (deposit|long term contract|contract|contracts|minimum|sign up fee|setup fee|start up fee|registration fee)
    {number} hour minimum
    (minimum|minimums) (of|is|per|shift|visit) ~4 (hour|hours|visit)
    (bill|billed|billing|invoice|invoiced) (weekly|every week|biweekly|monthly|by the hour|hourly|at the end|you|every two|each week)
    (assessment|visit|consultation) is (free|no charge|no cost|complimentary|at no cost)
    (no charge|no cost|free of charge) (for|to you|assessment)
    you (only|just)? pay (only|just)? (for|by) (the hours|what|hours|the hour|the time)
    in writing before (you|we|anything|care)
""")
_PRICE_PROCESS_UNDONE = phrases("""
    what (is|does) ~3 depend
    (you|they) (said|mentioned|told me) ~8
""")

_NEED_LINK = phrases("""
    (because|since) (you (said|mentioned|told me|are worried|want|were worried)|she (is|has|was|can not|does not|falls|fell|wakes|loves|gets|needs|likes)|he (is|has|was|can not|does not|falls|fell|wakes|loves|gets|needs|likes)|your (mom|mother|dad|father|husband|wife) ~4) ~14 (we|our|i would|a caregiver|someone|the caregiver)
    (we|our|a caregiver|someone|the caregiver) ~14 (because|since) (you (said|mentioned|told me)|she|he|your (mom|mother|dad|father|husband|wife)) ~4
    (you|as you) (said|mentioned|told me|described) ~14 (so|and) (we|our|what we|a caregiver|i would|that is (where|why|exactly|what)) ~3
    (given|based on|with) what you (said|told me|have told me|described|have described|mentioned|shared) ~4 (we|our|i|a|someone|the)
    for (the|her|his|your|those|that|a) ~4 (you (mentioned|described|told me about|talked about|said)) ~4
    (exactly|precisely) (what|why|where|the kind of) ~5 (we|our|caregivers|come in|do|help)
    (so that|that way|which means|so) (you|she|he|your (mom|mother|dad|father|husband|wife)) (can|could|will|would|is|are|gets|get|has|have|does not|do not|never|will not|would not) ~3 (sleep|rest|be alone|worry|fall|stay|feel|have to|be safe|home|miss|go back|work|breathe)
    (to|who can|who would|and) (make sure|keep|watch|help) (she|he|her|him|your (mom|mother|dad|father|husband|wife)) ~6 (at night|does not|safe|the shower|the stairs|meals|wander|fall|walker|company|medications|pills)
    when (you|she|he) ~5 (that is when|we would|we could|our caregiver|the caregiver|a caregiver|someone) ~3
    for (someone|a person|a patient|people|families|cases|patients|a discharge|discharges) (like|such as) (her|him|that|your|those|the) ~3 (we|our) ~2
    for (your|those|the) (friday|weekend|late|hard|hardest|short notice|evening|four hour|short|difficult|complex|dementia) ~3 (discharge|discharges|cases|patients|shifts|starts) ~3 (we|our)
    (we|our) ~8 for (your|those|the) (friday|weekend|late|hard|hardest|short notice|evening|four hour|short|difficult|complex|dementia) ~3 (discharge|discharges|cases|patients|shifts|starts)
""")

_CAPABILITY = phrases("""
    {we} (can|could|do|will|would|also|can also|are able to|would be able to|typically|usually|often|specialize|always|offer|provide|help|do)? (also)? (provide|offer|help|assist|handle|take care of|specialize in|do|cover|arrange|send|support|cook|bathe|drive|stay|sit|prepare|work with|care for|look after|remind|accommodate|have) ~6 ({area}|care|caregiver|caregivers|services|overnights|hourly|live in|nights|families|clients|aides|someone|in home|respite|hospice|dementia|companions)
    (our|the|these|those|a|your) {caregiver} (can|will|would|could|are able to|is able to|help|helps|do|does|come|comes|assist|assists|provide|provides|stay|stays|cook|take|takes) ~6
    (they|she|he|someone|a caregiver|an aide) (can|will|would|could) (help|assist|cook|drive|prepare|stay|sit|do|remind|take|make|come) ~4 {area}
    (we|our) (specialize|specialise|focus|concentrate) (in|on)
    (we are|it is|that is) (a|an) (full service|licensed|home care|non medical|in home|senior care|local|family owned) ~3 (agency|company|provider|care)
    (our|the) (services|service|care|program|programs) (include|includes|range|ranges|cover|covers|are|is)
    help with (things like|everything from|bathing|dressing|meals|all|personal|light|transportation|errands|medication|daily|activities)
    we (serve|cover) (all|the|your|that|families|clients|most|this)
    {we} (can|do) (do|offer|start with|handle) (as little as|anything from|short|{number} hour|short notice|hourly|overnight|live in|weekend|weekends|nights|24 hour)
    we (match|pair) ~4 (caregiver|caregivers|aide|personality|personalities|client|her|him|them|you)
    (same|one|consistent) caregiver (every|each|all|most|throughout|for)
    we (do|can do) (that|it|all of that|exactly that)
    (yes)? we (can|could) (absolutely|certainly|definitely|do|help with) (that|help|do)
    (care plan|plan of care) ~4 (for|with|around|tailored|built|based|customized|write|create)
    (create|write|build|make|put together|design|develop|do) (a|the|her|his|your) (care plan|plan of care|custom plan|personalized plan|plan)
""")
_CAPABILITY_UNDONE = phrases("""
    (we|our caregivers|they|i|caregivers|aides|she|he) (do not|can not|are not|will not|could not|would not|is not) ~2 (provide|offer|do|help|able|allowed|give|handle|cover|have|take)
    (other|the other|those|that|their) (agencies|agency|company|companies)
    (call|email|text|reach|contact) ~2 (you|back)
    if (they|someone) ~3
""")

_PROOF = phrases("""
    (we|i|one of our caregivers) (had|helped|worked with|served|started|took care of|cared for|supported|have helped|have worked with|have had|just helped|recently helped|just started|are helping|have served|took) (a|an|another|one|several|many|other|hundreds|dozens|a few|families|thousands|some|#|over|more than|two|three) ~3 (family|families|client|clients|gentleman|lady|daughter|son|woman|man|patient|patients|couple|veteran|husband|wife|people|mother|father|hospital|hospitals|facility|facilities|seniors)
    (one|another|a) (of our)? (family|client|families|clients|daughter|son|gentleman|lady|woman|case manager|husband|wife|hospital|facility|social worker) (we|who|was|had|told|of ours|said|that|in a|in your|i worked) ~2
    (last|this|past) (month|week|year|quarter|winter|summer|spring|fall) (we|our|one|a|alone) ~3
    # percent of (our|the|families|clients|patients|those)
    {number} percent of (our|families|clients)
    (ninety|eighty|seventy|ninety five|ninety eight|ninety nine) ~1 percent
    # (percent|out of ten|of ten|in ten|star|stars)
    (nine|eight|seven) (out of|of|in) ten
    (for|in business|been doing this|serving) (over|more than|about|nearly|almost)? ({number}|twelve|eighteen|twenty five|#) years
    (since|founded in|started in|opened in|around since) (19#|20#|nineteen|two thousand|#|twenty)
    our (readmission|rehospitalization|response|retention|turnover|satisfaction|fill|missed visit|no show|average|on time|start) (rate|time|score|scores|tenure|record|rates)
    (rated|star|stars|reviews|testimonials|references|accredited|award|awards|best of home care|voted)
    (families|clients) (tell|have told|often tell|say|report|rate|stay) (us|me|that|their|our|with)
    (most|many|half|over half) of (our|the) (clients|families|business|referrals) (come|stay|say|are|tell|have)
    we (staffed|covered|filled|started|missed|answered|placed) ~5 (shifts|shift|starts|discharges|calls|visits|cases|percent) ~4
""")
_PROOF_UNDONE = phrases("""
    (have|has|had|did|do|does|are|were) (you|they|she|he) ~8
    (how|what|who|which) ~6
    (you|they) (said|mentioned|told me) ~8
    (background|screen|screened|reference checks|check references|checked references)
""")

_SERVICE_PROMISE = phrases("""
    (someone|somebody|a (real|live)? person|a human|i|we|a nurse|the office|our office|a care manager|a supervisor|staff) (will|always|answer|answers|is|are|picks|pick) ~4 (answer|answers|pick up|picks up|on call|available|reachable|the phone) ~5
    (answer|answers|pick up|picks up|respond|responds|return|returns|call|calls|get back) ~6 (within|in under|in less than|under) (the|{number}) ~2 (minute|minutes|hour|hours|day)
    (we|i|our|you|start|started|starts|care|someone|somebody|caregiver|in place|there|staffed|visit|nurse) ~6 (within|in under|in less than|under|as little as|as soon as|as early as|inside) (the same|the next|{number}|twenty four|forty eight|seventy two) ~1 (hour|hours|day|days|minutes|business day)
    (we|i|our|someone|start|starts) ~6 (same day|the next day|next day|on the weekend|on weekends|on short notice|seven days a week|24/7|24 hours|twenty four hours a day|around the clock|twenty four seven|nights and weekends|evenings and weekends|weekends and holidays|after hours|on saturdays|on saturday|on sundays|on a friday|friday (afternoon|night|evening))
    (24/7|twenty four seven|seven days a week|around the clock|any hour|day or night|nights weekends) ~3 (on call|line|answer|available|coverage|support|reach|care|staff|live|call us)
    you (will|would|can)? (always|get|have|reach|call) ~3 (me directly|my cell|my direct|one (contact|person|point of contact)|a direct line|single point of contact|the same person|one number|a live person|a real person|my personal)
    (my|your) (cell|cell phone|direct line|direct number|mobile|personal cell|personal number)
    i (will|would) (personally|myself) ~4
    (one|a single|a dedicated|your own|a named|single) (named)? (point of contact|contact|care manager|care coordinator|coordinator|contact person)
    (i|we) (promise|guarantee|commit) (to|that i will|i will|we will) (call|answer|return|respond|get back|be there|show up|keep you|tell you|let you know|pick up|phone|email|text)
    (let you know|notify you|call you|tell you|text you|update you|report back|send you an update|keep you (posted|updated|in the loop|informed)) ~5 (every|within|same day|the same day|each|after each|after the first|right away|immediately|before|if anything|when|as soon as)
    on call (24|day|around|every|nights|after|all|at all)
    we (never|always) (miss|leave|cancel|show up|call ahead|turn|say) ~4
""")
_SERVICE_PROMISE_UNDONE = phrases("""
    (can not|could not|will not|do not|are not|not able to) ~2 (promise|guarantee|commit|start|answer|always|offer|be there|do)
    (what|how|when|who|which|where) (is|are|do|does|can|would|will|did) ~8
    (what is|may i have|can i (get|have)|is this|is that|give me|have|is it) ~2 (your) (cell|cell phone|mobile|direct line)
    (they|the other) ~3 (answer|promised|said)
    (you|they) (said|mentioned|told me) ~8
    (new|your) (client|start date)
""")

_STAFFING = phrases("""
    (background|criminal|reference|driving|national|fbi|dmv|drug) (check|checks|checked|test|tests|tested|screen|screened|screening|record)
    background (screened|screening|screenings)
    (check|checked|checks|checking) ~2 references
    drug (tested|tests|screens)
    (caregivers|aides|staff|employees|team|people|they|everyone|everybody|each|all|we|caregiver|aide|nurse|every|who|them|and) ~6 (screened|vetted|bonded|insured|licensed|certified|fingerprinted|supervised|trained|interviewed)
    (we|our|nurse|manager|i|supervisor|they|caregivers) ~4 (train|trains|training|hire|hires|interview|interviews|supervise|supervises|supervisor|supervision|vet|vets|screen|screens|supervisory) ~4 (caregiver|caregivers|aide|aides|them|every|each|everyone|people|staff|visits|hours|in dementia|dementia|before|ongoing|all|our|one in|only)
    (hours|weeks|days) of (training|classroom|orientation|dementia|hands on)
    (are|is) (our|w 2|w2|actual) (employees|employee) ~3
    employees not (contractors|independent)
    (dementia|alzheimer's|fall prevention|orientation|certified|special|specialized|ongoing|extra) (training|trained|care training|certified|certification)
    (nurse|supervisor|care manager|manager|rn|field supervisor) ~3 (checks|visits|supervises|stops by|drops in|checks in|oversees|reviews) ~5
    (certified nursing assistants|certified nursing assistant|cnas|cna|home health aides) ~3
    (match|choose|pick|select|introduce|meet) ~3 (caregiver|caregivers|aide) ~5 (personality|interests|skills|first|before|together|experience|temperament|with you|you)
    years of experience
    (hire|hired) ~2 (one|three|two|#|fewer|only|less) ~3 (out of|in|of|applicants|percent)
""")
_STAFFING_UNDONE = phrases("""
    (they|other agencies|that agency|those|some agencies|registries|registry|the other|private|helper|cheaper) ~3 (do not|does not|never|is not|are not|may not|did not|hardly)
    (are|is|was|were|does|do|has|did) (she|he|they|the|your|that|anyone) ~6 (trained|screened|licensed|insured|bonded|checked|certified)
    (you|they) (said|mentioned|told me) ~8
    (would you|do you) (want|like|need) ~3
    (what|which) (training|kind of training) (do|does|did|have|has)
    training (your|the) (staff|team)
""")

_BACKUP_COVER = phrases("""
    (back up|replacement|substitute|stand in|fill in|relief|second|other|alternate) (caregiver|caregivers|aide|aides|person|plan|coverage|cover|team|staff)
    (if|when|whenever|should|in case|the day|say) ~5 (caregiver|aide|helper|someone|she|he|regular|they|one of them|person) ~3 (is|gets|calls|called|call|falls|can not|goes|has|cancels|be|are) ~1 (sick|ill|in sick|out sick|out|make it|come|on vacation|in|off|emergency|cancels|unavailable|show) ~9 (we|our|send|cover|covers|replace|another|someone else|a second|i|back up|the office|you (will|still|are)|on call|step|steps|one of)
    (we|i|our|office|always) ~3 (send|have|arrange|find|line up|keep|step in with|bring) ~3 (a replacement|a substitute|a back up|back up|replacement|someone else|another (caregiver|aide|person)) ~3
    (never|not|will not) ~2 (left|leave|leaving) (you|her|him|your|them) ~4 (without|alone|uncovered|stranded|hanging|in the lurch)
    (cover|covers|covered|covering|fill|fills) (the|that|every|her|his|those|a) (shift|shifts|visit|visits|day)
    (two|two or three|three|a small team of|second) (caregivers|caregiver|aides) ~3 (know|knows|who know|trained|introduced|meet|so|already)
    (step|steps|stepped) in (if|when|herself|himself|myself|so)
""")
_BACKUP_COVER_UNDONE = phrases("""
    (they|the other agency|that agency|the last agency) ~3 (did not|never|had no|could not|does not|do not)
    (do|does|did|have|has) (you|she|he|they) ~3 (have|got) ~2 (back up|replacement|plan)
    (we|i) (do not|can not) ~4 (back up|replacement|replace|cover)
    what (happens|happened|do|did|does) ~9
    (you|they) (said|mentioned|told me) ~8
""")

_NON_MEDICAL = phrases("""
    non medical
    not (a)? medical (agency|provider|company|care|service|home health|staff|people)?
    (we|i|our caregivers|they|caregivers|our aides|aides|our team|our people|our staff) (do not|can not|are not (able|allowed|permitted|licensed) to|am not (able|allowed|qualified|licensed) to|will not|never|legally can not) ~2 (give|provide|do|offer|administer|handle|dispense|perform|change|manage|diagnose|advise|inject) ~3 (medical|nursing|skilled|injection|injections|shots|wound|wounds|clinical|medication|medications|medicine|insulin|catheter|catheters|ivs|advice|care|therapy|diagnose|dressings)
    (i am|we are|they are|caregivers are|she is|i'm|aides are) not (a|an)? (nurse|nurses|doctor|doctors|medical|clinical|clinician|clinicians|home health|pharmacist|medical professional|skilled|therapist|therapists|qualified|licensed)
    (that|this|it) (is|would be|sounds like) (a question for|something for|one for|a matter for|for|up to) (her|his|the|your|a) (doctor|physician|nurse|pharmacist|home health nurse|home health agency)
    (leave|defer) ~3 (to|with) (her|his|the|your|a) (doctor|physician|nurse|nurses|home health)
    (skilled|medical|nursing|clinical) (nursing|care|part|tasks|side|needs|work) ~3 (is|are|stays|comes|goes|would be|belongs|remains) ~3 (home health|doctor|nurse|not|separate|different|with)
    (can not|not able to|not allowed to|not qualified to) (advise|comment|give (you)? advice|give medical|speak to|tell you) ~4 (medication|medications|medical|medicine|that|dose|dosage|diagnosis|condition)
    (only|just)? remind (her|him|them|your) ~6 (do not|can not|not|never) (give|administer|hand|dose|handle)
    (instead of|rather than) (medical|nursing|skilled)
""")
_NON_MEDICAL_UNDONE = phrases("""
    (is|are|do|does|would) (she|he|you|they|it) ~6 (medical or|non medical or)
""")

FAMILIES: Final = (
    Family(ActKind.ADVICE, _ADVICE, _ADVICE_UNDONE),
    Family(ActKind.PRESSURE, _PRESSURE, _PRESSURE_UNDONE),
    Family(ActKind.PRICE_PROCESS, _PRICE_PROCESS, _PRICE_PROCESS_UNDONE, Form.STATEMENT),
    Family(ActKind.VALUE_LINK, _NEED_LINK, _CAPABILITY_UNDONE, Form.STATEMENT),
    Family(ActKind.CAPABILITY, _CAPABILITY, _CAPABILITY_UNDONE, Form.STATEMENT),
    Family(ActKind.PROOF, _PROOF, _PROOF_UNDONE, Form.STATEMENT),
    Family(ActKind.SERVICE_PROMISE, _SERVICE_PROMISE, _SERVICE_PROMISE_UNDONE, Form.STATEMENT),
    Family(ActKind.STAFFING, _STAFFING, _STAFFING_UNDONE, Form.STATEMENT),
    Family(ActKind.BACKUP_COVER, _BACKUP_COVER, _BACKUP_COVER_UNDONE, Form.STATEMENT),
    Family(ActKind.NON_MEDICAL, _NON_MEDICAL, _NON_MEDICAL_UNDONE, Form.STATEMENT),
)
