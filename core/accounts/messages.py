"""What sign-in says, on the page and by e-mail."""

from datetime import datetime

from django.utils.timezone import localtime

from core.accounts.rules.session import LONGEST, Ending, idle_limit
from core.notifications.rules.message import Message

EDITORS_ONLY = "Only content editors change the public pages. If you need to, ask your manager."


def signed_out(reason: Ending, kind: str) -> str:
    if reason is Ending.TOO_LONG:
        hours = int(LONGEST.total_seconds() // 3600)
        return f"We signed you out because you had been signed in for {hours} hours."
    minutes = int(idle_limit(kind).total_seconds() // 60)
    return f"We signed you out because you did nothing here for {minutes} minutes."


def account_opened(*, council: str, link: str, officer: str, telephone: str) -> Message:
    """To someone for whom an officer opened an account: how to sign in, and whom to ring."""
    return Message(
        template="accounts.account_opened",
        subject="You can now sign in",
        body=(
            f"{officer} at {council} has opened an account for you. In it you see what we do for you and what you "
            f"need to do.\n\nSign in here with this email address: {link}\n\n"
            "You do not need a password. Each time we send you a code and you type it in.\n\n"
            f"If you need help, or did not expect this, ring {telephone}."
        ),
    )


def invitation(*, council: str, invited_by: str, roles: list[str], link: str, expires_at: datetime) -> Message:
    end = localtime(expires_at)
    listed = "\n".join(f"- {role}" for role in roles)
    return Message(
        template="accounts.invitation",
        subject="You are invited to join the housing team",
        body=(
            f"{invited_by} has invited you to work in the housing portal of {council}.\n\n"
            f"You would be:\n{listed}\n\n"
            f"To accept, open this link:\n{link}\n\n"
            f"The link is only for you. It works once, until {end:%H:%M} on {end:%A} {end.day} {end:%B %Y}.\n\n"
            "What happens next: we send a code to this e-mail address, you sign in with it, and you set up a "
            "second step with a passkey or an app on your telephone.\n\n"
            "If you did not expect this message, you do not have to do anything."
        ),
        secret=True,
    )
