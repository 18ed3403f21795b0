"""What a rep may be told in practice when they do not know how to go on, and how to see that they did it already."""

from collections.abc import Container
from typing import Annotated

from pydantic import Field, StringConstraints

from sparring.documents import Document
from sparring.ids import Slug
from sparring.speech_acts import ActKind


class Hint(Document):
    """One thing that helps. Done once all its acts were heard, its facts told and its objections settled."""

    line: Annotated[str, StringConstraints(min_length=1, max_length=260)]
    acts: Annotated[tuple[ActKind, ...], Field(max_length=8)] = ()
    facts: Annotated[tuple[Slug, ...], Field(max_length=8)] = ()
    objections: Annotated[tuple[Slug, ...], Field(max_length=8)] = ()

    def is_done(self, *, acts: Container[str], told: Container[str], settled: Container[str]) -> bool:
        """Whether the rep needs it no more; a hint that names nothing is never done."""
        wanted = ((self.acts, acts), (self.facts, told), (self.objections, settled))
        return any(names for names, _ in wanted) and all(one in done for names, done in wanted for one in names)
