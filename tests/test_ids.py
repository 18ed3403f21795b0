"""Ids, parsed once at the edge; hostile ones are in tests/abuse/test_a08_ids.py."""

import pytest
from pydantic import BaseModel, ValidationError

from sparring.errors import IdRejected
from sparring.ids import (
    CallIdField,
    RepId,
    RepIdField,
    Slug,
    call_id_from,
    has_key,
    new_call_id,
    new_rep_id,
    new_rep_key,
    parse_call_id,
    parse_email_address,
    parse_rep_id,
    parse_slug,
    rep_id_from,
    rep_id_of_key,
)


class Holder(BaseModel):
    """The ids as fields of a document."""

    call: CallIdField = parse_call_id("call_0123456789abcdefghij")
    rep: RepIdField = parse_rep_id("rep_0123456789abcdefghij")
    slug: Slug = "a"


def test_a_new_id_is_an_id() -> None:
    """What is made here is accepted here."""
    assert parse_call_id(new_call_id()).startswith("call_")
    assert parse_rep_id(new_rep_id()).startswith("rep_")


def test_new_ids_differ() -> None:
    """No two of many are the same."""
    assert len({new_call_id() for _ in range(2_000)}) == 2_000


def test_an_id_of_one_kind_is_not_one_of_another() -> None:
    """A rep is not a call."""
    with pytest.raises(IdRejected):
        parse_call_id(new_rep_id())
    with pytest.raises(IdRejected):
        parse_rep_id(new_call_id())


@pytest.mark.parametrize("text", ["a", "inside_sales", "a" * 48, "p4g"])
def test_a_slug_is_a_lower_case_name(text: str) -> None:
    """Letters, digits and underscores, beginning with a letter, at most 48."""
    assert parse_slug(text, what="rubric") == text


@pytest.mark.parametrize("text", ["", "A", "4u", "_a", "a-b", "a b", "a.b", "a" * 49, "ä"])
def test_a_slug_that_is_none_says_what_it_should_be(text: str) -> None:
    """The sentence names the kind of thing and repeats nothing that was given."""
    with pytest.raises(IdRejected, match=r"^That is not a rubric of ours\.$"):
        parse_slug(text, what="rubric")


@pytest.mark.parametrize("text", ["dana@example.org", "d.o'neil+sales@mail.example.co.uk", "x@a-b.de"])
def test_an_address_is_an_address(text: str) -> None:
    """Addresses that people have are taken as they are."""
    assert parse_email_address(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "dana", "dana@", "@example.org", "dana@example", "dana@exam ple.org", "dana@example.org "),
        *("a@b.c, d@e.f", "Dana <dana@example.org>", "dana@example.org\n", "dana@-a.org", "dana@a-.org", "dana@a..org"),
        *("a" * 65 + "@example.org", "a@" + "b" * 64 + ".org", "a@" + "b.c" * 90, "dänä@example.org"),
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    """One bare ASCII address of a domain with a dot, or none."""
    with pytest.raises(IdRejected):
        parse_email_address(text)


@pytest.mark.parametrize("field", ["call", "rep", "slug"])
@pytest.mark.parametrize("text", ["", "../x", "call_0123456789abcdefghij\n", "A"])
def test_a_field_of_a_document_is_as_strict(field: str, text: str) -> None:
    """The same rule holds where ids come inside a document."""
    with pytest.raises(ValidationError):
        Holder.model_validate({field: text})


def test_fields_accept_what_the_parsers_accept() -> None:
    """One rule, two doors."""
    Holder(call=new_call_id(), rep=new_rep_id(), slug=parse_slug("inside_sales", what="slug"))


def test_an_id_that_follows_from_its_inputs_is_an_id_like_any_other() -> None:
    """The same inputs give the same id, others another, and it parses."""
    assert call_id_from("a") == call_id_from("a") != call_id_from("b")
    assert parse_call_id(call_id_from("a")) == call_id_from("a")
    assert parse_rep_id(rep_id_from("terminal")) == rep_id_from("terminal")


def test_an_id_that_follows_from_a_key_is_an_id_and_says_so() -> None:
    """The same for the same key; one that was drawn at random needs none."""
    key = new_rep_key()
    rep_id = rep_id_of_key(key)
    assert parse_rep_id(rep_id) == rep_id == rep_id_of_key(key)
    assert has_key(rep_id)
    assert not has_key(RepId("rep_" + "a" * 20))
    assert rep_id_of_key(new_rep_key()) != rep_id


@pytest.mark.parametrize("key", ["", "short", "A" * 32, "a" * 33, "rep_" + "a" * 28])
def test_what_is_no_key_of_ours_is_nobodys(key: str) -> None:
    """Nothing follows from it."""
    with pytest.raises(IdRejected):
        rep_id_of_key(key)
