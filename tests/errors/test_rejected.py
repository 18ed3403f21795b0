"""What was given to us and cannot be used."""

from sparring.errors import DocumentRejected, UploadRejected


def test_a_document_is_refused_by_name_field_and_reason() -> None:
    """The author reads which file, which field, and why; a document as a whole has no field."""
    assert str(DocumentRejected("a.json", "turns.3.text", "is too long")) == "a.json: turns.3.text: is too long"
    assert str(DocumentRejected("a.json", "", "not JSON")) == "a.json: not JSON"


def test_an_upload_is_refused_to_the_face_of_who_pasted_it() -> None:
    """They see no file and no field, but their line, their day, or their text."""
    assert str(UploadRejected("call.txt", "line 3", "names nobody")) == "Line 3 names nobody."
    assert str(UploadRejected("call.txt", "held_on", "is in the future")) == "The day of the call is in the future."
    assert str(UploadRejected("call.txt", "", "empty")) == "This text cannot be read: empty."
