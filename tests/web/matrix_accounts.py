from typing import Any

from core.access.actor import Actor, Can, Kind
from core.accounts.models import Invitation, User
from core.accounts.services import staff
from tests.web.client import officer
from tests.web.matrix import EVERYONE, SIGNED_IN, Expect
from tests.web.personas import Cast

ADMINISTRATORS = frozenset({"administrator"})
SET_UP = Actor(kind=Kind.OFFICER, name="Set-up", capabilities=frozenset({Can.MANAGE_STAFF}))


def an_invitation(cast: Cast) -> Invitation:
    return staff.invite(email="new@example.com", name="New Person", held=["triage"], actor=SET_UP, at=cast.at)


def a_colleague(cast: Cast) -> User:
    return officer("triage", cast.at, email="colleague@example.com")


def a_former_colleague(cast: Cast) -> User:
    user = officer("triage", cast.at, email="former@example.com")
    return staff.close_account(ref=user.reference, seen=None, actor=SET_UP, at=cast.at)


def colleague(cast: Cast) -> dict[str, Any]:
    return {"ref": cast.once(a_colleague).reference}


def seen_colleague(cast: Cast) -> dict[str, Any]:
    return {"seen": cast.once(a_colleague).version}


ROWS = {
    "accounts_office_staff": Expect(ADMINISTRATORS),
    "accounts_office_invite": Expect(
        ADMINISTRATORS,
        sends=lambda cast: {"name": "Bea Newcomer", "email": "bea@example.com", "roles": ["housing", "auditor"]},
    ),
    "accounts_office_revoke": Expect(
        ADMINISTRATORS,
        get=405,
        kwargs=lambda cast: {"ref": cast.once(an_invitation).reference},
        sends=lambda cast: {"seen": cast.once(an_invitation).version},
    ),
    "accounts_office_member": Expect(
        ADMINISTRATORS,
        kwargs=colleague,
        sends=lambda cast: {"roles": ["finance"], "approval_limit": "1,500", **seen_colleague(cast)},
    ),
    "accounts_office_close": Expect(ADMINISTRATORS, get=405, kwargs=colleague, sends=seen_colleague),
    "accounts_office_reopen": Expect(
        ADMINISTRATORS,
        get=405,
        kwargs=lambda cast: {"ref": cast.once(a_former_colleague).reference},
        sends=lambda cast: {"seen": cast.once(a_former_colleague).version},
    ),
    "accounts_office_reset": Expect(ADMINISTRATORS, get=405, kwargs=colleague, sends=seen_colleague),
    "accounts_add_passkey": Expect(SIGNED_IN),
    "accounts_second_step": Expect(SIGNED_IN),
    "accounts_set_up_app": Expect(SIGNED_IN),
    "accounts_public_sign_in_again": Expect(EVERYONE, get=302),
    "accounts_public_invitation": Expect(EVERYONE, get=404, kwargs=lambda cast: {"token": "no-such-token"}),
    "demonstration": Expect(EVERYONE, get=404),
}
