from datetime import date

from core import dates
from core.documents.letter import Block, Bullets, Facts, Heading, Letter, Notice, Paragraph, Table
from core.documents.letterhead import council
from core.rulebook.rules.arrears import words
from tenancies.models import ProblemReport, RentEntry, Tenancy
from tenancies.rules.arrears import Standing
from tenancies.rules.direct_payment import TENANT_WORDS, Reason
from tenancies.rules.rent import ENTRY_LABELS, Balance, EntryKind

TENANT_TEMPLATE = "direct_payment_tenant"
LANDLORD_TEMPLATE = "direct_payment_landlord"
CONCERN_TEMPLATE = "concern_notice"
VERSION = 1


def for_tenant(tenancy: Tenancy, balance: Balance, on: date) -> Letter:
    """What a tenant needs to ask for the rent to go straight to the landlord, from the first day on.

    It names a reason only if the tenant wants it named.
    """
    asked = tenancy.direct_payment
    reasons = tuple(TENANT_WORDS[Reason(each)] for each in asked.get("reasons", []) if asked.get("named"))
    why = Bullets(reasons) if reasons else Paragraph("I would like to tell you my reasons myself.")
    return Letter(
        title="Facts for paying your rent straight to your landlord",
        reference=tenancy.reference,
        date=on,
        council=council(),
        recipient=(tenancy.nomination.household.name,),
        blocks=(
            Paragraph(
                "If you get Universal Credit, you can ask for the part for your rent to be paid straight to your "
                "landlord. You can ask on your first day. You do not have to wait until rent is unpaid."
            ),
            facts(tenancy),
            Heading("Why I ask"),
            why,
            Heading("The rent so far"),
            Facts((("Rent due", str(balance.due)), ("Rent paid", str(balance.paid)), ("Unpaid", str(balance.owed)))),
            Heading("What to do"),
            Bullets(
                (
                    "Write in your Universal Credit journal that you ask for a managed payment to your landlord, or "
                    "ring and say so.",
                    "Have this sheet with you. Read out what they ask for.",
                    "Write down the day and what they say. Tell your officer if the answer is no.",
                ),
                numbered=True,
            ),
            Notice("Until they say yes, the rent is yours to pay. If you cannot, ring us the same day."),
        ),
    )


def for_landlord(tenancy: Tenancy, entries: list[RentEntry], standing: Standing, on: date) -> Letter:
    """What a landlord needs to ask for direct payment after two months of rent is unpaid.

    From the rent record as the landlord knows it, and nothing else: no benefit, no reason, no health.
    """
    landlord = tenancy.nomination.let.home.landlord
    rows = tuple(
        (dates.short(each.day), ENTRY_LABELS[EntryKind(each.kind)], str(each.amount))
        for each in entries
        if each.kind != EntryKind.AWARD
    )
    return Letter(
        title="Facts for asking for direct payment of rent",
        reference=tenancy.reference,
        date=on,
        council=council(),
        recipient=(landlord.name,),
        blocks=(
            Paragraph(
                "If your tenant gets Universal Credit, you can ask the Department for Work and Pensions to pay the "
                "part for the rent to you. They ask for the facts below. We do not know their decision."
            ),
            facts(tenancy),
            Heading("What is unpaid"),
            Facts(
                (
                    ("Unpaid today", str(standing.owed)),
                    ("Two months of rent", f"{standing.threshold.amount} ({standing.threshold.rule})"),
                )
            ),
            Table(("Day", "What", "Amount"), rows, caption="The rent record", numeric=(2,)),
            Heading("What to do"),
            Bullets(
                (
                    "On GOV.UK, search for “apply for a direct rent payment” (form UC47 does the same on paper).",
                    "Copy the facts from this sheet. Send the rent record with it if they ask.",
                    "Talk with your tenant, and tell your officer. We ring you both.",
                ),
                numbered=True,
            ),
        ),
    )


def for_concern(report: ProblemReport, recipient: tuple[str, ...], blocks: tuple[Block, ...], on: date) -> Letter:
    """The notice that a concern was raised, for a tenant who is told on paper. `recipient` is the name and address."""
    return Letter(
        title="Help to keep your tenancy",
        reference=report.reference,
        date=on,
        council=council(),
        recipient=recipient,
        blocks=blocks,
    )


def facts(tenancy: Tenancy) -> Facts:
    home = tenancy.nomination.let.home
    return Facts(
        (
            ("Tenant", tenancy.nomination.household.name),
            ("Home", f"{home.known_as}, {home.postcode}"),
            ("Landlord", home.landlord.name),
            ("Tenancy began", dates.in_words(tenancy.started_on)),
            ("Rent", f"{tenancy.rent} {words(tenancy.frequency)}"),
            ("First rent day", dates.in_words(tenancy.first_due_on)),
        )
    )
