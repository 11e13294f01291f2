from django.urls import reverse


def url(action: str, *arguments: object) -> str:
    """The address of one of the office's actions."""
    return reverse(f"households_office_{action}", args=arguments)
