"""For referral sources: which case is wanted, and how to refer it."""

from typing import Final

from sparring.speech_acts.acts import ActKind
from sparring.speech_acts.phrase_families import ClauseForm, Family
from sparring.speech_acts.phrases.notation import phrases

_ASKS_FOR_CASE = phrases("""
    (could|can|may|might) we ~1 try (it|this) with (just|only) ~3
    put us ~4 (rotation|call|spot|slot|line) ~2 (when|if) ~6
    (got|have) (any|some|a) (patients|patient|referrals|cases|clients|families) (for (me|us)|today|this week|right now)
    ^any (patients|referrals|cases|discharges|clients) (for (me|us)|going home|today|this week|coming up|right now) ~4
    (just)? give (me|us) (just)? (one|a|any) (patient|case|referral|family|client) ~3
    (the)? (next|first) (patient|family|person|case|discharge|client|resident) (who|that|whose|with|you|going) ~8
    let (me|us) (take|have|try|start with|prove|show you with|help with) ~3 (patient|case|family|discharge|one|ones|\
        resident) ~5
    (who|which|what) ~2 (do you have|patient|patients|family|families|discharge|comes to mind|have you got|on your \
        (list|unit|floor|caseload)|resident|client) ~8 (going home|leaving|discharged|lives alone|living alone|\
        struggling|at risk|needs|need|could use|would benefit|worried|worries|weekend|friday|today|this week|\
        tomorrow|without family|no family|right now|coming to mind|come to mind)
    (do you have|have you got|can you think of) ~2 (someone|somebody|anyone|anybody) ~8 (going home|leaving|\
        discharged|discharging|lives alone|at risk|needs|could use|who would benefit|without family|no family|\
        waiting|stuck|right now|this week|tomorrow)
    (do you have|have you got|is there|are there|can you think of|did you have) ~2 (patient|patients|family|\
        families|resident|residents|client|clients|veteran) ~8 (going home|leaving|discharged|discharging|lives \
        alone|living alone|struggling|at risk|needs|need|needing|could use|who would|would benefit|this week|this \
        weekend|tomorrow|on friday|friday|without family|no family|right now|who might|who could|whose|waiting|\
        stuck|that might|that could|who is|who has|with dementia|who fell|who falls|refused)
    (the)? next (time|patient|family|person|discharge|case|one|resident|client|friday) (you|who|that|with|is|comes|\
        goes|has|you have|you see|you get) ~12 (call|send|give|think|try|refer|text|let|can i|could|would|phone)
    (would|could|will|can) you (try|send|give|refer|call|let|think|trust|start|consider|text|keep|share|introduce|\
        pass) (us|me|our|one|with) ~8 (patient|case|family|discharge|referral|client|chance|resident|one|next|try|\
        first|mind|call|start)
    (send|give|try|call|refer|let us take|let us have|start) (me|us) (with|your|one|a|the|on)? (next|toughest|\
        hardest|one|first|single|most|friday|difficult|a|weekend|hard|tough|late)? ~3 (patient|case|family|\
        discharge|referral|client|resident|one)
    (looking for|hoping for|would love|want|need) (one|a|an|your|any) ~2 (patient|case|family|veteran|client|\
        resident|couple|person|discharge) ~2 (on your|who|with|going|that|whose) ~6
    (looking for|ask for|asking for|hoping for|love to help|want to help|like to help|best (fit|at|with)|good fit|\
        ideal|perfect) ~5 (patient|case|family|person|client|one|veteran|veterans|families|patients|seniors|someone|\
        resident|residents) (who|with|going|that|whose|leaving|living|like|coming) ~5
    (one|a|single|first|specific|test|trial) (patient|case|family|discharge|client|referral|resident) (who|to|that|\
        you|this|with|so|and|for us|we|where) ~5
    (would|could|will|can) you (let|give|send|try|hand|trust|lend) (me|us) ~2 (have|try|take|with)? ~2 (the|your|that) (next|first) ~8
    (would|could|will|can) you (give|let|hand|send|try|trust) (us|me) ~3 (one|a single) ~2 (couple|patient|family|case|resident|\
        person|client|discharge) ~6
    (who|which) ~2 (patient|resident|family|client|one) (comes|come) to mind ~4
    let me (meet|help|sit with) (that|the|one|his|her|their) (family|patient|resident|person) ~4
    (the one|one|somebody|someone) (who|that) (was|is|lives|had|has) ~8 (would you|could you|will you|can you|can i|may i|could i) ~8
    think of (us|me) (for|when|with|whenever) ~8
    next ({day}|one|time|week) ~8 (call|try|text|use|ring) (me|us) ~3
    (give|send) (me|us) one$
    think of (one|a single|just one) (person|patient|family|case|resident|somebody|someone) ~8
    who (comes|came) to mind
    (patient|family|case|discharge|one|resident) ~6 off your (plate|desk|list|hands|mind) ~2
    anyone (come|comes) to mind
    (think|thinking) of (someone|anyone|a patient|a family|one patient|one family) ~6
    (could|would|can|will) you (think of|call|try|use|ring|consider|remember) (us|me) (for|with|when) (the|your|that|one) ~8
    (who is|which is) (the|your) next (resident|patient|family|client|one|person) ~8
    (try|use|call|give) us (with|for|on) (that|this|the next|your next|the first) (one|patient|case|family|resident)? ~4
    (could|can|may|might|would) (i|we|you) ~1 (have|get|take|see|meet|trust us with|give us) ~1 (your next|the next|that one|that case|\
        that person|that family|one of (those|these|them)) ~8
    when your next ~8 (comes|come|goes|go|is|lands|turns) ~8
    (do you have|have you got|is there|are there|have you) ~1 (one|any|anyone|anybody|someone|somebody|a single|a|\
        just one)? ~1 (patient|patients|family|person|case|resident|client|anyone|anybody|someone|somebody) ~4 \
        (today|tonight|this|right now|weekend|week|going|who|on your (list|desk|unit|floor)|that|for whom|i could|\
        we could) ~6
    (let|allow) (me|us) (to)? (show|prove|take|have|try) ~8
    (a|one) (crack|shot|go|chance|try|turn) (at|with|on) (your|the|that|one|just one|a single) (next|first|hardest|toughest|one|friday|weekend)? ~6
    (send|give|try|hand|call|text) (me|us) (with)? (the|your|one|a|that) (next|first|toughest|hardest|tough|hard|\
        tricky|difficult) (one|case|patient|family|discharge|person) ~8
""")
_ASKS_FOR_CASE_UNDONE = phrases("""
    (what|which) (kind|kinds|sort|sorts|type|types) of ~2 (do|are|does) ~1 (you|they) ~6
    (is there|are there|do you have|have you had|did you have|do you get) (ever|sometimes|often|still|usually) ~12
    (do you have|have you got|are there|do you get) (any|some|many)? (patients|residents|clients|families|people) (who|that) \
        (need|needs|could use) ~1 (extra|more|some|a little|any|our|your|home|in home)? (help|care|services|support|hands|us|\
        somebody|someone|anything)$
    (gift|lunch|bonus|reward|pay)
    (which|what|who) ~4 (hardest|toughest|most difficult|hard) ~3 (to|for)?
    (tell me about|what happens|how do|how does|how did|what happened|what do you|what did) ~8
    (hospital|rehab|doctor|agency|agencies) ~2 (send|sends|refer|refers) ~3
    (helped|had|worked with|cared for|took|started|served) ~6
    (what is|what are) (your|the|her|his) ~6
    (the|a|right|best|that) person who ~8
    (with (her|him)|helping (her|him)|for (her|him|your (mom|mother|dad|father|husband|wife))) ~3
""")

