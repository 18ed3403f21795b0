"""Clients who can be known: by a title, by a first and a last name, by where they live."""

from sparring.speech_acts import ActKind, Context
from tests.speech_acts.kinds.conftest import ActsInSentences

CONTEXT = Context(other_name="Karen Whitfield", said_before=("I'm calling for Rosa Alvarez.",))
SAID = [
    (ActKind.IDENTIFIES_CLIENT, "[We look after Judge Harmon's mother over on Elm Street, ask her]."),
    (ActKind.IDENTIFIES_CLIENT, "[He's ours now, doing great]."),
    (ActKind.IDENTIFIES_CLIENT, "[we're with the peterson sisters on oak lane twice a week]"),
    (ActKind.IDENTIFIES_CLIENT, "[your neighbor bob keller is one of our clients]"),
    (ActKind.IDENTIFIES_CLIENT, "[You might know Ellen Marsh, she's a client of ours]."),
    (ActKind.IDENTIFIES_CLIENT, "[Your dentist's mother, we do her baths]."),
    (ActKind.IDENTIFIES_CLIENT, "[The yellow house on the corner, we're there nights]."),
    (ActKind.IDENTIFIES_CLIENT, "[The mayor's dad uses us]."),
    (ActKind.IDENTIFIES_CLIENT, "[One of ours is the gentleman who owned the Ford dealership]."),
]
NEAR_MISSES = [
    (ActKind.IDENTIFIES_CLIENT, "Our office is on Main Street, right across from the library."),
    (ActKind.IDENTIFIES_CLIENT, "We take care of a gentleman with the same diagnosis, a retired teacher."),
    (ActKind.IDENTIFIES_CLIENT, "Mrs. Daniels said we may give you her number."),
    (ActKind.IDENTIFIES_CLIENT, "My own mother lived on Elm Street, so I know the hills."),
    (ActKind.IDENTIFIES_CLIENT, "I was at the health fair at the library last month."),
    (ActKind.IDENTIFIES_CLIENT, "I can't share names, but we have clients in your neighborhood."),
    (ActKind.IDENTIFIES_CLIENT, "Does your mother live on Oak Street?"),
    (ActKind.IDENTIFIES_CLIENT, "One of our clients told us the same."),
    (ActKind.IDENTIFIES_CLIENT, "Our caregivers would look after Rosa Alvarez every morning."),
    (ActKind.IDENTIFIES_CLIENT, "I can't name our clients, Karen Whitfield."),
    (ActKind.IDENTIFIES_CLIENT, "Ellen Marsh is the nurse I spoke with."),
    (ActKind.IDENTIFIES_CLIENT, "How many people live at Laurel Court now?"),
]


class TestNamedClients(ActsInSentences):
    """By the sentences above."""

    said, near_misses = SAID, NEAR_MISSES
    context = CONTEXT
