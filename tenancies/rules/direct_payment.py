"""Asking for the rent to be paid straight to the landlord: who may ask, and on which facts."""

from enum import StrEnum

TWO_MONTHS = "two_months"
"""The level of arrears from which a landlord may ask (DWP guidance on alternative payment arrangements)."""


class Reason(StrEnum):
    """Why a tenant may ask before any rent is unpaid: asked of everyone on the first day."""

    HOMELESSNESS = "homelessness"
    ABUSE = "domestic_abuse"
    DEBT = "debt"


REASONS = {
    Reason.HOMELESSNESS: "They were homeless or about to be",
    Reason.ABUSE: "Domestic abuse, now or before",
    Reason.DEBT: "Debt that makes it hard to keep the rent aside",
}
"""As an officer reads them."""

TENANT_WORDS = {
    Reason.HOMELESSNESS: "I was homeless, or about to be, before I moved here.",
    Reason.ABUSE: "I have been through domestic abuse.",
    Reason.DEBT: "I have debts that make it hard to keep the rent aside.",
}
"""As they stand on the tenant's own sheet, where the tenant wants them named."""
