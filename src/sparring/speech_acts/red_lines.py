"""Safety and red lines: what must be said in an emergency, and what must never be said on a call."""

from typing import Final

from sparring.speech_acts.acts import ActKind
from sparring.speech_acts.families import Family, Form
from sparring.speech_acts.phrases import phrases

_ASKS_IF_SAFE = phrases("""
    (is|are|was) (she|he|they|you|anyone|everyone|anybody|everybody|mom|dad|your (mom|mother|dad|father|husband|wife)|the patient) ~3 (safe|okay|all right|hurt|injured|breathing|conscious|awake|bleeding|responsive|responding|in danger|in pain|alert) ~4
    (can|could) (she|he|you|your (mom|mother|dad|father|husband|wife)) (breathe|talk|move|hear you|speak|get up|stand|respond|see|feel) ~4
    (did|has|have) (she|he|your (mom|mother|dad|father|husband|wife)) (hit|hurt|injured|broken|break|lost|pass|passed|faint|fainted) ~5
    (is|are) (someone|anyone|anybody|somebody|you|there someone|there anyone) (with (her|him|them|your)|there with|staying with|nearby|next to) ~5
    is (this|it|that) (an|a medical)? emergency
    (is there|are there|do you have) ~2 (immediate|any immediate|right now|an emergency|any danger) ~4
    (is|are) (she|he|you) ~2 (in)? (immediate|any) (danger|pain|trouble) ~3
    (is it|is the house|is the home|would it be) safe ~4
    does (she|he|your (mom|mother|dad|father|husband|wife)) (need (an ambulance|medical attention|a doctor|emergency|to go to the hospital)|feel safe) ~3
""")
_ASKS_IF_SAFE_UNDONE = phrases("""
    is (that|this|it) okay
    okay (with|if|to) ~3 (you|i|we|the idea|having|someone)
    (are|is|would) you (okay|all right|comfortable) (with|if|to|having) ~3
    (on board|open to|happy with)
    (is|are) (anyone|anybody|someone|somebody) (helping|involved|else)
    (sure|clear|ready) ~3
""")

_CALL_911 = phrases("""
    (call|dial|phone|ring|called|calling|contact|get) ~4 (911|nine one one|nine eleven|9 1 1|an ambulance|the ambulance|emergency services|the paramedics|paramedics|emergency medical)
    (hang up|need|needs|this is) ~4 (911|nine one one|9 1 1|an ambulance|emergency room|a medical emergency|medical emergency)
    (go|get|take|bring) (her|him|them|your)? ~3 (to|straight to|right to) (the|an) (emergency room|er|emergency department|hospital right? now|hospital immediately) ~2
    ^(911|nine one one) (right)? (now|please|immediately)?
""")
_CALL_911_UNDONE = phrases("""
    (do not|does not|did not|no|not|never|no need|without) ~4 (911|nine one one|9 1 1|ambulance|emergency room|emergency services|paramedics|er|medical emergency)
    (did|have|has|had|was|were) (you|she|he|they|anyone|someone|the) ~5 (911|nine one one|ambulance|emergency room|er|paramedics)
    (she|he|they) (called|went|was taken|has been) ~5
    (how many|how often|when) ~6 (911|ambulance|emergency room|er)
    (avoid|prevent|reduce|fewer|instead of|keep) ~5 (911|ambulance|emergency room|er|hospital)
""")

