"""Who asks: a rep is whoever has their key, in a cookie that scripts cannot read. On a laptop nobody logs in.

The rep's id follows from the key and not the other way round: managers are told ids, in links and in exports.

Behind a log-in that names who is signed in, a rep is that person, in whichever browser.
"""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from pydantic import StringConstraints

from sparring.errors import IdRejected, NotYours
from sparring.ids import RepId, has_key, new_rep_key, parse_rep_id, rep_id_from, rep_id_of_key
from sparring.ports import RepAccount
from sparring.web.forms import Form
from sparring.web.services import Services, services

COOKIE = "sparring_rep"
_YEAR_S = 31_536_000

router = APIRouter()


def known_rep(request: Request) -> RepId:
    """The rep behind a request. Raises: NotYours when nobody is signed in, or there is no cookie of ours."""
    wired = services(request)
    if wired.log_in is not None:
        return rep_id_from(f"{wired.tenant} {wired.log_in.who(request)}")
    try:
        return _holder(request.cookies.get(COOKIE, ""))
    except IdRejected:
        raise NotYours("Open the start page first, so that Sparring knows whose calls these are.") from None


def _holder(cookie: str) -> RepId:
    """Of a key; or of a bare id, as cookies held it before there were keys. Raises: IdRejected."""
    if not cookie.startswith("rep_"):
        return rep_id_of_key(cookie)
    rep_id = parse_rep_id(cookie)
    if has_key(rep_id):
        raise IdRejected("This rep has a key.")
    return rep_id


Rep = Annotated[RepId, Depends(known_rep)]
Wired = Annotated[Services, Depends(services)]


class AccountForm(Form):
    """What a rep may tell about themselves. Reports are mailed to this address and to no other."""

    name: Annotated[str, StringConstraints(max_length=80, pattern=r"^[^\x00-\x1f\x7f<>]*$")]
    email: Annotated[str, StringConstraints(max_length=200, pattern=r"^$|^[^\s@<>,;\"]+@[^\s@<>,;\"]+$")]


class CodeForm(Form):
    """What a rep read in another browser."""

    code: Annotated[str, StringConstraints(min_length=1, max_length=40)]


@router.get("/api/me")
async def me(request: Request, response: Response, wired: Wired) -> dict[str, Any]:
    """Who I am here; the first visit makes an account."""
    cookie = request.cookies.get(COOKIE, "")
    try:
        rep_id = known_rep(request)
    except NotYours:
        if wired.log_in is not None:
            raise
        cookie = new_rep_key()
        rep_id = rep_id_of_key(cookie)
    account = await wired.results.get_rep(rep_id) or RepAccount(rep_id=rep_id, name="", email=None)
    if wired.log_in is None:
        _keep(cookie, response, wired)
    return _told(account, wired)


@router.put("/api/me")
async def put_me(form: AccountForm, rep_id: Rep, wired: Wired) -> dict[str, Any]:
    """Change name and address."""
    account = RepAccount(rep_id=rep_id, name=form.name, email=form.email or None)
    await wired.results.put_rep(account)
    await wired.results.join_team(rep_id, tenant_id=wired.tenant, location_id=wired.location)
    return _told(account, wired)


@router.post("/api/me/code")
async def code_for_another_browser(request: Request, _: Rep, wired: Wired) -> dict[str, str]:
    """To be typed there. Raises: NotYours, too, for whoever is signed in and needs none."""
    _refuse_if_signed_in(wired)
    return {"code": wired.codes.issue(request.cookies[COOKIE])}


@router.post("/api/me/browser")
async def come_along(form: CodeForm, response: Response, wired: Wired) -> dict[str, Any]:
    """This browser is that rep's from now on. Raises: NotYours."""
    _refuse_if_signed_in(wired)
    cookie = wired.codes.redeem(form.code)
    rep_id = _holder(cookie)
    _keep(cookie, response, wired)
    return _told(await wired.results.get_rep(rep_id) or RepAccount(rep_id=rep_id, name="", email=None), wired)


def _refuse_if_signed_in(wired: Services) -> None:
    if wired.log_in is not None:
        raise NotYours("Whoever signs in is known in every browser, and needs no code.")


def _keep(cookie: str, response: Response, wired: Services) -> None:
    secure = wired.public_url.startswith("https://")
    response.set_cookie(COOKIE, cookie, max_age=_YEAR_S, httponly=True, samesite="strict", secure=secure)


def _told(account: RepAccount, wired: Services) -> dict[str, Any]:
    """`signed_in`: a log-in before us says who it is, in every browser."""
    signed_in = wired.log_in is not None
    return {"rep_id": account.rep_id, "name": account.name, "email": account.email or "", "signed_in": signed_in}
