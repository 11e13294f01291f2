"""The log of refusals: one line each, without a word of what was asked for."""

import logging

from django.http import HttpRequest

from core.access.actor import NOBODY

logger = logging.getLogger(__name__)


def log(request: HttpRequest, reason: str) -> None:
    """Write who was refused, at which route, and why. `reason` is a code, never user text."""
    actor = getattr(request, "actor", NOBODY)
    match = request.resolver_match
    logger.warning(
        "refused",
        extra={
            "actor_id": actor.user_id,
            "actor_kind": str(actor.kind),
            "route": match.view_name if match else "",
            "method": request.method,
            "reason": reason,
            "request": request,
        },
    )
