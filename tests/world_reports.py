"""Tenancies and reports about them for tests, made through services."""

from datetime import timedelta
from typing import Any

from core.access.actor import Actor
from core.accounts.middleware import actor_of
from core.accounts.models import User
from core.deadlines.models import Deadline
from households.models import Household
from tenancies.models import ProblemReport, Tenancy
from tenancies.rules.problem import Problem, Source
from tenancies.rules.report import ContactBy, Owner, Side
from tenancies.rules.triage import Priority
from tenancies.services import agreeing, contacting, reporting, triaging
from tenancies.services.agreeing import ActionGiven
from tenancies.services.contacting import Delivery
from tenancies.services.reporting import Given
from tests.world import World

ARREARS = Given(Problem.ARREARS, {"owed": "under_2_months", "notice": "no"}, "The last two rents did not come.")


def tenancy(world: World, *, household: Household | None = None) -> Tenancy:
    """A tenancy whose keys were handed over today."""
    return world.tenancy(household)


def landlord_of(row: Tenancy) -> Actor:
    return actor_of(row.nomination.let.home.landlord.user)


def resident_of(row: Tenancy) -> Actor:
    return actor_of(User.objects.get(pk=row.nomination.household.resident_id))


def fresh(row: ProblemReport) -> ProblemReport:
    return ProblemReport.objects.get(pk=row.pk)


def open_kinds(row: ProblemReport) -> set[str]:
    """The kinds of what is still to be done about it."""
    return set(Deadline.objects.about(row.subject).open().values_list("kind", flat=True))


class Reports:
    """Reports of one world. Each step takes a report on from wherever it is."""

    def __init__(self, world: World) -> None:
        self.world = world

    def by_landlord(self, row: Tenancy | None = None, given: Given = ARREARS, **more: Any) -> ProblemReport:
        row = row or tenancy(self.world)
        return reporting.report(
            tenancy_ref=row.reference,
            given=given,
            source=Source.LANDLORD,
            actor=landlord_of(row),
            at=self.world.at,
            **more,
        )

    def by_tenant(self, household: Household, given: Given) -> ProblemReport:
        actor = actor_of(User.objects.get(pk=household.resident_id))
        return reporting.report(
            household_ref=household.reference, given=given, source=Source.TENANT, actor=actor, at=self.world.at
        )

    def do(self, service: Any, row: ProblemReport, actor: Actor | None = None, **given: Any) -> Any:
        return service(
            ref=row.reference, seen=fresh(row).version, actor=actor or self.world.housing, at=self.world.at, **given
        )

    def triaged(self, row: ProblemReport | None = None, actor: Actor | None = None) -> ProblemReport:
        row = row or self.by_landlord()
        return self.do(triaging.triage, row, actor, priority=Priority(row.proposed))

    def tried(self, row: ProblemReport, by: ContactBy, *, reached: bool = False) -> ProblemReport:
        return self.do(contacting.try_contact, row, side=Side.TENANT, by=by, reached=reached, tried_on=self.world.on)

    def reached(self, row: ProblemReport | None = None) -> ProblemReport:
        """Triaged, the tenant told and reached."""
        row = self.triaged(row)
        self.do(contacting.tell_tenant, row, words="Somebody is worried about your tenancy.", delivery=Delivery.EMAIL)
        return self.tried(row, ContactBy.TELEPHONE, reached=True)

    def answer(self, row: ProblemReport) -> ProblemReport:
        """The landlord who told us has their answer."""
        return self.do(contacting.write, row, side=Side.LANDLORD, body="We are on it.")

    def settled(self, row: ProblemReport | None = None) -> ProblemReport:
        """The landlord answered and the tenant reached: nothing is owed to either."""
        return self.answer(self.reached(row))

    def agreed(self, row: ProblemReport | None = None) -> ProblemReport:
        """With three actions: the tenant's, the landlord's and ours. None is shared."""
        row = self.reached(row)
        week = self.world.on + timedelta(days=7)
        actions = (
            ActionGiven(Owner.TENANT, "Pay £50 a week towards the arrears", week),
            ActionGiven(Owner.LANDLORD, "Send the rent account", week),
            ActionGiven(Owner.COUNCIL, "Ask for the rent to be paid straight to the landlord", week),
        )
        return self.do(agreeing.agree, row, actions=actions)

    def shared(self, row: ProblemReport | None = None, numbers: tuple[int, ...] = (1, 2)) -> ProblemReport:
        row = self.agreed(row)
        return self.do(agreeing.share, row, numbers=numbers, agreed_on=self.world.on, agreed_how="On the telephone")
