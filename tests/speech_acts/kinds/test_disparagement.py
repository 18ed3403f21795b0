"""Running others down."""

from sparring.speech_acts import ActKind, recognise
from tests.speech_acts.kinds.conftest import ActsInSentences

SAID = [
    (ActKind.DISPARAGES, "[They fake the records]."),
    (ActKind.DISPARAGES, "[Your private lady's probably gonna rob you blind], they always do."),
    (ActKind.DISPARAGES, "[those other guys, they leave people sitting in their own mess]"),
    (ActKind.DISPARAGES, "[I wouldn't let BrightPath look after my dog]."),
    (ActKind.DISPARAGES, "[Those other agencies just send anybody]."),
    (ActKind.DISPARAGES, "[Private helpers will rob you blind]."),
    (ActKind.DISPARAGES, "[Those other agencies are terrible, they never train anyone]."),
    (ActKind.DISPARAGES, "[their caregivers steal and they lie about it]"),
    (ActKind.DISPARAGES, "[those other places don't do background checks half the time]"),
    (ActKind.DISPARAGES, "[They hire anybody off the street]."),
    (ActKind.DISPARAGES, "[bluebird is the worst agency in the county]"),
    (ActKind.DISPARAGES, "that's illegal [and she sounds like one of those women who'll rob you]"),
    (ActKind.DISPARAGES, "[She'll clean you out]."),
    (ActKind.DISPARAGES, "[Women off the street will steal from you]."),
    (ActKind.DISPARAGES, "[That lady is probably a thief]."),
    (ActKind.DISPARAGES, "between us [they have a bit of a reputation for dropping people]"),
    (ActKind.DISPARAGES, "[You never know with those private people]."),
    (ActKind.DISPARAGES, "[Some of them steal]."),
    (ActKind.DISPARAGES, "[That lady off Craigslist will clean out his medicine cabinet]."),
    (ActKind.DISPARAGES, "[They churn through caregivers]."),
    (ActKind.DISPARAGES, "[They got written up by the state]."),
    (ActKind.DISPARAGES, "[Good luck getting a person over there]."),
    (ActKind.DISPARAGES, "[The other guys bill you for hours nobody worked]."),
    (ActKind.DISPARAGES, "[Those people couldn't run a lemonade stand]."),
]
NEAR_MISSES = [
    (ActKind.DISPARAGES, "A private aide can be wonderful, but nobody covers when she's sick."),
    (ActKind.DISPARAGES, "So the other company left you hanging on a Saturday night?"),
    (ActKind.DISPARAGES, "That must have been a nightmare, the agency just not showing up."),
    (ActKind.DISPARAGES, "Who answers when they don't show, your current folks?"),
    (ActKind.DISPARAGES, "Other agencies send somebody else, and so do we."),
    (ActKind.DISPARAGES, "I won't say anything bad about another agency."),
    (ActKind.DISPARAGES, "They're a good company as far as I know."),
    (ActKind.DISPARAGES, "You said they never showed up, I'm sorry that happened."),
    (ActKind.DISPARAGES, "He said the last agency was terrible."),
    (ActKind.DISPARAGES, "You're useless."),
    (ActKind.DISPARAGES, "They have a great reputation for showing up."),
    (ActKind.DISPARAGES, "Some of them lie awake all night."),
    (ActKind.DISPARAGES, "You never know with these discharges."),
    (ActKind.DISPARAGES, "We don't hire anybody off the street."),
    (ActKind.DISPARAGES, "She'll rob you of your sleep if she walks about at night."),
    (ActKind.DISPARAGES, "You're afraid she'd steal from you."),
    (ActKind.DISPARAGES, "Paying cash can be illegal, an accountant could tell you."),
    (ActKind.DISPARAGES, "What happens when she's out sick?"),
    (ActKind.DISPARAGES, "He'll be one of those men who love to talk."),
    (ActKind.DISPARAGES, "My company doesn't pay for introductions."),
]


class TestDisparagement(ActsInSentences):
    """By the sentences above."""

    said, near_misses = SAID, NEAR_MISSES


def test_asking_who_makes_sure_of_somebody_runs_nobody_down() -> None:
    """Those people may be the families."""
    assert "disparages" not in {act.kind.value for act in recognise("Who makes sure those people are safe?")}
    assert "disparages" in {act.kind.value for act in recognise("Honestly, those people are lazy.")}
