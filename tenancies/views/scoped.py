"""The tenancy that an address names, for whoever asks: another person's does not exist."""

from django.shortcuts import get_object_or_404

from core.access.actor import Actor
from core.documents.models import Document
from tenancies import letters
from tenancies.models import Tenancy

RELATED = ("nomination__let__home__landlord__officer", "nomination__household__lead_officer")


def tenancy(actor: Actor, reference: str) -> Tenancy:
    return get_object_or_404(Tenancy.objects.visible_to(actor).select_related(*RELATED), reference=reference)


def sheet(row: Tenancy, document: str, *purposes: str) -> Document:
    """A facts sheet of this tenancy, if it is one that this door opens."""
    return get_object_or_404(Document.objects.about(row.subject).filter(purpose__in=purposes), reference=document)


FOR_LANDLORD = (letters.LANDLORD_TEMPLATE,)
FOR_RESIDENT = (letters.TENANT_TEMPLATE,)
FOR_OFFICE = (letters.LANDLORD_TEMPLATE, letters.TENANT_TEMPLATE)
