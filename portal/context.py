from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.timezone import localdate

from core.access.actor import NOBODY
from portal import navigation


def page(request: HttpRequest) -> dict[str, Any]:
    """What every page knows: the council, who is acting, where they can go, and what day it is."""
    actor, today = getattr(request, "actor", NOBODY), localdate()
    return {
        "council_name": settings.COUNCIL_NAME,
        "council_telephone": settings.COUNCIL_TELEPHONE,
        "council_telephone_any_hour": settings.COUNCIL_TELEPHONE_ANY_HOUR,
        "council_email": settings.COUNCIL_EMAIL,
        "demonstration": settings.DEMONSTRATION_SIGN_IN,
        "demonstration_day": today,
        "today": today,
        "actor": actor,
        "navigation": SimpleLazyObject(lambda: navigation.build(actor, request.path)),
    }
