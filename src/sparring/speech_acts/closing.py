"""Closing: a next step, contact details, and for referral sources the case wanted and how to refer it."""

from typing import Final

from sparring.speech_acts.acts import ActKind
from sparring.speech_acts.families import Family, Form
from sparring.speech_acts.phrases import phrases

_PROPOSES = phrases("""
    (schedule|set up|book|arrange|plan|do|set|offer|have|get|put|pencil|start with|find a time for|do a|hold|make) (you|us)? (a|an|the|our|that|your|this|in a|another|for a|some) (free|complimentary|no cost|no obligation|quick|short|brief|in home|home|follow up|fifteen minute|ten minute|twenty minute|thirty minute|care|first|in person|phone|staff|lunch and learn)? (free|complimentary|in home|home|care|no obligation|no cost)? {visit} ~2
    (would|can|could|may|shall|should|might|let|will|i will|i would like to|i would love to|we will|we would|how about|like|want|i am going to) ~2 (i|we|me|our nurse|our care manager|us|someone|to)? (come|stop|swing|drop|drive) (out|by|over|in|see|meet|and see|and meet|to see|to meet|to your|to the house|to her|to his|down) ~4
    (i|we|our nurse|our care manager|my care manager|our coordinator|a care manager|someone|care manager) (can|could|will|would|may) (come|visit|meet|stop|be there|drop|swing|call|check back|send|bring|follow up|email) (you|out|with|by|her|him|on|at|there|in|over|back|back on|back next|a|the|your)? ~3 (you|tomorrow|{day}|home|house|meet|see|week|morning|afternoon|agreement|packet|information|confirmation|care plan|both|mom|dad|mother|father|her|him|team|staff)
    next step (is|would be|could be|from here|i (would|suggest)|we|for us|that) ~3
    (would|does|how about|is|will|what about|can you do|could you do|do) ~2 ({day}|tomorrow|this afternoon|this evening|next week|later today|today at|the {day}|early next week) ~10
    (what|when|which) (time|day|days|is|works|would|time or day|day and time|day or time) ~6 (work|works|good|best|convenient|suit|suits|visit|meet|come|easier|assessment) (for|with|best|better|out|to)? ~3
    let us (set|schedule|find|get|plan|book|arrange|pick|put|meet|start with|do|talk|look at|touch base) ~6 (time|visit|assessment|meeting|call|calendar|started|together|{day}|tomorrow|date|day|week)
    (i|we) would (like|love) to (meet|come|visit|schedule|set up|stop by|sit down|see|invite|bring|drop by|drop off|offer|send|do) ~4
    (send|have|get) (our|a|my|the) (nurse|care manager|coordinator|care coordinator|supervisor|rn) (out|over|to|come|visit|meet|call)
    i will (call|email|follow up|check in|check back|stop by|bring|send|be|come|see|text|drop off) ~6 (tomorrow|{day}|next week|this afternoon|tonight|later today|in the morning|on the|first thing|by (noon|five|end of day|tomorrow|tonight)|within the hour)
    (can|could|may|shall) (i|we) (call|follow up|check in|check back|touch base|meet|visit|talk|speak|email|come back|put you down|send|schedule|set|book|bring|do) ~7 ({day}|tomorrow|next week|the {day}|back|again|in a week|in two weeks|calendar|in service|time|assessment|visit|meeting|week|you the|you a|staff|team|information|brochure|lunch)
    (would you be|are you|would you) (open|willing|available|free|interested|comfortable) (to|for|in|on|with) ~8 (visit|assessment|meeting|call|meet|coming|{day}|tomorrow|in service|trial|sit down|tour|talk|conversation|week)
    (trial|pilot|test|start) (visit|week|case|shift|run|with one|with a single) ~4
    (would it|would it be|is it) (help|helpful|make sense|okay|all right|be okay|be all right|be possible|be worth|useful) (if|to|for) (i|we|our|me|us|set|schedule|have|meet|bring|come|stop|call|do) ~6
    (put|have|get) (you|us|that|it) (down|in|on) (for|the calendar|the schedule|my calendar|our calendar) ~4
    pencil (you|it|us|that) in ~4
    invite (you|her|him|your) ~4
""")
_PROPOSES_UNDONE = phrases("""
    (did|has|have|had|was|were|does|is|when) (she|he|they|the|anyone|your|her|his) ~6 (visit|call|appointment|come|stop by|assessment)
    (no|not|never|without) ~2 (need|needing|going|want|able) to (come|visit|schedule|set|meet)
    (do|are) (you|they) ~2 (refer|make referrals|currently)
    (after|during|once|at|until) (the|our|that|we) (do the|finish the)? (assessment|visit) (we|i|you) ~3
    (she|he) (came|come|comes) home
    when (does|do|did|is|are|would|will) (she|he|dad|mom|your|they|care|the hospital|you (need|want|like) (care|help|someone|us to start|to start|it to start|this to start)) ~3
    how (is|are|was|were|does|do|did) (she|he|your|things|mom|dad|it) ~3
    i will (be|come) (honest|clear|direct|frank|straight) ~3
    (called|fell|discharged|happened|started) ~3 ({day}|yesterday|last)
    (the caregiver|our caregiver|a caregiver|caregivers|our caregivers|aide|the aide) (can|will|would|could) (come|stop|be) ~6
""")

