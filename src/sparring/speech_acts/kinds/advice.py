"""Telling the other side what to do: advice, and pressure to decide."""

from typing import Final

from sparring.speech_acts.acts import ActKind
from sparring.speech_acts.phrase_families import Family
from sparring.speech_acts.phrases.notation import phrases

_ADVICE = phrases("""
    you (should|ought to|had better)
    you (must|need to|have to|have got to|got to) (not)? (go|get|have|take|call|talk|think|consider|look|try|make|\
        start|stop|do|be|tell|ask|move|hire|put|keep|bring|let|see|use|check|sit|speak|find|plan|give|remember|know|\
        understand|realize|listen|at least|also|first|definitely)
    you (might|may|will|could) want to (consider|think|look|try|talk|ask|check|start|have|get)
    (i|we|i would|i might|let me|i can|can i) (strongly|highly|would|always|usually|often|definitely|also)? \
        (recommend|suggest|advise|encourage|urge) (you|that|a|an|the|starting|getting|having|talking|looking|trying|\
        families|our|calling|we|beginning|keeping|at least|setting|two|three|four|something|mornings)
    what i would (do|suggest|recommend|try) is ~4
    (have you|did you ever) (considered|consider|thought about|think about) (getting|having|moving|hiring|trying|\
        using|putting|asking|taking|installing|an|assisted|a)
    my (advice|suggestion|recommendation) (is|would be|to you)
    if i were (you|in your)
    (the)? best (thing|option|way|approach|bet|choice) (to do|would be|is to|for (you|her|him|your) ~3)
    it (would|might|could) be (best|better|wise|good|smart|a good idea|worth|helpful) (if you|to|for you)
    (you could|why not|why do not you|what if you) (consider|try|talk|ask) ~2
    you could (try|ask|start|consider|also|look|think|have|talk)
    make sure (you|to|she|he|that you)
    (i|we) think you (should|need|ought|would be|might|could)
    ^(do not|never) (forget|wait|let (her|him)|leave (her|him)|rush) ~3
    you would better ~3
    it is (time|important|better|best) (to|for you|that you)
    consider (having|getting|trying|starting|asking|moving|talking)
    ^(try|start) (to|by|with|with a|having|a few|asking|giving)
    families (should|need to) ~3
    (i|we) (would|might|do)? (suggest|recommend|advise) ~4
    (have|did) you (try|tried|ever tried|thought of|looked into|thought about|think of) (getting|having|moving|\
        hiring|using|putting|asking|taking|installing|an|a|talking|calling|locking|turning|giving|making|setting|\
        the|some) ~3
    do not (let|leave|give|wait|try|forget|take|sign|go|put|move|rely|make) (her|him|them|until|too|to|it|that|\
        anything|your|mom|dad|on) ~3
    you (will|would|are going to) (want|need|have) to (get|make|have|put|call|talk|check|start|look|ask|keep|bring|\
        find|consider|think|set|tell|be) ~3
    (it|that) (would|might|could|may|is) ~1 (be)? (best|better|wise|wiser|smart|smarter|good|safer|a good idea|\
        worth|helpful|sensible) (to|if|that|for) ~3
    my (suggestion|advice|recommendation|thought|two cents|guess) (is|would be) ~3
    you (better|had best|would better|would do well) ~3
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
    (say|said|saying|feel|felt|thought|mean|mentioned|hear|sounds like) (that)? you (need|have|should|ought|\
        must) ~2
    (do|did|does|would|what) you ~1 think (that)? (you|she|he) (need|have|should|ought|must) ~2
    you need (help|care|someone|us|to know about)
    you (should|must) (be|feel|have been) (so|very)? ({feeling}|{hard}|proud|getting|hearing|receive)
    (families|you) should (always|still)? (have|get) (a|the|their|to) (choice|choose|right)
    you should (hear|receive|see|expect|have received|have gotten|have heard|get (a|an|the|our|that) (call|email|letter|text|copy|packet|confirmation|quote)) ~4
    (what|which|that|when|where|how|why|if) you should ~2
""")

