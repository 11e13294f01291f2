"""The letter of an offer, and what waits for its answer."""

from datetime import date, datetime

from core import dates
from core.access.actor import Actor, Can
from core.accounts.selectors import staff
from core.deadlines import services as deadlines
from core.documents.models import Document
from core.documents.services import letters as documents
from core.states import Holder
from households.services import contact
from lettings import messages
from lettings.letters import offers as letters
from lettings.models import Offer


def write(offer: Offer, answer_by: date, actor: Actor, at: datetime) -> Document:
    """Store the letter as it goes out, signed by whoever signed that the home is suitable, in their own role."""
    signed_as = staff.title(offer.signed_by_id, Can.MAKE_OFFERS)
    return documents.store(
        letters.offer(offer, answer_by, dates.today(at), signed_as=signed_as),
        kind="offer",
        subject=offer.subject,
        template=letters.TEMPLATE,
        template_version=letters.VERSION,
        actor=actor,
        at=at,
    )


def send(offer: Offer, answer_by: date, at: datetime) -> None:
    """Tell the household, and wait for their answer."""
    household = offer.nomination.household
    deadlines.done(kind="prepare_offer", subject=offer.nomination.subject, at=at)
    deadlines.set_deadline(
        kind="offer_answer",
        subject=offer.subject,
        what="say yes or no to the offer",
        holder=Holder.RESIDENT,
        due_on=answer_by,
        at=at,
        otherwise="We ring before the offer runs out.",
    )
    contact.tell(household, messages.offer_made(offer, answer_by), about=offer.subject, at=at)
