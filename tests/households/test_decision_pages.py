"""Findings, duties, stays, plans and letters, as an officer's browser sends their forms."""

import re
from datetime import date, timedelta

import pytest

from core.audit.models import Event
from households.models import Duty, Plan, StatutoryLetter
from households.rules.case import MemberRole, Question
from households.rules.duty import DutyKind
from households.services.cases import Person
from tests.households.browsing import act, day, fresh, page
from tests.web.client import officer, send, sign_in
from tests.world import World

pytestmark = pytest.mark.django_db


def test_a_care_leaver_cannot_be_found_intentional(housing, at):
    row = World(at).household(
        Person("Sam", MemberRole.APPLICANT, born_on=date(2004, 1, 1), sex="M", circumstances={"care_leaver": True})
    )
    form = housing.get(f"/office/households/{row.reference}/decide/intentional/").content.decode()
    assert "cannot be found homeless intentionally" in form
    assert re.search(r'value="yes"[^>]*\bdisabled', form)
    refused = act(housing, row, "decide/intentional", answer="yes", reasons="x", **day("decided_on", at.date()))
    assert refused.status_code == 200
    assert fresh(row).intentional == "undecided"


def test_a_county_owes_a_care_leaver_help_so_every_district_of_it_is_theirs(housing, at):
    """Scenario 5: with every district of the county council's area, not a unitary neighbour (s199(8)(b))."""
    row = World(at).household(
        Person("Sam", MemberRole.APPLICANT, born_on=date(2004, 1, 1), sex="M", circumstances={"care_leaver": True})
    )
    choose = housing.get(f"/office/households/{row.reference}/people/1/").content.decode()
    assert "Kent County Council" in choose
    act(
        housing,
        row,
        "people/1",
        name="Sam",
        role="applicant",
        sex="M",
        ticks=["care_leaver"],
        care_council="Kent",
        **day("born_on", date(2004, 1, 1)),
    )
    form = housing.get(f"/office/households/{row.reference}/decide/local_connection/").content.decode()
    assert "Ashford" in form
    assert "Medway" not in form
    assert re.search(r'value="no"[^>]*\bdisabled', form)
    decided = {"reasons": "Kent County Council helps you.", **day("decided_on", at.date())}
    assert act(housing, row, "decide/local_connection", answer="no", **decided).status_code == 200
    assert act(housing, row, "decide/local_connection", answer="yes", **decided).status_code == 302
    assert fresh(row).local_connection == "yes"


def test_priority_need_asks_why_and_keeps_the_reasons_typed(housing, at):
    row = World(at).household()
    refused = act(
        housing,
        row,
        "decide/priority_need",
        answer="yes",
        reasons="Kit lives with you.",
        **day("decided_on", at.date()),
    )
    assert "Choose why they are in priority need" in refused.content.decode()
    assert "Kit lives with you." in refused.content.decode()
    act(
        housing,
        row,
        "decide/priority_need",
        answer="yes",
        reasons="Kit lives with you.",
        categories=["dependent_children"],
        **day("decided_on", at.date()),
    )
    assert "Dependent children live with them" in page(housing, row)


def test_becoming_homeless_is_one_step(housing, at):
    row = World(at).household(duty=DutyKind.PREVENTION)
    assert "They became homeless" in page(housing, row)
    act(housing, row, "became-homeless", reasons="The locks were changed.", **day("satisfied_on", at.date()))
    assert list(Duty.objects.values_list("kind", "state", "ground")) == [
        ("prevention", "ended", "became_homeless"),
        ("relief", "open", ""),
    ]


def test_a_notice_bars_the_end_after_56_days(client, at):
    world = World(at)
    row = world.household(duty=DutyKind.PREVENTION, satisfied_on=at.date() - timedelta(days=60))
    sign_in(client, officer("manager", at))
    notice = {"kind": "section_8", "grounds": "1a", "tenancy": "assured", "validity": "yes", "only_home": "yes"}
    act(
        client, row, "notice", **notice, **day("served_on", date(2026, 11, 2)), **day("specified_on", date(2026, 12, 2))
    )
    assert "A valid notice for their only home gives a date within 56 days" in page(client, row)
    duty = row.duties.get()
    url = f"/office/duties/{duty.reference}/end/"
    assert "prevention cannot end as “56 days”" in client.get(url).content.decode()
    data = {"seen": duty.version, "ground": "fifty_six_days", "hclic_reason": "56_days_no_action", "complied": "on"}
    refused = send(client, url, {**data, "reasons": "We tried.", **day("ended_on", at.date())})
    assert refused.status_code == 200
    assert "We tried." in refused.content.decode()
    duty.refresh_from_db()
    assert duty.state == "open"


