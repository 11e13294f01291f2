"""What a session of ours remembers about its sign-in, beside what Django and allauth keep there."""

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

SIGNED_IN_AT = "signed_in_at"
USED_AT = "used_at"
DEMONSTRATION = "demonstration_sign_in"


def is_demonstration(session: SessionBase) -> bool:
    """Signed in by the demonstration page, in a deployment that has one."""
    return bool(settings.DEMONSTRATION_SIGN_IN and session.get(DEMONSTRATION))


def is_forged(session: SessionBase) -> bool:
    """Carries the demonstration's mark where there is no demonstration."""
    return bool(not settings.DEMONSTRATION_SIGN_IN and session.get(DEMONSTRATION))
