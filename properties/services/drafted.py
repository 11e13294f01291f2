"""What a finished questionnaire becomes: the draft goes in the transaction that makes fact of it."""

from datetime import datetime

from django.db import transaction

from core.access.actor import Actor
from core.journeys.services import drafts
from properties.forms import given
from properties.journeys import CHANGE, MORE_PHOTOS, NEW_HOME, RENEWALS
from properties.models import Home
from properties.rules.certificate import CertificateKind
from properties.services import certificates, homes, photos


@transaction.atomic
def add_draft(*, draft_ref: str, seen: int, landlord_ref: str, actor: Actor, at: datetime) -> Home:
    """Add the home of a finished questionnaire. Its files move from the draft to the home."""
    answers = drafts.finish(ref=draft_ref, journey=NEW_HOME, seen=seen, actor=actor, at=at)
    return homes.add(landlord_ref=landlord_ref, given=given.to_home(answers), actor=actor, at=at)


@transaction.atomic
def change_draft(*, ref: str, home_seen: int, draft_ref: str, seen: int, actor: Actor, at: datetime) -> Home:
    """Change a home as its landlord answered, and send it again."""
    answers = drafts.finish(ref=draft_ref, journey=CHANGE, seen=seen, actor=actor, at=at)
    return homes.change(ref=ref, seen=home_seen, given=given.to_home(answers), actor=actor, at=at)


@transaction.atomic
def renew_draft(*, ref: str, kind: str, draft_ref: str, seen: int, actor: Actor, at: datetime) -> Home:
    """Give a home the certificate of a finished questionnaire."""
    answers = drafts.finish(ref=draft_ref, journey=RENEWALS[kind], seen=seen, actor=actor, at=at)
    certificate = given.to_certificate(CertificateKind(kind), answers)
    return certificates.replace(ref=ref, given=certificate, actor=actor, at=at)


@transaction.atomic
def add_photos_draft(*, ref: str, draft_ref: str, seen: int, actor: Actor, at: datetime) -> Home:
    """Add the photos of a finished questionnaire to a home."""
    answers = drafts.finish(ref=draft_ref, journey=MORE_PHOTOS, seen=seen, actor=actor, at=at)
    return photos.add(ref=ref, given=given.to_photos(answers), actor=actor, at=at)
