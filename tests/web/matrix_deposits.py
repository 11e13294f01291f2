from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from core.accounts.models import User
from deposits.models import Guarantee, SchemeApplication
from deposits.services import applications, keys
from lettings.models import Nomination
from lettings.services import offers
from properties.models import Home
from tenancies.models import Tenancy
from tests.web.matrix import EVERYONE, LANDLORDS, Expect
from tests.web.matrix_lettings import OTHERS, SEE_HOMES, form, made, offering, page
from tests.web.personas import Cast
from tests.world import picture

SEE_GUARANTEES = SEE_HOMES
RECOMMEND = frozenset({"landlord_liaison"})
APPROVE = frozenset({"finance", "manager"})
MANAGERS = frozenset({"manager"})
START = frozenset({"housing", "landlord_liaison", "manager"})
CHECKED = {"written_statement": "on", "alarms_tested": "on"}


def a_home(cast: Cast) -> Home:
    return cast.world.home()


def applied(upto: str) -> Callable[[Cast], SchemeApplication]:
    def maker(cast: Cast) -> SchemeApplication:
        return cast.world.application(cast.once(a_home), upto=upto)

    return maker


submitted, recommended, approved = (applied(state) for state in ("submitted", "recommended", "approved"))


def within_limit(cast: Cast) -> SchemeApplication:
    """Recommended, and the two who may approve have limits above it."""
    holders = [cast.user("finance").pk, cast.user("manager").pk]
    User.objects.filter(pk__in=holders).update(approval_limit_pence=1_000_000)
    return cast.once(recommended)


def questioned(cast: Cast) -> SchemeApplication:
    row = cast.once(submitted)
    return applications.ask_for_more(
        ref=row.reference, seen=row.version, question="Who lives there now?", actor=cast.world.liaison, at=cast.at
    )


def accepted(cast: Cast) -> Nomination:
    row = cast.once(made)
    offers.accept(ref=row.reference, seen=row.version, actor=cast.world.housing, at=cast.at)
    return Nomination.objects.get(pk=cast.once(offering).pk)


def handed_over(cast: Cast) -> tuple[Tenancy, Guarantee | None]:
    row = cast.once(accepted)
    cast.world.application(row.let.home, upto="offer_signed")
    return keys.hand_over(
        nomination_ref=row.reference,
        seen=row.version,
        started_on=cast.at.date(),
        checks={"written_statement": True, "alarms_tested": True},
        actor=cast.world.housing,
        at=cast.at,
    )


def in_force(cast: Cast) -> Any:
    return cast.once(handed_over)[1]


def a_tenancy(cast: Cast) -> Tenancy:
    return cast.once(handed_over)[0]


def inventory(cast: Cast) -> dict[str, Any]:
    return {
        "made_on": cast.at.date().isoformat(),
        "landlord_signed_as": "Rosa Quill",
        "tenant_signed_as": "Ama Field",
        "photo": SimpleUploadedFile("hall.jpg", picture(), "image/jpeg"),
        "photo_shows": "The hall",
    }


ROWS = {
    "deposits_office_list": Expect(SEE_GUARANTEES),
    "deposits_office_application": page(submitted, SEE_GUARANTEES),
    "deposits_office_recommend": form(submitted, RECOMMEND, lambda cast: {"note": "A good home"}),
    "deposits_office_approve": form(within_limit, APPROVE, lambda cast: {}),
    "deposits_office_ask": form(submitted, RECOMMEND, lambda cast: {"question": "Who lives there now?"}),
    "deposits_office_refuse": form(submitted, RECOMMEND, lambda cast: {"note": "The rent is too high"}),
    "deposits_office_guarantee": page(in_force, SEE_GUARANTEES),
    "deposits_office_inventory": form(in_force, START, inventory),
    "deposits_office_void": form(in_force, MANAGERS, lambda cast: {"reason": "The home had one already."}),
    "deposits_office_certificate": page(in_force, SEE_GUARANTEES),
    "deposits_office_certificate_pdf": page(in_force, SEE_GUARANTEES),
    "deposits_office_keys": form(accepted, START, lambda cast: {"started_on": cast.at.date().isoformat(), **CHECKED}),
    "deposits_landlord_list": Expect(LANDLORDS),
    "deposits_landlord_apply": Expect(
        LANDLORDS,
        kwargs=lambda cast: {"home": cast.once(a_home).reference},
        sends=lambda cast: {"seen": cast.once(a_home).version},
        **OTHERS,
    ),
    "deposits_landlord_application": page(submitted, LANDLORDS, **OTHERS),
    "deposits_landlord_answer": form(questioned, LANDLORDS, lambda cast: {"answer": "Nobody"}, **OTHERS),
    "deposits_landlord_sign": form(
        approved, LANDLORDS, lambda cast: {"signed_name": "Rosa Quill", "agreed": "on"}, **OTHERS
    ),
    "deposits_landlord_guarantee": page(in_force, LANDLORDS, **OTHERS),
    "deposits_landlord_certificate": page(in_force, LANDLORDS, **OTHERS),
    "deposits_landlord_certificate_pdf": page(in_force, LANDLORDS, **OTHERS),
    "deposits_public_verify": Expect(
        EVERYONE,
        sends=lambda cast: {"code": "CDFG-2346-HJKM-79NP"},
        post=200,
        again="it only answers a question: nothing is done",
    ),
}
