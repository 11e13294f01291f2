"""Homes, their certificates, visits and lettings. The persona "landlord" owns what the world makes."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import transaction

from core.access.actor import system
from core.documents.models import Document
from core.documents.rules import kinds
from core.documents.services import checking, uploads
from core.journeys.models import Draft
from core.journeys.services import drafts
from core.journeys.typed import mark
from properties.forms.given import answers_of
from properties.models import Home, Let, PropertyCheck
from properties.rules.check import ITEMS
from properties.rules.inputs import PhotoGiven
from properties.services import checks, homes, lets, photos
from properties.services.checks import Visit
from tests.properties.answers import LETTING, WHAT, WHERE, certificate, picture
from tests.web.matrix import EVERYONE, LANDLORDS, Expect
from tests.web.matrix_landlords import active
from tests.web.personas import Cast

SEE_HOMES = frozenset({"triage", "housing", "landlord_liaison", "inspector", "finance", "manager", "auditor"})
VERIFY = CHECK = frozenset({"landlord_liaison", "inspector", "manager"})
PUBLISH = frozenset({"landlord_liaison", "manager"})

ANSWERS: dict[str, Any] = dict([*WHERE, *WHAT, *LETTING])
LATER = {"gas": {"how": "later"}, "eicr": {"how": "later"}, "epc": {"how": "later"}, "photos": {}}
ADVERTISEMENT = {
    "rent": "995",
    "rent_frequency": "monthly",
    "description": "A bright flat near the park. Families are welcome.",
    "viewing_mode": "single",
}
OTHER = {"get_for": {"other_landlord": 404}}


Make = Callable[[Cast], Any]


def sent(cast: Cast) -> Home:
    return cast.world.home(accepted=False)


def fresh(row: Home) -> Home:
    return Home.objects.get(pk=row.pk)


def with_photo(cast: Cast) -> Home:
    """A home whose photo can be opened."""
    row = cast.once(sent)
    document = ready(cast, kinds.PHOTO)
    given = [PhotoGiven(document.reference, "The kitchen")]
    return photos.add(ref=row.reference, given=given, actor=cast.world.owner, at=cast.at)


def ready(cast: Cast, kind: kinds.FileKind) -> Document:
    document = uploads.receive(picture(), kind=kind, actor=cast.world.owner, at=cast.at)
    checking.check(document.pk, actor=system("test"), at=cast.at)
    return Document.objects.get(pk=document.pk)


def asked(cast: Cast) -> Home:
    row = cast.once(sent)
    return homes.ask_for_changes(
        ref=row.reference, seen=row.version, asked="Add the flat’s number.", actor=cast.world.liaison, at=cast.at
    )


def checked(cast: Cast) -> Home:
    """A home whose certificates are verified, with a visit to book."""
    row = cast.once(sent)
    for kind in ("gas", "eicr", "epc"):
        row = cast.world.verify(row, kind)
    return row


def in_order(cast: Cast) -> Home:
    row = cast.once(checked)
    return homes.certificates_in_order(ref=row.reference, seen=row.version, actor=cast.world.liaison, at=cast.at)


def to_book(cast: Cast) -> PropertyCheck:
    return cast.once(in_order).checks.get()


def booked(cast: Cast) -> PropertyCheck:
    row = cast.once(to_book)
    return checks.book(
        ref=row.reference,
        seen=row.version,
        visit_at=cast.at + timedelta(days=1),
        officer_id=cast.world.liaison.user_id or 0,
        actor=cast.world.liaison,
        at=cast.at,
    )


def visited(findings: str, actions: str = "") -> Callable[[Cast], PropertyCheck]:
    def maker(cast: Cast) -> PropertyCheck:
        row = cast.once(booked)
        visit = Visit(
            dict.fromkeys(ITEMS, findings), "As found", actions, cast.at.date() + timedelta(days=9) if actions else None
        )
        return checks.record(ref=row.reference, seen=row.version, visit=visit, actor=cast.world.liaison, at=cast.at)

    return maker


passed, failed, with_work = visited("pass"), visited("fail"), visited("pass", "Fix the gate")


def passed_home(cast: Cast) -> Home:
    return fresh(cast.once(passed).home)


def failed_home(cast: Cast) -> Home:
    return fresh(cast.once(failed).home)


def accepted(cast: Cast) -> Home:
    return cast.world.home()


def offered(cast: Cast) -> Let:
    return cast.world.let(cast.once(accepted), published=False)


def available(cast: Cast) -> Let:
    return cast.world.let(cast.once(accepted))


def let_asked(cast: Cast) -> Let:
    row = cast.once(offered)
    return lets.ask_for_changes(
        ref=row.reference, seen=row.version, asked="Say which floor.", actor=cast.world.liaison, at=cast.at
    )


def held(cast: Cast) -> Let:
    row = cast.once(available)
    return lets.hold(ref=row.reference, seen=row.version, reason="A leak.", actor=cast.world.liaison, at=cast.at)


def draft(kind: str, maker: Callable[[Cast], Home], answers: Callable[[Cast, Home], dict[str, Any]]) -> Any:
    """A questionnaire of the landlord about a home, with these answers."""

    def begun(cast: Cast) -> Draft:
        home = cast.once(maker)
        return drafts.open(
            kind=kind,
            actor=cast.world.owner,
            at=cast.at,
            subject_reference=home.reference,
            answers=answers(cast, home),
        )

    return begun


def a_change(cast: Cast, home: Home) -> dict[str, Any]:
    return {**answers_of(home), "heating": ANSWERS["heating"]}


def a_renewal(cast: Cast, home: Home) -> dict[str, Any]:
    kept = uploads.receive(picture(), kind=kinds.CERTIFICATE, actor=cast.world.owner, at=cast.at)
    on = cast.at.date()
    details = certificate("E9", on - timedelta(days=1), on + timedelta(days=999))
    return {"eicr": {"how": "now", "documents": [kept.reference]}, "eicr-details": details}


def some_photos(cast: Cast, home: Home) -> dict[str, Any]:
    kept = uploads.receive(picture(), kind=kinds.PHOTO, actor=cast.world.owner, at=cast.at)
    return {"photos": {"photos": [kept.reference]}, "photo-words": {kept.reference: "The kitchen"}}


def new_draft(cast: Cast) -> Draft:
    cast.once(active)
    return drafts.open(kind="home", actor=cast.world.owner, at=cast.at, answers={**ANSWERS, **LATER})


def draft_with_photo(cast: Cast) -> dict[str, Any]:
    document = ready(cast, kinds.PHOTO)
    with transaction.atomic():
        uploads.link(document.reference, subject=cast.once(new_draft).subject, actor=cast.world.owner, at=cast.at)
    return {"document": document.reference}


changing, renewing = draft("home_change", asked, a_change), draft("certificate_eicr", sent, a_renewal)
adding_photos = draft("photos", sent, some_photos)


def reference(maker: Callable[[Cast], Any], **more: str) -> Callable[[Cast], dict[str, Any]]:
    return lambda cast: {"reference": cast.once(maker).reference, **more}


def page(maker: Make, who: frozenset[str], **expected: Any) -> Expect:
    return Expect(who, kwargs=reference(maker), **expected)


def form(
    maker: Callable[[Cast], Any], who: frozenset[str], fields: dict[str, Any] | None = None, **more: Any
) -> Expect:
    """A form about one record, as it stands on the screen."""
    return page(maker, who, sends=lambda cast: {"seen": cast.once(maker).version, **(fields or {})}, **more)


def own_form(maker: Make, fields: dict[str, Any] | None = None) -> Expect:
    return form(maker, LANDLORDS, fields, **OTHER)


def check_of(maker: Callable[[Cast], Draft], home: Callable[[Cast], Home], **more: str) -> Expect:
    return Expect(
        LANDLORDS, kwargs=reference(home, **more), sends=lambda cast: {"seen": cast.once(maker).version}, **OTHER
    )


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
        **OTHER,
    ),
    "properties_landlord_add_check": Expect(
        LANDLORDS, sends=lambda cast: {"seen": cast.once(new_draft).version}, **OTHER
    ),
    "properties_landlord_add_again": Expect(
        LANDLORDS, kwargs=lambda cast: cast.once(new_draft) and {}, sends=lambda cast: {"sure": "yes"}, **OTHER
    ),
    "properties_landlord_draft_photo": Expect(LANDLORDS, kwargs=lambda cast: cast.once(draft_with_photo), **OTHER),
    "properties_landlord_added": page(sent, LANDLORDS, **OTHER),
    "properties_landlord_archive": own_form(sent),
    "properties_landlord_offer": page(accepted, LANDLORDS, sends=advertisement(accepted, given="no"), **OTHER),
    "properties_landlord_visit": own_form(failed_home),
    "properties_landlord_file": Expect(LANDLORDS, kwargs=photo, **OTHER),
    "properties_landlord_photo_remove": Expect(
        LANDLORDS, kwargs=photo, sends=lambda cast: {"seen": cast.once(with_photo).version}, **OTHER
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
        **OTHER,
    ),
    "properties_landlord_change_check": check_of(changing, asked),
    "properties_landlord_more_photos": page(sent, LANDLORDS, get=302, **OTHER),
    "properties_landlord_more_photos_step": Expect(
        LANDLORDS,
        kwargs=reference(sent, slug="photos"),
        sends=lambda cast: {"files": [picture()], "seen": ""},
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
    "properties_landlord_let_change": page(let_asked, LANDLORDS, sends=advertisement(let_asked), **OTHER),
    "properties_landlord_let_withdraw": own_form(offered),
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
