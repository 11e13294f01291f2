import re
from datetime import timedelta
from typing import Any

from core import dates
from core.documents.models import Document
from core.money import Money
from core.notifications.models import OutboxMessage
from tenancies.models import CheckIn, Tenancy
from tenancies.rules.check_in import Moment, Side
from tenancies.rules.notice import NoticeGiven
from tenancies.services import check_ins, life, rents, sheets
from tenancies.services.rents import Period
from tests.web.matrix import EVERYONE, LANDLORDS, RESIDENTS, Expect
from tests.web.matrix_deposits import SEE_GUARANTEES, START, a_tenancy
from tests.web.matrix_lettings import OTHERS, SEE_HOUSEHOLDS, form, page
from tests.web.personas import Cast

NOTHING = Money.zero()
CASES = frozenset({"triage", "housing", "manager"})


def running(cast: Cast) -> Tenancy:
    return Tenancy.objects.get(pk=cast.once(a_tenancy).pk)


def behind(cast: Cast) -> Tenancy:
    """Three rent days, and nothing was paid."""
    row, began = cast.once(running), cast.at.date() - timedelta(days=80)
    Tenancy.objects.filter(pk=row.pk).update(started_on=began, first_due_on=began)
    periods = [Period(dates.add_months(began, number), row.rent, NOTHING) for number in range(3)]
    rents.enter(ref=row.reference, seen=row.version, periods=periods, actor=cast.world.housing, at=cast.at)
    return Tenancy.objects.get(pk=row.pk)


def done(service: Any, maker: Any = running, **given: Any) -> Any:
    """A tenancy after something happened to it."""

    def made(cast: Cast) -> Tenancy:
        row = cast.once(maker)
        service(ref=row.reference, seen=row.version, actor=cast.world.housing, at=cast.at, **given)
        return Tenancy.objects.get(pk=row.pk)

    return made


def noticed(cast: Cast) -> Tenancy:
    day = cast.at.date()
    return done(life.serve_notice, notice=NoticeGiven(day, day, ("8",)))(cast)


def leaving(cast: Cast) -> Tenancy:
    day = cast.at.date()
    return done(life.tenant_notice, notice=NoticeGiven(day, day))(cast)


at_risk = done(life.put_at_risk, note="They fell behind")


def check_in_of(side: Side) -> Any:
    def asked(cast: Cast) -> CheckIn:
        moment = Moment("week_1", "Week 1", cast.at.date())
        row = check_ins.ask(
            tenancy_ref=cast.once(running).reference, moment=moment, side=side, actor=cast.world.housing, at=cast.at
        )
        assert row is not None
        return row

    return asked


asked = check_in_of(Side.TENANT)


def token(cast: Cast) -> dict[str, str]:
    body = OutboxMessage.objects.get(about_reference=cast.once(asked).reference).body
    return {"token": re.search(r"/check-in/([\w-]+)/", body)[1]}


def landlord_sheet(cast: Cast) -> Document:
    row = cast.once(behind)
    return sheets.for_landlord(ref=row.reference, seen=row.version, actor=cast.world.housing, at=cast.at)


def tenant_sheet(cast: Cast) -> Document:
    row = cast.once(running)
    return sheets.for_tenant(
        ref=row.reference, seen=row.version, reasons=["debt"], named=True, actor=cast.world.housing, at=cast.at
    )


def a_sheet(maker: Any, who: frozenset[str], **expected: Any) -> Expect:
    def kwargs(cast: Cast) -> dict[str, str]:
        return {"document": cast.once(maker).reference, "reference": cast.once(running).reference}

    return Expect(who, kwargs=kwargs, **expected)


def line(who: frozenset[str], **expected: Any) -> Expect:
    return Expect(
        who,
        kwargs=lambda cast: {"reference": cast.once(behind).reference, "number": 1},
        sends=lambda cast: {
            "seen": cast.once(behind).version,
            "amount": "10",
            "reason": "Typed wrong",
            **day("day", cast),
        },
        **expected,
    )


def day(name: str, cast: Cast) -> dict[str, Any]:
    return {name: cast.at.date().isoformat()}


def paid(cast: Cast) -> dict[str, Any]:
    return {f"paid_{cast.at.date().isoformat()}": "full"}


def payment(cast: Cast) -> dict[str, Any]:
    return {"amount": "10", **day("paid_on", cast)}