_MEDICAL_ADVICE = phrases("""
    (stop|start|skip|double|increase|decrease|cut|lower|raise|reduce|change|hold|switch|try|quit|up|halve|wean) (giving|taking|off)? (her|him|the|his|your|that|those|all|some|with|a|an|on|back on|mom|dad|them|it|any)? ~3 {medicine}
    (give|gave|giving|take|have|feed) (her|him|them|your (mom|mother|dad|father|husband|wife)|mom|dad|the patient|some|two|an extra|a little|extra|a|one|half) ~4 {medicine}
    (you|she|he|they|your (mom|mother|dad|father|husband|wife)) (should|need to|ought to|must|can|could|might|will|just need to|may) (safely|probably|also)? (stop|start|skip|double|increase|cut|lower|take|come off|get off|go off|not take|be on|not be on|be taking|try|go without) ~5 ({medicine}|it|them|that one|supplement|supplements|cbd|vitamin|treatment|therapy|oxygen)
    (that|it|this|she|he|your (mom|mother|dad|father|husband|wife)) (is|sounds like|looks like|seems like|has|probably has|is probably|is likely|must have|must be|definitely has|is definitely|is clearly|might be having|could be) ~2 (a|an|having a|the|got|early|late stage|end stage|classic|only)? (stroke|mini stroke|uti|urinary tract infection|infection|heart attack|pneumonia|concussion|sundowning|blood clot|clot|depression|parkinson's|dehydrated|dehydration|vertigo|side effect|side effects|arthritis|anemia|diabetic|sepsis)
    (she|he|your (mom|mother|dad|father|husband|wife)|you) (does not|do not|will not) need (a|the|to see a|to see the|to go to the|any|that|those|to call|her|his|physical|to take) ~2 (doctor|hospital|medication|medications|medicine|pills|therapy|er|surgery|physical therapy|insulin|911|emergency)
    no need (to|for) (see|call|go to|a|bother|take|the) ~3 (doctor|hospital|er|medication|medicine|physician|surgery)
    (i|we) (would|would not|will) (stop|lower|change|double|skip|adjust|raise|cut|increase) (her|his|the|that|your|it) ~3 ({medicine}|until|right away|if|today|tonight)
    (ignore|forget|do not listen to|overrule|do not worry about) (what)? (the|her|his|your) (doctor|nurse|physician|cardiologist|neurologist) ~4
    our (caregiver|caregivers|aide|aides|people|staff) (can|will|could|would) (give|inject|administer|adjust|dose|change) ~4 ({medicine}|injection|injections|shots|shot|wound|catheter|bandage|dressing|iv|ivs)
    (wait and see|let (her|him) sleep|put (her|him) to bed|sleep it off|walk it off) ~6
    (safe|fine|okay|all right) (to|for her to|for him to) (stop|skip|take|mix|double|crush) ~4 ({medicine}|it|them|those)
    (crush|mix|hide|grind) ~3 {medicine}
""")
_MEDICAL_ADVICE_UNDONE = phrases("""
    (can not|could not|do not|not able to|not allowed to|never|would not|will not|not a nurse|not a doctor|not nurses|are not|am not|not qualified|not going to|can never) ~6 (advise|advice|tell|say|give|administer|comment|recommend|diagnose|suggest|stop|change|start|inject|handle|adjust|dispense|ask you|answer|touch)
    (ask|check with|talk to|call|speak with|speak to|consult|question for|up to|follow|let) ~4 (doctor|physician|pharmacist|nurse|home health|prescriber|cardiologist)
    (remind|reminds|reminder|reminders|reminding) ~8
    (does|do|did|is|are|has|have|was|can|who|what|how|when|which) (she|he|they|you|your|anyone|the doctor|medications|medicines|gives|helps|manages|kind|many|often|pills|meds|your (mom|mother|dad|father)) ~8
    (doctor|physician|hospital|nurse|neurologist|cardiologist) (said|told|says|ordered|prescribed|wants|changed|started|stopped|put|diagnosed) ~3
    (you|they) (said|mentioned|told me|were saying) ~10
    i am sorry ~10
    (it|that|this) sounds like (she|he|you|your) ~2 (had|has had|been|had been|got) ~6
    (we|our) ~3 (pick up|picks up|collect|fetch) ~4
""")

