from datetime import date

from django.db import models

from core.access.actor import Actor, Can, Kind
from core.references.models import Record, RecordQuerySet
from tenancies.models.report import ProblemReport
from tenancies.models.tenancy import Tenancy
from tenancies.rules import check_in as rules


class CheckInQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "CheckInQuerySet":
        """Each side sees its own check-ins and never the other's.

        Officers who may see households see both; the others only what the landlord was asked.
        """
        rows = self.within(tenancy=Tenancy.objects.visible_to(actor))
        if actor.kind is Kind.RESIDENT:
            return rows.filter(side=rules.Side.TENANT)
        sees_both = actor.kind is Kind.SYSTEM or (actor.is_officer and actor.can(Can.SEE_HOUSEHOLDS))
        return rows if sees_both else rows.filter(side=rules.Side.LANDLORD)

    def behind(self, token: str, on: date) -> "CheckInQuerySet":
        """The one that this link opens on a day, whether or not it was answered."""
        return self.filter(token_digest=rules.digest(token), open_to__gte=on).exclude(token_digest="")


class CheckIn(Record):
    """One question to one side of a tenancy. `open_to` is the last day on which its link works.

    `report` is the concern that a worried answer, or none, was taken up in.
    """

    KIND = "check_in"
    PREFIX = "CI"

    tenancy = models.ForeignKey(Tenancy, on_delete=models.PROTECT, related_name="check_ins")
    moment = models.CharField(max_length=20)
    side = models.CharField(max_length=10, choices=[(side.value, side.value) for side in rules.Side])
    state = models.CharField(max_length=10, choices=rules.CHECK_IN.choices)
    asked_on = models.DateField()
    token_digest = models.CharField(max_length=64, blank=True)
    open_to = models.DateField(null=True)
    answered_at = models.DateTimeField(null=True)
    report = models.ForeignKey(ProblemReport, null=True, on_delete=models.PROTECT, related_name="+")

    objects = CheckInQuerySet.as_manager()

    class Meta:
        ordering = ["asked_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["tenancy", "moment", "side"], name="one_check_in_a_side_and_moment"),
            models.UniqueConstraint(
                fields=["token_digest"], condition=~models.Q(token_digest=""), name="one_check_in_a_link"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=[value for value, _ in rules.CHECK_IN.choices]), name="check_in_state"
            ),
        ]
        indexes = [models.Index(fields=["state", "asked_on"], name="check_in_state_asked")]

    @property
    def known_as(self) -> str:
        return self.tenancy.known_as

    @property
    def label(self) -> str:
        return rules.label(self.moment)

    @property
    def is_proof(self) -> bool:
        """Whether this answer shows the grant return that the tenancy stands."""
        return self.moment in rules.PROOF and self.answered_at is not None
