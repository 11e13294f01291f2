"""The grounds of a notice are typed in one way, on the tenancy and on the concern."""

import pytest

from core.accounts.models import User
from tenancies.forms.grounds import GroundsField
from tenancies.forms.life import LandlordNoticeForm
from tenancies.forms.report_actions import ServedForm
from tenancies.models import Tenancy
from tests.web.client import send, sign_in
from tests.world import World
from tests.world_reports import Reports

DAY = {"served_on-day": "20", "served_on-month": "11", "served_on-year": "2026"}


def ending(name: str) -> dict[str, str]:
    return {f"{name}-day": "20", f"{name}-month": "3", f"{name}-year": "2027"}


@pytest.mark.parametrize("typed", ["8 14", "8, 14", "8,14", " 8  14 8 "])
@pytest.mark.parametrize(("form", "named"), [(LandlordNoticeForm, "specified_on"), (ServedForm, "ends_on")])
def test_both_forms_read_grounds_alike(form, named, typed):
    filled = form({"seen": "1", "grounds": typed, **DAY, **ending(named)})
    assert filled.is_valid(), filled.errors
    assert filled.cleaned_data["grounds"] == ("8", "14")
    assert "8 10 14" in filled.fields["grounds"].help_text


def test_small_letters_and_no_grounds_at_all():
    assert GroundsField().clean("1a") == ("1A",)
    unknown = ServedForm({"seen": "1", "grounds": "", **DAY, **ending("ends_on")})
    assert unknown.is_valid()
    assert unknown.cleaned_data["grounds"] == ()
    assert not LandlordNoticeForm({"seen": "1", "grounds": "", **DAY, **ending("specified_on")}).is_valid()


@pytest.mark.django_db
def test_a_notice_on_a_concern_takes_what_the_hint_says(client, at):
    world = World(at)
    row = Reports(world).triaged()
    sign_in(client, User.objects.get(pk=world.housing.user_id))
    served = {"served_on-day": "21", "served_on-month": "11", "served_on-year": "2026"}
    answers = {"seen": row.version, "grounds": "8 14", **served, **ending("ends_on")}
    assert send(client, f"/office/tenancy-concerns/{row.reference}/serve/", answers).status_code == 302
    assert Tenancy.objects.get(pk=row.tenancy_id).notices.get().grounds == ["8", "14"]
