"""The officer's pages about households, as a browser sends their forms."""

from datetime import date

import pytest

from core.access import once
from core.accounts.middleware import actor_of
from core.documents.models import Document
from households.models import Duty, Household
from households.rules.case import Restriction
from households.rules.duty import DutyKind
from tests.households.browsing import act, day, fresh, page
from tests.web.client import officer, send, sign_in
from tests.world import World

pytestmark = pytest.mark.django_db


def test_a_household_is_recorded_helped_and_owed_a_duty_without_a_single_document(housing, at):
    """No document is ever required to ask for help, be assessed or have a duty opened."""
    asked = send(
        housing, "/office/record-household/", {"name": "Ama Field", "restricted": "no", **day("approach_on", at.date())}
    )
    row = Household.objects.get()
    assert asked.url == f"/office/households/{row.reference}/people/add/"
    assert "The people are not recorded yet" in page(housing, row)
    act(housing, row, "people/add", role="applicant", name="Ama", sex="F", **day("born_on", date(1994, 3, 2)))
    act(housing, row, "assess", **day("on", at.date()))
    for question, answer in (("eligible", "yes"), ("homelessness", "homeless")):
        act(housing, row, f"decide/{question}", answer=answer, reasons="You told us.", **day("decided_on", at.date()))
    act(housing, row, "duty", kind="relief", **day("satisfied_on", at.date()))
    assert Duty.objects.get(state="open").kind == DutyKind.RELIEF
    assert fresh(row).state == "open"
    assert not Document.objects.exists()
    assert "Day 1 of 56, 55 days left" in page(housing, row)


def test_no_form_of_a_case_asks_for_a_file(housing, at):
    world = World(at)
    row = world.household()
    actions = ["contact", "needs", "people/add", "safe-contact", "decide/eligible", "decide/priority_need", "notice"]
    for action in [*actions, "duty", "stay", "plan", "assess", "help-early"]:
        found = housing.get(f"/office/households/{row.reference}/{action}/")
        assert found.status_code == 200, action
        assert b'type="file"' not in found.content, action


def test_only_a_name_is_needed_and_its_absence_loses_nothing(housing, at):
    answer = send(
        housing,
        "/office/record-household/",
        {"name": "", "what_happened": "The landlord sells.", "present_postcode": "DA1", "restricted": "no"},
    )
    assert answer.status_code == 200
    words = answer.content.decode()
    assert "Enter a name to call them by" in words
    assert 'href="#id_present_postcode"' in words
    assert "The landlord sells." in words
    assert not Household.objects.exists()


def test_people_are_put_right_one_at_a_time(housing, at):
    world = World(at)
    row = world.household(duty=None)
    act(housing, row, "people/add", role="non_dependant", name="Jo", sex="F", **day("born_on", date(1990, 1, 1)))
    act(
        housing,
        row,
        "people/add",
        role="non_dependant",
        name="Lee",
        sex="M",
        partner_of="3",
        ticks=["overnight_carer"],
        **day("born_on", date(1991, 1, 1)),
    )
    shown = page(housing, row)
    assert "They need 3 bedrooms" in shown
    names = list(row.members.values_list("name", "partner_of__name"))
    assert names[2:] == [("Jo", None), ("Lee", "Jo")]
    act(housing, row, "people/2/remove")
    assert list(row.members.values_list("name", "partner_of__name"))[1:] == [("Jo", None), ("Lee", "Jo")]
    second = act(housing, row, "people/add", role="applicant", name="Di", sex="F", **day("born_on", date(1990, 1, 1)))
    assert "There must be one applicant" in second.content.decode()
    born = act(housing, row, "people/2", role="child", name="Jo", sex="F")
    assert "Enter a date of birth" in born.content.decode()
    assert housing.get(f"/office/households/{row.reference}/people/9/").status_code == 404


