"""Families steered away from choosing freely: other names hidden, ours as the only one, a decision taken for them."""

from typing import Final

from sparring.speech_acts.acts import ActKind
from sparring.speech_acts.phrase_families import Family
from sparring.speech_acts.phrases.notation import phrases

_STEERS = phrases("""
    (skip|hide|drop|lose|toss|ditch|put away|leave out|forget|pull) (the|those|all the|all)? ~1 (others|other ones|other names|\
        other agencies|other folders|other brochures|other cards|rest of (them|the list)|list|competition)
    (keep|put|leave|stick) ~3 (others|other ~1|rest|list|lists|binder) ~2 (in|under|behind) (the|your|a) (drawer|desk|counter|bin|\
        back|shelf)
    (only|just|sole) (one|ones|name|card|brochure|folder|agency) (that)? (they|she|he|families|people|patients) (see|sees|need|\
        needs|hear|hears|get|gets|find|finds)
    (no|not any|not much) (point|need|use|sense) ~1 (talking to|calling|seeing|asking|looking at|trying|interviewing|meeting) \
        (with)? (another|others|any|anybody|anyone|other|somebody|someone) ~2
    (do not|never|without) (let|letting) ~2 (shop|shopping|look|call) around ~3
    (do not|does not|no need to|never|without) (need to|have to|needing to|bother to|even)? (shop|shopping|look) around ~3
    (tell|say to) (them|families|her|him|people|the (family|daughter|son|patient|families|patients)) (that)? it is us ~2
    (leave|take|keep) (the)? (other names|others|other ones|rest|other agencies) off ~3
    (tell|telling) ~2 you only (work with|use|recommend|trust|know|have) us ~2
    do not need to call (anybody|anyone|any other ~1) else ~6
    (only|just) (recommend|suggest|refer to|mention|use|send to|hand out|give out) (us|our agency|our name|me)
    (only|just|always|simply) (give|send|tell|recommend|refer|mention|show|offer|steer|point|hand) (them|families|\
        patients|people|the family|every|everyone|all|your patients|all your) ~3 (us|our|ours|to us|our way|our \
        card|our name|our number|our brochure|me|my way|one name|one option|one agency)
    (do not|stop|no need to|without|quit|instead of|rather than|why) (give|giving|show|showing|offer|offering|send|\
        sending|mention|mentioning|bother|hand|handing|bothering) ~5 (list|lists|other agencies|other agency|others|\
        other options|a choice|choices|choice|competition|the other|competitors|three names)
    (take|leave|keep|cross|drop|remove) (them|the others|the other agencies|others|the competition|the rest|those) \
        off (of)? (the|your) (list|lists)
    (put|move|keep|list|place) (us|our name|our agency|my agency) (first|at the top|top|on top|as the only|number \
        one|ahead) ~4
    top of (the|your) list ~3
    (tell|telling|inform) ~3 (they|she|he|patients|families) (have to|has to|must|need to|can only|should only) \
        (use|choose|go with|pick|sign with|call) ~2
    (do not|no need to|never) (bother with|bother|mention|bring up|show them|offer) (the)? (other|others|other two|\
        rest|competition|competitors) ~4
    (say|saying|recommend|write) (just|only|nothing but)? ~1 (harbor|us|our name|our agency) (and nothing|only|and \
        that is it|everyone) ~3
    (lose|losing|drop|ditch) the list ~3
    (tell|convince|persuade|get|push|talk|steer|nudge|direct) (families|them|patients|the family|people|your \
        patients|every family|her|him|your families|residents) ~3 (to|into|that|toward|towards) ~3 (choose|choosing|\
        use|using|go with|going with|pick|picking|us|our|we are the (only|best)|have to use us|sign with)
    (send|refer|route|steer|funnel|direct) (us|me|all|every|everyone|all of|everybody) ~3 (exclusively|all your|\
        every (patient|family|discharge|case|referral)|every single|all (of)? (your|the) (patients|referrals|cases|\
        discharges|families)|everyone|to us only|to us and (only|no)) ~3
    exclusive (referral|agreement|arrangement|partner|partnership|provider) ~3
    (skip|lose|hide|bury|forget) the list
    (they|families|patients|the family) do not (need|have to|want|get|need to have) ~3 (choice|list|choose|options|\
        know about|other options|other agencies)
    (make|making|name|keep) us (your|the) (only|sole|exclusive|one and only) ~2
    your only (agency|provider|choice|option|call)
    (not|never) (mention|mentioning|show|showing|tell them about|bring up|include|give them) ~2 (others|other|rest|\
        competition|competitors|options|alternatives) ~2
    (make|be) (us|your) (the)? only (agency|choice|option|provider|one)
    (tell|telling) (the family|families|them|patients|her|him|people|your families|your patients|everyone) (that)? \
        (we are|we|our agency is) (the only|their only|your only|required|preferred|the preferred|mandatory) ~5
    (say|tell them|mention|pretend|claim) (that)? (we are|we|there is|the others are|no one else|nobody else|you) \
        ~3 (the only|only one|full|no other|booked|no one else|preferred|required)
    (do not|never|stop|no need to|instead of) (give|hand|show|offer|read|mention|tell) (them|families|her|him|the \
        family|patients|people) ~2 (the list|a list|that list|other names|the others|any other|the other|your list|\
        the competition) ~6
    (say|tell them|just say|just tell them|mention) ~2 (we are|we|our agency is|ours is) ~1 (the)? (one|ones|best|\
        only|only good|good|one you|agency) ~1 (you (recommend|use|trust|like)|there is|left|one|in town|available|\
        for them|that) ~3
    (tell|telling) ~2 (families|patients|people|them|your families|your patients|everyone) ~1 (we are|that we are|\
        we) ~4 (only|one|best|good one) ~2
    (put|keep|leave|list) (us|me|our name) ~3 (leave|drop|keep|take|forget) (the)? (others|other|rest|competition) \
        ~3
""")