_ASKS_CONTACT = phrases("""
    (what|which) (is|would be|are|number|phone number|address|email) ~4 (best|good|your|her|the|better|call back)? ~2 (number|phone|phone number|email|email address|address|cell|contact|line|call back number) ~5
    (may|can|could|might|let me) (i|we|me)? (have|get|take|grab|ask for|ask|trouble you for|write down|jot down|take down|confirm) ~4 (number|phone|phone number|email|email address|address|cell|contact information|contact info|contact details|business card|card) ~4
    (give|tell|send|spell|text) me (your|a|the|her|his|out)? ~3 (number|phone|phone number|email|email address|address|cell|contact|card)
    (best|good|better) (number|phone number|email|email address|address|way|contact|phone) (to|for|where) (reach|call|contact|send|get|you|text|use) ~4
    (how|where) (can|should|do|could|may) (i|we) (reach|contact|call|get (a)? hold of|send|get in touch|email) (you|her|him|it|the|this|them) ~4
    in case we (get|are|should get|happen to get|were to get) (disconnected|cut off|separated|dropped)
    (number|phone) (to reach|where i can|i can|to call|we can|in case) ~4
    (do you have|is there|have you got) (an|a|your|another) (good|best|direct|cell|better)? (email|phone|number|phone number|address|email address|cell|line) ~6
    (your|the) (email|phone|phone number|cell|mobile|address|number|call back number|best number|zip code) (please|is|so i|in case|and)?$
    (is this|is that) (the|a|your) (best|good|cell|right)? (number|phone|phone number) (to|for|you) ~4
    what (number|phone number|email|address) ~8
    (leave|give) (us|me) (a|your) (number|call back number|phone number) ~3
""")
_ASKS_CONTACT_UNDONE = phrases("""
    (give|leave|send|text|email) you (my|our|the|a) ~3
    (my|our) (number|cell|direct|email|address|phone|card) ~3
    number of (hours|days|falls|people|patients|referrals|caregivers|visits)
    (hotline|referral (line|number))
    (i have|you are at|so that is|that is|let me repeat|read that back|reading that back|confirm) ~4 (number|address|email) ~3 (is|as|at|at the|#)
""")

_CONFIRMS_CONTACT = phrases("""
    (i have|i have got|i have you|we have|i have your) (your|you|the|her|his|as|at|down as|down at|it as|that as|address as|number as|email as) ~4 (number|phone|cell|email|address|at|#|street|road|avenue|lane|drive|oak|maple|elm|gmail|yahoo|dot com) ~5
    (confirm|verify|double check|repeat|read back|check|reading back|repeat back|read) ~3 (your|the|that|her|his|this) ~2 (number|phone|phone number|email|email address|address|contact|cell|spelling|zip|information|details) ~3
    read that back ~3
    (your|the|her|best|call back|cell|phone) (number|phone number|cell|email|email address|address) (is|was|as|at|i have is|i have here is|here is) ~1 (#|five|two|three|four|six|seven|eight|nine|one|zero|oh|still|the same|correct|right)
    (is this|is that|this is) (still)? (the)? (best|right|correct|good) (number|phone number|email|address|cell|one) ~4
    (is|that is) (the|that|your) (number|address|email|phone number) (correct|right|still|#|and) ~3
    (call|reach|text|email|find) you (at|on) (#|this number|that number|the same number|the number|five|six|seven|eight|two|three|four|nine) ~4
    so (that is|that was|it is) (#|five|six|seven|eight|two|three|four|nine) (#|five|six|seven|eight|two|three|four|nine|zero|oh|one) ~8
    (number|phone|cell) (ending|ends) (in|with) ~4
    (and)? (that is|spelled|spelt) (with a|with an|with two|as in) ~3
    at (#|the) ~3 (street|road|avenue|lane|drive|court|boulevard|circle|way|place) (correct|right|is that|yes)
    same (address|number|email|phone) (where|you|as|we|i) ~4
""")