_PROMISES = phrases("""
    (i|we) (can|could|will|do|absolutely|personally|always)? (guarantee|promise|assure|swear|give you my word) ~2 (you|that|it|she|he|her|your|medicare|a|the|this|nothing|no|we|results|him|family)
    (i|we) (guarantee|promise)
    (is|are|are all|it is|that is|results|satisfaction|she is|he is) guaranteed
    guaranteed (to|results|coverage|approval|no|start|recovery|improvement)
    {insurer} (will|does|is going to|always|definitely|should definitely|absolutely|is sure to|pays|covers|will definitely|will absolutely|will probably) ~2 (pay|cover|covers|pays|take care of|reimburse|approve|for) ~3
    {insurer} (pays|covers) (for)? (this|it|all|everything|all of|the whole|our|home care|that|the full|every) ~3
    (get|have) (it|this|you|her|him|everything) (covered|approved|paid) ~2 (by|through|under) {insurer}
    (you|she|he) (will|are going to|is going to) (be|get) (fully|completely|100 percent)? (covered|approved|reimbursed) ~4
    (she|he|your (mom|mother|dad|father|husband|wife)|mom|dad|they) (will|is going to|are going to) (definitely|surely|never|absolutely|certainly|be|get|recover|make|not|walk|have|love)? ~1 (recover|be cured|get better|walk again|be fine|fine|better|improve|recovered|be back to normal|be perfectly safe|completely safe|100 percent safe|cured|live longer|full recovery)
    (she|he|your (mom|mother|dad|father|husband|wife)|mom|dad|they) (will|is going to|are going to) (never|not) ~1 (fall|fall again|wander|forget|need the hospital|go back to the hospital)
    (never|not ever|no more) (fall|have a fall|falls|be hospitalized|go back to the hospital|wander|be readmitted|end up in the hospital) ~3
    (cure|cures|reverse|reverses|heal|heals|fix|fixes|stop|stops) (the|her|his|your (mom|dad|mother|father)'s|that|dementia|alzheimer's|any)? ~1 (dementia|alzheimer's|parkinson's|memory loss|falls|falling|wandering|sundowning|decline|arthritis|disease)
    (100|hundred|a hundred|one hundred) percent ~3 (safe|sure|guaranteed|guarantee|covered|satisfaction|of the time|certain|free|no falls)
    (nothing|nothing bad|no harm) will (ever)? (happen|go wrong) ~4
""")
_NAMED_START = phrases("""
    (maria|rosa|linda|susan|angela|grace|anna|ana|carmen|denise|tanya|latoya|keisha|patricia|sandra|gloria|joyce|betty|monique|tina|nancy|karen|lisa|michelle|sofia|elena|teresa|theresa|marie|diane|donna|brenda|janet|ruth|james|robert|michael|david|john|carlos|jose|luis|kevin|brian) (will|is going to|can definitely|will definitely) (start|be there|begin|be her caregiver|be his caregiver|be your caregiver|be with|come|take care of|be at) ~5
""")
_PROMISES_UNDONE = phrases("""
    (can not|could not|do not|will not|not able to|never|would not|not|no one can|nobody can|no agency can|are not|is not going to|hard to|unable to|impossible to|wish i could|may not|does not|did not|without) ~4 (promise|guarantee|guaranteed|guarantees|assure|say that|tell you that|say she|say he|cover|pay|claim|swear|cure|be sure)
    (can not|could not|do not|does not|will not|never|would not|not) ~3 (promise|guarantee|say|claim|cover|pay|pays|covers|normally|usually|generally)
    no (guarantee|guarantees|promises|one can)
    (if|whether|might|may|could|sometimes|depends|depending|check|find out|see if|see whether|some|in some cases|unlikely|possible that|hope|hopefully|usually) ~8 (cover|covers|pay|pays|covered|approved|guarantee|reimburse|better|improve)
    (promise|guarantee) (to|that i will|i will|we will|i would|you will (get|hear|have) a) (call|answer|return|respond|get back|be honest|be there|keep|tell|let you|not|listen|do (my|our) best|ask|send|be|follow|always|never|try|do everything|check|look|email|text|come)
    (promise|guarantee) (i|we|you) (will|would) (call|answer|return|respond|get back|not|keep|tell|let|listen|do|be (quick|brief|honest|short)|ask|send|follow|try|only|make|take|hear|get|always|never)
    i promise (it|this) (will)? (be|take|takes) ~3
    (i|we) promise you are
    (you|they|she|he|the other agency|the last agency) (said|mentioned|told|told me|promised|were told|was told|guaranteed) ~10
    (did|do|does|has|have|are|is|were|was|would|will) (they|you|she|he|anyone|the|medicare|her|his|your|medicaid|the va|insurance) ~10 (promise|promised|guarantee|guaranteed|cover|covers|pay|pays)
    (not|never) (pay|cover|covers|pays)
    (pay|pays|cover|covers) ~3 (for a short time|for a while|for a few weeks|for skilled|skilled)
    be careful (of|with) ~4
    (anyone|any agency|agencies) (who|that) (promises|guarantees|tells) ~6
    (broken|break|made|made a|you made|kept) ~2 (promise|promises)
    (worried|afraid|scared|concerned|hoping|hope) ~6
""")

