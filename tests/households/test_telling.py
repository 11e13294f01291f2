"""Telling us early, from the first page to the officer who takes it up."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from core.access import once
from core.deadlines.models import Deadline
from core.journeys import carried
from core.journeys.models import Draft
from core.notifications.models import OutboxMessage
from core.notifications.rules.delivery import Delivery
from households.models import Household, Told
from households.views import public
from tests.households.telling import REST, START, answer, begin, submit, tell, walk
from tests.web.client import send
from tests.web.markup import soup

pytestmark = pytest.mark.django_db
CHECK, SENT = f"{START}check/", f"{START}sent/"
ABUSE = {"worry": {"worries": ["afraid", "arrears"]}}


def test_safe_contact_comes_first_and_only_what_applies_is_asked(client: Client) -> None:
    past = walk(client)
    assert past[:6] == ["contact", "number", "times", "email", "word", "name"]
    assert past[6:] == ["worry", "when", "who", "you", "where", "more"]


def test_what_was_told_waits_for_an_officer(client: Client) -> None:
    assert tell(client)["Location"] == SENT
    household = Household.objects.get()
    assert (household.state, household.lead_officer, household.restricted) == ("approach", None, False)
    assert (household.name, household.telephone, household.email) == ("Ama", "+441632960123", "ama@example.com")
    assert (household.present_address, household.present_postcode) == ("In a home I rent or own", "DA1 2DX")
    assert household.what_happened == "I owe rent, or soon will.\nIt is quiet here."
    assert household.members.get().born_on == date(1994, 3, 2)
    rule = household.safe_contact
    assert (rule.no_email, rule.no_letter, rule.no_voicemail, rule.no_text, rule.no_call) == (
        False,
        True,
        True,
        True,
        False,
    )
    assert (rule.safe_times, rule.code_word) == ("weekday mornings. not at school time", "Heron")
    deadline = Deadline.objects.get()
    assert (deadline.subject, deadline.due_on, deadline.person) == (household.subject, date(2026, 11, 25), None)
    assert {"question": "What should we call you?", "answer": "Ama"} in household.told.answers
    assert not Draft.objects.exists()


def test_the_receipt_goes_only_where_it_is_safe(client: Client) -> None:
    tell(client)
    message = OutboxMessage.objects.get()
    assert (message.state, message.to_address) == (Delivery.QUEUED, "ama@example.com")
    assert "Wednesday 25 November 2026" in message.body
    assert not {"rent", "home", "housing", "Ama"} & set(message.body.replace(".", " ").split())


@pytest.mark.parametrize(
    ("channels", "seen", "channel", "state"),
    [
        (["email", "text"], ["email"], "sms", Delivery.QUEUED),
        (["email"], ["email"], "email", Delivery.REFUSED),
        (["ring"], ["phone"], "email", Delivery.REFUSED),
        (["none"], ["none"], "email", Delivery.REFUSED),
    ],
)
def test_nothing_goes_where_the_feared_person_can_see(
    client: Client, channels: list[str], seen: list[str], channel: str, state: str
) -> None:
    tell(client, contact={"channels": channels}, see={"watched": seen}, **ABUSE)
    message = OutboxMessage.objects.get()
    assert (message.channel, message.state) == (channel, state)
    assert Household.objects.get().restricted


def test_nowhere_tonight_is_met_with_the_number_at_once(client: Client, settings) -> None:
    past = walk(client, when={"when": "tonight"})
    assert past[past.index("when") + 1] == "call"
    page = soup(client.get(f"{START}call/").content)
    assert page.select_one("main h1 + p a")["href"] == "tel:" + settings.COUNCIL_TELEPHONE.replace(" ", "")
    submit(client)
    assert Told.objects.get().reply_by == date(2026, 11, 21)
    assert "today" in soup(client.get(SENT).content).find("strong", string="today")


def test_everyone_with_them_comes_along(client: Client) -> None:
    def someone(role: str, born: tuple[str, str, str], sex: str, more: str) -> dict[str, Any]:
        day = dict(zip(("born_on-day", "born_on-month", "born_on-year"), born, strict=True))
        return {"role": role, "first_name": "", "sex": sex, "more": more, **day}

    tell(
        client,
        who={"who": "others"},
        **{
            "person-1": someone("partner", ("1", "5", "1990"), "M", "yes"),
            "person-2": someone("child", ("6", "5", "2019"), "F", "yes"),
            "person-3": {"role": "expected_baby", "first_name": "", "more": "yes"},
            "person-4": {"role": "child", "first_name": "Kit", "more": "no"},
        },
    )
    household = Household.objects.get()
    assert [m.role for m in household.members.all()] == ["applicant", "partner", "child", "expected_baby"]
    assert {"question": "Someone with you", "answer": "A child or young person, Kit"} in household.told.answers


def test_sent_twice_is_once(client: Client) -> None:
    walk(client)
    seen = soup(client.get(CHECK).content).select_one("main form input[name=seen]")["value"]
    key = once.new_key()
    first, again = (client.post(CHECK, {once.FIELD: key, "seen": seen}) for _ in range(2))
    assert (first["Location"], again["Location"]) == (SENT, SENT)
    assert send(client, CHECK, {"seen": seen})["Location"] == SENT
    assert client.get(f"{START}name/")["Location"] == SENT
    assert Household.objects.count() == OutboxMessage.objects.count() == 1


def test_another_browser_finds_nothing(client: Client) -> None:
    walk(client)
    other = Client()
    for url in (CHECK, f"{START}name/"):
        assert other.get(url).status_code == 410
    assert send(other, f"{START}name/", {"name": "Eve"}).status_code == 410
    assert other.get(SENT)["Location"] == START
    assert Draft.objects.get().answers["name"] == {"name": "Ama"}


def test_answers_left_alone_are_gone_after_two_hours(client: Client, at: datetime) -> None:
    begin(client)
    with time_machine.travel(at + timedelta(hours=2, minutes=1)):
        response = client.get(f"{START}contact/")
    assert response.status_code == 410
    assert "Nothing was sent" in response.content.decode()


def test_leaving_quickly_forgets_everything(client: Client) -> None:
    walk(client)
    assert client.get(f"{START}leave/")["Location"] == public.ELSEWHERE
    assert not Draft.objects.exists()
    assert not client.session.keys()
    assert client.get(CHECK).status_code == 410


def test_the_reference_is_forgotten_at_a_press_and_by_itself(client: Client, at: datetime) -> None:
    tell(client)
    assert Household.objects.get().reference in client.get(SENT).content.decode()
    with time_machine.travel(at + timedelta(minutes=40)):
        assert client.get(SENT)["Location"] == START
    tell(client)
    assert send(client, SENT)["Location"] == "/"
    assert client.get(SENT)["Location"] == START


def test_back_changes_an_answer_and_two_tabs_do_not_overwrite(client: Client) -> None:
    walk(client)
    seen = soup(client.get(CHECK).content).select_one("main form input[name=seen]")["value"]
    answer(client, f"{START}name/", {"name": "Amanda"})
    stale = send(client, CHECK, {"seen": seen})
    assert stale.status_code == 409
    assert "Amanda" in stale.content.decode()
    assert not Household.objects.exists()
    submit(client)
    assert Household.objects.get().name == "Amanda"


def test_a_machine_fills_the_box_that_nobody_sees(client: Client) -> None:
    walk(client)
    response = submit(client, website="https://spam.example.com")
    page = soup(response.content)
    assert "Press Send again" in page.select_one(".govuk-error-summary").get_text()
    assert page.select_one("[hidden] input")["value"] == ""
    assert not Household.objects.exists()
    assert submit(client)["Location"] == SENT


def test_too_much_from_one_place_is_asked_to_ring(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(public.LIMITS, "tell", "1/h/ip")
    tell(client)
    other = Client()
    walk(other)
    response = submit(other)
    assert "your answers are still here" in response.content.decode()
    assert Household.objects.count() == 1
    monkeypatch.setitem(public.LIMITS, "begin_telling", "1/d/ip")
    begin(other)
    assert send(Client(), START).status_code == 429


def test_nothing_stays_in_an_address_a_title_or_a_cache(client: Client) -> None:
    walk(client, **ABUSE)
    for slug in ["", "see/", "know/", "now/", "name/", "check/"]:
        response = client.get(START + slug)
        page = soup(response.content)
        assert response["Cache-Control"] == "no-store"
        assert page.title.get_text().startswith("Tell us early")
        assert page.select_one(".govuk-exit-this-page__button")["href"] == f"{START}leave/"
        assert not {"afraid", "abuse"} & set(page.title.get_text().lower().split())


def test_what_was_worked_out_goes_along_unless_left_out(client: Client) -> None:
    def carry() -> None:
        session = client.session
        rows = [("Most help a month", "£995.00")]
        carried.keep(session, source="lha", title="Help with your rent", on=date(2026, 11, 21), rows=rows)
        session.save()

    begin(client)
    carry()
    tell(client)
    assert Told.objects.get().brought == [
        {"title": "Help with your rent", "on": "2026-11-21", "rows": [["Most help a month", "£995.00"]]}
    ]
    begin(client)
    carry()
    walk(client)
    assert "Help with your rent" in client.get(CHECK).content.decode()
    send(client, CHECK, {"leave_out": "yes"})
    submit(client)
    assert Told.objects.latest("pk").brought == []


@pytest.mark.parametrize("named", [date(2027, 3, 2), None])
def test_who_brings_a_notice_from_the_checker_types_its_date_once(client: Client, named: date | None) -> None:
    url = begin(client)
    session = client.session
    days = {"specified_on": named}
    carried.keep(session, source="notice", title="Notice checker", on=date(2026, 11, 21), rows=[], days=days)
    session.save()
    while not url.endswith("/worry/"):
        url = answer(client, url, REST[url.rstrip("/").rpartition("/")[2]])["Location"]
    assert ticked(client, url) == ["notice"]
    answer(client, url, {"worries": ["notice", "repairs"]})
    assert ticked(client, url) == ["notice", "repairs"], "what was sent stands, not what it began with"
    answer(client, f"{START}when/", REST["when"])
    typed = [box.get("value", "") for box in soup(client.get(f"{START}date/").content).select("input[name^=leave_by]")]
    assert typed == (["2", "3", "2027"] if named else ["", "", ""])


def ticked(client: Client, url: str) -> list[str]:
    return [box["value"] for box in soup(client.get(url).content).select("input[name=worries][checked]")]


@pytest.mark.parametrize(
    ("slug", "wrong", "words"),
    [
        ("contact", {}, "Tick what is safe"),
        ("contact", {"channels": ["none", "ring"]}, "Tick “None of these” alone"),
        ("contact", {"channels": ["pigeon"]}, "Select one of the answers"),
        ("number", {"telephone": "12"}, "Enter a telephone number"),
        ("times", {"times": ["any", "evenings"]}, "Tick “Any time” alone"),
        ("email", {"email": "ama@"}, "correct format"),
        ("name", {"name": " "}, "Enter a name"),
        ("worry", {}, "Something else"),
        ("when", {}, "Answer the question"),
        ("you", {"born_on-day": "1", "born_on-month": "1", "born_on-year": "2027"}, "or earlier"),
        ("where", {"where": "own", "where_postcode": "nowhere"}, "postcode"),
        ("more", {"more_words": "x" * 2001}, "2000 characters"),
    ],
)
def test_a_wrong_answer_is_explained(client: Client, slug: str, wrong: dict[str, Any], words: str) -> None:
    walk(client)
    response = answer(client, f"{START}{slug}/", wrong)
    assert response.status_code == 200
    assert words in soup(response.content).select_one(".govuk-error-summary").get_text()


HOSTILE = "<script>zq7(1)</script>\x00\u202e{{ 7*7 }}'; DROP TABLE households_told; --"


def test_hostile_text_is_kept_as_text(client: Client, housing: Client) -> None:
    stranger = Client()
    texts = {slug: {**REST[slug]} for slug in ("times", "word", "name", "more")}
    texts["times"]["times_note"] = HOSTILE[:78]
    texts["word"]["code_word"] = HOSTILE[:58]
    texts["name"]["name"] = HOSTILE
    texts["more"]["more_words"] = HOSTILE
    tell(stranger, **texts)
    household = Household.objects.get()
    assert household.name == HOSTILE.replace("\x00", "")
    for page in (stranger.get(SENT), housing.get(f"/office/households/{household.reference}/")):
        assert page.status_code == 200
        assert "<script>zq7" not in page.content.decode()
