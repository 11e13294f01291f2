"""Somebody without an account has told us."""

from datetime import date, datetime

from core.notifications.rules.safe_contact import SafeContact
from households.models import Told
from households.rules.case import MemberRole
from households.rules.telling import When
from households.services import telling
from households.services.cases import Contact, Person
from households.services.telling import Telling

AMA = Person("Ama", MemberRole.APPLICANT, born_on=date(1994, 3, 2), sex="F")


def told(at: datetime, draft: str = "DR-2026-0001", **changes) -> Told:
    given = {
        "contact": Contact(name="Ama", telephone="+441632960123", email="ama@example.com"),
        "rule": SafeContact(no_letter=True),
        "when": When.WEEK,
        "answers": [{"question": "What should we call you?", "answer": "Ama"}],
        "people": (AMA,),
        "brought": [{"title": "Help with rent", "on": "2026-11-21", "rows": [["A month", "£995.00"]]}],
    } | changes
    return telling.receive(telling=Telling(**given), draft_ref=draft, at=at)