_EXPLAINS_REFERRING = phrases("""
    you (call|ring|text) (me|us|my ~1|our ~1|{role}|*) (by|before|on|when) ~6 and ~8
    (same|one|this) (number|line|cell) every time ~4
    (call|ring|text) until (a|some) (person|human|body) answers ~3
    (to|when you|if you|whenever you|you want to|want to) (refer|send us|make a referral|send a referral|send me|\
        send someone|have a referral|have someone|have a patient|have a case) ~6 (call|text|fax|email|send|just|all|\
        you|use|here|it|i|we|me) ~4
    (all you|all you need|all you have|you only|you just) (do|need|to do|have|need to|have to) ~4 (call|text|fax|\
        send|email|is|give|pick|fill|hand) ~4
    (call|text|fax|email|send|phone) (me|us|it|over|the|one|my) ~6 (referral|face sheet|facesheet|name and|first \
        name|patient's|room number|discharge date|demographics|take it from there|handle the rest|do the rest|\
        directly|any time|day or night|cell|direct) ~5
    (send|shoot|drop|leave) (me|us)? (a|an) (text|email|fax|message|note|voice mail) with ~5 (name|room|referral|\
        details|number|discharge) ~4
    (we|i) (will)? (take|handle|do|pick) (it|the rest|up) from (there|that point)
    ^(just)? ~1 (text|call|ring|message|email|fax) (line|me|us|my|the|this) ~8 (name|floor|room|unit|hour|time|initials) ~6
    (client|patient|resident|family|somebody|someone|referral) (may|can|could|would) be (introduced|sent|referred) ~1 (by|with|through) ~8
    referral process
    (one|a single|a quick|just one|a two minute) (phone)? (call|text|number|fax|email) (is all|and we|does it|to|\
        starts|and i|gets|will|that is all|takes care) ~5
    (referral|referrals) (go|come|goes|comes|can go|can come|should go) (to|in|through|by|via) ~6
    (first name|name|initials) and (a|the|their)? (room|number|discharge|diagnosis|unit|phone) ~4
    call (this|my|that|our) ~2 (number|line|cell) ~3 (give|with|and|any|day|leave) ~4
    referral (form|line|process|number|fax|portal|sheet|email|packet|pad|card) ~5
    (here is|this is|that is|it is) how (it works|to refer|you refer|a referral works|the referral works|we take \
        referrals|referrals work|referring works) ~4
    (give|hand|pass) (them|families|the family|patients|the patient|people) (my|our|this|the) (card|number|brochure|\
        packet|information) ~5
    (to|for) (refer|referring|a referral) (is|you|just|us|someone|a|to us) ~4
    (here is|this is|that is|tell you|show you|explain|says|knows|know) ~2 (how to|how you) (refer|send|reach us|make a referral|\
        send a patient|send us)
    (all|only thing|everything) (she|he|they|you|your ({role})|anybody|anyone|the family) ~1 (got|have|has|need|needs) to (do|say|\
        give|send) ~1 (is)? ~1 (call|text|email|send|give) ~6
    (first name|initials|name) ~2 (discharge|hours|time|day|date|mornings|room|what mornings|when) ~3
    (email|text|message|send|call|give|leave) (me|us) ~1 (the|a|their|her|his) ~1 (family|family's|contact|name|first name|initials|floor|number|details|room|time) ~6
    you can (call|text|fax|email|reach) (me|us|our|the office|the intake) ~2 (directly|any time|anytime|day or \
        night|24/7|with a name|at|on|and|line|team) ~4
    our intake (line|number|team|nurse|coordinator|fax) ~4
    (just|simply|only) (call|ring|phone|text|email) (me|us|the|our|my) ~6 (number|line|evening before|morning of|name|card|\
    office|cell|phone|day before)
    (all you do|you would only|you would just|you only|you simply|you would simply|all it takes) ~2 (need to|have to|is)? \
    (to)? (call|ring|phone|text|email|send) ~6
    (refer|send|referrals|sign them up) ~2 (online|on line|on our website|on our site|through the website) ~4
    call the (office|main) ~1 (number|line) ~4
    (referring|to refer|making a referral|a referral|it) (someone|a patient|a family|to us)? (is|could not be|takes|\
        only takes) (easy|simple|easier|one|a|two|quick|just) ~6 (call|text|number|name|fax|card|form|minutes|\
        phone) ~4
    (you|just|simply)? (can|could)? (just|simply)? (call|text|email|fax|send) (me|us|our office|my cell|the office|\
        the number|this number|our line) ~1 (the|a|with|and|on) ~3 (name|card|face sheet|discharge|first name|\
        number|details|referral) ~6
    (fax|send|email|text|call) ~4 (face sheet|referral|name|number on the card) ~5 (that is all|take it from there|\
        the rest|that is it|all (i|we) need) ~3
    (call|text|email|message|ring|phone|holler at|ping) (me|us|my cell|this number) ~4 (i|we) (will)? ~1 (take|do|handle|sort|cover|run with|get) \
        (care of)? (the rest|it|all of it|everything) ~4
    (call|text|email|message|ring|phone) (me|us|my cell|this number) ~1 (i|we) (take care of|do|handle) (the rest|it|everything)
    (that is|and that is) (all|it|everything) (i|we|you|that is) ~2 (need|do|have to do|takes|it takes)
    (you|just|and) ~1 (say|tell|give|leave|text|read) ~1 (me|us)? ~1 (the|a|their)? (room|name|first name|initials|street|floor|hour|discharge) ~8 \
        (we|i) (will)? ~1 (do|does|handle|take|run with) ~2 (the rest|it from there|it)
""")
_EXPLAINS_REFERRING_UNDONE = phrases("""
    when you (call|ring|phone|text) ~1 (it is|you (get|reach|talk|speak)) ~3
    how (do|does|should|would|did|can|could) (you|your|they|families|i|we|patients|a patient) ~4 (refer|send|make|\
        like|want|prefer)
    (what|which|who) ~4 (referral|referrals) ~6
    (gift|bonus|reward|commission|kickback|fee for|pay (you|for))
    (can|could|may) i (call|email|text) ~3
""")

FAMILIES: Final = (
    Family(ActKind.ASKS_FOR_CASE, _ASKS_FOR_CASE, _ASKS_FOR_CASE_UNDONE),
    Family(ActKind.EXPLAINS_REFERRING, _EXPLAINS_REFERRING, _EXPLAINS_REFERRING_UNDONE, ClauseForm.STATEMENT),
)
