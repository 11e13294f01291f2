from django.conf import settings
from django.db import models
from django.db.models import Q

from core.access.actor import Actor, Can, Kind
from core.money.fields import PenceField
from core.references.models import Record, RecordQuerySet, states_of
from households.rules.case import CASE, RESTRICTED_LABELS, CaseState, Homelessness, Pets, Restriction
from households.rules.duty import Decision
from landlords.models import Landlord

DECISIONS = [(d.value, d.value) for d in Decision]


class HouseholdQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "HouseholdQuerySet":
        """The households whose rows this actor may know of.

        A restricted household is absent for every officer but those on its list and those who may see
        all restricted cases. A resident sees their own. A landlord and a partner see none.
        """
        if actor.kind is Kind.SYSTEM:
            return self
        if actor.kind is Kind.RESIDENT:
            return self.filter(resident_id=actor.user_id)
        if not actor.can(Can.SEE_HOUSEHOLDS):
            return self.none()
        if actor.can(Can.SEE_RESTRICTED):
            return self
        on_its_list = Household.objects.filter(restricted_access__officer_id=actor.user_id).order_by().values("pk")
        return self.filter(Q(restricted=False) | Q(pk__in=on_its_list))

    def live(self) -> "HouseholdQuerySet":
        """Households that may need a home: everything but closed."""
        return self.exclude(state=CaseState.CLOSED)


class Household(Record):
    """People who need a home or are about to lose one, and what the council has found about them.

    `wanted_areas` and `unsafe_areas` list outcodes ("DA1") and authority codes. `rent_ceiling` is the
    most rent a month by the officer's own figure; empty means that the Local Housing Allowance decides.
    `restriction` says by a code why the record is restricted, `restricted_because` in words.
    `existing_liability_ends_on` is the first day on which nothing is owed for the present home.
    """

    KIND = "household"
    PREFIX = "HH"

    state = models.CharField(max_length=20, choices=CASE.choices)
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    telephone = models.CharField(max_length=30, blank=True)
    present_address = models.TextField(blank=True)
    present_postcode = models.CharField(max_length=8, blank=True)
    resident = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    lead_officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    restricted = models.BooleanField(default=False)
    restriction = models.CharField(
        max_length=20, blank=True, default="", db_default="", choices=list(RESTRICTED_LABELS.items())
    )
    restricted_because = models.CharField(max_length=200, blank=True)

    approach_on = models.DateField()
    application_on = models.DateField(null=True)
    assessment_on = models.DateField(null=True)
    loss_reason = models.CharField(max_length=60, blank=True)
    what_happened = models.TextField(blank=True)

    eligible = models.CharField(max_length=10, choices=DECISIONS, default=Decision.UNDECIDED)
    homelessness = models.CharField(
        max_length=12, choices=[(h.value, h.value) for h in Homelessness], default=Homelessness.UNDECIDED
    )
    priority_need = models.CharField(max_length=10, choices=DECISIONS, default=Decision.UNDECIDED)
    priority_need_categories = models.JSONField(default=list, blank=True)
    intentional = models.CharField(max_length=10, choices=DECISIONS, default=Decision.UNDECIDED)
    local_connection = models.CharField(max_length=10, choices=DECISIONS, default=Decision.UNDECIDED)

    brma_key = models.CharField(max_length=60, blank=True)
    wanted_areas = models.JSONField(default=list, blank=True)
    unsafe_areas = models.JSONField(default=list, blank=True)
    pets = models.CharField(max_length=10, choices=[(p.value, p.value) for p in Pets], default=Pets.NONE)
    smoker = models.BooleanField(default=False)
    max_floor_without_lift = models.PositiveSmallIntegerField(null=True, blank=True)
    needs_step_free = models.BooleanField(default=False)
    needs_wheelchair = models.BooleanField(default=False)
    housing_needs = models.TextField(blank=True)
    support_needs = models.TextField(blank=True)
    monthly_income = PenceField(null=True, blank=True)
    rent_ceiling = PenceField(null=True, blank=True)
    move_by = models.DateField(null=True, blank=True)
    existing_liability_ends_on = models.DateField(null=True, blank=True)
    landlord_release_on = models.DateField(null=True, blank=True)
    excluded_landlords = models.ManyToManyField(Landlord, blank=True, related_name="+", through="households.Exclusion")

    objects = HouseholdQuerySet.as_manager()

    class Meta:
        ordering = ["-approach_on", "-id"]
        constraints = [
            states_of(CASE, "household_state"),
            models.CheckConstraint(
                condition=models.Q(restriction__in=["", *(each.value for each in Restriction)]),
                name="household_restriction",
            ),
            models.UniqueConstraint(
                fields=["resident"], condition=models.Q(resident__isnull=False), name="one_household_a_resident"
            ),
        ]
        indexes = [models.Index(fields=["state", "approach_on"], name="household_state_approach")]

    @property
    def known_as(self) -> str:
        return self.name
