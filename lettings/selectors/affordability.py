"""The affordability check: what the records answer, and what its pages show."""

from datetime import date
from typing import Any

from django.urls import reverse

from core import dates
from core.access.actor import Actor, Can
from core.deadlines.strips import strip_for
from core.errors import DomainError
from core.money import Money
from core.rulebook.rules.affordability import Circumstances
from core.rulebook.rules.bedrooms import counted_as
from core.rulebook.rules.household import ALL_BUT_LOWER_ATTENDANCE
from core.ui.addresses import record_url
from core.ui.components import Action, Cell, Column, Row, SumLine, Table, Tag
from households.models import Household, Member
from households.rules.case import MemberRole
from households.selectors import needs as needs_of
from lettings.models import AffordabilityCheck
from lettings.rules.affordability import AFFORDABILITY, CapExempt, CheckState, Given, exempt_because, obstacle
from properties.models import Let

FIRST_CHILD_RULE = date(2017, 4, 6)
CONTRIBUTES_FROM_AGE = 21
LONDON = "E09"
RENTERS = (MemberRole.APPLICANT, MemberRole.PARTNER)


def members_of(household: Household) -> list[Member]:
    return list(household.members.all())


def renters(household: Household) -> list[Member]:
    return [member for member in members_of(household) if member.role in RENTERS]


def children(household: Household) -> list[Member]:
    """Those who live with them most of the time and are born."""
    return [m for m in members_of(household) if m.role == MemberRole.CHILD and not m.stays_part_time]


def contributors(household: Household, on: date) -> int:
    """Others of 21 and over who owe a contribution. Nobody owes one who gets a disability benefit, pays as a
    lodger, or lives with a renter who gets one (UC Regs 2013 Sch 4 paras 13-16)."""
    if any(m.circumstances.get("disability_benefit") in ALL_BUT_LOWER_ATTENDANCE for m in renters(household)):
        return 0
    return sum(
        m.role == MemberRole.NON_DEPENDANT
        and m.age_on(on) >= CONTRIBUTES_FROM_AGE
        and not m.circumstances.get("disability_benefit")
        and not m.circumstances.get("lodger")
        for m in members_of(household)
    )


def cap_exempt(household: Household) -> CapExempt:
    """What the record says that lifts the cap: a benefit of the renters or of their children, never of a lodger."""
    counted = [*renters(household), *children(household)]
    paid = any(member.circumstances.get("disability_benefit") for member in counted)
    return CapExempt.DISABILITY if paid else CapExempt.NOTHING


def circumstances(household: Household, let: Let, given: Given, on: date) -> Circumstances:
    """What the sum goes by. Raises DomainError when there is no allowance to compare the rent with."""
    needs = needs_of.needs(household, on)
    if needs.allowance is None:
        raise DomainError(f"We cannot work it out yet. {needs.allowance_missing}", code="no_allowance")
    young = children(household)
    return Circumstances(
        ages=tuple(member.age_on(on) for member in renters(household)),
        children=len(young),
        rent=let.monthly_rent,
        allowance=needs.allowance.monthly,
        earnings=given.earnings,
        has_child_born_before_2017=any(m.born_on is not None and m.born_on < FIRST_CHILD_RULE for m in young),
        limited_capability=given.limited_capability,
        contributors=given.contributors,
        in_london=let.home.authority_code.startswith(LONDON),
        cap_exempt=exempt_because(given.cap_exempt),
        grace=given.grace,
    )


def newest(household: Household, let: Let) -> AffordabilityCheck | None:
    """The check that counts."""
    return AffordabilityCheck.objects.of(household, let).first()


def against(household: Household, let: Let) -> str:
    """Why an offer of the home waits for the check, or ""."""
    check = newest(household, let)
    return obstacle(check.state if check else "")


def is_affordable(household: Household, let: Let) -> bool:
    check = newest(household, let)
    return check is not None and check.state == CheckState.AFFORDABLE


def states_for_let(let: Let, actor: Actor) -> dict[int, str]:
    """The newest check's state of every household for one home, by the household's key."""
    rows = AffordabilityCheck.objects.visible_to(actor).filter(let=let).order_by("created_at", "id")
    return dict(rows.values_list("household_id", "state"))


def tag(state: str) -> Tag:
    found = AFFORDABILITY.state(state)
    return Tag(found.label, found.colour)


