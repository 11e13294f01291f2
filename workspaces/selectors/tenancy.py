"""Pages about one tenancy: the officer's, and what each side of it sees."""

from datetime import date
from typing import Any

from core import dates
from core.access.actor import Actor, Can
from core.deadlines.strips import strip_for
from core.ui.addresses import record_url
from core.ui.components import Row, Strip, Tag
from core.ui.telephone import in_words
from deposits.models import Guarantee
from tenancies import letters
from tenancies.models import Tenancy
from tenancies.rules.check_in import Side, coming
from tenancies.rules.tenancy import END_CAUSES, MOVE_IN_CHECKS, NOTICE_CLOCK, TENANCY, EndCause, TenancyState
from tenancies.selectors import check_ins, doing, notice_checker, rent_page, report_lists
from workspaces.selectors.records import said_and_done

RUNNING = {TenancyState.STARTED, TenancyState.SETTLED, TenancyState.AT_RISK}
NEXT_FOR_LANDLORD = {
    TenancyState.NOTICE_SERVED: "We talk with you both about the notice. Ring us at any time.",
    TenancyState.ENDING: "We agree with you both the last day, the keys and the inventory.",
    TenancyState.ENDED: "If you have a deposit guarantee, its page says until when you can claim.",
}
NEXT_FOR_RESIDENT = {
    TenancyState.NOTICE_SERVED: "Ring us today. The date in the notice is not the day to leave. We help you.",
    TenancyState.ENDING: "We agree with you both the last day, the keys and the inventory.",
    TenancyState.ENDED: "If you need a home, ring us the same day.",
}


def office(row: Tenancy, actor: Actor, on: date) -> dict[str, Any]:
    """An officer's page about one tenancy: what to do now, rent, check-ins, guarantee, notices and the start."""
    home, household = row.nomination.let.home, row.nomination.household
    sees_people = actor.can(Can.SEE_HOUSEHOLDS)
    opened = [letters.LANDLORD_TEMPLATE, *([letters.TENANT_TEMPLATE] if sees_people else [])]
    may_correct = actor.can(Can.START_TENANCIES)
    return {
        "tenancy": row,
        "strip": strip_for(row, TENANCY, f"Tenancy in {home.area_label}", actor, on, leading=NOTICE_CLOCK),
        "actions": doing.office(row, actor),
        "waiting": doing.waiting(row, actor),
        "facts": [
            Row("Home", [*home.address.splitlines(), home.town, home.postcode]),
            Row("Landlord", home.landlord.name),
            Row("Household", household.name if sees_people else "Ask the housing officer"),
            Row("Began on", row.started_on),
            *ending(row),
        ],
        "checks": [
            Row(words, Tag("Done", "green") if row.checks.get(name) else Tag("Still to do", "yellow"))
            for name, words in MOVE_IN_CHECKS.items()
        ],
        "rent": rent_page.shown(row, actor, on, correct(row, "office") if may_correct else None),
        "rent_actions": [*doing.rent(row, actor, on), *doing.arrears_sheet(row, actor, on)],
        "record_url": doing.address(row, "office", "record"),
        "sheet_actions": doing.tenant_sheet(row, actor),
        "sheets": doing.sheets(row, "office", *opened),
        "check_ins": check_ins.rows(row, actor, on),
        **report_lists.concerns(row, actor),
        "notices": notices(row),
        "notices_read": notice_checker.of_tenancy(row, on),
        "check_url": doing.address(row, "office", "check_notice"),
        **guarantee(row, actor, on),
        "landlord_url": record_url(home.landlord.subject, actor),
        "home_url": record_url(home.subject, actor),
        "household_url": record_url(household.subject, actor) if sees_people else "",
        **said_and_done(row.subject, actor),
    }


