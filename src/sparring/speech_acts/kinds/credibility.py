"""Why the agency can be trusted: proof, how caregivers are chosen and replaced, and what we are not."""

from typing import Final

from sparring.speech_acts.acts import ActKind
from sparring.speech_acts.phrase_families import ClauseForm, Family
from sparring.speech_acts.phrases.notation import phrases

_PROOF = phrases("""
    in the case of (one|a|another) (gentleman|lady|man|woman|client|family|patient|resident|couple) ~8
    (last|this) (week|month|winter|spring|summer|fall|year) ~3 had (a|one) (guy|man|lady|woman|patient|gentleman|fella|couple|client|resident) ~8
    (we|i|one of our caregivers) (had|helped|worked with|served|started|took care of|cared for|supported|have \
        helped|have worked with|have had|just helped|recently helped|just started|are helping|have served|took) (a|\
        an|another|one|several|many|other|hundreds|dozens|a few|families|thousands|some|#|over|more than|two|three) \
        ~3 (family|families|client|clients|gentleman|lady|daughter|son|woman|man|patient|patients|couple|veteran|\
        husband|wife|people|mother|father|hospital|hospitals|facility|facilities|seniors)
    (one|another) (of our)? (family|client|families|clients|daughter|son|gentleman|lady|woman|case manager|husband|\
        wife|hospital|facility|social worker) (we|who|was|had|told|of ours|said|that|in a|in your|i worked) ~2
    (a|an) (family|client|daughter|son|gentleman|lady|woman|case manager|husband|wife|hospital|facility|social \
        worker|patient) (we|of ours|i worked|told|said|had|last|in your|who was|went) ~3
    one of our (own)? (clients|families|patients|residents|referral partners) ~8
    (a|another) (gentleman|lady|family|woman|man|client|patient|daughter|son|couple|wife|husband|social worker|case \
        manager) ~3 (last|this|a few|two|three) (month|week|year|spring|summer|fall|winter|months|weeks|years|\
        quarter) ~3
    (last|this|past) (month|week|year|quarter|winter|summer|spring|fall) (we|our|one|a|alone) ~3
    # percent of (our|the|families|clients|patients|those)
    {number} percent of (our|families|clients)
    (ninety|eighty|seventy|ninety five|ninety eight|ninety nine) ~1 percent
    # (percent|out of ten|of ten|in ten|star|stars)
    (nine|eight|seven) (out of|of|in) ten
    (for|in business|been doing this|serving) (over|more than|about|nearly|almost)? ({number}|twelve|eighteen|\
        twenty five|#) years
    (since|founded in|started in|opened in|around since) (19#|20#|nineteen|two thousand|#|twenty)
    our ~3 (readmission|rehospitalization|response|retention|turnover|satisfaction|fill|missed visit|no show|\
        average|on time|start) (rate|time|score|scores|tenure|record|rates)
    (rated|five star|stars|reviews|voted us|named us|named best|won the|testimonials|references (you|from)|\
        accredited|awards|award winning|best of home care|voted)
    (families|clients) (tell|have told|often tell|say|report|rate|stay) (us|me|that|their|our|with)
    (most|many|half|over half) of (our|the) (clients|families|business|referrals) (come|stay|say|are|tell|have)
    (we|we have) (staffed|covered|filled|started|missed|answered|placed) ~5 (shifts|shift|starts|discharges|calls|\
        visits|cases|percent|one|of your) ~4
    (another|one|a different) (hospital|facility|community|building|rehab|practice|center|office|firm|unit) ~6 (uses|used|\
    sent|has|had|calls|asked|went|started|gave) ~4
    at (another|one|a) (hospital|facility|community|building|rehab|practice|center|office|unit) ~8
    (gentleman|lady|man|woman|couple|patient|resident|client|widow|veteran) ~5 (went|came|got|moved|was|had|stayed|has) \
    ~8 (home|since|hospital|back)
    (falls|readmissions|missed visits|no shows|complaints|call backs) ~8 (went|dropped|fell|down|cut) ~2 from ~6
    (all|every one of|each of) ({number}|them|those) had (somebody|someone|an aide) ~4
    (of|out of) ({number}|*) ~1 (couples|families|clients|patients|shifts|visits|cases|starts|people|residents|discharges) ~1 (not \
        a single|none|only|all but|not one|every|never) ~6
    (not a single|not one|zero) ~2 (couple|family|client|patient|shift|visit|case|start|complaint|call) ~6 (since|this|last|in|has|\
        was|went) ~6
    (one|a|an|last|this|in) ~6 (never|not) (missed|lost|skipped|late) (a|one|any) ~2 (day|shift|visit|morning|night|one) ~4
    (did|had|have) one (just|exactly|a lot|much)? like (it|that|this|yours|him|her) ~8
    (in|at|on|with|for) (a|an|one|another) (matter|case|house|home|building|family|county|town|hospital|unit|clinic|practice) ~8 (was|\
        had|came|went|answered|stayed|got|took|kept) ~6
    (we|i) (had|took|got|sent|helped|brought) ~2 (lady|gentleman|man|woman|guy|fellow|patient|widow|couple) ~3 (home|in|back|last|on|\
        who|that|with|from) ~6
    (we|i|our agency|our team) (have)? (looked after|cared for|been caring for|been looking after|taken care of|\
        worked with|helped|served|supported) (more than|over|about|nearly|close to|hundreds|dozens|{number}|many|a \
        lot of|thousands) ~4
    (we have|we) been (here|around|in (this|the|business)|doing|serving|part of|caring|at this) ~3 (since|for|years|\
        town|#|nineteen|two thousand|decades) ~3
    (a|one|another|the) (man|woman|lady|gentleman|husband|wife|daughter|son|family|couple|veteran|patient|client|\
        mother|father|teacher|widow|widower|social worker|discharge planner|case manager) (with|who|in|two|at|over|\
        from|like|down|on|just) ~10 (now|home|again|went|came|used|uses|stayed|stays|started|has|had|walking|doing|\
        never|still|did|is) ~4
    (of|out of) (the|those|our|all)? ~1 {count} ~2 (we|i) ~1 (have|had|did|took|started|served|sent|staffed|saw|helped) ~8
    (since|in|over|this|last) ~4 (we|i) ~1 (have|had|did|took|started|served|sent|staffed|saw|helped) ~1 {count} ~8
    (sent|gave|referred|handed) (us|me) {count} ~8
    ^(did|had|took|started|staffed|placed|covered) {count} (of those|of them|like that|like this|cases|starts|discharges) ~6
    (called|calls|phoned|rang|texted) (us|me) ~12 (we|i) ~1 (were|was|had|got|sent|did|took|started|made|covered|put) ~6
    (we|i) had (a|an|one|this|another) ~2 (last|in (january|february|march|april|may|june|july|august|september|october|november|\
        december)|this (spring|summer|fall|winter|year)|back in) ~8
    (last|this past) (week|month|year|spring|summer|fall|winter|{day}) ~12 (we|i) ~1 (were|had|got|sent|did|took|started|made|missed|\
        staffed|covered) ~6
    (we|i) (have had|have done|have|had|did) {count} (of those|of them|of these|like that|like this) ~8
    {count} (out of|of|for) {count} ~4
    {count} ~1 of (the|those|these|our|them) ~2 (came|went|stayed|needed|fell|ended|made|got|were|are|had|missed|called) ~6
    {number} (out of|of|in) (every)? ten (families|clients|people|of our|patients)? ~4
    {number} percent of our (shifts|visits|families|clients|patients|calls|starts|cases|people) ~3
""")

