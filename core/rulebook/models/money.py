from django.db import models
from django.db.models import Q

from core.money.fields import PenceField
from core.rulebook.models.dated import DatedRow, dated


class LhaRate(DatedRow):
    """A Local Housing Allowance rate as published: Housing Benefit a week and Universal Credit a month.

    The two are separate determinations; neither is made from the other. `market_weekly` is the 30th
    percentile of rents in the area.
    """

    KEY = ("brma", "category")

    brma = models.CharField(max_length=80)
    brma_name = models.CharField(max_length=120)
    category = models.CharField(max_length=1)
    weekly = PenceField()
    monthly = PenceField()
    market_weekly = PenceField(null=True)

    class Meta:
        constraints = dated("brma", "category")
        indexes = [models.Index(fields=["brma", "valid_from"], name="lha_rate_by_area")]


class SharedRateException(DatedRow):
    """A ground on which a renter is spared the shared accommodation rate, under one of the schemes."""

    KEY = ("scheme", "ground")

    scheme = models.CharField(max_length=2)
    ground = models.CharField(max_length=40)
    label = models.CharField(max_length=200)
    age_from = models.PositiveSmallIntegerField()
    age_below = models.PositiveSmallIntegerField()
    even_when_sharing = models.BooleanField()

    class Meta:
        constraints = dated("scheme", "ground")


class BenefitAmount(DatedRow):
    """A benefit figure: an amount of money, or a share such as the taper."""

    KEY = ("parameter", "key")

    parameter = models.CharField(max_length=80)
    key = models.CharField(max_length=80)
    period = models.CharField(max_length=20)
    amount = PenceField(null=True)
    share = models.DecimalField(max_digits=6, decimal_places=4, null=True)

    class Meta:
        constraints = [
            *dated("parameter", "key"),
            models.CheckConstraint(condition=Q(amount=None) ^ Q(share=None), name="benefitamount_is_money_or_a_share"),
        ]


class DepositCap(DatedRow):
    """So many weeks of rent at most, for a rent of this much a year or more."""

    KEY = ("annual_rent_from",)

    annual_rent_from = PenceField()
    weeks = models.PositiveSmallIntegerField()

    class Meta:
        constraints = dated("annual_rent_from")
