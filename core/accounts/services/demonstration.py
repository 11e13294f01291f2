"""The people of the demonstration council, who sign in without a code."""

from core.accounts.models import DemonstrationPersona, User


def register(
    *, slug: str, user: User, role_label: str, story: str, landing: str, position: int, scenario: int | None = None
) -> DemonstrationPersona:
    """Put one person on the demonstration sign-in page, or change how they are presented there.

    `landing` is the path where signing in as them leads: the page on which their story goes on.
    """
    persona, _ = DemonstrationPersona.objects.update_or_create(
        slug=slug,
        defaults={
            "user": user,
            "role_label": role_label,
            "story": story,
            "scenario": scenario,
            "landing": landing,
            "position": position,
        },
    )
    return persona
