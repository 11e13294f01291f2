import re
from datetime import datetime, timedelta
from urllib.parse import quote

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from core.access.actor import Actor, Kind
from core.accounts.middleware import actor_of
from core.notifications import selectors
from core.notifications.models import OutboxMessage
from core.notifications.providers.base import PermanentFailure, TemporaryFailure
from core.notifications.providers.fake import FakeProvider
from core.notifications.rules.message import Message, Recipient
from core.notifications.rules.safe_contact import SafeContact
from core.notifications.services import delivery, outbox
from core.notifications.views import office
from tests.web.client import officer, person, send, sign_in
from tests.web.markup import one, soup

pytestmark = pytest.mark.django_db
PAGE = "/office/outbox/"
HOME = ("home", "HM-2026-0001")


def queued(at: datetime, *, name="Sam Price", email="sam@example.com", about=HOME, subject="About your home", **other):
    secret = other.pop("secret", False)
    message = Message("home/checked", subject, "Hello <b>Sam</b>.\n\nIt is checked.", secret=secret)
    return outbox.send(message, to=Recipient(name, email, **other), about=about, at=at)


@pytest.fixture
def reader(client: Client, at: datetime) -> Client:
    return sign_in(client, officer("manager", at))


@pytest.fixture
def landlord(at: datetime):
    return person(Kind.LANDLORD, at)


def cells(response) -> list[list[str]]:
    rows = soup(response.content).select("tbody tr")
    return [[" ".join(cell.text.split()) for cell in row.select("th, td")] for row in rows]


def test_the_list_shows_each_message_and_its_state(reader: Client, at: datetime) -> None:
    sent = queued(at)
    delivery.deliver_due(at=at, provider=FakeProvider())
    queued(at + timedelta(minutes=1), email="")
    rows = cells(reader.get(f"{PAGE}?text=HM-2026-0001"))
    assert [row[-1] for row in rows] == ["Not sent, on purpose", "Sent"]
    assert rows[1][0] == "About your home Home HM-2026-0001"
    assert rows[1][2] == "Sam Price sam@example.com"
    assert sent.reference in reader.get(PAGE).text


def test_a_message_shows_exactly_what_was_sent(reader: Client, at: datetime) -> None:
    message = queued(at)
    delivery.deliver_due(at=at, provider=FakeProvider())
    message.refresh_from_db()
    page = soup(reader.get(f"{PAGE}{message.reference}/").content)
    assert one(page, "pre").text == message.sent_copy
    assert "Message-ID: <" in one(page, "pre").text
    assert one(page, ".lintel-words").text.strip().startswith("Hello <b>Sam</b>.")
    assert page.select(".lintel-words b") == []


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (PermanentFailure("550 no mailbox"), ["Could not be sent", "550 no mailbox", "Reach the person another way."]),
        (
            TemporaryFailure("451 busy"),
            ["Not sent yet", "451 busy", "We try again by ourselves.", "Saturday 21 November"],
        ),
    ],
)
def test_a_failure_says_what_to_do(failure: Exception, words: list[str], reader: Client, at: datetime) -> None:
    message = queued(at)
    delivery.deliver_due(at=at, provider=FakeProvider(failures=[failure]))
    text = reader.get(f"{PAGE}{message.reference}/").text
    for said in words:
        assert said in text


def test_a_refused_message_says_why_to_the_officer(reader: Client, at: datetime) -> None:
    message = queued(at, safe_contact=SafeContact(no_email=True))
    assert "this person asked us not to send e-mail" in reader.get(f"{PAGE}{message.reference}/").text


def test_nobody_reads_a_sign_in_code_in_the_office(reader: Client, at: datetime) -> None:
    message = queued(at, secret=True)
    delivery.deliver_due(at=at, provider=FakeProvider())
    text = reader.get(f"{PAGE}{message.reference}/").text
    assert "It is checked" not in text
    assert "Nobody can read its words here" in text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("text=lee", ["Lee Marsh"]),
        ("text=LEE@EXAMPLE", ["Lee Marsh"]),
        ("text=hm-2026-0002", ["Lee Marsh"]),
        ("text=H&state=refused", ["Ida Stone"]),
        ("text=H&state=queued", ["Lee Marsh", "Sam Price"]),
        ("text=H&channel=letter", []),
        ("text=H&first-day=22&first-month=11&first-year=2026", ["Ida Stone", "Lee Marsh"]),
        ("text=H&last-day=22&last-month=11&last-year=2026", ["Lee Marsh", "Sam Price"]),
        ("text=H&state=nonsense", ["Ida Stone", "Lee Marsh", "Sam Price"]),
    ],
)
def test_filters(asked: str, found: list[str], reader: Client, at: datetime) -> None:
    queued(at)
    queued(at + timedelta(days=1), name="Lee Marsh", email="lee@example.com", about=("home", "HM-2026-0002"))
    queued(at + timedelta(days=2), name="Ida Stone", email="")
    names = [row[2].split("  ")[0] for row in cells(reader.get(f"{PAGE}?{asked}"))]
    assert [" ".join(name.split()[:2]) for name in names] == found


