"""Listening: empathy, saying back what was heard, and summing up."""

from typing import Final

from sparring.speech_acts.acts import ActKind
from sparring.speech_acts.families import Family, Form
from sparring.speech_acts.phrases import phrases

_EMPATHY = phrases("""
    (i am|we are)? (so|truly|terribly|deeply)? sorry (to hear|that|you|for (your|what|you|the)|about|she|he|this|for all)
    ^(i am)? so sorry
    (that|this|it|which) (must|has to|has got to|can|would|could|had to|must have|might) (be|have been|feel|been) (so|such|incredibly|extremely|pretty|especially|terribly|a)? {hard}
    (that|this|it|which) (sounds|sounds like|seems|looks|is|was|feels|sounded) (so|like|like that is|like it is|such|incredibly|pretty|terribly|awfully|a|like a|truly|like that has been|like it has been|like that must be)? (a|an|so|such a|really)? {hard} (time|situation|position|place|thing|spot|week|load|experience|call|to)?
    (so|such a|incredibly|pretty|terribly|a lot to|must be) {hard} (for you|on you|for your family|for her|for him|for all of you|for everyone|for both of you|for a (son|daughter|wife|husband|family))
    (that|this|it) (is|has been|sounds like) (a lot|so much|too much) ~4
    (such|what) a (hard|tough|difficult|rough|stressful|scary|heavy|lot of) (time|situation|position|place|decision|week|month|thing|load|responsibility)
    (i|we) can (only)? (imagine|see|hear|tell|understand|feel) (how|that|what|why|you|the) ~4 ({hard}|{feeling}|you are going through|love|care|worry|mean|means|stress|weight|strain|toll)
    i can (only)? imagine (how|what|the|that)
    i can not imagine (how|what|the)
    understand (how|what|why|that) (you|this|that|it|much|your|are|must) ~5 ({hard}|{feeling}|feel|feels|feeling|going through|means)
    (you|you both|you all|your family) (must be|must feel|must have been|sound|seem|are clearly|are obviously|have to be|probably feel|might be feeling) (so|pretty|completely|a bit|a little|like you are)? {feeling}
    (you|your family) (have|has) (had|got|been through|been carrying|been dealing with) (so much|a lot|such a|quite a|too much|an awful lot) ~4
    (you have|you are) been (through|carrying|dealing with|juggling|handling) (so much|a lot|quite a|all of|this|it all|too much) ~3
    (you are|you have been) (carrying|juggling|dealing with|going through|handling|doing) (so much|a lot|all of this|all this|this alone|it all|quite a lot|so many|this all)
    (that|this) would (worry|scare|frighten|exhaust|upset|frustrate|wear) (me|anyone|anybody)
    (no wonder|it is no wonder|i do not blame you|who would not|anyone would (be|feel)) ~3 {feeling}
    no wonder you
    (natural|normal|okay|common|understandable) (to feel|to be|that you feel|to worry|feeling) ~3
    (it is|that is|feeling) (completely|perfectly|totally|so|very)? (natural|normal|understandable) (to feel|to be|to worry|feeling|that you)
    my heart goes out
    (you are not|you do not have to be|you do not have to do this) alone
    (glad|relieved) (she|he|to hear|that she|that he|you) (is|are|was)? (okay|safe|all right|home|better|called|reached out|that she|that he)
    (a daughter|a son|a wife|a husband|family) (like you|who cares)
    (you are|you have been) (doing|done) (a|such a|an) (wonderful|great|amazing|good|incredible|remarkable) (job|thing)
    (hear|sense) (the|how|your|that you are|in your voice) ~3 (worry|worried|tired|exhausted|stress|pain|love|frustrated|frustration|concern|concerned|voice|scared|fear)
    (must|has to|have to) (weigh|wear|be weighing|be wearing|take a toll|have been) ~4 (on you|you out|toll|{hard})
    (frightening|scary|hard|painful|heartbreaking|tough|difficult|stressful|exhausting|frustrating) (to (see|watch|hear|be|go|have|lose|get|leave|ask|care|do)|for (you|any|a|your|everyone|her|him)|when (you|she|he|your|it))
    (it is|that is) (never)? (easy|an easy) ~3 (to|for|when|decision|thing)
    it is (not|never) easy
    (worry|worrying|worried) (sick|about (her|him|your|that)) ~3 (makes sense|is natural|is normal)
""")
_EMPATHY_UNDONE = phrases("""
    (sorry|apologize) (but|i (am late|missed|did not catch|do not)|what|who|can you|could you|say that|for (calling|interrupting|bothering|the (delay|wait|confusion|interruption)))
    sorry to (bother|interrupt|cut|keep|bug|take)
    (not|never) (be|that|so|too)? (hard|difficult) to
    (it is|that is) (easy|an easy) (to|decision|process)
    hard to (say|tell|know) (exactly|without|until|what)
    (hard|tough|difficult|easy) (to (staff|place|fill|find|recruit|hire)|cases)
    what (is|are|has been|was) ~4
""")

