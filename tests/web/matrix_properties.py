"""Homes, their certificates, visits and lettings. The persona "landlord" owns what the world makes."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from core.journeys.typed import mark
from properties.rules.check import ITEMS
from tests.properties.answers import WHERE, picture
from tests.web.making_homes import (
    ANSWERS,
    Make,
    accepted,
    adding_photos,
    asked,
    available,
    booked,
    changing,
    checked,
    draft_with_photo,
    failed_home,
    held,
    let_asked,
    new_draft,
    notice,
    offered,
    passed_home,
    renewing,
    sent,
    to_book,
    with_photo,
    with_work,
)
from tests.web.matrix import EVERYONE, LANDLORDS, Expect
from tests.web.matrix_landlords import active
from tests.web.personas import Cast

SEE_HOMES = frozenset({"triage", "housing", "landlord_liaison", "inspector", "finance", "manager", "auditor"})
VERIFY = CHECK = frozenset({"landlord_liaison", "inspector", "manager"})
PUBLISH = frozenset({"landlord_liaison", "manager"})

ADVERTISEMENT = {
    "rent": "995",
    "rent_frequency": "monthly",
    "description": "A bright flat near the park. Families are welcome.",
    "viewing_mode": "single",
}
OTHER = {"get_for": {"other_landlord": 404}}


def reference(maker: Callable[[Cast], Any], **more: str) -> Callable[[Cast], dict[str, Any]]:
    return lambda cast: {"reference": cast.once(maker).reference, **more}


def page(maker: Make, who: frozenset[str], **expected: Any) -> Expect:
    return Expect(who, kwargs=reference(maker), **expected)


def form(
    maker: Callable[[Cast], Any],
    who: frozenset[str],
    fields: dict[str, Any] | Callable[[Cast], dict[str, Any]] | None = None,
    **more: Any,
) -> Expect:
    """A form about one record, as it stands on the screen."""

    def sends(cast: Cast) -> dict[str, Any]:
        typed = fields(cast) if callable(fields) else fields or {}
        return {"seen": cast.once(maker).version, **typed}

    return page(maker, who, sends=sends, **more)


def own_form(maker: Make, fields: dict[str, Any] | None = None) -> Expect:
    return form(maker, LANDLORDS, fields, **OTHER)


def check_of(maker: Make, home: Make, behind: int = 302, **more: str) -> Expect:
    """Check your answers about a home. Once they are sent there is nothing left to send."""

    def sends(cast: Cast) -> dict[str, int]:
        return {"seen": cast.once(maker).version}

    return Expect(LANDLORDS, kwargs=reference(home, **more), sends=sends, behind=behind, **OTHER)


def photo(cast: Cast) -> dict[str, Any]:
    home = cast.once(with_photo)
    return {"reference": home.reference, "document": home.photos.get().document_reference}


def day(name: str, days: int) -> Callable[[Cast], dict[str, str]]:
    def typed(cast: Cast) -> dict[str, str]:
        on = cast.at.date() + timedelta(days=days)
        return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}

    return typed


def advertisement(maker: Callable[[Cast], Any], **more: str) -> Callable[[Cast], dict[str, Any]]:
    return lambda cast: {
        "seen": cast.once(maker).version,
        **ADVERTISEMENT,
        **day("available_from", 5)(cast),
        **more,
    }


LANDLORD = {
    "properties_landlord_list": Expect(
        LANDLORDS, get_for={"other_landlord": 302}, kwargs=lambda cast: cast.once(sent) and {}
    ),
    "properties_landlord_add": Expect(
        LANDLORDS, get_for={"other_landlord": 302}, kwargs=lambda cast: cast.once(active) and {}
    ),
    "properties_landlord_add_resume": Expect(LANDLORDS, get=302, kwargs=lambda cast: cast.once(active) and {}, **OTHER),
    "properties_landlord_add_step": Expect(
        LANDLORDS,
        kwargs=lambda cast: cast.once(active) and {"slug": "address"},
        sends=lambda cast: {**WHERE[0][1], "seen": ""},
        behind=302,
        **OTHER,
    ),
    "properties_landlord_add_check": Expect(
        LANDLORDS, sends=lambda cast: {"seen": cast.once(new_draft).version}, behind=302, **OTHER
    ),
    "properties_landlord_add_again": Expect(
        LANDLORDS, kwargs=lambda cast: cast.once(new_draft) and {}, sends=lambda cast: {"sure": "yes"}, **OTHER
    ),
    "properties_landlord_draft_photo": Expect(LANDLORDS, kwargs=lambda cast: cast.once(draft_with_photo), **OTHER),
    "properties_landlord_added": page(sent, LANDLORDS, **OTHER),
    "properties_landlord_archive": own_form(sent),
    "properties_landlord_offer": page(
        accepted, LANDLORDS, sends=advertisement(accepted, given="no"), behind=200, **OTHER
    ),
    "properties_landlord_visit": own_form(failed_home),
    "properties_landlord_file": Expect(LANDLORDS, kwargs=photo, **OTHER),
    "properties_landlord_photo_remove": Expect(
        LANDLORDS, kwargs=photo, sends=lambda cast: {"seen": cast.once(with_photo).version}, behind=404, **OTHER
    ),
    "properties_landlord_change": page(asked, LANDLORDS, get=302, **OTHER),
    "properties_landlord_change_step": Expect(
        LANDLORDS,
        kwargs=reference(asked, slug="address"),
        sends=lambda cast: {
            "seen": mark(cast.once(changing).answers["address"]),
            **ANSWERS["address"],
            "address": "Flat 2, 12 Orchard Street",
        },
        behind=302,
        **OTHER,
    ),
    "properties_landlord_change_check": check_of(changing, asked, behind=404),
    "properties_landlord_more_photos": page(sent, LANDLORDS, get=302, **OTHER),
    "properties_landlord_more_photos_step": Expect(
        LANDLORDS,
        kwargs=reference(sent, slug="photos"),
        sends=lambda cast: {"files": [picture()], "seen": ""},
        behind=200,  # the file was read by the first form, so the second brings an empty one
        **OTHER,
    ),
    "properties_landlord_more_photos_check": check_of(adding_photos, sent),
    "properties_landlord_renew": Expect(LANDLORDS, get=302, kwargs=reference(sent, kind="eicr"), **OTHER),
    "properties_landlord_renew_step": Expect(
        LANDLORDS,
        kwargs=reference(sent, kind="eicr", slug="eicr"),
        sends=lambda cast: {"how": "now", "file": picture(), "seen": ""},
        **OTHER,
    ),
    "properties_landlord_renew_check": check_of(renewing, sent, kind="eicr"),
    "properties_landlord_let": page(offered, LANDLORDS, **OTHER),
    "properties_landlord_let_change": page(let_asked, LANDLORDS, sends=advertisement(let_asked), behind=404, **OTHER),
    "lettings_landlord_take_off": own_form(offered),
    "workspaces_landlord_property": page(sent, LANDLORDS, **OTHER),
}

OFFICE = {
    "properties_office_list": Expect(SEE_HOMES, kwargs=lambda cast: cast.once(sent) and {}),
    "properties_office_file": Expect(SEE_HOMES, kwargs=photo),
    "properties_office_certificate": Expect(
        VERIFY,
        kwargs=reference(sent, kind="gas"),
        sends=lambda cast: {"seen": cast.once(sent).version, "decision": "verify"},
    ),
    "properties_office_in_order": form(checked, VERIFY),
    "properties_office_ask": form(sent, VERIFY, {"asked": "Add the flat’s number."}),
    "properties_office_ask_visit": form(failed_home, CHECK),
    "properties_office_accept": form(passed_home, PUBLISH),
    "properties_office_prohibition": form(sent, CHECK, {"in_force": "yes", "note": "Order of 20 November"}),
    "properties_office_notice_record": form(
        sent, PUBLISH, lambda cast: {**day("served_on", -20)(cast), **day("specified_on", 120)(cast), "note": "Seen."}
    ),
    "properties_office_notice": page(notice, SEE_HOMES),
    "properties_office_notice_settle": form(notice, PUBLISH, {"outcome": "set_aside", "note": "Seen."}),
    "properties_office_book": page(
        to_book,
        CHECK,
        sends=lambda cast: {
            "seen": cast.once(to_book).version,
            **day("visit_on", 3)(cast),
            "visit_time": "14:30",
            "officer_id": cast.world.liaison.user_id,
        },
    ),
    "properties_office_visit": form(booked, CHECK, {**dict.fromkeys(ITEMS, "pass"), "suspected_category_1": "no"}),
    "properties_office_no_access": form(booked, CHECK, {"note": "I rang twice."}),
    "properties_office_actions_done": form(with_work, CHECK, {"note": "Photo of the gate."}),
    "properties_office_let_publish": form(offered, PUBLISH),
    "properties_office_let_ask": form(offered, PUBLISH, {"asked": "Say which floor."}),
    "properties_office_let_hold": form(available, PUBLISH, {"reason": "A leak."}),
    "properties_office_let_end_hold": form(held, PUBLISH),
    "workspaces_office_home": page(sent, SEE_HOMES),
    "workspaces_office_let": page(offered, SEE_HOMES),
}

PUBLIC = {
    "properties_public_list": Expect(EVERYONE, kwargs=lambda cast: cast.once(available) and {}),
    "properties_public_let": page(available, EVERYONE),
}

ROWS = {**LANDLORD, **OFFICE, **PUBLIC}
