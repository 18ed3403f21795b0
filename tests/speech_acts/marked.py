"""Sentences whose acts are marked: `[this] is the act` in, the spans expected and the spans found out."""

import re

from bench.support.utterances import Utterance

from sparring.speech_acts import ActKind, Context, recognise

_MARK = re.compile(r"\[([^\]]*)\]")
NOTHING = Context()


def expected(marked: str) -> list[str]:
    """What stands in brackets."""
    return _MARK.findall(marked)


def spans(kind: ActKind, marked: str, context: Context = NOTHING) -> list[str]:
    """What the recogniser finds of this kind in the sentence without its brackets."""
    text = plain(marked)
    return [text[act.start : act.end] for act in recognise(text, context) if act.kind is kind]


def kinds_as_heard(marked: str, context: Context = NOTHING) -> set[ActKind]:
    """Kinds found in the sentence as a recogniser gives it: no marks, no capitals, fillers put in."""
    heard = Utterance(plain(marked), (), frozenset(), context).as_heard()
    return {act.kind for act in recognise(heard.text, context)}


def about(kind: ActKind, text: str, other_name: str = "") -> list[str]:
    """What the acts of this kind are about, where the other side has this name."""
    return [act.about for act in recognise(text, Context(other_name=other_name)) if act.kind is kind]


def plain(marked: str) -> str:
    """The sentence itself."""
    return _MARK.sub(r"\1", marked)
