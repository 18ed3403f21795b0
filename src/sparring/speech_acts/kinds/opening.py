"""Opening and manners: greeting, the name asked for, help offered, why and for how long, thanks, leave-taking."""

from typing import Final

from sparring.speech_acts.acts import ActKind
from sparring.speech_acts.phrase_families import ClauseForm, Family
from sparring.speech_acts.phrases.notation import phrases

_GREETING = phrases("""
    ^(hi|hello|hey|greetings|howdy)
    ^(hi|hello|hey) there
    ^good (morning|afternoon|evening|day)
    ^how are you (today|this (morning|afternoon|evening)|doing today)?$
    (nice|good|lovely|great|pleasure) to (meet|speak with|talk to|talk with|hear from) you
""")
_GREETING_UNDONE = phrases("""
    say (hi|hello)
    said (hi|hello)
""")

_ASKS_NAME = phrases("""
    (may|can|could|might) i (have|get|ask|ask for|grab|take|know) (your|the) (first|last|full|good)? (name|names)
    (may|can|could|might) i (have|get|ask) (your|a) (first and last|first) name
    (who|whom) (am|do|did) i (have the pleasure of)? (speaking|talking|speak|talk) (with|to)?
    who do i have the (pleasure|honor) ~3
    (who|whom) i (am|have the pleasure of) (speaking|talking) (with|to)
    what is your (first|last|full|good)? name
    what was your (first|last)? name
    your (first|last|full|good)? name (is|was|please)?$
    ^and (your name|you are)$
    ^(names|name|first names) (please)? (and)? (yours|hers|his|both of yours) ~4
    ^(and)? (your|first|last|full) (and last)? name (please)?$
    who (have|am|do) i (got|have|talking|speaking) ~3
    (how|what) (i|we) (should|shall|can|may) call you ~2
    (how|what) (should|shall|can|may) (i|we) call you ~2
    who is (this|it|that) (i am|i have|we have) ~3
    (how|what) is your name ~2
    whom (should|shall|may|do|can) i (address|ask for|say|put) ~5
    (can|could|may) i ask (who is|who's|who) calling
    who is (this|calling|speaking)$
    what (should|can|do|may|would you like|would you prefer) ~3 call you
    what (do|would) you (like|prefer) to be called
    (give|tell) me your (first|last|full)? name
    (did not|did i) (catch|get|hear) your name
    (catch|get) your name
    with whom am i (speaking|talking)
    whom am i (speaking|talking)
    (spell|repeat) your (first|last|full)? name
    do you mind (telling|sharing|giving) (me)? your name
    your name again
    (ask|may i ask|asking) your name
    what name (should|can|do) i (use|put|write)
    (what|and what) (is|was) (the|that) name (again|please)?
    (missed|lost|did not hear|did not get|forgot|forgotten) your (first|last)? name
    who (is this|am i|is it) i am (speaking|talking) (to|with)
    (i am|am i) (speaking|talking) (to|with) ~1 who
    (start|begin) with your (first|last|full)? name
    how (would|do) you (like|prefer|want) (me)? to be (called|addressed)
    how do you spell (your|that|the) (first|last)? name
    what do (i|we) call you
    and who (is this|am i (speaking|talking)) ~3
    (tell|give) me your (first|last|full)? name
""")

_OFFERS_HELP = phrases("""
    how (can|may|might|could) (i|we) (best)? (help|assist|support|be of (help|service|assistance))
    what (can|may|could) (i|we) (do for|help|help you|assist) ~4
    how (i|we) (can|may|might|could) (help|be of help|assist|support) you
    (glad|happy|love|here) to (help|assist) (you|with that|with this|in any way|however)?
    let us see (how|what|if) (we|i) can (help|do)
    (figure out|see|find out|look at|talk about|work out|think about) (how|what|where|if|whether) (we|i) (can|could|\
        might) (help|do)
    what would be most helpful
    (how|what) (can|may|could) (i|we) (make|do) ~4 (better|easier|lighter) ~3
    ^(so)? what is on your mind (today|tonight|this (morning|afternoon|evening))$
    (in|with) what (can|may|could|shall)? (i|we) (can|may|could)? (help|be of help|assist|serve) ~3
    (what|how) (can|may) (i|we) do for (you|ya) ~2
    how (i|we) can (best|be)? (help|assist|support|of (help|service))
    (see|tell me|figure out|find out) (what|how) (i|we) can (do|help|best help|be of help)
    (here|glad|happy|ready|love) to (help|assist|be of (help|service)) ~3
    what (we are|i am) here for
    be of (service|help|assistance)
    (let|allow) (me|us) (to)? (help|see how i can help) (you)?$
""")
_OFFERS_HELP_UNDONE = phrases("""
    how can i help myself
    not (able|in a position) to help
""")