_REFLECTION = phrases("""
    (it|that|this)? sounds (like|as if|as though) ~2 (she|he|they|you|your|it|the|there|mom|dad|this|what|everyone|nights|mornings|most)
    (it|that)? seems (like|as if|as though|that) (she|he|they|you|your|it|the|there|mom|dad)
    what i am hearing (is|from you)
    what i (hear|heard) (is|you saying|from you)
    (so)? i (hear|heard) (that|you|you say|you saying) (you|that|say|saying|are|your|want|need|do)
    (if)? i (am hearing|understand|understood|heard|hear|have|got|am understanding) (you|this|that|it)? (right|correctly|properly)
    you (mentioned|said|told me|were saying|shared|brought up|talked about|described|were telling me) (that|she|he|they|your|you|earlier|the|it|about|how|there|mom|dad|a|her|his|nights|some|is|was|being)
    you are saying (that)? (you|she|he|they|your|it|the|there|mom|dad)
    (from|based on) what (you|you have) (are saying|said|told me|tell me|shared|described|have said)
    (in other words|so you feel|so you are feeling|you feel like|so for you|so the (big|biggest|main|real|hardest) (thing|worry|concern|issue|part|problem))
    so (the|your) (biggest|main|big|real|hardest) (thing|worry|concern|issue|part|problem|priority) (is|for you|here)
    (so)? what (worries|matters|concerns|bothers) you (most)? is
    let me (make sure|see if) i (understand|heard|have|got|am|follow|understood)
    (i want|want) to make sure i (understand|heard|have|got|understood)
    as you (said|mentioned|put it|told me|described)
    like you (said|mentioned|told me)
    (you are|you sound|you seem) (worried|concerned|afraid|scared|nervous|anxious) (about|that|she|he|if|of)
    part of you
    on (the)? one hand
""")
_REFLECTION_UNDONE = phrases("""
    sounds like a (plan|good|great)
    sounds (good|great|like a plan)
    (have|has) you mentioned
    (did|have) you (say|said|mention|mentioned|told|tell)
    did you say
    what did you say
    you said your name
    if you (said|told)
""")

_SUMMARISES = phrases("""
    (let me|i will|i would like to|if i can|can i|could i|may i|i want to) (quickly|briefly)? (recap|summarize|sum up|run through|go over|read back|repeat back|review|read that back|say that back|play that back|repeat what)
    (to|in) (recap|summarize|sum up|summary|review)
    ^(recap|summary|to recap|quick recap)
    so (far)? (what i have|here is what i have|here is what i heard|what we have|what we have got|we have agreed|we have covered|we have got|i have got|we are agreed|we are set|you are set|we are all set)
    (here is|that is) (what i have|where we are|what we agreed|what happens next|the plan|what we have|what i heard|what i have got)
    (so)? (the)? (plan|next step|next steps) (is|are|then is|from here)
    (we are|you are|i have you|we have you|i have us) (all)? (set|down|confirmed|booked|scheduled) (for|on|at|with)
    (pull|put|bring) (that|this|it all|it) together
    so (just)? to (confirm|be clear|make sure)
    (just)? to confirm (we|i|you|that|everything|what|the)
    so far (i have|we have|you have|i have heard)
    did i (miss|leave out|forget) anything
    have i (missed|got|understood|left out) ~3 (anything|that right|everything|all)
""")

FAMILIES: Final = (
    Family(ActKind.EMPATHY, _EMPATHY, _EMPATHY_UNDONE, Form.STATEMENT),
    Family(ActKind.REFLECTION, _REFLECTION, _REFLECTION_UNDONE),
    Family(ActKind.SUMMARISES, _SUMMARISES),
)