_PRESSURE = phrases("""
    (sign|signed|sign up|commit|decide|book|pay|decision|answer|deposit|yes) ~4 (right now|today only|before (we|\
        you) hang up|on this call|this minute|immediately|tonight|by (tonight|tomorrow|end of day|the end of the \
        day))
    (sign|sign up|commit|decide|decision|deposit|credit card) ~4 today
    (i|we) (need|must have|have to have|want) (an answer|a decision|your decision|a yes|your answer|your credit \
        card|a commitment|you to (decide|sign|commit))
    (only|last|just) ~2 (one|two|#|a few|few|couple)? (slot|slots|spot|spots|opening|openings|place|places|\
        caregiver|caregivers|space) (left|available|remaining|open)
    (slots|spots|openings|spaces|spot|slot|rate|price|offer|discount|deal|special) ~3 (fill up|filling up|filling \
        fast|go fast|going fast|expires|expire|ends|end|gone|runs out|disappear|will not last|be gone|goes away|\
        only good)
    (price|prices|rate|rates) (goes|go|is going|are going|will go|will be going|going) up (tomorrow|next|on|after|\
        soon|if you wait)
    before it is too late
    now or never
    (or|before) my boss ~4
    i need (one|a yes|a patient|a referral|something) by (today|tomorrow|tonight|{day}|the end of) ~3
    (are|were) you (going to|planning to|willing to|prepared to|comfortable) (let|leave|letting|leaving|allow|keep|\
        sit) (her|him|your|them) ~6
    you (will|would|are going to) (be sorry|never forgive yourself|hate yourself|wish you had) ~4
    do not you (want|care|love) ~2 (best|safe|good|about|your|her|him)
    do you not (want|care|love) ~5
    (sign|decide|commit|say yes|book|start) (today|now|tonight|right now) and ~6
    (you|your family) (will|would|are going to|is going to|might|could) ~2 regret
    (what are you|why are you|why would you|no point in) waiting (for)?
    (do|would|can) you (want|live with|really want|forgive yourself|sleep) ~4 (to)? (fall|falls|falling|die|dies|\
        hurt|happens|happened|suffer|on your conscience)
    how (would|will|are|do) you (feel|going to feel|live|think you will feel) ~2 (if|when|with) ~5 (fall|falls|dies|\
        happens|happened|hurt|yourself)
    you (can not|could not) afford (to wait|not to|to lose|another)
    (time is|clock is|you are) (running out|ticking|out of time|running out of time)
    (today|tonight) only
    only (good|valid|available|offered) (today|until|through|if you)
    (good|real|loving|caring|responsible) (son|daughter|wife|husband|child) (would|does|would not|wouldn't|does not|\
        puts)
    if you (really|truly)? (love|loved|cared|care about|cared about) (her|him|your|them)
    (if|when|every day) you (wait|hesitate|put this off|delay|keep waiting|do not (act|decide|start|sign|hire|do \
        something|do this|get)) ~6 (fall|falls|die|dies|hospital|late|worse|regret|hurt|alone|fault|blame|lose|\
        happen|again)
    (you|she|he) (do not|does not) have (a|any|much|the)? (choice|other choice|other options|the luxury|time to \
        (think|wait|shop))
    (there is|you have) no time to (think|wait|lose|shop)
    (lock|locking) (in|it|this|that) ~3 (today|now|tonight|before)
    (stop|quit) (stalling|shopping around|dragging your feet|dragging|putting (it|this) off)
    (time|have time) to shop around
    (something|anything) (bad|terrible|awful) ~3 (happen|happens) ~4 (your fault|on you|conscience)
    (it|that) (will|would) be (your fault|on you|on your conscience|too late)
    you are (risking|gambling with|neglecting|abandoning|putting) ~4
    (she|he|your mom|your mother|your dad|your father) (will|could|is going to|might) (end up|die|be dead|lie there|\
        fall again|be in a nursing home) ~6 (if you|because you|unless you)
    unless you (sign|act|decide|start|book|commit)
    act (now|fast|today|quickly)
    (we are|we will be|we get|they are|weekends are) (almost|nearly|about)? (filling up|full|booked|booking up|\
        fully booked) ~4
    (just|go ahead and) (give me|sign|put) ~3 (credit card|card number|on the line|the papers|the contract)
    (give|gave) me (your|a) ~2 (credit card|card number|card|deposit|signature|bank account)
    (need|get) (your|a) (signature|deposit|credit card|payment) ~4 (now|today|tonight|right away|this call)
    can not (hold|guarantee|keep) (this|that|the|your) (spot|slot|price|rate|offer|caregiver) ~5
    you must (decide|sign|choose|act|start)
    (hold|honor|keep|guarantee|offer) (this|that|the|your) (price|rate|spot|slot|offer|deal|discount) ~1 (until|\
        till|through|only|for (one|a|another|the next)) ~3
    (this|the|our|that) (offer|deal|price|rate|special|discount|promotion) ~1 (ends|expires|stops|is gone|goes away|\
        runs out|is only|is good) ~4
    you (have to|need to|must|had better|would better|better|have got to) (decide|make up your mind|choose|commit|\
        sign|make a decision|act|book) (now|today|tonight|right now|before|this|on|by|or|fast|soon) ~4
    make up your mind ~3
    (everyone|everybody|all the others|other families) (else)? ~2 (already|have|has|is|are) ~2 (signed|decided|\
        booked|said yes|taken|grabbed) ~4
    how (could|can) you (leave|let|do|live|sleep|just|even|say no|wait|put|think) ~6
    what (kind|sort) of (a)? (son|daughter|person|husband|wife|family|child|mother|father|spouse) (would|could|can) \
        (do|let|leave|put|turn|walk|say|refuse|not|make|wait|treat|watch|sleep) ~3
    what (kind|sort) of (a)? (son|daughter|person|husband|wife|family|child|mother|father|spouse) (lets|leaves|puts|\
        does (that|this|nothing)|refuses|are you|waits|walks) ~4
    do you (really)? (want|need) (your|her|him|them|mom|dad|to (see|be|find|get|come home)) ~3 (end up|wind up|fall|\
        die|lie|lying|alone|get hurt|hurt|hospital|nursing home|guilty|blame|the call|on the floor) ~4
    (stop|quit) (thinking|worrying|wondering|asking|comparing|looking|waiting|delaying) ~4 (sign|decide|just|and|\
        yes)
    (somebody|someone|another family) else (gets|will get|takes|will take|is going to get|will grab|is waiting) ~4
    (can not|will not|not able to|unable to) help you (if|unless|after|any more|later) ~4
    (or|and) (you will|you are going to) (lose|miss) ~4
    (last|final) (chance|opportunity) (to|for|at) ~4
    (come on|just|go on|go ahead and) (say yes|sign it|sign here|sign the ~2|do it) ~2
    take it or leave it
""")