_ASKS_FOR_CASE = phrases("""
    (who|which|what) ~2 (do you have|is|patient|patients|family|families|person|discharge|one|comes to mind|have you got|on your (list|unit|floor|caseload)|resident|client) ~8 (going home|leaving|discharged|lives alone|living alone|struggling|at risk|needs|need|could use|would benefit|worried|worries|weekend|friday|today|this week|tomorrow|without family|no family|first|right now|coming to mind|come to mind|hardest)
    (do you have|have you got|is there|are there|can you think of|did you have|have you) ~2 (a|an|any|one|someone|somebody|anyone|anybody|patient|patients|family|families|resident|residents|client|clients) ~8 (going home|leaving|discharged|discharging|lives alone|living alone|struggling|at risk|needs|need|needing|could use|who would|would benefit|this week|this weekend|tomorrow|on friday|friday|without family|no family|right now|who might|who could|whose|waiting|stuck|that might|that could|who is|who has|with dementia|who fell|who falls|refused)
    (the)? next (time|patient|family|person|discharge|case|one|resident|client|friday) (you|who|that|with|is|comes|goes|has|you have|you see|you get) ~12 (call|send|give|think|try|refer|text|let|can i|could|would|phone)
    (would|could|will|can) you (try|send|give|refer|call|let|think|trust|start|consider|text|keep|share|introduce|pass) (us|me|our|one|with) ~8 (patient|case|family|discharge|referral|client|chance|resident|one|next|try|first|mind|call|start)
    (send|give|try|call|refer|let us take|let us have|start) (me|us) (with|your|one|a|the|on)? (next|toughest|hardest|one|first|single|most|friday|difficult|a|weekend|hard|tough|late)? ~3 (patient|case|family|discharge|referral|client|resident|one)
    (looking for|ask for|asking for|hoping for|love to help|want to help|like to help|best (fit|at|with)|good fit|ideal|perfect) ~5 (patient|case|family|person|client|one|veteran|veterans|families|patients|seniors|someone|resident|residents) (who|with|going|that|whose|leaving|living|like|coming) ~5
    (one|a|single|first|specific|test|trial) (patient|case|family|discharge|client|referral|resident) (who|to|that|you|this|with|so|and|for us|we|where) ~5
    who (comes|came) to mind
    anyone (come|comes) to mind
    (think|thinking) of (someone|anyone|a patient|a family|one patient|one family) ~6
""")
_ASKS_FOR_CASE_UNDONE = phrases("""
    (gift|lunch|bonus|reward|pay)
    (who|which) (is|are) (the|your) (hardest|toughest) ~3 (to|for)
    (tell me about|what happens|how do|how does|how did|what happened|what do you|what did) ~8
    (hospital|rehab|doctor|agency|agencies) ~2 (send|sends|refer|refers) ~3
    (helped|had|worked with|cared for|took|started|served) ~6
""")

_EXPLAINS_REFERRING = phrases("""
    (to|when you|if you|whenever you|you want to|want to) (refer|send us|make a referral|send a referral|send me|send someone|have a referral|have someone|have a patient|have a case) ~6 (call|text|fax|email|send|just|all|you|use|here|it|i|we|me) ~4
    (all you|all you need|all you have|you only|you just) (do|need|to do|have|need to|have to) ~4 (call|text|fax|send|email|is|give|pick|fill|hand) ~4
    (call|text|fax|email|send|phone) (me|us|it|over|the|one|my) ~6 (referral|face sheet|facesheet|name and|first name|patient's|room number|discharge date|demographics|and we|and i|and i will|and we will|directly|anytime|any time|day or night|cell|direct) ~5
    (one|a single|a quick|just one|a two minute) (phone)? (call|text|number|fax|email) (is all|and we|does it|to|starts|and i|gets|will|that is all|takes care) ~5
    referral (form|line|process|number|fax|portal|sheet|email|packet|pad|card) ~5
    (here is|this is|that is|it is) how (it works|to refer|you refer|a referral works|the referral works|we take referrals|referrals work|referring works) ~4
    (give|hand|pass) (them|families|the family|patients|the patient|people) (my|our|this|the) (card|number|brochure|packet|information) ~5
    (to|for) (refer|referring|a referral) (is|you|just|us|someone|a|to us) ~4
    (how to|how you) (refer|send|reach us|make a referral|send a patient|send us)
    you can (call|text|fax|email|reach) (me|us|our|the office|the intake) ~2 (directly|any time|anytime|day or night|24/7|with a name|at|on|and|line|team) ~4
    our intake (line|number|team|nurse|coordinator|fax) ~4
""")
_EXPLAINS_REFERRING_UNDONE = phrases("""
    how (do|does|should|would|did|can|could) (you|your|they|families|i|we|patients|a patient) ~4 (refer|send|make|like|want|prefer)
    (what|which|who) ~4 (referral|referrals) ~6
    (gift|bonus|reward|commission|kickback|fee for|pay (you|for))
    (can|could|may) i (call|email|text) ~3
""")

FAMILIES: Final = (
    Family(ActKind.PROPOSES_NEXT_STEP, _PROPOSES, _PROPOSES_UNDONE),
    Family(ActKind.ASKS_CONTACT, _ASKS_CONTACT, _ASKS_CONTACT_UNDONE),
    Family(ActKind.CONFIRMS_CONTACT, _CONFIRMS_CONTACT),
    Family(ActKind.ASKS_FOR_CASE, _ASKS_FOR_CASE, _ASKS_FOR_CASE_UNDONE),
    Family(ActKind.EXPLAINS_REFERRING, _EXPLAINS_REFERRING, _EXPLAINS_REFERRING_UNDONE, Form.STATEMENT),
)
