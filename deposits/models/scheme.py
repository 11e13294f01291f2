from datetime import date

from django.conf import settings
from django.db import models

from deposits.rules.terms import Terms


class Scheme(models.Model):
    """A help that the council offers landlords. Its terms live in its versions."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.name

    def version_on(self, on: date) -> "SchemeVersion | None":
        """The version in force on a day."""
        return self.versions.filter(valid_from__lte=on).order_by("-valid_from", "-number").first()


class SchemeVersion(models.Model):
    """The terms of a scheme from a day on. Never changed once used: new terms are a new version."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    valid_from = models.DateField()
    terms_data = models.JSONField()
    source = models.CharField(max_length=200)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["scheme", "-number"]
        constraints = [models.UniqueConstraint(fields=["scheme", "number"], name="one_scheme_version_a_number")]

    def __str__(self) -> str:
        return f"{self.scheme} version {self.number}"

    @property
    def terms(self) -> Terms:
        return Terms.from_data(self.terms_data)
