"""Words of questions to a referral source: role, process, hardest cases, present agencies; and of concerns."""

from sparring.speech_acts.phrases.notation import phrases

ROLE = phrases("""
    are you the (right|best|one|person|main|social|case|discharge|director|charge|decision|nurse|manager) ~4
    (right|best|correct) person (to|for) ~4
    you ~1 (handle|handles|run|deal with|in charge of|set up) (those|that|them|it|these)$
    (look after|handle|handles|arrange|plan|run|coordinate|take care of) ~2 (discharges|referrals|placements|the \
        discharges)
    your (role|position|title|job|responsibilities|part in)
    (is this|are you|am i (speaking|talking) (with|to)|i am (speaking|talking) (with|to)|do i have|have i (got|reached)|is that) \
        ~3 (the|our|their|a)? ~4 ({role}) ~6
    what do you do (here|there|at|for the|for this|in)
    (who|whom) ~3 (in charge of|responsible for|handles|coordinates|oversees|manages|runs) ~4
    (who|whom) (should|would|do|can|could) (i|we) (speak|talk|ask|see|meet|reach|contact|get) ~6
    (who|whom) (is|would be) the (best|right|social|case|discharge|director|person) ~5
    (who|which person) ~2 (makes|arranges|plans|does|takes care of) ~2 (discharge|discharges|referrals|placements|\
        placement|home care) ~3
    how long have you (been|worked) (here|in|at|with|a|doing|the)
    (are you|do you|you) ~3 (set up|sets up|arrange|arranges|handle|handles|do|make|makes|plan|plans) (the)? (care|care \
    plans|aftercare|discharges|home care|placements) ~6
    (reach|speak with|speak to|find|get|looking for) (whoever|the person who|the one who) ~6
    is ~1 (director|social worker|case manager|discharge planner|nurse manager|administrator) (in|available|there|around)
    am i (speaking|talking) (with|to) the ~6
    (right|correct) (desk|office|department|extension) ~4
    how long have you (been|worked) (on|at|in|with|here) ~4
    (who|whom) (should|would|do|can|could) (i|we) ~1 (be)? (speaking|talking|asking|seeing|meeting|calling) ~5
    (person|one) who (handles|does|runs|arranges|plans|manages|coordinates|sets up|decides on|deals with) ~5
    what do you do (on|around|day to day) ~4
""")
HARDEST_CASES = phrases("""
    (hardest|toughest|trickiest|most difficult|most challenging|hard|tough|difficult|tricky|challenging|trouble|\
        problem|complicated|complex) ~3 (patients|patient|cases|case|discharges|discharge|clients|families|\
        residents|situations|ones|place|staff|cover|discharging|placing|referrals|starts|shifts)
    (patients|cases|discharges|clients|families|residents|situations|ones|starts|referrals|discharge|people|who) ~5 \
        (hardest|toughest|trickiest|difficult|challenging|hard|tough|headache|headaches|stuck|fall through|falls \
        through|fail|bounce back|bouncing back|readmitted|tricky|trouble|nightmare|fall apart|went wrong|go wrong|\
        goes wrong|went badly|back in the hospital|bounce|bouncing|coming back|slip)
    things ~4 (fall|fell|break|broke|go wrong|went wrong|slip|stuck)
    (what|which|where|when) ~5 (fall through|falls through|fall apart|falls apart|breaks down|break down|get stuck|\
        gets stuck|goes wrong|go wrong|slip through|bounce back|readmit|readmitted|readmission|readmissions)
    (hardest|toughest|most difficult|trickiest|biggest) (part|thing|piece|challenge|challenges|headache|struggle|\
        problem|problems|frustration) (of|about|with|in|on|for) (your|the|a|getting|sending|discharging|discharge|\
        placing|weekend|friday|those|these|most|this) ~2 (discharge|discharges|unit|patients|patient|cases|home|\
        weekend|weekends|friday|fridays|floor|team|families|placing|job|week)
    (struggle|struggling|struggles) ~3 (place|placing|discharge|discharging|find|finding|staff|cover)
    (challenge|challenges|challenging) ~3 (discharges|discharge|patients|weekend|weekends|cases|families)
    (which|what|who) ~5 (grief|headaches|headache|trouble|sleepless|gray hair|worry) ~4
    (which|who|what (kind|sort|type) of) ~8 (wear|wears|wearing) you (out|down|all out) ~6
    (which|what|who) ~6 (lie awake|lose sleep|dread|dreading) ~4
    (which|what|who) ~8 (troublesome|awkward|vexing|sticky) ~6
    (which|what|who) (ones|kind|kinds|people|patients|families|sort|type|types) (is it|are they|do|does|mostly|usually|tend|end|of|get|\
        gets) ~8 (stay|staying|stuck|wait|waiting|back|end up|left|longest|fall|slip|nobody|late)  ~4
    who is (the)? (worst|hardest|toughest|trickiest) ~3
    (one|ones|case|cases|patient|patients|kind) ~1 (nobody|no one|no agency|none of them) ~2 (take|takes|touch|want|wants|cover|staff) ~3
    (which|who) ~6 (keep|keeps) you ~2 (late|up|awake|nights|on the phone) ~4
    (which|who) ~6 (hardest|toughest|most difficult|trickiest) ~6
    (hard|tough|difficult|tricky|impossible) to (get|find|place|cover|staff|settle|send|arrange|move) ~4
    (hardest|toughest|trickiest|most difficult|worst) ~2 (for you)? to (get|find|place|cover|staff|settle|send|arrange) ~4
    (time|day|part) of the (week|day|month) (is|are|gives|causes) ~2 (worst|hardest|toughest|trouble|difficult|\
        hard) ~4
    (turned away|turned down|refused|declined|sent back|passed over|said no to) ~5
    (last|latest|recent) (one|case|discharge|patient|time) ~3 (went|go|goes|fell|fall|came|come) (wrong|badly|\
        through|apart|back|sideways) ~3
    (what|which) (kind|kinds|sort|type|types) of (patient|patients|case|cases|discharge|discharges|family|families|\
        client) ~3 (hard|hardest|tough|toughest|difficult|trouble|problem|trickiest) ~5
    (give|gives|giving|cause|causes) (you|your team|you all) (the most|most|any|so much)? (trouble|headaches|grief|\
        problem|problems|worry|a headache) ~3
    (which|what|who) ~6 (you|you all) ~2 (worry|worried|worrying) about ~4
""")
PROCESS_SURELY = phrases("""
    who ~3 (hands|gives|shows|reads) ~4 (list|lists|names)
    who ~2 (talks|speaks|sits down|goes over) ~1 (to|with|it) ~3 (family|families|them|patient|patients) ~6
    (is it you|do you|does your ({role})|or your ({role})) ~2 (who|that)? ~1 (gives|give|hands|hand|furnishes|furnish|sends|send|\
        provides|provide|tells|tell|passes) ~2 (family|families|them|people|patients|clients)? ~3
    by (what|which) means ~6
    (families|they|people|patients) ~2 (get|gets|given|see) ~2 (list|names|sheet|options) ~3
    do (families|patients|they|the families|people) ~1 (pick|choose|decide) ~6
    do you (like|prefer|want) ~1 (a)? (text|call|phone|email|visit|phone call) or ~4
    who (is it|is|was it) ~1 (gives|hands|shows|tells|passes) (them|families|people|patients|a family|the family) ~4
    (when|if) (a|the|one) (family|patient|daughter|son|resident) (asks|ask|wants|needs) ~8 (who|how|what|which) ~8
    do you ~1 (give|hand|pass|show|tell) (families|the family|them|people|patients) ~5
    (want|like|prefer) (me|us|agencies|reps) ~1 (calling|to call|to text|to email|to reach|texting|emailing|to go through) ~6
    (phone|call|text|email) or (a|an)? (text|email|phone|call|visit)
    how (do|does) (families|patients|residents|the families|people|your families|your patients) ~2 (choose|pick|\
        find|decide|select|learn|hear|get) ~5
    how do you ~2 (decide|choose|pick|select) ~5 (agency|agencies|list|refer|send|who|which)
    (walk|take|talk) me through ~4 (discharge|discharges|process|referral|week|unit|what happens when)
    what (usually|normally|typically|generally) happens ~6
    what do you do (when|if|with) ~6
    what happens (to|with) (them|him|her|those|the) ~5
    what happens (when|if|after|once|before|with|to) (nobody|no one|a|your|someone|the|one of|they|patients|\
        families|somebody|residents) (patient|patients|family|families|resident|residents|person|weekend|discharge|\
        client)? ~6
    who (picks|chooses|decides on|calls|contacts|finds|sets up|arranges) (the|an|which|home)? ~1 (agency|agencies|\
        home care|care) ~6
    who ~3 (gives|hands|puts together|keeps|provides|updates) ~4 (list|families|names|options|referral)
    how (does|do|did|would) (a|the|your|that)? ~2 (discharge|discharges|referral|referrals|placement|placements|\
        process|handoff|intake) ~3
    do you (make|send|do|write) ~2 (referrals|referral) ~4
    (best|right|preferred|easiest) (way|method) (to|for|of) ~6
    (get|be|added) (on|to) (your|the) (list|rotation|referral list)
    (one of|on) the (agencies|names) ~3 list
    how (do|does|would) (you|your team|you guys|you all) ~2 (handle|deal with|cover|manage|cope with|go about) ~6
    how (does|do) (it|this|things|that) ~2 (go|play out|work|look|run|usually go) ~2 (here|when|on your|for you|once)
    how (does|do|is|has|did) (it|this|things|that|one) ~2 (go|goes|going|gone|play out|playing out|turn out|end up|run) (here|on ~3|when ~6)?
    how (it|this|that) (goes|works|runs|happens) ~6
    who ~1 (puts|hands|passes|makes|draws) ~3 (sheet|list|names|page|card|families) ~4
    who ~1 (points|sends|steers|tells|directs) (them|families|people|patients) ~4
    (see|hear|ask|learn|know|find out) (how|what) (you|you guys|your team|you all) (do|handle|deal with|cover|manage) ~6
    (what|how) (happens|goes|do you do) (on|with|in|after|once|when) ~6
    would you rather (i|we) ~6
    (easiest|best|simplest) (way|thing) (for you)? to (reach|contact|get) (us|me|somebody|someone|you|hold) ~4
    how do you like ~2 to (get|be|keep|stay) (in touch|contacted|reached|told) ~3
    how many of (those|these|them) ~6
    how (the)? ~2 (list|rotation|process|discharge planning|placement) (works|goes|happens) ~3
    who (do|does|would) (families|patients|people|they|your families|your patients) ~2 (turn|go|call|ask|talk|\
        reach) ~5
    what happens (when|if) (a|the|your|one of your|somebody|someone|no) ~5 (home|alone|agency|answers|discharged|\
        weekend|caregiver|help) ~5
    how (does|do|would) (a|the|your|someone|somebody) (patient|person|family|discharge|resident)? ~4 (get|go|move|\
        leave) ~3 (home|here|from) ~6
    what happens on your (end|side|unit|floor) ~6
""")
CONCERN_SURELY = phrases("""
    what (worries|concerns|bothers|scares|frightens|troubles|upsets) ~3
    (biggest|main|number one|greatest) (concern|worry|fear|hesitation)
    (concerns|worries|hesitations|reservations|fears) (do|does|did|would|about|with|that|you|she|he) ~4
    (hesitate|hesitant|hesitation|reluctant|uneasy|on the fence)
    what would ~6 (have to|need to) (do|see|show|prove|happen|change|be) ~6
    what is (holding|stopping|keeping) ~4
    what (are you|is she|is he|are they) ~2 (most)? (afraid|scared|worried|anxious|nervous|concerned|frightened) ~3
    (biggest|greatest|worst) (fear|worry|concern|nightmare) ~3
    what ~3 (hoping|hope|wish|want most|dream) for ~4
    what would make (you|her|him|them) (feel|say|more|happy|comfortable|trust) ~5
""")
CURRENT_PROVIDER = phrases("""
    (have|got) (somebody|someone|anybody|anyone|people|a place|an outfit) ~1 you (call|use|send|ring|turn to|go to|like) ~6
    (agency|agencies|provider|providers|company|companies|competitor|competitors|home care list) ~6
    (who|what|which|whom) ~3 (do you|are you|you|does your) ~3 (use|using|refer to|send to|work with|working with|\
        rely on|send|call|calling|go to|partner)
    (anyone|anybody|someone|somebody|who) ~2 (helping|helps|coming in|comes in|caring for|assisting|cares for|\
        helped|taking care of|takes care of|looking after|looks after|care for) ~4
    (current|previous|present|existing|other|last|private) (caregiver|caregivers|helper|aide|arrangement|help|home \
        care|service|services|support)
    (have|had|has) (you|she|he|they|your|any|any of) ~3 (used|tried|had|worked with|talked to|talked with|spoken|\
        looked at|looked into|hired|received|got) ~5 (care|help|caregiver|caregivers|home care|else|others|anyone|\
        service|services|aide|before|us)
    how (is|are|has|have) (that|they|it|those|your (agency|caregiver|current|present|arrangement|help|helper)) ~3 \
        (working out|work out|working|going) ~3
    (leave|leaves|leaving) you (stuck|short|hanging|stranded|scrambling) ~3
    what (do|does|did) (they|it|those|your) ~4 (do well|doing well|done well|go well|do badly|do right|missing|fall \
        short|do better|do differently) ~2
    what (works|does not work|is working|is not working) ~5
    (what|anything) ~5 (they|them) (do|did|done|does|could|fall|miss|offer|lack) ~5
    (who|what) ~3 (on|in) (your|the) (list|rotation|referral list)
    what (do|did|would) you (like|change|wish|love|dislike|miss) ~4 (about|with|in|different|better|differently)
    (happy|satisfied|pleased) with ~5
    who (do|did) you (turn to|call|ring|phone|lean on|count on|try) ~6
    (outside|other|present) (agencies|agency|help) ~8
    how (is|are|has|was) (that|it|this|they|those) ~2 (working|worked|going|turning) (out)? (for you)? ~2
    (strong|weak|let you down|fall short|disappointed) ~3
    what went (well|wrong|right|badly) (with|at|the) ~6
    (what|where) do they ~3 (right|wrong|well|badly|good|best|short|better) ~6
    (use|using|used|call|calling|lean on) ~1 (anybody|anyone|somebody|someone|others|outside people|outside help) ~4
    (which|what) (agency|agencies|company|companies|outfit|people|services) ~8
    (you|today you|now you) (work|working) (with|together with) (which|what|whom|who) ~4
    (already|now|today|presently) (have|use|using|work with|working with|call) ~2 (outside|other|an|any|some)? ~1 (agency|\
        agencies|companies|company|service|outfit|anybody|somebody|someone) ~4
    (you|you all|you guys) (use|using|have|got) (a|an|any) ~2 (home care|outfit|agency|company|service|provider) ~4
    (good|great|strong|bad|weak) at ~8
    (who|which agency|which company) ~3 (you|you usually|do you usually|do you normally|you normally) (send|refer|\
        call|use|turn to|go to) ~6
    (had|have|having) (anybody|anyone|somebody|someone|people|a caregiver|an aide|help) ~1 (coming in|come in|in \
        the house|helping|before) ~3
    what did you think of ~6
    how do you like ~6
    (you|you all|you guys) (work|working|deal|dealing) with (somebody|someone|anybody|anyone|anyone else) ~4
    how (are|have) (they|them|those) ~1 (doing|been|treating|working|done|treated) ~4
    (who|what) ~3 (on|in) (it|that|the sheet|your sheet|the page|the binder)
    how (is|are|was|were) (the|your) (one|ones|agency|agencies|outfit|outfits) (you)? ~3
    (drop|drops|dropped|dropping) the ball ~3
    ^any (good|better|trouble|complaints|problems)$
    how (are|were) they$
    ^(anybody|anyone|somebody|someone) you (like|use|trust|call|work with|send|prefer) ~3
""")
CURRENT_PROVIDER_SURELY = phrases("""
    (who|what|which) do you use (now|today|these days|for that|for those) ~3
    (your|the) (current|present) (folks|people|ones|outfit|crew) ~3
    how (is|are|has|have|did|do) ~1 (that|the|those|these|your) ~1 (agency|agencies|company|companies|outfit|outfits|ones|people|folks) \
        ~2 (been|doing|treating|working|done|worked|do|treated) ~6
    how (have|are|do|did|is|has)? (they|them|those) ~1 (been|be)? (treating|treated|treat) you ~4
    how (have|has|had) (they|that|those|it) been (for|with|to|at) your (people|patients|clients|families|residents|team|staff) ~6
""")
PROCESS_PERHAPS = phrases("""
    (discharge|discharges|referral|referrals|placement|placements) ~6 (work|works|process|go|goes|look like|happen|\
        happens|handled|start|starts|made|team|planning)
    (how|walk me through|tell me|what) ~8 (discharge|discharges|referral|referrals|placements|discharging|process|\
        handoff|intake|admissions|refer)
    how (do|would|should|could|can) (you|we|i) ~2 (like|prefer|want)? ~2 (contacted|stay in touch|reached|\
        communicate|hear|follow up|get on|be added|updates|keep you|work together) ~2
    how (do|would) you (like|prefer|want) (me|us) to ~4
    how do you (usually|normally|typically|currently|handle|arrange|find|match|know|work|get|manage|plan)
    how (many|often) ~3 (discharges|patients|residents|referrals|families|cases|clients) ~6
""")
CONCERN_PERHAPS = phrases("""
    (concern|concerns|concerned|worry|worries|worried|worrying|hesitation|hesitations|hesitant|hesitate|nervous|\
        afraid|scares|scare|scared|reservations|fear|fears|bothers|bother|doubts|uneasy|uncomfortable)
    (holding|holds|hold|stopping|stops|keeping|keeps) you (back|from|up)
    (keeps|keep|keeping) you (up|awake)
    (on|weighing on) your mind
    matters (most|the most|more)
    (most|more)? important (to|for|thing|about|part)
    (biggest|main|number one|top|hardest|worst) (priority|challenge|problem|issue|thing|part|struggle|difficulty)
    what would (make|help) (you|her|him|it) (feel|comfortable|more|say|choose|easier) ~4
    what would it take ~5
    (need|want|like) to (see|hear|know|feel) ~4 (comfortable|confident|sure|better|safe|trust)
    what (are you|would you be|were you) (looking for|hoping for|expecting|hoping to|hoping) ~6 (agency|caregiver|\
        company|us|most)?
    (good|ideal|perfect|great) (outcome|caregiver|situation) ~5
    (too|so) (expensive|much|high|pricey) ~3
""")
