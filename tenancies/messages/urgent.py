"""What officers read at any hour. It names nobody and says nothing of what was told."""

from core.notifications.rules.message import Message
from tenancies.models import ProblemReport

ACT_NOW = "report_ring_now"


def act_now(report: ProblemReport) -> Message:
    return Message(
        template=ACT_NOW,
        subject=f"Act now: {report.reference}",
        body=(
            "A tenant has told us something that has to be answered today. They may not be safe, or may be losing "
            f"their home. Sign in and open {report.reference}. Read first how it is safe to reach them. Then try at "
            "once, unless somebody has taken it up already."
        ),
        urgent=True,
    )