def start_url(let_ref: str, household_ref: str) -> str:
    return reverse("lettings_office_affordability", args=[let_ref, household_ref])


def link(let_ref: str, household_ref: str, name: str, state: str = "") -> Action:
    """The way to the check of one household and one home, named by how it stands."""
    label = f"Rent check: {AFFORDABILITY.state(state).label.lower()}" if state else "Check the rent"
    return Action(label, start_url(let_ref, household_ref), hidden=f"for {name}", style="secondary")


def remembered(household: Household, on: date) -> dict[str, Any]:
    """What the form begins with: the figures of their last check, of whichever home, and what the record answers."""
    last = AffordabilityCheck.objects.filter(household=household).first()
    found: dict[str, Any] = {"cap_exempt": cap_exempt(household), "contributors": contributors(household, on)}
    if last is None:
        return found
    money = ("earnings", "other_income", "maintenance_paid", "expenses", "what_if")
    kept = {name: Money(last.inputs[name]) for name in money if last.inputs.get(name)}
    yes_no = {name: "yes" if last.inputs[name] else "no" for name in ("grace", "limited_capability")}
    exempt = found["cap_exempt"] or last.inputs["cap_exempt"]
    return found | kept | yes_no | {"cap_exempt": exempt}


def start(household: Household, let: Let, actor: Actor, on: date) -> dict[str, Any]:
    """The page that asks for their money: the home, what the record says, and earlier checks."""
    needs = needs_of.needs(household, on)
    income = household.monthly_income
    covered = needs.allowance
    allowance = f"{covered.monthly.short} a month" if covered else f"Not known. {needs.allowance_missing}"
    return {
        "facts": [
            Row("Home", [let.home.area_label, let.reference]),
            Row("Rent", f"{let.monthly_rent.short} a month"),
            Row("Local Housing Allowance", allowance),
            Row(
                "People",
                f"{len(renters(household))} renting, {counted_as(len(children(household)), 'child', 'children')}",
            ),
            *([Row("Income on the record", f"{income} a month, after tax")] if income is not None else []),
        ],
        "table": table(list(AffordabilityCheck.objects.visible_to(actor).of(household, let)), actor),
    }


def table(checks: list[AffordabilityCheck], actor: Actor) -> Table:
    return Table(
        caption="Checks of this home for them",
        columns=[
            Column("Reference"),
            Column("Worked out on"),
            Column("Left after the rent", numeric=True),
            Column("Answer"),
        ],
        rows=[
            [
                Cell(check.reference, url=record_url(check.subject, actor)),
                Cell(dates.short(check.on)),
                Cell(str(Money(check.worked["sums"][0]["after_rent"]))),
                Cell(tag(check.state)),
            ]
            for check in checks
        ],
        empty="Not checked yet.",
    )


def sums(worked: dict[str, Any]) -> list[dict[str, Any]]:
    """Each stored sum as it opens on a page."""
    return [
        {
            "summary": f"{each['title']}: {Money(each['left'])} a month left",
            "lines": [
                SumLine(text, str(Money(pence)) if pence else "", rule=source) for text, pence, source in each["lines"]
            ],
            "total": Money(each["left"]),
        }
        for each in worked.get("sums", [])
    ]


def check(row: AffordabilityCheck, actor: Actor, on: date) -> dict[str, Any]:
    """The page of one check."""
    title = f"Can {row.household.name} afford a home in {row.let.home.area_label}?"
    waiting = row.state == CheckState.WORKED_OUT and actor.can(Can.MATCH)
    judge = [Action("Say what you think", reverse("lettings_office_judge_affordability", args=[row.reference]))]
    again = Action("Work it out again", start_url(row.let.reference, row.household.reference), style="secondary")
    return {
        "check": row,
        "strip": strip_for(row, AFFORDABILITY, title, actor, on),
        "actions": [*(judge if waiting else []), *([again] if actor.can(Can.MATCH) else [])],
        "words": row.worked["words"],
        "exits": row.worked["exits"],
        "sums": sums(row.worked),
        "facts": [
            Row("Household", row.household.name, note=row.household.reference),
            Row("Home", row.let.home.area_label, note=row.let.reference),
            Row("Worked out on", row.on),
            *([Row("Reasons", row.reasons.splitlines())] if row.reasons else []),
            Row("Officer", row.officer.name if row.officer else ""),
        ],
    }
