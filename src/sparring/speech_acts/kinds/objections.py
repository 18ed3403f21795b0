"""Objections: taking one seriously, asking about it, answering it, and checking that it is settled."""

from typing import Final

from sparring.speech_acts.acts import ActKind
from sparring.speech_acts.phrase_families import ClauseForm, Family
from sparring.speech_acts.phrases.notation import phrases

_ACKNOWLEDGES = phrases("""
    (i|we) (completely|totally|fully|certainly|absolutely|do|can|definitely|hear and)? (understand|get|hear|respect|\
        appreciate|see) (that|you|why|where|your|how|it|the|completely|what) ~2
    i (completely|totally|fully|certainly|do) understand$
    ^i (understand|hear you|get it|get that|see)$
    ^(totally|completely|absolutely|sure|no|yeah|yes|okay|oh)? ~1 (get|hear|understand|feel) (it|that|you)$
    ^(that is)? (a)? fair (hit|call|ask|worry|shot|comment|thing) ~3
    (that is|it is) (entirely|quite|perfectly|only|altogether) (proper|right|natural|correct|just) ~6
    such a (fair|real|natural|common|reasonable) (thing|worry|question|concern|point) ~4
    that is a (most|very)? (natural|proper|true|reasonable|understandable) (hesitation|concern|word|reservation|thing) ~4
    (that|it) (would|will) make (me|anybody|anyone) ~4 (too|as well)
    (that|this|it) (makes|does make|would make) (complete|total|perfect|a lot of|good|so much)? sense
    (that is|that is a|it is a|this is a|that is such a) (fair|understandable|reasonable|valid|completely fair|\
        totally fair|fair enough|smart|good|great|very good|natural|common|normal|important|wise|legitimate|\
        excellent|perfectly) (point|question|concern|worry|thing to ask|thing to|reaction|feeling|instinct|reason|\
        one|enough)?
    ^(fair|good|great|excellent|valid) (enough|point|question|concern)
    you are (right|absolutely right|not wrong|completely right|right to) ~3
    i do not blame you
    (you have|you have got) every (right|reason) ~3
    ^(understood|noted|point taken|that is understandable) ~2
    i get (it|that)$
    ^(fair|makes sense|understandable|normal|i would too|so would i|same here)$
    ^(nobody|no one) (likes|wants|enjoys|loves) (that|it|to|being) ~4
    you (must|probably)? (hear|get|heard|hear all) (it|that|this) (a lot|all the time|every day|from everybody|from everyone|all day) ~3
    (that is|it is|this is) (real|pretty|so|quite|super|awful|awfully|mighty)? (common|normal|natural|fair|reasonable) ~3
    (most|a lot of|many|plenty of|lots of|all) (folks|people|families) ~2 (feel|feels|felt|say|think|worry) ~6
    (most|a lot of|many|plenty of|lots of|all) (folks|people|families) (do|would|are|would be) (too|at first|these days)?$
    ^(sure|yes|yeah|no|oh|well|right)? ~1 (you have|you got|you have got|they are|she is|he is|you are) ~1 (people|agencies|somebody|folks|ones|some) ~1 \
        (you|your) ~4
    ^(no)? of course (not|it is|it (would|does)|(she|he) (does|is|would|has)) ~6
    (can not|could not|hard to|will not|would not) (argue|quarrel|disagree|blame|fault) ~4
    (i would|i might) (say|tell|think|do) (the same|that too|likewise) ~2
    (that|this) is (exactly|just)? what i (figured|thought|expected|would think|hear)
    (that|this|it) makes sense ~1
    (i|we) know (it|that|this) is ~2 (more|hard|a lot|not cheap|expensive|higher|much|bit more) ~4
    ^(i|we|oh i|yes i) (believe|know|figured) (it|that|you) ~3$
    (i|we) would be (tired|wary|careful|mad|furious|upset|annoyed|worried|cautious|skeptical) ~2 (too|as well|myself)
    (fair|right|okay) enough ~1 (that)? you (are|feel|were|would be) ~2 (wary|careful|cautious|skeptical|worried|upset|tired|mad) ~2
    (get|understand|see|know) why you (would|will|might|are|feel|did) ~5
    ^(they|they all|everybody|we all|people|reps) (do|does|sure do|certainly do)$
    you (had|have|had got) (every|all the|a) (right|reason) to ~5
    ^money is money$
    is real money
    (many|most|a lot of|lots of|other|plenty of) (families|people|of our families|of our clients|clients|daughters|\
        sons|spouses|husbands|wives|case managers|social workers|discharge planners|directors) (feel|felt|say|ask|\
        tell|worry|have (the same|that|said|asked|felt)|think|start out|are|we talk|i talk) ~3
    you are not the (first|only) ~4
    (totally|completely|perfectly|very|absolutely) understandable
    i (would|might|would probably) (feel|want|ask|think|worry|be) ~3 (the same|too|that|same way|exactly|as well) ~2
    (glad|good that|appreciate that) you (asked|said|brought|raised|mentioned|told me|are asking|are honest|being \
        honest|being direct)
    thank you for (telling|being|sharing|saying|letting me know|your honesty|raising)
    thanks for (telling|being|sharing|saying|letting me know|your honesty|raising)
    (it is|that is) (a lot|real) (of)? money
    (it is|that is) a (big|hard|huge|major|tough|serious) (decision|step|commitment|investment|expense)
    i can see (why|how|that)
    (that|it) is (only)? (natural|normal|human|to be expected)
    ^(of course|understood|absolutely|fair enough|sure of course)$
    ^(no)? i (get|hear|understand|see|know|respect|appreciate) (it|that|you|why) ~2$
    (see|get|understand|know|respect) (why|what|where|how) you (would|might|are|feel|say|mean|say that|ask|think|\
        want|worry) ~4
    (i would|i might|anyone would|most people would|anybody would) (be|feel|worry|ask|think|want|wonder) ~5 (too|as \
        well|the same|if i were you|in your (shoes|place|position)) ~2
    (you are|you have got) (right|smart|wise|not wrong|entitled|correct) (to|about|that|it|there) ~4
    (yes|yeah|sure|it is|that is|i know) ~2 (it is)? (a lot of|real|serious|big|not cheap|no small) (money|expense|\
        decision|step|cost|commitment) ~3
    (it is|that is) not (cheap|nothing|easy|a small thing|a small amount|a little thing) ~3
    (that is|it is|this is) (completely|totally|perfectly|very|quite|entirely|only|of course)? (understandable|fair|\
        reasonable|natural|normal|human|valid) ~3
    (that is|it is) (a)? (fair|good|great|valid|reasonable|smart|excellent|legitimate|important|very fair) (point|\
        question|concern|worry|thing to (ask|worry|say)|one|enough|objection)
""")
_ACKNOWLEDGES_UNDONE = phrases("""
    (do|did|help me|to make sure i|let me make sure i|if i|make sure|want to|like to|need to|to) ~2 (understand|\
        hear|see|get|appreciate) ~2
    appreciate (it|the|your|all|you|everything)
    (i|we) (see|get) (the|a|him|her|them) ~3
    (i|we) see it ~2
    (i|we) (do not|can not|could not|did not) (understand|get|hear|see|appreciate)
    (when|as soon as|if) (i|we) (see|get|hear|understand)
    (see|hear|get) you (on|at|then|soon|tomorrow|{day}|set|started|a|the|in|out|back|an|some|next)
    does that make sense
    (i|we) (get|see) (the|it|that) (a lot|all the time|every|in|from)
    (i|we) (get|see|hear) (how many|what time|when)
    you are right (next|near|around|there)
    i (hear|get|see) (a lot|the address|the name)
    appreciate (your (time|call|calling|help)|the (time|call|opportunity)|you (calling|taking|seeing|speaking|\
        meeting))
    great question to
""")