_DISPARAGES = phrases("""
    (they|those|those (guys|people|agencies)|that (agency|company|place|outfit)|the other (agency|agencies|company|guys)|other agencies|your current agency|your agency|most agencies|{agency}) (are|is|were|was|have|has|had|just|only|always|never|do|does|will) ~4 (terrible|awful|horrible|bad|worst|unreliable|cheap|scam|scammers|rip off|ripoff|lazy|crooks|a joke|garbage|trash|useless|incompetent|dishonest|liars|sketchy|shady|unprofessional|sloppy|clueless|dangerous|untrained|unlicensed|negligent|a mess|a disaster|disaster|second rate|pathetic|crook|fraud|frauds|notorious|overpriced|sued|cited|thieves|bottom of the barrel|a bad reputation|bad reputation|terrible reputation|amateurs|hacks|the worst)
    (they|those (guys|people|agencies)|that (agency|company|place|outfit)|the other (agency|agencies|company|guys)|other agencies|{agency}) (never|do not|does not|hardly ever|will not|rarely|barely|could not) (even|ever|really|actually|bother to)? (show up|train|screen|check|care|answer|return|supervise|know what|follow|pay|give a|do background|show|background check|bother|insure|have a clue) ~5
    (they|those (guys|people)|that (agency|company|place|outfit)|the other (agency|guys)|{agency}) (will|would) (rob|cheat|rip|lie|steal|neglect|abandon|drop|let you down|leave you|screw|overcharge|nickel) ~4
    (they|those (guys|people)|that (agency|company|place|outfit)|{agency}) (lie|lies|lied|steal|steals|stole|cheat|cheats|neglect|abuse|cut corners|hire anyone|hires anyone|hire anybody|hire (felons|criminals|people off the street)|overcharge|nickel and dime|are in it for) ~4
    (stay|keep|run|steer) (far)? away from (them|that|those|the other|{agency}) ~3
    (i|we) would (never|not) (use|trust|hire|let|send|recommend|leave) (them|that|those|my (mother|mom|dad|father)|anyone|my own|my dog) ~5
    (you|you will) get what you pay for with (them|those|that)
    (worst|terrible|awful|horrible|bad) (agency|company|reputation|reviews|record|outfit|provider|place|bunch) ~4
    (do not|never) (use|trust|go with|call|hire) (them|that agency|those|the other|that company|that place) ~3
    (i have|we have|everyone has|have you) heard ~3 (horror stories|terrible things|bad things|awful things|nothing but bad|nightmares) ~4
    horror stories about ~4
    (they|that agency|the other agency) (are|is) known for ~5
    all (they|those people|those guys|those agencies) (care about|want|do) is ~5
    (they|that agency|those agencies) (only)? care (only)? about (the)? (money|profit|profits)
    full of (crooks|thieves|liars|complaints)
""")
_DISPARAGES_UNDONE = phrases("""
    (not|never|would not|will not|do not|can not|am not|rather not|not going to|not here to) ~5 (say anything|speak|badmouth|bad mouth|talk about|run down|criticize|comment|put down|knock|speak for|say bad|tear down|judge|saying|compare)
    (you|she|he) (said|mentioned|told me|were saying|felt|feel|described|are telling me|told) ~12
    (do|does|did|are|is|was|were|have|has|had|what|how|why|who) (they|you|the|that|those|your|other|any) ~10$
    (not|never|are not|is not) (a)? (bad|terrible|awful|dishonest|scam|untrained|cheap|the worst|unreliable|worst|dangerous)
    (it|that|this) sounds (like|as if) ~8
    sorry (that|they|to hear|you|about) ~8
    (good|fine|decent|great|reputable|wonderful) (agency|agencies|people|company|reputation|provider|option) ~3
    (we|i|our) (were|was|have been|are|am) ~2 (terrible|awful|unreliable|late|wrong|a mess|overpriced)
    (when|if|what happens|so when) (they|the|that|those|a) ~6 (show up|answer|return|call back) ~4
""")

