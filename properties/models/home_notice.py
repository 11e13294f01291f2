from django.db import models

from core.access.actor import Actor, Can, Kind
from core.references.models import Record, RecordQuerySet, states_of
from landlords.models import Landlord
from properties.models.home import Home, area_label
from properties.rules.home_notice import HOME_NOTICE, LIVE
from properties.rules.inputs import GroundOneNotice


class HomeNoticeQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "HomeNoticeQuerySet":
        """Officers who may see homes see all; a landlord sees those of their own homes; others nothing."""
        if actor.can(Can.SEE_HOMES):
            return self
        if actor.kind is Kind.LANDLORD:
            return self.filter(landlord__user_id=actor.user_id)
        return self.none()

    def live(self) -> "HomeNoticeQuerySet":
        return self.filter(state__in=LIVE)


class HomeNotice(Record):
    """A ground 1 or 1A notice for a home, as somebody told us of it.

    `home` is None while the landlord has not sent us the home of the address. `place` is the address as
    `place_key` reads it. `specified_on` is the date in the notice, `other_order_on` the day of a possession
    order on another ground, which ends the restricted period (HA 1988 s16M(4), (7)).
    """

    KIND = "home_notice"
    PREFIX = "HN"

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, related_name="+")
    home = models.ForeignKey(Home, on_delete=models.PROTECT, null=True, related_name="notices")
    state = models.CharField(max_length=20, choices=HOME_NOTICE.choices)
    address = models.TextField()
    town = models.CharField(max_length=80)
    postcode = models.CharField(max_length=8)
    place = models.CharField(max_length=320)
    served_on = models.DateField()
    specified_on = models.DateField()
    other_order_on = models.DateField(null=True)
    said_now = models.TextField(blank=True)

    objects = HomeNoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-served_on", "-id"]
        constraints = [
            states_of(HOME_NOTICE, "home_notice_state"),
            models.CheckConstraint(
                condition=models.Q(specified_on__gte=models.F("served_on")), name="home_notice_dates_in_order"
            ),
        ]
        indexes = [models.Index(fields=["landlord", "place"], name="home_notice_place")]

    @property
    def known_as(self) -> str:
        return ", ".join(filter(None, [*self.address.splitlines(), self.town]))

    @property
    def area_label(self) -> str:
        return area_label(self.town, self.postcode) if self.town else self.postcode.split(" ")[0]

    @property
    def terms(self) -> GroundOneNotice:
        return GroundOneNotice(True, self.served_on, self.specified_on, self.other_order_on)
