"""The recogniser: one utterance and what was said before it in, acts with character spans out.

Every sentence is read on its own, so that adding a sentence never takes away what another one did.
"""

from collections.abc import Iterator
from typing import Final

from sparring.speech_acts import closing, conduct, listening, objections, opening, persuasion, red_lines
from sparring.speech_acts.acts import Act, ActKind, Context
from sparring.speech_acts.amounts import prices
from sparring.speech_acts.clauses import clauses
from sparring.speech_acts.families import Sentence, Table
from sparring.speech_acts.grader_talk import grader_talk
from sparring.speech_acts.names import gives_names, uses_name
from sparring.speech_acts.questions import questions
from sparring.speech_acts.times import times
from sparring.speech_acts.words import Words, sentences

UTTERANCE_LIMIT: Final = 8_000  # characters; what follows is not read
_NOBODY: Final = Context()
_TABLE: Final = Table(
    family
    for module in (opening, listening, persuasion, objections, closing, red_lines, conduct)
    for family in module.FAMILIES
)


def recognise(utterance: str, context: Context = _NOBODY) -> tuple[Act, ...]:
    """What an utterance does, in the order in which it does it.

    Args:
        utterance: as typed or as recognised, with or without punctuation; read up to `UTTERANCE_LIMIT` characters.
        context: what was known before it.
    """
    text = utterance[:UTTERANCE_LIMIT]
    found = set(grader_talk(text))
    for words in sentences(text):
        found.update(_sentence_acts(words, context))
    return tuple(sorted(found, key=lambda act: (act.start, act.end, act.kind, act.topic or "", act.about)))


def _sentence_acts(words: Words, context: Context) -> Iterator[Act]:
    sentence = Sentence(words, clauses(words), frozenset(word.text for word in words.items))
    acts = [
        *_TABLE.acts(sentence),
        *questions(sentence),
        *gives_names(sentence),
        *uses_name(sentence, context),
        *times(sentence),
        *prices(sentence),
        *conduct.backchannel(sentence),
        *conduct.gibberish(sentence),
    ]
    linked = {(act.start, act.end) for act in acts if act.kind is ActKind.VALUE_LINK}
    for act in acts:
        if act.kind is not ActKind.CAPABILITY or (act.start, act.end) not in linked:
            yield act