def landlord(row: Tenancy, actor: Actor, on: date) -> dict[str, Any]:
    """A landlord's page: rent, arrears, guarantee, check-ins, their officer. Nothing that the tenant told us."""
    officer = row.nomination.let.home.landlord.officer
    return {
        "tenancy": row,
        "landlord": row.nomination.let.home.landlord,
        "officer_telephone": in_words(officer.telephone) if officer and officer.telephone else "",
        "strip": side_strip(row, on, NEXT_FOR_LANDLORD, "Enter the rent once a month. It takes less than a minute."),
        "facts": [
            Row("Tenant", row.nomination.household.name),
            Row("Began on", row.started_on),
            *ending(row),
        ],
        "rent": rent_page.shown(row, actor, on, correct(row, "landlord")),
        "rent_actions": doing.rent(row, actor, on),
        "record_url": doing.address(row, "landlord", "record"),
        "sheet_actions": doing.arrears_sheet(row, actor, on),
        "concern_actions": doing.concern(row, actor),
        "sheets": doing.sheets(row, "landlord", letters.LANDLORD_TEMPLATE),
        "check_ins": check_ins.rows(row, actor, on),
        **guarantee(row, actor, on),
    }


def resident(row: Tenancy, actor: Actor, on: date) -> dict[str, Any]:
    """A resident's page about their home: rent, what is promised, check-ins, their officer."""
    return {
        "tenancy": row,
        "strip": side_strip(row, on, NEXT_FOR_RESIDENT, "If anything worries you before that, ring us."),
        "facts": [
            Row("Your landlord", row.nomination.let.home.landlord.name),
            Row("Your tenancy began", row.started_on),
            *ending(row),
        ],
        "rent": rent_page.shown(row, actor, on),
        "sheets": doing.sheets(row, "resident", letters.TENANT_TEMPLATE),
        "check_ins": check_ins.rows(row, actor, on),
        "concern_actions": doing.concern(row, actor),
        "officer": row.nomination.household.lead_officer,
        **guarantee(row, actor, on),
    }


def correct(row: Tenancy, door: str) -> Any:
    """The way from a line of the rent record to where it is put right."""
    return lambda number: doing.address(row, door, "correct", number)


def side_strip(row: Tenancy, on: date, words: dict[TenancyState, str], meanwhile: str) -> Strip:
    """How it stands, for one side. That we think it at risk, and what we do about it, is not theirs to read."""
    state = TenancyState(row.state)
    following = coming(check_ins.moments(row.started_on, on), on)
    asked = f"We ask you how it goes on {dates.in_words(following.on)}. " if following else ""
    shown = TenancyState.STARTED if state is TenancyState.AT_RISK else state
    return Strip(
        title=row.nomination.let.home.known_as,
        state=TENANCY.state(shown),
        next_step=f"{asked}{meanwhile}" if state in RUNNING else words[state],
        otherwise="" if state is TenancyState.ENDED else "Tell us at once if anything is wrong. Early is best.",
        reference=row.reference,
        on=on,
    )


def ending(row: Tenancy) -> list[Row]:
    if row.ended_on is None:
        return []
    cause = END_CAUSES[EndCause(row.end_cause)]
    return [
        Row("Ended on", row.ended_on),
        Row("How it ended", f"{cause} (ground {row.end_ground})" if row.end_ground else cause),
    ]


def notices(row: Tenancy) -> list[Row]:
    """The notices that were given, for officers."""
    found = []
    for each in row.notices.all():
        grounds = f", grounds {', '.join(each.grounds)}" if each.grounds else ""
        words = f"Given on {dates.in_words(each.served_on)} for {dates.in_words(each.specified_on)}{grounds}"
        key = "The landlord’s notice" if each.given_by == Side.LANDLORD else "The tenant’s notice"
        taken = f"Taken back on {dates.in_words(each.withdrawn_on)}" if each.withdrawn_on else ""
        found.append(Row(key, words, note=taken))
    return found


def guarantee(row: Tenancy, actor: Actor, on: date) -> dict[str, Any]:
    """The deposit guarantee today. A resident reads what it means for them, from their own tenancy."""
    rows = Guarantee.objects.filter(tenancy=row).prefetch_related("inventories")
    found = rows.first()
    if found is None:
        return {"guarantee": None}
    return {
        "guarantee": found,
        "guarantee_url": record_url(found.subject, actor),
        "cover": [Row(cover.label, cover.words) for cover in found.cover_on(on)],
    }
