"""Which records must be absent for an officer, wherever records of many kinds stand together."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet

from core.access.actor import Actor, Can
from core.accounts.models import User
from core.documents.models import Document
from core.references.models import Record
from deposits.models import Guarantee, Inventory
from households.models import Duty, Household, Placement, Plan, SignatureRequest, StatutoryLetter
from lettings.models import AffordabilityCheck, EarlyRelease, Nomination, Offer, Viewing
from tenancies.models import CheckIn, ProblemReport, Tenancy

Hidden = Iterator[tuple[str, QuerySet]]

TO_HOUSEHOLD: dict[type[Record], str] = {
    AffordabilityCheck: "household",
    CheckIn: "tenancy__nomination__household",
    EarlyRelease: "household",
    Duty: "household",
    Guarantee: "tenancy__nomination__household",
    Inventory: "guarantee__tenancy__nomination__household",
    Nomination: "household",
    Offer: "nomination__household",
    Placement: "household",
    Plan: "household",
    ProblemReport: "household",
    SignatureRequest: "household",
    StatutoryLetter: "household",
    Tenancy: "nomination__household",
    Viewing: "nomination__household",
}
"""Every kind of record that belongs to a household, and the way from it to there."""


def restricted(actor: Actor) -> Hidden:
    """Kind and references of all that belongs to a restricted household whose list this actor is not on."""
    if actor.can(Can.SEE_RESTRICTED):
        return
    others = Household.objects.filter(restricted=True).exclude(restricted_access__officer_id=actor.user_id)
    yield from _belonging_to(others, actor)
    yield from _private(actor)


def casework(actor: Actor) -> Hidden:
    """The same for every household that this actor may not see, restricted or not."""
    if actor.can(Can.SEE_HOUSEHOLDS) and actor.can(Can.SEE_RESTRICTED):
        return
    visible = Household.objects.visible_to(actor).values("pk")
    yield from _belonging_to(Household.objects.exclude(pk__in=visible), actor)
    yield from _private(actor)


def _private(actor: Actor) -> Hidden:
    """Tenancy concerns that are kept from this officer for themselves, whoever's household it is."""
    visible = ProblemReport.objects.visible_to(actor).order_by().values("pk")
    found = ProblemReport.objects.order_by()
    if actor.can(Can.SEE_HOUSEHOLDS):
        found = found.filter(private=True)
    yield ProblemReport.KIND, found.exclude(pk__in=visible).values("reference")


def _belonging_to(households: QuerySet, actor: Actor) -> Hidden:
    inside = households.values("pk")
    references = {Household.KIND: households.values("reference")}
    for model, path in TO_HOUSEHOLD.items():
        references[model.KIND] = model.objects.filter(**{f"{path}__in": inside}).values("reference")
    residents = households.filter(resident__isnull=False).values("resident_id")
    references[User.KIND] = User.objects.filter(pk__in=residents).values("reference")
    of_those = Q()
    for kind, found in references.items():
        of_those |= Q(subject_kind=kind, subject_reference__in=found)
    led = ProblemReport.objects.visible_to(actor).order_by().values("reference")
    yield from (references | {ProblemReport.KIND: references[ProblemReport.KIND].exclude(reference__in=led)}).items()
    yield Document.KIND, Document.objects.filter(of_those).values("reference")
