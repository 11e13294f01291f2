"""People, homes and cases for tests, made through services as the site makes them."""

from datetime import timedelta

from core.accounts.middleware import actor_of
from deposits.models import SchemeApplication
from deposits.services import applications, keys
from households.models import Household
from lettings.models import AffordabilityCheck, EarlyRelease, Nomination, Offer
from lettings.rules.affordability import Given
from lettings.rules.offer import Basis
from lettings.services import affordability, nominations, offers, releases, viewings
from lettings.services.offers import Terms
from lettings.services.releases import Asked
from properties.models import Home, Let
from tenancies.models import Tenancy
from tests.replay import replayed
from tests.world_homes import Homes, picture
from tests.world_households import Households

__all__ = ["World", "picture"]


class World(Homes, Households):
    """One council at one moment, and all that came of it."""

    def nomination(self, let: Let, household: Household, *, upto: str = "resident_asked") -> Nomination:
        """A household put forward, as far as the named state."""
        row = nominations.put_forward(
            let_ref=let.reference,
            household_ref=household.reference,
            shortlist={"position": 1},
            actor=self.housing,
            at=self.at,
        )
        steps = ["resident_asked", "sent_to_landlord", "landlord_accepted", "viewing", "offer"]
        wanted = steps.index(upto)
        if wanted >= 1:
            row = nominations.resident_agrees(ref=row.reference, seen=row.version, actor=self.housing, at=self.at)
        if wanted >= 2:
            owner = actor_of(let.home.landlord.user)
            row = nominations.landlord_accepts(ref=row.reference, seen=row.version, actor=owner, at=self.at)
        if wanted >= 3:
            viewing = viewings.arrange(
                ref=row.reference,
                seen=row.version,
                starts_at=self.at + timedelta(days=1),
                where_to_meet="At the front door",
                actor=self.housing,
                at=self.at,
            )
        if wanted >= 4:
            viewings.record(
                ref=viewing.reference,
                seen=viewing.version,
                came="both",
                outcome="proceed",
                actor=self.housing,
                at=self.at,
            )
        return Nomination.objects.get(pk=row.pk)

    def rent_check(
        self, let: Let, household: Household, *, affordable: bool | None = True, **given: object
    ) -> AffordabilityCheck:
        """The rent of a home worked out for a household, and judged unless `affordable` is None."""
        row = affordability.work_out(
            household_ref=household.reference,
            let_ref=let.reference,
            seen=Household.objects.get(pk=household.pk).version,
            given=Given(**given),
            actor=self.housing,
            at=self.at,
        )
        if affordable is None:
            return row
        judged = {"affordable": affordable, "reasons": "They showed us their bank statements"}
        return affordability.judge(ref=row.reference, seen=row.version, **judged, actor=self.housing, at=self.at)

    def release(self, household: Household, *tenants: str) -> EarlyRelease:
        """The landlord of a bound household's present home is asked to let them go in ten days."""
        row = Household.objects.get(pk=household.pk)
        asked = Asked("Nell Ashby", "1 High Street\nDartford", tenants or (row.name,), self.on + timedelta(days=10))
        return releases.ask(ref=row.reference, seen=row.version, asked=asked, actor=self.housing, at=self.at)

    def offer(self, nomination: Nomination, **terms: object) -> Offer:
        """A drafted offer with the rent found affordable and every row of view answered."""
        self.rent_check(nomination.let, nomination.household)
        row = offers.draft(
            nomination_ref=nomination.reference,
            seen=nomination.version,
            terms=Terms(**{"basis": Basis.ORDINARY, "move_on": self.on + timedelta(days=7)} | terms),
            actor=self.housing,
            at=self.at,
        )
        return offers.answer_rows(
            ref=row.reference,
            seen=row.version,
            answers=dict.fromkeys(("a", "c", "d", "e_i", "e_ii", "e_iii", "j"), ("pass", "Seen")),
            actor=self.housing,
            at=self.at,
        )

    @replayed
    def tenancy(self, household: Household | None = None, *, guarantee: bool = False, rent: int = 99_500) -> Tenancy:
        """A household with the keys of a home since today."""
        household = household or self.household()
        let = self.let(rent=rent)
        if guarantee:
            self.application(let.home, upto="offer_signed")
        row = self.offer(self.nomination(let, household, upto="offer"))
        row = offers.sign_suitability(ref=row.reference, seen=row.version, actor=self.housing, at=self.at)
        row = offers.make(ref=row.reference, seen=row.version, actor=self.housing, at=self.at)
        row = offers.accept(ref=row.reference, seen=row.version, actor=self.housing, at=self.at)
        tenancy, _ = keys.hand_over(
            nomination_ref=row.nomination.reference,
            seen=Nomination.objects.get(pk=row.nomination_id).version,
            started_on=self.on,
            checks={"written_statement": True, "alarms_tested": True},
            actor=self.housing,
            at=self.at,
        )
        return Tenancy.objects.get(pk=tenancy.pk)

    def application(self, home: Home, *, upto: str = "submitted") -> SchemeApplication:
        """An application for a guarantee, as far as the named state."""
        owner = actor_of(home.landlord.user)
        row = applications.submit(home_ref=home.reference, actor=owner, at=self.at)
        steps = ["submitted", "recommended", "approved", "offer_signed"]
        wanted = steps.index(upto)
        if wanted >= 1:
            row = applications.recommend(
                ref=row.reference, seen=row.version, note="Good home", actor=self.liaison, at=self.at
            )
        if wanted >= 2:
            row = applications.approve(ref=row.reference, seen=row.version, actor=self.finance, at=self.at)
        if wanted >= 3:
            row = applications.sign(
                ref=row.reference, seen=row.version, signed_name="Rosa Quill", actor=owner, at=self.at
            )
        return row