@pytest.mark.parametrize("asked", ["page=abc", f"page={2**63}", "state=%00", "text=%00", "first-year=x"])
def test_odd_questions_are_answered(asked: str, reader: Client, at: datetime) -> None:
    queued(at)
    assert reader.get(f"{PAGE}?{asked}").status_code in (200, 404)


def test_a_long_list_costs_what_a_short_one_does(reader: Client, at: datetime, django_assert_max_num_queries) -> None:
    for number in range(60):
        queued(at, about=("home", f"HM-{number}"))
    with django_assert_max_num_queries(10):
        response = reader.get(f"{PAGE}?text=HM")
    assert "1 to 25 of 60 messages" in response.text


def test_a_reference_that_is_not_there(reader: Client) -> None:
    assert reader.get(f"{PAGE}M-NOTHERE/").status_code == 404


@pytest.mark.parametrize("role", ["triage", "housing", "landlord_liaison", "inspector", "finance", "content_editor"])
def test_other_roles_have_no_outbox(role: str, client: Client, at: datetime) -> None:
    message = queued(at)
    sign_in(client, officer(role, at))
    assert client.get(PAGE).status_code == 403
    assert client.get(f"{PAGE}{message.reference}/").status_code == 403


def test_others_have_no_outbox(client: Client, at: datetime, landlord) -> None:
    message = queued(at)
    address = f"{PAGE}{message.reference}/"
    assert client.get(address).headers["Location"] == f"/account/login/?next={quote(address)}"
    assert sign_in(client, landlord).get(address).status_code == 403


def test_messages_about_hidden_records_are_absent(at: datetime, rf: RequestFactory, client: Client) -> None:
    hidden = queued(at, about=("household", "HH-2026-0007"))
    seen = queued(at)
    user = officer("administrator", at)

    def ask(view, **arguments):
        request = rf.get(PAGE, {"text": "H"})
        request.user, request.actor, request.session = user, actor_of(user), client.session
        return view(request, hidden=lambda actor: [("household", ["HH-2026-0007"])], **arguments)

    assert [row[0] for row in cells(ask(office.index))] == ["About your home Home HM-2026-0001"]
    assert ask(office.message, ref=seen.reference).status_code == 200
    with pytest.raises(Exception, match="No OutboxMessage"):
        ask(office.message, ref=hidden.reference)


def test_a_record_shows_officers_everything_and_people_what_reached_them(at: datetime, landlord) -> None:
    ola = officer("housing", at)
    theirs = queued(at, user_id=landlord.pk, subject="For the landlord")
    other = queued(at + timedelta(minutes=1), subject="For the resident")
    delivery.deliver_due(at=at + timedelta(minutes=1), provider=FakeProvider())
    refused = queued(at + timedelta(minutes=2), user_id=landlord.pk, safe_contact=SafeContact(no_email=True))
    queued(at, about=("home", "HM-2026-0002"))
    queued(at, secret=True)

    def references(actor: Actor) -> list[str]:
        return [message.reference for message in selectors.messages_about(actor, HOME)]

    assert references(actor_of(ola)) == [refused.reference, other.reference, theirs.reference]
    assert references(actor_of(landlord)) == [theirs.reference]
    assert references(Actor(Kind.NOBODY, "nobody")) == []


def test_the_words_on_a_record(at: datetime) -> None:
    queued(at, safe_contact=SafeContact(no_email=True))
    page = soup(render_to_string("notifications/_messages.html", {"messages": OutboxMessage.objects.all()}))
    text = " ".join(page.text.split())
    assert "To Sam Price, 21 November 2026, 12:00pm. Not sent, on purpose." in text
    assert "Hello <b>Sam</b>." in text
    assert render_to_string("notifications/_messages.html", {"messages": []}).count("No messages yet.") == 1


def test_the_demonstration_shows_its_sign_in_messages(client: Client, at: datetime, settings) -> None:
    queued(at, secret=True, subject="Your sign-in code")
    queued(at, subject="About a household")
    old = queued(at - timedelta(hours=3), secret=True, subject="An old code")
    delivery.deliver_due(at=at, provider=FakeProvider())
    delivery.forget_secrets(at=at)
    assert client.get("/demonstration/outbox/").status_code == 404
    settings.DEMONSTRATION_SIGN_IN = True
    response = client.get("/demonstration/outbox/")
    titles = [title.text.strip() for title in soup(response.content).select(".govuk-summary-card__title")]
    assert titles == ["Your sign-in code"]
    assert "It is checked." in response.text
    assert "no-store" in response.headers["Cache-Control"]
    assert old.reference not in response.text


def test_a_person_using_the_demonstration_can_sign_in_by_code(client: Client, landlord, settings) -> None:
    settings.EMAIL_BACKEND = "core.notifications.mail.OutboxBackend"
    settings.DEMONSTRATION_SIGN_IN = True
    send(client, "/account/login/", {"login": landlord.email})
    message = OutboxMessage.objects.get()
    assert (message.template, message.about_reference) == ("account/email/login_code", landlord.reference)
    card = one(soup(client.get("/demonstration/outbox/").content), ".govuk-summary-card")
    code = re.search(r"Your code is: (\S+)", card.text)[1]
    send(client, "/account/login/code/confirm/", {"code": code})
    assert client.get("/front-door/").status_code == 302
    assert client.session["_auth_user_id"] == str(landlord.pk)