_PROOF_UNDONE = phrases("""
    ^(and|so|but)? (if|suppose|imagine) ~10
    ^(have|has|had|did|do|does|are|were) (you|they|she|he) ~8
    ^(how|what|who|which) ~6
    (you|they) (said|mentioned|told me) ~8
    (background|screen|screened|reference checks|check references|checked references)
""")

_STAFFING = phrases("""
    ^(everyone|everybody|all)? ~1 (interviewed|screened|vetted|checked|background checked) ~2 (trained|certified|supervised) ~6
    ^(screened|vetted|trained|checked|background checked) ~1 (trained|screened|vetted|insured|bonded|checked) ~6
    (our|the|a) (nurse|supervisor|care manager|rn) ~1 (that|who)? ~1 (comes|stops|checks|visits|looks|drops) ~2 (by|in|on|out)? ~1 (once|every|each|twice|weekly|monthly) ~3
    (nurse's|supervisor's|care manager's) (visit|visits|check|checks) ~4
    (background|criminal|reference|driving|national|fbi|dmv|drug) (check|checks|checked|test|tests|tested|screen|\
        screened|screening|record)
    background (screened|screening|screenings)
    (check|checked|checks|checking) ~2 references
    drug (tested|tests|screens)
    (check|checks|checked|vet|vets|vetted|screen|clear|cleared) ~4 (police|references|reference|criminal|background|fingerprints|\
        court|license|registry) ~2
    (done|does|do|finish|finished|take|takes|pass|passed|through) (our|the|a|their) ~3 (course|class|classes|training|school|program|\
        certificate) ~3
    (get|gets|do|does|finish|finishes|sit|sits through|take|takes|have|has) ({number}|twenty|thirty|forty|eighty|a hundred) (hours|days|weeks) ~6
    {number} (hours|days|weeks) (of|in) (class|training|the classroom|our course|school|practice) ~2
    ({number}|*) (hours|days|weeks) (of)? (class|classes|course|training|classroom) ~3
    (i|we) (interview|meet|pick|choose|train|hire|know|check|vet|screen) (each|every|all|them|everybody|everyone|every one) ~5
    (caregivers|aides|staff|employees|team|people|they|everyone|everybody|each|all|we|caregiver|aide|nurse|every|\
        who|them|and) ~6 (screened|vetted|bonded|insured|licensed|certified|fingerprinted|supervised|trained|\
        interviewed)
    (we|our|nurse|manager|i|supervisor|they|caregivers) ~4 (train|trains|training|hire|hires|interview|interviews|\
        supervise|supervises|supervisor|supervision|vet|vets|screen|screens|supervisory) ~4 (caregiver|caregivers|\
        aide|aides|them|every|each|everyone|people|staff|visits|hours|in dementia|dementia|before|ongoing|all|our|\
        one in|only)
    (hours|weeks|days) of (training|classroom|orientation|dementia|hands on)
    (are|is) (our|w 2|w2|actual) (employees|employee) ~3
    employees not (contractors|independent)
    (dementia|alzheimer's|fall prevention|orientation|certified|special|specialized|ongoing|extra) (training|\
        trained|care training|certified|certification)
    (nurse|supervisor|care manager|manager|rn|field supervisor) ~3 (checks|visits|supervises|stops by|drops in|\
        checks in|oversees|reviews) ~5
    (certified nursing assistants|certified nursing assistant|cnas|cna|home health aides) ~3
    (match|choose|pick|select|introduce|meet) ~3 (caregiver|caregivers|aide) ~5 (personality|interests|skills|first|\
        before|together|experience|temperament|with you|you)
    years of experience
    (has to|have to|must|needs to|need to|required to) (pass|complete|finish|take|clear) ~5 (test|exam|training|\
        check|course|class|certification|screening|orientation|hours|competency)
    (skills|competency|written) (test|tests|check|checks|assessment|exam) ~3
    (call|calls|check|checks|talk to|speak to) (their|her|his|the|all their) (last|previous|former|past|prior)? ~1 \
        (employer|employers|references|reference)
    (pay|pays) (above|better|more than|well above) ~3
    turnover is ~4
    (hire|hired) ~2 (one|three|two|#|fewer|only|less) ~3 (out of|in|of|applicants|percent)
    (our|the) (hiring|screening|training|interviewing|interviews|vetting|standards) (is|are|process|takes|include|\
        includes) ~5
    (turn|send|turned) (most|many|nine|a lot|half) (people|applicants|of them|candidates)? ~1 (down|away) ~2
    (nurse|supervisor|manager|care manager|one of our nurses|i) (goes|go|comes|comes along|goes along|rides|attends|\
        is there|sits in|introduces) ~1 (along|with|on|for|at) ~3 (first|visit|shift|day|caregiver|aide) ~2
    (they|our caregivers|our aides|caregivers|aides|everybody|everyone|each|all of our|all our|everybody we|\
        everyone we) ~3 (take|takes|complete|completes|finish|attend|go through|goes through|get|gets|have|pass|\
        passes|is|are) ~2 (dementia|course|courses|training|class|classes|orientation|test|tests|certification|\
        certified|trained|screened|insured|checked) ~4
    (you|she|he|your (mom|mother|dad|father)|the family) (will|would|can|get to|gets to|always) ~1 (meet|interview|\
        choose|pick) (her|him|them|the caregiver|the aide|each caregiver|your caregiver|the person|everyone|anyone) \
        ~2 (before|first|ahead|beforehand) ~4
    (background|driving|criminal|reference) (check|checks|record|records) ~4
    (check|verify|look at|look into|pull|run) ~2 (driving|criminal|references|background|licenses|license) ~3
    (nurse|supervisor|manager) ~1 (checks|looks|drops|visits|stops|watches|observes) ~2 (on|in on|in|them|by|every) \
        ~4
""")

