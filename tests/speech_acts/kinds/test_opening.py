"""Opening and manners: what greets, offers, asks for a name or for time, thanks and takes leave."""

from sparring.speech_acts import ActKind
from tests.speech_acts.kinds.conftest import ActsInSentences

SAID = [
    (ActKind.ASKS_NAME, "[names please, yours and hers]"),
    (ActKind.GREETING, "[Good morning], what can I do for you?"),
    (ActKind.GREETING, "[hello there]"),
    (ActKind.ASKS_NAME, "[May I ask who I'm speaking with]?"),
    (ActKind.ASKS_NAME, "[And your name is]?"),
    (ActKind.ASKS_NAME, "[i didn't catch your name sorry]"),
    (ActKind.ASKS_NAME, "[what do you like to be called]"),
    (ActKind.OFFERS_HELP, "Harbor Home Care, this is Dana. [How can I help you today]?"),
    (ActKind.OFFERS_HELP, "[I'd be happy to help you with that]."),
    (ActKind.STATES_PURPOSE, "[the reason i stopped by is the weekend discharges]"),
    (ActKind.STATES_PURPOSE, "[I'm following up on the packet I dropped off last month]."),
    (ActKind.ASKS_FOR_TIME, "[Do you have two minutes]?"),
    (ActKind.ASKS_FOR_TIME, "[did i catch you at a bad time]"),
    (ActKind.ASKS_FOR_TIME, "[i'll only need three minutes of your time]"),
    (ActKind.ASKS_FOR_TIME, "[Have you got about three minutes]?"),
    (ActKind.ASKS_FOR_TIME, "[Is two minutes okay while you drive]?"),
    (ActKind.ASKS_FOR_TIME, "[I know you've got four minutes, so I'll only take two]."),
    (ActKind.STATES_PURPOSE, "[I'm calling you because I was told you plan the discharges]."),
    (ActKind.THANKS, "[Thank you so much for calling today]."),
    (ActKind.THANKS, "[Thanks for your time], I'll let you get back to it."),
    (ActKind.GOODBYE, "Thanks for your time, [I'll let you get back to it]."),
    (ActKind.GOODBYE, "[Have a good rest of your day]."),
]
NEAR_MISSES = [
    (ActKind.GREETING, "Say hi to your mom for me."),
    (ActKind.ASKS_NAME, "What's her name?"),
    (ActKind.ASKS_NAME, "My name isn't on that form."),
    (ActKind.OFFERS_HELP, "We're not able to help with that."),
    (ActKind.OFFERS_HELP, "How can I help myself?"),
    (ActKind.STATES_PURPOSE, "What's the reason for your call?"),
    (ActKind.STATES_PURPOSE, "I'm here to help."),
    (ActKind.ASKS_FOR_TIME, "Can he make it to the bathroom at night by himself?"),
    (ActKind.ASKS_FOR_TIME, "Take your time, there's no rush."),
    (ActKind.ASKS_FOR_TIME, "We can be there in twenty minutes."),
    (ActKind.ASKS_FOR_TIME, "It's a twenty minute drive."),
    (ActKind.OFFERS_HELP, "You've called the right place, we're like family."),
    (ActKind.THANKS, "No thanks."),
    (ActKind.THANKS, "There's a gift card in it every time you send us a patient, just our way to say thanks."),
    (ActKind.GOODBYE, "Our aides take care of your mother."),
    (ActKind.GOODBYE, "She said good night to him."),
]


class TestOpening(ActsInSentences):
    """By the sentences above."""

    said, near_misses = SAID, NEAR_MISSES
