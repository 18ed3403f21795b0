"""A clause as SSML: whatever it holds, it is text in a well-formed document, in one voice."""

import re
from xml.sax.saxutils import escape, quoteattr

# XML 1.0, section 2.2: what is no character even when it is escaped
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HD = re.compile(r":Dragon\w*HD", re.IGNORECASE)
_LOCALE = re.compile(r"[a-z]{2,3}-[A-Z]{2}")


def document(text: str, *, voice: str, temperature: float | None = None) -> str:
    """One `<speak>` document.

    Args:
        text: what to say; `&`, `<`, quotes and control characters may be in it.
        voice: the voice's name, such as en-US-Ava:DragonHDLatestNeural.
        temperature: 0-1, how freely an HD voice speaks; other voices know no such thing, and are not told.
    """
    locale = _LOCALE.match(voice)
    freely = f' parameters="temperature={temperature:g}"' if temperature is not None and _HD.search(voice) else ""
    said = escape(_NO_CHARACTER.sub(" ", text))
    return (
        '<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" '
        f'xml:lang="{locale[0] if locale else "en-US"}">'
        f"<voice name={quoteattr(_NO_CHARACTER.sub(' ', voice))}{freely}>{said}</voice></speak>"
    )