_STAFFING_UNDONE = phrases("""
    (they|other agencies|that agency|those|some agencies|registries|registry|the other|private|helper|cheaper) ~3 \
        (do not|does not|never|is not|are not|may not|did not|hardly)
    (are|is|was|were|does|do|has|did) (she|he|they|the|your|that|anyone) ~6 (trained|screened|licensed|insured|\
        bonded|checked|certified)
    (you|they) (said|mentioned|told me) ~8
    (would you|do you) (want|like|need) ~3
    (what|which) (training|kind of training) (do|does|did|have|has)
    training (your|the) (staff|team)
    know (everybody|everyone|every one|all|them) ~1 (says|say|said|does|feels|thinks|of) ~4
    (caregivers|aides|staff|people|ladies|they|employees|team) (are|is|were|was) (not|never|hardly) ~2 (trained|\
        screened|checked|vetted|supervised|interviewed|certified|licensed|insured|bonded)
    (nobody|no one) (trains|screens|checks|vets|supervises|oversees|interviews) ~2
    (i|we) (do not|never|hardly ever) (train|screen|check|vet|supervise|interview|run|do) ~3
""")

_BACKUP_COVER = phrases("""
    ^(if)? ~2 (out|sick|ill|out sick|calls out) (it is|is|means|equals)? ~1 (we|i) (swap|switch|sub|cover|replace|send) ~4
    (caregiver|aide|she|he|someone|somebody|girl|lady) ~2 (sick|ill|out) ~2 (we|i) (swap|switch|sub|cover|replace) ~4
    (bench|list|pool|roster|team) of (back ups|substitutes|fill ins|floaters|standby|stand ins) ~3
    (back up|replacement|substitute|stand in|fill in|relief|second|other|alternate) (caregiver|caregivers|aide|\
        aides|person|plan|coverage|cover|team|staff)
    (if|when|whenever|should|in case|the day|say) ~5 (caregiver|aide|helper|someone|she|he|regular|they|one of them|\
        person) ~3 (is|gets|calls|called|call|falls|can not|goes|has|cancels|be|are) ~1 (sick|ill|in sick|out sick|\
        out|make it|come|on vacation|in|off|emergency|cancels|unavailable|show) ~9 (we|our|send|cover|covers|\
        replace|another|someone else|a second|i|back up|the office|you (will|still|are)|on call|step|steps|one of)
    (we|i|our|office|always) ~3 (send|have|arrange|find|line up|keep|step in with|bring) ~3 (a replacement|a \
        substitute|a back up|back up|replacement|someone else|another (caregiver|aide|person)) ~3
    (we|our office|i|nobody) (never|do not|will not|would not|will never|would never) ~2 (leave|leaving) (you|her|\
        him|your|them) ~4 (without|alone|uncovered|stranded|hanging|in the lurch)
    (you|she|he|they|your (mom|mother|dad|father)) (will|would|are|is) (never|not) ~2 (left|be left) ~3 (without|\
        alone|uncovered|stranded|hanging)
    (somebody|someone) (she|he|you|they) ~3 (already)? (met|knows|know) ~2 (fills|steps|comes|covers|takes)
    (somebody|someone) (else|new|we)? ~3 fills in ~2
    (cover|covers|covered|covering|fill|fills) (the|that|every|her|his|those|a) (shift|shifts|visit|visits|day)
    (two|two or three|three|a small team of|second) (caregivers|caregiver|aides) ~3 (know|knows|who know|trained|\
        introduced|meet|so|already)
    (she|he|they|somebody|someone|caregiver|aide|person|one) (calls|call|called|calling) (off|out|in sick|in) ~2 we \
        (cover|send|replace|fill|find|have|step) ~2
    we (cover for|replace) (it|that|them|her|him|those shifts|the shift|every shift)
    we cover (her|him|them|those shifts|the shift|every shift|sick days|call outs)
    (same|regular|second|usual) (stand in|fill in|substitute|replacement|back up) ~3
    (should|if|when) (your|her|his|the|an|a|our) (regular|usual|main)? ({caregiver}) (be|is|are|gets|calls|goes|has \
        to be|can not) ~1 (out|off|sick|ill|away|gone|unavailable|on vacation|on leave|make it|in sick|late) ~4
    (step|steps|stepping) in (if|when) (she|he|they|your caregiver|someone|somebody|the caregiver|an aide|anyone|\
        the regular) ~4
    (keep|have|run) (a|an) (standby|on call|back up|backup|float|reserve) (team|crew|pool|list|group|aide|person) ~4
    (standby|on call|reserve|float) (team|crew|pool|caregivers|aides) ~4
    (introduce|introduces|bring|meet|assign) (a|the|one)? (second|another|back up|other) (helper|aide|caregiver|person|one|\
    companion) ~4
    (never|not) (a|one|any) (morning|day|night|evening|visit|shift) (with nobody|without|uncovered|missed) ~3
    somebody else is there ~4
    (we|i|you) ~1 (send|bring|find|get) another (one)?$
    (calls|call|called) (off|out|in|in sick) (i|we) ~1 (come|go|cover|do|show|step|take|fill|drive) ~4
    (got|have|keep|run) (a|two|three|some|our) (float|floater|floaters|floats|spare|spares|relief|back up|back ups) ~4
    (in|takes|take|taking) (her|his|their) (place|spot|stead) ~2
    (i|we) (have|got|have got|keep) ~2 (more|others|other ones|spares) ~1 (that|who) ~1 (know|knows|have met|has met) ~4
    (poorly|unwell|under the weather|laid up|down with ~2) ~1 (we|i|our office) ~2 (send|bring|get|find|have) (another|somebody|someone|a) ~4
    (sick|ill|out|off) ~2 (another|a different|a second|a new|the other|some other) (one|girl|lady|person|caregiver|aide|helper) ~2 \
        (comes|is coming|goes|is going|will come|steps) ~4
    (step|steps|stepping) in (that|the) (same)? (day|evening|morning|night)
    (if|when|whenever|say|should) ~6 (off|out|sick|ill|away|calls out|calls off|can not come|can not make it|on \
        vacation|no show|does not show|unable) ~4 (comes|steps in|fills in|takes over|goes|covers|sends|sends \
        someone|send|find|finds|sub|substitute|somebody else|someone else|a second|replacement|back up|another) ~4
    (never|do not|will not) (leave|have|let|drop|miss) (a|any|the|one) (shift|visit|day|family|gap) ~1 (open|\
        uncovered|empty|unfilled|alone|slip|hanging)
    (if|when|should) (she|he|they|your ~1|the ~1|somebody|anybody) ~2 (is|are|gets|has|be) ~1 (sick|ill|out|off|down with|flu|away|a cold) ~3 \
        (it is|there is|there are|one of|two|another|others|somebody|someone|i|we|you get|you have) ~6
    (calls|call|called|calling) (out|off|in sick|in) ~1 (i|we|our office|the office) (have|has|got|am|are|will|send|call|find|\
        pull|cover|get) ~8
    (i|we) (have|got) ~3 (more|others|people|aides|caregivers|ladies|backups|back ups|standby) (on call|ready|waiting|on standby|on \
        the bench) ~6
    (hunting|hunt|finding|looking|scrambling|calling around) ~1 (up|for|down)? (somebody|someone|a person|an aide|a replacement|a \
        sub|another) ~2 (to)? (take|cover|fill|step|come|replace|for) ~4
    (sick|ill|out|off) ~8 (comes|come|goes|steps|fills|sent) ~2 (in|instead|for) (her|his|their|that|the)? ~1 (place|stead|shift)? ~2
    (two|three|several|a couple of|second|other) (people|caregivers|aides|of our aides|of us|person|caregiver|aide) \
        ~2 (who)? (know|knows|have met|has met|will know|would know|already know|already knows) ~3
    (so)? (one|another|the other|somebody|someone|a second|the second) (can|will|could) (cover|step in|fill in|take \
        over|come instead) ~4
    (on call|manager|office|scheduler|we) ~4 (find|finds|send|sends|line up|lines up|brings in|bring in) (a|another|\
        you a|somebody|someone) (sub|substitute|replacement|back up|else|stand in|caregiver|aide|person|other) ~3
    (someone|somebody) else (that|the) same (day|morning|evening|night)
""")