_STATES_PURPOSE = phrases("""
    (it|this|my call) (concerns|is regarding|is in regard to|regards) ~10
    (reason|purpose) (for|of) (the|my|this) (call|visit) ~10
    (i am|i was|we are|i have been) calling (you)? (today|now)? (because|about|to|regarding|on behalf|in regard|concerning|for|\
        since|as)
    ^(calling|reaching out|following up|checking in) (today)? (because|about|to|regarding|with|on)
    (the)? reason (i am|i was|for|that i am|why i am) (calling|my call|the call|here|my visit|i called|reaching out|\
        stopping by)
    reason (i|for my) (called|call|calling|visit|stopped by|came)
    (purpose|point) of (my|this|the) (call|visit)
    ^(so)? (it is|this is|that is)? about (his|her|your|their|the|your older|his older|her older) ~1 (patients|residents|clients|\
        families|people|discharges|cases) ~8
    (what|thing|all) i am after (is|here) ~4
    said (you are|you were|you would be) the (one|person|man|woman|nurse) (who|to|i) ~6
    i am calling with (a|an|one|two|some|my) ~2 (question|questions|idea|update|request|offer|answer|news)
    i am (reaching out|following up|stopping by|dropping by|stopping in|here) (today)? (because|about|to|regarding|\
        on|with|after|since)
    i (wanted|would like|was hoping|am hoping|hoped|want) to (reach out|introduce|follow up|check in|stop by|touch \
        base|share|ask you about|talk to you about|talk with you about|see if|see whether|find out|learn how|learn \
        about|understand how|drop off)
    i (stopped|dropped|came|swung) (by|in) (today)? (to|because|after|since|about)
    (what|that is what) (brings|brought) me (here|in|by)
    (that is|this is|here is|which is) why i am (calling|here|reaching out)
    i am (getting|returning) (back to|your) (you|call)
    (returning|following up on) (your|our|the|my) ~2 (call|message|voice mail|conversation|visit|email|referral)
    (calling|checking|circling|getting) (you)? back (about|on|with|regarding|to you) ~2
    (am|here|stopping by|calling|stopped by) to (introduce|drop off|see if|see whether|find out|share|tell you|let \
        you know|ask|follow up|check in|talk about|learn)
    (wanted|like) to (let you know|tell you|bring you|drop) ~3
    i am (ringing|phoning|writing|on the phone) (because|about|to|regarding|after|since) ~2
    (that is|this is|it is) why i (am|called|rang|phoned|stopped) ~4
    i (wanted|want|would like|was hoping|thought i would) to (see how|see what|hear how|hear about|find out|ask how|ask \
    about|get to know|talk about|meet) ~4
    i am (dropping|stopping|swinging) (off|by|in) ~4
    i (read|saw|heard|noticed) (that|on|about|in) ~8
    (the)? (purpose|point|reason) (of|for|behind) (my|this|the|our) (call|visit|stop|stopping by|coming|calling|\
        being here) ~3
    (calling|here|stopping by|reaching out|phoning) (you)? on account of ~4
    i (wish|want|wanted|would like|would love|hope|hoped|came|am trying|am looking|am hoping) to (acquaint|introduce|present) ~6
    i (wanted|hoped|came|am hoping|was hoping|am calling|am here) to \
        (discuss|speak|talk|hear|see|find out|ask|tell|know) ~1 (you|it|that|more)? (how|what|where|whether|if|about|from|who|your) ~6
    (that is|this is|it is|which is) (exactly|partly|actually)? why i am (calling|here|reaching out|stopping) ~3
    (going around|making the rounds|making my rounds|getting around) ~2 (meeting|meet|introducing|saying|to|visiting) ~4
    so (you all|you|everyone|everybody|your team) (know|knows) (who|about|that) (we|us|i) ~2
    ^(i)? want to (talk|speak|ask|hear|know|see) ~1 (about|how|what|with you|if|whether) ~8
    (like|want|hoping|question) to (put|raise|run|bring) ~3 (to|by|past|before|up with) you ~4
    (this|that|it) is (the|my|a)? reason (that|why|for which|i) ~6
    (this|that) is why ~4
    (you|your ({role})) (said|told me|asked me|mentioned) ~3 (to)? (call|come|stop|try|check) ~8
    (i am|i was) (trying to reach|hoping to catch|hoping to see) ~8
    (i am|we are) (calling|stopping by|stopping in|here|reaching out|writing|visiting|coming by|following up|\
        checking in) (because|about|on|since|with|regarding|after|to (tell|introduce|talk|share|follow|ask|see|let|\
        find|show|thank|discuss|check|learn|drop)) ~3
    (i|we) (came|came by|stopped|stopped by|stopped in|dropped in|dropped by|wanted to stop) ~2 (because|about|to \
        (tell|introduce|talk|share|follow|ask|see|let|find|show|thank|discuss|learn)) ~3
""")
_STATES_PURPOSE_UNDONE = phrases("""
    (what|why|when|if) (is|was|are|you) ~3 (calling|reason|purpose)
    thank you for calling
    thanks for calling
    here to (help|support|listen|answer) ~2
    (nobody|no one|somebody|someone|anybody|anyone|she|he|they|{role}) ~1 (stopping|dropping|coming|calling|checking) \
        ~1 to see ~6
""")

