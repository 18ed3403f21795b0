"""Who may see a team's figures: who knows the manager's key; on a machine nobody else can reach, whoever sits there.

Flows in: the key, once. Flows out: a cookie that scripts cannot read, good for half a day, that only this key can make.
"""

import hashlib
import hmac
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import StringConstraints

from sparring.errors import ManagersOnly
from sparring.web.accounts import Wired
from sparring.web.forms import Form
from sparring.web.services import Services, services

COOKIE = "sparring_manager"
SIGNED_IN_S = 43_200
_CLOSED = "The team's figures are not open here. The operator sets SPARRING_MANAGER_KEY to let managers in."

router = APIRouter()


class KeyForm(Form):
    """What a manager types."""

    key: Annotated[str, StringConstraints(min_length=1, max_length=400)]


def manager(request: Request) -> None:
    """Let a manager pass. Raises: ManagersOnly."""
    wired = services(request)
    if wired.manager_key is None and wired.alone:
        return
    if wired.manager_key is None:
        raise ManagersOnly(_CLOSED)
    until, _, proof = request.cookies.get(COOKIE, "").partition(".")
    fresh = until.isascii() and until.isdigit() and len(until) < 20 and int(until) > wired.clock.now().timestamp()
    if not fresh or not hmac.compare_digest(proof.encode(), _proof(wired.manager_key, until).encode()):
        raise ManagersOnly("Enter the manager's key to see the team's figures.")


Manager = Annotated[None, Depends(manager)]


@router.post("/api/team/sign-in", status_code=204)
async def sign_in(form: KeyForm, wired: Wired) -> Response:
    """Take the key for a cookie. Raises: ManagersOnly."""
    if wired.manager_key is None:
        raise ManagersOnly(_CLOSED)
    if not hmac.compare_digest(form.key.encode(), wired.manager_key.encode()):
        raise ManagersOnly("That is not the manager's key.")
    response = Response(status_code=204)
    response.set_cookie(
        COOKIE, _ticket(wired), max_age=SIGNED_IN_S, httponly=True, samesite="strict", secure=_https(wired)
    )
    return response


def _ticket(wired: Services) -> str:
    assert wired.manager_key is not None
    until = str(int(wired.clock.now().timestamp()) + SIGNED_IN_S)
    return f"{until}.{_proof(wired.manager_key, until)}"


def _proof(key: str, until: str) -> str:
    return hmac.new(key.encode(), until.encode(), hashlib.sha256).hexdigest()


def _https(wired: Services) -> bool:
    return wired.public_url.startswith("https://")
