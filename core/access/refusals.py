"""The log of refusals: one JSON line each, without a word of what was asked for."""

import json
import logging

from django.http import HttpRequest

from core.access.actor import NOBODY

logger = logging.getLogger("lintel.refusals")


def log(request: HttpRequest, reason: str) -> None:
    """Write who was refused, at which route, and why. `reason` is a code, never user text."""
    actor = getattr(request, "actor", NOBODY)
    match = request.resolver_match
    line = {
        "event": "refused",
        "actor": actor.user_id,
        "kind": actor.kind,
        "route": match.view_name if match else "",
        "method": request.method,
        "reason": reason,
    }
    logger.warning(json.dumps(line))