_ASKS_FOR_GAIN = phrases("""
    (it take|take|need to do|have to do|got to do) ~2 to (get|win|land|be|become|make|have) (in|on|onto|into|a|an|one|the|your (business|list|referrals|next ~1)|\
        us|me|number ~1|you (to)? (send|try|use|sign|switch|say)) ~6
    (it take|take) to (win|land) ~6
""")
"""What a rep would gain: "what would it take to get on your list" asks nothing about what speaks against it."""
_ASKS_ABOUT_OBJECTION = phrases("""
    (what|which) (part|piece|exactly|specifically|about|is it about) ~6 (concerns|worries|bothers|feels|makes|\
        scares|gives|seems|hesitant|worried|uncomfortable|high|expensive|too much|hesitate|bother|concern|worry)
    (what|why) ~1 (making) you (say|feel|hesitate|hesitant|nervous|think|unsure|worry|worried|want to wait|pause)
    (what|why) (makes|made) you (say|feel|hesitant|hesitate|nervous|think|uncomfortable|worried|unsure|skeptical|\
        uneasy|wary|reluctant) ~3
    what would ~6 (have to|need to) (do|see|show|prove|happen|change|be|look like) ~6
    what would make you hesitate ~6
    what (is it|is) (about|behind) (that|the|it|having|this|your|a) ~4
    what (is|might be|would be) (holding|stopping|keeping) (you)? ~3
    what (holds|stops|keeps) you ~3
    (can|could|may|do you mind if) i ask (you)? (what|why|how|where|which|a bit|more) ~10 (worries|concerns|bothers|\
        hesitant|hesitation|mind|that is|you say|expensive|price|cost|comparing|feel|behind|concerned|concern|worry|\
        that worry|comes from|about that|makes you)
    (help me|to help me|so i|i want to|i would like to|let me) understand (what|why|that|your|the|more|where|a bit) \
        ~6 (concern|worry|hesitation|worries|concerns|bothers|that|hesitant|feels|comes from|price|about it|why|\
        holding)
    (tell|say) (me)? (a (little|bit|little bit))? more about (that|your (concern|worry|hesitation|experience|\
        concerns)|what (worries|concerns|happened)|the (concern|worry|last agency|bad experience|experience)|why)
    (when you say|do you mean) ~4 (expensive|high|too much|not ready|pricey|costly|a lot|think about it|not \
        interested|happy with|we are covered|covered|fine|no|enough|busy|think|hesitant|not sure|careful) ~8
    (what is|is there something) on your mind ~3
    (where|what) (does|is) (that|the|your) (worry|concern|hesitation|fear) (come|coming|about|based) ~3
    compared (to|with) what
    (are|were) you comparing (it|us|that|this|me)? ~4
    what (are you|were you) comparing (it|us|that|this)? (to|with|against)?
    is it (the|more|mostly|mainly|that|about|a) ~4 (price|cost|hourly rate|money|total|timing|stranger|idea|\
        contract|minimum|privacy|quality|trust) ~8
    (what|how) (would|could|might) (it take|you need|make you|help you|need to|make that|make it|have to) ~4 (see|\
        hear|feel|happen|know|comfortable|easier|worth|true|change|better|earn|be) ~6
    what (happened|went wrong|did they do|was it) (with|that|last|when|there|before) ~6 (agency|time|company|\
        caregiver|last|them|before|happened|you|one)
    what (are|is|were) (your|the|her|his|the main|your main|your biggest) (concern|concerns|worry|worries|\
        hesitation|hesitations|fear|fears|reservations|reservation) ~6
    what (worries|concerns|bothers|scares|troubles) (you|her|him|them) (most|the most|about|so much)? ~5
    (where|how) does that (worry|concern|come from|hesitation|feeling) ~3
    how (so|come)$
    ^(why|like what|in what way|meaning what)$
    what do you mean (by|when)? ~3
    (do you mind|mind) (telling|sharing|if i ask) ~5 (why|what|happened|more|reason)
    (has|have|did|had) (she|he|you|they|your ({family})|mom|dad) ~2 (a|an|any|some)? (bad|rough|awful|terrible|poor) (time|experience|run|luck) ~6
    (when|where|how|why) (do|does|did) (they|she|he|it|those|that) ~1 (fall short|let|fail|go wrong|not|miss|hate|dislike|mind|want|feel) ~6
    what has (she|he|your mom|your mother|your dad|your father) said about (it|that|having|this) ~3
    what (were|are|had|was) (you|he|she) ~1 (expecting|hoping|thinking|planning|budgeting) ~4
    what (would|do|did) (you|he|she|they) need to (see|know|hear|feel) ~6
    what (is it|is) about (a|an|the|having|it|us|that|somebody|someone) ~6 (bothers|worries|troubles|scares|bother)
    (has|have|did) (a|any|the|some) (family|families|resident|patient|doctor|one) ~3 (said|say|complained|told|asked) ~4
    what (do|does|did) (they|families|people|patients) ~2 (ask|say|tell|want|worry) ~4
    what (makes|made|has) (you|it|that) (say|feel|think|seem|sound|look|worry|pause|hesitate) ~5
    (is|was) (it|that) (more than|higher than|not what|different from|over) (you|what you) (expected|thought|hoped|\
        were hoping|planned|had in mind|imagined|were expecting) ~3
    (has|have|did) that (happened|happen|been the case|come up) ~2 (before|to you|with|here|last|lately|once) ~4
    what (was|is|were) the worst (of it|part of it|thing about it|bit of it) ~8
    what happened (the)? (last|other) (time|one|agency|company) ~8
    (can|could|may|might) i ask ~1 (what|why|where) ~6 (had in mind|were expecting|expected|hoped for|were hoping|difficulty|\
        hesitation|worst|last time|lies|put you off) ~8
    is it (that)? ~8 or (is it|that|the|mostly|more|about|something|somebody|having|us) ~8
    what is it (that|about)? ~1 (would|will|does|that|is)? ~3 (upset|bother|worry|scare|set|stop|trouble|make) ~8
    is it ~6 (or|that) ~6 (bothers|worries|concerns|troubles|stops|bothering|worrying|holding|scares|the problem|\
        the issue) ~4
    (tell|say) (me)? ~2 (about)? (what happened|what went wrong|more about what) (with|to|there|last|back|when|\
        then) ~4
    (can|could|would) you (say|tell me|share|explain) (a (little|bit|little bit))? more about (what|why|that|how|\
        your|the) ~6
    what would (she|he|you|they|your (mom|mother|dad|father|husband|wife)|mom|dad) (need|want|have|like) ~2 (to)? \
        (be|feel|see|know|hear|trust|say|accept)? ~3 (comfortable|sure|safe|confident|easier|yes|trust|accept|okay) \
        ~4
    (which|what) (part|bit|piece|side|thing) (sounds|feels|makes|seems|is) ~6
    (which|what) (part|bit|piece|side|thing) (of (it|that|this)|about (it|that|this)|is it that|worries|bothers|\
        concerns|gives) ~5
""")

