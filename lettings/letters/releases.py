from datetime import date

from core import dates
from core.documents.letter import Block, Bullets, Facts, Heading, Letter, Paragraph, Signature
from core.documents.letterhead import council
from lettings.models import EarlyRelease
from lettings.rules.release import all_of

TEMPLATE = "early_release"
VERSION = 1


def early_release(row: EarlyRelease, on: date, *, signed_as: str) -> Letter:
    """The letter to the landlord of the present home. It says nothing of why they move, or of any help they get."""
    household = row.household
    tenants = all_of(row.tenants)
    one = len(row.tenants) == 1
    blocks = (
        Paragraph(f"Dear {row.landlord_name}"),
        Paragraph(f"We write for {tenants}, who {'rents' if one else 'rent together'} the home below from you."),
        Facts(
            (
                ("Home", ", ".join(household.present_address.splitlines()) or "as you know it"),
                ("Tenant" if one else "Joint tenants", tenants),
                ("Day on which they would like to leave", dates.in_words(row.asked_for)),
                ("Day on which a notice of two months would end", dates.in_words(household.existing_liability_ends_on)),
            )
        ),
        *what_we_ask(row),
        Paragraph("Send it to us by post or by e-mail, or ring us and we fetch it. We ring you in the next few days."),
        Signature(row.officer.name if row.officer else "", signed_as, (f"Telephone {council().telephone}",)),
    )
    return Letter(
        title="Will you let your tenant go early?" if one else "Will you let your tenants go early?",
        reference=row.reference,
        date=on,
        council=council(),
        recipient=(row.landlord_name, *row.landlord_address.splitlines()),
        blocks=blocks,
    )


def what_we_ask(row: EarlyRelease) -> list[Block]:
    tenants, day = all_of(row.tenants), dates.in_words(row.asked_for)
    return [
        Heading("What we ask you"),
        Paragraph(
            f"Please agree, in writing, that the tenancy ends on {day}, and that no rent is owed from that day. "
            "The law lets a landlord agree in writing to less than two months’ notice "
            "(Protection from Eviction Act 1977, section 5). You do not have to agree."
        ),
        Heading("What your reply has to say"),
        Bullets(
            (
                f"that you agree that the tenancy of the home ends on {day}, or the day that you can agree to;",
                "your name, your signature and the date;",
                f"the name and signature of {tenants}."
                if len(row.tenants) == 1
                else f"the names and signatures of {tenants}: each of them has to be party to it.",
            )
        ),
    ]
