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
    "negation": "not|never|no|nobody|none|nothing|without|neither|nor",
}