_CHECKS_SETTLED = phrases("""
    (does|did|do|would|is|will) (that|this|it|any of that|all that) (help|answer|address|make sense|sound (right|\
        fair|okay|good|better|reasonable|all right|like)|ease|settle|put|cover|work for you|take care|feel (better|\
        okay|right|more|easier)|clear|resolve|make you feel|seem (fair|reasonable|okay)|make it easier|change|give \
        you) ~6
    (does|did|would|will) that (take|put|bring|lift) ~5 (worry|weight|pressure|stress|ease|rest|comfort|away) ~3
    what (questions|concerns|worries) (do|are|would|might) you ~4
    (does|did) that ~3 (make sense|your question|your concern|your mind)
    make sense$
    (have|did) i (answered|answer|addressed|address|cover|covered|clear|cleared) (your|that|the|all|what|everything|\
        up) ~4
    how does (that|this|it) (sound|feel|sit|land|strike|seem|compare)
    how do you feel about (that|this|it)$
    is (that|this|it) (okay|clearer|fair|helpful|better|more comfortable|all right|reasonable|acceptable) ~5
    (are you|do you feel|would you be|would you feel|are you feeling) (okay|comfortable|more comfortable|better|at \
        ease|good|a bit better|all right|easier|reassured) (with|about|now|knowing|having|if) ~4
    (is there)? (anything|any thing) else (that|you|on your mind|worrying|worries|about|concerning|holding|you \
        would|i) ~6
    (any|do you have any|are there any|is there any) (other|more|further|remaining|else)? (concerns|questions|\
        worries|doubts|reservations|hesitations) ~5
    what (other|more|further) (concerns|questions|worries|doubts|reservations|hesitations) ~5
    what else (is|would|can|could|do|are|about|should) ~3 (worrying|worry|worries|concerns|know|mind|concerning|\
        answer|like|help|need|ask|hear|bothering) ~3
    what (other|else) (questions|concerns|is on your mind|worries|would you|can i answer|do you) ~5
    (still|left|remaining) ~2 (worried|worries|concern|concerned|unsure|concerns|bothering|unclear|on your mind) ~4
    (settle|settles|settled|answered|cleared up|clear up|clears up) (that|it|your) ~3
    what (is|are) your (thoughts|thought|feeling|reaction) (on|about|to)? ~3
    what do you think (about|of)? (that|this|it)?$
    (would|does|will|did|could) (that|this|it) (get|make|put|keep|leave|bring) ~2 (comfortable|happy|happier|easier|easy|on board|past \
        it|over it|at ease|there|okay with it) ~2
    would that (help|work|ease|make|be (okay|enough|helpful|fair)) ~5
    (does|would|will|did|is) that ~1 (answer it|settle it|do it|enough|take care of it|sit|suit|work|easier|better|worth a try) ~6
    (would|does|will) that (sit|go) ~1 (all right|right|easier|well|better|okay|down) ~4
    (that|this|it) (take|takes|ease|eases|help|helps|settle|settles|answer|answers|sound|sounds|work|works|cover|covers|fix|fixes|do|does) ~4$
    ^(fair|good|that good) (enough)?$
    ^(we|you|are we|all) good (on that|with that|there)?$
    (are we|we) (good|okay|set|square|clear|fine) (on|with|about|there) ~3
    (does|would|did) that (sit|feel|go down|work|land|seem|sound) (right|well|alright|all right|okay|better|easier|fair) ~3
    (would|does|did) (that|it) (put|set|leave) (your|his|her|their|you|his) ~1 (mind|heart|at ease|easy) ~3
    does that (take care of|deal with|answer|cover|settle) ~4
    how (do|are) you (feel|feeling) (about|with) (it|that|this|things|the price|the cost|the idea) (now|so far|at \
        this point) ~2
    (is there|are there) (something|anything|any thing) else ~6
    (so)? (would|will|does) that be (okay|all right|fine|fair|enough|better|easier|acceptable|good) (with|for|to)? \
        ~3
    (is|are) (that|you|it|things) (a (bit|little|little bit))? (clearer|better|easier|more comfortable|less worried|\
        at ease|reassured|okay|all right|comfortable|happier|settled) (now|with|about|then|at all|for) ~5
    (does|did|do|would) (that|this|it|any of that) (help|sound better|sound better|feel better|sit better|make it \
        better|clear|clears|answer|ease|settle|reassure|calm|set) ~6
    have (i|we) (answered|covered|addressed|cleared up|put your mind|settled) ~6
""")