_PRESSURE_UNDONE = phrases("""
    what (made|makes|led|brought|has|had) (you|her|him|them|your ~1) ~2 (decide|decided|sign|book|call|choose) ~5
    when (do|did|will|would|must|should) (you|we|i|they) ~2 (need|want|have|make|decide|know|hear) ~6
    how (fast|soon|quickly) (do|must|will|should|would) (you|we|i|they) ~8
    how (fast|soon|quickly) (you|we|i|they) (must|need|have|want|will) ~8
    (we are|we get) (booked|full) ~4 (until|but|through) ~4
    (not|never) ~3 (pressure|push|rush|need|have to|must|asking|going to ask|expect|required|obligated|looking) ~6
    no (pressure|obligation|rush|hurry|need|commitment|deposit|contract|strings|charge|cost|one needs)
    take your time
    (do not|does not) (need|have|want|owe|require) ~6 (today|now|decide|sign|decision|answer|commitment|deposit|\
        contract)
    nothing (to sign|you sign|needs to be signed|has to be)
    without (signing|committing|any|deciding|a commitment)
    (what|which|anything|where|who|how) ~6 (decide|decision|sign|start) today
    (you|they) (said|mentioned|told me) ~8
    (before|until) you (decide|sign|commit) ~4 (like|need|want|ready|can|may|should|please)
    you can ~3 (sign or not|decide later|take your time)
    (can|could) we (start|set up|book) ~4
    (was|were|had) ~2 (pushed|pressured)
    (available|free|here|open|start care) today
    (he|she|they|{family}) ~1 (can|could|is|are|was|wants|want|wanted|may|might|will|would|plans|planned|hopes|happens|\
        gets|did) ~3 (sign|signed|sign up|commit|decide|book|pay) ~4 (today|tonight|tomorrow|right now)
    (is|are|was|did|does|do|will|would|can|could|has|have) (he|she|they|your {family}) ~4 (sign|signed|sign up|commit|\
        decide|book|pay) ~4 (today|tonight|tomorrow|right now)
    (he|she|they|{family}) (signed|signs|decided|booked|paid) ~4 (today|tonight)
""")

FAMILIES: Final = (
    Family(ActKind.ADVICE, _ADVICE, _ADVICE_UNDONE),
    Family(ActKind.PRESSURE, _PRESSURE, _PRESSURE_UNDONE),
)
