"""Whose home a report is about."""

from dataclasses import dataclass

from core.access.actor import Actor
from core.errors import DomainError
from households.models import Household
from landlords.models import Landlord
from tenancies.models import Tenancy
from tenancies.rules.tenancy import TenancyState


@dataclass(frozen=True)
class TenantGiven:
    """A tenant whom we did not house, as the landlord names them."""

    name: str
    address: str
    postcode: str
    telephone: str = ""
    email: str = ""


@dataclass(frozen=True)
class About:
    """Whom a report is about, as far as we know them."""

    tenancy: Tenancy | None = None
    household: Household | None = None
    landlord: Landlord | None = None
    tenant: TenantGiven | None = None


def about_tenancy(tenancy_ref: str, actor: Actor) -> About:
    """Raises DomainError for a tenancy that has ended or that does not exist for this person."""
    rows = Tenancy.objects.visible_to(actor).select_related("nomination__household", "nomination__let__home__landlord")
    tenancy = rows.filter(reference=tenancy_ref).first()
    if tenancy is None:
        raise DomainError("We cannot find that tenancy.", field="tenancy", code="no_tenancy")
    if tenancy.state == TenancyState.ENDED:
        raise DomainError("This tenancy has ended. Ring us if you still need help.", code="tenancy_ended")
    return About(tenancy, tenancy.nomination.household, tenancy.nomination.let.home.landlord)


def about_household(household_ref: str, actor: Actor) -> About:
    household = Household.objects.visible_to(actor).filter(reference=household_ref).first()
    if household is None:
        raise DomainError("We cannot find that household.", field="household", code="no_household")
    tenancy = Tenancy.objects.filter(nomination__household=household).exclude(state=TenancyState.ENDED).first()
    return About(tenancy, household, tenancy.nomination.let.home.landlord if tenancy else None)


def about_other_home(landlord_ref: str, tenant: TenantGiven, actor: Actor) -> About:
    landlord = Landlord.objects.visible_to(actor).filter(reference=landlord_ref).first()
    if landlord is None:
        raise DomainError("We cannot find that landlord.", field="landlord", code="no_landlord")
    if not (tenant.name.strip() and tenant.address.strip() and tenant.postcode.strip()):
        raise DomainError("Tell us the tenant’s name and address.", field="tenant_name", code="no_tenant")
    return About(landlord=landlord, tenant=tenant)


def find(actor: Actor, tenancy_ref: str, household_ref: str, landlord_ref: str, tenant: TenantGiven | None) -> About:
    if tenancy_ref:
        return about_tenancy(tenancy_ref, actor)
    if household_ref:
        return about_household(household_ref, actor)
    if tenant is None:
        raise DomainError("Choose whose home this is about.", code="about_nobody")
    return about_other_home(landlord_ref, tenant, actor)