_STEERS_UNDONE = phrases("""
    (are|were|is|am) (we|i|ours|this) the (only|sole) ~8
    (i|we) would be the only (one|agency) to (give|offer|tell|call|have) you ~6
    (you|they) say (you|they) are ~6
    if (you|they) ~1 (put|place|list) us ~4
    (do not|not|never) want (to be|you to|anybody|anyone) ~6
    (not|never|would not|do not want|am not|can not|will not|wouldn't dream|are not) ~3 (asking|ask|trying|steer|\
        steering|want you to|here to|expect|suggesting|suggest|tell|telling|push|looking)
    (their|the family's|the patient's|families have a|patient) choice
    (families|patients|they) (choose|always choose|should choose|have the right|have a choice|get to choose|decide|\
        still choose)
    (alongside|one of|one option|one more|along with|next to|another name|add us|be on|on the) ~5
    (do|does|did|who|how|what|where|when) (you|they|your|families|gives) ~8
""")

_ASIDE = phrases("""
    (hide|lose|ditch|bury|trash|toss|shred|stash|tuck|rip up|tear up|throw out|throw away|chuck|pitch|dump|scrap|burn|recycle|\
        cross off|cross out|scratch off|scratch out|strike|black out|white out|skip|leave off|leave out|take off|keep back|hold back|\
        set aside|put away|stick|shove|slide|slip|forget about|forget|ignore|pull|drop|cut out|thin out|trim|take down|get rid of|\
        skip over|pass over|leave behind|misplace|retire|file away|bin) ~3 (the|that|those|your|all the|all those|their|this|any|all)? ~1 {rivals}
    (cross|scratch|strike|leave|take|keep|drop|pull|cut|trim|throw|tear|rip|put|black|white|tuck|stick|set|shove) (the|that|those|\
        your|all the|all those|any|all|out the)? ~2 {rivals} ~1 (off|out|away|down|aside|in a drawer|in the drawer|in the trash|\
        under|behind|at home|in your desk|in the back|back|to yourself|to us|up|out of it|out of sight|elsewhere)
    (do not|never|no need to|not|without|instead of|rather than|stop|quit|why|no reason to|no point|not have to|not bother|\
        nobody needs to|they do not need) ~2 (tell|telling|mention|mentioning|show|showing|give|giving|hand|handing|bring up|bringing up|\
        offer|offering|let on|bother|bothering|go through|going through|pass out|passing out|pull out|print|printing|read|reading|\
        see|seeing|know about|hear|hear about|hearing about|run through|recommend|suggest|include|push|list|confuse|overwhelm) ~5 {rivals}
    (keep|leave|make) ~1 (it|that|this) (just|only|down to|to) (us|our name|the one name)
    let (the|that|those|your) {rivals} ~1 (get lost|disappear|slip|walk|go missing|fall|collect dust|sit)
    (do not|does not|nobody) ~1 (want|need|needs|wants) ~1 (twelve|ten|five|six|eight|all those|all these|a bunch of|so many|a dozen|#|a whole) ~1 (numbers|phone \
        numbers|names|choices|agencies|options|brochures|cards|list|sheet)
    (give|hand|tell|show|send) ~1 {choosers} (mine|ours|our ~1|my ~1) ~1 and (that is|leave it|be done|nothing|only|let that)
    rather you (did not|not|do not) ~1 (mention|bring up|list|show|hand|give|tell|name|send|say|include|offer|let) ~5
    (pare|narrow|cut|trim|whittle) (it|that|the list|them|things) down ~2 (to|for) (us|one|just|only|me|them)
    (keep|keeping) ~2 {rivals} ~2 (quiet|hush|between us|to yourself|out of|hidden|off)
    (rest|others|other ones|other ~1) ~3 (ran out|run out|ran short|go missing|went missing|get lost|got lost|blank|empty|fell off|disappeared)
    (do|does|need) ~1 (not|never) ~2 (have to|need to|got to|need|want to)? ~1 (know|hear|see|find out|learn|be told) ~4 ({rivals}|elsewhere|cheaper|program|programs|county|state|waiver|free ~1|on their own|on his own|on her own)
    rather ~4 (did not|do not|never|not) ~1 (hear|know|find out|see|learn|ask) ~4 ({rivals}|elsewhere|cheaper|program|programs|county|state|free|about)
    (not|never) tell ~1 {choosers} ~5 ({rivals}|options|choice|choices|cheaper|county|elsewhere|program|pick|choose|free to)
    (not|never) (have to|need to)? ~1 (read|go|run|rattle|list|name) ~1 (off|through|down|out) ~1 (all|every|the whole|the other|the rest) ~2 (eleven|ten|twelve|nine|eight|seven|six|five|names|of them|list|one)
    (all|other|those|rest of the) (eleven|ten|twelve|nine|eight|seven|six|{count}) ~2 (in|out of|away|off|under|behind) ~2 (drawer|sight|desk|trash|file|list)
""")
_ONLY_US = phrases("""
    (only|sole|one and only|lone) (name|names|card|cards|agency|number|brochure|folder|call|option|choice|one|ones|\
        flyer|packet|phone number|pick) ~5 (give|hand|mention|tell|say|show|have|see|sees|get|gets|hear|hears|need|needs|recommend|leave|\
        call|on that|on your|on the|in the|in that|on their)
    (just|only|simply|strictly|nothing but|nobody but|no one but|no names but) (us|ours|our (card|name|number|brochure|folder|packet|\
        agency|flyer)|my (card|name|number|brochure)|the one (card|name|number|brochure|folder)) ~2 (and nobody|and no one|and nothing|\
        and leave it|and be done|period|that is it|and that is|nobody else|no one else)
    (give|hand|tell|show|slip|offer|leave|send|pass|mention|recommend|say|read|bring) ~1 {choosers} ~1 (just|only|nothing but|nobody but) ~3
    (give|hand|mention|recommend|say|push|show|use|call|suggest|write down|put down|leave) (just|only|nothing but|nobody but|no one but) (us|\
        ours|our|my|the one|one|harbor) ~2
    (be|become|make us|makes us|have us|have us be|let us be|want us|us as) (your|the|their|as the|as your) (only|sole|exclusive|one and only) ~2
    (every|all|all of|every single|each) ~1 (one of)? ~1 (your|them|the)? ~1 (discharge|discharges|family|families|patient|patients|\
        referral|referrals|case|cases|them|one) ~1 (to|comes to|come to|goes to|go to|straight to|over to|our) (us|me|way) ~3
    (exclusively|exclusive|solely) ~3 (us|with us|to us|deal|arrangement|agreement|partner|basis|referral)
""")
_DECIDES_FOR_THEM = phrases("""
    (you|i|we|us|let us|just|could) ~3 (decide|choose|pick|make (the|that) (call|choice|decision)|sign) for {choosers} ~2
    (you|just|could) ~2 (take|make) (the|that|their) (choice|decision|call|guesswork) (away|out of|for|off) ~4
    (do not|never|not|no need to|without|not have to) ~1 (give|giving|offer|offering|leave|let|letting) {choosers} ~2 (a say|any say|\
        choose|pick|decide|choice|a choice|compare|shop|wonder|look|wander|think about it|options|call around)
    before (they|she|he|{choosers}) ~2 (chance to|get to|start|starts|can|look|looks|compare|compares|shop|shops|call|calls) ~3 (around|anyone|\
        anybody|else|other|others|compare|look|elsewhere|another|shop|think)
    (talk|steer|scare|nudge|keep|warn|wave|turn) {choosers} ~1 (out of|away from|off) ~3 ({rivals}|looking|shopping|calling|comparing)
    (discourage|stop|keep|prevent) {choosers} ~1 from ~2 (looking|shopping|calling|comparing|talking|interviewing|checking)
    (steer|nudge|push|herd|funnel|lean on|shove|corral|shepherd|railroad|sway) {choosers} ~4 (us|our|my|me|toward|towards|this)
    (tell|telling|say to|let|convince|persuade|assure|inform) {choosers} (that)? ~2 (we are|it is us|us|it has to|they have to|you have to|she has to|\
        he has to|they must|everybody else|everyone else|nobody else|no one else|the others|there is) ~3 (the only|only one|required|mandatory|\
        mandated|assigned|booked|full|closed|no good|not taking|has to be us|or nothing|nobody else|use us|go with us|be us|pick us|sign with us)
    (does not|do not|did not) ~1 (get|need) (a|any|much of a|much) (vote|say|voice)
    (rest|others|everybody else|everyone else) ~3 (on the back|small print|at the bottom|fine print|in back|in the drawer|underneath|hidden|come last)
    (be|go|make|get|want|have) ~1 exclusive ~3
    (nobody|no one|no other agency) else ~1 (gets|walks|sets foot|is allowed) ~1 (in|through|past|near|inside) ~3
    {payer} (makes|requires|forces|only lets|wants|says) ~1 {choosers} ~2 (go with|use|pick|have to|sign|choose|take)
    (tell|say|say to|telling) {choosers} (that)? (they are|the others are|everyone is|everybody is|that one is|nobody has|the other ~2 are) ~2 (full|booked|\
        closed|not taking|out of business|waitlisted|short staffed|a wait|bad|no good)
    (by the time|before) (the|her|his|your|that)? ~1 (son|daughter|sister|brother|family|kids|wife|husband|others|he|she|they) ~1 (flies|gets|arrives|hears|finds out|knows|wakes|lands) ~6 (a done deal|be done|be signed|be settled|be too late|all settled|all signed)
    (not|never) ~1 (mention|tell|say|bring up|let on) ~5 (on his own|on her own|on their own|other options|elsewhere|cheaper|free program|state program|can choose|\
        could choose|can pick|could pick|right to choose)
    (one|only) (card|name|brochure|folder|number) ~5 (is mine|is ours|is us)
    (say|tell) ~3 (we are|us|our) ~6 (leave it (there|at that)|that is it|stop there)
    (check|fill in|fill out|tick|circle|mark|write|put) (our|us|harbor) ~3 (for (them|her|him)|before they|already|ahead of time|in advance)
    (just|could|can|could always|you|to|and|then) ~1 (say|tell them|tell her|tell him|mention) ~1 (that)? (they|the others|everyone else|the rest|the other ~1|everybody else) ~3 (waiting list|wait list|waitlist|full|booked|\
    closed|no openings|months out|short|no good|not taking|busy)
    (everybody|everyone|all|anybody|anyone|every ~1) (who|that|you)? ~4 (leaves|leaving|goes home|going home|discharged|discharge|comes out|walks out) ~3 (goes|go|gets|comes|with|to|is|are) ~2 (us|ours|harbor)
    (make|set|have) (it|that|us) ~3 (automatic|the default|standard|a given)
    (sign|signed|commit|committed|lock|locked|deposit|signature) ~6 before (your|her|his|their|the|she|he|they|anybody|anyone|other) ~1 (brother|sister|daughter|son|family|kids|wife|husband|\
    others|starts|gets|calls|looks|changes|has|can|talks|finds|agencies|agency) ~6
    ^(so|and|just|now|then)? (choose|decide|pick) for {choosers} ~6
    (would not|do not|never|not) ~1 (give|let|leave|allow) {choosers} ~3 (time to|sleep on|think it|breathe|mull|second thoughts|wait|room to|chance to|shop|stall|compare) ~4
    (get|have) (her|him|them|the ~1|mom|dad) to (commit|sign|agree|say yes) ~3 (while|before|tonight|right|now|on the spot) ~5
    list ~4 (one line|one name|one agency|just us|only us|shorter|our name)
    (only|sole) (ones|one|agency|company) ~2 (allowed|let|permitted|welcome|invited) ~2 (in|on|inside|through|here)
    (insurance|hospital|medicare|doctor|law|va|policy|plan|rehab) ~1 (only|just)? ~1 only (works|pays|goes|deals|contracts|covers|allows|accepts|approves) ~1 (with|for)? us ~3
    (wear|wears|tire|scare|pressure|rush|bully|guilt) {choosers} ~1 (down|into|out) ~5
    (make|let|have) (her|him|them|the ~2|{choosers}) (think|believe) ~2 (we are|they have|it is|there is|you have|she has|he has) ~5
    (does not|do not) matter what (she|he|they|{choosers}) (want|wants|think|thinks|say|says|prefer|prefers) ~4
    (they|she|he|{choosers}) (will|would) ~1 (sign|take|go with|do|pick|use) (anything|whatever|whoever|what) ~1 (you|i|we) ~5
""")
_NOT_COMPARE = phrases("""
    (do not|no need to|no need|no point|no sense|no reason to|never|stop|quit|why bother|why would you|why keep|not have to|not need to|forget|waste of time|\
        wasting (your|their) time|waste (your|their|any)? time|save yourself|skip|silly to|crazy to|pointless|would not bother|not bother) ~4 \
        (comparing|compare|shop|shopping|calling|call|interview|interviewing|talk to|talking to|look at|looking at|looking|check|\
        meet|meeting|pricing|phoning) ~2 (around|prices|quotes|{rivals}|\
        elsewhere|another|any more|anyone|anybody|second|three|more agencies|all those|all these|every agency)
    before you ~1 (talk|speak|call|meet|see|hear|look|shop|get) ~3 ({rivals}|around|another quote|a second quote)
    (shopping|looking|calling|comparing) ~1 around ~2 (is how|is a|waste|just|only|gets|takes|will|confuses|costs|means)
    (stop|quit) (looking|shopping|calling|comparing) ~3
    (if|once|when) you ~2 (second quote|another quote|shop|shop around|call around|talk to another|compare) ~3 (price|rate|deal|offer|spot) ~3
    (cancel|call off|cancelling|skip|blow off|bail on|stand up|postpone) (the|that|your|those|any|all|all the) ~2 (other|others|appointment|\
        appointments|meeting|meetings|interview|interviews|tour) ~3 (with)? ~1 {rivals}
    (promise|swear|agree) ~2 (not|never|will not) ~2 (call|calling|talk|talking|look|looking|meet|meeting) ~3 {rivals}
    (will not|do not|would not|no) ~1 (need|have|want|reason) to (see|meet|talk to|call|interview|try|ask|look at|hear from) (anyone|anybody|any other ~1|another ~1|someone|somebody) else ~4
    (not|never) want to (go|be|get|start|sit) ~1 (through|into|going through|through with)? ~1 (interviewing|calling|comparing|meeting|shopping|talking to) ~5
    (look|looking|shop|shopping|search|searching) (no further|is over|ends here|stops here|any further) ~3
    (every|each) (day|hour|minute) you (shop|compare) ~5
""")
_FREE_TO_CHOOSE = phrases("""
    (are|were|is|am) (we|i|ours|this) the (only|sole) ~8
    (i|we) would be the only (one|agency) to (give|offer|tell|call|have) you ~6
    (you|they) say (you|they) are ~6
    (i|we) (am|are|will|would|do|did|can|could|have|want|am never|am just)? ~1 (not|never) ~4 (ask|asking|tell|telling|want|wanting|steer|trying|\
        here|hide|expect|suggest|push|need|replace|say|be the|looking|give|mention|only|exclusive|drop|cross|skip|make|compare|decide|steering|choose)
    (their|the family's|the families'|the patient's|your|her|his|entirely your|patient) (choice|decision|call|right to choose)
    (families|patients|they|you|the family|she|he) (choose|always choose|should choose|have the right|have a choice|get to choose|decide|\
        still choose|can compare|should compare|should see|should call|should look|ought to)
    (alongside|one of (the|your|several|a few|three|many)|one option|one more|along with|next to|another name|add us|among|as an option|in addition|\
        as well as|both|also|with everybody|with the others|beside)
    (do|does|did|who|how|what|where|when|is|are|would|has|have) (you|they|your|families|anybody|there|the|she|he|it) ~8
    (if|when|unless|even if) (you|they|we|she|he|somebody|someone|an aide|a caregiver|anyone) (do not|does not|ever|can not|call|calls|want|like|\
        decide|need|choose|chooses|prefer) ~8
    (replacement|replacements|backup|back up|cover|coverage|shift|sick|fill in|schedule|stand in|paperwork|taxes|payroll)
    (please|go ahead and|by all means|feel free to|do) (call|compare|shop|look|talk|give them|show|interview) ~4
    ^(please)? (give|hand|show|tell|send) ~2 (all|every|whole|full|entire|complete) ~6
    (should|must|always|to|they|you|we) (give|hand|show|tell|send) ~2 (all|every|whole|full|entire|complete) ~6
    (drop|dropping|dropped) (off|by) ~4
    with (all)? (the)? others
    ^(what|when|who|where) ~8
    (else|rest|others|another|other) ~1 (in|of) (the|your|her|his) (family|house|household|day|week|team|kids|visit|brothers|sisters)
    (have|had) time to ~3
    (ones|people|families|those|folks) who ~4
    (they|families|you|people|hospitals) (should|must|have to|need to|are supposed to) (not|never) ~6
    (would not|will not|can not|not|never) (be)? (fair|right|ethical|legal|allowed|appropriate|proper)
    (law|medicare|rules|regulation|regulations|illegal|policy)
    (drop|leave|bring|put) (off)? ~1 (some|a few|a couple|a stack of|my|our|new|one of our|these|more) ~2 (brochures|brochure|cards|card|flyers|flyer|folders|folder|pamphlets|sheets) ~6
    (waiting list|wait list|waitlist|booked|full) ~6 (you|i|we) ~2 (tell|call|hear|know|honest) ~4
""")

FAMILIES: Final = (
    Family(ActKind.STEERS_CHOICE, _ASIDE, _FREE_TO_CHOOSE),
    Family(ActKind.STEERS_CHOICE, _ONLY_US, _FREE_TO_CHOOSE),
    Family(ActKind.STEERS_CHOICE, _DECIDES_FOR_THEM, _FREE_TO_CHOOSE),
    Family(ActKind.STEERS_CHOICE, _NOT_COMPARE, _FREE_TO_CHOOSE),
    Family(ActKind.STEERS_CHOICE, _STEERS, _STEERS_UNDONE),
)
