from core import dates
from core.notifications.rules.message import Message
from tenancies.models import Tenancy


def ended_for_resident(tenancy: Tenancy) -> Message:
    household = tenancy.nomination.household
    return Message(
        template="tenancy_ended_resident",
        subject=f"Your tenancy: {tenancy.reference}",
        body=(
            f"Dear {household.name}\n\nYour tenancy ended on {dates.in_words(tenancy.ended_on)}.\n\n"
            "What happens next: if anything about it is still open, such as keys or money, ring us. "
            "If you need a home, ring us the same day."
        ),
    )


def ended_for_landlord(tenancy: Tenancy) -> Message:
    home = tenancy.nomination.let.home
    return Message(
        template="tenancy_ended_landlord",
        subject=f"The tenancy has ended: {tenancy.reference}",
        body=(
            f"Dear {home.landlord.greeting_name}\n\n"
            f"The tenancy of your home in {home.area_label} ended on {dates.in_words(tenancy.ended_on)}.\n\n"
            "What happens next: if you have a deposit guarantee, its page says until when you can claim. "
            "When the home is ready, offer it to us again from its page."
        ),
    )
