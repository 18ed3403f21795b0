"""Whatever a clause holds, the document is well-formed and says exactly that."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.adapters.voice.azure.ssml import document

AVA = "en-US-Ava:DragonHDLatestNeural"


@pytest.mark.parametrize(
    "text", ["AT&T", "less < more > less", "\"quotes\" and 'quotes'", "]]>", "</voice><voice name='x'>"]
)
def test_marks_of_xml_are_text(text: str) -> None:
    """What closes the voice of others is read out."""
    voice = ET.fromstring(document(text, voice=AVA))[0]  # noqa: S314 - our own document
    assert ("".join(voice.itertext()), len(voice), voice.attrib) == (text, 0, {"name": AVA})


@given(st.text())
def test_any_text_is_one_well_formed_document(text: str) -> None:
    """Control characters, half a surrogate: what XML cannot hold is a blank."""
    assert len(ET.fromstring(document(text, voice=AVA))) == 1  # noqa: S314 - our own document


def test_only_hd_voices_are_told_a_temperature() -> None:
    """Others do not know the parameter."""
    assert 'parameters="temperature=0.7"' in document("Hi", voice=AVA, temperature=0.7)
    assert "parameters" not in document("Hi", voice="en-US-JennyNeural", temperature=0.7)
    assert "parameters" not in document("Hi", voice=AVA)


def test_the_language_is_the_voices_and_a_name_cannot_break_out() -> None:
    """A voice name comes from a persona file."""
    assert 'xml:lang="en-GB"' in document("Hi", voice="en-GB-Ada:DragonHDLatestNeural")
    assert len(ET.fromstring(document("Hi", voice='a"/><b\x00'))) == 1  # noqa: S314 - our own document
