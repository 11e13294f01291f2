"""What officers and the two sides do about a tenancy concern."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from core.access.actor import Actor
from core.notifications.rules.safe_contact import barred
from portal.demonstration.acts.households import lead_of
from portal.demonstration.council import Council
from portal.demonstration.rows import seen
from tenancies.models import ProblemReport, Tenancy
from tenancies.rules.problem import Problem, Source
from tenancies.rules.report import ContactBy, Owner, Side
from tenancies.rules.triage import Priority
from tenancies.services import agreeing, contacting, reporting, triaging
from tenancies.services.agreeing import ActionGiven
from tenancies.services.contacting import Delivery
from tenancies.services.reporting import Given

TOLD = "Somebody told us that they are worried about your tenancy. We would like to hear from you what would help."

NOT_WRITTEN = "Their record is restricted for abuse, and post or e-mail may be read. I tell them when we next meet."

ANSWER = "Thank you for telling us early. I am on it, and write to you again when there is something to share."


def officer_of(council: Council, tenancy: Tenancy) -> Actor:
    return council.actor(lead_of(council, tenancy.nomination.household))


def owner_of(council: Council, tenancy: Tenancy) -> Actor:
    return council.actor(council.slug_of(tenancy.nomination.let.home.landlord.user_id))


def take(council: Council, tenancy: Tenancy, source: Source, given: Given) -> ProblemReport:
    """The landlord reports on the site; what a tenant says on the telephone their officer writes down."""
    actor = owner_of(council, tenancy) if source is Source.LANDLORD else officer_of(council, tenancy)
    return reporting.report(tenancy_ref=tenancy.reference, given=given, source=source, actor=actor, at=council.at)


def do(council: Council, service: Callable[..., Any], row: ProblemReport, actor: Actor, **given: Any) -> Any:
    return service(ref=row.reference, seen=seen(row), actor=actor, at=council.at, **given)


def triage(council: Council, row: ProblemReport, actor: Actor, *, not_written: str = NOT_WRITTEN) -> None:
    """As urgent as proposed. The tenant whom others told us of is told of it the same day, where that is safe."""
    do(council, triaging.triage, row, actor, priority=Priority(row.proposed))
    if not row.told_by_others:
        return
    if row.private:
        do(council, contacting.withhold_notice, row, actor, note=not_written)
    else:
        to = reporting.tenant_recipient(row)
        written = to.email and not barred(Delivery.EMAIL, to.safe_contact)
        delivery = Delivery.EMAIL if written else Delivery.IN_PERSON
        do(council, contacting.tell_tenant, row, actor, words=TOLD, delivery=delivery)


def way_to_tenant(row: ProblemReport) -> ContactBy:
    """The telephone, or a visit where the tenant's rule of safe contact says not to ring."""
    rule = reporting.tenant_recipient(row).safe_contact
    return ContactBy.VISIT if barred(contacting.CHANNELS[ContactBy.TELEPHONE], rule) else ContactBy.TELEPHONE


def ring(
    council: Council,
    row: ProblemReport,
    actor: Actor,
    by: ContactBy = ContactBy.TELEPHONE,
    *,
    side: Side = Side.TENANT,
    reached: bool = True,
) -> None:
    do(council, contacting.try_contact, row, actor, side=side, by=by, reached=reached, tried_on=council.today)


def answer(council: Council, row: ProblemReport, actor: Actor, side: Side, words: str) -> None:
    """The officer writes to one side, in its own thread."""
    do(council, contacting.write, row, actor, side=side, body=words)


def reach(council: Council, row: ProblemReport, actor: Actor) -> None:
    """The tenant is reached on the telephone, and a landlord who told us has an answer."""
    ring(council, row, actor)
    if row.source == Source.LANDLORD:
        answer(council, row, actor, Side.LANDLORD, ANSWER)


def say(council: Council, row: ProblemReport, slug: str, side: Side, words: str) -> None:
    """One side writes to the officer."""
    contacting.answer(ref=row.reference, side=side, body=words, actor=council.actor(slug), at=council.at)


PLANS = {
    Problem.ARREARS: (
        (Owner.TENANT, "Pay £40 a week towards the arrears"),
        (Owner.LANDLORD, "Send the rent account"),
        (Owner.COUNCIL, "Ask for the rent to be paid straight to the landlord"),
    ),
    Problem.BENEFIT_PAYMENT: (
        (Owner.TENANT, "Write in the journal and ask why the payment changed"),
        (Owner.COUNCIL, "Send proof of the rent with them"),
    ),
    Problem.REPAIRS: (
        (Owner.LANDLORD, "Have the work done and send a photo of it"),
        (Owner.TENANT, "Let the workman in on the day"),
    ),
}
OTHERWISE = ((Owner.TENANT, "Ring their officer on Mondays"), (Owner.COUNCIL, "Look in once a fortnight"))


def agree(council: Council, row: ProblemReport, actor: Actor) -> None:
    day = council.today + timedelta(days=10)
    what = PLANS.get(Problem(row.problem), OTHERWISE)
    actions = tuple(ActionGiven(owner, words, day) for owner, words in what)
    do(council, agreeing.agree, row, actor, actions=actions)


def tick_ours(council: Council, row: ProblemReport, actor: Actor) -> None:
    """What the council promised to do is done."""
    for number in row.actions.filter(owner=Owner.COUNCIL, done_at=None).values_list("number", flat=True):
        agreeing.tick(ref=row.reference, number=number, actor=actor, at=council.at)
