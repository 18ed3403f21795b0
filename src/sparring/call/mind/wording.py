"""Words for a move: the persona's own lines first, shared ones for the rest, never the same sentence twice in a call.

Flows in: the parts of a move and the tone. Flows out: the same parts with their text. Which line is taken depends on
the seed and on what was said before, and on nothing else.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from sparring.call.mind import lines as ways
from sparring.call.mind import phrases
from sparring.call.mind.decision import ANY_HOUR, KEPT, Part, PartKind
from sparring.call.mind.facts.disclosure import fact_of
from sparring.call.mind.facts.followed_up import adds
from sparring.call.mind.facts.story_order import not_ahead
from sparring.call.mind.fast_replace import changed
from sparring.call.mind.heard.answer_fit import PARTICULARS, says_how_long, told_in
from sparring.call.mind.heard.contradictions import lines_against
from sparring.call.mind.heard.recollection import THAT
from sparring.call.mind.introductions import of_one_person, of_the_known
from sparring.call.mind.lead_ins import continued, first_word, spoken_part
from sparring.call.mind.manner import Tone
from sparring.call.mind.meaning import is_asked_for, lines_alike
from sparring.call.mind.objections import is_answered, objection_of
from sparring.call.mind.state import BuyerState
from sparring.persona import Persona, stems

MAX_WORDS = 46  # of one move: more is a speech; what is only nice to say is dropped first
_SAYS_SOMETHING_WORDS = 8
_SHORTEST_QUESTION = 3  # words that say by themselves what was asked: "yes?" does not
_BRIEF_WORDS = 6  # of an answer before which nobody says "let me think"
_TELLS_AFTER, _DODGES_AFTER = 3, 2  # turns: every third answer begins with a "well", every other evasion
_AS_NEAR = 120  # thousandths of likeness to a question by which lines of a fact may differ and answer it as well
_JUST_SAID = 2  # moves
_LINES_KEPT = 8_192  # of all personas; each is looked at many times a call
_DROPPABLE = frozenset({PartKind.WONDER, PartKind.NUDGE, PartKind.SHORT_OF_TIME, PartKind.REACT})
_SEE_YOU_THEN = re.compile(r"\bsee you (?:then|there)\b")  # said once the day has been
_DENIALS = frozenset({"no", "not", "nobody", "none", "never", "neither"})  # a line that begins so needs no other "no"
_LED = frozenset({PartKind.TELL, PartKind.GUARD, PartKind.BEHIND, PartKind.UNKNOWN})
_PERSONAL = frozenset({PartKind.UNKNOWN, PartKind.CONTACT, PartKind.GIVE_TIME, PartKind.SHORT_OF_TIME, PartKind.NOTICE})
_GREETED = _LED | {PartKind.NUDGE, PartKind.GIVE_TIME, PartKind.PLEASANTRY, PartKind.OBJECT}


def worded(persona: Persona, state: BuyerState, parts: tuple[Part, ...], tone: Tone) -> tuple[Part, ...]:
    """The parts with text. What does not fit into one breath is left out, the least needed first."""
    writer = _Writer(persona, state, tone)
    written = [writer.write(part) for part in parts]
    while _words(written) > MAX_WORDS and any(part.kind in _DROPPABLE for part in written[1:]):
        last = max(i for i, part in enumerate(written) if i and part.kind in _DROPPABLE)
        del written[last]
    return writer.led(tuple(written))


def joined(parts: tuple[Part, ...]) -> str:
    """The text of a move."""
    return " ".join(part.text for part in parts if part.text)


class _Writer:
    """Writes the parts of one move; remembers which lines it has taken."""

    def __init__(self, persona: Persona, state: BuyerState, tone: Tone) -> None:
        self._persona, self._state, self._tone = persona, state, tone
        self._used = dict(state.used)
        self._begun: set[str] = set()  # first words in this move: "All right. All right." is a form talking
        self._names = persona.proper_nouns
        self._said_so_far = "\n".join(state.said)  # no line spans two moves
        self._just_said = "\n".join(state.said[-_JUST_SAID:])
        self._told = ""  # of other facts in this move

    def write(self, part: Part) -> Part:
        """One part with its text and the group of lines it came from."""
        special = _SPECIAL.get(part.kind)
        if special is not None:
            return special(self, part)
        group, lines = self._lines_for(part)
        if part.kind is PartKind.OBJECT_AGAIN and all(self._said(line) for line in lines):
            objection = objection_of(self._persona, part.ref)
            lines = (*objection.behind, *objection.lines)
        if part.kind is PartKind.GUARD:
            group, lines = self._dodging(part, group, lines)
        if part.kind is PartKind.TELL:
            fresh = tuple(one for one in lines if not self._said(one))
            line = self._line(group, ways.least_again(fresh, self._told) if self._told and fresh else lines)
            self._told = f"{self._told} {line}"
            return Part(part.kind, part.ref, group, line)
        if part.kind is PartKind.WONDER and self._begun:  # "yes?" after an answer asks nothing
            lines = tuple(one for one in lines if len(one.split()) >= _SHORTEST_QUESTION) or lines
        return Part(part.kind, part.ref, group, self._line(group, lines))

    def _dodging(self, part: Part, group: str, lines: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        """What dodges this question: a line with its words, else any if it is put for that, else one that is vague.

        Asked on, one says outright that one will not tell.
        """
        fitting = tuple(line for line in lines if not self._said(line) and self._tone.asked_for & _line_stems(line))
        dodged = [one.ref for one in self._state.last if one.kind is part.kind]
        if part.ref in dodged or (dodged and not fitting) or all(self._said(line) for line in lines):
            outright = ways.outright(self._persona, self._state)
            return outright, phrases.PHRASES[outright]
        # what a caller evades with suits whatever touches on it: "I'm fine"
        asked = self._tone.asked if self._persona.rep_calls and not fitting else ()
        vague = ways.dodged_vaguely(asked, self._tone.forms)
        if not vague or any(is_asked_for(self._persona, part.ref, one) for one in asked):
            return group, fitting or lines
        return vague, phrases.PHRASES[vague]

    def _lines_for(self, part: Part) -> tuple[str, tuple[str, ...]]:
        """The persona's lines are the main person's: a receptionist speaks in shared ones."""
        if part.kind in _PERSONAL and not self._is_main_person():
            elsewhere = changed(part, ref="elsewhere") if part.kind is PartKind.UNKNOWN else part
            return ways.shared_lines(elsewhere, self._tone.mood)
        return ways.lines_for(self._persona, part, self._tone.mood)

    def _is_main_person(self) -> bool:
        name = self._persona.stages[self._state.rapport.stage].name
        return name is None or name == self._persona.name

    def opening(self, part: Part) -> Part:
        """The opening line, word for word."""
        return changed(part, text=self._persona.opening_line)

    def repeat(self, part: Part) -> Part:
        """The last move once more."""
        lead = self._line("repeat", ("I said:", "What I said was:", "Sure.", "Again, then:"))
        return changed(part, group="repeat", text=f"{lead} {self._state.said[-1]}")

    def unknown(self, part: Part) -> Part:
        """That one does not know; what is asked after is said back where the line has room for it."""
        plain, _, thing = part.ref.partition(":")
        group, lines = self._lines_for(changed(part, ref=plain))
        lines = tuple(ways.of_its_form(lines, self._tone.forms))
        fresh = tuple(one for one in lines if not self._said(one.format(thing=thing)))
        if not fresh:  # nobody says two of them in one breath
            group, lines = ways.lines_for(self._persona, changed(part, ref=""), self._tone.mood)
        line = self._line(group, fresh or lines).format(thing=thing)
        return changed(part, group=group, text=f"{line[0].upper()}{line[1:]}")

    def recall(self, part: Part) -> Part:
        """A fact told before, in other words while there are any; a word asked for that is new needs no "as I said"."""
        line = self._line_with_something_new(part.ref)
        if line:
            return changed(part, group=f"fact:{part.ref}", text=of_the_known(line, self._just_said))
        return self._with_lead(part, f"recall{'.annoyed' * (self._tone.mood == 'annoyed')}", f"fact:{part.ref}")

    def _line_with_something_new(self, fact: str) -> str:
        """A line of this fact with a word asked for, or a name or a number, that has not been said yet."""
        new = self._tone.asked_for - stems(self._said_so_far)
        lines = fact_of(self._persona, fact).lines
        fresh = [one for one in lines if not self._said(one)]
        told = any(self._suits(one) for one in lines if one not in fresh)
        wanted = [] if told else [one for one in fresh if self._suits(one)]
        line = next((one for one in wanted or fresh if new & _line_stems(one)), wanted[0] if wanted else "")
        if line:
            self._used[f"fact:{fact}"] = self._used.get(f"fact:{fact}", 0) + 1
        return line

    def put_right(self, part: Part) -> Part:
        """What the rep has wrong, as it is: the line that says so, if it is not the only one that was said already."""
        fact = fact_of(self._persona, part.ref)
        fresh = [one for one in fact.lines if not self._said(one)]
        against = lines_against(self._persona, fact, self._tone.claimed)
        lines = tuple(one for one in fresh if one in against) or tuple(fresh)
        if not lines:
            return changed(part, group="put_right.again", text=self._shared_line("put_right.again"))
        group = f"put_right{'.annoyed' * (self._tone.mood == 'annoyed')}"
        line = self._line(f"fact:{part.ref}", lines)
        if first_word(line) in _DENIALS:
            return changed(part, group=f"fact:{part.ref}", text=line)
        text = continued(self._shared_line(group), line, self._names)
        return changed(part, group=f"fact:{part.ref} {group}", text=text)

    def come_back(self, part: Part) -> Part:
        """A fact that was dodged before."""
        return self._with_lead(part, "come_back", f"fact:{part.ref}")

    def more(self, part: Part) -> Part:
        """The fact told just now, gone on about in other words."""
        return self._with_lead(part, "more", f"fact:{part.ref}")

    def first(self, part: Part) -> Part:
        """A concern that stands before the next step; one that has had its answer is not asked again, only not gone."""
        if is_answered(self._state.rapport, part.ref):
            reasons = tuple(one for one in objection_of(self._persona, part.ref).behind if not self._said(one))
            if not reasons:
                return changed(part, group="first.answered", text=self._shared_line("first.answered"))
            text = continued(self._shared_line("first.still"), self._line(f"behind:{part.ref}", reasons), self._names)
            return changed(part, group=f"first.answered behind:{part.ref} first.still", text=text)
        return self._with_lead(part, "first", f"again:{part.ref}")

    def not_yet(self, part: Part) -> Part:
        """That one would rather not set a day, and what is missing for it where that is not trust alone."""
        group, plain = ways.lines_for(self._persona, part, self._tone.mood)
        unasked = ways.of_what_was_not_asked(self._persona, self._state)
        reasons = tuple(one for one in unasked if not self._said(one))
        shared = f"not_yet.{part.ref}{'' if ways.has_asked_little(self._state) else '.asked'}"
        if part.ref == "settled":  # who has just been met does not say no
            kind = tuple(one for one in reasons if not ways.says_no(one))
            text = continued("But", self._line(group, kind), self._names) if kind else self._shared_line(shared)
            return changed(part, group=group if kind else shared, text=text)
        reasons = reasons if part.ref == "facts" else ()
        line = self._line(group, reasons or ways.on_the_next_step(self._state, plain))
        if part.ref != "facts" or reasons or not ways.is_curt(line):
            return changed(part, group=group, text=line)
        return changed(part, group=f"{group} {shared}", text=f"{line} {self._shared_line(shared)}")

    def wonder_again(self, part: Part) -> Part:
        """A question left open, with a reminder: a mild one to a rep who has said something, if not on this."""
        lead = "wonder_again.soft" if self._tone.rep_words >= _SAYS_SOMETHING_WORDS else "wonder_again"
        lead = "wonder_again.thanked" if self._tone.thanks_only else lead
        return self._with_lead(part, lead, f"question:{part.ref}", least_words=_SHORTEST_QUESTION)

    def confirm(self, part: Part) -> Part:
        """What was arranged; another day than before is said back, and of two the one that stands."""
        if not part.ref or part.ref == ANY_HOUR:
            group, lines = self._lines_for(part) if not part.ref else ways.shared_lines(part, self._tone.mood)
            return changed(part, group=group, text=self._line(group, lines))
        group = "confirm.kept" if part.ref.startswith(KEPT) else "confirm.changed"
        return changed(
            part,
            group=group,
            text=self._shared_line(group).format(time=phrases.day_written(part.ref.removeprefix(KEPT))),
        )

    def agree(self, part: Part) -> Part:
        """Agreement, to the time the rep named if there was one."""
        own = self._line("agree", ways.on_the_next_step(self._state, self._persona.agrees_when.lines))
        time = part.ref if re.fullmatch(r"[A-Za-z0-9 :.']{3,40}", part.ref) else ""
        if not time:
            return changed(part, group="agree", text=own)
        day = self._line("agree.time", phrases.PHRASES["agree.time"]).format(time=phrases.day_written(time))
        both = (own, f"{day[0].upper()}{day[1:]}")
        return changed(part, group="agree agree.time", text=" ".join(both[:: -1 if _SEE_YOU_THEN.search(own) else 1]))

    def name(self, part: Part) -> Part:
        """The name of whoever is on the line: put right (`misnamed`), owned to (`speaking`), `spelled`, or told."""
        if part.ref:
            here = self._persona.stages[self._state.rapport.stage].name
            name = here or self._persona.names[0]
            if part.ref == "spelled":
                name = ", ".join((here or self._persona.name).rpartition(" ")[2].upper())
            return changed(part, group=part.ref, text=self._shared_line(part.ref).format(name=name))
        if self._is_main_person():
            return changed(part, group="name", text=self._line("name", self._persona.says_name))
        line = self._line("name.stage", phrases.PHRASES["name.stage"])
        return changed(
            part, group="name.stage", text=line.format(name=self._persona.stages[self._state.rapport.stage].name)
        )

    def remember(self, part: Part) -> Part:
        """What the rep said of themselves, said back."""
        group = "remember.that" if part.ref == THAT else "remember" if part.ref else "remember.not"
        line = self._shared_line(group).format(thing=part.ref)
        return changed(part, group=group, text=line[0].upper() + line[1:])

    def led(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        """The move with a few words to start on, so that it sounds spoken and starts at once."""
        lead, group = self._lead(parts)
        if not lead:
            return parts
        first = parts[0]
        text = continued(lead, first.text, self._names)
        return (changed(first, text=text, group=f"{first.group} {group}".strip()), *parts[1:])

    def _lead(self, parts: tuple[Part, ...]) -> tuple[str, str]:
        first = parts[0]
        if self._tone.greets and self._state.rep_name and first.kind in _GREETED and self._greets_back(first):
            return self._turned("greet").format(rep=self._state.rep_name), "lead.greet"
        plain = first.text.split(maxsplit=1)[0].strip(",.").lower() in phrases.DISCOURSE
        if first.kind not in _LED or (plain and not self._tone.empathy):
            return "", ""
        reacts = (self._tone.empathy or self._tone.reflection) and self._tone.mood != "annoyed"
        if not (reacts or self._takes_a_breath(first)):
            return "", ""
        kind = "unknown" if first.kind is PartKind.UNKNOWN else self._lead_kind(answers=first.kind is PartKind.TELL)
        return self._turned(kind), f"lead.{kind}"

    def _greets_back(self, first: Part) -> bool:
        """Whoever is called says a name back if they are of that kind, or at manners; who is cool never does."""
        if not self._persona.rep_calls or self._persona.mood_at_start == "warm":
            return True
        return self._persona.mood_at_start == "neutral" and first.kind in (PartKind.GIVE_TIME, PartKind.PLEASANTRY)

    def _takes_a_breath(self, first: Part) -> bool:
        """Now and then before something longer; a name, a number or a place is said straight out."""
        brief = len(first.text.split()) <= _BRIEF_WORDS or not self._tone.forms.isdisjoint(PARTICULARS)
        often = _TELLS_AFTER if first.kind is PartKind.TELL else _DODGES_AFTER
        return not (first.kind is PartKind.TELL and brief) and (self._state.turn + self._state.seed) % often == 0

    def _lead_kind(self, *, answers: bool) -> str:
        often = self._state.rapport.empathy % 2 == 0  # every other kind word is thanked for: more would be a reflex
        if self._tone.empathy and self._tone.mood != "annoyed" and often:
            return "empathy"
        if self._tone.reflection and self._tone.mood != "annoyed" and answers:
            return "reflection"
        return "open" if self._tone.is_open and self._tone.mood in ("neutral", "warm") else self._tone.mood

    def _turned(self, kind: str) -> str:
        own = self._persona.touched if kind == "empathy" else ()
        lines = own or phrases.LEADS[kind]
        return ways.nth_line(f"lead.{kind}", lines, self._used.get(f"lead.{kind}", 0), self._state.seed)

    def _with_lead(self, part: Part, lead_group: str, group: str, *, least_words: int = 1) -> Part:
        lead = self._line(lead_group, phrases.PHRASES[lead_group])
        lines = ways.lines_for(self._persona, Part(ways.BASE[part.kind], part.ref), self._tone.mood)[1]
        lines = tuple(one for one in lines if len(one.split()) >= least_words) or lines
        if part.kind is PartKind.TELL_MORE and self._state.said:  # "more" of the same would be none
            lines = tuple(one for one in lines if not self._said(one) and adds(one, self._just_said)) or lines
        fresh = [line for line in lines if not self._said(line)]
        if not fresh and part.kind is PartKind.OBJECT_FIRST:
            lines = (*objection_of(self._persona, part.ref).lines, *objection_of(self._persona, part.ref).behind)
            fresh = [line for line in lines if not self._said(line)]
        if not fresh:
            return changed(part, group="exhausted", text=self._line("exhausted", phrases.PHRASES["exhausted"]))
        line = self._line(group, lines)
        if lead_group.startswith("recall") and not self._has_said_as_much(line):
            return changed(part, group=group, text=line)  # "as I said" would not be true
        plain = lead.endswith(",") and first_word(line) in phrases.DISCOURSE  # "I mean, actually" is one too many
        text = line if plain else continued(lead, line, self._names)
        return changed(part, group=f"{group} {lead_group}", text=text)

    def _has_said_as_much(self, line: str) -> bool:
        """Whether most of what a line says has been said before in other words."""
        says = _line_stems(line) - phrases.GENERAL_WORDS
        return 2 * len(says & stems(self._said_so_far)) >= len(says)

    def _shared_line(self, group: str) -> str:
        return self._line(group, phrases.PHRASES[group])

    def _line(self, group: str, lines: tuple[str, ...]) -> str:
        """The next line of the group that has not been said; two together when every single one has."""
        start = self._used.get(group, 0)
        self._used[group] = start + 1
        turned = ways.turned_from(group, lines, start, self._state.seed)
        fresh = [line for line in turned if spoken_part(line) not in self._said_so_far]
        if group.startswith("fact:"):
            fresh = of_one_person(not_ahead(self._persona, self._state, fresh), self._just_said)
        if fresh:
            line = self._to_the_point(group, fresh) or self._varied(fresh)
            self._begun.add(first_word(line))
            return of_the_known(line, self._just_said)
        pairs = (f"{one} {other}" for one in turned for other in turned if one != other)
        return next((pair for pair in pairs if not self._said(pair)), turned[0])

    def _to_the_point(self, group: str, fresh: list[str]) -> str:
        """The way of telling it that has a word asked for; of a fact those with most of them, nearest in meaning."""
        if not group.startswith("fact:"):
            return fresh[0] if self._tone.asked_for & _line_stems(fresh[0]) else ""
        fits = {line: self._fits(line) for line in ways.asked_for(fresh, self._tone.forms)}
        most = max(fits.values())
        fitting = self._nearest(group.removeprefix("fact:"), [line for line, one in fits.items() if one == most])
        return fitting[0] if any(most) else self._varied(fitting)

    def _fits(self, line: str) -> tuple[int, bool]:
        """How many of the words asked for a line has, and whether it is the kind of answer that was asked for."""
        return len(self._tone.asked_for & _line_stems(line)), self._suits(line)

    def _nearest(self, fact: str, lines: list[str]) -> list[str]:
        """Those of a fact's lines that are nearest in meaning to what was asked, as good as alike to each other."""
        asked = [lines_alike(self._persona, fact, text) for text in self._tone.asked if len(lines) > 1]
        near = [max((alike[line] for alike in asked), default=0) for line in lines]
        return [line for line, one in zip(lines, near, strict=True) if one >= max(near) - _AS_NEAR]

    def _suits(self, line: str) -> bool:
        """Whether a line has a date for a "when?", a number for a "how many?", a name for a "who?"."""
        suits = any(told_in((line,), form) for form in self._tone.forms & PARTICULARS)
        return suits and all(says_how_long(line, text) for text in self._tone.asked)

    def _varied(self, fresh: list[str]) -> str:
        return next((line for line in fresh if first_word(line) not in self._begun), fresh[0])

    def _said(self, line: str) -> bool:
        return spoken_part(line) in self._said_so_far


_line_stems = lru_cache(_LINES_KEPT)(stems)


def _words(parts: list[Part]) -> int:
    return sum(len(part.text.split()) for part in parts)


_SPECIAL: dict[PartKind, Callable[[_Writer, Part], Part]] = {
    PartKind.OPEN: _Writer.opening,
    PartKind.REPEAT: _Writer.repeat,
    PartKind.UNKNOWN: _Writer.unknown,
    PartKind.RECALL: _Writer.recall,
    PartKind.PUT_RIGHT: _Writer.put_right,
    PartKind.COME_BACK: _Writer.come_back,
    PartKind.WONDER_AGAIN: _Writer.wonder_again,
    PartKind.TELL_MORE: _Writer.more,
    PartKind.OBJECT_FIRST: _Writer.first,
    PartKind.AGREE: _Writer.agree,
    PartKind.NOT_YET: _Writer.not_yet,
    PartKind.CONFIRM: _Writer.confirm,
    PartKind.NAME: _Writer.name,
    PartKind.REMEMBER: _Writer.remember,
}
