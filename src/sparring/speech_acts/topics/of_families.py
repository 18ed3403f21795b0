"""Words of questions to a family: who, what happened, care, safety, when, where, who decides, money, feelings."""

from sparring.speech_acts.phrases.notation import phrases

PAYMENT = phrases("""
    ^(and|so)? who (pays|is paying|would pay|will pay|would be paying|will be paying) ~6
    (expense|expenses|cost|costs|bill|care|it|this) ~3 be (met|paid|covered|borne|settled|handled) ~3
    by what means ~8
    (pay|paying|paid|payment|budget|budgeted|afford|finances|financial|financially|funds|funding|funded)
    (medicaid|medicare|veteran|veterans|military|tricare|the va|va)
    (long term care|ltc) (insurance|policy|coverage)
    (insurance|policy|coverage|benefits|out of pocket|private pay|privately)
    (cover|covering|handle|manage) (the|that)? (cost|costs|care cost|price|expense)
    in the (service|military|army|navy|marines|war)
    (served|serve|serving) (in|during|overseas) (the|any|a)? (service|military|army|navy|marines|air force|war|\
        branch|vietnam|korea)?
    (he|she|dad|husband|father) (a vet|served)
    (comfortable|hoping|looking|planning|able|willing|expecting) ~2 (spend|spending|invest)
    (spend|spending) (on|for|each|per|a)
    (what|how much) ~4 (you)? (can|could|able to|want to|hope to|hoping to) (spend|pay|budget|afford) ~3
    (her|his|their|your) (savings|pension|assets|money) ~4
    (sell|selling|sold|mortgage|equity) ~3 house
""")
DECISION_MAKER_SURELY = phrases("""
    (is|would) (it|this|that) (be)? ~1 (up to|down to) (you|her|him|them|your|just) ~5
    how (would|will|does|do|might) your (aunt|uncle|grandmother|grandma|grandfather|grandpa) ~1 (feel|take|react) ~1 (about|to) ~6
    whose (views|opinion|opinions|say|word|consent|approval) ~6
    (other|further|any) (members of the|family) ~2 (family|members) ~4 (consulted|involved|asked|say) ~2
    (making|makes|make|part of) ~2 (decision|decisions|call)
    (have|has|having|get|gets) (a|any|the) (say|vote|last word|final say) ~3
    (who|anyone) (besides|other than|apart from) you ~6
    (final|last) (word|say|decision|call) ~3
    (told|asked|talked to|talked with|spoken to|spoken with|mentioned (it|this) to|discussed (it|this) with|discuss \
        (it|this) with) (him|her|them|your ({family})|mom|dad) ~4
    who decides ~4
    (know|knows|aware) ~1 (that)? (you|you are|you have) (called|calling|talking|looking|asking) ~3
    (your|the) ({family}) (okay|on board|fine|comfortable|good|happy|agree|agreed|in agreement) ~1 (with|about|to|\
        on) ~3
""")
HANDLING = phrases("""
    how (are|do|did|have) you ~2 (getting|get|gotten|lift|lifting|move|moving|manage to get|wash|washing|dress|dressing|bathe|bathing) \
        (him|her|them|your ~1) ~5
""")
FEELINGS = phrases("""
    how are you (after|since|tonight|doing after)
    how are you (holding|coping|feeling|managing|handling|doing with|doing through|taking|bearing|yourself|sleeping|\
        doing yourself|all (doing|holding|coping|managing))
    how (is|are|has|have) ~3 (affecting|affected|been for (you|your|everyone|the family)|weighing|for you|been on \
        you|impacting|impacted|been like for you)
    (what is|what has) (that|this|it|all of this|all this) (been)? like (for you)?
    how (do|does|did|has|is) (that|this|it|all) ~3 (make you feel|affect you|been for you|wear on you|made you feel)
    how (do|did) you feel (about|when|right now|today)? ~3
    are you (getting|taking|sleeping|able to sleep|able to get|okay|all right|holding up|managing|exhausted|tired|\
        doing okay) ~3
    (who|what) (is)? (helping|taking care of|looking after|supporting) you
    do you (get|have) ~2 (sleep|rest|break|a break|time for yourself|support|time off)
    when (did|was) (you)? ~3 (sleep|slept|break|rest|day off|time off)
    how much sleep
    what (has|have|is) (this|it|that|all of this|all this) ~2 (done to|been like|cost|taken|doing to|meant) ~3
    how are you (holding up|coping|doing|sleeping|feeling|managing|bearing up) ~5
    (and you)? how are you (coping|doing|holding) ~5
""")
DECISION_MAKER_PERHAPS = phrases("""
    (decision|decisions|decide|decides|deciding|decider)
    (power of attorney|poa|health care proxy|guardian|proxy)
    who (else|all)? ~3 (involved|on board|agree|agrees|say|weigh in|weighs in|input|consulted|part of|be at|join|\
        talk to|talk with|included)
    (anyone|anybody) else ~6 (involved|talk|ask|include|conversation|consult|agree|know|weigh|join|helping (you)? \
        decide)
    who else ~6
    (brother|sister|siblings|brothers|sisters|family|wife|husband|kids|children) ~4 (agree|agrees|on board|involved|\
        think|thinks|feel|feels|on the same page|know|part of|say|opinion|help decide|weigh|join|support|see it)
    (does|do|is|did|has|would|will) (she|he|they|your (mom|mother|dad|father|husband|wife|parents)|mom|dad) ~2 \
        (know|agree|want|on board|open|willing|okay with|accept|aware|agreed|comfortable|receptive|accepting|ready|\
        resist|like the idea|refuse|refused|said yes|okay having|in favor|in agreement)
    how (does|do|would|did|will) ~2 (feel|react|respond) (about|to) ~2 (having|someone|somebody|help|this|it|the \
        idea|care|a stranger|strangers|that) ~3
    how (does|do|would|did|will|is) (she|he|they|your (mom|mother|dad|father|husband|wife|parents)|mom|dad) (feel|\
        feeling|react|respond|think|take (it|this|the|to)) ~4
    what (does|do|did|would|has) (she|he|they|your (mom|mother|dad|father|husband|wife|parents|brother|sister)|mom|\
        dad) (think|say|want|said|feel) ~5
    talk ~2 over with
    whose (idea|call|decision)
    is it (just|only)? you (alone)? (that|who|making|deciding|or) ~10
    (just|only) you ~3 or ~8 (family|brother|sister|kids|children|somebody|someone|anybody|anyone|others|else) ~4
    (you|do you) decide (this|it|that|things)? (alone|yourself|on your own|together|with) ~6
    (makes|make|making) the (call|choice|decision|final call) ~8
    (get|gets|have|has|want|wants) (a|any) (vote|say|voice) ~4
    (any|more|other) ~1 family ~2 (to|we|i|who|that|involved|in on) ~6
    (are|is|would) (they|he|she) (be)? ~1 (okay|on board|fine|good|comfortable|happy|in agreement|agreeable) (with|about) ~3
    (sign|signs|signing) off (on)? ~4
    you ~1 (decide|deciding|choose|choosing) ~6
    (she|he|mom|dad|{family}) (know|knows|agree|agrees) (about|you|yet|that|with)? ~3$
    (alone|yourself|on your own) or (with|together) ~4
    (are|is) (they|he|she|your ({family})|the (kids|boys|girls|family|others)) ~1 (involved|part of it|in the picture) ~4
    (all|just|only) (on|up to) (you|your shoulders) ~1 or ~8
    or ~1 (is it|it is|is that|that) (all|just|only) ~1 (you|on you|up to you)
    (there is|is there|have|got|any) ~1 other (family|relatives|kids|brothers|sisters|siblings|children) ~4
    (in|part) (on|of) (it|this|the decision|deciding) (with you|too)? ~2
    (more)? (your|her|his|their) idea$
    (does|do) (she|he|your (mom|mother|dad|father|husband|wife|parents)|mom|dad) want ~1 (help|this|it|care|anyone|\
        someone) ~4
""")
WHO_SURELY = phrases("""
    who (is|are|would|will) (the care|this|it|the help|we|the person|you calling|needing|in need|this care|care|\
        that|you looking|all this|receiving) ~1 (for|be for|caring|about|helping|needs|need|be caring|care|who) ~3
    who (is|are|would|will) (the care|the help|care|this|it) for
    who for$
    for (who|whom)$
    for (you|yourself) or (for)? (someone|somebody|a|your|another) ~3
    your (mom|mother|wife|husband) or your (dad|father|husband|wife)
    who needs it$
    who (needs|requires|is needing|will be receiving|will need|would need) (the|some|our|this)? (care|help)
    who (are you calling|would we be|will we be|are we) (about|for|caring|helping) ~3
    who is it (for|that needs)
    (calling|inquiring|looking|asking) (about|for|on behalf of) (yourself|you|your|a|someone|mom|dad|who|whom|a \
        parent)
    is (this|it|the care|the help) for (you|yourself|your|a|someone|mom|dad)
    (her|his|their|your (mom|mother|dad|father|husband|wife|loved one|aunt|uncle|grandmother|grandfather)'s|mom's|\
        dad's|mother's|father's) (first|full|last)? (name|age)
    how old (is|are)
    (what|how) ~2 (relation|relationship|related) ~4
    (relationship|related) (to|with)
    are you (her|his|the|their) (daughter|son|wife|husband|niece|nephew|neighbor|friend|spouse|primary) ~2
    (what|how) (is|was) (she|he|your (mom|mother|dad|father|husband|wife)|mom|dad) like$
    what (she|he) is like
    (for|about) (whom|who) (is|are|will|would) ~1 (the|this|it|that|these)? ~1 (care|help|call|it|service|you) ~4
    (what|how) (do|does|should|shall|would) (folks|people|friends|everybody|family|your family) call (your ({family})|her|him) ~4
    describe (her|him|your ({family}))$
    (your|the) (wife's|husband's|mom's|mother's|dad's|father's|aunt's|uncle's|grandmother's|grandfather's|grandma's|grandpa's|\
        sister's|brother's|parents'|mama's|daddy's) (first|full|last)? (name|age)
    (what|who) ~2 name (of|is|for) ~1 (your ({family})|her|him|she|he|the (lady|gentleman|person|patient)) ~3
    how old (she|he|your ({family})|mom|dad) (is|are|be) ~1
    (how|what) (age|old) (is|are|would) (she|he|they|your ({family})|mom|dad) ~2
    what does (she|he|your ({family})) (like|prefer) to be called
    (tell me|talk to me|share|know|hear|learn) ~6 about (her|him|them|your ({family})|my ({family})|mom|dad)$
    what (do|does|should) (people|everyone|we|they|he|she) ~2 call (him|her|them)
    (what|who) (is|was) (his|her|their) name
    how many years (she|he|your ({family})|mom|dad) (has|have|is) ~2
""")
WHAT_HAPPENED_SURELY = phrases("""
    what is (up|wrong|the matter|going on|happening) (with|at|over) ~4
    what (brings|brought|made|led|prompted|triggered|got|pushed|caused) ~1 (you|this|that|about) ~6
    what (has)? (happened|changed|has changed|set this off) ~3
    (what is|what has been|what was|what are|what else is) (going on|been going on|happening|been happening|the \
        situation|your situation|her situation|his situation|the story|bringing) ~4
    what ~2 (been happening|been going on)
    what (is|has|are) (she|he|your ({family})|mom|dad|they) ~1 (doing|been doing|up to|done|getting up to|getting into) ~6
    (what|why|how) ~3 (was|is|were|did) (she|he|your ({family})|mom|dad) ~2 (in|land|end up|get) ~2 (hospital|rehab|there|icu|er) ~3
    what (landed|put|took|sent) (him|her|your ({family})|mom|dad) ~4
    what (has|had)? (it)? (happened|happen) ~6
    how (did|do) you (come|happen|end up|get) ~1 (to|around to)? ~1 (call|calling|ring|look|looking|reach|reaching) ~4
    why (now|today|are you looking|did you (call|reach|decide)|have you|are you (calling|thinking)) ~6
    made ~3 (hard|tough|difficult|rough|bad|stressful)
    how did (it|this|that|everything|all|the (fall|accident|stroke)|she fall|he fall) ~2 (happen|start|begin|come \
        about|come to this|fall)
    how did (she|he) (fall|get hurt|break|end up)
    (tell|share|walk|talk) ~4 how (she|he|it|this|that|your ({family})|mom|dad) (fell|fall|got|get|happened|happen|started|start|came|ended) ~4
    how (did|would|do|does|has) ~1 (she|he|your ({family})|mom|dad) (come|came) to ~4
    how (it|this|that) (happened|started|began) ~4
    what (did|does|do|has|is|would) (the|her|his|your) (doctor|doctors|hospital|nurse|rehab|therapist|specialist) ~2 (say|said|saying|tell|told|\
        see|find|found|think|want) ~6
    what ~2 (you|you all|you both) ~1 (noticing|noticed|seeing|seen|see|notice) ~4
    (what|which) (kind|kinds|sort|sorts) of (thing|things|stuff) (is|are|does|do|has|have|did) (she|he|they|your ({family})|mom|dad) ~4
    why (was|is|did) (she|he|your ({family})|mom|dad) ~1 (in|at|there|go|get|end) ~4
    why (she|he|they) (was|is|were|are|went|had) ~4
    what (went on|was it that happened) ~4
    what (did|would) they (tell you|say|find|see) (at|about|in|when|was|on) ~6
    what (has|have|is) ~1 (changing|changed|different|getting worse|slipping) ~4
    (when|how) did (you|this|it|things|that|the|all|she|he) ~3 (start|begin|notice|change|first|noticed)
    (tell|share|walk) ~3 (what happened|what is going on|what has been|about the (fall|accident|situation)|the \
        situation) ~4
    when did ~2 (this|it|that|things|the trouble|everything) ~1 (start|begin|change)
    how did (we|you|things|it|she|he) (get|end up|come) (here|to this|to this point|like this)
    (what is|what was) the story ~4
    how long (has|have) (she|he|they|it|this|things|your (mom|mother|dad|father)|mom|dad) been (like|this|going|\
        that) ~3
""")
SAFETY_SURELY = phrases("""
    is (she|he|your (mom|mother|dad|father|husband|wife)|mom|dad) (alone|by herself|by himself|left alone) ~5
    (gotten|get|gets|got|getting) lost
    (alone|live by (herself|himself|themselves|yourself)|living by (herself|himself|themselves)|lives by (herself|\
        himself)|(live|living|lives) on (her|his|their) own)
    (falls|fallen|fell|falling|wander|wanders|wandering|wandered|stove|unsafe|safe|safety|safely|stairs|steps|\
        injured|injury|injuries|emergency|emergencies|tripped|hazards|rugs|balance|steady|unsteady|on (his|her) \
        feet|dizzy|alert button|life alert)
    (a|any|the|another|bad) fall$
    (had|have|has|taken) ~2 (a|any|the|another) (bad|recent)? fall
    (anyone|someone|anybody|somebody|who) (else)? ~1 (live|lives|living|stay|stays|staying) ~3
    (is|are) ~1 (anyone|someone|anybody|somebody) (else)? ~2 (with (her|him|them|your ({family}))|there|around|at home|in the house|nearby) ~3
    (who|anyone|anybody) (else)? (is|are|might be)? (usually|normally|already)? (with (her|him|them)|there|around|at home) ~3
    (leave|leaves|leaving|left) (out|the house|the stove|the door|home|her|him)
    (gets|get|goes|going) (lost|out of the house|out at night)
    still (drive|drives|driving)
    (hit|hurt) (her|his) ~2
    (anyone|anybody|someone|somebody|who) ~4 (with|in the house|at home|there|nearby|around|check on) ~4 (overnight|at \
    night|after dark|in the evening|when you|while you|during the night|day and night)
    (just|only) (him|her|them) (in the house|at home|there|alone)
    (tumble|tumbles|spill|spills|stumble|stumbles|close call|close calls|scare|scares|slipped) ~4
    (stuck|down|unable) ~4 (get up|get back up|reach the phone) ~2
    (get|got|gets|reach|reaches|call) (to)? (the|a|her|his) (phone|button|help) ~6
    (alert|alarm|call|panic|one of those|help) (button|buttons|pendant|pendants|necklace|watch) ~2
    (go|goes|get|gets|walk|walks) (outside|out the door|out of the house|down the street) ~3
    (confused|mixed up|turned around) about where ~4
    who (is|will) (going to)? be (there|home|around|with (him|her)) ~5
    (try|tries|tried) to (leave|get out|go out|walk out) ~3
    (left|leave|leaves|leaving) ~1 (gas|stove|oven|water|iron|burner|door|kettle|tap) ~2
    find (her|his|their) way (back|home|around) ~2
    (go|goes|going|gone|went) (out|off|outside|missing) ~4 (alone|by (herself|himself)|at night|way|lost|without) ~3
    (ever)? left (by (herself|himself)|alone|on (her|his) own) ~3
    (overnight|at night|through the night|during the night) (with|when|if) ~3
    (someone|anyone|anybody|somebody|nobody|who) ~5 (overnight|at night|through the night|all night)
""")
CARE_NEEDS_SURELY = phrases("""
    what (is|does|do) (she|he|they|mom|dad|your ~1|your ~1 ~1) need ~3
    what's (she|he|mom|dad) need ~3
    {area}
    (what|which) (kind|kinds|type|types|sort|level|amount) of (help|care|support|assistance|needs|services|things)
    (typical|normal|average|usual) (day|morning|night|week|evening) ~5
    what (is|are|does|do) (a|an|one|her|his|your|their|most)? (day|days|morning|mornings|evening|evenings|week) (like|look like) ~5
    (hardest|worst|toughest) (part|time) of (the|her|his) (day|morning|night|evening) ~3
    (picture|sense|idea|feel) of (her|his|the|a|their) (day|days|week|routine|nights|mornings) ~4
    what (does|do|would|did) (she|he|they|your (mom|mother|dad|father|husband|wife|parents)|mom|dad) (need|struggle|\
        have trouble|want help|require|find) ~4
    (diagnosis|diagnoses|diagnosed|condition|conditions|illness|diabetes|parkinson's|oxygen|allergies|diet|dietary|\
        hearing|vision|eyesight|height|weight)
    (need|needs|needing|want|get|gets) ~2 (a hand|help|assistance|support) (with|to|doing|getting|for|around|in|\
        during|at|from|most)
    what (can|could) (she|he|they|your (mom|mother|dad|father|husband|wife)|mom|dad) (not|still|no longer) ~6
    how (much|well) ~2 (help|care|support)? (does|do|did|can|is) (she|he|they|your (mom|mother|dad|father)|mom|dad) \
        ~2 (need|eat|sleep|walk|see|hear|move|manage|get|wash|dress) ~3
    how is (her|his|their|your (mom|mother|dad|father|husband|wife)'s|mom's|dad's) (memory|hearing|eyesight|vision|\
        walking|balance|appetite|mood|mobility|sleep|eating|health|strength) ~3
    (her|his|their) (memory|hearing|eyesight|walking|appetite|mobility|sleep|eating) how is ~2
    who (drives|takes|brings|bathes|washes|feeds|dresses|cooks for|shops for|does) (her|him|them|the (cooking|\
        shopping|laundry|cleaning|bathing|driving)) ~4
    (dress|feed|wash|bathe|shave) (herself|himself|themselves) ~3
    (forget|forgets|miss|misses|skip|skips|remember|remembers|take|takes|mix up|mixes up) ~2 (pills|medicine|meds|\
        medication|medications|doses|meals) ~3
""")
TIMING = phrases("""
    when (do|would|does|are|is|will|did you want|should|could|can|were) ~6 (start|started|starting|begin|need|want|\
        like|hoping|looking|planning|care|help|someone|home|discharge|discharged|release|released|out|able)
    how (soon|quickly|fast|urgent|urgently|many hours|many days|often|many times|many nights|early|much time|long \
        do|long will|long would|much care|much help|many visits)
    (what|which) (days|day|hours|times|time|time of day|part of the day|schedule|shifts|date|nights|evenings|mornings)
    (schedule|timeline|time frame|timeframe|start date|target date|deadline|hours a day|days a week|hours a week|\
        hours per|days per|weekends|weekdays|around the clock|full time|part time|short term|long term)
    (start|starting|begin|beginning) ~3 (right away|soon|date|this week|next week|immediately|care|today|tomorrow)
    (right away|immediately|planning ahead|as soon as|soon or)
    (mornings|evenings|afternoons|overnights|nights|morning or|morning hours|daytime)
    (ready|need|want|hoping|looking) ~2 (to start|to begin|to get started)
    (from|since|until) when (do|would|you|should|is|are) ~6
    (from|by) (what|which) (day|date|hour|time|week|month) ~6
    (when|how soon) (would|should|could|can|do|are|were|will) ~3 (somebody|someone|help|us|we|it|this|you) ~2 (begin|\
    start|starting|begin coming|in place|come|there)
    ^(and)? (what|which)? (hours|days|shifts|schedule)$
    (every day|all day|all week|around the clock|days|mornings|weekdays) or ~4
    (which|what) (hours|days|mornings|evenings|nights|shifts|weekdays) ~8
    how many (days|mornings|evenings|nights|hours|afternoons|visits) ~6
    (hoping|like|want|wanting|wish|need) ~3 (help|somebody|someone|care|us) ~3 (in place|to begin|to start|there by)
    (soon|early|fast|quick|quickly) enough ~2
    how many (hours|days|nights|mornings|shifts|visits|times|weeks) ~6
    (what|which) (day|days|hours|date|dates|time) ~6
    (would you)? (want|need) ~2 (weekends|nights|mornings|evenings|days) ~2
    (is he|is she|are they|be) ~1 (leaving|coming home|released|getting out|let out|sent home|going home) ~4
    (send|sends|sending|let|letting|release|releases|releasing) (him|her|them|your (mom|mother|dad|father)|mom|dad) \
        ~1 (home|go|out) ~3
""")
LOCATION = phrases("""
    (what|which) (city|town|area|part of town|part|zip|zip code|neighborhood|county|side of town|street|state)
    where (does|do|is|are|will|would|did) ~5 (live|lives|living|located|staying|stay|house|home|apartment|care|\
        based|calling from|be|place)
    where in ~5
    whereabouts
    where (is|are) (she|he|they|you|your (mom|mother|dad|father|husband|wife|parents)|mom|dad|that|home)
    (address|zip code|zip|city)
    how (far|close) ~5 (live|away|is|are|from)
    (house|apartment|condo|facility|assisted living) or
    in (an apartment|a house|a facility|assisted living|her own|his own|their own) ~2
    (nearby|near you|close by|in town|local|far away)
    where is home ~4
    where (she|he|they) (live|lives|stay|stays|is|are) ~4
    where (do|does|can|should|would|will) (i|we|she|he) (come|drive|go|find) (to|out to)? ~4
    where (is|are) (the|your|his|her|their|this|that) (condo|house|home|place|apartment|farm|flat|building|trailer|cottage|\
        property|ranch|unit) ~4
    where (are|do) you (two|both|all|folks|guys) ~2
    (near|close to) (us|you|our office|here) or ~4
    where (is|are) (your|her|his|their|the) ({family})? ~1 (house|home|place|apartment) ~3
    (what|which) (part|side|end) of (town|the city|the county|the state) ~4
""")
SAFETY_PERHAPS = phrases("""
    (by (herself|himself|themselves)|on (her|his|their) own)
    (hospital|hospitalized|hospitalizations|emergency room|er|rehab|discharged|discharge|surgery|stroke|fall|trip|\
        smoke)
    (steps|stairs|rails|grab bars)
    (at|during the|through the|in the middle of the) night
""")
CARE_NEEDS_PERHAPS = phrases("""
    (help|care|support|assistance) ~3 (need|needs|needed|looking for|look like|want|wants|require|requires|with|most)
    (need|needs|needing) ~3 (help|care|assistance|support|hand|someone|most|done|with)
    what (do|would|did) you (need|want help) ~4
    (day|morning|night|routine) (look|looks|go|goes|usually)
    (how|what) (is|are|has|have) (she|he|they|your (mom|mother|dad|father|husband|wife|parents)|mom|dad|things) ~3 \
        (doing|managing|getting|eating|sleeping|coping|able|been|like|struggling|having)
    (medical|health) ~2
    (trouble|difficulty|difficulties|struggling|struggle|struggles|hard time|problems|issues) ~4 (with|getting|\
        around|doing|lately)?
    (daily|everyday) (life|activities|living|tasks|routine|needs)
    (manage|managing|function|functioning|independent|independently)
    (enjoy|enjoys|hobbies|interests|likes to do|like to do|personality|pets|dog|cat)
    (dishes|chores|clean|bills|mail|feed|feeding)
    who ~3 (gets|got|get|helps|helped|washes|washed|bathes|bathed|dresses|dressed|feeds|fed|lifts|lifted) ~2 (up|washed|dressed|fed|bathed|to bed|bathroom|her|him) ~3
    (can|could|does|is) (she|he|they|your (mom|mother|dad|father|husband|wife)|mom|dad) ~2 (stand|walk|get|use|eat|\
        remember|still|able|take|do)
""")
WHAT_HAPPENED_PERHAPS = phrases("""
    (going on|happening|what happened|situation|circumstances|the story|background|changed) ~3
    how long (has|have) (she|he|they|this|your|mom|dad|it) ~5
    how (has|have) (it|this|things|everything) ~3 (going|been) ~2
    (tell|share) (me)? (a (little|bit|little bit)|some)? more$
    (reach|reached|reaching) out
""")
WHO_PERHAPS = phrases("""
    (care|help|caregiver) for (you|yourself|your|a|someone|her|him|mom|dad|a parent|a loved one|a family)
    (tell|share|talk|describe|know|hear|learn) ~7 about (her|him|them|{family}|your ({family})|the person)
""")
