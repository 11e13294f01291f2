"""Bound by the old tenancy, and let go: the landlord said no by telephone, and a week later yes in writing."""

from datetime import timedelta

from core.documents import pdf
from core.documents.letter import Council as Sender
from core.documents.letter import Letter, Notice, Paragraph
from core.documents.rules import kinds
from households.rules.case import MemberRole
from households.rules.duty import DutyKind
from households.services import cases
from lettings.models import EarlyRelease
from lettings.services import releases
from lettings.services.releases import Asked
from portal.demonstration.acts import households
from portal.demonstration.acts.case import Case, needs, person
from portal.demonstration.council import Council
from portal.demonstration.rows import seen
from portal.demonstration.stage import Story
from portal.demonstration.stories.households import owed

LANDLORD = "Percy Alcott"
NOT_REAL = Notice("This is not a real letter. Whoever wrote it is invented.", "Demonstration")


def let_go(council: Council) -> Story:
    people = (person(council.calendar.day, "Esther Adeyinka", 46, "F", MemberRole.APPLICANT),)
    why = "There are five flights of stairs, and she cannot climb them any more."
    case = Case("esther", people, why, "tom", "home_unsuitable_health")
    row = yield from owed(council, case, DutyKind.RELIEF, 31)
    yield council.ago(24, 10)
    bound = needs(max_floor_without_lift=0, existing_liability_ends_on=council.ahead(34).date())
    cases.change_needs(ref=row.reference, seen=seen(row), needs=bound, actor=council.actor("tom"), at=council.at)
    first = ask(council, row, 20)
    yield council.ago(21, 15)
    answer = {"ref": first.reference, "seen": first.version, "actor": council.actor("tom")}
    releases.decline(note="He has nobody for the flat yet.", at=council.at, **answer)
    yield council.ago(14, 10)
    second = ask(council, row, 5)
    yield council.ago(11, 11)
    agreed_on = council.ahead(5).date()
    reply = council.file("reply.pdf", written(council), kinds.EVIDENCE, council.actor("tom"))
    releases.agree(
        ref=second.reference,
        seen=second.version,
        released_on=agreed_on,
        document_reference=reply.reference,
        all_party=True,
        actor=council.actor("tom"),
        at=council.at,
    )


def ask(council: Council, row: households.Household, days_ahead: int) -> EarlyRelease:
    asked = Asked(
        landlord_name=LANDLORD,
        landlord_address="31 Saltmarsh Row\nDartford",
        tenants=(row.name,),
        asked_for=council.calendar.day + timedelta(days=days_ahead),
    )
    return releases.ask(ref=row.reference, seen=seen(row), asked=asked, actor=council.actor("tom"), at=council.at)


def written(council: Council) -> bytes:
    """The landlord's reply as he would write it."""
    words = Paragraph("I accept that the tenancy of the flat ends early, on the day that you ask for.")
    letter = Letter(
        title="Your tenancy",
        reference="",
        date=council.today,
        council=Sender(name=LANDLORD),
        recipient=(),
        blocks=(words, NOT_REAL),
    )
    return pdf.render(letter)


def stories(council: Council) -> list[Story]:
    return [let_go(council)]
