from django.core.mail.backends.locmem import EmailBackend


class OutboxBackend(EmailBackend):
    """Mail that a library sends goes the same way as ours."""
