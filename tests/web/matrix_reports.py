from collections.abc import Callable
from datetime import timedelta
from typing import Any

from tenancies.models import ProblemReport, Tenancy
from tenancies.rules.joint import Barrier
from tenancies.rules.problem import Problem, Source
from tenancies.rules.report import ContactBy, Outcome
from tenancies.services import contacting, ending, noticing, reporting, triaging
from tenancies.services.contacting import Delivery
from tenancies.services.reporting import Given
from tenancies.services.whose import TenantGiven
from tests.web.matrix import LANDLORDS, RESIDENTS, Expect
from tests.web.matrix_households import MANAGER, SEE, TODAY, day, owed
from tests.web.personas import Cast
from tests.world_reports import ARREARS, Reports, fresh, landlord_of, tenancy

WORK = frozenset({"triage", "housing", "landlord_liaison", "manager"})
CASES = frozenset({"triage", "housing", "manager"})
Maker = Callable[[Cast], ProblemReport]


def a_home(cast: Cast) -> Tenancy:
    """The persona "resident" lives in a home of the persona "landlord"."""
    return tenancy(cast.world, household=cast.once(owed))


def received(cast: Cast) -> ProblemReport:
    return Reports(cast.world).by_landlord(cast.once(a_home))


def triaged(cast: Cast) -> ProblemReport:
    return fresh(Reports(cast.world).triaged(received(cast)))


def reached(cast: Cast) -> ProblemReport:
    return fresh(Reports(cast.world).reached(received(cast)))


def agreed(cast: Cast) -> ProblemReport:
    return fresh(Reports(cast.world).agreed(received(cast)))


def shared(cast: Cast) -> ProblemReport:
    return fresh(Reports(cast.world).shared(received(cast)))


def thinking(cast: Cast) -> ProblemReport:
    given = Given(Problem.THINKING_OF_NOTICE, {"why": "selling", "when": "later"})
    row = Reports(cast.world).by_landlord(cast.once(a_home), given)
    return fresh(Reports(cast.world).triaged(row))


def given_up(cast: Cast) -> ProblemReport:
    """Tried often enough, nobody reached."""
    row = triaged(cast)
    for by in (ContactBy.TELEPHONE, ContactBy.VISIT, ContactBy.TELEPHONE):
        Reports(cast.world).tried(row, by)
    return fresh(Reports(cast.world).answer(row))


def apart(cast: Cast) -> ProblemReport:
    return fresh(Reports(cast.world).do(triaging.keep_apart, triaged(cast), barrier=Barrier.HARASSMENT))


def withheld(cast: Cast) -> ProblemReport:
    return fresh(Reports(cast.world).do(contacting.withhold_notice, triaged(cast), note="He reads her post."))


def told_on_paper(cast: Cast) -> ProblemReport:
    given = {"words": "A concern.", "delivery": Delivery.LETTER}
    return fresh(Reports(cast.world).do(contacting.tell_tenant, triaged(cast), **given))


def settled(cast: Cast) -> ProblemReport:
    return fresh(Reports(cast.world).settled(received(cast)))


def resolved(cast: Cast) -> ProblemReport:
    return fresh(Reports(cast.world).do(ending.resolve, settled(cast), outcome=Outcome.SETTLED))


def stranger(cast: Cast) -> ProblemReport:
    """About a tenant of the persona "landlord" whom we did not house."""
    home = cast.once(a_home).nomination.let.home
    tenant = TenantGiven("Jo Vale", "3 Mill Lane", "DA1 1AB", email="jo@example.com")
    row = reporting.report(
        landlord_ref=home.landlord.reference,
        tenant=tenant,
        given=ARREARS,
        source=Source.LANDLORD,
        actor=landlord_of(cast.once(a_home)),
        at=cast.world.at,
    )
    return fresh(row)


def noticed(cast: Cast) -> ProblemReport:
    """A notice that an officer recorded who does not work on cases."""
    days = {"served_on": cast.world.on, "ends_on": cast.world.on + timedelta(days=122)}
    return fresh(Reports(cast.world).do(noticing.serve, triaged(cast), cast.world.liaison, **days))


