"""The notice of a concern on paper, for a tenant who is told by letter or in person."""

from datetime import datetime

from core import dates
from core.access.actor import Actor
from core.documents.letter import Block
from core.documents.models import Document
from core.documents.services import letters as documents
from tenancies import letters
from tenancies.models import ProblemReport


def address_of(row: ProblemReport) -> tuple[str, ...]:
    """Where the tenant lives, a line each; nothing when we do not know it."""
    if row.tenancy:
        home = row.tenancy.nomination.let.home
        lines, postcode = home.address, home.postcode
    elif row.household:
        lines, postcode = row.household.present_address, row.household.present_postcode
    else:
        lines, postcode = row.address, row.postcode
    return (*lines.splitlines(), postcode) if lines.strip() else ()


def store(row: ProblemReport, name: str, blocks: tuple[Block, ...], actor: Actor, at: datetime) -> Document:
    """Keep the notice for an officer to print, in the caller's transaction."""
    return documents.store(
        letters.for_concern(row, (name, *address_of(row)), blocks, dates.today(at)),
        kind=letters.CONCERN_TEMPLATE,
        subject=row.subject,
        template=letters.CONCERN_TEMPLATE,
        template_version=letters.VERSION,
        actor=actor,
        at=at,
    )
