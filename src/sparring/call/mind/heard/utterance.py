"""One utterance of the rep as the buyer gets it, and what is read from it: its questions, times, names and acts."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sparring.call.mind.heard.questions import Question
from sparring.call.mind.heard.whole_asides import Aside
from sparring.speech_acts import Act, ActKind

NOTHING = "nothing"  # what a "why?" is about that follows on small talk
NOT_YET = "not_yet"  # what it is about after a next step was declined
_ONLY_THANKS = frozenset({ActKind.THANKS, ActKind.BACKCHANNEL, ActKind.USES_NAME})
_ASKS = frozenset({ActKind.ASKS_NAME, ActKind.ASKS_CONTACT, ActKind.ASKS_FOR_TIME})


@dataclass(frozen=True, slots=True)
class RepUtterance:
    """One utterance of the rep on the call's clock.

    Args:
        text: as typed or recognised.
        acts: what it does.
        start_ms: of its sound.
        end_ms: of its sound.
        unsure: heard but not understood.
        stops: where the recogniser of its acts heard a sentence begin that no mark begins; None: they are looked for.
    """

    text: str
    acts: tuple[Act, ...]
    start_ms: int
    end_ms: int
    unsure: bool = False
    stops: tuple[int, ...] | None = None


class Notice(StrEnum):
    """Something about the way the rep talks that a person would remark on."""

    MONOLOGUE = "monologue"
    REPEATS = "repeats"
    EARLY_PITCH = "early_pitch"
    EARLY_PRICE = "early_price"
    OTHER_PRICE = "other_price"
    MANY_QUESTIONS = "many_questions"
    NONSENSE = "nonsense"
    TO_THE_GRADER = "to_the_grader"
    ROBOT = "robot"


@dataclass(frozen=True, slots=True)
class Reading:
    """One utterance, read. `notices` depend on the call so far and are added by `in_context`."""

    text: str  # normalised
    words: int  # how many of them
    kinds: frozenset[ActKind]
    asked: tuple[Question, ...]
    times: tuple[str, ...]  # days and hours as the rep said them
    amounts: tuple[str, ...]
    found: frozenset[str]  # the persona's cues that occur
    stated: frozenset[str]  # those that occur outside of questions: asking about insurance is not having it
    claims: str  # normalised sentences that ask nothing, parted by "|"
    small_talk: bool  # "how are you today?"
    offers_time: bool  # names a day or an hour for a visit, a call or a meeting
    reactions: tuple[int, ...]  # indices of the persona's reactions that it calls for
    correction: int  # index of what the rep got wrong; -1: nothing
    rep_name: str
    duration_ms: int
    end_ms: int
    unsure: bool
    needs_time: bool = True  # this buyer agrees to nothing without a day
    meets: bool = False  # has a word of meeting: "come by", "does that work"
    suggests_meeting: bool = False  # "how about a visit?", with or without a time
    requests: bool = False  # "can I be one of them?"
    asides: frozenset[Aside] = frozenset()
    asks_on: str = ""  # the normalised sentence that only makes sense after what was said last: "why is that?"
    supposed: tuple[Question, ...] = ()  # what the rep takes for granted: "so she lives alone"
    knows_when: bool = False  # asks for a day that a fact of the persona names: "when do you meet"
    asks_when: bool = False  # has the buyer name a day for a meeting; added by `in_context`
    puts_right: bool = False  # "no, I meant the house"; added by `in_context`
    asks_back: str = ""  # the buyer's own question that this asks about, NOTHING or NOT_YET; added by `in_context`
    recollects: str | None = None  # what the rep asks to hear back of what they said themselves; added by `in_context`
    asks_hour: bool = False  # wants the hour of the day agreed on; added by `in_context`
    sums_up: bool = False  # asks whether what the buyer said is understood right; added by `in_context`
    contradicts: str = ""  # the fact told that speaks against what the rep says back; added by `in_context`
    notices: frozenset[Notice] = frozenset()
    as_written: "Reading | None" = None  # the same with every way to ask that the persona has taken for that alone

    @property
    def is_question(self) -> bool:
        """Whether the rep asked for anything."""
        return bool(self.asked) or self.is_said_back or not self.kinds.isdisjoint(_ASKS)

    @property
    def is_said_back(self) -> bool:
        """Whether it is what the buyer has told, for them to say that it is right, or how it is."""
        return self.sums_up or bool(self.contradicts)

    @property
    def only_thanks(self) -> bool:
        """Whether it is "okay, thanks Maria" and nothing else."""
        return ActKind.THANKS in self.kinds and self.kinds <= _ONLY_THANKS

    @property
    def proposes(self) -> bool:
        """Whether the rep puts a next step forward."""
        return self.offers_time or self.suggests_meeting or ActKind.PROPOSES_NEXT_STEP in self.kinds

    @property
    def wants_verdict(self) -> bool:
        """Whether the rep asks what the buyer makes of what they have just said: "is that fair?"."""
        checks = Aside.USEFUL in self.asides or ActKind.CHECKS_SETTLED in self.kinds
        return checks and Aside.ANYTHING_ELSE not in self.asides

    def says(self, cues: Iterable[str]) -> bool:
        """Whether any of the persona's cues occurs."""
        return not self.found.isdisjoint(cues)

    def states(self, cues: Iterable[str]) -> bool:
        """Whether any of the persona's cues occurs outside of a question."""
        return not self.stated.isdisjoint(cues)
