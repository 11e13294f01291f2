"""The notice to a tenant whom others told us of: the same words by e-mail and on paper."""

import pytest

from core.accounts.models import User
from core.documents.models import Document, LetterText
from core.documents.services import letters
from core.errors import DomainError
from core.notifications.models import OutboxMessage
from tenancies.models import ProblemReport
from tenancies.rules.problem import Problem, Source
from tenancies.services import contacting, ending, erasing, reporting
from tenancies.services.contacting import Delivery
from tenancies.services.reporting import Given
from tenancies.services.whose import TenantGiven
from tests.web.client import send, sign_in
from tests.world import World
from tests.world_reports import Reports, fresh

pytestmark = pytest.mark.django_db

PAPER = (Delivery.LETTER, Delivery.IN_PERSON)
ASKED = (
    "Dartford Borough Council",
    "looks after data protection",
    "section 179",
    "Article 6(1)(e)",
    "Who told us: someone with a concern",
    "28 days later",
    "list of times",
    "to see what we hold",
    "delete it",
    "Object",
    "Complain to us",
    "ico.org.uk",
    "made by a machine",
)


@pytest.fixture
def world(at) -> World:
    return World(at)


@pytest.fixture
def reports(world) -> Reports:
    return Reports(world)


def tell(reports: Reports, row: ProblemReport, delivery: Delivery) -> None:
    reports.do(contacting.tell_tenant, row, words="Somebody is worried.", delivery=delivery)


def in_words(letter) -> str:
    return " ".join(
        word for block in letter.blocks for word in ([block.text] if hasattr(block, "text") else block.items)
    )


def paper_of(row: ProblemReport) -> Document:
    return Document.objects.about(row.subject).get()


def test_one_text_goes_by_email_and_on_paper(reports):
    by_email, by_letter = reports.triaged(), reports.triaged()
    tell(reports, by_email, Delivery.EMAIL)
    tell(reports, by_letter, Delivery.LETTER)
    body = OutboxMessage.objects.get(template="report_article_14").body
    paper = in_words(letters.read(paper_of(by_letter)))
    for words in (*ASKED, "Somebody is worried."):
        assert words in body
        assert words in paper
    assert not Document.objects.about(by_email.subject).exists()


def test_it_names_what_is_held_and_nothing_else(world, reports):
    row = reports.triaged()
    row.household.telephone = "+441632960111"
    row.household.save(update_fields=["telephone"])
    tell(reports, row, Delivery.EMAIL)
    body = OutboxMessage.objects.get(template="report_article_14").body
    for words in ("your telephone number", "your e-mail address", "short answers", "in their own words", "our notes"):
        assert words in body
    bare = reporting.report(
        landlord_ref=world.landlord().reference,
        tenant=TenantGiven("Jo Vale", "3 Mill Lane", "DA1 1AB"),
        given=Given(Problem.OTHER, {"notice": "no"}),
        source=Source.LANDLORD,
        actor=world.owner,
        at=world.at,
    )
    tell(reports, bare, Delivery.LETTER)
    paper = in_words(letters.read(paper_of(bare)))
    for words in ("telephone number", "e-mail address", "in their own words"):
        assert words not in paper


@pytest.mark.parametrize("delivery", PAPER)
def test_paper_is_made_for_the_officer_to_print(client, world, reports, delivery):
    row = reports.triaged()
    home = row.tenancy.nomination.let.home
    sign_in(client, User.objects.get(pk=world.housing.user_id))
    address = f"/office/tenancy-concerns/{row.reference}/"
    answers = {"seen": row.version, "words": "Somebody is worried.", "delivery": delivery, "name_source": "no"}
    said = client.get(send(client, f"{address}tell-tenant/", answers).url).text
    assert f"{address}notice/" in said
    assert letters.read(paper_of(row)).recipient == (row.household.name, *home.address.splitlines(), home.postcode)
    assert "Somebody is worried." in client.get(f"{address}notice/").text
    pdf = client.get(f"{address}notice.pdf")
    assert (pdf.status_code, pdf["Content-Type"]) == (200, "application/pdf")
    assert not OutboxMessage.objects.filter(template="report_article_14").exists()


def test_a_letter_needs_an_address(world, reports):
    household = world.household()
    household.present_address = ""
    household.save(update_fields=["present_address"])
    row = reporting.report(
        household_ref=household.reference,
        given=Given(Problem.HOARDING),
        source=Source.OFFICER,
        actor=world.housing,
        at=world.at,
    )
    with pytest.raises(DomainError, match="no address"):
        tell(reports, row, Delivery.LETTER)
    tell(reports, row, Delivery.IN_PERSON)
    assert letters.read(paper_of(row)).recipient == (household.name,)


def test_the_paper_goes_with_everything_else_when_the_tenant_says_no(world, reports):
    row = reports.triaged()
    tell(reports, row, Delivery.LETTER)
    assert "Somebody is worried." in str(list(LetterText.objects.values_list("content", flat=True)))
    row = reports.do(ending.decline, row)
    ProblemReport.objects.filter(pk=row.pk).update(delete_on=world.on)
    erasing.erase(ref=row.reference, actor=world.manager, at=world.at)
    assert fresh(row).erased_at
    assert not Document.objects.about(row.subject).exists()
    assert "Somebody is worried." not in str(list(LetterText.objects.values_list("content", flat=True)))