def test_the_form_says_which_grounds_a_manager_signs(housing, at):
    duty = World(at).household().duties.get()
    form = housing.get(f"/office/duties/{duty.reference}/end/").content.decode()
    assert re.search(r'value="fifty_six_days"[^>]*\bdisabled', form)
    assert "s189B(7)(b). A manager signs it. Not today: see above." in form
    assert not re.search(r'value="withdrew"[^>]*\bdisabled', form)
    data = {"seen": duty.version, "ground": "withdrew", "hclic_reason": "secured_6m", "reasons": "They rang."}
    wrong = send(housing, f"/office/duties/{duty.reference}/end/", {**data, **day("ended_on", at.date())})
    assert "Choose a statistical reason that goes with the ground" in wrong.content.decode()
    data["hclic_reason"] = "withdrew_deceased"
    done = send(housing, f"/office/duties/{duty.reference}/end/", {**data, **day("ended_on", at.date())})
    assert done.status_code == 302
    duty.refresh_from_db()
    assert (duty.state, duty.ground) == ("ended", "withdrew")


def test_a_family_in_bed_and_breakfast_shows_its_day(housing, at):
    row = World(at).household()
    first = at.date() - timedelta(days=29)
    act(
        housing,
        row,
        "stay",
        provider="Mill House",
        self_contained="no",
        nightly_cost="85",
        function="s188",
        **day("started_on", first),
    )
    assert "Day 30 of 42 in bed and breakfast" in page(housing, row)
    assert "Day 30 of 42" in housing.get("/office/households/").content.decode()
    stay = row.placements.get()
    left = send(housing, f"/office/stays/{stay.reference}/leave/", {"seen": stay.version, **day("ended_on", at.date())})
    assert left.status_code == 302
    assert "£2,465" in page(housing, row)


PLAN = {
    "council-1-what": "Ring the landlord",
    "applicant-1-what": "Send us your payslips",
    "applicant-1-due": "2026-11-28",
    "applicant-2-what": "Look at homes online",
    "applicant-2-advice": "on",
    "agreed": "yes",
}


def test_a_plan_has_steps_for_both_sides_and_versions(housing, at):
    row = World(at).household()
    review = day("review_on", date(2026, 12, 12))
    one_sided = act(housing, row, "plan", **{**PLAN, "council-1-what": ""}, **review)
    assert "a plan is never only theirs" in one_sided.content.decode()
    assert "Send us your payslips" in one_sided.content.decode()
    assert act(housing, row, "plan", **PLAN, **review).status_code == 302
    plan = Plan.objects.get()
    assert list(plan.steps.values_list("side", "is_advice").order_by("id")) == [
        ("council", False),
        ("applicant", False),
        ("applicant", True),
    ]
    send(housing, f"/office/plans/{plan.reference}/steps/1/", {"done": "yes"})
    send(
        housing, f"/office/plans/{plan.reference}/steps/3/drop/", {"seen": Plan.objects.get().version, "reason": "Done"}
    )
    assert "Change the plan" in page(housing, row)
    assert act(housing, row, "plan", **PLAN, **review).status_code == 200
    assert act(housing, row, "plan", **PLAN, what_changed="A new job", **review).status_code == 302
    assert "version 2" in page(housing, row)


def test_a_letter_goes_only_with_every_box_ticked(housing, at):
    row = World(at).household()
    url = f"letters/{'duty_decision'}"
    shown = housing.get(f"/office/households/{row.reference}/{url}/").content.decode()
    assert "We owe you a duty to help you find a home" in shown
    assert "What they told us and we found" in shown
    refused = act(housing, row, url, delivery="hand")
    assert "Not ready yet: I have read it through" in refused.content.decode()
    assert not StatutoryLetter.objects.exists()
    assert act(housing, row, url, delivery="hand", read_through="on").status_code == 302
    letter = StatutoryLetter.objects.get()
    assert letter.reference in page(housing, row)
    read = housing.get(f"/office/letters/{letter.reference}/").content.decode()
    assert "They can ask for a review to Friday 11 December 2026" in read
    pdf = housing.get(f"/office/letters/{letter.reference}.pdf")
    assert pdf["Content-Type"] == "application/pdf"
    assert b"".join(pdf.streaming_content).startswith(b"%PDF")
    early = housing.get(f"/office/households/{row.reference}/letters/end_of_relief/").content.decode()
    assert "cannot be written yet" in early


def test_an_unsafe_way_of_giving_a_letter_is_refused_to_the_officer(housing, at):
    row = World(at).household()
    act(housing, row, "safe-contact", never=["no_letter"], code_word="Bluebell")
    assert "Do not send letters." in page(housing, row)
    assert "Code word: Bluebell." in page(housing, row)
    refused = act(housing, row, "letters/duty_decision", delivery="post", read_through="on")
    assert "asked us not to send letters" in refused.content.decode()


def test_deciding_after_day_56_records_the_end_and_opens_the_main_duty(client, at):
    """Scenario 1, by the officer's own form."""
    world = World(at)
    row = world.household(satisfied_on=at.date() - timedelta(days=57))
    world.decide(row, Question.PRIORITY_NEED, "yes", "dependent_children")
    sign_in(client, officer("manager", at))
    assert "Main duty decision overdue: 2 days" in page(client, row)
    act(
        client, row, "decide/intentional", answer="no", reasons="You did not choose it.", **day("decided_on", at.date())
    )
    assert list(row.duties.values_list("kind", "state", "ground")) == [
        ("relief", "ended", "lapsed"),
        ("main", "open", ""),
    ]
    assert Event.objects.filter(action="duty.end").exists()
