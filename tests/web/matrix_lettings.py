from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from core.documents.models import Document
from core.documents.rules import kinds
from households.models import Household
from lettings.models import AffordabilityCheck, EarlyRelease, Nomination, Offer, Viewing
from lettings.services import offers, releases
from properties.models import Let
from tests.web.making_homes import ready
from tests.web.matrix import LANDLORDS, RESIDENTS, Expect
from tests.web.personas import Cast
from tests.world import picture

SEE_HOMES = frozenset({"triage", "housing", "landlord_liaison", "inspector", "finance", "manager", "auditor"})
SEE_HOUSEHOLDS = frozenset({"triage", "housing", "landlord_liaison", "manager", "auditor"})
WORK_HOUSEHOLDS = frozenset({"triage", "housing", "manager"})
MATCH = frozenset({"housing", "landlord_liaison", "manager"})
MAKE_OFFERS = frozenset({"housing", "manager"})


def a_let(cast: Cast) -> Let:
    return cast.world.let()


def a_household(cast: Cast) -> Household:
    row = cast.world.household(resident=False)
    Household.objects.filter(pk=row.pk).update(resident_id=cast.user("resident").pk)
    return Household.objects.get(pk=row.pk)


def nominated(upto: str) -> Callable[[Cast], Nomination]:
    """A household put forward, as far as a state."""

    def maker(cast: Cast) -> Nomination:
        return cast.world.nomination(cast.once(a_let), cast.once(a_household), upto=upto)

    return maker


asked, sent, accepted, viewing, offering = (
    nominated(state) for state in ("resident_asked", "sent_to_landlord", "landlord_accepted", "viewing", "offer")
)


def a_viewing(cast: Cast) -> Viewing:
    return cast.once(viewing).viewings.get()


def a_rent_check(cast: Cast) -> AffordabilityCheck:
    return cast.world.rent_check(cast.once(a_let), cast.once(a_household), affordable=None)


def bound(cast: Cast) -> Household:
    """A household that owes rent for its present home for two months more."""
    Household.objects.filter(pk=cast.once(a_household).pk).update(
        existing_liability_ends_on=cast.at.date() + timedelta(days=62)
    )
    return Household.objects.get(pk=cast.once(a_household).pk)


def asks_release(cast: Cast) -> dict[str, Any]:
    return {
        "landlord_name": "Nell Ashby",
        "landlord_address": "1 High Street",
        "tenants": "Ama Field",
        "asked_for": day(cast, 10),
        "told": "on",
    }


def a_release(cast: Cast) -> EarlyRelease:
    return cast.world.release(cast.once(bound))


def agrees_release(cast: Cast) -> dict[str, Any]:
    file = SimpleUploadedFile("reply.jpg", picture(), "image/jpeg")
    return {"released_on": day(cast, 10), "reply": file, "all_party": "on"}


def released(cast: Cast) -> EarlyRelease:
    row, world = cast.once(a_release), cast.world
    file = ready(cast, kinds.EVIDENCE)
    given = {"released_on": row.asked_for, "document_reference": file.reference, "all_party": True}
    return releases.agree(ref=row.reference, seen=row.version, **given, actor=world.housing, at=cast.at)


def drafted(cast: Cast) -> Offer:
    return cast.world.offer(cast.once(offering))


def signed(cast: Cast) -> Offer:
    row = cast.once(drafted)
    return offers.sign_suitability(ref=row.reference, seen=row.version, actor=cast.world.housing, at=cast.at)


def made(cast: Cast) -> Offer:
    row = cast.once(signed)
    row = offers.make(ref=row.reference, seen=row.version, actor=cast.world.housing, at=cast.at)
    assert Document.objects.filter(reference=row.letter_reference).exists()
    return row


def page(maker: Any, who: frozenset[str], **expected: Any) -> Expect:
    return Expect(who, kwargs=lambda cast: {"reference": cast.once(maker).reference}, **expected)


def form(maker: Any, who: frozenset[str], fields: Callable[[Cast], dict[str, Any]], **expected: Any) -> Expect:
    return page(maker, who, sends=lambda cast: {"seen": cast.once(maker).version, **fields(cast)}, **expected)


def day(cast: Cast, days: int) -> str:
    return (cast.at.date() + timedelta(days=days)).isoformat()


OTHERS = {"get_for": {"other_landlord": 404, "other_resident": 404}}
NO = {"wants": "no", "reason": "other", "note": "Not for us"}

