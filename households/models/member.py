from datetime import date

from django.db import models

from households.models.household import Household
from households.rules import people
from households.rules.case import MEMBER_ROLE_LABELS


class Member(models.Model):
    """A person of a household. An expected baby has no birthday and no sex, but the day it is due.

    `circumstances` holds the facts that change a bedroom count or a rate, by the names of
    `core.rulebook.rules.household.Person`, and the `care_council` that owes a care leaver help.
    `partner_of` joins two other adults as a couple.
    `stays_part_time`: lives elsewhere most of the time and comes to stay.
    """

    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="members")
    name = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=20, choices=list(MEMBER_ROLE_LABELS.items()))
    born_on = models.DateField(null=True, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=1, blank=True, choices=[("F", "Female"), ("M", "Male")])
    partner_of = models.OneToOneField("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    stays_part_time = models.BooleanField(default=False)
    circumstances = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(role="expected_baby") | models.Q(born_on__isnull=False), name="member_has_a_birthday"
            )
        ]

    def __str__(self) -> str:
        return self.name or self.get_role_display()

    def age_on(self, on: date) -> int:
        return people.age(self.born_on, on)