_BACKUP_COVER_UNDONE = phrases("""
    (does not|did not|do not|is not) ~1 (take to|like|click|hit it off|get along|get on|fit|a fit|a good fit|a match|work out|happy) ~12
    not (happy|a fit|a match|a good fit) ~10
    (they|the other agency|that agency|the last agency) ~3 (did not|never|had no|could not|does not|do not)
    (do|does|did|have|has) (you|she|he|they) ~3 (have|got) ~2 (back up|replacement|plan)
    (we|i) (do not|can not|never|will not|could not|would not) ~4 (back up|replacement|replace|cover|substitute|stand in)
    (there is|there are|have|has|with|got) no ~1 (back up|back ups|replacement|substitute|stand in|cover) ~2
    what (happens|happened|do|did|does) ~9
    (you|they) (said|mentioned|told me) ~8
""")

_ABSENCE = phrases("""
    ({caregiver}|she|he|they|someone|somebody|anyone|regular|one|girl|lady) ~3 (is|are|gets|get|falls|calls|call|\
        goes|go|can not|does not|has|have|be) ~1 (sick|ill|out|off|out sick|in sick|in|away|on vacation|make it|\
        come|show|late|a flat tire|an emergency|flu|unavailable)
    (sick day|sick days|vacation|call outs|calls out|no show|no shows|called out)
""")

