"""Homes, visits and lettings as far as a state, made for one scene of the cast."""

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
from properties.forms.given import answers_of
from properties.models import Home, HomeNotice, Let, PropertyCheck
from properties.rules.check import ITEMS
from properties.rules.inputs import GroundOneNotice, PhotoGiven
from properties.services import checks, homes, lets, notices, photos
from properties.services.checks import Visit
from tests.properties.answers import LETTING, WHAT, WHERE, certificate, picture
from tests.web.matrix_landlords import active
from tests.web.personas import Cast

ANSWERS: dict[str, Any] = dict([*WHERE, *WHAT, *LETTING])
LATER = {"gas": {"how": "later"}, "eicr": {"how": "later"}, "epc": {"how": "later"}, "photos": {}}


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


def notice(cast: Cast) -> HomeNotice:
    """A ground 1A notice that the landlord told us of."""
    told = GroundOneNotice(True, cast.at.date() - timedelta(days=20), cast.at.date() + timedelta(days=120))
    home = cast.once(sent)
    notices.tell(landlord_ref=home.landlord.reference, place=home, notice=told, actor=cast.world.owner, at=cast.at)
    return HomeNotice.objects.get()


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
