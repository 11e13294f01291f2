"""Reading the rulebook as it holds on a day."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ExpressionWrapper, F, Sum

from core.errors import DomainError
from core.money import Money
from core.money.fields import PenceField, pence, total
from core.rulebook.models import BenefitAmount, LhaRate, PolicySetting
from core.rulebook.rules.household import Household, Person, Sex
from core.rulebook.rules.lha import Category
from core.rulebook.selectors import law, policy, rates

pytestmark = pytest.mark.django_db
NWK = "NORTH_WEST_KENT"


def test_a_rate_by_area_size_and_day(today):
    assert rates.lha_rate(NWK, Category.TWO, today).weekly == Money(22899)
    with pytest.raises(DomainError):
        rates.lha_rate(NWK, Category.TWO, date(2027, 4, 1))


def test_one_area_or_all_give_the_same_answer(today, django_assert_num_queries):
    household = Household((Person(34, Sex.FEMALE),), (Person(7, Sex.MALE),))
    book = rates.rate_book()
    with django_assert_num_queries(2):
        answer = rates.lha_answer(household, brma=NWK, on=today)
    assert answer == book.answer(household, brma=NWK, on=today)
    assert (answer.monthly, answer.weekly) == (Money(99500), Money(22899))
    with pytest.raises(DomainError) as refusal:
        rates.lha_answer(household, brma="NARNIA", on=today)
    assert refusal.value.field == "brma"


def test_the_areas_and_the_last_day():
    names = rates.brma_names()
    assert len(names) == 152
    assert names[NWK] == "North West Kent"
    assert rates.last_day_covered() == date(2027, 3, 31)


def test_what_the_law_asks_on_a_day(today):
    assert [test.letter for test in law.suitability_tests(today)][:5] == ["a", "b", "c", "d", "e_i"]
    assert law.suitability_tests(today).count() == 13
    assert law.lettability_checks(today).count() == 11
    assert {kind: row.months for kind, row in law.certificate_periods(today).items()} == {
        "gas": 12,
        "eicr": 60,
        "epc": 120,
    }
    assert law.possession_grounds("prs_from_2026_05_01", today).count() == 37
    assert law.possession_grounds("social_until_2027", today).count() == 19
    assert law.possession_grounds("prs_from_2026_05_01", date(2026, 4, 30)).count() == 0
    assert law.statistics_labels("prevention_end_reason", today).count() == 10
    assert law.referral_bodies(today).filter(has_duty=True).count() == 13


def test_settings_read_by_kind(today):
    assert policy.yes("relief_lapses_if_intentionality_open", today) is False
    assert policy.number("rent_in_advance_months", today) == 1
    assert policy.numbers("inventory_reminder_days", today) == (3, 7, 12)
    assert policy.day("care_leaver_never_intentional_from", today) == date(2026, 6, 1)
    assert policy.numbers_named("shortlist_", today)["bnb_from_day"] == 28
    with pytest.raises(LookupError):
        policy.number("relief_lapses_if_intentionality_open", today)
    with pytest.raises(LookupError):
        policy.yes("no_such_setting", today)


def test_a_setting_changes_on_its_day(today):
    row = PolicySetting.objects.get(name="prs_database_required")
    opens = date(2027, 1, 1)
    PolicySetting.objects.filter(pk=row.pk).update(valid_to=opens)
    PolicySetting.objects.create(
        name=row.name,
        label=row.label,
        kind=row.kind,
        value="yes",
        for_solicitor=False,
        valid_from=opens,
        source="GOV.UK",
        confidence="H",
    )
    assert not policy.yes(row.name, date(2026, 12, 31))
    assert policy.yes(row.name, opens)


def test_pence_columns_read_as_money():
    cap = BenefitAmount.objects.filter(parameter="benefit_cap")
    assert cap.aggregate(total=Sum("amount"))["total"] == total(cap, "amount") == Money(79_063_00)
    assert total(cap.none(), "amount") == Money.zero()
    assert cap.filter(amount__gt=pence(Money(22_020_00))).count() == 1
    area = LhaRate.objects.filter(brma=NWK, category="B").annotate(
        gap=ExpressionWrapper(F("market_weekly") - F("weekly"), output_field=PenceField())
    )
    assert area.get(valid_from=date(2026, 4, 1)).gap > Money.zero()
    with pytest.raises(TypeError):
        LhaRate.objects.filter(weekly="172.60").count()


@pytest.mark.parametrize(
    "change", [{"valid_to": date(2019, 6, 1)}, {"confidence": "X"}, {"valid_from": date(2026, 4, 1)}]
)
def test_the_database_refuses_what_cannot_be(change):
    row = LhaRate.objects.get(brma=NWK, category="B", valid_from=date(2025, 4, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        LhaRate.objects.filter(pk=row.pk).update(**change)
