from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import quote

import pytest
from django.test import Client, RequestFactory

from core.access.actor import Kind
from core.accounts.middleware import actor_of
from core.audit.models import Event
from core.audit.views import office
from tests.audit.conftest import OLA
from tests.web.client import officer, person, sign_in
from tests.web.markup import one, soup

pytestmark = pytest.mark.django_db
PAGE = "/office/audit/"


@pytest.fixture
def auditor(client: Client, at: datetime) -> Client:
    return sign_in(client, officer("auditor", at))


def whats(response) -> list[str]:
    return [line.text for line in soup(response.content).select(".lintel-history__what")]


def test_it_shows_the_record_the_summary_and_the_values(auditor: Client, record: Callable[..., Event]) -> None:
    record(
        actor=OLA, summary="Rent <b>changed</b>", before={"rent": 1}, after={"rent": "<script>"}, reason="owner_asked"
    )
    page = soup(auditor.get(PAGE).content)
    first = page.select(".lintel-history__item")[0]
    assert one(first, ".lintel-history__what").text == "HM-2026-0001: Rent <b>changed</b>"
    assert "Ola Kent" in one(first, ".lintel-history__who").text
    assert one(first, ".lintel-history__reason").text == "Owner asked"
    assert one(first, "dd").text.strip() == "1 → <script>"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("record=HM-2026-0002", ["HM-2026-0002: Two"]),
        ("record=hm-2026", ["HM-2026-0003: Three", "HM-2026-0002: Two", "HM-2026-0001: One"]),
        ("who=ola", ["HM-2026-0002: Two"]),
        ("record=hm&first-day=22&first-month=11&first-year=2026", ["HM-2026-0003: Three", "HM-2026-0002: Two"]),
        ("record=hm&last-day=22&last-month=11&last-year=2026", ["HM-2026-0002: Two", "HM-2026-0001: One"]),
        (
            "record=hm&first-day=22&first-month=11&first-year=2026&last-day=22&last-month=11&last-year=2026",
            ["HM-2026-0002: Two"],
        ),
        ("who=nobody+of+that+name", []),
    ],
)
def test_filters(asked: str, found: list[str], auditor: Client, record: Callable[..., Event], at: datetime) -> None:
    record(summary="One", at=at)
    record(summary="Two", subject=("home", "HM-2026-0002"), actor=OLA, at=at + timedelta(hours=12))
    record(summary="Three", subject=("home", "HM-2026-0003"), at=at + timedelta(days=2))
    assert whats(auditor.get(f"{PAGE}?{asked}")) == found


@pytest.mark.parametrize(
    "asked",
    ["page=abc", "page=-1", f"page={2**63}", "page=%00", "record=%00", "first-day=99", "who=%F0%9F%8F%A0", "x=1&x=2"],
)
def test_odd_questions_are_answered(asked: str, auditor: Client, record: Callable[..., Event]) -> None:
    record()
    assert auditor.get(f"{PAGE}?{asked}").status_code in (200, 404)


def test_a_wrong_date_is_said_and_the_rest_is_applied(auditor: Client, record: Callable[..., Event]) -> None:
    record(summary="One")
    response = auditor.get(f"{PAGE}?record=HM-2026-0001&first-day=31&first-month=2&first-year=2026")
    assert "The day must be from 1 to 28 in February 2026" in response.text
    assert whats(response) == ["HM-2026-0001: One"]


def test_it_is_paged_and_costs_the_same_at_any_length(
    auditor: Client, record: Callable[..., Event], django_assert_max_num_queries
) -> None:
    for number in range(60):
        record(summary=f"Event {number}", after={"number": number})
    with django_assert_max_num_queries(10):
        first = auditor.get(f"{PAGE}?record=HM")
    assert "1 to 25 of 60 events" in first.text
    assert len(whats(first)) == 25
    assert len(whats(auditor.get(f"{PAGE}?record=HM&page=3"))) == 10
    assert "?record=HM&amp;page=2" in first.text


def test_a_chip_takes_one_filter_away(auditor: Client) -> None:
    asked = "record=HM&who=Ola&first-day=1&first-month=11&first-year=2026&page=2"
    chips = soup(auditor.get(f"{PAGE}?{asked}").content).select(".moj-filter__tag")
    links = {" ".join(chip.text.split()): chip["href"] for chip in chips}
    assert links == {
        "Remove this filter Reference of the record: HM": "?who=Ola&first-day=1&first-month=11&first-year=2026",
        "Remove this filter Name of who did it: Ola": "?record=HM&first-day=1&first-month=11&first-year=2026",
        "Remove this filter First day: 1 Nov 2026": "?record=HM&who=Ola",
    }


@pytest.mark.parametrize("role", ["triage", "housing", "landlord_liaison", "inspector", "finance", "content_editor"])
def test_other_roles_have_no_such_page(role: str, client: Client, at: datetime) -> None:
    assert sign_in(client, officer(role, at)).get(PAGE).status_code == 403


@pytest.mark.parametrize("kind", [Kind.LANDLORD, Kind.RESIDENT])
def test_others_have_no_such_page(kind: Kind, client: Client, at: datetime) -> None:
    assert sign_in(client, person(kind, at)).get(PAGE).status_code == 403
    assert Client().get(PAGE).headers["Location"] == f"/account/login/?next={quote(PAGE)}"


def test_what_is_hidden_from_the_actor_is_absent_and_not_counted(
    record: Callable[..., Event], at: datetime, rf: RequestFactory, client: Client
) -> None:
    record(summary="Seen")
    record(summary="Hidden", subject=("household", "HH-2026-0007"))
    record(summary="Namesake", subject=("home", "HH-2026-0007"))
    request = rf.get(PAGE, {"record": "H"})
    user = officer("auditor", at)
    request.user, request.actor, request.session = user, actor_of(user), client.session
    page = office.index(request, hidden=lambda actor: [("household", ["HH-2026-0007"])])
    assert sorted(whats(page)) == ["HH-2026-0007: Namesake", "HM-2026-0001: Seen"]
    assert "2 of 2 events" in page.text
