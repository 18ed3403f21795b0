"""Closing: a next step, and contact details."""

from typing import Final

from sparring.speech_acts.acts import ActKind
from sparring.speech_acts.phrase_families import ClauseForm, Family
from sparring.speech_acts.phrases.notation import phrases

_PROPOSES = phrases("""
    ^~2 ({day}|tomorrow) (at)? (#|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon) or ({day}|tomorrow|at)? (at)? (#|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon) ~6
    (can|could|may|let|shall) (i|me|us|we) ~1 (send|get) (someone|somebody|a nurse|our nurse|the nurse|her|him|one of us) \
        (out|over|by|round|to (see|meet)) ~5
    (i|we) would (stop|come|drop|swing|run|head) (over|by|in|out|around|round) ~2 ({day}|tomorrow|this|next|at|around) ~6
    (have|send|get) (our|my|a|the) ({role}|nurse|care manager|coordinator|care coordinator|supervisor|aide) (stop|drop|swing|\
        run|head|pop|look) (by|over|in|out|around|round) ~6
    (set|put) you (up|down) (with|for) (one of|our|a|somebody|someone) ~5
    if ({role}|she|he|you|mrs ~1|mr ~1) ~2 (brought|took|had) (me|us|our nurse) ~1 (along|over|by|up|round) ~8
    (shall|could|can|may) ({role}|*) and i (come|stop|drop|swing|visit|pop) ~6
    (would|do) (like|love|want) to do (the|a|your|our) {visit} ~4
    i (have|have got|can do|could do) ({day}|tomorrow) ~4 or ({day}|tomorrow|at) ~3
    (want|like|need) (me|us|somebody) (out|over|up|down|back)? (there|by|to come ~2|at the house|to stop by) ~2 ({day}|tomorrow|at|this|next) ~8
    (propose|suggest) that (i|we) ~1 (call|come|visit|attend|meet|stop|telephone) ~8
    (might|may|could|shall) i ~6 (telephone|ring|call upon|call on|visit) (you|them|again|on) ~6
    (i|we) ~1 (come|visit|attend|call) ({day}|tomorrow|on the #) ~4
    why (do|would) not (i|we|you and i) ~1 (come|run|head|ride|drive|stop|call|send|meet|sit|set|swing|drop|give|start|plan|get|find|\
        have) ~6
    why do (i|we) not (come|stop|call|send|meet|sit|set|swing|drop|give|start|plan|get|find|have) ~6
    (would|do) you mind if (i|we) (came|come|stopped|stop|called|call|dropped|drop|sent|send|met|meet|brought|bring|\
        checked) ~5
    (schedule|set up|book|arrange|plan|set|offer|put|pencil|start with|find a time for|do a|hold) (you|us)? (a|an|\
        the|our|that|your|this|in a|another|for a|some) (free|complimentary|no cost|no obligation|quick|short|brief|\
        in home|home|follow up|fifteen minute|ten minute|twenty minute|thirty minute|care|first|in person|phone|\
        staff|lunch and learn)? (free|complimentary|in home|home|care|no obligation|no cost)? {visit} ~2
    (would|can|could|may|shall|should|might|let|will|i will|i would like to|i would love to|we will|we would|how \
        about|like|want|i am going to) ~2 (i|we|me|our nurse|our care manager|us|someone|to)? (come|stop|swing|drop|\
        drive) (out|by|over|in|see|meet|and see|and meet|to see|to meet|to your|to the house|to her|to his|down) ~4
    (i|we|our nurse|our care manager|my care manager|our coordinator|a care manager|someone|care manager) (can|\
        could|will|would|may) (come|visit|meet|stop|be there|drop|swing|call|check back|send|bring|follow up|email) \
        (you|out|with|by|her|him|on|at|there|in|over|back|back on|back next|a|the|your)? ~3 (you|tomorrow|{day}|\
        home|house|meet|see|week|morning|afternoon|agreement|packet|information|confirmation|care plan|both|mom|dad|\
        mother|father|her|him|team|staff)
    next step (is|would be|could be|from here|i (would|suggest)|we|for us|that) ~3
    (what|which) (time|day|days|times|time or day|day and time|day or time) ~6 (work|works|good|best|convenient|\
        suit|suits|visit|meet|come|easier|assessment) (for|with|best|better|out|to)? ~3
    (what|when) (works|would work|is good|is best|is convenient|would be good|would be best|would suit) (for|with)? \
        (you|your family|best|everyone) ~3
    when (can|could|may|should|would you like (me|us) to) (i|we|someone|our nurse)? (come|visit|meet|stop by|\
        schedule|sit down) ~4
    (put|get|have|see|find|block|add) ~6 (on|onto|in) (the|your|my|our) (calendar|books|schedule) ~3
    (i|we) (could|can) do ({day}|tomorrow|next|this) ~4
    (i|we) (could|can) do the (#|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|week|following|\
        morning|afternoon|evening) ~4
    i (will|can|shall) try (you|her|him|them|back|again) ~2 ({day}|tomorrow|at|after|later|next|in) ~3
    let us (set|schedule|find|get|plan|book|arrange|pick|put|meet|start with|do|talk|look at|touch base) ~6 (time|\
        visit|assessment|meeting|call|calendar|started|together|{day}|tomorrow|date|day|week)
    (set|book|schedule|get) (that|the|this) ~1 (visit|assessment|meeting|appointment) (up|set|booked|scheduled|on) ~3
    (have|do|get) (a|an|the|our) (free|quick|short|in home|home|no obligation)? (assessment|visit|consultation|\
        meeting|evaluation|tour|in service) ~3
    (i|we) would (like|love) to (meet|come|visit|schedule|set up|stop by|sit down|see|invite|bring|drop by|drop off|\
        offer|send|do) ~4
    (send|have|get) (someone|somebody|one of our nurses|one of us) (out|over|by|to (the|your|her|his)|come|meet) ~5
    (send|have|get) (our|a|my|the) (nurse|care manager|coordinator|care coordinator|supervisor|rn) (out|over|to|\
        come|visit|meet|call)
    i will (call|email|follow up|check in|check back|stop by|bring|send|be|come|see|text|drop off) ~6 (tomorrow|\
        {day}|next week|this afternoon|tonight|later today|in the morning|on the|first thing|by (noon|five|end of \
        day|tomorrow|tonight)|within the hour)
    (can|could|may|shall) (i|we) (call|follow up|check in|check back|touch base|meet|visit|talk|speak|email|come \
        back|put you down|send|schedule|set|book|bring|do) ~7 ({day}|tomorrow|next week|the {day}|back|again|in a \
        week|in two weeks|calendar|in service|time|assessment|visit|meeting|week|you the|you a|staff|team|\
        information|brochure|lunch)
    (would you be|are you|would you) (open|willing|available|free|interested|comfortable) (to|for|in|on|with) ~8 \
        (visit|assessment|meeting|call|meet|coming|{day}|tomorrow|in service|trial|sit down|tour|talk|conversation|\
        week)
    (trial|pilot|test|start) (visit|week|case|shift|run|with one|with a single) ~4
    (would it|would it be|is it) (help|helpful|make sense|okay|all right|be okay|be all right|be possible|be worth|\
        useful) (if|to|for) (i|we|our|me|us|set|schedule|have|meet|bring|come|stop|call|do) ~6
    (put|have|get) (you|us|that|it) (down|in|on) (for|the calendar|the schedule|my calendar|our calendar) ~4
    pencil (you|it|us|that) in ~4
    invite (you|her|him|your) ~4
    find (a|some|another) (time|day|date|hour) (for|to|that|when|this|next) ~4
    (give|i will give) you a (call|ring|shout|buzz) ~2 (tomorrow|{day}|next|this|on|in|after|before|at|tonight|\
        later) ~3
    (i|we) (have|have got|am free|are free|am open|could do|can do) (an opening)? ~2 ({day}|tomorrow) ~4 or ~1 \
        ({day}|tomorrow|later|at) ~3
    (come|be) out and (see|meet|look|visit|walk|sit|do) ~5
    (i would|we would) (like|love) to do is (come|meet|visit|set|sit|schedule|send|have|stop) ~5
    i will (call|ring|phone|text|email|write) you ~1 ({day}|tomorrow|next week|tonight|on {day}) ~3
    (let us|we should|we could|can we|shall we|could we|i could|should we) ~1 (find|pick|choose|look for|set|agree \
        on|book|hold) (a|the|some|another|that|you a|us a) (time|day|date|slot|visit|assessment|appointment|hour) ~5
    (shall|should) (we|i) (say|make it|do|put down|call it|go with|pencil in) ~4
    (i will|we will|i can|let me|then i will) (check|touch|come|stop|drop|swing|call|follow|circle|get) (in|base|\
        back|by|out|up|around) ~3 ({day}|tomorrow|next|this|in (a|two|one)|the|later|on|with (you|the)) ~4
    (i would|we would) (love|like) (to)? (set|find|schedule|book|arrange|come|meet|sit|stop|have) ~8
    (can|could|may|shall|should) we (book|set|schedule|arrange|plan|do|make|hold|pick|get) (the|a|an|that|your|it|\
        our) ~4
    (would|does|do|will|could) ~1 ({day}|tomorrow) ~6 (suit|work|fit|be good|be okay|do|be better|be possible) ~4
    let me (come|bring|stop|drop|swing|send) (back|by|you|over|out) ~5
    (how about|what if|suppose|say) (i|we|our nurse) ~1 (come|ride|drive|run|head|swing|drop|stop|bring|meet|send|call|sit) ~6
    (what if|suppose|say) (i|we|our nurse) ~1 (came|drove|stopped|dropped|swung|visited|brought) ~8 ({day}|tomorrow)
    (i|we) (want|plan|hope|mean|am going|will have|intend) to (come|visit|meet|see|swing|stop|drop|drive|ride|call|bring) ~6
    (shall|may|might|could|can|should) (i|we) (call|come|stop|drop|look) (on|upon|in on|by|around) ~8
    i (will|shall) (come|stop|be|swing|drop|run|head) (back|by|in|around|over|out) ~8
    (possible|okay|all right|good|fine) ~1 (that|if)? (i|we) (visit|come|stop) ~6
    ^(i can|can|could)? (stop|swing|drop|come|pop) (in|by|over) ({day}|tomorrow|next|at|on|this) ~6
    (we will|we shall|i will|i shall|they will) see (you|you all|you both|her|him|them) ({day}|tomorrow|next|at|on|this) ~4
    (like|love|want|going|happy|glad) to bring (her|him|them|you|our|the|a|one|somebody|someone) ~8
    ^(and|so|then|okay)? ({day}|tomorrow) (morning|afternoon)? (at|around|about)? ~2 (good|okay|all right|fine|work|works|suit|suits) (for|with) \
        (you|everyone|everybody|both) ~2
    (want|like|care) to (meet (up|for)|get together|grab (a|some|coffee|lunch|ten|five|fifteen|twenty)|sit down \
        together) ~4
    what does your (calendar|week|{day}|tomorrow|next week) look like ~2
    (would|do) you (like|want) (me|us|our nurse|someone|somebody|the nurse|one of us) to (come|visit|stop|meet|drop|\
        set|send|sit|put|schedule|go over) ~5
""")
_PROPOSES_ASKING = phrases("""
    ({day}|tomorrow) ~4 (would|will|does|is) that (be|work|suit|do) ~5
    (how|what) about (i|we|our|a|the|one of) ~3 (come|comes|coming|stop|stops|stopping|visit|visits|visiting|swing|swings|drop|drops|sit|sits|meet|meets) ~8
    (how|what) about if (i|we|our ~1) ~1 (come|comes|came|stop|stops|stopped|visit|visits|swing|swings|drop|drops|sit|sits|meet|meets) ~8
    (can|could|may|would) (our|my|a|the) ({role}|nurse|supervisor|manager|care manager|coordinator) (visit|come|stop|\
        drop|meet) ~8
    (how|what) about (a|an|our) ~2 {visit} ~6
    (can|could|may|might|shall|should) (i|we) ~14 ({day}|tomorrow|next week)
    how (does|would|about|is) ~2 ({day}|tomorrow|next week|this week) ~6
    (would|does|how about|is|will|what about|can you do|could you do|do) ~2 ({day}|tomorrow|this afternoon|this \
        evening|next week|later today|today at|the {day}|early next week)
""")
_PROPOSES_UNDONE = phrases("""
    ^(and|so)? is ({day}|tomorrow) ~4 (when|too (early|late|soon)|the day) ~4
    (is|are|was|were) ({day}|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekends|mornings|evenings) \
        ~1 (bad|hard|hardest|tough|toughest|worst|worse|difficult|busy|busiest|a problem|the problem)
    (can|could|may|might) (i|we) ask ~4
    (what|how) (can|may|could|might) (i|we) (do for|help|be of|assist) ~4
    (did|has|have|had|was|were|does|is|when) (she|he|they|the|anyone|your|her|his) ~6 (visit|call|appointment|come|\
        stop by|assessment)
    (no|not|never|without) ~2 (need|needing|going|want|able) to (come|visit|schedule|set|meet)
    (do|are) (you|they) ~2 (refer|make referrals|currently)
    (after|during|once|at|until) (the|our|that|we) (do the|finish the)? (assessment|visit) (we|i|you) ~3
    (she|he) (came|come|comes) home
    when (does|do|did|is|are|would|will) (she|he|dad|mom|your|they|care|the hospital|you (need|want|like) (care|\
        help|someone|us to start|to start|it to start|this to start)) ~3
    how (is|are|was|were|does|do|did) (she|he|your|things|mom|dad|it) ~3
    i will (be|come) (honest|clear|direct|frank|straight) ~3
    (called|fell|discharged|happened|started) ~3 ({day}|yesterday|last)
    (is there|do you have|what is) (an|a|the|your) ~2 (email|number|address|fax) ~6
    (what|which|at which|on which) (number|phone|phone number|email) ~4
    (the caregiver|our caregiver|a caregiver|caregivers|our caregivers|aide|the aide) (can|will|would|could) (come|\
        stop|be) ~6
    take ~3 (minute|minutes|moment|seconds)
    soon enough
    come out (on top|ahead|okay|fine|well|right|even|better|ahead of) ~2
    (come|stop|swing|drop|bring|call|see) ~6 (sometime|some time|someday|some day|one of these days|one day|around some)
    (let us|i will|we will|we can) (find|figure|work|sort|talk) (that|it|this)? out ~3
    (i|we) (can not|could not|will not|would not|am not able to|are not able to|do not) (come|visit|stop|drop|meet|get|\
        make|send|swing) ~8
""")

