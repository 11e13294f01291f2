from datetime import date

from core import dates
from core.documents.letter import Block, Bullets, Facts, Heading, Letter, Notice, Paragraph, Signature
from core.documents.letterhead import council
from core.rulebook.rules.rent import Frequency, uc_month
from lettings.models import Offer
from lettings.rules.offer import Basis
from lettings.selectors.meaning import consequences

TEMPLATE = "offer"
VERSION = 2

NAMES = {
    Basis.ORDINARY: "An offer of a home",
    Basis.FINAL_RELIEF: "A final offer of a home",
    Basis.MAIN_DUTY_PRIVATE: "An offer of a private rented home",
}


def offer(row: Offer, answer_by: date, on: date, *, signed_as: str) -> Letter:
    """The letter that makes an offer: what the home is, what saying yes or no means, and the review right.

    For a final offer it carries what s193A(1)(b) asks for, for a private offer under the main duty s193(7AB).
    `signed_as` is the role in which the officer signed that the home is suitable.
    """
    household = row.nomination.household
    blocks = (
        Paragraph(f"Dear {household.name}"),
        Paragraph("We offer you the home below. We have checked that it is suitable for you."),
        terms(row, answer_by),
        Heading("What to do now"),
        Paragraph(
            "Read this letter. Ask us anything. Then tell us yes or no, by signing in or by ringing us. "
            "We ring you before the day above. If you need more time, ask."
        ),
        Heading("What it means"),
        Bullets(tuple(consequences(household, Basis(row.basis)))),
        Heading("The tenancy"),
        Paragraph(
            "It is an assured tenancy with no end date. You can leave with two months’ notice. "
            "The landlord can only end it through a court."
        ),
        *review_right(Basis(row.basis), on),
        Signature(row.signed_by.name if row.signed_by else "", signed_as, (f"Telephone {council().telephone}",)),
    )
    return Letter(
        title=NAMES[Basis(row.basis)],
        reference=row.reference,
        date=on,
        council=council(),
        recipient=(household.name,),
        blocks=blocks,
    )


def terms(row: Offer, answer_by: date) -> Facts:
    home = row.nomination.let.home
    return Facts(
        (
            ("Home", f"{home.address}, {home.town}, {home.postcode}"),
            ("Bedrooms", str(home.bedrooms)),
            ("Rent", f"{uc_month(row.rent, Frequency(row.rent_frequency)).short} a month"),
            ("You would move in on", dates.in_words(row.move_on)),
            ("Tell us by", dates.in_words(answer_by)),
        )
    )


def review_right(basis: Basis, on: date) -> list[Block]:
    """The right to a review of suitability, which an ordinary offer has not."""
    if basis is Basis.ORDINARY:
        return []
    return [
        Notice(
            "You can ask us to review whether this home is suitable, whether you say yes or no. "
            f"Ask by {dates.in_words(dates.last_day(on, 21))} (21 days). Someone senior who was not involved decides.",
            title="Your right to a review",
        )
    ]
