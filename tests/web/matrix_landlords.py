from typing import Any

from landlords import services
from landlords.models import Landlord
from landlords.rules.enquiry import Enquiry
from landlords.rules.landlord import SuspensionReason
from landlords.services import enquiries
from tests.web.matrix import EVERYONE, LANDLORDS, Expect
from tests.web.personas import Cast

SEE_LANDLORDS = frozenset({"triage", "housing", "landlord_liaison", "inspector", "finance", "manager", "auditor"})
CHECK_LANDLORDS = frozenset({"landlord_liaison", "manager"})
SUSPEND_LANDLORDS = frozenset({"manager"})


def waiting(cast: Cast) -> Landlord:
    return cast.world.landlord(active=False)


def asked(cast: Cast) -> Landlord:
    row = waiting(cast)
    question = "Which homes do you own?"
    return services.ask_for_more(
        ref=row.reference, seen=row.version, question=question, actor=cast.world.liaison, at=cast.at
    )


def active(cast: Cast) -> Landlord:
    return cast.world.landlord()


def wants_to_meet(cast: Cast) -> Landlord:
    row = active(cast)
    return services.ask_to_meet(
        ref=row.reference, seen=row.version, where="council", when="Mondays", actor=cast.actor("landlord"), at=cast.at
    )


def suspended(cast: Cast) -> Landlord:
    row = active(cast)
    return services.suspend(
        ref=row.reference,
        seen=row.version,
        reason=next(iter(SuspensionReason)),
        note="Under investigation.",
        actor=cast.world.manager,
        at=cast.at,
    )


def enquired(cast: Cast) -> Landlord:
    said = Enquiry("Nina Hale", "+441632960123", "Two flats.", "nina@example.com")
    return enquiries.record(enquiry=said, actor=cast.world.liaison, at=cast.at)


def parked(cast: Cast) -> Landlord:
    row = enquired(cast)
    return services.park(ref=row.reference, seen=row.version, note="Not now.", actor=cast.world.liaison, at=cast.at)


def on_screen(cast: Cast, maker: Any, **more: Any) -> dict[str, Any]:
    return {"seen": cast.once(maker).version, **more}


def acting_on(maker: Any, who: frozenset[str], **fields: Any) -> Expect:
    """A button of the office on one landlord."""
    return Expect(
        who,
        kwargs=lambda cast: {"reference": cast.once(maker).reference},
        sends=lambda cast: on_screen(cast, maker, **fields),
    )


ROWS = {
    "landlords_landlord_register": Expect(LANDLORDS),
    "landlords_landlord_register_step": Expect(
        LANDLORDS,
        kwargs=lambda cast: {"slug": "type"},
        sends=lambda cast: {"landlord_type": "individual", "mark": ""},
    ),
    "landlords_landlord_register_check": Expect(LANDLORDS, get=302, sends=lambda cast: {"seen": 1}, behind=302),
    "landlords_landlord_registered": Expect(
        LANDLORDS, get_for={"other_landlord": 404}, kwargs=lambda cast: cast.once(waiting) and {}
    ),
    "landlords_landlord_details": Expect(
        LANDLORDS, get_for={"other_landlord": 302}, kwargs=lambda cast: cast.once(active) and {}
    ),
    "landlords_landlord_answer": Expect(
        LANDLORDS,
        get_for={"other_landlord": 404},
        sends=lambda cast: on_screen(cast, asked, answer="Two flats in Dartford."),
    ),
    "landlords_landlord_meet": Expect(
        LANDLORDS,
        get_for={"other_landlord": 404},
        sends=lambda cast: on_screen(cast, active, where="home", when="Tuesdays after 5pm"),
    ),
    "landlords_office_list": Expect(SEE_LANDLORDS),
    "landlords_public_invitation": Expect(EVERYONE, get=404, kwargs=lambda cast: {"token": "no-such-token"}),
    "landlords_office_enquiry": Expect(
        CHECK_LANDLORDS,
        sends=lambda cast: {
            "name": "Bea Newcomer",
            "telephone": "01632 960125",
            "landlord_type": "individual",
            "said": "A house in Dartford.",
        },
    ),
    "landlords_office_invite": acting_on(enquired, CHECK_LANDLORDS, email="nina@example.com"),
    "landlords_office_reopen": acting_on(parked, CHECK_LANDLORDS, note="He rang again."),
    "landlords_office_activate": acting_on(waiting, CHECK_LANDLORDS),
    "landlords_office_recommend": acting_on(waiting, CHECK_LANDLORDS, note="A slip long ago."),
    "landlords_office_ask": acting_on(waiting, CHECK_LANDLORDS, question="Which homes?"),
    "landlords_office_meeting": acting_on(wants_to_meet, CHECK_LANDLORDS, note="Tuesday at 10, at the council."),
    "landlords_office_park": acting_on(waiting, CHECK_LANDLORDS, note="No answer."),
    "landlords_office_suspend": acting_on(
        active, SUSPEND_LANDLORDS, note="A complaint.", reason=next(iter(SuspensionReason)).value
    ),
    "landlords_office_reinstate": acting_on(suspended, SUSPEND_LANDLORDS, note="Cleared."),
}