_COVER = phrases("""
    (substitute|substitutes|replacement|replacements|back up|back ups|stand in|stand ins|fill in|fills in|someone \
        else|somebody else|another (caregiver|aide|person|one|girl)|second caregiver|cover for|covers for|covered \
        by us|we cover|find you (someone|another))
""")

_NON_MEDICAL = phrases("""
    non medical
    ^no (medical|nursing|clinical|skilled|meds|medicine) ~2$
    (do|does|is|are|handle|provide|provides|touch|nor) ~1 (nothing|not anything) ~1 (skilled|medical|clinical|a nurse ~3) ~3
    ^nothing (skilled|medical|clinical) ~6
    ^(just|only|still|but|and|so|we are)? not (a|any)? (nurse|nurses|nursing|medical|clinical|medical people) \
        (though|mind you|okay|either|just so you know|you understand|of course|remember)?$
    (we|i|they|{caregiver}) ~2 (can not|do not|are not allowed to|are not able to|will not|could not) (give|hand|administer|set up|measure|sort|dole out|\
        pass out|dose|touch) (her|him|them|you|people|anybody|out)? ~2 (pill|pills|medicine|medicines|meds|medication|medications) ~6
    (only|just) (remind|reminds|reminding|remind about) ~4
    (one thing|what|here is what|something|things) (that)? (we|i|our ({caregiver})|they) (can not|do not|are not able to|are not allowed to) ~2 (do|offer|lift|\
        give|handle) ~6
    (we|our ({caregiver})|they|{caregiver}) (can not|are not able to|are not allowed to) (lift|carry|transfer|drive|restrain) ~6
    (we|i|they) do not (make|do) (nursing|medical|injections|medicine|the nursing|the medical) ~4
    (do not|are not) ~1 (do|doing|give|giving|make|making) (injection|injections|shots|medicine|medicines|the medicine|nursing|nurse) ~4
    do not do ~2 (that)? (a nurse|only a nurse|nurses) (would|can|could|does|do) ~2
    (can not|do not|are not able to|not allowed to|will not) do anything (medical|clinical) ~4
    (everything|anything|all of it) (short of|but|except) (nursing|medical|the medical|the nursing|skilled) ~3
    (question|questions|decision|call) ~5 (for|to) (her|his|the|your|a) (doctor|physician|\
        pharmacist|nurse practitioner|prescriber|cardiologist|neurologist)
    (one|that|something) ~2 (for|up to) (her|his|the|your|a) (doctor|physician|pharmacist|nurse practitioner|prescriber|\
        cardiologist|neurologist)
    not (a)? medical (agency|provider|company|care|service|home health|staff|people)?
    (we|i|they|these|people|companions|caregivers|aides|care|company|cooking|it) ~4 not (the|a|any|doing|here for)? (medical|\
        nursing|nurses|nurse|clinical|skilled|therapy|therapists|home health|hospice|doctors) ~3
    no (nurses|nursing|medical|medicine|medicines|meds|medications|injections|shots|therapy|wounds|dressings|needles) ~1 (from|of|\
        by|with|and|or|no) ~5
    (nursing|medical|clinical|skilled) ~2 (is|are|stays|stay|belongs) ~2 (home health|yours|your|their|somebody|someone|the \
        nurse|the nurses) ~3
    (she|he|you|that|it|they) (needs|need|want|wants|would be|is|takes) ~2 (home health|a nurse|nursing|skilled) ~2 (for|not|from|\
        instead) ~3
    (we|i|our caregivers|they|caregivers|our aides|aides|our team|our people|our staff) (do not|can not|are not \
        (able|allowed|permitted|licensed) to|am not (able|allowed|qualified|licensed) to|will not|never|legally can \
        not) ~2 (give|provide|do|offer|administer|handle|dispense|perform|change|manage|diagnose|advise|inject) ~3 \
        (medical|nursing|skilled|injection|injections|shots|wound|wounds|clinical|medication|medications|medicine|\
        insulin|catheter|catheters|ivs|advice|care|therapy|diagnose|dressings)
    (i am|we are|they are|caregivers are|she is|i'm|aides are) not (a|an)? (nurse|nurses|doctor|doctors|medical|\
        clinical|clinician|clinicians|home health|pharmacist|medical professional|skilled|therapist|therapists|\
        qualified|licensed)
    (that|this|it) (is|would be|sounds like) (a question for|something for|one for|a matter for|for|up to) (her|his|\
        the|your|a) (doctor|physician|nurse|pharmacist|home health nurse|home health agency)
    (leave|defer) ~3 (to|with) (her|his|the|your|a) (doctor|physician|nurse|nurses|home health)
    (skilled|medical|nursing|clinical) (nursing|care|part|tasks|side|needs|work) ~3 (is|are|stays|comes|goes|would \
        be|belongs|remains) ~3 (home health|doctor|nurse|not|separate|different|with)
    (can not|not able to|not allowed to|not qualified to) (advise|comment|give (you)? advice|give medical) ~4 \
        (medication|medications|medical|medicine|that|dose|dosage|diagnosis|condition)
    (can not|not able to|not allowed to|not qualified to) (speak to|tell you) ~4 (medication|medications|medical|medicine|\
        dose|dosage|diagnosis|condition)
    (only|just)? remind (her|him|them|your) ~6 (do not|can not|not|never) (give|administer|hand|dose|handle)
    (instead of|rather than) (medical|nursing|skilled)
    (anything|everything|all|what is|whatever is|the) (that is)? (medical|clinical|nursing) ~2 (stays|stay|is|goes|\
        go|remains|belongs|comes|we leave|is left|has to) ~3 (with|to|for|from|up to) (her|his|the|your|a|their) \
        (nurse|nurses|doctor|home health|physician|clinic) ~2
    (leave|leaves|left) (that|it|those|this|anything medical|the medical) ~2 (to|with|up to) (her|his|the|your|a|\
        their) (doctor|nurse|physician|pharmacist|home health|nurses|doctors) ~2
    (not|am not|are not) (allowed|permitted|licensed|able|qualified) to (give|hand|dispense|administer|inject|dose|\
        change|do|touch|diagnose|advise|handle) ~5
    (so)? no (shots|injections|wound care|nursing|medical care|catheters|ivs|needles) ~5
    not something (i|we) (can|could|am able to|are able to|are allowed to) (diagnose|advise on|treat|answer|judge|\
        decide|assess|do) ~3
""")