def test_needs_take_areas_by_outcode_and_by_district(housing, at):
    row = World(at).household(duty=None)
    wrong = act(housing, row, "needs", pets="dog", wanted_elsewhere="Nowhere land", monthly_income="1450")
    assert "We do not know “Nowhere land”" in wrong.content.decode()
    assert 'value="1450"' in wrong.content.decode()
    both = act(housing, row, "needs", pets="dog", wanted=["DA1"], unsafe_elsewhere="da1")
    assert "An area cannot be wanted and unsafe: DA1." in both.content.decode()
    act(
        housing,
        row,
        "needs",
        pets="dog",
        wanted=["DA1"],
        unsafe_elsewhere="gravesham, DA7",
        monthly_income="1,450",
        brma_key="NORTH_WEST_KENT",
        max_floor_without_lift="0",
    )
    saved = fresh(row)
    assert (saved.wanted_areas, saved.unsafe_areas) == (["DA1"], ["E07000109", "DA7"])
    assert (saved.monthly_income.pence, saved.max_floor_without_lift) == (145_000, 0)
    again = housing.get(f"/office/households/{row.reference}/needs/").content.decode()
    assert "Gravesham, DA7" in again
    assert "Ground floor only" in page(housing, row)


def test_another_officer_has_no_trace_of_a_restricted_household(client, housing, at, django_user_model):
    """A3: no row, no name, no count, no page; its own officer and a manager have them."""
    world = World(at)
    own = django_user_model.objects.get(email="housing@example.com")
    row = world.household(name="Hidden Name", restriction=Restriction.DOMESTIC_ABUSE, actor=actor_of(own))
    open_one = world.household(name="Open Name")
    assert "Restricted: domestic abuse" in page(housing, row)
    other = officer("housing", at, email="other@example.com")
    sign_in(client, other)
    listed = client.get("/office/households/").content.decode()
    assert "Hidden Name" not in listed
    assert open_one.reference in listed
    assert client.get("/office/households/").context["pagination"].total == 1
    for text in ("Hidden", row.reference, "01632960010"):
        assert row.reference not in client.get("/office/households/", {"q": text}).content.decode().replace(
            f'value="{text}"', ""
        ).replace(f": {text}", "")
    for action in ("", "needs/", "contact/", "decide/eligible/", "plan/", "letters/duty_decision/", "allow/"):
        assert client.get(f"/office/households/{row.reference}/{action}").status_code == 404, action
    assert client.get(f"/office/duties/{row.duties.get().reference}/end/").status_code == 404
    sign_in(client, own)
    act(client, row, "allow", officer=other.reference, reason="Covers leave")
    sign_in(client, other)
    assert client.get(f"/office/households/{row.reference}/").status_code == 200


def test_a_stale_page_is_a_409_and_a_form_sent_twice_does_it_once(housing, at):
    row = World(at).household(duty=None)
    url = f"/office/households/{row.reference}/needs/"
    assert send(housing, url, {"seen": 1, "pets": "none"}).status_code == 409
    data = {once.FIELD: once.new_key(), "name": "Twice", "restricted": "no", **day("approach_on", at.date())}
    first, second = (housing.post("/office/record-household/", data) for _ in range(2))
    assert first.url == second.url
    assert Household.objects.filter(name="Twice").count() == 1


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_costs_the_same_however_long(housing, at, django_assert_num_queries, count):
    world = World(at)
    for _ in range(count):
        world.household(resident=False)
    housing.get("/office/households/")
    with django_assert_num_queries(10):
        assert len(housing.get("/office/households/").context["table"].rows) == min(count, 25)


def test_the_list_is_filtered(housing, at):
    world = World(at)
    world.household(name="Relief One")
    world.household(name="Prevention Two", duty=DutyKind.PREVENTION)
    world.household(name="None Three", duty=None)
    own = sign_in(housing, officer("housing", at, email="me@example.com"))

    def names(**query) -> set[str]:
        return {row[1].value for row in own.get("/office/households/", query).context["table"].rows}

    assert names(duty="relief") == {"Relief One"}
    assert names(duty="none") == {"None Three"}
    assert names(state="triage") == {"None Three"}
    assert names(q="prevention") == {"Prevention Two"}
    assert names(q="01632 960010") == {"Relief One", "Prevention Two", "None Three"}
    assert names(mine="on") == set()
    row = Household.objects.get(name="None Three")
    act(own, row, "take-over")
    assert names(mine="on") == {"None Three"}
