"""Safety: what must be asked and said in an emergency, and medical advice, which nobody here may give."""

from typing import Final

from sparring.speech_acts.acts import ActKind
from sparring.speech_acts.phrase_families import ClauseForm, Family
from sparring.speech_acts.phrases.notation import phrases

_ASKS_IF_SAFE = phrases("""
    (he|she|they|{family}) ~1 (get|gets|got|go|goes|went|make it|makes it) ~4 (front|back|street) door ~2
    (is|are|was) (she|he|they|you|anyone|everyone|anybody|everybody|mom|dad|your (mom|mother|dad|father|husband|\
        wife)|the patient) ~3 (safe|okay|all right|hurt|injured|breathing|conscious|awake|bleeding|responsive|\
        responding|in danger|in pain|alert) ~4
    (can|could) (she|he|you|your (mom|mother|dad|father|husband|wife)) (breathe|talk|move|hear you|speak|get up|\
        stand|respond|see|feel) ~4
    (did|has|have) (she|he|your (mom|mother|dad|father|husband|wife)) (hit|hurt|injured|broken|break|lost|pass|\
        passed|faint|fainted) ~5
    (is|are) (someone|anyone|anybody|somebody|you|there someone|there anyone) (with (her|him|them|your)|there with|\
        staying with|nearby|next to) ~5
    is (this|it|that) (an|a medical)? emergency
    (is there|are there|do you have) ~2 (immediate|any immediate|right now|an emergency|any danger) ~4
    (is|are) (she|he|you) ~2 (in)? (immediate|any) (danger|pain|trouble) ~3
    (is it|is the house|is the home|would it be) safe ~4
    does (she|he|your (mom|mother|dad|father|husband|wife)) (need (an ambulance|medical attention|a doctor|\
        emergency|to go to the hospital)|feel safe) ~3
    (is|are) (he|she|you|they|your (mom|mother|dad|father|husband|wife)|mom|dad|anyone|anybody|the patient) (not)? \
        (conscious|awake|breathing|bleeding|hurt|injured|responsive|safe|in danger|okay|all right|in pain|alert|\
        responding|talking|moving) ~5
    (is|are) (she|he|you|they) (able to|safe|in (any|immediate)) ~4 (breathe|speak|talk|move|danger|right now|\
        where) ~3
    (hurt|hit|injured) (badly|her|his|your) ~2
    (he|she|you) (is|are) not (bleeding|hurt|injured|in danger|unconscious) (is|are) (he|she|you)
""")

_ASKS_IF_SAFE_UNDONE = phrases("""
    is (that|this|it) okay
    (eating|sleeping|drinking|managing|doing|walking|moving|getting ~2) (okay|all right|well|right) ~3
    (okay|all right) (with|if|to|about) ~3 (you|i|we|the idea|having|someone|somebody|a stranger|strangers|an aide|\
        a caregiver|this|that|help)
    (are|is|would) you (okay|all right|comfortable) (with|if|to|having) ~3
    (on board|open to|happy with)
    (is|are) (anyone|anybody|someone|somebody) (helping|involved|else)
    (sure|clear|ready) ~3
    (at night|during the day|overnight|on weekends|in the evenings|usually|normally|most days)
""")

_CALL_911 = phrases("""
    (call|dial|phone|ring|called|calling|contact|get) ~4 (911|nine one one|nine eleven|9 1 1|an ambulance|the \
        ambulance|emergency services|the paramedics|paramedics|emergency medical)
    (hang up|need|needs|this is) ~4 (911|nine one one|9 1 1|an ambulance|emergency room|a medical emergency|medical \
        emergency)
    (go|get|take|bring) (her|him|them|your)? ~3 (to|straight to|right to) (the|an) (emergency room|er|emergency \
        department|hospital right? now|hospital immediately) ~2
    ^(911|nine one one) (right)? (now|please|immediately)?
    (that is|it is) (a|an)? (911|nine one one|9 1 1|ambulance) (call)?
    (get|call|send for|phone) (an|the) ambulance ~3
    (hang up|stop|put the phone down|please|you need to|you should|you must|you have to|i want you to|i need you to|\
        go ahead)? (and)? (call|dial|phone|ring) (911|nine one one|9 1 1|emergency|the paramedics|the emergency) ~3
""")

