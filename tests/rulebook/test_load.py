"""Loading the rulebook's tables from their files."""

import csv
import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from core.access.actor import system
from core.audit.models import Event
from core.money import Money
from core.rulebook.models import TABLES, BenefitAmount, DepositCap, LhaRate, PolicySetting
from core.rulebook.rules.sheets.tables import SHEETS
from core.rulebook.services import tables

pytestmark = pytest.mark.django_db
CAPS = "annual_rent_from,weeks,valid_from,last_day,source,confidence\n"
OLD = "".join(
    f"{rent},{weeks},2019-06-01,,Tenant Fees Act 2019 Sch 1 para 2,H\n"
    for rent, weeks in (("0.00", 5), ("50000.00", 6))
)


@pytest.fixture
def load(at):
    def loader(table: str, content: str | bytes) -> tables.Report:
        raw = content if isinstance(content, bytes) else content.encode()
        return tables.load(table=table, content=raw, actor=system("test"), at=at)

    return loader


def spans(model=DepositCap, **which):
    return list(model.objects.filter(**which).order_by("valid_from").values_list("valid_from", "valid_to"))


def test_every_rate_is_stored_as_its_file_gives_it():
    amounts = ("weekly", "monthly", "market_weekly")
    shipped = csv.DictReader(io.StringIO(tables.shipped("lha_rates").decode()))
    expected = {(row["brma"], row["category"], row["valid_from"]): [row[name] for name in amounts] for row in shipped}
    stored = {
        (row.brma, row.category, row.valid_from.isoformat()): [
            "" if getattr(row, name) is None else getattr(row, name).plain for name in amounts
        ]
        for row in LhaRate.objects.all()
    }
    assert stored == expected
    assert len(stored) == 152 * 7 * 5


@pytest.mark.parametrize("table", sorted(SHEETS))
def test_loading_again_changes_nothing(table, load):
    before = Event.objects.count()
    report = load(table, tables.shipped(table))
    assert (report.added, report.changed, report.refused) == (0, 0, ())
    assert report.unchanged == TABLES[table].objects.count()
    assert Event.objects.count() == before


def test_a_later_row_is_added_and_the_open_one_ends_there(load):
    later = "0.00,4,2028-04-01,,A later Act,M\n"
    report = load("deposit_caps", CAPS + later)
    assert (report.added, report.changed, report.refused) == (1, 1, ())
    lower = Money.zero()
    assert spans(annual_rent_from=lower) == [(date(2019, 6, 1), date(2028, 4, 1)), (date(2028, 4, 1), None)]
    assert DepositCap.objects.on(date(2028, 3, 31)).get(annual_rent_from=lower).weeks == 5
    assert DepositCap.objects.on(date(2028, 4, 1)).get(annual_rent_from=lower).weeks == 4
    event = Event.objects.latest("pk")
    assert (event.action, event.subject_reference) == ("rulebook.load", "deposit_caps")
    again = load("deposit_caps", CAPS + OLD)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 2)


def test_a_row_of_the_same_first_day_is_brought_up_to_the_file(load):
    report = load("deposit_caps", CAPS + OLD.replace("0.00,5,", "0.00,4,", 1))
    assert (report.added, report.changed, report.unchanged) == (0, 1, 1)
    assert DepositCap.objects.get(annual_rent_from=Money.zero()).weeks == 4


def test_a_file_with_one_bad_row_leaves_the_table_as_it_was(load):
    report = load("deposit_caps", CAPS + "0.00,4,2028-04-01,,A later Act,M\n50000,six,2028-04-01,,A later Act,M\n")
    assert [str(each) for each in report.refused] == ["row 3, weeks: This must be a whole number."]
    assert spans(annual_rent_from=Money.zero()) == [(date(2019, 6, 1), None)]


def test_rows_that_overlap_what_is_stored_are_refused(load):
    row = "ASHFORD,Ashford,A,1.00,1.00,,2026-06-01,2026-07-01,Mine,L"
    headings = tables.shipped("lha_rates").decode().splitlines()[0]
    report = load("lha_rates", f"{headings}\n{row}\n")
    assert [str(each) for each in report.refused] == ["row 2, valid_from: It overlaps another row of the same key."]


def test_a_setting_of_the_council_is_never_overwritten(load):
    PolicySetting.objects.filter(name="guarantee_weeks").update(value="6", signed_off_by="Head of Housing")
    report = load("policy_settings", tables.shipped("policy_settings"))
    assert (report.added, report.changed) == (0, 0)
    assert PolicySetting.objects.get(name="guarantee_weeks").value == "6"


def test_benefit_figures_are_money_or_a_share():
    assert BenefitAmount.objects.get(parameter="uc_taper").amount is None
    assert BenefitAmount.objects.get(parameter="benefit_cap_earnings_threshold").amount == Money(88100)


def test_the_command_tells_each_refused_row_and_fails(tmp_path, capsys):
    file = tmp_path / "caps.csv"
    file.write_text(CAPS + "a,b,c,,,X\n")
    with pytest.raises(CommandError, match="left as it was"):
        call_command("load_rulebook", "deposit_caps", file=file)
    told = capsys.readouterr().err.splitlines()
    assert [line.split(":")[0] for line in told] == [
        f"deposit_caps, row 2, {column}" for column in ("annual_rent_from", "weeks", "valid_from", "confidence")
    ]


def test_the_command_reads_a_newer_file(tmp_path, capsys):
    file = tmp_path / "caps.csv"
    file.write_text(CAPS + "0.00,4,2028-04-01,,A later Act,M\n")
    call_command("load_rulebook", "deposit_caps", file=file)
    assert capsys.readouterr().out == "deposit_caps: 1 added, 1 changed, 0 already there\n"
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("load_rulebook", "deposit_caps", file=tmp_path / "none.csv")
    with pytest.raises(CommandError, match="which table"):
        call_command("load_rulebook", file=file)
