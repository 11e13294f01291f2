from datetime import date, timedelta

from core import dates
from core.documents.letter import Bullets, Facts, Heading, Letter, Notice, Paragraph
from core.documents.letterhead import council
from deposits.models import Guarantee
from deposits.rules.terms import Terms

CERTIFICATE_TEMPLATE = "guarantee_certificate"
CERTIFICATE_VERSION = 1


def certificate(guarantee: Guarantee, on: date) -> Letter:
    """The certificate of a deposit guarantee: what is promised, for how long, and how to check it.

    It names the home and the landlord, never the reason why the tenant needed help.
    """
    terms, landlord = guarantee.terms, guarantee.application.home.landlord
    return Letter(
        title="Deposit guarantee certificate",
        reference=guarantee.reference,
        date=on,
        council=council(),
        recipient=(landlord.name,),
        blocks=(
            Paragraph(
                "The council promises to pay the landlord named here, up to the amount below, for what is covered. "
                "No money is held, so this is not a tenancy deposit and needs no deposit scheme."
            ),
            facts(guarantee),
            Heading("What is covered"),
            Bullets(covered(terms)),
            Heading("When it ends"),
            Paragraph("On the day above, or when the tenancy ends if that is sooner."),
            Heading("How to claim"),
            Paragraph(
                f"Sign in and claim within {terms.claim_days} days of the end of the tenancy. "
                f"If something stopped you, you have {terms.late_claim_days} more days to tell us why. "
                "We decide on the inventory, photographs and the rent record. You can ask for a review."
            ),
            Notice(
                "Anyone can check it: open “Check a guarantee certificate” on our site and type the code.",
                title="Is this certificate real?",
            ),
        ),
    )


def facts(guarantee: Guarantee) -> Facts:
    home = guarantee.application.home
    return Facts(
        (
            ("Landlord", home.landlord.name),
            ("Home", f"{home.address}, {home.town}, {home.postcode}"),
            ("Most we pay in all", str(guarantee.amount)),
            ("From", dates.in_words(guarantee.start_on)),
            ("To", dates.in_words(guarantee.end_on - timedelta(days=1))),
            ("Verification code", guarantee.verification_code),
        )
    )


def covered(terms: Terms) -> tuple[str, ...]:
    found = []
    if terms.covers_arrears:
        found.append("Rent arrears, from the first day of the tenancy.")
    if terms.covers_damage:
        found.append("Damage beyond fair wear and tear, from the day the signed inventory with photographs is in.")
    return tuple(found)