_CALL_911_UNDONE = phrases("""
    (do not|does not|did not|no|never|no need|without|not) (need|have|want|need to|have to|want to|think you need|\
        think she needs)? (to)? ~1 (call|dial|calling|dialing|go to|going to|take her to|take him to|an|the|a|\
        phone) ~1 (911|nine one one|9 1 1|ambulance|emergency room|emergency services|paramedics|er|medical \
        emergency)
    (cut|cuts|fewer|reduced|number of|drop in) ~5 (911|ambulance|emergency room|er) ~3
    (did|have|has|had|was|were) (you|she|he|they|anyone|someone|the) ~5 (911|nine one one|ambulance|emergency room|\
        er|paramedics)
    (she|he|they) (called|went|was taken|has been) ~5
    (why|have|has|did|had) ~1 not (you|she|he|they|anybody|anyone|somebody|someone) ~5 (911|nine one one|9 1 1|ambulance|emergency room|er|\
        paramedics)
    why (has|did|have|had) (nobody|no one|you|she|he|they) ~5 (911|nine one one|9 1 1|ambulance|emergency room|er|paramedics)
    (how many|how often|when) ~6 (911|ambulance|emergency room|er)
    (avoid|prevent|reduce|fewer|instead of|keep) ~5 (911|ambulance|emergency room|er|hospital)
""")

