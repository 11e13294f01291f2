"""The one sentence that a landlord who told us hears once we have done something."""

from datetime import datetime

from core.notifications.services import outbox
from landlords import services as landlords
from tenancies.messages import reports as messages
from tenancies.models import ProblemReport
from tenancies.services import reporting


def say_so(row: ProblemReport, at: datetime) -> None:
    """With the first thing that we do about the tenant, the landlord who told us hears that we acted.

    Called before it is written down. It is the same whether anybody was reached or not.
    """
    landlord = reporting.landlord_of(row)
    if landlord and row.is_open and not row.acted:
        outbox.send(messages.acted(row, landlord), to=landlords.recipient(landlord), about=row.subject, at=at)