ROWS = {
    "lettings_office_list": Expect(SEE_HOMES),
    "lettings_office_shortlist": page(a_let, SEE_HOUSEHOLDS),
    "lettings_office_put_forward": Expect(
        MATCH,
        kwargs=lambda cast: {
            "reference": cast.once(a_let).reference,
            "household": cast.once(a_household).reference,
        },
        sends=lambda cast: {"seen": cast.once(a_let).version, "override_because": ""},
    ),
    "lettings_office_affordability": Expect(
        MATCH,
        kwargs=lambda cast: {
            "reference": cast.once(a_let).reference,
            "household": cast.once(a_household).reference,
        },
        sends=lambda cast: {
            "seen": cast.once(a_household).version,
            "cap_exempt": "none",
            "grace": "no",
            "limited_capability": "no",
            "contributors": "0",
        },
    ),
    "lettings_office_affordability_check": page(a_rent_check, SEE_HOUSEHOLDS),
    "lettings_office_judge_affordability": form(
        a_rent_check, MATCH, lambda cast: {"affordable": "no", "reasons": "Too little is left for food"}
    ),
    "lettings_office_ask_release": form(bound, MAKE_OFFERS, asks_release),
    "lettings_office_exclude": form(
        a_household,
        WORK_HOUSEHOLDS,
        lambda cast: {"landlord": cast.world.landlord().reference, "reason": "Kin of the person she fled from"},
    ),
    "lettings_office_release": page(a_release, SEE_HOUSEHOLDS),
    "lettings_office_release_agreed": form(a_release, MAKE_OFFERS, agrees_release),
    "lettings_office_release_declined": form(a_release, MAKE_OFFERS, lambda cast: {"note": "They want the rent"}),
    "lettings_office_release_letter": page(a_release, SEE_HOUSEHOLDS),
    "lettings_office_release_pdf": page(a_release, SEE_HOUSEHOLDS),
    "lettings_office_release_reply": page(released, SEE_HOUSEHOLDS),
    "lettings_office_nomination": page(asked, SEE_HOUSEHOLDS),
    "lettings_office_resident_answer": form(asked, MATCH, lambda cast: NO),
    "lettings_office_landlord_answer": form(sent, MATCH, lambda cast: NO),
    "lettings_office_extend": form(sent, MATCH, lambda cast: {}),
    "lettings_office_withdraw": form(asked, MATCH, lambda cast: {"note": "They moved away"}),
    "lettings_office_arrange": form(
        accepted,
        MATCH,
        lambda cast: {"day": day(cast, 3), "at_time": "14:30", "where_to_meet": "At the door"},
    ),
    "lettings_office_viewing_outcome": form(a_viewing, MATCH, lambda cast: {"came": "both", "outcome": "proceed"}),
    "lettings_office_draft_offer": form(
        offering,
        MAKE_OFFERS,
        lambda cast: {
            "basis": "ordinary",
            "move_on": day(cast, 7),
            "secured_by_council": "yes",
            "location_reasons": "Near school",
        },
    ),
    "lettings_office_offer": page(drafted, SEE_HOUSEHOLDS),
    "lettings_office_checks": form(
        drafted,
        MAKE_OFFERS,
        lambda cast: {f"answer_{ref}": "pass" for ref in ("a", "b", "c", "d", "e_i", "e_ii", "e_iii", "e_iv", "j")},
    ),
    "lettings_office_sign": form(drafted, MAKE_OFFERS, lambda cast: {}),
    "lettings_office_make_offer": form(signed, MAKE_OFFERS, lambda cast: {"answer_by": day(cast, 5)}),
    "lettings_office_offer_answer": form(made, MAKE_OFFERS, lambda cast: {"accepts": "yes"}),
    "lettings_office_withdraw_offer": form(drafted, MAKE_OFFERS, lambda cast: {"note": "The home is gone"}),
    "lettings_office_offer_letter": page(made, SEE_HOUSEHOLDS),
    "lettings_office_offer_pdf": page(made, SEE_HOUSEHOLDS),
    "lettings_landlord_nomination": page(sent, LANDLORDS, **OTHERS),
    "lettings_landlord_answer": form(sent, LANDLORDS, lambda cast: NO, **OTHERS),
    "lettings_landlord_calendar": Expect(
        LANDLORDS, kwargs=lambda cast: {"reference": cast.once(a_viewing).reference}, **OTHERS
    ),
    "lettings_resident_list": Expect(RESIDENTS),
    "lettings_resident_nomination": page(asked, RESIDENTS, **OTHERS),
    "lettings_resident_answer": form(asked, RESIDENTS, lambda cast: NO, **OTHERS),
    "lettings_resident_offer": page(made, RESIDENTS, **OTHERS),
    "lettings_resident_offer_answer": form(
        made, RESIDENTS, lambda cast: {"accepts": "no", "reasons": "Too far"}, **OTHERS
    ),
    "lettings_resident_offer_pdf": page(made, RESIDENTS, **OTHERS),
    "lettings_resident_calendar": Expect(
        RESIDENTS, kwargs=lambda cast: {"reference": cast.once(a_viewing).reference}, **OTHERS
    ),
}