_MEDICAL_ADVICE = phrases("""
    (should|ought to|needs to|could|can) (be|come|get|go|stay) off (of)? (the|her|his|that|those)? ~1 (blood thinner|blood thinners|\
        thinner|thinners|water pill|pill|pills|medication|medications|medicine|meds|dose|insulin|statin|steroids)
    (stop|start|skip|double|increase|decrease|cut|lower|raise|reduce|change|hold|switch|try|quit|up|halve|wean) \
        (giving|taking|off)? (her|him|the|his|your|that|those|all|some|with|a|an|on|back on|mom|dad|them|it|any)? \
        ~3 {medicine}
    (give|gave|giving|take|have|feed) (her|him|them|your (mom|mother|dad|father|husband|wife)|mom|dad|the patient|\
        some|two|an extra|a little|extra|a|one|half) ~4 {medicine}
    (you|she|he|they|your (mom|mother|dad|father|husband|wife)) (should|need to|ought to|must|can|could|might|will|\
        just need to|may) (safely|probably|also)? (stop|start|skip|double|increase|cut|lower|take|come off|get off|\
        go off|not take|be on|not be on|be taking|try|go without) ~5 ({medicine}|it|them|that one|supplement|\
        supplements|cbd|vitamin|treatment|therapy|oxygen)
    (that|it|this|she|he|your (mom|mother|dad|father|husband|wife)) (is|sounds like|looks like|seems like|has|\
        probably has|is probably|is likely|must have|must be|definitely has|is definitely|is clearly|might be \
        having|could be) ~2 (a|an|having a|the|got|early|late stage|end stage|classic|only)? (stroke|mini stroke|\
        uti|urinary tract infection|infection|heart attack|pneumonia|concussion|sundowning|blood clot|clot|\
        depression|parkinson's|dehydrated|dehydration|vertigo|side effect|side effects|arthritis|anemia|diabetic|\
        sepsis)
    (she|he|your (mom|mother|dad|father|husband|wife)|you) (does not|do not|will not) need (a|the|to see a|to see \
        the|to go to the|any|that|those|to call|her|his|physical|to take) ~2 (doctor|hospital|medication|\
        medications|medicine|pills|therapy|er|surgery|physical therapy|insulin|911|emergency)
    no need (to|for) (see|call|go to|a|bother|take|the) ~3 (doctor|hospital|er|medication|medicine|physician|surgery)
    (i|we) (would|would not|will) (stop|lower|change|double|skip|adjust|raise|cut|increase) (her|his|the|that|your|\
        it) ~3 ({medicine}|until|right away|if|today|tonight)
    (ignore|forget|do not listen to|overrule|do not worry about) (what)? (the|her|his|your) (doctor|nurse|physician|\
        cardiologist|neurologist) ~4
    our (caregiver|caregivers|aide|aides|people|staff) (can|will|could|would) (give|inject|administer|adjust|dose|\
        change) ~4 ({medicine}|injection|injections|shots|shot|wound|catheter|bandage|dressing|iv|ivs)
    (wait and see|let (her|him) sleep|put (her|him) to bed|sleep it off|walk it off) ~6
    {medicine} (should|needs to|ought to|has to|can|could) (be|get|not be) (safely)? (cut|stopped|doubled|lowered|\
        increased|changed|reduced|skipped|raised|crushed|halved|switched) ~4
    (safe|fine|okay|all right) (to|for her to|for him to) (stop|skip|take|mix|double|crush) ~4 ({medicine}|it|them|\
        those)
    (crush|mix|hide|grind) ~3 {medicine}
    (try)? (cutting|skipping|doubling|stopping|halving|lowering|increasing|crushing|splitting) ~3 {medicine} ~3
    (that|it|this|she|he) (is|has|sounds like|looks like) (most likely|probably|likely|definitely|clearly|surely|\
        almost certainly|just|only) (a|an|the|early|early stage|mild|some|late)? (dementia|alzheimer's|parkinson's|\
        a cold|the flu|anxiety|old age|constipation|arthritis|low blood sugar|low blood pressure|a virus|an allergy|\
        withdrawal|delirium)
    (that|this|the|it) (rash|cough|swelling|pain|confusion|bruise|fever|dizziness|tremor|nausea|headache|limp) (is|\
        comes|must be|is probably|sounds like|could be) (from|a|an|because|due|just|only|caused) ~4
    (i|i would) (think|bet|believe|say|guess) (it is|she has|he has|that is|it sounds like) (a|an|the|just)? ~1 \
        (pneumonia|infection|stroke|flu|dementia|clot|uti|dehydration|concussion|virus|heart|depression|side effect|\
        arthritis|parkinson's|alzheimer's|diabetes) ~3
    ^(just|please|you can|you could)? (give|skip|double|cut|stop|hold|halve|take|try) (her|him|them)? ~1 (half|two|\
        one|an extra|extra|the|a|her|his|that|those) ~2 {medicine} ~4
    (take|needs|need|should take|should be taking) (more|less|fewer|extra|half|double|twice) ~3 {medicine} ~2
    (can|could|should|may) (stop|cut|skip|halve|split|double|hold) (the|her|his|your|that|those) ~2 {medicine} ~5
""")

_MEDICAL_ADVICE_UNDONE = phrases("""
    (can not|could not|do not|not able to|not allowed to|never|would not|will not|not a nurse|not a doctor|not \
        nurses|are not|am not|not qualified|not going to|can never) ~6 (advise|advice|tell|say|give|administer|\
        comment|recommend|diagnose|suggest|stop|change|start|inject|handle|adjust|dispense|ask you|answer|touch)
    (ask|check with|talk to|call|speak with|speak to|consult|question for|up to|follow|let) ~4 (doctor|physician|\
        pharmacist|nurse|home health|prescriber|cardiologist)
    (remind|reminds|reminder|reminders|reminding) ~8
    (does|do|did|is|are|has|have|was|can|who|what|how|when|which) (she|he|they|you|your|anyone|the doctor|\
        medications|medicines|gives|helps|manages|kind|many|often|pills|meds|your (mom|mother|dad|father)) ~8
    (doctor|physician|hospital|nurse|neurologist|cardiologist) (said|told|says|ordered|prescribed|wants|changed|\
        started|stopped|put|diagnosed) ~3
    (you|they) (said|mentioned|told me|were saying) ~10
    i am sorry ~10
    for you (as well|too|both)
    (nurse|nurses) (can|could|will|would) ~1 (set|fill|sort|put|give|check) ~5
    ^so (it is|she has|he has|he is|she is) ~6
    ^(and|so|but)? (would|could|will) (he|she|they|you|your ~1) ~2 (let|mind|take|accept|like|want) ~8
    (it|that|this) sounds like (she|he|you|your) ~2 (had|has had|been|had been|got) ~6
    (we|our) ~3 (pick up|picks up|collect|fetch) ~4
    take (my|our|his|her|their|anyone's|somebody's) word ~4
    (he|she|they|your (mom|mother|dad|father|husband|wife)) (has|have) (got)? (parkinson's|dementia|alzheimer's|\
        diabetes|arthritis)
""")

