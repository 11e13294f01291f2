from django.conf import settings

from core.documents.providers import clamd, fake
from core.documents.providers.base import Scanner


def chosen() -> Scanner:
    """The scanner that the settings name."""
    return clamd.ClamdScanner(settings.CLAMD_ADDRESS) if settings.SCANNER == "clamd" else fake.EicarScanner()
