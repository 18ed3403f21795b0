"""What a model may not put into the buyer's mouth, sentence by sentence, before it is spoken.

Flows in: the persona, the state after a move, the move, and a sentence in the making. Flows out: the sentence as it is
spoken, or why it is not. A model is never told what is hidden; this holds it to what it was told.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from sparring.call.buyer import Move
from sparring.call.mind.decision import TOLD, Part, PartKind
from sparring.call.mind.facts.disclosure import fact_of
from sparring.call.mind.objections import objection_of
from sparring.call.mind.phrases import COMMON_WORDS
from sparring.call.mind.state import BuyerState
from sparring.persona import Persona, stems
from sparring.persona.out_of_role import gives_in, lowered, role_fault
from sparring.persona.secrets import figures, gives_away, in_the_open, words_that_may_be_said
from sparring.transcript import Turn

MAX_WORDS = 46  # of one move, as for the built-in wording
_NOT_SPEECH = re.compile(
    r"[*_#`~<>|{}\[\]()\\]|https?:|^\s*(?:[-+\u2022]|\d+[.)])\s|[\U0001F000-\U0001FBFF\u2600-\u27BF\u2B00-\u2BFF\uFE0F]"
)
_LETTER = re.compile(r"[^\W\d_]")
_LAST_LATIN = 0x24F  # of Unicode; what lies beyond is no English
_OTHERS_LABEL = re.compile(
    r"(?:^|[.!?]\s+)(?:rep|agent|assistant|user|agency|caregiver|system|seller)\s*:", re.IGNORECASE
)
_INSTRUCTED = re.compile(r"\b(?:my instructions|system prompt|i was told to say|as instructed|the rubric)\b")
_YES = re.compile(
    r"\b(?:yes|yeah|okay|ok|sure|all right|alright|fine|works|good|great|deal|let's|please do|i can do|sounds)\b"
)
_OBJECTS = frozenset({PartKind.OBJECT, PartKind.OBJECT_AGAIN, PartKind.OBJECT_FIRST, PartKind.BEHIND})
HINTING_WORDS = 2


class Guard:
    """One move's.

    Args:
        persona: who speaks.
        state: after the move.
        move: what was decided.
        turns: what was said so far: a number named there may be named again.
    """

    def __init__(self, persona: Persona, state: BuyerState, move: Move, turns: Sequence[Turn]) -> None:
        self._persona, self._state, self._move = persona, state, move
        self._calls = not persona.rep_calls
        names = "|".join(re.escape(name) for name in (*persona.names, persona.name))
        self._label = re.compile(rf"^\s*(?:you|buyer|caller|me|{names})\s*:\s*", re.IGNORECASE)
        self._hidden = [one for one in persona.facts if one.visible == "hidden" and one.id not in state.revealed]
        self._may_be_said = words_that_may_be_said(persona)
        said = [move.text, *(part.text for part in state.last), *(turn.text for turn in turns)]
        lines = [*self._known_lines()]
        self._figures = frozenset[str]().union(*map(figures, said), *map(_figures_of_line, lines))
        self._known_stems = _COMMON_STEMS.union(*map(stems, said), *map(_stems_of_line, lines))
        self._telling = [
            (_stems_of_line(one.text) & persona.fact_words[one.id], _cue_stems(one.cues)) for one in self._hidden
        ]

    def cleaned(self, text: str) -> str:
        """On one line, without quotes around it and without the speaker's own name before it."""
        bare = self._label.sub("", re.sub(r"\s+", " ", text).strip())
        return bare.replace("\u201c", "").replace("\u201d", "").replace('"', "").strip()

    def fault(self, sentence: str) -> str | None:
        """Why this sentence, or as much of it as there is, is not spoken; None when it may be."""
        said = lowered(sentence)
        if _NOT_SPEECH.search(sentence) or any(ord(letter) > _LAST_LATIN for letter in _LETTER.findall(sentence)):
            return "not_speech"
        return self._out_of_role(sentence, said) or self._not_decided(sentence, said)

    def _out_of_role(self, sentence: str, said: str) -> str | None:
        if _OTHERS_LABEL.search(sentence):
            return "role_swap"
        if _INSTRUCTED.search(said):
            return "assistant_talk"
        return role_fault(said, self._persona, calls=self._calls)

    def _not_decided(self, sentence: str, said: str) -> str | None:
        if gives_in(said) and not self._move.agrees:
            return "too_agreeable"
        if gives_away(said, self._hidden, self._may_be_said) or self._hints(sentence):
            return "hidden_fact"
        return None if figures(sentence) <= self._figures else "invented_figure"

    def _hints(self, sentence: str) -> bool:
        """Two words that belong to one hidden fact and to nothing said so far, or one that asks for it by itself."""
        said = _stems([sentence]) - self._known_stems
        return not sentence.endswith("?") and any(
            len(said & own) >= HINTING_WORDS or said & own & cues for own, cues in self._telling
        )

    def left_out(self, text: str) -> tuple[Part, ...]:
        """Parts that carry the decision and of which nothing is to be found in `text`."""
        said = _stems([text])
        return tuple(part for part in self._state.last if not self._is_in(part, text, said))

    def _is_in(self, part: Part, text: str, said: frozenset[str]) -> bool:
        if part.kind is PartKind.AGREE:
            return bool(_YES.search(lowered(text))) or bool(figures(part.text) & figures(text))
        substance = self._substance(part)
        return not substance or bool(said & substance)

    def _substance(self, part: Part) -> frozenset[str]:
        """Stems, one of which at least is said by whoever says this part; none where any wording will do."""
        if part.kind in TOLD:
            fact = fact_of(self._persona, part.ref)
            told = _stems([fact.text, *fact.lines])
            return told & self._persona.fact_words[part.ref] or told
        if part.kind in _OBJECTS:
            objection = objection_of(self._persona, part.ref)
            return _stems([*objection.lines, *objection.again, *objection.behind, part.text])
        return frozenset()

    def _known_lines(self) -> Iterator[str]:
        """Of the persona."""
        persona = self._persona
        yield persona.opening_line
        for fact in persona.facts:
            if in_the_open(persona, fact) or fact.id in self._state.revealed:
                yield from (fact.text, *fact.lines)


def _stems(texts: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*map(stems, texts))


# A model is asked only once its guard stands: reading every line of the persona anew took 5 ms of each answer. What
# people say on calls is read each time and kept nowhere.
_figures_of_line, _stems_of_line = (lru_cache(maxsize=8_192)(one) for one in (figures, stems))
_COMMON_STEMS = _stems(COMMON_WORDS)


@lru_cache(maxsize=2_048)
def _cue_stems(cues: tuple[str, ...]) -> frozenset[str]:
    return _stems(cue for cue in cues if " " not in cue)