_ASKS_CONTACT = phrases("""
    (what|which) (is|would be|are|number|phone number|address|email) ~4 (best|good|your|her|the|better|call back)? \
        ~2 (number|phone|phone number|email|email address|address|cell|contact|line|call back number) ~5
    (may|can|could|might|let me) (i|we|me)? (have|get|take|grab|ask for|ask|trouble you for|write down|jot down|\
        take down|confirm) ~4 (number|phone|phone number|email|email address|address|cell|contact information|\
        contact info|contact details|business card|card) ~4
    (give|tell|send|spell|text) me (your|a|the|her|his|out)? ~3 (number|phone|phone number|email|email address|\
        address|cell|contact|card)
    (best|good|better) (number|phone number|email|email address|address|contact|phone) (to|for|where) (reach|call|\
        contact|send|get|you|text|use) ~4
    best way to (reach|call|contact|text) (you|her|him) ~3
    (get|call|come) back to you (if|in case|should) ~5
    (is|was|would) (the|this|that) (number|phone|cell) (that)? (you are|you were|you) (calling|called|on) (from|on|me from)? ~6
    (what is|give me|tell me|and|have) (your|a|the) (telephone|phone|cell|mobile) (number)? ~2 (if|in case|so) ~6
    (how|where) (can|should|do|could|may) (i|we) (reach|contact|call|get (a)? hold of|send|get in touch|email) (you|\
        her|him|it|the|this|them) ~4
    (number|phone|reach you|call you|call back) ~6 in case we (get|are|should get|happen to get|were to get) \
        (disconnected|cut off|separated|dropped)
    (number|phone) (to reach|where i can|i can|to call|we can|in case) ~4
    (do you have|is there|have you got) (an|a|your|another) (good|best|direct|cell|better|business)? (email|phone|\
        number|phone number|address|email address|cell|line|card) ~6
    your (email|phone|phone number|cell|mobile|address|number|call back number|best number|zip code) (please|is|so \
        i|in case|and)?$
    (is this|is that) (the|a|your) (best|good|cell|right)? (number|phone|phone number) (to|for|you) ~4
    what (number|phone number|email|address) ~8
    (leave|give) (us|me) (a|your) (number|call back number|phone number) ~3
    (where|how) (can|could|may|should|would|do) (i|we) ~1 (ring|phone|call|reach|text) you ~4
    (let me|i will|can i|may i) (take|jot|write|note) (down)? ~2 (phone|cell|mobile)? (number|phone number|address|email) ~6
    (a|any|another) (number|phone number|cell) for you ~4
    what is (the|your) (number|address|email|phone) ~6
    (what|which) (email|number|phone|phone number|address|cell) (is|works|should|do|would|can) (good|best|better|\
        right|i|you|we)? ~4
    (where|how) (should|can|do|could|shall) (i|we) (send|mail|email|text|reach|get) (the|this|that|it|you|a|your|\
        some|them|everything) ~4
    (what is|and|have|get) your (callback|call back) (number)?$
    ^(and)? (your|a|the)? (phone|cell|call back|best|good) number (please|first)?$
    ^(and)? (your|a) (phone|cell) (please|first)?$
    ^(and)? (your|a|the)? number (please|first|in case ~4)?$
    what is a (good|better|best) (number|email|phone|cell|address|contact) ~4
    ^(and)? (an|a|your|the|the best|a good) (email|number|phone number|cell|mailing address|address|call back \
        number|phone) (where|for|to|so|please|i can|in case|we can) ~5
""")
_ASKS_CONTACT_UNDONE = phrases("""
    (give|leave|send|text|email|get) you (my|our|the|a) ~3
    (my|our) (number|cell|direct|email|address|phone|card) ~3
    (credit card|room number|face sheet|account number|card number|social security)
    (to refer|to make a referral) ~3
    number of (hours|days|falls|people|patients|referrals|caregivers|visits)
    (hotline|referral (line|number))
    (i have|you are at|so that is|that is|let me repeat|read that back|reading that back|confirm) ~4 (number|\
        address|email) ~3 (is|as|at|at the|#)
    is that (right|correct)
""")

