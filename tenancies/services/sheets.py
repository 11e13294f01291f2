"""The facts sheets for direct payment: the tenant's from the first day, the landlord's from the arrears."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor
from core.audit import services as audit
from core.deadlines import services as deadlines
from core.documents.letter import Letter
from core.documents.models import Document
from core.documents.services import letters as documents
from core.errors import DomainError
from tenancies import letters, policies
from tenancies.models import Tenancy
from tenancies.rules.direct_payment import TWO_MONTHS, Reason
from tenancies.selectors import rents

RELATED = ("nomination__let__home__landlord", "nomination__household")
CHECK = "direct_payment"


@transaction.atomic
def for_tenant(*, ref: str, seen: int, reasons: Collection[str], named: bool, actor: Actor, at: datetime) -> Document:
    """Keep what the tenant was asked on the first day, and write their sheet from it.

    `named` is whether they want the sheet to say their reasons. The reasons stand on the tenancy and on the
    sheet alone: never in a message, nor in the history that others read. Raises DomainError for homelessness
    where no duty was ever recorded: the sheet says only what is true on the record.
    """
    tenancy = Tenancy.objects.select_related(*RELATED).lock(ref, seen=seen)
    policies.may_work(actor).require()
    chosen = [reason.value for reason in Reason if reason in reasons]
    if Reason.HOMELESSNESS in chosen and not tenancy.nomination.household.duties.exists():
        raise DomainError("Their case has no homelessness duty, so the sheet cannot say it.", field="reasons")
    on = dates.today(at)
    asked = {"asked_on": on.isoformat(), "reasons": chosen, "named": named}
    tenancy.write(direct_payment=asked, checks={**tenancy.checks, CHECK: True})
    deadlines.done(kind=f"move_in_{CHECK}", subject=tenancy.subject, at=at)
    audit.record(actor=actor, action="tenancy.ask_direct_payment", subject=tenancy.subject, at=at)
    letter = letters.for_tenant(tenancy, rents.balance(tenancy, on), on)
    return stored(letter, letters.TENANT_TEMPLATE, tenancy, actor, at)


@transaction.atomic
def for_landlord(*, ref: str, seen: int, actor: Actor, at: datetime) -> Document:
    """Write the landlord's sheet from the rent record as the landlord may see it.

    Raises DomainError until two months of rent is unpaid: before that the request would be turned down.
    """
    tenancy = Tenancy.objects.select_related(*RELATED).lock(ref, seen=seen)
    policies.may_enter_rent(actor, tenancy).require()
    on = dates.today(at)
    shown = rents.shown_to_landlord(tenancy)
    standing = next(each for each in rents.standings_of(tenancy, shown, on) if each.level.key == TWO_MONTHS)
    if not standing.met:
        when = f" If nothing is paid, that is {dates.in_words(standing.reached_on)}." if standing.reached_on else ""
        raise DomainError(
            f"The sheet helps once two months of rent, {standing.threshold.amount}, is unpaid.{when}", code="too_early"
        )
    audit.record(actor=actor, action="tenancy.write_arrears_sheet", subject=tenancy.subject, at=at)
    tenancy.write()
    return stored(letters.for_landlord(tenancy, shown, standing, on), letters.LANDLORD_TEMPLATE, tenancy, actor, at)


def stored(letter: Letter, template: str, tenancy: Tenancy, actor: Actor, at: datetime) -> Document:
    return documents.store(
        letter,
        kind=template,
        subject=tenancy.subject,
        template=template,
        template_version=letters.VERSION,
        actor=actor,
        at=at,
    )