def notice(cast: Cast) -> dict[str, Any]:
    return day("served_on", cast) | day("specified_on", cast)


ROWS = {
    "tenancies_office_list": Expect(SEE_GUARANTEES),
    "tenancies_office_tick": form(running, START, lambda cast: {"names": ["meters_read"]}),
    "tenancies_office_put_at_risk": form(running, START, lambda cast: {"note": "They fell behind"}),
    "tenancies_office_attended": Expect(
        START,
        kwargs=lambda cast: {"reference": cast.once(at_risk).reference, "kind": life.RISK_REVIEW},
        sends=lambda cast: {"seen": cast.once(at_risk).version, "note": "They pay again"},
    ),
    "tenancies_office_recover": form(at_risk, START, lambda cast: {"note": "Paid"}),
    "tenancies_office_notice": form(running, START, lambda cast: {"grounds": "8 14", **notice(cast)}),
    "tenancies_office_check_notice": page(noticed, SEE_GUARANTEES),
    "tenancies_office_case_notice": form(noticed, CASES, lambda cast: {}),
    "tenancies_office_withdraw_notice": form(noticed, START, lambda cast: {}),
    "tenancies_office_tenant_notice": form(running, START, notice),
    "tenancies_office_stay": form(leaving, START, lambda cast: {}),
    "tenancies_office_end": form(running, START, lambda cast: {"cause": "agreed_surrender", **day("ended_on", cast)}),
    "tenancies_office_direct_payment": form(running, START, lambda cast: {"reasons": ["debt"], "named": "yes"}),
    "tenancies_office_check_in": form(asked, START, lambda cast: {"given": "fine"}),
    "tenancies_office_rent": form(running, START, paid),
    "tenancies_office_payment": form(running, START, payment),
    "tenancies_office_award": form(behind, START, lambda cast: {"amount": "10", "shared": "no"}),
    "tenancies_office_rent_day": form(running, START, lambda cast: day("first_due_on", cast)),
    "tenancies_office_record": page(behind, SEE_GUARANTEES),
    "tenancies_office_correct": line(START),
    "tenancies_office_make_sheet": form(behind, START, lambda cast: {}),
    "tenancies_office_sheet": a_sheet(landlord_sheet, SEE_GUARANTEES),
    "tenancies_office_sheet_pdf": a_sheet(
        tenant_sheet, SEE_GUARANTEES, get_for=dict.fromkeys(SEE_GUARANTEES - SEE_HOUSEHOLDS, 404)
    ),
    "tenancies_landlord_list": Expect(LANDLORDS),
    "tenancies_landlord_rent": form(running, LANDLORDS, paid, **OTHERS),
    "tenancies_landlord_payment": form(running, LANDLORDS, payment, **OTHERS),
    "tenancies_landlord_award": form(behind, LANDLORDS, lambda cast: {"amount": "10"}, **OTHERS),
    "tenancies_landlord_rent_day": form(running, LANDLORDS, lambda cast: day("first_due_on", cast), **OTHERS),
    "tenancies_landlord_record": page(behind, LANDLORDS, **OTHERS),
    "tenancies_landlord_correct": line(LANDLORDS, **OTHERS),
    "tenancies_landlord_make_sheet": form(behind, LANDLORDS, lambda cast: {}, **OTHERS),
    "tenancies_landlord_sheet": a_sheet(landlord_sheet, LANDLORDS, **OTHERS),
    "tenancies_landlord_sheet_pdf": a_sheet(tenant_sheet, LANDLORDS, get_for={"landlord": 404, "other_landlord": 404}),
    "tenancies_resident_list": Expect(
        RESIDENTS, get_for={"resident": 302}, kwargs=lambda cast: cast.once(running) and {}
    ),
    "tenancies_resident_sheet": a_sheet(tenant_sheet, RESIDENTS, **OTHERS),
    "tenancies_resident_sheet_pdf": a_sheet(
        landlord_sheet, RESIDENTS, get_for={"resident": 404, "other_resident": 404}
    ),
    "tenancies_public_check_in": Expect(EVERYONE, kwargs=token, sends=lambda cast: {"given": "fine"}),
    "workspaces_landlord_tenancy": page(running, LANDLORDS, **OTHERS),
    "workspaces_resident_tenancy": page(running, RESIDENTS, **OTHERS),
}
