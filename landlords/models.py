from django.conf import settings
from django.db import models

from core.access.actor import Actor, Can, Kind
from core.references.models import Record, RecordQuerySet, states_of
from landlords.rules.landlord import LANDLORD, SUSPENSION_LABELS, LandlordState, LandlordType, OrganisationType


class LandlordQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "LandlordQuerySet":
        """Officers who may see landlords see all; a landlord sees their own; others nothing."""
        if actor.can(Can.SEE_LANDLORDS):
            return self
        if actor.kind is Kind.LANDLORD:
            return self.filter(user_id=actor.user_id)
        return self.none()

    def begun(self) -> "LandlordQuerySet":
        """Invited landlords with an account who have not sent the registration yet."""
        return self.filter(state=LandlordState.REGISTERING, declarations=None)


class Landlord(Record):
    """A person or organisation that lets homes, or wants to.

    `enquiry` is what they said when they first rang. Of the link that invites them only a digest is kept;
    it works up to and with `invitation_open_to`.
    """

    KIND = "landlord"
    PREFIX = "LL"

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=20, choices=LANDLORD.choices)
    landlord_type = models.CharField(max_length=20, choices=[(t.value, t.value.title()) for t in LandlordType])
    organisation_type = models.CharField(
        max_length=20, blank=True, choices=[(t.value, t.value.title()) for t in OrganisationType]
    )
    name = models.CharField(max_length=200)
    company_number = models.CharField(max_length=20, blank=True)
    contact_name = models.CharField(max_length=200, blank=True)
    email = models.EmailField()
    telephone = models.CharField(max_length=30)
    address = models.TextField()
    postcode = models.CharField(max_length=8)
    prsd_landlord_no = models.CharField(max_length=20, blank=True)
    ombudsman_member_no = models.CharField(max_length=30, blank=True)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    recommended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    question = models.TextField(blank=True)
    enquiry = models.TextField(blank=True, default="", db_default="")
    invitation_digest = models.CharField(max_length=64, blank=True, default="", db_default="")
    invitation_open_to = models.DateField(null=True)
    reminded_on = models.DateField(null=True)
    active_on = models.DateField(null=True)
    suspension_reason = models.CharField(max_length=40, blank=True, choices=list(SUSPENSION_LABELS.items()))

    objects = LandlordQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            states_of(LANDLORD, "landlord_state"),
            models.UniqueConstraint(
                fields=["invitation_digest"], condition=~models.Q(invitation_digest=""), name="one_landlord_a_link"
            ),
        ]
        indexes = [
            models.Index(fields=["state", "created_at"], name="landlord_state_created"),
            models.Index(fields=["created_at", "id"], name="landlord_newest"),
        ]

    @property
    def known_as(self) -> str:
        return self.name

    @property
    def greeting_name(self) -> str:
        return self.contact_name or self.name


class FitAndProperDeclaration(models.Model):
    """One year's answers to the fit and proper questions. Never updated: a new year is a new row."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, related_name="declarations")
    declared_at = models.DateTimeField()
    due_again_on = models.DateField()
    offences = models.BooleanField()
    discrimination = models.BooleanField()
    housing_law = models.BooleanField()
    management_code = models.BooleanField()
    details = models.TextField(blank=True)

    class Meta:
        ordering = ["-declared_at", "-id"]

    @property
    def adverse(self) -> bool:
        return self.offences or self.discrimination or self.housing_law or self.management_code
