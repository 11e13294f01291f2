from django.conf import settings
from django.db import models

from core.access.actor import Actor, Can, Kind
from core.references.models import Record, RecordQuerySet, states_of
from households.models import Household
from lettings.rules.nomination import LIVE, NOMINATION, NominationState
from lettings.rules.viewing import VIEWING
from properties.models import Let

SHOWN_TO_LANDLORD = [
    NominationState.SENT_TO_LANDLORD,
    NominationState.LANDLORD_ACCEPTED,
    NominationState.LANDLORD_DECLINED,
    NominationState.VIEWING,
    NominationState.OFFER,
    NominationState.ACCEPTED,
    NominationState.LET,
]


class NominationQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "NominationQuerySet":
        """Officers see those of households they may see. A landlord sees those put forward to them; a resident
        those they were asked about."""
        if actor.kind is Kind.SYSTEM:
            return self
        if actor.kind is Kind.LANDLORD:
            return self.filter(let__home__landlord__user_id=actor.user_id, state__in=SHOWN_TO_LANDLORD)
        if actor.kind is Kind.RESIDENT:
            return self.filter(household__resident_id=actor.user_id).exclude(state=NominationState.PROPOSED)
        if actor.can(Can.SEE_HOUSEHOLDS):
            return self.within(household=Household.objects.visible_to(actor))
        return self.none()

    def live(self) -> "NominationQuerySet":
        return self.filter(state__in=LIVE)


class Nomination(Record):
    """One household put forward for one home (on screen: put forward).

    `card` is what the applicant lets the landlord see, frozen when they agree. `override_because` is the
    officer's reason for choosing out of the shortlist's order; `shortlist` the parts as they stood.
    """

    KIND = "nomination"
    PREFIX = "NM"

    let = models.ForeignKey(Let, on_delete=models.PROTECT, related_name="+")
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=NOMINATION.choices)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    override_because = models.TextField(blank=True)
    shortlist = models.JSONField(default=dict)
    card = models.JSONField(default=dict)
    answer_by = models.DateField(null=True)
    extended = models.BooleanField(default=False)
    declined_reason = models.CharField(max_length=30, blank=True)
    declined_note = models.TextField(blank=True)
    spoken_attempt_at = models.DateTimeField(null=True)

    objects = NominationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            states_of(NOMINATION, "nomination_state"),
            models.UniqueConstraint(
                fields=["let", "household"],
                condition=models.Q(state__in=[s.value for s in LIVE]),
                name="one_live_nomination_a_pair",
            ),
        ]
        indexes = [models.Index(fields=["state", "created_at"], name="nomination_state_created")]

    @property
    def known_as(self) -> str:
        return f"{self.household.name} for {self.let.home.known_as}"


class Viewing(Record):
    """A time at which a household sees a home."""

    KIND = "viewing"
    PREFIX = "VW"

    nomination = models.ForeignKey(Nomination, on_delete=models.PROTECT, related_name="viewings")
    state = models.CharField(max_length=20, choices=VIEWING.choices)
    starts_at = models.DateTimeField()
    where_to_meet = models.CharField(max_length=200)
    outcome = models.CharField(max_length=20, blank=True)
    note = models.TextField(blank=True)
    calendar_sequence = models.PositiveSmallIntegerField(default=0)

    objects = RecordQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at"]
        constraints = [
            states_of(VIEWING, "viewing_state"),
            models.UniqueConstraint(
                fields=["nomination"], condition=models.Q(state="scheduled"), name="one_open_viewing_a_nomination"
            ),
        ]

    @property
    def known_as(self) -> str:
        return self.nomination.known_as
