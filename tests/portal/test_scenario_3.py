"""Scenario 3, the mixed notice: what stands in the demonstration council, and what the notice checker reads from it."""

from datetime import date

import pytest

from core.audit.models import Event
from core.deadlines.models import Deadline
from core.money import Money
from households.models import Household
from tenancies.models import ProblemReport, Tenancy
from tenancies.selectors import notice_checker, rents
from tests.council import DAY

pytestmark = pytest.mark.usefixtures("told_council", "undone")


def test_scenario_3_the_award_waits_and_prevention_is_open():
    tenancy = Tenancy.objects.get(nomination__household=Household.objects.get(name="Lee Farrant"))
    balance = rents.balance(tenancy, DAY)
    assert (balance.owed, balance.waiting) == (Money(270_000), Money(68_000))
    award = tenancy.entries.get(kind="award")
    assert (award.entered_as, award.shared) == ("officer", True)
    agreed = Event.objects.get(action="tenancy.await_award", subject_reference=tenancy.reference)
    assert agreed.values.after["shared"] is True
    notice = tenancy.notices.get()
    assert (notice.grounds, notice.served_on, notice.specified_on) == (["8", "14"], DAY, date(2026, 11, 24))
    duty = tenancy.nomination.household.duties.open().get()
    assert (duty.kind, duty.satisfied_on, duty.last_day) == ("prevention", DAY, date(2027, 1, 17))
    reports = ProblemReport.objects.filter(tenancy=tenancy, source="landlord")
    assert {row.problem: row.barriers for row in reports} == {"arrears": ["neighbour"], "nuisance": ["neighbour"]}
    arrears = reports.get(problem="arrears")
    assert arrears.intention.rights_told_at <= arrears.closed_at
    assert arrears.intention.grounds == ["8", "14"]
    assert not Deadline.objects.about(arrears.subject).open().exists()


def test_scenario_3_the_recorded_notice_is_read_with_its_dates_and_sources():
    (found,) = notice_checker.of_household(Household.objects.get(name="Lee Farrant"), DAY)
    read = {row.key: row for row in found.rows}
    assert "With ground 14 in the notice" in read["The date in the notice is not too early"].value[1]
    assert "Monday 21 December 2026 (4 weeks" in read["Ground 8 alone"].value
    assert read["No court order takes effect before"].value.startswith("Monday 7 December 2026")
    (unpaid,) = [row for key, row in read.items() if key.startswith("Unpaid rent")]
    assert "£2,700.00 unpaid, less £680.00" in unpaid.value[1]
    assert "£2,020.00. That is less than £2,700.00" in unpaid.value[1]
    assert all(row.note for row in found.rows)
