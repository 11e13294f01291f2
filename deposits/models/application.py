from django.conf import settings
from django.db import models

from core.access.actor import Actor, Can, Kind
from core.money.fields import PenceField
from core.references.models import Record, RecordQuerySet, states_of
from deposits.models.scheme import SchemeVersion
from deposits.rules.application import APPLICATION, ApplicationState
from properties.models import Home

LIVE = [
    ApplicationState.SUBMITTED,
    ApplicationState.MORE_INFORMATION,
    ApplicationState.RECOMMENDED,
    ApplicationState.APPROVED,
    ApplicationState.OFFER_SIGNED,
]


class SchemeApplicationQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "SchemeApplicationQuerySet":
        """Officers who may see guarantees see all; a landlord sees their own homes'; others nothing."""
        if actor.can(Can.SEE_GUARANTEES):
            return self
        if actor.kind is Kind.LANDLORD:
            return self.filter(home__landlord__user_id=actor.user_id)
        return self.none()


class SchemeApplication(Record):
    """A landlord's application for a deposit guarantee on one home. Its scheme version is frozen when sent.

    `amount` is the most the council would promise at the rent of the application.
    """

    KIND = "scheme_application"
    PREFIX = "SA"

    scheme_version = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="+")
    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=APPLICATION.choices)
    amount = PenceField()
    rent = PenceField()
    rent_frequency = models.CharField(max_length=20)
    question = models.TextField(blank=True)
    recommended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    recommended_because = models.TextField(blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True)
    offer_open_to = models.DateField(null=True)
    signed_at = models.DateTimeField(null=True)
    signed_name = models.CharField(max_length=200, blank=True)
    refused_because = models.TextField(blank=True)

    objects = SchemeApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            states_of(APPLICATION, "application_state"),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="application_promises_something"),
            models.UniqueConstraint(
                fields=["home"], condition=models.Q(state__in=LIVE), name="one_live_application_a_home"
            ),
            models.CheckConstraint(
                condition=models.Q(approved_by=None) | ~models.Q(approved_by=models.F("recommended_by")),
                name="who_recommends_does_not_approve",
            ),
        ]
        indexes = [models.Index(fields=["created_at", "id"], name="application_newest")]

    @property
    def known_as(self) -> str:
        return self.home.known_as
