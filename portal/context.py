from typing import Any

from django.conf import settings
from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    """What every page knows: the council and who is acting."""
    return {
        "council_name": settings.COUNCIL_NAME,
        "council_telephone": settings.COUNCIL_TELEPHONE,
        "demonstration": settings.DEMONSTRATION_SIGN_IN,
        "actor": getattr(request, "actor", None),
    }
