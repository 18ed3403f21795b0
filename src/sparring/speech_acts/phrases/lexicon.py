"""Words of the trade and of plain English that several tables share. Values are alternatives in the phrase notation."""

from typing import Final


def word_set(text: str) -> frozenset[str]:
    """The words of a text, for asking whether a word is one of them."""
    return frozenset(text.split())


COMMON: Final = word_set(
    """a about all am an and are as at be been but by can could did do does for from get go had has have he her him
    his how i if in is it let me more my no not of on one or our out she should so some than that the them then
    there they this to up us was we were what when where which who will with would you your"""
)

_FAMILY: Final = (
    "mom|mother|mum|mama|mommy|dad|father|daddy|papa|husband|wife|spouse|partner|parent|parents|folks|aunt|uncle|"
    "grandmother|grandma|grandfather|grandpa|nana|sister|brother|son|daughter|loved one|in laws|"
    "mother in law|father in law|relative|friend|mother's|mom's|dad's|father's|husband's|wife's"
)

WORD_LISTS: Final[dict[str, str]] = {
    "family": _FAMILY,
    "cared": f"she|he|they|her|him|them|mom|mother|mum|dad|father|(your|the|his|her|their|my) ({_FAMILY})|"
    "the (patient|client|person|resident)",
    "be": "is|are|am|was|were|be|been|has been|have been|had been",
    "modal": "can|could|will|would|should|may|might|must",
    "any": "*",
    "subject": "your|her|his|their|our|my|the|this|these|those|anyone|anybody|someone|somebody|any|mom|dad|everyone|"
    "mother|father|everybody|mornings|afternoons|evenings|either|weekends|that",
    "intro": "so|and|but|well|okay|now|all right|right|great|good|sure|oh|yes|yeah|because|then",
    "we": "we|i|our (team|office|agency|company|nurse|coordinator|care manager|caregivers|aides|staff)|"
    "my (team|office|staff)",
    "caregiver": "caregiver|caregivers|aide|aides|helper|helpers|carer|carers|companion|companions|staff|team|people|"
    "employees|workers|nurse|nurses|care team|home health aide|home health aides|personal care aides",
    "helper": "caregiver|caregivers|aide|aides|companion|companions|sitter|sitters|helper|helpers|lady|ladies|person|people|team|"
    "crew|pair|nurse|folks",
    "agency": "agency|agencies|company|companies|provider|providers|service|services|outfit|competitor|competitors|"
    "registry|registries|franchise",
    "patient": "patient|patients|client|clients|resident|residents|family|families|case|cases|senior|seniors|person|"
    "people|discharge|discharges|referral|referrals|someone|somebody|anyone|anybody",
    "number": "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|forty five|"
    "sixty|ninety|a|a couple|a couple of|a few|couple|few|half an|an|another|#",
    "count": "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|#",
    "day": "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    "hard": "hard|tough|difficult|rough|frustrating|stressful|overwhelming|scary|frightening|painful|awful|terrible|"
    "exhausting|heartbreaking|upsetting|a lot|a lot to (carry|handle|juggle|deal with|take on|manage)|draining|tiring|"
    "worrying|lonely|unsettling|horrible|devastating|nerve wracking|disappointing|terrifying|a strain|a struggle",
    "feeling": "worried|concerned|scared|afraid|anxious|nervous|overwhelmed|exhausted|tired|worn out|frustrated|guilty|"
    "stressed|stretched|sad|upset|angry|torn|lonely|alone|helpless|hesitant|burned|burnt|let down|skeptical|"
    "unsure|uneasy|on edge|heartbroken|stuck|disappointed|annoyed|fed up|drained|terrified|frantic|shaken|petrified|desperate|"
    "wiped out|run down|spent|swamped|beside yourself|rattled|furious|at a loss|beat",
    "area": "bath|bathe|bathing|baths|shower|showers|showering|dress|dressing|dressed|groom|grooming|toilet|toileting|"
    "bathroom|incontinence|hygiene|meal|meals|cook|cooking|eat|eating|nutrition|lunch|dinner|breakfast|medication|"
    "medications|medicine|medicines|meds|pills|reminders|memory|dementia|alzheimer's|forgetful|confused|confusion|"
    "transport|transportation|drive|drives|driving|rides|appointments|errands|groceries|grocery|shopping|housekeeping|"
    "cleaning|laundry|companionship|company|lonely|walk|walks|walking|walker|wheelchair|transfer|transfers|"
    "transferring|lift|lifting|mobility|stairs|get around|getting around|out of bed|up in the morning|"
    "overnight|overnights|personal care|respite",
    "money": "price|prices|cost|costs|rate|rates|quote|fee|fees|hourly rate|pricing|bill|charge|charges",
    "medicine": "medication|medications|medicine|medicines|meds|pill|pills|dose|doses|dosage|tylenol|aspirin|ibuprofen|"
    "advil|insulin|blood thinner|blood thinners|antibiotic|antibiotics|prescription|prescriptions|warfarin|"
    "painkiller|painkillers|lisinopril|metformin|melatonin|statin|sedative|antidepressant|antidepressants|"
    "sleeping pill|sleeping pills|water pill|steroid|steroids|opioid|opioids|inhaler|tranquilizer|beta blocker|"
    "heart medicine",
    "role": "director|manager|planner|planners|worker|workers|lead|coordinator|administrator|supervisor|attorney|lawyer|nurse|"
    "liaison|navigator|owner|receptionist|front desk|front office|social work|case management|discharge|admissions|social services|"
    "runs ~4|handles ~4|does ~4|in charge|takes care of ~4|looks after ~4|plans ~4",
    "visit": "assessment|visit|consultation|meeting|appointment|evaluation|tour|walk through|in service|sit down|"
    "home visit|demo|presentation|call|care plan meeting|chat|intro|introduction|follow up",
    "insurer": "medicare|medicaid|insurance|the va|va|her policy|his policy|your policy|the policy|tricare|"
    "(the)? (veterans|va) (benefit|benefits)|the benefit|long term care insurance|the insurance|"
    "your insurance|the state|veterans benefits|aid and attendance",
    "gift": "gift|gifts|gift card|gift cards|gift certificate|certificate|voucher|vouchers|bonus|bonuses|cash|cash back|"
    "commission|commissions|cut|kickback|kickbacks|finder's fee|finders fee|referral fee|spiff|stipend|bounty|reward|rewards|"
    "incentive|incentives|perk|perks|prize|prizes|raffle|drawing|sweepstakes|tickets|box seats|seats|spa day|massage|manicure|"
    "basket|baskets|fruit basket|hamper|bouquet|flowers|chocolates|chocolate|candy|wine|bottle|bourbon|champagne|whiskey|case of beer|"
    "donuts|doughnuts|bagels|cookies|cupcakes|pastries|pizza|pizzas|barbecue|tacos|sandwiches|ice cream|pie|pies|coffee|coffees|latte|"
    "lattes|lunch|lunches|dinner|dinners|breakfast|brunch|happy hour|drinks|a drink|steak|steaks|meal|catering|party|"
    "golf|round of golf|cruise|getaway|weekend away|trip|vacation|envelope|check|checks|money|gas card|visa card|amazon card|"
    "starbucks|tablet|ipad|apple watch|turkey|ham|donation|donations|contribution|scholarship|sponsorship|dollars|bucks|"
    "a hundred|two hundred|fifty|twenty five|percent off|percent back|discount|free hours|free week|credit|little something|"
    "something nice|something special|something extra|something for you|something for the|treat|treats|goodie|goodies|swag|"
    "thank you card with",
    "people_sent": "patient|patients|client|clients|resident|residents|family|families|case|cases|lead|leads|referral|referrals|"
    "discharge|discharges|admission|admissions|admit|admits|intake|intakes|name|names|person|people|folks|somebody|someone|head|"
    "sign up|sign ups|start|starts|new one|one of yours|one of your own|business|fax|handoff|veteran|senior|seniors",
    "sends": "send|sends|sending|sent|refer|refers|referring|referred|steer|steers|steering|throw|throws|throwing|toss|pass|passes|"
    "kick|route|point|push|feed|funnel|direct|bring|brings|hand|slide|shoot|flip|give|gives|get|gets|fax",
    "rivals": "other ~1 (agencies|companies|outfits|places|guys|people|agency|company)|sheet of ~2|others|other ones|other guys|other folks|other two|other three|other names|other name|other agencies|other agency|other companies|"
    "other company|other options|other option|other choices|other places|other providers|other brochures|other cards|"
    "other folders|other flyers|other outfits|other people|rest of them|rest of the list|the rest|rest of the names|list|"
    "lists|sheet|printout|directory|binder|competition|competitors|competitor|alternatives|alternative|anybody else|"
    "anyone else|somebody else|someone else|another agency|another company|another provider|everybody else|everyone else|"
    "the menu|more options|options|choices|brochures|their brochures",
    "choosers": "them|him|her|families|family|folks|people|the family|the families|patients|the patient|residents|clients|"
    "the daughter|the daughters|the son|the wife|the husband|the kids|the children|the spouse|your families|your patients|"
    "your people|your residents|everybody|everyone|anybody",
    "rival": "those ~1 (guys|people|folks|places|outfits|agencies|companies|franchises|clowns|characters|jokers)|"
    "that (agency|company|place|outfit|bunch|crew|crowd|franchise|chain|registry|service|lot)|"
    "(the|these|most|all the|half the|your)? other (agency|agencies|company|companies|guys|places|place|outfit|outfits|folks|ones|one|"
    "providers|people|fellows|fellas|bunch|crowd|two|three)|(your|their|the) (current|old|last|present|previous) (agency|company|outfit|"
    "people|provider|service|folks)|(the|those|these)? big (chains|chain|franchise|franchises|companies|names|boys|guys|agencies|outfits)|"
    "(the|those|these)? (chains|franchises|registries|cheap (ones|agencies|places|outfits|guys))|(the|that|those) (people|guys|folks|bunch|outfit|"
    "place|agency|company|crowd|crew|ones) (across town|down the (street|road|block)|up the (street|road)|on the corner|you (have|use|are with|"
    "called|mentioned|had|are using)|who|over there|next door)|whoever you (have|use|are using)|most (agencies|companies|places|outfits)|"
    "some of these (agencies|companies|places|outfits)|(half|most|some|any) of them|agencies (like that|around here|in this town)|"
    "anybody else in (town|this town)|the competition|our competitors|competitors",
    "hired_alone": "(anyone|anybody|somebody|someone|people|whoever) (you|who you) (pay|hire|find) ~3 (table|cash|books|yourself|online|craigslist|facebook)|(a|your|some|these|those|the|that|any|most)? (private|independent|freelance|cash|craigslist|facebook|under the table) (aide|aides|"
    "caregiver|caregivers|lady|ladies|girl|girls|gal|gals|woman|women|helper|helpers|hire|hires|person|people|sitter|sitters|"
    "guy|guys|nurse|nurses|folks|help)|(a|some|any|that|your) (girl|lady|gal|woman|guy|stranger|person|kid|somebody|fellow) (off|from|on) (of)? (the)? "
    "(craigslist|facebook|internet|street|church|bulletin board|paper|want ads|neighborhood)|somebody off (of)? (the street|craigslist|"
    "facebook|the internet)|your (gal|helper|sitter|cleaning lady|housekeeper|girl|private person)|(these|those) (women|girls|gals|ladies|helpers)|"
    "some (random|stranger|nobody|randoms|strangers)|(that|those|this) (woman|girl|gal|lady|helper|character)|"
    "people (you|who you) (find|hire) (on|off) (craigslist|facebook|the internet)",
    "demeaning": "want your (credit card|money|deposit|signature|checkbook|check)|just after your|in over their heads|clueless|hopeless|a bunch of (amateurs|clowns|crooks|cowboys|kids)|cowboys|cowboy|bankrupt|bankruptcy|faintest clue|faintest idea|first clue|sniffing around|clean out|cleans out|churn through|churns through|go through aides|goes through aides|like dirt|like cattle|like garbage|like a number|like numbers|like paper towels|sales machine|more of a (sales|call center|scam|body shop|temp)|body shop|puppy mill|meat grinder|conveyor belt|factory|has no business|have no business|warm bodies|understaffed|dropping like flies|sitting in (his|her|their) own|lying in (his|her|their) own|soaked|in (his|her|their) own mess|bedsores|half trained|barely trained|asleep|drunk|high as a kite|will drop (him|her)|terrible|awful|horrible|horrendous|lousy|worthless|useless|hopeless|pathetic|laughable|embarrassing|embarrassment|disgrace|disgraceful|"
    "disgusting|a joke|jokes|clowns|circus|clown show|zoo|garbage|trash|rubbish|junk|crap|crooks|crook|crooked|thieves|thief|scam|scams|"
    "scammers|con|con artists|con artist|fraud|frauds|liars|liar|lying|sharks|vultures|leeches|bloodsuckers|amateurs|amateur hour|hacks|"
    "bozos|idiots|morons|losers|bums|flakes|flaky|flake|lazy|sloppy|slobs|clueless|incompetent|unreliable|undependable|shady|sketchy|"
    "fly by night|dishonest|untrustworthy|unprofessional|negligent|dangerous|a danger|reckless|careless|heartless|cold hearted|greedy|ripoff|"
    "rip off|rip offs|rip you off|rips people off|ripping people off|robbing you|robbing people|rob you|rob her|rob him|rob people|steal|steals|"
    "stealing|stole|robs|cheat|cheats|cheating|swindle|fleece|fleecing|gouge|gouging|gouges|bleed you|bleeding you|milk you|milking|nickel and dime|"
    "cut corners|cuts corners|cutting corners|bottom of the barrel|scraping the barrel|scrape the bottom|revolving door|warm bodies|warm body|"
    "anybody with a pulse|anyone with a pulse|with a pulse|fog a mirror|fogs a mirror|off the street|who can breathe|can barely|barely speak|"
    "could not care less|could care less|do not give a|does not give a|do not care|does not care|only care about|only cares about|in it for the "
    "(money|check|paycheck)|out for the money|chasing (the)? (dollar|money)|just want your money|after your money|take your money|takes your money|"
    "take the money and run|asleep on the job|sleeping on the job|sleep on the job|sleep through|on (their|her) phone all|on (their|her) phone the whole|"
    "sits on (her|their) phone|sit on (their|her) phone|druggies|druggie|drunks|drunk|felons|felon|convicts|criminals|criminal|jailbirds|"
    "lawsuits|lawsuit|sued|shut down|"
    "investigated|under investigation|mickey mouse|bush league|second rate|third rate|low rent|dump|dumpster fire|train wreck|trainwreck|"
    "disaster|nightmare|nightmares|a mess|hot mess|mess things up|screw (it|things|everything) up|screws up|screw up|drop the ball|drops the ball|dropping the ball|"
    "dropped the ball|ghost you|ghosts you|ghost people|vanish|disappear on you|bail on you|flake on you|flake out|leave you hanging|leaves you hanging|"
    "leave you high and dry|leave you in the lurch|leave you stranded|stick it to you|take advantage|takes advantage|clean you out|cleans you out|clean her out|"
    "walk off with|walks off with|walk out with|help themselves|helps herself|sticky fingers|rob you blind|bad news|bad apples|hot garbage|"
    "nothing but (trouble|problems|complaints|excuses)|not worth (a|the) (dime|nickel|paper|phone call)|would not know (care|a|good|quality|how)|"
    "no idea what (they|she) (are|is) doing|no clue|make it up as|the worst|at their worst|worst in|bad reputation|lousy reputation|"
    "horror stories|horror story|wing it|fake|phony|bait and switch|lie to (you|your|families|people)|lies to|abuse|abuses|neglect|neglects|"
    "neglected|overworked and|burned out and|hire anybody|hires anybody|hire anyone|hires anyone|hire just about|"
    "take anybody|takes anybody|take anyone",
    "payer": "medicare|medicaid|tricare|the va|va|veterans affairs|the state|the county|the government|uncle sam|blue cross|humana|aetna|"
    "cigna|united|kaiser|(your|her|his|the|their|that) ~3 (insurance|plan|policy|supplement|benefits|benefit|advantage plan|coverage|"
    "carrier|long term care)|insurance|the hospital|the tax man|the irs|aid and attendance",
    "loved": "she|he|they|you|your (mom|mother|dad|father|husband|wife|folks|parents|aunt|grandmother|grandfather|sister|brother)|"
    "mom|dad|the patient|your (patient|patients|residents|resident|client|clients)|nobody|no one|none of them",
    "drug": "medication|medications|medicine|medicines|meds|pill|pills|dose|doses|dosage|tablet|tablets|capsule|tylenol|aspirin|"
    "ibuprofen|advil|aleve|motrin|insulin|units|blood thinner|blood thinners|thinner|antibiotic|antibiotics|prescription|prescriptions|"
    "warfarin|coumadin|eliquis|xarelto|plavix|painkiller|painkillers|pain pills|lisinopril|metoprolol|metformin|lasix|furosemide|"
    "melatonin|statin|statins|lipitor|sedative|sedatives|antidepressant|antidepressants|zoloft|prozac|lexapro|trazodone|seroquel|"
    "risperdal|haldol|ativan|xanax|valium|ambien|klonopin|benadryl|nyquil|aricept|donepezil|namenda|gabapentin|oxycodone|"
    "hydrocodone|percocet|norco|vicodin|tramadol|morphine|water pill|water pills|diuretic|steroid|steroids|prednisone|opioid|opioids|"
    "inhaler|nebulizer|tranquilizer|beta blocker|laxative|laxatives|stool softener|miralax|potassium|iron pills|vitamin|vitamins|b12|"
    "supplement|supplements|fish oil|cbd|gummies|turmeric|ginkgo|cranberry|probiotic|probiotics|ointment|eye drops|patch|"
    "oxygen|feeding tube|catheter|nitroglycerin|digoxin|amlodipine|synthroid|levothyroxine|blood pressure (one|ones|meds|med)|"
    "heart (one|ones|meds|med)|sleep aid|sleeping aid|cough syrup|antacid|chemo|dialysis|pain med|pain meds|the evening (one|ones)|"
    "the morning (one|ones)",
    "ailment": "uti|urinary tract infection|bladder infection|kidney infection|kidney failure|infection|stroke|mini stroke|little stroke|"
    "tia|heart attack|heart failure|congestive heart failure|angina|pneumonia|bronchitis|the flu|flu|a cold|strep|covid|concussion|"
    "sundowning|sundowners|dementia|alzheimer's|lewy body|parkinson's|delirium|depression|depressed|clinically depressed|anxiety|"
    "dehydrated|dehydration|vertigo|inner ear|arthritis|gout|shingles|sciatica|pinched nerve|neuropathy|diabetes|diabetic|"
    "prediabetic|low blood sugar|low blood pressure|high blood pressure|blood clot|clot|dvt|anemia|anemic|thyroid|sepsis|septic|"
    "cellulitis|bedsore|pressure sore|sleep apnea|copd|emphysema|asthma|side effect|side effects|reaction|overmedicated|"
    "malnourished|constipation|constipated|hernia|ulcer|osteoporosis|fracture|broken hip|sprain|torn|cataracts|glaucoma|psychosis|"
    "bipolar|cancer|a tumor|b12 deficiency|vitamin deficiency|low potassium|withdrawal|failure to thrive|early onset|memory loss",
    "renown": "judge|mayor|pastor|priest|reverend|minister|rabbi|deacon|bishop|sheriff|principal|councilman|councilwoman|council lady|"
    "senator|congressman|coach|fire chief|police chief|chief|superintendent|librarian|organist|choir director|weatherman|anchorman|"
    "newscaster|news anchor|postmaster|mailman|barber|baker|butcher|pharmacist|druggist|dentist|banker|undertaker|florist|"
    "shop teacher|band director|crossing guard|lunch lady|school nurse|monsignor|commissioner|governor|alderman|scoutmaster|"
    "quarterback|car dealer|jeweler|realtor|funeral director|head librarian|hardware store|bakery|diner|barbershop|drugstore|"
    "pharmacy|feed store|flower shop|bowling alley|furniture store|dealership|shoe store|post office|high school|elementary school",
    "negation": "not|never|no|nobody|none|nothing|without|neither|nor",
}
