"""Ids, parsed once at the edge. A parsed id is safe in a file name, a URL, a log line and a key."""

import hashlib
import re
import secrets
from typing import Annotated, NewType

from pydantic import StringConstraints

from sparring.errors import IdRejected

CallId = NewType("CallId", str)
RepId = NewType("RepId", str)
TenantId = NewType("TenantId", str)
LocationId = NewType("LocationId", str)
ExamId = NewType("ExamId", str)
EmailAddress = NewType("EmailAddress", str)

_CALL_ID = re.compile(r"call_[0-9a-z]{20}")
_REP_ID = re.compile(r"rep_[0-9a-z]{20}")
_REP_KEY = re.compile(r"[0-9a-z]{32}")
_OF_KEY = "0key"
"""How ids begin that follow from a key: 83 bits are left, and one in 1.7 million without a key begins so, too."""
_EXAM_ID = re.compile(r"exam_[0-9a-z]{20}")
_SLUG = re.compile(r"[a-z][a-z0-9_]{0,47}")
# the address of HTML's e-mail input (html.spec.whatwg.org, "valid e-mail address"), with a dot in its domain
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_EMAIL = re.compile(rf"[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]{{1,64}}@{_LABEL}(?:\.{_LABEL})+")
_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz"

SLUG_PATTERN = r"^[a-z][a-z0-9_]{0,47}$"
Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN)]
"""Lower-case name of a persona, rubric, criterion, fact, objection, tenant or location: at most 48 characters."""

CallIdField = Annotated[CallId, StringConstraints(pattern=r"^call_[0-9a-z]{20}$")]
RepIdField = Annotated[RepId, StringConstraints(pattern=r"^rep_[0-9a-z]{20}$")]
ExamIdField = Annotated[ExamId, StringConstraints(pattern=r"^exam_[0-9a-z]{20}$")]


def _random(prefix: str) -> str:
    return prefix + "".join(secrets.choice(_ALPHABET) for _ in range(20))


def new_call_id() -> CallId:
    """A fresh call id with 103 random bits."""
    return CallId(_random("call_"))


def new_rep_id() -> RepId:
    """A fresh rep id with 103 random bits."""
    return RepId(_random("rep_"))


def new_exam_id() -> ExamId:
    """A fresh exam id with 103 random bits: who was not sent it does not guess it."""
    return ExamId(_random("exam_"))


def call_id_from(inputs: str) -> CallId:
    """The id of a call that follows from its inputs, such as a script or an uploaded file."""
    return CallId("call_" + _derived(inputs))


def rep_id_from(inputs: str) -> RepId:
    """The id of a rep that follows from where they are, such as a terminal."""
    return RepId("rep_" + _derived(inputs))


def new_rep_key() -> str:
    """What a browser keeps, with 165 random bits: the id that follows from it opens nothing."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(32))


def rep_id_of_key(key: str) -> RepId:
    """Whose key it is. Raises: IdRejected."""
    return RepId(f"rep_{_OF_KEY}{_derived(_matched(_REP_KEY, key, 'key'))[len(_OF_KEY) :]}")


def has_key(rep_id: RepId) -> bool:
    """Whether only a key proves to be this rep: so it is with every rep made since there are keys."""
    return rep_id.startswith(f"rep_{_OF_KEY}")


def _derived(inputs: str) -> str:
    number, digits = int(hashlib.sha256(inputs.encode()).hexdigest(), 16), []
    for _ in range(20):
        number, place = divmod(number, len(_ALPHABET))
        digits.append(_ALPHABET[place])
    return "".join(digits)


def parse_call_id(text: str) -> CallId:
    """Raises: IdRejected."""
    return CallId(_matched(_CALL_ID, text, "call id"))


def parse_rep_id(text: str) -> RepId:
    """Raises: IdRejected."""
    return RepId(_matched(_REP_ID, text, "rep id"))


def parse_exam_id(text: str) -> ExamId:
    """Raises: IdRejected."""
    return ExamId(_matched(_EXAM_ID, text, "exam id"))


def parse_slug(text: str, *, what: str) -> str:
    """A lower-case name. `what` names the kind of thing in the error. Raises: IdRejected."""
    return _matched(_SLUG, text, what)


def parse_email_address(text: str) -> EmailAddress:
    """Exactly one bare ASCII address of at most 254 characters. Raises: IdRejected."""
    if len(text) > 254 or not _EMAIL.fullmatch(text):
        raise IdRejected("That is not an e-mail address, such as name@example.org.")
    return EmailAddress(text)


def _matched(pattern: re.Pattern[str], text: str, what: str) -> str:
    if not pattern.fullmatch(text):
        raise IdRejected(f"That is not a {what} of ours.")
    return text