_ASKS_FOR_TIME = phrases("""
    (do|would|did) you (have|got|happen to have|spare) (a|one|two|three|five|ten|#|a couple of|a few|a quick|couple|\
        half a|thirty|sixty|fifteen|twenty) (quick|short|brief|free|spare|of)? (minute|minutes|moment|moments|\
        second|seconds|sec)
    (have|got|spare) you (got)? (about|maybe|perhaps|like|just|even|around)? {number} (minute|minutes|moment|second|seconds)
    (is|are|would) {number} (quick|short)? (minute|minutes|moments) (be)? (okay|all right|fine|good|possible|too much|now|doable) ~4
    (minute|minutes) so i (will|would)? (only|just) (take|need|ask for) {number}
    (can|could|may|might) i (have|get|take|borrow|steal|grab|ask for|ask you for) {number} (quick|short|of your)? \
        (minute|minutes|moment|moments|second|seconds)
    (trouble|bother|detain|keep|hold) you ~2 (for|but) ~2 {number} (minute|minutes|moment|moments) ~3
    ^(got|have) {number} (minute|minutes|moment)$
    (is|was|would) (now|this|it) (be)? (a|an) (good|bad|okay|convenient|inconvenient) (time|moment)
    is now (good|okay|all right|a bad time|convenient)
    (catch|caught|catching|get) you at a (good|bad|busy|okay) (time|moment)
    (only|will only|promise|need|take|takes|ask for|asking for|about|just|for|in|under|keep it to|have) {number} \
        (quick|short|more)? (minute|minutes|seconds|moment) (of your time|of your day|today|if you (can|have)|to \
        (ask|explain|share|tell|talk)|and)
    {number} (minute|minutes|seconds|moments|moment) of your (time|day|morning|afternoon)
    (take|need|want|keep it to|keep this to|be|takes|have|spare) (only|about|less than|no more than|under|at most)? \
        {number} (minute|minutes|seconds)$
    (have|got) time (for a|to) (quick|brief|short)? (question|questions|chat|call|word|talk)
    (do|would|might|could|may|can) (you|i) (have|spare|give me|take) (like|about|maybe|perhaps|even|around)? ~1 {number} (minute|\
        minutes) ~4
    you (have|got) ~1 {number} (minute|minutes) ~3
    (do|would) you have (time|a minute|a moment) (right now|now|to talk|to speak|to chat|for me)
    (quick|brief) (minute|moment|second)
    (honestly|literally|really|maybe|just|call it) {number} (seconds|minutes)$
    {number} (minute|minutes|seconds) (tops|max|at most|only|flat|for me|for us|for a)
    a minute and a half
    (ask for|steal|borrow|take|need) ~2 (minute|minutes|moment) of your (time|day)
    (are|is) you free (to talk|for) ~3
    ^{number} (quick|short)? (minutes|seconds|moments)$
    i (will|promise to) be (quick|brief|short) ~2
    (can|could|may|might|would) (i|you) (have|borrow|steal|spare|give me|lend me) {number} (of it|of them|of those)
    (got|have|spare) (a|two|three|five|ninety|sixty|#) (minute|minutes|second|seconds|moment) ~3
    (is|would) (it|now|this|that) (be)? (okay|all right|a good time|an okay time|a bad moment|a bad time|a good \
        moment) ~3 (minute|minutes|seconds|to talk|now|time|$)
    would now be (a|an) (okay|good|bad|convenient|better) (time|moment)
    take (two|three|five|a couple of|a few|a couple|#) (minutes|minute) of your (time|day|morning|afternoon)
    (out of (here|your hair|your way)|done|finished|gone) in (two|three|five|ten|ninety|#) (minutes|seconds)
    (keep|make) (it|this) (short|brief|quick)
    keep (it|this) (to|under|within) ~3
""")
_ASKS_FOR_TIME_UNDONE = phrases("""
    (call|get|got) (you)? back
    (our|a|the) (caregiver|aide|nurse|caregivers)
    (minute|minutes|hour|hours) (drive|away)
    (arrive|there in|response|respond|answer)
    (take|takes) your time
    (assessment|visit) (takes|will take|usually takes)
""")