_CONFIRMS_CONTACT = phrases("""
    (i have|i have got|we have|i see|got) ~1 (the|your|that) (number|phone|cell) (that)? (you are|you were|you)? (calling|called|on) ~4
    (i have|i have got|i have you|we have|i have your) (your|you|the|her|his|as|at|down as|down at|it as|that as|\
        address as|number as|email as) ~4 (number|phone|cell|email|address|at|#|street|road|avenue|lane|drive|oak|\
        maple|elm|gmail|yahoo|dot com) ~5
    (confirm|verify|double check|repeat|read back|check|reading back|repeat back|read) ~3 (your|the|that|her|his|\
        this) ~2 (number|phone|phone number|email|email address|address|contact|cell|spelling|zip|information|\
        details) ~3
    read that back ~3
    (your|the|her|best|call back|cell|phone) (number|phone number|cell|email|email address|address) (is|was|as|at|i \
        have is|i have here is|here is) ~1 (#|five|two|three|four|six|seven|eight|nine|one|zero|oh|still|the same|\
        correct|right)
    (is this|is that|this is) (still)? (the)? (best|right|correct|good) (number|phone number|email|address|cell|\
        one) ~4
    (is|that is) (the|that|your) (number|address|email|phone number) (correct|right|still|#|and) ~3
    (call|reach|text|email|find) you (at|on) (#|this number|that number|the same number|the number|five|six|seven|\
        eight|two|three|four|nine) ~4
    so (that is|that was|it is) (#|five|six|seven|eight|two|three|four|nine) (#|five|six|seven|eight|two|three|four|\
        nine|zero|oh|one) ~8
    (number|phone|cell) (ending|ends) (in|with) ~4
    (and)? (that is|spelled|spelt) (with a|with an|with two|as in) ~3
    at (#|the) ~3 (street|road|avenue|lane|drive|court|boulevard|circle|way|place) (correct|right|is that|yes)
    (that is|is that) extension ~5
    (dot|at) ~1 (gmail|yahoo|aol|hotmail|outlook) ~2
    dot (com|net|org|edu)
    (#|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|\
        eighty|ninety) ~2 (street|road|avenue|lane|drive|court|boulevard|circle|terrace|parkway)
    (code|gate code|lock box|key) (for|to|is|at) ~4 (#|gate|door|building|house) ~3
    did i (get|write|spell|hear|take) (that|it) (down)? (right|correctly|down) ~2
    same (address|number|email|phone) (where|you|as|we|i) ~4
    (let me|i will|i want to|i am going to|can i|may i)? (just)? (double check|check|verify|confirm|repeat|read \
        back|go over) (your|that|the|her|his) (number|phone|phone number|email|address|cell|contact|information|\
        details|spelling) ~4
    (i have|i have got|i wrote|i have written|i put|so i have) (you|down|it|that|your|her)? ~2 (down)? (at|as|for) \
        ~1 (#|one|two|three|four|five|six|seven|eight|nine|twelve|ten) ~5
    (reach|call|text) you (at|on) this (number|one|line) ~3
    your (address|number|email|phone|cell) is (still)? (#|one|two|three|four|five|six|seven|eight|nine|forty|twenty|\
        thirty|fifty|sixty|ten|eleven|twelve) ~6
    that is # ~2 (correct|right)?
""")

_CONFIRMS_CONTACT_UNDONE = phrases("""
    i (have|have got) ({day}|tomorrow) ~4 (or|and) ~4
    (my|our) ~1 (number|cell|email|address|office|phone|intake|website) ~3
    (us|me) at ~6
    (we|our|i) ~4 (client|clients|care for|take care of|look after) ~6
""")

FAMILIES: Final = (
    Family(ActKind.PROPOSES_NEXT_STEP, _PROPOSES, _PROPOSES_UNDONE),
    Family(ActKind.PROPOSES_NEXT_STEP, _PROPOSES_ASKING, _PROPOSES_UNDONE, ClauseForm.QUESTION),
    Family(ActKind.ASKS_CONTACT, _ASKS_CONTACT, _ASKS_CONTACT_UNDONE),
    Family(ActKind.CONFIRMS_CONTACT, _CONFIRMS_CONTACT, _CONFIRMS_CONTACT_UNDONE),
)