_NON_MEDICAL_UNDONE = phrases("""
    (nursing|medical|nurse) (is|was) (what|how|where|why) ~4
    (is|are|do|does|would) (she|he|you|they|it) ~6 (medical or|non medical or)
    no (nursing home|nursing homes|hospital|hospitals) ~4
""")

_MEDICAL_THINGS = phrases("""
    (medical|nursing|insulin|injection|injections|shots|wound|wounds|catheter|catheters|skilled|clinical|dressings|\
        ivs|diagnose|diagnosis|prescribe|feeding tube|ventilator|tracheostomy)
    (a nurse|only nurses|a doctor) (would|can|could|should|has to|must|may) (do|be|give|handle)?
    something only a nurse ~3
""")

_WE_DO_NOT = phrases("""
    (we|i|our caregivers|they|caregivers|our aides|aides|our team|our people|our staff|agency staff) (do not|can \
        not|are not|am not|will not|never|could not|legally can not|would not)
""")

FAMILIES: Final = (
    Family(ActKind.PROOF, _PROOF, _PROOF_UNDONE, ClauseForm.STATEMENT),
    Family(ActKind.STAFFING, _STAFFING, _STAFFING_UNDONE, ClauseForm.STATEMENT),
    Family(ActKind.BACKUP_COVER, _BACKUP_COVER, _BACKUP_COVER_UNDONE, ClauseForm.STATEMENT),
    Family(ActKind.BACKUP_COVER, _COVER, _BACKUP_COVER_UNDONE, ClauseForm.STATEMENT, along_with=_ABSENCE),
    Family(ActKind.NON_MEDICAL, _MEDICAL_THINGS, _NON_MEDICAL_UNDONE, ClauseForm.STATEMENT, along_with=_WE_DO_NOT),
    Family(ActKind.NON_MEDICAL, _NON_MEDICAL, _NON_MEDICAL_UNDONE, ClauseForm.STATEMENT),
)