_THANKS = phrases("""
    (thank you|thanks)
    (i|we) (so|do|would|sure|certainly)? appreciate (you|your|the|it|that|this|all|how)
    (much|greatly) appreciated
    (grateful|obliged|indebted) (for|to|that)
    (that is|you are) (very|most|so|awfully)? (kind|good|gracious|generous|sweet) (of you|to|with) ~4
""")
_THANKS_UNDONE = phrases("""
    no (thank you|thanks)
    (they|she|he|families|people|clients) (thank|thanked|always thank|will thank)
    you will thank
    thank you (gift|card|note)
    thank you (gifts|cards)
    (small|little|nice) thank you
    (understand and|understand that and) appreciate
    i can appreciate
    (a|little|big) thank you (from|for your|gift|note)? ~2$
""")

_GOODBYE = phrases("""
    (good)? bye (now|bye)?$
    ^(bye|good bye)
    (have|enjoy) (a|the|your) (good|great|nice|wonderful|lovely|blessed|safe|rest of your|rest of the|better|\
        beautiful|pleasant)? (day|afternoon|evening|weekend|night|one|morning|rest of your day|rest of your week)
    (talk|speak) (to|with) you (soon|then|later|tomorrow|{day}|next|shortly|again)
    (talk|speak) soon
    (see|catch) you (soon|then|later|tomorrow|{day}|next|on|at|there)
    ^take care (of yourself|now)?$
    ^(good night|so long)
    look forward to (seeing|meeting|speaking|talking|hearing)
    looking forward to (seeing|meeting|speaking|talking|hearing)
    i will let you (go|get back)
    ^until (then|tomorrow|{day})$
    (hope|enjoy) (the rest of)? your (day|evening|afternoon|morning|weekend|night|week) ~4
    (i will|i am going to|let me) let you (go|get (back|going|on)) ~4
    (have|enjoy) (a|an) (lovely|good|great|nice|wonderful|pleasant|blessed|restful|peaceful) (day|evening|afternoon|\
        morning|weekend|night|rest|one|week|time)
    (bye|good bye) (for now|now|bye|then)?
    ^(take care|talk soon|speak soon|see you soon|until then|all the best|be well|get some rest) (now|of yourself|\
        then)?
    take care (now|of yourself)
    (take care|talk soon|speak soon|see you soon|be well|get some rest)$
""")
_GOODBYE_UNDONE = phrases("""
    (say|said|saying) (good bye|bye)
    ready to say
    (did|does|do|she|he) ~2 (have|enjoy) a
""")

FAMILIES: Final = (
    Family(ActKind.GREETING, _GREETING, _GREETING_UNDONE),
    Family(ActKind.ASKS_NAME, _ASKS_NAME),
    Family(ActKind.OFFERS_HELP, _OFFERS_HELP, _OFFERS_HELP_UNDONE),
    Family(ActKind.STATES_PURPOSE, _STATES_PURPOSE, _STATES_PURPOSE_UNDONE),
    Family(ActKind.ASKS_FOR_TIME, _ASKS_FOR_TIME, _ASKS_FOR_TIME_UNDONE),
    Family(ActKind.THANKS, _THANKS, _THANKS_UNDONE),
    Family(ActKind.GOODBYE, _GOODBYE, _GOODBYE_UNDONE, ClauseForm.STATEMENT),
)
