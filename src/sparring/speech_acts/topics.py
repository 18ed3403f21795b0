"""What a question is about: topics in order of precedence, the first whose phrases are found wins."""

from typing import Final, NamedTuple

from sparring.speech_acts.acts import Topic
from sparring.speech_acts.phrases import Phrase, phrases


class Partner(NamedTuple):
    """A second topic that a question about the first may cover as well."""

    topic: Topic
    phrases: tuple[Phrase, ...]


# questions that arrange the call or the next step; they discover nothing about the buyer
NOT_DISCOVERY: Final = phrases("""
    how (can|may|might|could) (i|we) (best)? (help|assist)
    your (first|last|full)? name
    (speaking|talking) with
    {number} (minute|minutes|moment|moments|second|seconds)
    (good|bad) time (to|for)? (talk|chat)?
    (assessment|visit|appointment) ~6 (work|works|schedule|best)
    (work|works) (for you|best|better)
    (would|does|how about|is|will|what about) ~1 ({day}|tomorrow|this afternoon) ~8
    (phone|number|email|call back)
    (can|could|may|shall) (i|we) (come|stop|visit|schedule|set|send|bring|drop|call|follow|book|put|meet|email|check back)
    (does|did|do|would|is) (that|this) (help|make sense|answer|sound|work|ease|address|okay|clear|fair)
    how does that (sound|feel|sit)
    (any|other|else|what) (other)? questions
""")

