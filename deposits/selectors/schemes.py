"""What a scheme offers on a day."""

from datetime import date

from deposits.models import SchemeVersion
from deposits.rules.terms import Terms

GUARANTEE = "deposit-guarantee"


def terms_on(on: date, scheme: str = GUARANTEE) -> Terms:
    """The terms in force on a day. One query. Raises LookupError when none are."""
    versions = SchemeVersion.objects.filter(scheme__slug=scheme, valid_from__lte=on)
    version = versions.order_by("-valid_from", "-number").first()
    if version is None:
        raise LookupError(f"No terms of {scheme} on {on}")
    return version.terms
