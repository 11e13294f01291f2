from functools import cache

from django.conf import settings

from core.notifications.providers import fake, smtp
from core.notifications.providers.base import Provider


@cache
def _named(name: str) -> Provider:
    return smtp.from_settings() if name == "smtp" else fake.FakeProvider()


def chosen() -> Provider:
    """The way of sending that the settings name."""
    return _named(settings.MAIL_PROVIDER)
