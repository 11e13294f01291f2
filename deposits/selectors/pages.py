"""What the pages about applications and guarantees show."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum
from django.urls import reverse

from core import dates
from core.access.actor import Actor, Can
from core.deadlines.strips import strip_for
from core.money import Money
from core.ui.addresses import record_url
from core.ui.components import Action, Cell, Column, Row, SumLine, Table, Tag
from deposits import policies
from deposits.models import Guarantee, Scheme, SchemeApplication
from deposits.rules.application import APPLICATION, ApplicationState
from deposits.rules.guarantee import GUARANTEE, GuaranteeState
from deposits.rules.terms import Terms, amount
from deposits.selectors import standing
from properties.models import Home

SHOWN = (
    *("reference", "created_at", "state", "amount", "home__town", "home__postcode", "home__landlord__name"),
    *("guarantee__state", "guarantee__terms_data", "guarantee__tenancy__ended_on"),
)


def applications(actor: Actor, *, q: str = "", state: str = "") -> "QuerySet[SchemeApplication]":
    """Applications that the actor may see, newest first, with what their list shows."""
    rows = SchemeApplication.objects.visible_to(actor)
    rows = rows.select_related("home__landlord", "guarantee__tenancy").only(*SHOWN)
    if state in APPLICATION.states:
        rows = rows.filter(state=state)
    if text := q.strip():
        rows = rows.filter(
            Q(reference__iexact=text) | Q(home__landlord__name__icontains=text) | Q(home__postcode__iexact=text)
        )
    return rows


def table(rows: Iterable[SchemeApplication], actor: Actor, on: date) -> Table:
    return Table(
        caption="Deposit guarantees",
        caption_hidden=True,
        columns=[
            Column("Reference"),
            Column("Home"),
            Column("Landlord"),
            Column("Up to", numeric=True),
            Column("State"),
            Column("Applied", whole=True),
        ],
        rows=[
            [
                Cell(row.reference, url=record_url(row.subject, actor)),
                Cell(row.home.area_label),
                Cell(row.home.landlord.name),
                Cell(str(row.amount)),
                Cell(standing.application_tag(row, actor, on)),
                Cell(dates.short(dates.today(row.created_at))),
            ]
            for row in rows
        ],
        empty="No application matches. Take a filter away.",
    )


def landlord_table(rows: Iterable[SchemeApplication], actor: Actor, on: date) -> Table:
    return Table(
        caption="Your deposit guarantees",
        caption_hidden=True,
        columns=[Column("Home"), Column("Up to", numeric=True), Column("Where it stands")],
        rows=[
            [
                Cell(row.home.area_label, url=record_url(row.subject, actor), note=row.reference),
                Cell(str(row.amount)),
                Cell(standing.application_tag(row, actor, on)),
            ]
            for row in rows
        ],
        empty="You have not applied for a guarantee yet. Open one of your homes and apply from there.",
    )


def term_rows(terms: Terms) -> list[Row]:
    """The terms in words, as they were when the landlord applied."""
    return [
        Row("Covers", terms.covers.capitalize()),
        Row("How long", f"{terms.months} months from the start of the tenancy, or until it ends if sooner"),
        Row("To claim", f"Within {terms.claim_days} days of the end of the tenancy"),
    ]


def amount_lines(row: SchemeApplication) -> list[SumLine]:
    """The sum that made the amount, each line with its rule."""
    terms = row.scheme_version.terms
    return [
        SumLine("Rent", f"{row.rent} {row.rent_frequency.replace('_', '-')}", "As you told us", ""),
        SumLine("Weeks covered", str(terms.weeks), "The scheme's weeks of rent", str(row.scheme_version)),
        SumLine(
            "Most we promise",
            str(row.amount),
            f"A year's rent ÷ 52 × {terms.weeks}, down to the penny, never above {terms.cap}",
            "Tenant Fees Act 2019 Sch 1 for the week's rent; the weeks are our policy",
        ),
    ]


def url(action: str, row: SchemeApplication | Guarantee) -> str:
    return reverse(f"deposits_office_{action}", args=[row.reference])


def application_actions(row: SchemeApplication, actor: Actor) -> list[Action]:
    found: list[Action] = []
    recommends = actor.can(Can.RECOMMEND_GUARANTEES)
    if row.state == ApplicationState.SUBMITTED and recommends:
        found.append(Action("Recommend", url("recommend", row)))
    if row.state == ApplicationState.RECOMMENDED and policies.may_approve(actor, row):
        found.append(Action("Approve", url("approve", row)))
    if row.state in (ApplicationState.SUBMITTED, ApplicationState.RECOMMENDED) and recommends:
        found.append(Action("Ask for more", url("ask", row), style="secondary"))
        found.append(Action("Do not approve", url("refuse", row), style="warning"))
    return found


def application(row: SchemeApplication, actor: Actor, on: date) -> dict[str, Any]:
    """One application, for the officer or the landlord."""
    guarantee = Guarantee.objects.visible_to(actor).filter(application=row).first()
    verdict = policies.may_approve(actor, row)
    strip = strip_for(row, APPLICATION, f"Deposit guarantee for {row.home.area_label}", actor, on)
    return {
        "application": row,
        "strip": replace(strip, state=standing.application_state(row, actor, on)),
        "terms": term_rows(row.scheme_version.terms),
        "lines": amount_lines(row),
        "actions": application_actions(row, actor) if actor.is_officer else [],
        "why_not": verdict.reason if row.state == "recommended" and actor.can(Can.APPROVE_GUARANTEES) else "",
        "guarantee": guarantee,
        "guarantee_url": record_url(guarantee.subject, actor) if guarantee else "",
        "may_sign": row.state == ApplicationState.APPROVED and not actor.is_officer,
        "may_answer": row.state == ApplicationState.MORE_INFORMATION and not actor.is_officer,
    }


def guarantee(row: Guarantee, actor: Actor, on: date) -> dict[str, Any]:
    """One guarantee: what is covered today and what starts the rest."""
    door = "office" if actor.is_officer else "landlord"
    last = dates.in_words(row.end_on - timedelta(days=1))
    title, next_step = f"Deposit guarantee for {row.application.home.area_label}", standing.next_step(row, actor, on)
    not_covered = Tag("Not yet", "yellow") if row.state == GuaranteeState.ACTIVE else Tag("No longer", "grey")
    return {
        "guarantee": row,
        "strip": strip_for(row, GUARANTEE, title, actor, on, next_step=next_step),
        "cover": [
            Row(cover.label, Tag("Covered", "green") if cover.covered else not_covered, note=cover.words)
            for cover in row.cover_on(on)
        ],
        "facts": [
            Row("Most we pay in all", str(row.amount)),
            Row("Paid so far", str(row.drawn)),
            Row("From", row.start_on),
            Row("To", last),
            *standing.claim_rows(row),
            Row("Verification code", row.verification_code),
        ],
        "terms": term_rows(row.terms),
        "certificate_url": reverse(f"deposits_{door}_certificate", args=[row.reference]),
        "pdf_url": reverse(f"deposits_{door}_certificate_pdf", args=[row.reference]),
        "actions": guarantee_actions(row, actor),
    }


def guarantee_actions(row: Guarantee, actor: Actor) -> list[Action]:
    found: list[Action] = []
    waits = row.state != GuaranteeState.VOID and not any(i.kind == "in" for i in row.inventories.all())
    if waits and actor.can(Can.START_TENANCIES):
        found.append(Action("Record the inventory", url("inventory", row)))
    if row.state == GuaranteeState.ACTIVE and not row.drawn and policies.may_void(actor):
        found.append(Action("Void: given by mistake", url("void", row), style="warning"))
    return found


def liability(actor: Actor) -> dict[str, Any]:
    """All that the council has promised and not paid."""
    live = Guarantee.objects.visible_to(actor).filter(state=GuaranteeState.ACTIVE)
    found = live.aggregate(promised=Sum("amount"), paid=Sum("drawn"), count=Count("pk"))
    return found | {name: found[name] or Money.zero() for name in ("promised", "paid")}


def offered(home: Home, on: date) -> dict[str, Any]:
    """What the scheme would promise for a home today: the figures before anyone applies."""
    scheme = Scheme.objects.filter(slug="deposit-guarantee").first()
    version = scheme.version_on(on) if scheme else None
    if version is None:
        return {}
    return {
        "amount": amount(home.rent, home.rent_frequency, version.terms),
        "terms": term_rows(version.terms),
        "weeks": version.terms.weeks,
        "days": version.terms.decision_working_days,
    }


@dataclass(frozen=True)
class Check:
    """What anyone may learn from a verification code: that it is real, for which area, how much and until when."""

    reference: str
    area: str
    amount: Money
    start_on: date
    last_day: date
    in_force: bool


def verified(code: str, on: date) -> Check | None:
    """The guarantee with this code, or None. Spaces, case and missing dashes do not matter."""
    letters = "".join(sign for sign in code.upper() if sign.isalnum())
    dashed = "-".join(letters[i : i + 4] for i in range(0, len(letters), 4))
    row = Guarantee.objects.filter(verification_code=dashed).select_related("application__home").first()
    if row is None:
        return None
    return Check(
        reference=row.reference,
        area=row.application.home.area_label,
        amount=row.amount,
        start_on=row.start_on,
        last_day=row.end_on - timedelta(days=1),
        in_force=row.state == "active" and row.start_on <= on < row.end_on,
    )