TOPICS: Final[tuple[tuple[Topic, tuple[Phrase, ...]], ...]] = (
    (
        Topic.PAYMENT,
        phrases("""
            (pay|paying|paid|payment|budget|budgeted|afford|finances|financial|financially|funds|funding|funded|medicaid|medicare|veteran|veterans|va|military|tricare)
            long term care (insurance|policy|coverage)
            (insurance|policy|coverage|benefits|out of pocket|private pay|privately)
            (cover|covering|handle|manage) (the|that)? (cost|costs|care cost|price|expense)
            (served|serve) in the (service|military|army|navy|marines|air force|war)
            (he|she|dad|husband|father) (a vet|served)
            (comfortable|hoping|looking|planning|able|willing) ~2 (spend|spending)
            (spend|spending) (on|for|each|per|a)
        """),
    ),
    (
        Topic.ROLE,
        phrases("""
            are you the (right|best|one|person|main|social|case|discharge|director|charge|decision) ~4
            (right|best|correct) person (to|for) ~4
            your (role|position|title|job|responsibilities|part in)
            what do you do (here|there|at|for|in)
            (who|whom) ~3 (in charge of|responsible for|handles|coordinates|oversees|manages|runs) ~4
            (who|whom) (should|would|do|can|could) i (speak|talk|ask|see|meet|reach|contact|get) ~6
            (who|whom) (is|would be) the (best|right|social|case|discharge|director|person) ~5
            (who|which person) ~2 (makes|arranges|plans|does|takes care of) ~2 (discharge|discharges|referrals|placements|placement|home care) ~3
            how long have you (been|worked) (here|in|at|with|a|doing|the)
        """),
    ),
    (
        Topic.HARDEST_CASES,
        phrases("""
            (hardest|toughest|trickiest|most difficult|most challenging|hard|tough|difficult|tricky|challenging|trouble|problem) ~3 (patients|patient|cases|case|discharges|discharge|clients|families|residents|situations|ones|place|staff|cover|discharging|placing|referrals|starts|shifts)
            (patients|cases|discharges|clients|families|residents|situations|ones|starts|referrals) ~5 (hardest|toughest|trickiest|difficult|challenging|hard|tough|headache|headaches|worry|worries|stuck|fall through|falls through|fail|bounce back|come back|readmitted|tricky|trouble|nightmare|fall apart)
            (what|which|where) ~5 (fall through|falls through|fall apart|falls apart|breaks down|break down|get stuck|gets stuck|goes wrong|go wrong|slip through|bounce back|readmit|readmitted|readmission|readmissions)
            (hardest|toughest|most difficult|trickiest) (part|thing|piece) (of|about) (your|the|a|getting|sending|discharging|discharge|placing)
            (struggle|struggling|struggles) ~3 (place|placing|discharge|discharging|find|finding|staff|cover|most|with)
        """),
    ),
    (
        Topic.FEELINGS,
        phrases("""
            how are you (holding|coping|feeling|managing|handling|doing with|doing through|taking|bearing|really|yourself|sleeping|doing yourself)
            how (is|are|has|have) ~3 (affecting|affected|been for you|weighing|for you|been on you|impacting|impacted|been like for you)
            (what is|what has) (that|this|it) (been)? like (for you)?
            how (do|does|did|has|is) (that|this|it|all) ~3 (make you feel|feel|feeling|affect you|been for you|wear on you|made you feel)
            how (do|did) you feel (about|when|right now|today)? ~3
            are you (getting|taking|sleeping|able to sleep|able to get|okay|all right|holding up|managing|exhausted|tired|doing okay) ~3
            (who|what) (is)? (helping|taking care of|looking after|supporting) you
            do you (get|have) ~2 (sleep|rest|break|a break|time for yourself|support|time off)
            when (did|was) (you)? ~3 (sleep|slept|break|rest|day off|time off)
            how much sleep
        """),
    ),
    (
        Topic.DECISION_MAKER,
        phrases("""
            (decision|decisions|decide|decides|deciding|decider)
            (power of attorney|poa|health care proxy|guardian|proxy)
            who (else|all)? ~3 (involved|on board|agree|agrees|say|weigh in|weighs in|input|consulted|part of|be at|join|talk to|talk with|included)
            (who|anyone|anybody) else ~6
            (brother|sister|siblings|brothers|sisters|family|wife|husband|kids|children) ~4 (agree|on board|involved|think|thinks|feel|feels|on the same page|know|part of|say|opinion|help decide|weigh|join|support)
            (does|do|is|did|has|would|will) (she|he|they|your (mom|mother|dad|father|husband|wife|parents)|mom|dad) ~2 (know|agree|want|on board|open|willing|okay with|accept|aware|agreed|comfortable|receptive|accepting|ready|resist|like the idea|refuse|refused|said yes|okay having|in favor)
            how (does|do|would|did|will|is) (she|he|they|your (mom|mother|dad|father|husband|wife|parents)|mom|dad) (feel|feeling|react|respond|think|take) ~4
            what (does|do|did|would|has) (she|he|they|your (mom|mother|dad|father|husband|wife|parents|brother|sister)|mom|dad) (think|say|want|said|feel|like) ~5
            talk ~2 over with
            whose (idea|call|decision)
        """),
    ),
    (
        Topic.CURRENT_PROVIDER,
        phrases("""
            (agency|agencies|provider|providers|company|companies|competitor|competitors|home care list) ~6
            (who|what|which|whom) ~3 (do you|are you|you|does your) ~3 (use|using|refer to|send to|work with|working with|rely on|send|call|calling|go to|partner)
            (anyone|anybody|someone|somebody|who) ~2 (helping|helps|coming in|comes in|caring for|assisting|cares for|helped|taking care of|takes care of|looking after|looks after|care for) ~4
            (current|previous|present|existing|other|last|private) (caregiver|caregivers|helper|aide|arrangement|help|home care|service|services|support)
            (have|had|has) (you|she|he|they|your) ~3 (used|tried|had|worked with|talked to|talked with|spoken|called|looked at|looked into|hired|received|got) ~5 (care|help|caregiver|caregivers|home care|else|others|anyone|service|services|aide|before)
            (how|what) (is|are|has|have|do|does|about) (that|they|it|those|your) ~4 (working out|work out|working|do well|doing well|done well|go well|going well|do badly|do right|missing|fall short|falling short|do better|like about)
            (what|anything) ~5 (they|them) (do|did|done|does|could|fall|miss|offer|lack) ~5
            (who|what) ~3 (on|in) (your|the) (list|rotation|referral list)
            what (do|did|would) you (like|change|wish|love|dislike|miss) ~4 (about|with|in|different|better)
            (happy|satisfied|pleased) with ~5
        """),
    ),
    (
        Topic.PROCESS,
        phrases("""
            (discharge|discharges|referral|referrals|placement|placements) ~6 (work|works|process|go|goes|look like|happen|happens|handled|start|starts|made|team|planning)
            (how|walk me through|tell me|what) ~8 (discharge|discharges|referral|referrals|placements|discharged|discharging|process|handoff|intake|admissions|refer)
            (who|how) ~4 (families|patients|residents|clients|family|them|people) ~2 (the|a|your)? (list|choose|choice|pick|names|options|find)
            who ~3 (gives|hands|puts together|keeps|decides|makes|provides|updates) ~4 (list|families|names|options|referral)
            what happens (when|if|after|once|before|with|to) (a|your|someone|the|one of|they|patients|families|somebody|residents|you) ~6
            (best|right|preferred|easiest) (way|time|person|method) (to|for|of) (reach|contact|refer|work|follow|get|stay|check|send|me to|us to|communicate|keep)
            how (do|would|should|could|can) (you|we|i) ~2 (like|prefer|want)? ~2 (contacted|stay in touch|reached|communicate|hear|follow up|get on|be added|updates|keep you|work together)
            how do you (usually|normally|typically|currently|decide|handle|choose|pick|arrange|find|match|know|work|get|manage|plan)
            (get|be|added) (on|to) (your|the) (list|rotation|referral list)
            how (many|often) ~3 (discharges|patients|residents|referrals|families|cases|clients) ~6
            (walk|take|talk) me through ~4 (discharge|discharges|process|typical case|referral|week|unit|what happens when)
        """),
    ),
    (
        Topic.CONCERN,
        phrases("""
            (concern|concerns|concerned|worry|worries|worried|worrying|hesitation|hesitations|hesitant|hesitate|nervous|afraid|scares|scare|scared|reservations|fear|fears|bothers|bother|doubts|uneasy|uncomfortable)
            (holding|holds|hold|stopping|stops|keeping|keeps) you (back|from|up)
            (keeps|keep|keeping) you (up|awake)
            (on|weighing on) your mind
            matters (most|the most|more)
            (most|really)? important (to|for|thing|about|part)
            (biggest|main|number one|top|hardest|worst) (priority|challenge|problem|issue|thing|part|struggle|difficulty)
            what would (make|help) you (feel|comfortable|more|say|choose) ~4
            what would it take ~5
            what (are you|would you be) (looking for|hoping for|expecting|hoping to) ~6 (agency|caregiver|company|us|most)?
            (good|ideal|perfect|great) (outcome|caregiver|day|situation) ~5
            (too|so) (expensive|much|high|pricey) ~3
        """),
    ),
    (
        Topic.SAFETY,
        phrases("""
            (alone|by (herself|himself|themselves|yourself)|on (her|his|their) own)
            (fall|falls|fallen|fell|falling|wander|wanders|wandering|wandered|stove|unsafe|safe|safety|safely|injured|injury|injuries|emergency|emergencies|stairs|steps|rails|grab bars|tripped|trip|hazards|rugs|balance|unsteady|dizzy|alert button|life alert|smoke)
            (hospital|hospitalized|hospitalizations|emergency room|er|rehab|discharged|discharge|surgery|stroke)
            (at|during the|through the|in the middle of the) night
            (anyone|someone|anybody|who) ~3 (live|lives|living|stay|stays|staying|with (her|him|them)|there|around|home)
            (leave|leaves|leaving|left|gets|get|goes|going) (out|the house|the stove|lost)
            still (drive|drives|driving)
            (hit|hurt) (her|his) ~2
        """),
    ),
    (
        Topic.TIMING,
        phrases("""
            when (do|would|does|are|is|will|did you want|should|could|can|were) ~6 (start|started|starting|begin|need|want|like|hoping|looking|planning|care|help|someone|home|discharge|discharged|release|out|able)
            how (soon|quickly|fast|urgent|urgently|many hours|many days|often|many times|many nights|early|much time|long do|long will|long would|much care|much help|many visits)
            (what|which) (days|day|hours|times|time|time of day|part of the day|schedule|shifts|date|nights|evenings|mornings)
            (schedule|timeline|time frame|timeframe|start date|target date|deadline|hours a day|days a week|hours a week|hours per|days per|morning or|mornings or|overnight or|weekends|weekdays|around the clock|live in|full time|part time|short term|long term)
            (start|starting|begin|beginning) ~3 (right away|soon|date|this week|next week|immediately|care|today|tomorrow)
            (mornings|evenings|afternoons|overnights|nights)
            (ready|need|want|hoping|looking) ~2 (to start|to begin|to get started)
        """),
    ),
    (
        Topic.LOCATION,
        phrases("""
            (what|which) (city|town|area|part of town|part|zip|zip code|neighborhood|county|side of town|street|state)
            where (does|do|is|are|will|would|did) ~5 (live|lives|living|located|staying|stay|house|home|apartment|care|based|calling from|be|place)
            where in ~5
            where (is|are) (she|he|they|you|your (mom|mother|dad|father|husband|wife|parents)|mom|dad|that|home)
            (address|zip code|zip|city)
            how (far|close) ~5 (live|away|is|are|from)
            (house|apartment|condo|facility|assisted living) or
            in (her|his|their) own (home|house|place)
            (nearby|near you|close by|in town|local|far away)
        """),
    ),
    (
        Topic.CARE_NEEDS,
        phrases("""
            {area}
            (what|which) (kind|kinds|type|types|sort|level|amount) of (help|care|support|assistance|needs|services|caregiver|things)
            (help|care|support|assistance) ~3 (need|needs|needed|looking for|look like|want|wants|require|requires|with|most)
            (need|needs|needing) ~3 (help|care|assistance|support|hand|someone|most|done|with)
            what (does|do|would|did) (she|he|they|your (mom|mother|dad|father|husband|wife|parents)|mom|dad|you) (need|struggle|have trouble|want help|require|find) ~4
            (typical|normal|average|usual) (day|morning|night|week|evening) ~5
            (day|morning|night|routine) (look|looks|like|go|goes|usually)
            (how|what) (is|are|has|have) (she|he|they|your (mom|mother|dad|father|husband|wife|parents)|mom|dad|things) ~3 (doing|managing|getting|eating|sleeping|coping|able|been|like|struggling|having)
            (diagnosis|diagnoses|diagnosed|condition|conditions|medical|health|illness|diabetes|parkinson's|oxygen|allergies|diet|dietary|hearing|vision|eyesight|height|weight)
            (trouble|difficulty|difficulties|struggling|struggle|struggles|hard time|problems|issues) ~4 (with|getting|around|doing|lately)?
            (daily|everyday) (life|activities|living|tasks|routine|needs)
            (manage|managing|function|functioning|independent|independently)
            (enjoy|enjoys|hobbies|interests|likes to do|like to do|personality|pets|smoke|dog|cat)
            (dishes|chores|cleaning|clean|bills|mail|getting dressed|feed|feeding)
            (can|could|does|is) (she|he|they|your (mom|mother|dad|father|husband|wife)|mom|dad) ~2 (stand|walk|get|use|eat|remember|still|able|take|do)
        """),
    ),
    (
        Topic.WHAT_HAPPENED,
        phrases("""
            what (happened|brings|brought|made|led|prompted|caused|changed|triggered|got you|has changed|has happened|started|set)
            (what is|what has been|what was|what are) (going on|been going on|happening|been happening|the situation|your situation|her situation|his situation|the story|bringing)
            (going on|happening|happened|situation|circumstances|story|background|change|changes|changed) ~3
            why (now|today|are you|did you|this|have you|you are) ~6
            how (did|has) (it|this|that|everything|all) ~3 (happen|start|begin|come about|come to this|been going|going)
            (when|how long) (did|has|have) (this|it|things|that|the|all) ~4
            how long (has|have) (she|he|they|this|your|mom|dad) ~5
            (tell me|share) (a (little|bit|little bit)|some)? more$
            (reach|reached|reaching) out
        """),
    ),
    (
        Topic.WHO,
        phrases("""
            who (is|are|would|will) (the care|this|it|the help|we|the person|you calling|needing|in need|this care|care|that|you looking|all this|receiving) ~5
            who (needs|requires|is needing|will be receiving|will need|would need) ~4
            (care|help|this|it|caregiver) for (you|yourself|your|a|someone|her|him|mom|dad|a parent|a loved one|a family)
            (calling|inquiring|looking|asking) (about|for|on behalf of) (yourself|you|your|a|someone|mom|dad|who|whom|a parent)
            (her|his|their|your (mom|mother|dad|father|husband|wife|loved one|aunt|uncle|grandmother|grandfather)'s|mom's|dad's|mother's|father's) (first|full|last)? (name|age)
            how old
            (what|how) (relation|relationship|related) ~4
            (relationship|related) (to|with)
            are you (her|his|the|their) (daughter|son|wife|husband|niece|nephew|neighbor|friend|spouse|caregiver|primary) ~2
            (tell|share|talk|describe|know|hear|learn) ~7 about (her|him|them|{family}|your ({family})|the person|what (she|he) is like)
            what (is|was) (she|he|your (mom|mother|dad|father|husband|wife)|mom|dad) like
            describe (her|him|your ({family}))
            what does (she|he|your ({family})) (like|prefer) to be called
        """),
    ),
)

PARTNERS: Final[dict[Topic, Partner]] = {
    Topic.SAFETY: Partner(
        Topic.TIMING,
        phrases("""
            (when|what day|what time|which day|how soon|date) ~7 (discharged|discharge|come home|coming home|comes home|released|leave|go home|going home|out of the hospital|get out)
        """),
    ),
}
