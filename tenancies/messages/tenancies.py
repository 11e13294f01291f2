from core import dates
from core.notifications.rules.message import Message
from tenancies.models import Tenancy


def started_for_resident(tenancy: Tenancy) -> Message:
    household = tenancy.nomination.household
    return Message(
        template="tenancy_started_resident",
        subject=f"Your new home: {tenancy.reference}",
        body=(
            f"Dear {household.name}\n\nYou have the keys. Your tenancy began on "
            f"{dates.in_words(tenancy.started_on)}.\n\n"
            "What happens next: your officer is in touch in the first week. "
            "If anything is wrong before then, ring us. Early is best."
        ),
    )


def started_for_landlord(tenancy: Tenancy) -> Message:
    home = tenancy.nomination.let.home
    return Message(
        template="tenancy_started_landlord",
        subject=f"Keys handed over: {tenancy.reference}",
        body=(
            f"Dear {home.landlord.greeting_name}\n\n"
            f"The keys of your home in {home.area_label} were handed over on {dates.in_words(tenancy.started_on)}.\n\n"
            "What happens next: your officer checks in during the first week. "
            "If you are ever worried about the tenancy, tell us early: it takes two minutes."
        ),
    )