_OFFERS_VALUE = phrases("""
    (gift card|gift cards|gift certificate|bonus|bonuses|cash|commission|commissions|referral fee|referral fees|finder's fee|finders fee|kickback|kickbacks|tickets|reward|rewards|incentive|incentives|bottle of wine|spa day|starbucks card|amazon card|visa card|percent|dollars|thank you gift|something extra|vacation|trip|fruit basket|gift basket|little something|perks|points|check|payment|dinner|steak dinner|lunch) ~6 (for|per|each|every|when|if) ~5 (referral|referrals|refer|patient|patients|patient's|client|clients|case|cases|family|families|lead|leads|send|sends|admission|start|discharge)
    (for|per|each|every|when|if) (each|every|any|you|a|one|the|anyone|all)? ~4 (referral|referrals|refer|patient|patients|case|cases|client|family|lead|send us|send me|admission) ~8 (we|i|you|there|gets|earns|get|is|comes with) ~6 (gift card|gift cards|gift certificate|bonus|cash|commission|fee|kickback|tickets|reward|incentive|wine|spa|starbucks|amazon|percent|dollars|gift|vacation|trip|basket|little something|perks|check|dinner|lunch|treat)
    (we|i) (pay|give|offer|send|provide|compensate|reward|have) ~6 (for|per) (each|every|any|the|your|a|all)? (referral|referrals|patient|lead|leads|case|cases|client you|family you)
    (make|making) it worth your (while|time)
    (something|what is|plenty) in it for (you|your team|you too|the staff|your staff)
    (we|i) (take|will take|always take|take good|take very good|take great) (good|great|very good)? care of (the people|people|folks|those|you|our referral|our partners|anyone|the folks) (who|that|partners|sources|if you|when you) (send|refer|sources|help|us)? ~4
    (referral|referring) (bonus|fee|program|reward|rewards|incentive|fees|bonuses) ~5
    (scratch|scratches) (my|our|your) back ~4
    (slip|pay|reward|compensate|treat|reimburse|spoil) you (something|a little|for (each|every|the|any|your|sending|referring)|in cash|per|back|well|with) ~5
    (show|express) (our|my) (appreciation|gratitude) (with|in|by) ~4 (gift|card|cash|check|lunch|dinner|way)
    (we|i) (will|would|can) (buy|get|bring|treat) (you|your team|your staff|the staff) ~5 (for|if|when|every time|each time|whenever) ~3 (refer|send|referral|patient|sends|case)
    (free|discounted) (care|services|hours|respite) ~3 (for you|for your (own)? (family|mother|mom|parents|staff)) ~5
""")
_OFFERS_VALUE_UNDONE = phrases("""
    (can not|could not|do not|will not|never|not allowed|not able|would not|are not|am not|not|illegal|against the law|against|prohibited|no|nothing|anti kickback|kickback statute|unethical|without|decline|have to say no) ~8 (give|giving|pay|paying|offer|offering|accept|gift|gifts|bonus|fee|fees|referral|referrals|anything|value|kickback|kickbacks|reward|compensate|lunch|incentive|statute|cards|money|commission)
    (illegal|against the law|not legal|prohibited|a felony|violates|violation|anti kickback) ~3
    (we|i) (can not|do not|never|will not|could not) ~4
    (do|does|did|are|is|have|what) (other|they|you|those|your|any|the other) ~8 (pay|offer|give|accept|gift|bonus|fee|policy|allowed)
    some (agencies|companies) ~10
    (if|whether) (another|other|anyone|someone|an agency) ~8
    (you|they) (said|mentioned|asked|were asking) ~10
    (dollars|rate|price|cost) (an|per) hour
    (percent|#) of (our|the|your|families|clients|patients|referrals|cases)
    (percent|out of) ~4 (satisfaction|started|staffed|accepted|filled|stay)
    (lunch and learn|education|in service) ~4
""")

_STEERS = phrases("""
    (only|just|always|simply) (give|send|tell|recommend|refer|mention|show|offer|steer|point|hand) (them|families|patients|people|the family|every|everyone|all|your patients|all your) ~3 (us|our|ours|to us|our way|our card|our name|our number|our brochure|me|my way|one name|one option|one agency)
    (do not|stop|no need to|without|quit|instead of|rather than|why) (give|giving|show|showing|offer|offering|send|sending|mention|mentioning|bother|hand|handing|bothering) ~5 (list|lists|other agencies|other agency|others|other options|a choice|choices|choice|competition|the other|competitors|three names)
    (take|leave|keep|cross|drop|remove) (them|the others|the other agencies|others|the competition|the rest|those) off (of)? (the|your) (list|lists)
    (put|move|keep|list|place) (us|our name|our agency|my agency) (first|at the top|top|on top|as the only|number one|ahead) ~4
    top of (the|your) list ~3
    (tell|convince|persuade|get|push|talk|steer|nudge|direct) (families|them|patients|the family|people|your patients|every family|her|him|your families|residents) ~3 (to|into|that|toward|towards) ~3 (choose|choosing|use|using|go with|going with|pick|picking|us|our|we are the (only|best)|have to use us|sign with)
    (send|refer|route|steer|funnel|direct) (us|me|all|every|everyone|all of|everybody) ~3 (exclusively|all your|every (patient|family|discharge|case|referral)|every single|all (of)? (your|the) (patients|referrals|cases|discharges|families)|everyone|to us only|to us and (only|no)) ~3
    exclusive (referral|agreement|arrangement|partner|partnership|provider) ~3
    (skip|lose|hide|bury|forget) the list
    (they|families|patients|the family) do not (need|have to|want|get|need to have) ~3 (choice|list|choose|options|know about|other options|other agencies)
    (make|be) (us|your) (the)? only (agency|choice|option|provider|one)
    (say|tell them|mention|pretend|claim) (that)? (we are|we|there is|the others are|no one else|nobody else|you) ~3 (the only|only one|full|no other|booked|no one else|preferred|required)
""")
_STEERS_UNDONE = phrases("""
    (not|never|would not|do not want|am not|can not|will not|wouldn't dream|are not) ~3 (asking|ask|trying|steer|steering|want you to|here to|expect|suggesting|suggest|tell|telling|push|looking)
    (their|the family's|the patient's|families have a|patient) choice
    (families|patients|they) (choose|always choose|should choose|have the right|have a choice|get to choose|decide|still choose)
    (alongside|one of|one option|one more|along with|next to|another name|add us|be on|on the) ~5
    (do|does|did|who|how|what|where|when) (you|they|your|families|gives) ~8
""")

