from django.conf import settings
from django.db import models

from core.access.actor import Actor
from core.references.models import Record, RecordQuerySet, states_of
from properties.models.home import Home
from properties.rules.check import PROPERTY_CHECK


class PropertyCheckQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "PropertyCheckQuerySet":
        return self.within(home=Home.objects.visible_to(actor))


class PropertyCheck(Record):
    """A housing officer's visit to a home. Not a hazard assessment (HHSRS)."""

    KIND = "property_check"
    PREFIX = "PC"

    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="checks")
    state = models.CharField(max_length=20, choices=PROPERTY_CHECK.choices)
    visit_at = models.DateTimeField(null=True)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    findings = models.JSONField(default=dict, blank=True)
    notes = models.TextField(blank=True)
    actions = models.TextField(blank=True)
    actions_due_on = models.DateField(null=True)
    recorded_at = models.DateTimeField(null=True)
    suspected_category_1 = models.BooleanField(default=False)
    environmental_health_told_at = models.DateTimeField(null=True)

    objects = PropertyCheckQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            states_of(PROPERTY_CHECK, "property_check_state"),
            models.UniqueConstraint(
                fields=["home"],
                condition=models.Q(state__in=["requested", "booked", "no_access"]),
                name="one_open_property_check_a_home",
            ),
        ]

    @property
    def known_as(self) -> str:
        return self.home.known_as
