from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from core.places.rules.brma import Quality


class Load(models.Model):
    """A file as it was last read into a table, by the digest of its content."""

    what = models.CharField(max_length=160, unique=True)
    digest = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    refused = models.PositiveIntegerField()
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.what


class AuthorityQuerySet(models.QuerySet):
    def existing(self, on: date) -> Self:
        """Those that exist on a day."""
        started = Q(starts_on=None) | Q(starts_on__lte=on)
        return self.filter(started, Q(ends_on=None) | Q(ends_on__gt=on))


class Authority(models.Model):
    """A local housing authority, by its GSS code. `ends_on` is the first day it no longer exists."""

    code = models.CharField(max_length=9, unique=True)
    name = models.CharField(max_length=100)
    region = models.CharField(max_length=40)
    county = models.CharField(max_length=40, blank=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)

    objects = AuthorityQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gt=F("starts_on")),
                name="authority_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Brma(models.Model):
    """A broad rental market area."""

    key = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=60)

    def __str__(self) -> str:
        return self.name


class AuthorityBrma(models.Model):
    """An area that an authority lies in, and how much of it. Derived: shares under 5 % are less certain."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="brma_shares")
    brma = models.ForeignKey(Brma, on_delete=models.CASCADE, related_name="authority_shares")
    share = models.FloatField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "brma"], name="one_share_an_authority_and_brma"),
            models.CheckConstraint(condition=Q(share__gte=0, share__lte=1), name="authority_share_is_a_part"),
        ]


class Spot(models.Model):
    """A named point, with the authority that it lies in or mostly lies in."""

    code = models.CharField(max_length=8, unique=True)
    lat = models.FloatField()
    lon = models.FloatField()
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.code


class Outcode(Spot):
    """The first half of postcodes, by the centre of those in use."""

    brma_quality = models.CharField(max_length=10)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(brma_quality__in=list(Quality)), name="outcode_quality_is_known")
        ]


class OutcodeBrma(models.Model):
    """An area that an outcode lies in, and the estimated part of it."""

    outcode = models.ForeignKey(Outcode, on_delete=models.CASCADE, related_name="brma_shares")
    brma = models.ForeignKey(Brma, on_delete=models.CASCADE, related_name="outcode_shares")
    share = models.FloatField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["outcode", "brma"], name="one_share_an_outcode_and_brma"),
            models.CheckConstraint(condition=Q(share__gte=0, share__lte=1), name="outcode_share_is_a_part"),
        ]


class Sector(Spot):
    """A postcode sector, "DA1 1", by the centre of its postcodes."""


class ExactPostcode(Spot):
    """A whole postcode. Held for the areas that a council has loaded; elsewhere the sector must do."""
