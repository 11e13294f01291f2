"""The only writers of a home's photos: added and removed by the landlord, public while the home is available."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Max

from core.access.actor import Actor
from core.audit import services as audit
from core.documents.models import Document
from core.documents.services import publish, uploads
from core.errors import DomainError, NotFound
from properties import policies
from properties.models import Home, Photo
from properties.rules.home import MOST_PHOTOS
from properties.rules.inputs import PhotoGiven
from properties.rules.let import LetState


def place(home: Home, given: Sequence[PhotoGiven], *, actor: Actor, at: datetime) -> None:
    """Put photos after those that the home has, inside the caller's transaction.

    Raises DomainError beyond 20 photos.
    """
    held = home.photos.aggregate(photos=Count("pk"), last=Max("position", default=-1))
    if held["photos"] + len(given) > MOST_PHOTOS:
        raise DomainError(f"A home can have up to {MOST_PHOTOS} photos. Take some out first.", field="files")
    for position, photo in enumerate(given, start=held["last"] + 1):
        Photo.objects.create(home=home, document_reference=photo.document_reference, alt=photo.alt, position=position)
        uploads.link(photo.document_reference, subject=home.subject, actor=actor, at=at)


@transaction.atomic
def add(*, ref: str, given: Sequence[PhotoGiven], actor: Actor, at: datetime) -> Home:
    """A landlord adds photos to a home that we know already."""
    home = Home.objects.select_related("landlord").lock(ref)
    policies.may_change(actor, home).require()
    place(home, given, actor=actor, at=at)
    audit.record(
        actor=actor,
        action="home.add_photos",
        summary="Photos added",
        subject=home.subject,
        at=at,
        after={"photos": [photo.document_reference for photo in given]},
    )
    return home.write()


@transaction.atomic
def remove(*, ref: str, seen: int, document: str, actor: Actor, at: datetime) -> Home:
    """A landlord takes a photo away. It leaves the public page as well."""
    home = Home.objects.select_related("landlord").lock(ref, seen=seen)
    policies.may_change(actor, home).require()
    photo = home.photos.filter(document_reference=document).first()
    if photo is None:
        raise NotFound("This photo is not there any more.")
    photo.delete()
    uploads.unlink(document, subject=home.subject, actor=actor, at=at)
    audit.record(
        actor=actor,
        action="home.remove_photo",
        summary="Photo removed",
        subject=home.subject,
        at=at,
        before={"photos": [photo.alt, document]},
    )
    return home.write()


def follow(home: Home, *, actor: Actor, at: datetime) -> None:
    """Show the home's photos to everyone while it is available, and take them back when it is not.

    Inside the caller's transaction. A photo that is still being checked is shown by the next sweep.
    """
    available = home.lets.filter(state=LetState.AVAILABLE).exists()
    references = home.photos.values_list("document_reference", flat=True)
    for document in Document.objects.filter(reference__in=list(references)).order_by("pk"):
        if available and document.is_ready and document.is_picture:
            publish.publish(document.reference, actor=actor, at=at)
        elif not available and document.published_at is not None:
            publish.withdraw(document.reference, actor=actor, at=at)


@transaction.atomic
def settle(*, home_id: int, actor: Actor, at: datetime) -> None:
    """Bring one home's public photos in line with its let. Safe to run twice."""
    home = Home.objects.select_for_update(of=("self",)).get(pk=home_id)
    follow(home, actor=actor, at=at)
