from core.access.actor import Actor, Can, Kind
from core.access.policy import ALLOWED, Verdict, allow_if, refused
from tenancies.models import ProblemReport, Tenancy
from tenancies.rules.joint import why_apart
from tenancies.rules.problem import Source
from tenancies.rules.report import Side


def may_start(actor: Actor) -> Verdict:
    return allow_if(actor.can(Can.START_TENANCIES), "Your role does not hand over keys.")


def may_report(actor: Actor, source: Source) -> Verdict:
    """Each side reports for itself; an officer writes down what anybody told them."""
    if actor.kind is Kind.LANDLORD:
        return allow_if(source is Source.LANDLORD, "You can report for yourself only.")
    if actor.kind is Kind.RESIDENT:
        return allow_if(source is Source.TENANT, "You can report for yourself only.")
    return allow_if(actor.can(Can.WORK_REPORTS), "Your role does not take tenancy concerns.")


def may_work_on(actor: Actor, report: ProblemReport) -> Verdict:
    """An officer whose role it is, who may know of the report at all."""
    if not actor.can(Can.WORK_REPORTS):
        return refused("Your role does not work on tenancy concerns.")
    visible = ProblemReport.objects.visible_to(actor).filter(pk=report.pk)
    return allow_if(visible.exists(), "This tenancy concern is not yours to work on.")


def may_write_as(actor: Actor, report: ProblemReport, side: Side) -> Verdict:
    """Each side writes in its own thread only, about reports that exist for it."""
    kind = Kind.LANDLORD if side is Side.LANDLORD else Kind.RESIDENT
    if actor.kind is not kind:
        return refused("This is not your conversation.")
    visible = ProblemReport.objects.visible_to(actor).filter(pk=report.pk)
    return allow_if(visible.exists(), "This is not your conversation.")


def may_share(actor: Actor, report: ProblemReport) -> Verdict:
    """Nothing is shared while the two sides have to be kept apart."""
    may_work_on(actor, report).require()
    if why := why_apart(report.barriers_today):
        return refused(f"{why} No action can be shared.")
    return ALLOWED


def may_lift_barrier(actor: Actor, report: ProblemReport) -> Verdict:
    """What keeps the two sides apart is taken away by a manager only."""
    may_work_on(actor, report).require()
    return allow_if(actor.can(Can.SIGN_AS_MANAGER), "Only a manager can take this mark away.")


def may_work(actor: Actor) -> Verdict:
    """Officers who hand over keys also look after the tenancies that follow."""
    return allow_if(actor.can(Can.START_TENANCIES), "Your role does not look after tenancies.")


def may_enter_rent(actor: Actor, tenancy: Tenancy) -> Verdict:
    """The landlord of the home, or an officer who looks after tenancies."""
    if actor.kind is Kind.LANDLORD:
        owner = tenancy.nomination.let.home.landlord.user_id
        return allow_if(owner is not None and owner == actor.user_id, "This is not your tenancy.")
    if actor.kind in (Kind.OFFICER, Kind.SYSTEM):
        return may_work(actor)
    return refused("The landlord enters the rent.")