_CHECKS_IN_ORDER = phrases("""
    (you are|it is|this is|that is) (okay|fine|good|clear|comfortable|happy) (with|for) ~2 or (you|it|there|is|not) ~6
""")
_ANSWERS_OUTRIGHT = phrases("""
    (the)? reason (we|our|it|that|for that|the) ~6 (cost|costs|more|higher|is that|is because|charge|rate|do)
    (the)? difference (is|between|with us|here|is that|you) ~4
    what (you get|you are paying|that pays|that covers|sets us apart|makes us different|we do differently|is \
        different|that means|that buys) ~6
    (that is|which is|this is) (exactly)? why (we|our|i|every|all) ~4
    (when|if) you (compare|add up|add|hire|look at|use|pay) ~8 (privately|private|yourself|taxes|insurance|\
        liability|employer|cheaper|on your own|back injury|payroll)
    (with|through|unlike|using|hiring) (a|an|us|private|someone|the) (private|registry|us|helper|privately|\
        independent) ~10
    (we are not|i am not|not) (asking|trying|looking|here) (you)? to (replace|take over|take|switch|drop|stop|give \
        up|change) ~5
    (as|be|keep us as|think of us as|consider us) (a|your) (second|back up|backup|extra|plan b|next call|\
        additional) ~4
    (she|he|your mom|your mother|your dad|your father|they) (stays|stay|keeps|still|will still|remains) in (control|\
        charge) ~3
    (start|begin|try) (small|slow|slowly|with a few|with just|with a couple|with one|with short|out with) ~5
    you can ~9 (stop|cancel|quit|change it|end it|adjust it|pause) (any time|anytime|at any time|whenever) ~3
    we (cost|charge|are) ~5 more (because|than|per|an hour) ~6
    (you|she|he) (can|could|are free to) (change|stop|cancel|switch|end|adjust|pause|ask for (a different|another)) \
        ~6 (any time|anytime|at any time|without|whenever|caregiver|notice|the schedule|it)
    (no|without a|not locked into a|there is no) (long term)? (contract|commitment|obligation) ~3
    (you|she|he|they) (get|gets|can|will|would) (to)? (meet|interview|choose|approve) (the|her|him|them|your|each|a|\
        any) ~2 (caregiver|caregivers|aide|person|first|before) ~4
    (the)? (point|good news|nice thing|advantage|benefit|thing) (is|of|about) (that)? (you|we|our|using|having|she|\
        he|an agency|it) ~4
    (you|she|he|they) (can|could|would|will|get to) (meet|interview|try) ~6 (pick|choose|decide|see|keep|walk away|\
        stop|say no) ~5
    (try|start with|give) us ~2 (for|a|one) ~2 (week|case|visit|shift|month|day|chance) ~6
    (nothing|no papers|not a thing) to sign ~4
    here is what that (pays for|covers|buys|includes|gets you)
    we (handle|take care of|cover|pay|carry) (the|all|all the|payroll|workers|all of) (taxes|payroll|insurance|\
        workers|liability|that|scheduling|of that) ~4
    keeps (her|him|your) ~4 (home|independent|out of)
    (private|privately|yourself|on your own|cash|craigslist|a friend) ~8 (taxes|injury|injuries|injured|hurt|liable|\
        liability|responsible|insurance|employer|audit|on you|yours|your problem) ~4
    (taxes|injury|injuries|liability|payroll|insurance) ~4 (are|is|would be|become|becomes) (yours|on you|your|your \
        problem|your responsibility) ~2
    (keep|keeps|choose|chooses|set|sets|decide|decides) (her|his|their) own (routine|schedule|rules|hours|pace|\
        rhythm|house|way) ~4
    (you|she|he) can (change|switch|swap|replace) ~2 (caregiver|caregivers|aide|person|one) ~5
    (only|just) (step|come|jump|fill) in (when|if|where|for) ~8
    (first|second|other) (choice|choices|agency|agencies|pick) (says no|can not|turns it down|turn it down|is full|\
        declines|falls through) ~3
    (do not|no need to|without) ~2 (replace|drop|fire|switch|change|give up) (anyone|anybody|them|the agencies|your \
        (current|other|present)) ~4
    (first|most|usually|often) ~3 (week|weeks|visits|visit|few) ~6 (used to|adjust|comfortable|friends|look forward|\
        warm|settle)
    (many|most|a lot of|other) (families|people|clients|daughters|sons|wives|husbands|case managers|social workers|\
        planners) ~3 (feel|felt|say|said|tell|tell us|worried|think|thought|use|keep|started|find) ~12 (and|but|\
        then|after|until|found|find|now) ~2 (found|find|they|the|what|once|we|a few|after|now|later|that)
    (long term care|veterans|va|aid and attendance|medicaid waiver|insurance) ~5 (may|might|can|could|sometimes|\
        often) (help|pay|cover|offset|reimburse) ~5
    (all|everyone) of (ours|them|our people) (wear|wears|sign|signs|carry|check|are|have) ~6
    (you|they|she|he) (can|could|would|will|get to|gets to) (interview|meet|pick|choose|decide) ~6 (first|themselves|him|\
    her|them|and pick|and choose)
    (it|that) is (offered|done|set up|run|written) as ~6
    you (do not|would not|will not) have to (drop|change|replace|give up|recommend|endorse|pick) ~4
    you would just (give|hand|show|tell) ~6
    (with us|here) (you|she|he|they) (always|only|just)? (get|gets|have|has|see|sees|keep|keeps|meet|meets|pay|pays|\
        deal) ~8
    (it|we|that) (does|do) cost more ~1 (because|since|but|and) ~8
    (and)? (you|she|he) can (stop|cancel|quit|walk away|end|pause|change) (after|when|whenever|any|at|it|with|if) ~4
    you could (try|start|begin) (with)? (one|a|two|just|only|for|small|us|half) ~6
    keep us (for|as|on) ~6
    ^keep (them|those|who you have|what you have) ~4
    (use|try|call) (me|us) (for|on|when) (the|your|fridays|weekends|nights|those|what|they|it|nobody) ~6
    ours (are|get|have|all|do) ~6
    (only|just) (for|on|take|want) the (cases|ones|days|nights|patients|calls) ~1 (they|nobody|that|your|you) ~6
    (we|i) (can|could|would|will|want to|am happy to|would like to) ~1 (be)? ~1 (like)? (your|a|the) (back up|second|plan b|extra|spare|standby|safety net) ~6
    (keep|keeping|stay with|hold on to|go on using) (your|the ones|who|them|those) ~2 (agencies|you have|you like|people|you use|and) ~6
""")
_ANSWERS_UNDONE = phrases("""
    (what|who|which|how) (is|are|was|were) the (reason|difference|point) ~3
    (you|they) (said|mentioned|told me) (that|you|the) ~8
""")

_CHECKS_SETTLED_UNDONE = phrases("""
    (would|will|does) it (help|make sense|be okay|be all right|be helpful|be useful|work) (if|to|for)
    (is|would) (it|that) (okay|all right|fine) (if|to|for) ~2
""")

FAMILIES: Final = (
    Family(ActKind.ACKNOWLEDGES, _ACKNOWLEDGES, _ACKNOWLEDGES_UNDONE, ClauseForm.STATEMENT),
    Family(ActKind.ASKS_ABOUT_OBJECTION, _ASKS_ABOUT_OBJECTION, _ASKS_FOR_GAIN, ClauseForm.QUESTION),
    Family(ActKind.CHECKS_SETTLED, _CHECKS_IN_ORDER, _CHECKS_SETTLED_UNDONE),
    Family(ActKind.CHECKS_SETTLED, _CHECKS_SETTLED, _CHECKS_SETTLED_UNDONE, ClauseForm.QUESTION),
    Family(ActKind.ANSWERS_OBJECTION, _ANSWERS_OUTRIGHT, _ANSWERS_UNDONE, ClauseForm.STATEMENT),
)