_CHANGES_TREATMENT = phrases("""
    ^(so|just|well|honestly|maybe|look|and|then|now|i mean|listen|please|you can|you could|you should|i would|i would just|we would|she should|he should|\
        he can|she can|try|why do not you|let us|go ahead and|could you|you might|you may|you want to|you better|might as well)? ~1 (skip|skipping|stop|\
        stopping|drop|double|halve|cut|cutting|split|crush|grind|bump|raise|lower|reduce|increase|taper|wean|swap|switch|replace|trade|\
        hold|hold off|lay off|ease off|ease up|back off|go easy|ditch|toss|throw out|throw away|flush|pull|space out|add|start|leave off|turn up|\
        turn down|crank|knock|quit|dump|try|give|slip|use|rub|put|ignore) ~5 {drug}
    (i|we|you|she|he|they|your ~1) (would|should|ought to|could|can|need to|needs to|must|might|will want to|may) ~2 (skip|stop|drop|double|halve|cut|split|\
        crush|grind|bump|raise|lower|reduce|increase|taper|wean|swap|switch|replace|trade|hold|lay off|ease|back off|go easy|go off|come off|get off|be off|\
        be on|be taking|go on|get on|start|try|ditch|toss|throw|flush|pull|space|add|turn|take|give|refuse|put|quit|move) ~5 {drug}
    (take|taking|get|getting|keep|pull|wean|put|putting|start|starting) (her|him|them|mom|dad|your ~1) ~1 (off|on|up|down) ~4 {drug}
    (have|let|make|get) (her|him|them|mom|dad|your ~1) ~1 (take|skip|stop|try|come off|go off|drink|double|start|swallow|quit|rinse|soak|chew) ~4
    (give|giving|slip|feed|get) (her|him|them|mom|dad|your ~1|it) ~3 (extra|more|less|fewer|half|double|twice|two|another|an|some|a few|a little|a) ~3 {drug}
    (she|he|they|you|mom|dad|your ~1) (does not|do not|no longer|will not|never) ~1 (need|needs|require|have to take|needed|has to take) ~3 {drug} ~3
    (she|he|they|mom|dad|your ~1) (does not|do not|will not) need ~2 (surgery|doctor|hospital|therapy|er|specialist|scan|mri|x ray|neurologist|walker|nurse|\
        rehab|cardiologist|operation|ambulance|psychiatrist)
    {drug} ~3 (up|down|off|in half|back|instead|twice|altogether|entirely|cold turkey) ~2 (to|every|and|at|with|in|for|until|it)
    (in half|twice) ~3 {drug}
    (too much|too many|too strong|overdoing|on too much|more than enough) ~3 {drug}
    {drug} (is|are|is what is|are what is|is what|are what) ~2 (causing|making|messing|what is|doing|poison|the problem|junk|making her|making him|too strong|\
        the culprit|garbage|useless|behind)
    {drug} (will|would) ~1 (help|fix|knock|calm|do the trick|clear|cure|settle|take care|put her|put him|work|make) ~4
    (extra|few|two|three|four|five|ten|couple) (milligrams|mg|units|tablets|capsules|puffs|drops)
    (i would not|would not|do not|no need to|no reason to|no sense|not worth) ~1 (bother|bothering|call|calling|wait for|see|run to|worry about|listen to|go to|\
        trouble) ~2 (doctor|hospital|er|emergency room|nurse|specialist|physician|urgent care|neurologist|doctors) ~4
    (stop|skip|quit|cancel|refuse|drop|do not let them|do not do|do not bother with|say no to|turn down|hold off on|put off|avoid) ~3 (physical therapy|\
        therapy|surgery|chemo|dialysis|scan|mri|feeding tube|operation|procedure|rehab|exercises|radiation|transfusion|hospice|biopsy|\
        occupational therapy|speech therapy|iv|x ray|catheter|blood work)
    (put|rub|dab|smear|slather|pour|leave|keep|wrap|soak|lance|pop|drain|clean) ~4 (honey|butter|vinegar|peroxide|neosporin|vaseline|epsom|whiskey|\
        salt|baking soda|essential oil|aloe|tea tree|wound|sore|dressing|bandage|blister|stitches|ulcer|bedsore) ~3
    (skip|forget|no need for|do not need|does not need|never mind) (the|an|any|a)? ~1 (urgent care|er|emergency room|doctor|specialist|x ray|scan|mri|stitches|ambulance|\
        checkup|follow up appointment|blood test) ~3
    (shot|glass|spoon|spoonful|teaspoon|cup|bit|little|dab|drop) of (brandy|whiskey|rum|wine|honey|castor oil|prune juice|cranberry juice|vinegar|bourbon|cbd oil|\
        mineral oil) ~5 (will|beats|fixes|helps|works|cures|does|knocks|settles|clears|takes) ~3
    (rub|dab|put|use|try|give) ~3 (vicks|menthol|icy hot|bengay|cranberry juice|prune juice|apple cider vinegar|coconut oil|marijuana|weed|edibles|castor oil|herbal) ~4
    (turn|crank|bump|nudge|set) (it|the oxygen|that|her oxygen|his oxygen) ~1 (up|down) ~2 (to|a|liters|when|one|two|three|four)
    (crush|crushing|mix|mixing|grind|hide|sneak|slip) ~5 (applesauce|pudding|food|ice cream|yogurt|oatmeal|coffee|juice) ~3
    (doctor|doctors|physician|neurologist|cardiologist) ~2 (is|are) ~1 (wrong|overmedicating|overprescribing|clueless|full of|mistaken)
    (ignore|forget|disregard|never mind|do not listen to|overrule) ~2 (doctor|doctors|discharge instructions|nurse|doctor's|pharmacist|label|physician|orders) ~2
    (let|have) (her|him|them|mom|dad|your ~1) ~1 have ~3 {drug} ~5
    (do not|would not|no need to|no point|not worth|i would not) ~1 (bother|bothering|fuss|worry|worrying) ~1 (with|about|giving) ~2 {drug} ~4
    (took|take|taking|pulled|pull|get) (her|him|them|mom|dad|your ~1) off (of)? (the|that|those|all|her|his)? ~1 (thickener|thickened liquids|puree|soft diet|diet|low salt|fluids|feeding tube|\
    monitor|therapy|hospice|oxygen|diapers) ~4
    (whiskey|brandy|wine|sherry|beer|honey|prune juice|cranberry juice|vinegar|tea|chamomile|garlic|ginger|vitamins|turmeric) ~6 (does|do|will|would|works|beats|is) ~2 (more|better|wonders|as good|the trick) ~6
    (she|he|they|mom|dad|your ~1) (need|needs) (rest|sleep|fresh air|sunshine|a good meal|protein|salt|fluids|vitamins) ~2 (more than|not|instead of|rather than) ~4
    tell ~2 (therapist|doctor|nurse|pharmacist|cardiologist|neurologist) ~2 (she|he|they|you) (is|are|will|do|does) ~1 (done|finished|not|quit|stopping|skip|want) ~4
    (went|came|got|come|go|get) off ~2 {drug} ~5 (fine|great|better|wonderful|myself|same|a new ~1)
    (too much|too many|all those|all that|so many|that many) {drug} ~6
    {drug} (at|before|with|after) (bedtime|bed|night|breakfast|lunch|dinner|meals) ~3 (will|would|should|instead|and) ~4
    (eat|drink|cut out|stay off|lay off|avoid|no more) (more|less|plenty of|the|all)? ~1 (salt|sugar|dairy|gluten|red meat|grapefruit|caffeine|fluids|water) ~3 (and|will|instead|that will|it will) ~6
""")
_DIAGNOSES = phrases("""
    (sounds|looks|seems|feels) ~1 like ~1 (a|an|just|classic|early|mild|some kind of|textbook|plain|plain old|to me)? ~2 {ailment} (to me|to be honest|if you ask me|\
        so|all right|for sure|plain|honestly)
    (sounds|looks|seems) ~1 like ~1 (a|an|classic|early|mild|textbook|plain old|the beginning of|the start of|the beginnings of) ~1 {ailment}
    (that is|it is|she is|he is|this is|that will be|has got to be|must be|got to be|had to be|has to be|could only be|nine times out of ten) ~1 (a|an|just|\
        just a|classic|definitely|clearly|plainly|obviously|probably|most likely|textbook|for sure|early|got|almost certainly|pretty clearly|surely|\
        what we call|what they call|nothing but) ~2 {ailment}
    (classic|textbook|obvious|telltale|sure|clear|all the|dead giveaway|typical|early) ~1 (signs|sign|case|symptoms|symptom|stage)? ~1 (of|for)? ~2 {ailment}
    {ailment} ~1 (is what (it|that|she|he|this)|textbook|no question|no doubt|for sure|plain and simple|if you ask me|i would bet|clear as day|i am sure|i am telling you|\
        trust me|hon|honey|written all over)
    (i would bet|i bet|bet you|bet it|i would say|i am pretty sure|i am sure|i am certain|i can tell you|pretty sure|my money is on|if you ask me|i would guess|\
        dollars to donuts|in my opinion|i think|guarantee you|trust me|i have seen enough) ~6 {ailment}
    (she is|he is|your mom is|your dad is|mom is|dad is|your ~1 is) (depressed|dehydrated|anemic|diabetic|overmedicated|septic|bipolar|malnourished|constipated|\
        having a stroke|having a|sundowning|prediabetic) ~3
    (she has|he has|mom has|dad has|your ~1 has|mom's|your mom's|your dad's) (had|probably|clearly|definitely|obviously|likely) ~3 {ailment}
    (swollen|swelling|short of breath|dizzy|dizziness|shaking|shuffling|tremor|confused|confusion|forgetting|coughing|cough|tired|rash|numb|slurring|\
        thirsty|symptoms|pale|drooping|ankles|fever|itching|hallucinating) ~6 (that is|it is|means|that means|has to be|got to be|equals|is|points to) ~3 {ailment}
    (cough|rash|swelling|confusion|dizziness|tremor|pain|headache|fever|shaking|forgetting|weakness|limp) ~2 (is|is just|is only|comes from|will be) ~3 {ailment}
    (not|never) ~1 (dementia|alzheimer's|a stroke|parkinson's|an infection|a heart attack|serious) ~2 (it is|that is|she is|he is|just)
    (swelling|dizziness|confusion|cough|rash|pain|tremor|weakness|fever|headaches|shaking|limp|forgetting|sweating|numbness|tiredness) ~4 (is|are|will be|must be|has to be|comes from|come from) ~1 (just|only|all|from)? ~1 \
    (her|his|the) (heart|kidneys|kidney|liver|thyroid|nerves|lungs|bladder|blood pressure|sugar|blood sugar|hormones|hips|spine|age|medication|meds|pills|nerve)
    (it is|that is) ~1 (just|only|all|probably) (her|his) (heart|kidneys|liver|thyroid|nerves|lungs|bladder|blood pressure|sugar|blood sugar|hormones|hearing|age|medication|meds|pills) ~3
    (sounds|looks|seems) (to me)? ~1 (like|as if|as though) ~1 (she|he|mom|dad|your ~1) (has|had|has got|is having|is getting|is going into|might have|got) ~3 {ailment}
    (think|bet|say|guess|believe|figure|know) ~1 (she|he|mom|dad|your ~1) (has|had|has had|is having|is getting|got|has got|is in) ~3 {ailment}
""")
_LEFT_TO_THE_DOCTOR = phrases("""
    (can not|could not|not able|not allowed|not a nurse|not a doctor|not nurses|are not|am not|not qualified|not ours|\
        not our|not my|not something) ~8 (advise|tell|say|give|administer|comment|recommend|diagnose|suggest|stop|change|start|inject|handle|adjust|dispense|\
        answer|touch|crush|mix|call|guess|know|allowed|put|decide|set|sort|fill|turn|call|be able|weigh)
    (ask|asking|check|talk|talking|call|calling|speak|consult|question for|up to|follow|let|see|tell|leave that|run that|with) ~4 (doctor|doctors|\
        physician|pharmacist|nurse|home health|prescriber|cardiologist|neurologist|urologist|911|doctor's office)
    (remind|reminds|reminder|reminders|reminding|pick up|picks up|refill|pillbox|pill box|organizer|pharmacy|delivered|label|labels|schedule) ~8
    ^(and|so|but|okay)? (does|do|did|is|are|has|have|was|can|who|what|how|when|which|why|would|were|where) (she|he|they|you|your|anyone|anybody|the|mom|dad|it|that|somebody|\
        much|long|many|gives|helps|manages|kind|often) ~10
    (doctor|doctors|doctor's|physician|hospital|nurse|neurologist|cardiologist|pharmacist|they|rehab) (said|told|says|ordered|prescribed|wants|changed|\
        started|stopped|put|diagnosed|diagnosis|call|calls|orders|decides|decide|okays|approves|cut|has her|has him|took)
    (you|they|she|he) (said|mentioned|told|were saying|say|described|were telling|was diagnosed|were diagnosed|was told) ~10
    (i am|so) sorry ~10
    (caregivers|aides|caregiver|aide|we|our ~1|i|our people) ~1 (can not|do not|are not|never|will not|may not|is not|am not|does not) ~8
    (clients|people|families|folks|anyone|somebody|someone|caregivers|trained|training|experience|experienced|work) (with|who|for|in) ~4 {ailment}
    a hand with ~4
    for you (as well|too|both)
    (nurse|nurses) (can|could|will|would) ~1 (set|fill|sort|put|give|check) ~5
    ^so (it is|she has|he has|he is|she is) ~6
    (whether|in case) (she|he|they|there|it|you|your|the) ~6
    (give|get|bring|send|tell) (me|us) ~4
    (may|might|could) be having ~4
    ^(and|so|but)? (would|could|will) (he|she|they|you|your ~1) ~2 (let|mind|take|accept|like|want) ~8
    (my|our|i) (own)? ~1 (mother|mom|dad|father|grandmother|husband|wife|had|have|grandma|aunt) ~6
    (hard|tough|difficult|a lot|exhausting|heartbreaking|living with|caring for|since) ~4 {ailment}
""")

FAMILIES: Final = (
    Family(ActKind.MEDICAL_ADVICE, _CHANGES_TREATMENT, _LEFT_TO_THE_DOCTOR),
    Family(ActKind.MEDICAL_ADVICE, _DIAGNOSES, _LEFT_TO_THE_DOCTOR, ClauseForm.STATEMENT),
    Family(ActKind.ASKS_IF_SAFE, _ASKS_IF_SAFE, _ASKS_IF_SAFE_UNDONE, ClauseForm.QUESTION),
    Family(ActKind.CALL_911, _CALL_911, _CALL_911_UNDONE),
    Family(ActKind.MEDICAL_ADVICE, _MEDICAL_ADVICE, _MEDICAL_ADVICE_UNDONE),
)
