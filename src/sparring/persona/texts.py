"""The kinds of text in a persona file: lines that are spoken, words that are listened for, what only people read.

Flows in: the fields of a document. Flows out: their types, with the lengths and letters that are allowed.
"""

from typing import Annotated

from pydantic import Field, StringConstraints

Label = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Paragraph = Annotated[str, StringConstraints(min_length=1, max_length=1_200)]
LineText = Annotated[str, StringConstraints(min_length=1, max_length=260)]
LineTexts = Annotated[tuple[LineText, ...], Field(min_length=4, max_length=24)]
"""Ways to say one thing. At least four, so that no call sounds like the last one."""
OptionalLines = Annotated[tuple[LineText, ...], Field(max_length=24)]
Cue = Annotated[str, StringConstraints(min_length=2, max_length=60, pattern=r"^[a-z0-9' -]+$")]
Cues = Annotated[tuple[Cue, ...], Field(max_length=60)]
"""Lower-case words or word beginnings that point at a thing when the rep says them."""
WayToAsk = Annotated[str, StringConstraints(min_length=2, max_length=160)]
WaysToAnswer = Annotated[tuple[LineText, ...], Field(max_length=24, exclude_if=lambda ways: not ways)]
"""What a rep may say that answers a worry: likeness, no cues. A persona without any keeps its digest."""
