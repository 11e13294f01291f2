from django.db import models

from core.access.actor import Actor, Can, Kind
from core.money import Money
from core.money.fields import PenceField
from core.references.models import Record, RecordQuerySet, states_of
from core.rulebook.rules.lha import Category
from core.rulebook.rules.rent import Frequency, uc_month
from landlords.models import Landlord
from properties.rules.home import (
    HOME,
    PROPERTY_TYPE_LABELS,
    RENT_FREQUENCY_LABELS,
    Furnished,
    lha_category,
    rent_in_words,
)


def area_label(town: str, postcode: str) -> str:
    """The town and the first half of the postcode: "Dartford, DA1"."""
    return f"{town}, {postcode.split(' ')[0]}"


class HomeQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "HomeQuerySet":
        """Officers who may see homes see all; a landlord sees their own; others nothing."""
        if actor.can(Can.SEE_HOMES):
            return self
        if actor.kind is Kind.LANDLORD:
            return self.filter(landlord__user_id=actor.user_id)
        return self.none()


class Home(Record):
    """A home that a landlord offers. Field names follow the PRS Database where it has one.

    `lat` and `lon` are degrees, from the postcode. `rent` is per `rent_frequency`. `floor` 0 is the
    ground floor. Latitude and address are for officers and the landlord only: the public sees an area.
    """

    KIND = "home"
    PREFIX = "HM"

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=HOME.choices)
    address = models.TextField()
    town = models.CharField(max_length=80)
    postcode = models.CharField(max_length=8)
    uprn = models.CharField(max_length=12, blank=True)
    authority_code = models.CharField(max_length=9, blank=True)
    brma_key = models.CharField(max_length=60, blank=True)
    brma_source = models.CharField(max_length=120, blank=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    property_type = models.CharField(max_length=30, choices=list(PROPERTY_TYPE_LABELS.items()))
    room_in_shared_house = models.BooleanField(default=False)
    bedrooms = models.PositiveSmallIntegerField()
    max_occupants = models.PositiveSmallIntegerField()
    floor = models.PositiveSmallIntegerField(default=0)
    has_lift = models.BooleanField(default=False)
    step_free = models.BooleanField(default=False)
    wheelchair_accessible = models.BooleanField(default=False)
    parking = models.BooleanField(default=False)
    furnished = models.CharField(max_length=20, choices=[(f.value, f.value) for f in Furnished])
    pets_considered = models.BooleanField(default=False)
    smoking_allowed = models.BooleanField(default=False)
    has_gas = models.BooleanField()
    heating = models.CharField(max_length=60, blank=True)
    has_fuel_burning_appliance = models.BooleanField(default=False)
    supplies_electrical_equipment = models.BooleanField(default=False)
    bills_included = models.JSONField(default=list, blank=True)
    rent = PenceField()
    rent_frequency = models.CharField(max_length=20, choices=list(RENT_FREQUENCY_LABELS.items()))
    in_selective_licensing_area = models.BooleanField(default=False)
    selective_licence_number = models.CharField(max_length=40, blank=True)
    selective_licence_expires_on = models.DateField(null=True)
    hmo_mandatory = models.BooleanField(default=False)
    hmo_additional = models.BooleanField(default=False)
    hmo_licence_number = models.CharField(max_length=40, blank=True)
    hmo_licence_expires_on = models.DateField(null=True)
    open_prohibition = models.BooleanField(default=False)
    prsd_property_no = models.CharField(max_length=20, blank=True)
    change_asked = models.TextField(blank=True)

    objects = HomeQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            states_of(HOME, "home_state"),
            models.CheckConstraint(condition=models.Q(rent__gt=0), name="home_rent_is_positive"),
            models.CheckConstraint(condition=models.Q(max_occupants__gte=1), name="home_holds_someone"),
        ]
        indexes = [
            models.Index(fields=["state", "created_at"], name="home_state_created"),
            models.Index(fields=["postcode"], name="home_postcode"),
            models.Index(fields=["created_at", "id"], name="home_newest"),
        ]

    @property
    def known_as(self) -> str:
        return f"{', '.join(self.address.splitlines())}, {self.town}"

    @property
    def outcode(self) -> str:
        return self.postcode.split(" ")[0]

    @property
    def area_label(self) -> str:
        """What the public may know of where the home is."""
        return area_label(self.town, self.postcode)

    @property
    def rent_in_words(self) -> str:
        return rent_in_words(self.rent, self.rent_frequency)

    @property
    def monthly_rent(self) -> Money:
        return uc_month(self.rent, Frequency(self.rent_frequency))

    @property
    def lha_category(self) -> Category:
        return lha_category(self.bedrooms, room_in_shared_house=self.room_in_shared_house)