def from_a_neighbour(cast: Cast) -> ProblemReport:
    row = reporting.report(
        given=Given(Problem.HOARDING),
        source=Source.SOMEONE_ELSE,
        tenancy_ref=cast.once(a_home).reference,
        actor=cast.world.housing,
        at=cast.world.at,
    )
    return fresh(Reports(cast.world).triaged(row))


def about(maker: Callable[[Cast], Any], **more: Any) -> Callable[[Cast], dict[str, Any]]:
    return lambda cast: {"reference": cast.once(maker).reference, **more}


def acting(maker: Maker, who: frozenset[str] = WORK, **fields: Any) -> Expect:
    return Expect(who, kwargs=about(maker), sends=lambda cast: {"seen": cast.once(maker).version, **fields})


OTHERS: dict[str, Any] = {"get_for": {"other_landlord": 404}}
OTHER_RESIDENT: dict[str, Any] = {"get_for": {"other_resident": 404}}
TOLD = {"owed": "under_1_month", "notice": "no"}
ACTION = {"what_1": "Pay £50 a week", "owner_1": "tenant", **day("due_on_1", TODAY)}

ROWS = {
    "tenancies_landlord_reports": Expect(LANDLORDS, kwargs=lambda cast: cast.once(received) and {}),
    "tenancies_landlord_tell_us": Expect(LANDLORDS, kwargs=about(a_home), **OTHERS),
    "tenancies_landlord_tell_us_about": Expect(
        LANDLORDS, kwargs=about(a_home, problem="arrears"), sends=lambda cast: TOLD, behind=302, **OTHERS
    ),
    "tenancies_landlord_tell_us_other": Expect(
        LANDLORDS, get_for={"other_landlord": 302}, kwargs=lambda cast: cast.once(a_home) and {}
    ),
    "tenancies_landlord_tell_us_other_about": Expect(
        LANDLORDS,
        get_for={"other_landlord": 302},
        kwargs=lambda cast: {"problem": "arrears"} if cast.once(a_home) else {},
        sends=lambda cast: {**TOLD, "tenant_name": "Jo Vale", "address": "3 Mill Lane", "postcode": "DA1 1AB"},
        behind=302,
    ),
    "tenancies_landlord_report": Expect(LANDLORDS, kwargs=about(shared), **OTHERS),
    "tenancies_landlord_report_received": Expect(LANDLORDS, kwargs=about(received), **OTHERS),
    "tenancies_landlord_report_write": Expect(
        LANDLORDS, kwargs=about(received), sends=lambda cast: {"body": "Any news?"}, behind=302, **OTHERS
    ),
    "tenancies_landlord_report_tick": Expect(
        LANDLORDS, get=302, kwargs=about(shared, number=2), sends=lambda cast: {"done": "yes"}, behind=302, **OTHERS
    ),
    "tenancies_resident_reports": Expect(RESIDENTS, kwargs=lambda cast: cast.once(reached) and {}),
    "tenancies_resident_tell_us": Expect(
        RESIDENTS,
        get_for={"other_resident": 302},
        kwargs=lambda cast: {"problem": "illegal-eviction"} if cast.once(a_home) else {},
        sends=lambda cast: {"happening": "told_today", "tonight": "no"},
        behind=302,
    ),
    "tenancies_resident_told": Expect(RESIDENTS),
    "tenancies_resident_report": Expect(RESIDENTS, kwargs=about(shared), **OTHER_RESIDENT),
    "tenancies_resident_report_received": Expect(RESIDENTS, kwargs=about(reached), **OTHER_RESIDENT),
    "tenancies_resident_report_write": Expect(
        RESIDENTS, kwargs=about(reached), sends=lambda cast: {"body": "I can pay."}, behind=302, **OTHER_RESIDENT
    ),
    "tenancies_resident_report_decline": Expect(
        RESIDENTS,
        kwargs=about(reached),
        sends=lambda cast: {"seen": cast.once(reached).version},
        **OTHER_RESIDENT,
    ),
    "tenancies_resident_report_tick": Expect(
        RESIDENTS,
        get=302,
        kwargs=about(agreed, number=1),
        sends=lambda cast: {"done": "yes"},
        behind=302,
        **OTHER_RESIDENT,
    ),
    "tenancies_office_reports": Expect(SEE, kwargs=lambda cast: cast.once(received) and {}),
    "tenancies_office_take": Expect(
        WORK,
        kwargs=about(a_home, kind="tenancy"),
        sends=lambda cast: {"source": "officer", "problem": "hoarding"},
        behind=302,
    ),
    "tenancies_office_take_about": Expect(
        WORK,
        kwargs=about(a_home, kind="tenancy", source="officer", problem="hoarding"),
        sends=lambda cast: {"words": "Post piles up."},
        behind=302,
    ),
    "tenancies_office_report": Expect(SEE, kwargs=about(agreed)),
    "tenancies_office_report_paper": Expect(SEE, kwargs=about(told_on_paper)),
    "tenancies_office_report_paper_pdf": Expect(SEE, kwargs=about(told_on_paper)),
    "tenancies_office_report_tick": Expect(
        WORK, get=302, kwargs=about(agreed, number=3), sends=lambda cast: {"done": "yes"}, behind=302
    ),
    "tenancies_office_report_drop": Expect(
        WORK,
        kwargs=about(agreed, number=3),
        sends=lambda cast: {"seen": cast.once(agreed).version, "reason": "Not needed."},
    ),
    "tenancies_office_report_triage": acting(received, priority="amber", lead="yes"),
    "tenancies_office_report_take_over": acting(triaged),
    "tenancies_office_report_apart": acting(triaged, barrier="harassment"),
    "tenancies_office_report_lift": acting(apart, MANAGER, barrier="harassment", reason="A mistake."),
    "tenancies_office_report_try": acting(
        triaged, side="tenant", by="telephone", reached="no", **day("tried_on", TODAY)
    ),
    "tenancies_office_report_answered": acting(from_a_neighbour, note="Rang them: we act."),
    "tenancies_office_report_close_no_contact": acting(given_up),
    "tenancies_office_report_write_landlord": acting(triaged, body="We are on it."),
    "tenancies_office_report_write_tenant": acting(reached, body="Shall we talk?"),
    "tenancies_office_report_confirm_contact": acting(stranger, how="They told us when we called round."),
    "tenancies_office_report_tell_tenant": acting(triaged, words="A concern.", delivery="email", name_source="no"),
    "tenancies_office_report_withhold": acting(triaged, note="He reads her post."),
    "tenancies_office_report_safe_to_tell": acting(withheld, reason="He has moved out."),
    "tenancies_office_report_agree": acting(reached, **ACTION),
    "tenancies_office_report_share": acting(
        agreed, numbers=["1"], agreed_how="On the telephone", **day("agreed_on", TODAY)
    ),
    "tenancies_office_report_review": acting(agreed, note="Paid twice."),
    "tenancies_office_report_intention": acting(triaged),
    "tenancies_office_report_rang": acting(thinking, advice="Ask for direct payment."),
    "tenancies_office_report_rights": acting(thinking, advice="Stay, and ring us."),
    "tenancies_office_report_avert": acting(thinking, note="They wait."),
    "tenancies_office_report_serve": acting(
        thinking, **day("served_on", TODAY), **day("ends_on", TODAY.replace(month=12))
    ),
    "tenancies_office_report_household_notice": acting(noticed, CASES),
    "tenancies_office_report_no_case": acting(noticed, CASES, reason="They move in with family."),
    "tenancies_office_report_resolve": acting(settled, outcome="settled"),
    "tenancies_office_report_decline": acting(triaged),
    "tenancies_office_report_escalate": acting(triaged, CASES, stage="assessment", reason="Notice is close."),
    "tenancies_office_report_reopen": acting(resolved, reason="They rang."),
}