_ABOUT_A_CLIENT = phrases("""
    (we|i|our caregivers|our caregiver|our team|my team|one of our caregivers|our agency) (care for|take care of|cared for|took care of|help|helped|serve|served|look after|looked after|work with|worked with|started|had|have|are helping|are caring for|are with|have been helping|have been caring for|sit with) ~3 (mr|mrs|ms|miss|dr|doctor|old mr|old mrs) ~1
    (client|patient|resident|family|clients|one) (of ours|we have|named|is|was|called|like|such as) ~2 (mr|mrs|ms|miss) ~1
    (mr|mrs|ms|miss) ~2 (is|was|has been|used to be|over|down|up|on|from|in) (a|one of our|our|on|over on|from|with us|at|the|across|room) ~3 (client|patient|clients|street|avenue|road|lane|drive|unit|room|with us|of ours|us|dementia|stroke|cancer|the street)
    (your|her|his) (neighbor|neighbors|friend|coworker|colleague|cousin) ~3 (is|was|are|has been) (a|one of|our|with) ~2 (client|clients|patient|us|ours|our)
    (you|you may|you might|you probably) (know|remember|heard of|have heard of) (mr|mrs|ms|miss) ~8
    (lives|live|lived) (on|at|over on|in) ~3 (street|avenue|road|lane|drive|court|boulevard) ~3
    (we|i) (care|cared) for (the) ~2 (family|sisters|brothers|couple) (on|over on|in|at) ~4
""")
_ABOUT_A_CLIENT_UNDONE = phrases("""
    (can not|could not|do not|will not|never|not able to|not allowed to|without|would not) ~5 (share|name|names|say who|tell you|identify|identifying|give|details|discuss|say her|say his)
    (where|which|what|who|does|do|did|is) (does|do|is|are|street|she|he|your|you|they) ~4
    (your|my) (mom|mother|dad|father|husband|wife|parents|address) ~6
    (you|she|he) (live|lives|lived) ~3
    so (she|he|you|your) ~4
""")

FAMILIES: Final = (
    Family(ActKind.ASKS_IF_SAFE, _ASKS_IF_SAFE, _ASKS_IF_SAFE_UNDONE, Form.QUESTION),
    Family(ActKind.CALL_911, _CALL_911, _CALL_911_UNDONE),
    Family(ActKind.MEDICAL_ADVICE, _MEDICAL_ADVICE, _MEDICAL_ADVICE_UNDONE),
    Family(ActKind.PROMISES_OUTCOME, _PROMISES, _PROMISES_UNDONE, Form.STATEMENT),
    Family(ActKind.PROMISES_OUTCOME, _NAMED_START, (), Form.STATEMENT),
    Family(ActKind.DISPARAGES, _DISPARAGES, _DISPARAGES_UNDONE),
    Family(ActKind.OFFERS_VALUE_FOR_REFERRALS, _OFFERS_VALUE, _OFFERS_VALUE_UNDONE),
    Family(ActKind.STEERS_CHOICE, _STEERS, _STEERS_UNDONE),
    Family(ActKind.IDENTIFIES_CLIENT, _ABOUT_A_CLIENT, _ABOUT_A_CLIENT_UNDONE),
)
