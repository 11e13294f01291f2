from django.conf import settings

from core.documents.letter import Council


def council() -> Council:
    """The council that writes, as the letterhead shows it."""
    return Council(name=settings.COUNCIL_NAME, telephone=settings.COUNCIL_TELEPHONE)
